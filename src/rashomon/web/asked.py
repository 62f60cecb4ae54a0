"""What the overview's address asks: the filter, and how it is looked at. The address bar holds the whole state."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from rashomon.errors import BadInput
from rashomon.ledger import IncidentQuery
from rashomon.web.filters import Filter

PAGE = 50  # incidents in the list at a time


@dataclass(frozen=True, slots=True)
class Asked:
    """The state of the overview. zoom: of the map, "" where it fits what is found. close: "yes" for a histogram of the
    chosen days alone. order: "old" for the earliest first. cursor, at: the list goes on after that row, which makes
    its first line this one.
    """

    filter: Filter
    zoom: str = ""
    close: str = ""
    order: str = ""
    cursor: str = ""
    at: str = ""

    @classmethod
    def of(cls, parameters: Mapping[str, str]) -> Self:
        """What a query string asks."""
        told = {name: parameters.get(name, "").strip() for name in ("zoom", "close", "order", "cursor", "at")}
        return cls(Filter.of(parameters), **told)

    def but(self, **changes: str) -> dict[str, str]:
        """The parameters of an address with other values; whoever asks something else begins on the first page."""
        own = {"zoom": self.zoom, "close": self.close, "order": self.order}
        return {name: value for name, value in {**self.filter.set, **own, **changes}.items() if value}

    @property
    def parameters(self) -> dict[str, str]:
        """The parameters of this very state."""
        return self.but(cursor=self.cursor, at=self.at)

    @property
    def query(self) -> IncidentQuery:
        """One page of what fits; raises BadInput for a value that cannot be meant."""
        return replace(self.filter.query, newest_first=self.order != "old", limit=PAGE, cursor=self.cursor or None)

    @property
    def first(self) -> int:
        """The number of the list's first line."""
        return _whole("at", self.at) or 1

    @property
    def depth(self) -> int | None:
        """The map's zoom in tiles of 256 pixels; None for what suits."""
        return _whole("zoom", self.zoom)


def _whole(name: str, value: str) -> int | None:
    if value and not (value.isascii() and value.isdigit() and len(value) < 10):
        raise BadInput(f"{name} {value!r} is no whole number")
    return int(value) if value else None
