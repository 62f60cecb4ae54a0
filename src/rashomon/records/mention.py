"""What one report tells: mentions of incidents, each a bundle of claims, and counts of incidents over a period."""

from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from typing import Generic, TypeVar

from rashomon.records.place import Place
from rashomon.records.span import Span
from rashomon.records.time import Interval

T = TypeVar("T")


class About(StrEnum):
    """What a claim is about."""

    KILLED = "killed"
    WOUNDED = "wounded"
    PERPETRATOR = "perpetrator"
    OCCURRENCE = "occurrence"


class Stance(StrEnum):
    """How a speaker stands to what the claim says."""

    ASSERTS = "asserts"
    CLAIMS = "claims"  # the actor itself says that it did it
    BLAMES = "blames"
    SUSPECTS = "suspects"
    DENIES = "denies"
    DECLINES = "declines"  # neither confirms nor denies
    UNAWARE = "unaware"
    CONFIRMS = "confirms"


class SubEventType(StrEnum):
    """ACLED's sub-event types, and `Explosion of unknown cause`, which ACLED lacks."""

    AIR_DRONE_STRIKE = "Air/drone strike"
    SHELLING = "Shelling/artillery/missile attack"
    REMOTE_EXPLOSIVE = "Remote explosive/landmine/IED"
    SUICIDE_BOMB = "Suicide bomb"
    GRENADE = "Grenade"
    CHEMICAL_WEAPON = "Chemical weapon"
    ARMED_CLASH = "Armed clash"
    ATTACK = "Attack"
    ABDUCTION = "Abduction/forced disappearance"
    DISRUPTED_WEAPONS_USE = "Disrupted weapons use"
    LOOTING = "Looting/property destruction"
    UNKNOWN_EXPLOSION = "Explosion of unknown cause"


class Means(StrEnum):
    """The weapon or means."""

    DRONE = "drone"
    AIRCRAFT = "aircraft"
    HELICOPTER = "helicopter"
    MISSILE = "missile"
    ROCKET = "rocket"
    ARTILLERY = "artillery"
    MORTAR = "mortar"
    CAR_BOMB = "car_bomb"
    SUICIDE_BOMB = "suicide_bomb"
    IED = "ied"
    MINE = "mine"
    GRENADE = "grenade"
    SMALL_ARMS = "small_arms"
    KNIFE = "knife"
    VEHICLE = "vehicle"
    NAVAL = "naval"
    ARSON = "arson"


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """A value, the words it was read from, and the rule where the words do not say it outright ("" where they do).

    `Stated(Interval(2019-08-25, 2019-08-25), Span(..., "on Sunday"), "nearest past weekday")`.
    """

    value: T
    span: Span
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """One link of a speaker chain: the words that name who said it.

    rule: "" where the words stand beside what is said; else how they were found ("pronoun", "carried on").
    actor: the actor list's id where the speaker is or speaks for a known actor, else None.
    """

    span: Span
    rule: str = ""
    actor: str | None = None

    @property
    def name(self) -> str:
        """The report's words for the speaker."""
        return self.span.quote


@dataclass(frozen=True, slots=True)
class Claim:
    """In these words (`span`), through these speakers, the report says one thing of one incident.

    Example: "Six traders were killed, a nurse told the radio": about KILLED, ASSERTS, low 6, high 6,
    who "traders", speakers "a nurse".

    speakers: nearest to the fact first, then who passed it on; empty is the report's own voice.
    low, high: people, both inclusive, for KILLED and WOUNDED; None is unbounded ("at least 6" is 6 and None);
    both None only where the speaker denies losses without a figure.
    who: what the victims are called, None where they are not named. part: True for a subgroup of a larger toll.
    actor: for PERPETRATOR, whom it speaks of, by the ledger's name for it.
    rule: the written rule where the value is inferred ("dozens is at least 24").
    """

    about: About
    stance: Stance
    span: Span
    speakers: tuple[Speaker, ...] = ()
    low: int | None = None
    high: int | None = None
    who: Span | None = None
    part: bool = False
    actor: Stated[str] | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """One report's telling of one incident.

    id: made from the report's id, the words and their place, so that the same reading has the same id (`with_id`).
    span: the words that report it. when, where: None where the report does not tell. targets: what was hit.
    when_relative: what is known of the time where `when` cannot be resolved ("Sunday, of an unknown week").
    """

    id: str
    report: str
    span: Span
    sub_event_type: Stated[SubEventType]
    means: tuple[Stated[Means], ...] = ()
    when: Stated[Interval] | None = None
    when_relative: Stated[str] | None = None
    where: Stated[Place] | None = None
    targets: tuple[Span, ...] = ()
    claims: tuple[Claim, ...] = ()

    def with_id(self) -> "Mention":
        """The same mention under the id that its report, its words and their offsets give: "m-" and 16 hex digits."""
        key = f"{len(self.report)}:{self.report}:{self.span.start}:{self.span.end}:{self.span.quote}"
        return replace(self, id="m-" + sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16])


@dataclass(frozen=True, slots=True)
class Series:
    """A count of incidents over a period: "the fourth strike in two weeks". Never an incident itself.

    what: the words for what is counted. low, high: incidents, both inclusive, None is unbounded.
    when: the period, None where it is not told. actor: who did them, where told. speakers: as in a claim.
    """

    report: str
    span: Span
    what: Span
    low: int | None
    high: int | None
    when: Stated[Interval] | None = None
    where: Stated[Place] | None = None
    actor: Stated[str] | None = None
    speakers: tuple[Speaker, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader, in one version, took from one revision of one report.

    reader: name and version ("rules 0.1.0"). digest: the revision that was read (`Report.digest`).
    """

    report: str
    digest: str
    reader: str
    mentions: tuple[Mention, ...] = ()
    series: tuple[Series, ...] = ()
