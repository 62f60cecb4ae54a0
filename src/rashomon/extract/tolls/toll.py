"""What is read of the killed and wounded: one figure, its words, and how it is meant."""

from dataclasses import dataclass
from enum import StrEnum

from rashomon.records import About, Span, Stance


class Kind(StrEnum):
    """How the words count."""

    NUMBER = "number"  # "14 soldiers", "26"
    VAGUE = "vague"  # "dozens of people"
    ONE = "one"  # "a policeman", "another"
    THE = "the"  # "the commander", "his wife"
    NAME = "name"  # "Jane Roe"
    PLURAL = "plural"  # "civilians"
    PRONOUN = "pronoun"  # "him", "himself"
    NONE = "none"  # "no casualties", "denied that anyone was hurt"


class Scope(StrEnum):
    """What a figure covers."""

    INCIDENT = "incident"
    SEVERAL = "several"  # several incidents, a period, a war: never a claim on one incident


@dataclass(frozen=True, slots=True)
class Toll:
    """One statement of how many were killed or wounded, before anything is known of its incident or its speaker.

    "killing 12 guards and wounding 29 men, five of them clerks" gives three: killed 12 and 12, wounded 29 and
    29, and wounded 5 and 5 as a part.

    about: About.KILLED or About.WOUNDED. stance: ASSERTS, or DENIES for losses rejected without a figure.
    low, high: people, both inclusive; None is unbounded, both None only with DENIES.
    who: what the victims are called, None where they are not. span: the words that carry it. number: its figure.
    cue: index in `Parse.tokens` of the casualty word. part: a subgroup of a larger toll.
    rule: the written rule where the value is inferred, else "". pattern: how it was found.
    scope: one incident, or several of them or a period. combined: killed and wounded together.
    unreal: planned, feared for the future, conditional or denied, not told as having happened.
    kind: how the words count. attackers: the victims are of the side that struck ("gunmen").
    repeats: a headline or summary figure that the body gives again, the body's is to be used.
    likelihood: 0 to 1, that it is a claim on one incident, by the learned gate.
    """

    about: About
    stance: Stance
    low: int | None
    high: int | None
    who: Span | None
    span: Span
    number: Span
    cue: int
    part: bool = False
    rule: str = ""
    pattern: str = ""
    kind: Kind = Kind.NUMBER
    attackers: bool = False
    scope: Scope = Scope.INCIDENT
    combined: bool = False
    unreal: bool = False
    repeats: bool = False
    likelihood: float = 1.0
