"""The gazetteer, read-only: candidates for a name, countries and their adjectives, the names of one country."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

from rashomon.records import Place, PlaceKind
from rashomon.where import build
from rashomon.where.gather import listed, table
from rashomon.where.names import spelling

_COLUMNS = "name, kind, country, admin1, lat, lon, radius_km, population, source"
KEPT_NAMES = 20_000  # answers kept in memory, about 200 bytes each where a name is unknown


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean; level: 0 its main name, 1 another spelling of it, 2 only the rough sound."""

    place: Place
    level: int


@dataclass(frozen=True, slots=True)
class Country:
    """What our list tells of a country.

    adjectives: as they are written. north_south_km, east_west_km: half of its extent. capital: the name.
    """

    place: Place
    adjectives: tuple[str, ...]
    north_south_km: float
    east_west_km: float
    capital: str


class Gazetteer:
    """One or more gazetteer files opened for reading; the first is the one that `build` made.

    `Gazetteer(paths).named("mosul")[0].place.country` is "IQ".
    """

    def __init__(self, paths: tuple[Path, ...]) -> None:
        self._files = [
            sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            for path in paths
        ]
        for file in self._files:
            file.execute("PRAGMA mmap_size=268435456")
            file.execute("PRAGMA cache_size=-2000")
        self.named = lru_cache(maxsize=KEPT_NAMES)(self._named)
        self.names_in = lru_cache(maxsize=256)(self._names_in)

    def close(self) -> None:
        """Close the files; nothing may be asked afterwards."""
        for file in self._files:
            file.close()

    def _named(self, key: str) -> tuple[Candidate, ...]:
        """The candidates under a key made by `names.spelling`, or by "~" and `names.sound`; largest first."""
        found: dict[tuple[str, str | None, float, float], Candidate] = {}
        for file in self._files:
            rows = file.execute(
                f"SELECT level, {_COLUMNS} FROM name JOIN place ON place.id = name.place WHERE key = ? "  # noqa: S608
                "ORDER BY population DESC, place.id LIMIT 400",
                (key,),
            )
            for level, *values in rows:
                place = _place(values)
                same = (place.source, place.country, round(place.lat, 2), round(place.lon, 2))
                found.setdefault(same, Candidate(place, level))
        return tuple(found.values())

    @cached_property
    def countries(self) -> Mapping[str, Country]:
        """The countries by ISO 3166-1 alpha-2 code."""
        found = {}
        places = {place.country: place for place in self._of_kind(PlaceKind.COUNTRY)}
        for row in table("countries.csv"):
            if row["code"] in places:
                found[row["code"]] = Country(
                    places[row["code"]],
                    listed(row["adjectives"]),
                    float(row["north_south_km"]),
                    float(row["east_west_km"]),
                    row["capital"],
                )
        return found

    @cached_property
    def adjectives(self) -> Mapping[str, str]:
        """The country code by an adjective's or a people's name as it is written: "Iraqi" is "IQ"."""
        found = {word: code for code, country in self.countries.items() for word in country.adjectives}
        plurals = {word + "s": code for word, code in found.items() if word.endswith(("i", "n", "t"))}
        return plurals | found

    def capital(self, code: str) -> Place | None:
        """The capital of a country; None where the list has none or the gazetteer does not know it."""
        country = self.countries.get(code)
        if country is None:
            return None
        inside = [c.place for c in self.named(spelling(country.capital)) if c.place.country == code]
        towns = [place for place in inside if place.kind is PlaceKind.SETTLEMENT]
        return max(towns or inside, key=lambda place: place.population, default=None)

    def towns(self, least: int) -> list[Place]:
        """The settlements of at least so many people, the largest first."""
        rows = self._files[0].execute(
            f"SELECT {_COLUMNS} FROM place WHERE kind = ? AND population >= ? ORDER BY population DESC, id",  # noqa: S608
            (PlaceKind.SETTLEMENT.value, least),
        )
        return [_place(row) for row in rows]

    def _names_in(self, code: str, beginning: str) -> tuple[str, ...]:
        """The spellings in one country that begin with these letters, for fuzzy matching."""
        found: set[str] = set()
        for file in self._files:
            rows = file.execute(
                "SELECT DISTINCT key FROM name JOIN place ON place.id = name.place "
                "WHERE key >= ? AND key < ? AND level < 2 AND country = ?",
                (beginning, beginning[:-1] + chr(ord(beginning[-1]) + 1), code),
            )
            found.update(key for (key,) in rows)
        return tuple(sorted(found))

    def _of_kind(self, kind: PlaceKind) -> Iterator[Place]:
        rows = self._files[0].execute(f"SELECT {_COLUMNS} FROM place WHERE kind = ? ORDER BY id", (kind.value,))  # noqa: S608
        return (_place(row) for row in rows)


def _place(values: list[object] | tuple[object, ...]) -> Place:
    name, kind, country, admin1, lat, lon, radius_km, population, source = values
    return Place(
        name=str(name),
        kind=PlaceKind(str(kind)),
        country=None if country is None else str(country),
        lat=float(str(lat)),
        lon=float(str(lon)),
        radius_km=float(str(radius_km)),
        source=str(source),
        admin1=None if admin1 is None else str(admin1),
        population=int(str(population)),
    )


def gazetteer() -> Gazetteer:
    """The gazetteer of this process: built at first use, with the user's own imports beside it."""
    return _opened(os.getpid())


@cache
def _opened(_process: int) -> Gazetteer:
    # A connection must not cross a fork: each process has its own.
    return Gazetteer((build.ensure(), *sorted(build.folder().glob("imported-*.sqlite"))))


def reopen() -> None:
    """Forget the opened gazetteer: the next question opens it again, with what has been imported meanwhile."""
    _opened.cache_clear()
