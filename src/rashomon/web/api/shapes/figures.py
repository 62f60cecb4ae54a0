"""Figures over many incidents: the overview, speakers and outlets."""

from collections.abc import Sequence
from datetime import date

from pydantic import Field

from rashomon import views
from rashomon.views import BinGrain
from rashomon.web.api.shapes.base import Shape
from rashomon.web.api.shapes.incidents import Incident, Voiced


class Bin(Shape):
    """The incidents whose first day is in these days."""

    first: date = Field(examples=["2024-05-13"])
    last: date = Field(examples=["2024-05-13"])
    count: int = Field(examples=[1])
    loose: int = Field(examples=[0], description="Of these, those that may as well have happened later.")
    killed: int = Field(examples=[6])
    around: int = Field(examples=[1], description="Those that fit all of the filter but its days.")


class Cluster(Shape):
    """Incidents at points that fall into one cell of the map."""

    lat: float = Field(examples=[-17.93333])
    lon: float = Field(examples=[19.76667])
    count: int = Field(examples=[1])
    killed: int = Field(examples=[6])
    id: str | None = Field(examples=["i-3f2a91c0d4e5b678"], description="The incident's where it is one alone.")


class Area(Shape):
    """Incidents of which no more is known than that they happened within so many kilometres of a point."""

    name: str = Field(examples=["Kavango West"])
    country: str = Field(examples=["NA"])
    lat: float = Field(examples=[-18.2])
    lon: float = Field(examples=[18.6])
    radius_km: float = Field(examples=[150.0])
    count: int = Field(examples=[1])
    killed: int = Field(examples=[0])


class Counted(Shape):
    """A value and how many incidents have it."""

    value: str = Field(examples=["NA"])
    count: int = Field(examples=[2])

    @classmethod
    def of(cls, counted: Sequence[tuple[str, int]]) -> "list[Counted]":
        """Values with their counts, in their order."""
        return [cls(value=value, count=count) for value, count in counted]


class Facets(Shape):
    """How many incidents there would be with each value, the filter's own choice of it left aside."""

    type: list[Counted]
    means: list[Counted]
    country: list[Counted]
    actors: list[Counted]


class Overview(Shape):
    """All incidents that fit at one glance. count = dated + undated = points + in_areas + unplaced."""

    count: int = Field(examples=[2])
    dated: int = Field(examples=[1])
    undated: int = Field(examples=[1])
    points: int = Field(examples=[1])
    in_areas: int = Field(examples=[1])
    unplaced: int = Field(examples=[0])
    killed: int = Field(examples=[6], description="The sum of the best figures, 0 where none is known.")
    grain: BinGrain
    bins: list[Bin]
    clusters: list[Cluster]
    areas: list[Area]
    beyond: int = Field(examples=[0], description="Incidents in areas that are left out.")
    facets: Facets


class Comparison(Shape):
    """How a speaker's counts of the dead stand to the median of others' on the same incidents, in incidents."""

    higher: int = Field(examples=[1])
    same: int = Field(examples=[4])
    lower: int = Field(examples=[0])


class SpeakerRecord(Shape):
    """One speaker over the incidents that fit."""

    key: str = Field(examples=["said-police-na"])
    name: str = Field(examples=["police"])
    country: str | None = Field(examples=["NA"])
    incidents: list[str] = Field(examples=[["i-3f2a91c0d4e5b678"]])
    claims: int = Field(examples=[7])
    first: int = Field(examples=[2], description="Incidents in which no earlier day's report carries another origin.")
    alone: int = Field(examples=[1], description="Incidents in which no other origin says anything.")
    killed: Comparison
    blames: list[Counted]
    denies: list[Counted]
    silent: int = Field(examples=[0])
    unaware: int = Field(examples=[0])

    @classmethod
    def of(cls, record: views.SpeakerRecord) -> "SpeakerRecord":
        """A speaker's record."""
        counted = {name: Counted.of(getattr(record, name)) for name in ("blames", "denies")}
        rest = set(cls.model_fields) - set(counted) - {"incidents"}
        values = {name: getattr(record, name) for name in rest} | {"incidents": list(record.incidents)}
        return cls.model_validate(values | counted)


class Beside(Shape):
    """One incident: what the speaker says of it, and what others say, each wording once."""

    incident: Incident
    said: list[Voiced]
    others: list[Voiced]


class SpeakerWhole(Shape):
    """One speaker, incident by incident."""

    speaker: SpeakerRecord
    items: list[Beside]
    next: None = None


class OutletRecord(Shape):
    """One outlet over the incidents that fit."""

    name: str = Field(examples=["Northern Dispatch"])
    incidents: int = Field(examples=[12])
    reports: int = Field(examples=[14])
    first: int = Field(examples=[3])
    alone: int = Field(examples=[5])
    own_voice: int = Field(examples=[9], description="Claims in its reports' own voice.")
    quoted: int = Field(examples=[21], description="Claims that it gives to speakers.")


class Voices(Shape):
    """Speakers and outlets over the incidents that fit."""

    items: list[SpeakerRecord]
    next: None = None
    outlets: list[OutletRecord]
    walked: int = Field(examples=[40], description="Incidents that were looked at.")
