"""One incident in full: its accounts side by side, who stands behind each, and why its mentions are joined."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from rashomon.ledger import IncidentRow, Ledger
from rashomon.records import (
    About,
    Account,
    Claim,
    Contradiction,
    Incident,
    Join,
    Mention,
    Reconciled,
    Report,
    Stance,
    Toll,
    Voiced,
)
from rashomon.views.wording import OWN_VOICE

FEW = 100  # incidents that are looked up one by one; more are cheaper in one walk
_QUESTIONS = {
    About.KILLED: "How many were killed?",
    About.WOUNDED: "How many were wounded?",
    About.PERPETRATOR: "Who did it?",
    About.OCCURRENCE: "Did it happen?",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One mention of the incident and the report that it stands in."""

    mention: Mention
    report: Report

    @property
    def cited(self) -> str:
        """The report as a person cites it: outlet, day of publication, id."""
        return cited(self.report)


@dataclass(frozen=True, slots=True)
class Question:
    """What the accounts answer ("How many were killed?"), and the accounts, in `reconcile`'s order.

    rejected: claims that a reviewer found the report not to make, to be shown struck out. No account may be left.
    """

    about: About
    asked: str
    accounts: tuple[Account, ...]
    toll: Toll | None
    rejected: tuple[Voiced, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions that are joined, kept apart or asked about, with their words and the reasons.

    left, right: None where the mention is in no current reading. other: the incident that the refused mention is
    part of; None for a join, or where it is part of none.
    """

    join: Join
    left: Told | None
    right: Told | None
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Parties:
    """Who is named in connection with the deed, by what is said of them: names, in order of the alphabet.

    silent: those who decline to comment. unaware: those who say that they know of no such incident.
    """

    claim: tuple[str, ...]
    blamed: tuple[str, ...]
    suspected: tuple[str, ...]
    deny: tuple[str, ...]
    silent: tuple[str, ...]
    unaware: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncidentInFull:
    """One incident as a person reads it.

    row: its line in the table. told: its mentions, the founding one first.
    """

    row: IncidentRow
    reconciled: Reconciled
    told: tuple[Told, ...]
    questions: tuple[Question, ...]
    parties: Parties
    contradictions: tuple[Contradiction, ...]
    joins: tuple[Pair, ...]
    near: tuple[Pair, ...]


def incident_in_full(ledger: Ledger, handle: str) -> IncidentInFull:
    """The incident with this id or unambiguous beginning of an id; raises BadInput where there is none."""
    reconciled = ledger.incident(handle)
    incident = reconciled.incident
    ends = {end for join in (*incident.joins, *incident.near) for end in (join.left, join.right)}
    told = told_of(ledger, {*incident.mentions, *ends})
    others = ledger.incidents_of(ends - set(incident.mentions))
    return IncidentInFull(
        row=ledger.row(incident.id),
        reconciled=reconciled,
        told=tuple(told[one] for one in incident.mentions if one in told),
        questions=questions(reconciled),
        parties=parties(reconciled),
        contradictions=reconciled.contradictions,
        joins=tuple(Pair(join, told.get(join.left), told.get(join.right)) for join in incident.joins),
        near=tuple(
            Pair(join, told.get(join.left), told.get(join.right), others.get(_outside(join, incident)))
            for join in incident.near
        ),
    )


def questions(reconciled: Reconciled) -> tuple[Question, ...]:
    """The questions that somebody answers, each with its accounts and what was rejected."""
    tolls = {toll.about: toll for toll in reconciled.tolls}
    found = []
    for about, asked in _QUESTIONS.items():
        accounts = tuple(account for account in reconciled.accounts if account.about is about)
        rejected = tuple(one for one in reconciled.rejected if one.claim.about is about)
        if accounts or rejected:
            found.append(Question(about, asked, accounts, tolls.get(about), rejected))
    return tuple(found)


def parties(reconciled: Reconciled) -> Parties:
    """Who is blamed, who claims it, who denies or keeps silent, over all accounts."""
    claims = [voiced.claim for account in reconciled.accounts for voiced in account.voiced]

    def actors(stance: Stance) -> tuple[str, ...]:
        deeds = (claim for claim in claims if claim.about is About.PERPETRATOR and claim.stance is stance)
        return tuple(sorted({claim.actor.value for claim in deeds if claim.actor}))

    return Parties(
        claim=actors(Stance.CLAIMS),
        blamed=actors(Stance.BLAMES),
        suspected=actors(Stance.SUSPECTS),
        deny=actors(Stance.DENIES),
        silent=actors(Stance.DECLINES),
        unaware=tuple(sorted({_nearest(claim) for claim in claims if claim.stance is Stance.UNAWARE})),
    )


def authors(reconciled: Reconciled) -> tuple[str, ...]:
    """Whom anybody blames or suspects, and who claims it, in order of the alphabet.

    A denial alone makes nobody an author, nor does silence.
    """
    found = parties(reconciled)
    return tuple(sorted({*found.claim, *found.blamed, *found.suspected}))


def authors_of(ledger: Ledger, incidents: Set[str]) -> Mapping[str, tuple[str, ...]]:
    """`authors` of each of these incidents, by id."""
    if len(incidents) <= FEW:
        return {one: authors(ledger.incident(one)) for one in sorted(incidents)}
    every = ledger.each_incident()
    return {each.incident.id: authors(each) for each in every if each.incident.id in incidents}


def by_words(voiced: Sequence[Voiced]) -> list[tuple[Voiced, tuple[Voiced, ...]]]:
    """Claims that say the same in the same words through the same speakers, as one, with all the reports they stand in.

    A wire story that ten outlets print is shown once with ten reports behind it.
    """
    groups: dict[tuple[object, ...], list[Voiced]] = {}
    for one in voiced:
        claim = one.claim  # a reviewer may have amended one of two that read alike
        actor = claim.actor.value if claim.actor else None
        says = (claim.about, claim.stance, claim.low, claim.high, claim.part, actor)
        key = (claim.span.quote, tuple(speaker.name for speaker in claim.speakers), says)
        groups.setdefault(key, []).append(one)
    return [(group[0], tuple(group)) for group in groups.values()]


def cited(report: Report) -> str:
    """A report as a person cites it: "Haaretz, 28 Sep 2019 [seed-000]"."""
    day = f"{report.published.day} {report.published:%b %Y}" if report.published else "undated"
    return f"{report.outlet or 'unnamed outlet'}, {day} [{report.id}]"


def told_of(ledger: Ledger, mentions: Set[str]) -> Mapping[str, Told]:
    """Each of these mentions that stands in a current reading, with its report."""
    found = ledger.mentions(mentions)
    reports = {one: ledger.report(one) for one in sorted({mention.report for mention in found.values()})}
    return {one: Told(mention, reports[mention.report]) for one, mention in found.items()}


def _outside(join: Join, incident: Incident) -> str:
    """The end of a refused join that is not in this incident."""
    return join.right if join.left in incident.mentions else join.left


def _nearest(claim: Claim) -> str:
    return claim.speakers[0].name if claim.speakers else OWN_VOICE
