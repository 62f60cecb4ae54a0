"""A casualty word: what it tells, and on which side of it its people stand."""

from dataclasses import dataclass
from enum import StrEnum

from rashomon.records import About


class Side(StrEnum):
    """Where the people stand that a cue makes victims."""

    BEFORE = "before"  # "six were killed", "six dead"
    AFTER = "after"  # "killed six", "the toll rose to 53"


class Shape(StrEnum):
    """What kind of word the cue is."""

    ACTIVE = "active"  # "killed six"
    PASSIVE = "passive"  # "six were killed", "six killed in"
    DIES = "dies"  # "six died"
    STATE = "state"  # "six dead", "six in critical condition"
    NOUN = "noun"  # "six deaths", "six bodies"
    OF = "of"  # "the death of six", "injuries to six"
    TOLL = "toll"  # "the toll rose to 53", "the wounded numbered 50"
    LOSES = "loses"  # "we lost seven men", "claimed 12 lives"


@dataclass(frozen=True, slots=True)
class Cue:
    """A casualty word in tokens `first` to `last` (half-open).

    token: the token that the parse hangs it on. about: KILLED or WOUNDED. combined: it tells of killed and wounded
    together ("casualties"). subjects: the tokens that the parse gives as its victims' heads; may be empty.
    people_only: the word has other uses ("destroyed", "fell"), so that only known people make it a cue.
    weak: it tells least ("was shot"), and gives way to any other cue of its sentence.
    """

    first: int
    last: int
    token: int
    about: About
    side: Side
    shape: Shape
    combined: bool = False
    subjects: tuple[int, ...] = ()
    people_only: bool = False
    weak: bool = False
