"""An attribution as the rules first find it, in tokens, before its speaker is traced."""

from dataclasses import dataclass

from rashomon.extract.attribution.records import Sense
from rashomon.records import Token


@dataclass(frozen=True, slots=True)
class Draft:
    """Heads of the speakers' phrases, nearest to the fact first; cue and content as half-open token ranges.

    words: a speaker's phrase that no token governs, as a token range (headlines), in place of `sources`.
    """

    sources: tuple[Token, ...]
    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    sense: Sense
    words: tuple[int, int] | None = None
