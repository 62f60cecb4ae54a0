"""Incidents: rows of the table, and one in full."""

from collections.abc import Iterable
from datetime import date, datetime

from pydantic import Field

from rashomon import records
from rashomon.ledger import IncidentRow, Reviewed, claim_id
from rashomon.records import About, Verdict
from rashomon.views import IncidentInFull, Pair, account_words
from rashomon.web.api.shapes.base import Head, Next, Shape
from rashomon.web.api.shapes.claims import Claim, Mention, Where


class Figures(Shape):
    """Low, best and high; null is not known."""

    low: int | None = Field(examples=[4])
    best: int | None = Field(examples=[6])
    high: int | None = Field(examples=[6])


class Incident(Shape):
    """One line of the table of incidents: what its accounts come to, chosen by stated rules."""

    id: str = Field(examples=["i-3f2a91c0d4e5b678"])
    first: date | None = Field(examples=["2024-05-13"], description="Null where no mention tells a day.")
    last: date | None = Field(examples=["2024-05-13"])
    place: str | None = Field(examples=["Rundu"])
    admin1: str | None = Field(examples=["Kavango East"])
    country: str | None = Field(examples=["NA"])
    lat: float | None = Field(examples=[-17.93333])
    lon: float | None = Field(examples=[19.76667])
    radius_km: float | None = Field(examples=[8.0], description="It happened within so many kilometres of the point.")
    sub_event_type: str = Field(examples=["Air/drone strike"])
    means: list[str] = Field(examples=[["drone"]])
    killed: Figures
    wounded: Figures
    actors: list[str] = Field(
        examples=[["Front"]], description="Every name in a claim about the perpetrator, whatever the stance."
    )
    words: str = Field(examples=["A drone killed four people at Rundu on Monday"])
    reports: int = Field(examples=[2], description="Reports, outlets and independent origins: three different counts.")
    outlets: int = Field(examples=[2])
    origins: int = Field(examples=[2])
    disputed: bool = Field(description="True where its accounts contradict each other.")

    @classmethod
    def of(cls, row: IncidentRow) -> "Incident":
        """A row of the table."""
        return cls.model_validate(row_values(row))


def row_values(row: IncidentRow) -> dict[str, object]:
    """A row's values by the names that the API gives them."""
    tolls = {"killed": _figures(row.killed), "wounded": _figures(row.wounded)}
    lists = {"means": list(row.means), "actors": list(row.actors)}
    return {name: getattr(row, name) for name in Incident.model_fields} | tolls | lists


def _figures(toll: tuple[int | None, int | None, int | None]) -> Figures:
    return Figures(low=toll[0], best=toll[1], high=toll[2])


class Incidents(Shape):
    """A page of incidents."""

    items: list[Incident]
    next: Next


class Voiced(Shape):
    """A claim with where it was made and the origin that it is counted under."""

    claim: Claim
    mention: str = Field(examples=["m-31f93f0a1b2c3d4e"])
    report: str = Field(examples=["r-7197396c39df03a5"])
    outlet: str | None = Field(examples=["Northern Dispatch"])
    origin: str = Field(examples=["said:a nurse"])


def voiced_of(voiced: Iterable[records.Voiced]) -> list[Voiced]:
    """Claims with where they were made."""
    return [
        Voiced(
            claim=Claim.of(one.mention, one.claim),
            mention=one.mention,
            report=one.report,
            outlet=one.outlet,
            origin=one.origin,
        )
        for one in voiced
    ]


class Account(Shape):
    """One version of the facts on one question, and the claims behind it."""

    about: About
    says: str = Field(examples=["4 killed"])
    origins: int = Field(examples=[1], description="How many independent origins stand behind it.")
    voiced: list[Voiced]

    @classmethod
    def of(cls, account: records.Account) -> "Account":
        """An account with its claims."""
        return cls(
            about=account.about, says=account_words(account), origins=account.origins, voiced=voiced_of(account.voiced)
        )


class Toll(Shape):
    """Low, best and high for one toll, with the rule that chose them."""

    about: About
    low: int | None = Field(examples=[4])
    best: int | None = Field(examples=[6])
    high: int | None = Field(examples=[6])
    rule: str = Field(examples=["the figure that most independent origins stand behind"])
    origins: int = Field(examples=[1], description="Independent origins behind `best`.")


class Contradiction(Shape):
    """Accounts that cannot all be right."""

    about: str = Field(examples=["killed"])
    sentence: str = Field(examples=["A nurse says 4 killed, police say 6."])


class Reason(Shape):
    """One comparison of two mentions."""

    feature: str = Field(examples=["day"])
    weight: float = Field(examples=[2.0], description="Log-odds for the same happening; negative against.")
    sentence: str = Field(examples=["both are on 13 May 2024"])


