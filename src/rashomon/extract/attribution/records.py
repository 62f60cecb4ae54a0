"""What an attribution is: words, who said them, through whom, and in what sense."""

from dataclasses import dataclass
from enum import StrEnum

from rashomon.records import Span, Speaker


class Sense(StrEnum):
    """What a speaker does with what is said."""

    SAYS = "says"
    CONFIRMS = "confirms"
    CLAIMS = "claims"  # "claimed responsibility": the speaker says that it did it
    DENIES = "denies"
    ACCUSES = "accuses"  # "blamed", "accused", "held responsible"
    DECLINES = "declines"  # "declined to comment": the content is what nothing was said of
    CITES = "cites"  # hands on what another said
    COUNTS = "counts"  # "put the toll at", "recorded", "documented"
    BELIEVES = "believes"
    CALLS = "calls"  # "called", "described as", "condemned"
    ASKS = "asks"
    ATTITUDE = "attitude"  # wants, supports, criticises: a position, no word on a fact
    HEARSAY = "hearsay"  # "reportedly", "was said to": nobody is named


class Kind(StrEnum):
    """How the content is given: DIRECT wholly in quotation marks, MIXED partly, INDIRECT without any."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Attribution:
    """That some words of the text are a speaker's.

    "Six were killed, a security source told a channel on Sunday": speakers "a security source", cue "told",
    content "Six were killed", INDIRECT, SAYS.

    speakers: nearest to the fact first, then who passed it on; empty where nobody is named ("it was reported").
    said_by: the words beside the cue that stand for each speaker, "he" where the speaker was traced back further.
    content: the words said, in the order of the text; two or more where a quotation is split. Never empty.
    hedges: words with which the speaker, or the report about the speaker, keeps a distance ("reportedly").
    """

    speakers: tuple[Speaker, ...]
    said_by: tuple[Span, ...]
    cue: Span
    content: tuple[Span, ...]
    kind: Kind
    sense: Sense
    hedges: tuple[Span, ...] = ()
