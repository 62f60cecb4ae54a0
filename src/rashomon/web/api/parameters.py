"""What addresses of the API may ask: the same filter as the pages', declared so that OpenAPI tells it."""

from datetime import date
from typing import Annotated, Literal

from fastapi import Path, Query
from pydantic import BaseModel, ConfigDict, Field

from rashomon.records import Means, SubEventType
from rashomon.views import BinGrain
from rashomon.web.filters import Filter

MOST = 500  # items on a page
USUAL = 50

YesNo = Literal["yes", "no"]
_AS_OF = "Only what reports published by the end of that day tell, joined and counted anew."
AsOf = Annotated[date | None, Query(description=_AS_OF)]
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many on a page.")]
After = Annotated[str, Query(max_length=2000, description="`next` of the page before; empty for the first.")]
Handle = Annotated[str, Path(max_length=100, description="An id, one merged into it, or the beginning of one.")]
ReportId = Annotated[str, Path(max_length=2000, description="The report's id.")]
Key = Annotated[str, Path(max_length=500, description="The speaker's key, as the list of speakers has it.")]
Number = Annotated[int, Path(ge=1, le=2**53, description="The entry's number.")]


class Filters(BaseModel):
    """Which incidents; every condition that is set must hold."""

    model_config = ConfigDict(extra="forbid")

    since: date | None = Field(None, description="It may have happened on this day or later.")
    until: date | None = Field(None, description="It may have happened on this day or before.")
    country: str | None = Field(None, pattern="^[A-Za-z]{2}$", description="ISO 3166-1 alpha-2: IQ, NA.")
    near: str | None = Field(None, max_length=200, description="`PLACE,KM`, `PLACE,COUNTRY,KM` or `LAT,LON,KM`.")
    box: str | None = Field(
        None,
        pattern=r"^-?\d{1,3}(\.\d{1,9})?(,-?\d{1,3}(\.\d{1,9})?){3}$",
        description="`SOUTH,WEST,NORTH,EAST` in degrees; west greater than east crosses the antimeridian.",
    )
    type: SubEventType | None = Field(None, description="ACLED's sub-event type.")
    means: Means | None = Field(None, description="The weapon or means.")
    actor: str | None = Field(
        None, min_length=1, max_length=200, description="Named as perpetrator, claimant or denier; members fit too."
    )
    text: str | None = Field(None, min_length=1, max_length=500, description='Words, "..." for a phrase.')
    killed_min: int | None = Field(None, ge=0, le=999_999_999, description="Set against the best toll.")
    killed_max: int | None = Field(None, ge=0, le=999_999_999, description="Likewise.")
    dated: YesNo | None = Field(None, description="With a day, or without.")
    placed: YesNo | None = Field(None, description="With a place, or without.")
    disputed: YesNo | None = Field(None, description="Whether its accounts contradict each other.")
    single_origin: YesNo | None = Field(None, description="Whether one origin alone tells of it.")
    as_of: date | None = Field(None, description=_AS_OF)

    @property
    def filter(self) -> Filter:
        """The filter of the pages that asks the same."""
        asked = self.model_dump(mode="json", exclude_none=True)
        return Filter.of({name: str(value) for name, value in asked.items()})


class Listed(Filters):
    """A page of the incidents that fit."""

    order: Literal["old", "new"] = Field("old", description="By first day, the earliest or the latest first.")
    limit: int = Field(USUAL, ge=1, le=MOST, description="How many on a page.")
    cursor: str | None = Field(None, pattern="^[0-9a-f]{1,16}$", description="`next` of the page before.")


class Looked(Filters):
    """The incidents that fit, and the part of the map that is looked at."""

    zoom: int = Field(2, ge=0, le=24, description="Of Web Mercator tiles of 256 pixels; clusters are cells of them.")
    grain: BinGrain | None = Field(None, description="Of the histogram; left out for what suits.")
    close: bool = Field(False, description="True draws the histogram over the chosen days alone.")


Filtered = Annotated[Filters, Query()]
ListedQuery = Annotated[Listed, Query()]
LookedQuery = Annotated[Looked, Query()]
