"""The filter: what the address bar says of which incidents are wanted, one for pages, exports, feeds and the API."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Self
from urllib.parse import urlencode

from rashomon.errors import BadInput
from rashomon.ledger import IncidentQuery
from rashomon.records import Means, SubEventType
from rashomon.views import names_of, near


@dataclass(frozen=True, slots=True)
class Filter:
    """Which incidents, in the words of the address bar; "" where nothing is asked.

    since, until: YYYY-MM-DD. country: ISO 3166-1 alpha-2. near: "PLACE,KM" or "LAT,LON,KM". box:
    "SOUTH,WEST,NORTH,EAST" in degrees. type: a sub-event type. means: "drone". actor: a name; an umbrella's members
    fit too. text: words, "..." for a phrase. killed_min, killed_max: against the best toll. dated, placed, disputed,
    single_origin: "yes" or "no".

    In a box lies also what is known to an area that reaches into it, for that is what the map shows there.
    """

    since: str = ""
    until: str = ""
    country: str = ""
    near: str = ""
    box: str = ""
    type: str = ""
    means: str = ""
    actor: str = ""
    text: str = ""
    killed_min: str = ""
    killed_max: str = ""
    dated: str = ""
    placed: str = ""
    disputed: str = ""
    single_origin: str = ""

    @classmethod
    def of(cls, parameters: Mapping[str, str]) -> Self:
        """The filter that a query string asks for; what it does not know is left alone."""
        return cls(**{each.name: parameters.get(each.name, "").strip() for each in fields(cls)})

    @property
    def set(self) -> dict[str, str]:
        """What is asked, by name, without what is empty."""
        return {name: value for name, value in asdict(self).items() if value}

    @property
    def query_string(self) -> str:
        """As it stands in an address, without the question mark."""
        return urlencode(self.set)

    def but(self, **changes: str) -> Self:
        """The filter with other values."""
        return replace(self, **changes)

    @property
    def query(self) -> IncidentQuery:
        """What the ledger is asked; raises BadInput, naming the field, for a value that cannot be meant."""
        place = near(self.near) if self.near else None
        return IncidentQuery(
            since=_day("since", self.since),
            until=_day("until", self.until),
            country=_country(self.country),
            near=(place.lat, place.lon, place.km) if place else None,
            box=_box(self.box),
            vague=bool(self.box),
            type=_one_of("type", self.type, [one.value for one in SubEventType]),
            means=_one_of("means", self.means, [one.value for one in Means]),
            actor=names_of(self.actor) if self.actor else None,
            text=self.text or None,
            killed_min=_count("killed_min", self.killed_min),
            killed_max=_count("killed_max", self.killed_max),
            dated=_yes_or_no("dated", self.dated),
            placed=_yes_or_no("placed", self.placed),
            disputed=_yes_or_no("disputed", self.disputed),
            single_origin=_yes_or_no("single_origin", self.single_origin),
        )


def _day(name: str, value: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise BadInput(f"{name} {value!r} is no day; write it as YYYY-MM-DD") from None


def _country(value: str) -> str | None:
    if value and not (len(value) == 2 and value.isascii() and value.isalpha()):
        raise BadInput(f"country {value!r} is no ISO 3166-1 alpha-2 code; give two letters, as IQ for Iraq")
    return value.upper() or None


def _box(value: str) -> tuple[float, float, float, float] | None:
    if not value:
        return None
    try:
        south, west, north, east = (float(part) for part in value.split(","))
    except ValueError:
        raise BadInput(f"box {value!r} is none; write SOUTH,WEST,NORTH,EAST in degrees, as 12,40,19,54") from None
    return south, west, north, east


def _one_of(name: str, value: str, known: list[str]) -> str | None:
    if value and value not in known:
        raise BadInput(f"{name} {value!r} is none of {', '.join(known)}")
    return value or None


def _count(name: str, value: str) -> int | None:
    if value and not (value.isascii() and value.isdigit() and len(value) < 10):
        raise BadInput(f"{name} {value!r} is no number of people; write it in digits")
    return int(value) if value else None


def _yes_or_no(name: str, value: str) -> bool | None:
    if value and value not in ("yes", "no"):
        raise BadInput(f"{name} {value!r} is neither yes nor no")
    return value == "yes" if value else None