class Join(Shape):
    """Why two mentions are joined, kept apart, or asked about."""

    left: str = Field(examples=["m-31f93f0a1b2c3d4e"])
    right: str = Field(examples=["m-91aa20b1c2d3e4f5"])
    score: float = Field(examples=[3.2])
    verdict: Verdict
    judged: str | None = Field(examples=[None], description="Whose judgement decided it; null where the score did.")
    reasons: list[Reason]
    other: str | None = Field(
        default=None, examples=[None], description="The incident that a refused mention is part of."
    )

    @classmethod
    def of(cls, join: records.Join, other: str | None = None) -> "Join":
        """A join with its reasons."""
        names = ("left", "right", "score", "verdict", "judged")
        reasons = [Reason.model_validate(one) for one in join.reasons]
        return cls(**{name: getattr(join, name) for name in names}, reasons=reasons, other=other)

    @classmethod
    def of_pair(cls, pair: Pair) -> "Join":
        """A pair that was considered."""
        return cls.of(pair.join, pair.other)


class Parties(Shape):
    """Who is named in connection with the deed, by what is said of them."""

    claim: list[str] = Field(examples=[[]])
    blamed: list[str] = Field(examples=[[]])
    suspected: list[str] = Field(examples=[[]])
    deny: list[str] = Field(examples=[["Front"]])
    silent: list[str] = Field(examples=[[]], description="Those who decline to comment.")
    unaware: list[str] = Field(examples=[["The army"]])


class Review(Shape):
    """What somebody made of a claim as it was read; the claim itself stays."""

    entry: int = Field(examples=[411], description="The number of the ledger's entry.")
    mention: str = Field(examples=["m-31f93f0a1b2c3d4e"])
    claim: str | None = Field(examples=["c-41d0a7b2c3d4e5f6"], description="Null for a review of the whole mention.")
    ruling: records.Ruling | None = Field(description="Null took a ruling back.")
    by: str = Field(examples=["ada"])
    at: datetime = Field(examples=["2024-06-01T09:30:00Z"])
    why: str = Field(examples=["the words say so"])
    amended: Claim | None = Field(description="The claim that the reviewer reads instead.")
    where: Where | None = Field(description="The place that the reviewer gives a whole mention.")

    @classmethod
    def of(cls, held: Reviewed) -> "Review":
        """A review that holds, on the newest reading."""
        review = held.review
        names = ("ruling", "by", "at", "why")
        return cls(
            entry=held.entry,
            mention=held.mention,
            claim=claim_id(held.mention, held.claim) if held.claim else None,
            amended=Claim.of(held.mention, review.amended) if review.amended else None,
            where=Where.model_validate(held.where) if held.where else None,
            **{name: getattr(review, name) for name in names},
        )


class Placed(Shape):
    """The place that a reviewer gave; it goes before what reports tell."""

    where: Where
    mention: str = Field(examples=["m-31f93f0a1b2c3d4e"])
    by: str = Field(examples=["ada"])
    why: str = Field(examples=["the river town of the second paragraph"])


class IncidentWhole(Incident):
    """One incident in full: its mentions with their words, its accounts side by side, why its mentions are joined."""

    redirects: list[str] = Field(examples=[[]], description="Ids that it bore, or that were merged into it.")
    parties: Parties
    tolls: list[Toll]
    contradictions: list[Contradiction]
    accounts: list[Account]
    mentions: list[Mention] = Field(description="The founding mention first.")
    joins: list[Join]
    near: list[Join] = Field(description="Pairs with mentions of other incidents, refused or unsure.")
    reviews: list[Review]
    placed: Placed | None = Field(description="Null where no reviewer gave the place.")
    seen: Head

    @classmethod
    def whole(cls, found: IncidentInFull, reviews: list[Review], seen: int) -> "IncidentWhole":
        """An incident as its page shows it."""
        reconciled = found.reconciled
        parts = {
            "redirects": list(reconciled.incident.redirects),
            "parties": Parties(**{name: list(getattr(found.parties, name)) for name in Parties.model_fields}),
            "tolls": [Toll.model_validate(toll) for toll in reconciled.tolls],
            "contradictions": [Contradiction.model_validate(one) for one in found.contradictions],
            "accounts": [Account.of(one) for one in reconciled.accounts],
            "mentions": [Mention.of(one.mention, found.row.id) for one in found.told],
            "joins": [Join.of_pair(pair) for pair in found.joins],
            "near": [Join.of_pair(pair) for pair in found.near],
            "reviews": reviews,
            "placed": reconciled.placed and Placed.model_validate(reconciled.placed),
            "seen": seen,
        }
        return cls.model_validate(row_values(found.row) | parts)


class Change(Shape):
    """What one entry of the ledger changed of an incident."""

    entry: int = Field(examples=[411])
    kind: records.EntryKind
    by: str = Field(examples=["rashomon"])
    at: datetime = Field(examples=["2024-06-01T09:30:00Z"])
    sentences: list[str] = Field(examples=[["killed so far: 4 to 6"]])


class History(Shape):
    """How an incident came to be what it is, the oldest change first."""

    items: list[Change]
    next: None = None
