"""What can be asked of the incidents, and the row that answers."""

from dataclasses import dataclass
from datetime import date

from rashomon.records import SubEventType

PIN_KM = 15.0  # a place known no better than this still counts as a point: ACLED's geo_precision 1


@dataclass(frozen=True, slots=True)
class IncidentQuery:
    """Which incidents; every condition that is set must hold.

    since, until: days, both inclusive; an incident fits if it may have happened then. country: ISO 3166-1 alpha-2,
    or several, any of which fits; type and means likewise.
    near: latitude, longitude, kilometres; an incident fits whose place lies within them. box: south, west, north,
    east in degrees; west greater than east crosses the antimeridian.
    vague: also incidents of which only an area is known that reaches into `near` or `box`; else a place known no
    better than the distance asked for does not fit, for it would be a pin in the middle of a province.
    actor: whom somebody names as perpetrator, claimant or denier; words of the name, or several names, any of which
    fits (an umbrella's members, say). text: words in its claims and in what reports call it; "..." for a phrase.
    type: one of ACLED's sub-event types. means: "drone". killed_min to wounded_max: set against the best toll.
    dated, placed: True or False asks for those with or without; None for both.
    disputed: True where its accounts contradict each other, False where they do not. single_origin: True where one
    origin alone tells of it, False where several do.
    newest_first: by first day, the latest first, the undated last all the same; else the earliest first.
    limit: how many; None for all. cursor: `IncidentRow.cursor` of the last row seen; goes on after it, in either order.
    """

    since: date | None = None
    until: date | None = None
    country: str | tuple[str, ...] | None = None
    near: tuple[float, float, float] | None = None
    box: tuple[float, float, float, float] | None = None
    vague: bool = False
    actor: str | tuple[str, ...] | None = None
    text: str | None = None
    type: SubEventType | str | tuple[SubEventType | str, ...] | None = None
    means: str | tuple[str, ...] | None = None
    killed_min: int | None = None
    killed_max: int | None = None
    wounded_min: int | None = None
    wounded_max: int | None = None
    dated: bool | None = None
    placed: bool | None = None
    disputed: bool | None = None
    single_origin: bool | None = None
    newest_first: bool = False
    limit: int | None = None
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One line of the incident table: what the accounts come to, chosen by stated rules.

    first, last: the shortest interval that any of its mentions tells; None where none does.
    place to radius_km: the place that most mentions tell, then the most precise; None where none tells any.
    means: every one told. sub_event_type: the one most mentions tell; of equals the founding mention's.
    killed, wounded: low, best, high, None where not known. actors: every name in a perpetrator claim, in order of the
    alphabet, whatever the stance. words: the founding mention's words.
    reports, outlets, origins: three different counts. disputed: True where its accounts contradict each other.
    cursor: hand it to `IncidentQuery.cursor` to go on after this row.
    """

    id: str
    first: date | None
    last: date | None
    place: str | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    sub_event_type: str
    means: tuple[str, ...]
    killed: tuple[int | None, int | None, int | None]
    wounded: tuple[int | None, int | None, int | None]
    actors: tuple[str, ...]
    words: str
    reports: int
    outlets: int
    origins: int
    disputed: bool
    cursor: str


def several(asked: str | tuple[str, ...]) -> tuple[str, ...]:
    """The values of a condition that takes one or several."""
    return (str(asked),) if isinstance(asked, str) else tuple(str(one) for one in asked)
