"""Reports: the text as published, what was read from it, its marks and revisions."""

from datetime import date

from pydantic import Field

from rashomon import records
from rashomon.ledger import claim_id
from rashomon.views import Mark as MarkRecord
from rashomon.views import MarkKind
from rashomon.web.api.shapes.base import Head, Next, Shape
from rashomon.web.api.shapes.claims import Mention, Series


class Report(Shape):
    """One published article, in its newest revision, without its text."""

    id: str = Field(examples=["r-7197396c39df03a5"])
    title: str | None = Field(examples=["Jetty struck"])
    outlet: str | None = Field(examples=["Northern Dispatch"])
    published: date | None = Field(examples=["2024-05-14"], description="Null where the source does not tell.")
    url: str | None = Field(examples=["https://northern-dispatch.example/jetty"])
    language: str = Field(examples=["en"], description="ISO 639-1.")
    digest: str = Field(examples=["5f" * 32], description="SHA-256 of all fields: names this revision.")


class Reports(Shape):
    """A page of reports, by id."""

    items: list[Report]
    next: Next


class Reading(Shape):
    """What one reader, in one version, took from one revision of one report."""

    report: str = Field(examples=["r-7197396c39df03a5"])
    digest: str = Field(examples=["5f" * 32])
    reader: str = Field(examples=["rules 0.1.0"])
    mentions: list[Mention]
    series: list[Series]


class Mark(Shape):
    """Words of the text and what they were read as."""

    start: int = Field(examples=[14])
    end: int = Field(examples=[40])
    kind: MarkKind
    mention: str | None = Field(examples=["m-31f93f0a1b2c3d4e"], description="Null for a counted series.")
    claim: str | None = Field(examples=["c-41d0a7b2c3d4e5f6"])

    @classmethod
    def of(cls, mark: MarkRecord, reading: records.Reading) -> "Mark":
        """A mark, with the ids of what its numbers count."""
        mention = reading.mentions[mark.mention - 1] if mark.mention else None
        claim = mention.claims[mark.claim - 1] if mention and mark.claim else None
        return cls(
            start=mark.span.start,
            end=mark.span.end,
            kind=mark.kind,
            mention=mention.id if mention else None,
            claim=claim_id(mention.id, claim) if mention and claim else None,
        )


class Marks(Shape):
    """Every mark of a report, in the order of the text."""

    items: list[Mark]
    next: None = None


class ReportWhole(Report):
    """One report with its text."""

    text: str = Field(examples=["Jetty struck\n\nA drone killed four people at Rundu on Monday, a nurse said."])
    revisions: int = Field(examples=[1], description="How many revisions are kept.")
    reader: str | None = Field(examples=["rules 0.1.0"], description="Who read it last; null where it is not read yet.")
    seen: Head


class Revision(Report):
    """One revision of a report, whole."""

    text: str = Field(examples=["Jetty struck\n\nA drone killed four people at Rundu on Monday, a nurse said."])


class Revisions(Shape):
    """Every revision of a report, as they came in."""

    items: list[Revision]
    next: None = None
