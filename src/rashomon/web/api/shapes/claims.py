"""Claims and mentions, every value with its words."""

from datetime import date

from pydantic import Field

from rashomon import records
from rashomon.ledger import claim_id
from rashomon.records import About, Means, PlaceKind, Stance, SubEventType
from rashomon.views import claim_words, days_words
from rashomon.web.api.shapes.base import Shape


class Span(Shape):
    """Words of a report's text: half-open offsets in Unicode code points, and the words themselves."""

    start: int = Field(examples=[14])
    end: int = Field(examples=[40])
    quote: str = Field(examples=["A drone killed four people"])


class Speaker(Shape):
    """One link of a chain of speakers."""

    name: str = Field(examples=["a nurse"], description="The report's words for the speaker.")
    span: Span
    rule: str = Field(examples=[""], description="How the words were found where they do not stand beside; else empty.")
    actor: str | None = Field(examples=[None], description="The actor list's id, where the speaker is known there.")


class Named(Shape):
    """A value in words, and the words of the report that tell it."""

    value: str = Field(examples=["Front"])
    span: Span
    rule: str = Field(examples=[""], description="The rule that inferred the value; empty where the words say it.")


class Interval(Shape):
    """Days between which something happened, both inclusive."""

    first: date = Field(examples=["2024-05-13"])
    last: date = Field(examples=["2024-05-13"])
    time_precision: int = Field(examples=[1], description="ACLED's: 1 a day, 2 a week, 3 a month or less precise.")
    date_prec: int = Field(examples=[1], description="UCDP's: 1 the day to 5 a year or more.")


class When(Shape):
    """Days and the words that tell them."""

    value: Interval
    span: Span
    rule: str = Field(examples=["nearest past weekday"])


class Place(Shape):
    """A place, openly imprecise: the centre, and how far from it the happening may have been."""

    name: str = Field(examples=["Rundu"])
    kind: PlaceKind
    country: str | None = Field(examples=["NA"], description="ISO 3166-1 alpha-2; null at sea.")
    admin1: str | None = Field(examples=["Kavango East"])
    lat: float = Field(examples=[-17.93333])
    lon: float = Field(examples=[19.76667])
    radius_km: float = Field(examples=[8.0])
    geo_precision: int = Field(examples=[1], description="ACLED's, 1 to 3.")
    where_prec: int = Field(examples=[1], description="UCDP's, 1 to 7.")
    source: str = Field(examples=["geonames:3353383"])


class Where(Shape):
    """A place and the words that tell it."""

    value: Place
    span: Span
    rule: str = Field(examples=[""])


class Claim(Shape):
    """One thing that one report says of one incident, by whom, and the words."""

    id: str = Field(examples=["c-41d0a7b2c3d4e5f6"])
    says: str = Field(examples=["4 killed"], description="The claim in a few words.")
    about: About
    stance: Stance
    span: Span
    speakers: list[Speaker] = Field(
        description="Nearest to the fact first, then who passed it on; empty is the report's own voice."
    )
    low: int | None = Field(examples=[4], description="People, inclusive; null is unbounded.")
    high: int | None = Field(examples=[4])
    who: Span | None = Field(description="What the victims are called; null where they are not named.")
    part: bool = Field(description="True for a subgroup of a larger toll.")
    actor: Named | None = Field(description="Whom a claim about the perpetrator speaks of.")
    rule: str = Field(examples=[""], description="The written rule where the value is inferred.")

    @classmethod
    def of(cls, mention: str, claim: records.Claim) -> "Claim":
        """A claim as it stands in its mention."""
        names = ("about", "stance", "span", "speakers", "low", "high", "who", "part", "actor", "rule")
        rest = {name: getattr(claim, name) for name in names} | {"speakers": list(claim.speakers)}
        return cls.model_validate({"id": claim_id(mention, claim), "says": claim_words(claim), **rest})


class TypeTold(Shape):
    """ACLED's sub-event type and the words that tell it."""

    value: SubEventType
    span: Span
    rule: str = Field(examples=[""])


class MeansTold(Shape):
    """A weapon or means and the words that tell it."""

    value: Means
    span: Span
    rule: str = Field(examples=[""])


class Mention(Shape):
    """One report's telling of one incident."""

    id: str = Field(examples=["m-31f93f0a1b2c3d4e"])
    report: str = Field(examples=["r-7197396c39df03a5"])
    incident: str | None = Field(examples=["i-3f2a91c0d4e5b678"], description="Null where it is not joined yet.")
    span: Span
    days: str = Field(examples=["13 May 2024"], description="The days in words.")
    sub_event_type: TypeTold
    means: list[MeansTold]
    when: When | None
    when_relative: Named | None = Field(description="What is known of the time where no day is.")
    where: Where | None
    targets: list[Span]
    claims: list[Claim]

    @classmethod
    def of(cls, mention: records.Mention, incident: str | None) -> "Mention":
        """A mention with the incident that it is part of."""
        names = ("id", "report", "span", "sub_event_type", "when", "when_relative", "where")
        relative = mention.when_relative.value if mention.when_relative else None
        rest = {
            "incident": incident,
            "days": days_words(mention.when.value if mention.when else None, relative),
            "means": list(mention.means),
            "targets": list(mention.targets),
            "claims": [Claim.of(mention.id, claim) for claim in mention.claims],
        }
        return cls.model_validate({name: getattr(mention, name) for name in names} | rest)


class Check(Shape):
    """A counted series set against the incidents of the ledger."""

    verdict: str = Field(examples=["short by 1"], description="`covered`, `short by N` or `not checkable`.")
    sentence: str = Field(examples=["The ledger holds 1 incident, May 2024; 2 counted."])
    incidents: list[str] = Field(examples=[["i-3f2a91c0d4e5b678"]])


class Series(Shape):
    """A count of incidents over a period, never an incident itself, and how it stands to the ledger."""

    report: str = Field(examples=["r-7197396c39df03a5"])
    span: Span
    what: Span = Field(description="The words for what is counted.")
    low: int | None = Field(examples=[2])
    high: int | None = Field(examples=[2])
    when: When | None
    where: Where | None
    actor: Named | None
    speakers: list[Speaker]
    rule: str = Field(examples=[""])
    check: Check

    @classmethod
    def of(cls, series: records.Series, check: records.SeriesCheck) -> "Series":
        """A series with its check."""
        names = ("report", "span", "what", "low", "high", "when", "where", "actor", "rule")
        rest = {"speakers": list(series.speakers)}
        told = {"verdict": check.verdict, "sentence": check.sentence, "incidents": list(check.incidents)}
        return cls.model_validate({name: getattr(series, name) for name in names} | rest | {"check": told})


class Mentions(Shape):
    """A page of mentions, by report id."""

    items: list[Mention]
    next: str | None = Field(examples=["r-7197396c39df03a5"])


class SeriesList(Shape):
    """A page of counted series, by report id."""

    items: list[Series]
    next: str | None = Field(examples=["r-7197396c39df03a5"])
