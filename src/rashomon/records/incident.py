"""Incidents across reports: judgements, joins with their reasons, origins, accounts."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rashomon.records.mention import About, Claim, Stated
from rashomon.records.place import Place


class Verdict(StrEnum):
    """What somebody decided about two mentions."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """That somebody holds two mentions for the same happening, for different ones, or cannot tell.

    left, right: mention ids, left < right. The newest judgement of a pair holds; undo is another judgement,
    with verdict None. at: UTC.
    """

    left: str
    right: str
    verdict: Verdict | None
    by: str
    at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class Coding:
    """What one of several coders, blind to the others, holds two mentions for; it joins and parts nothing.

    left, right: mention ids, left < right. The newest of a coder on a pair holds; undo is another one, with verdict
    None. at: UTC.
    """

    left: str
    right: str
    verdict: Verdict | None
    by: str
    at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One comparison of two mentions: what was compared, the score's weight in the decision, and a sentence.

    weight: log-odds that it adds for the same happening, negative against.
    """

    feature: str
    weight: float
    sentence: str


@dataclass(frozen=True, slots=True)
class Join:
    """Why two mentions are joined, kept apart, or asked about.

    score: log-odds that they are the same happening. verdict: what the rule or a judgement made of it.
    judged: the person whose judgement decided it, None where the score did.
    """

    left: str
    right: str
    score: float
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    judged: str | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """The mentions judged to be one happening.

    id: never changes its meaning; made from its founding mention. mentions: ids, founding mention first.
    joins: what holds them together. near: pairs with mentions of other incidents that were considered and refused
    or are unsure, strongest first. redirects: ids that it bore, or that were merged into it.
    """

    id: str
    mentions: tuple[str, ...]
    joins: tuple[Join, ...] = ()
    near: tuple[Join, ...] = ()
    redirects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Voiced:
    """A claim with where it was made: mention id, report id, and the origin it is counted under.

    origin: claims with the same origin rest on one statement or one text, however many outlets print it.
    read: the claim as it was read, where `claim` is what a reviewer amended it to; None where it counts as read.
    """

    claim: Claim
    mention: str
    report: str
    outlet: str | None
    origin: str
    read: Claim | None = None

    @property
    def as_read(self) -> Claim:
        """The claim that the mention holds, on which reviews hang."""
        return self.read or self.claim


@dataclass(frozen=True, slots=True)
class Account:
    """One version of the facts on one question, and the claims behind it.

    about: what it is an account of. says: the version in words ("6 killed", "Israel did it", "it did not happen").
    origins: how many independent origins stand behind it.
    """

    about: About
    says: str
    voiced: tuple[Voiced, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Toll:
    """Low, best and high for one toll of one incident, with the rule that chose them.

    None is not known. rule: its written form. origins: independent origins behind `best`.
    """

    about: About
    low: int | None
    best: int | None
    high: int | None
    rule: str
    origins: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two or more accounts of one incident that cannot all be right: what they differ on, and how, in a sentence."""

    about: str
    sentence: str


class Grade(StrEnum):
    """How well an incident's harm and author stand, in Airwars' words."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"


@dataclass(frozen=True, slots=True)
class Grading:
    """An incident's grade as a rule finds it; nobody has judged it.

    grade: None where nobody is said to be harmed, so that there is nothing to grade. rule: the written rule of the
    grade. why: what in this incident fulfils it, in a sentence.
    """

    grade: Grade | None
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class SeriesCheck:
    """A counted series set against the incidents that the ledger holds for its actor, place and period.

    verdict: "covered", "short by n", or "not checkable", with the reason in `sentence`. incidents: ids counted.
    """

    verdict: str
    sentence: str
    incidents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """The place that a reviewer gave an incident. mention: in whose words. by, why: as in the review."""

    where: Stated[Place]
    mention: str
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Reconciled:
    """One incident with its accounts set side by side.

    reports, outlets, origins: three different counts, never one for another. rejected: claims that a reviewer found
    the report not to make; they are shown, and stand behind no account, toll or contradiction. placed: goes before what
    the mentions tell; None where no reviewer gave a place. ruled: its mentions that a reviewer ruled on as a whole.
    vouched: what a reviewer accepted or amended a claim of.
    """

    incident: Incident
    accounts: tuple[Account, ...]
    tolls: tuple[Toll, ...]
    contradictions: tuple[Contradiction, ...]
    reports: int
    outlets: int
    origins: int
    rejected: tuple[Voiced, ...] = ()
    placed: Placed | None = None
    ruled: tuple[str, ...] = ()
    vouched: tuple[About, ...] = ()
