"""Places told by another place: "15 km west of X", "near X", "northern Iraq", "the south of the country".

The centre moves and the radius grows: where a town is 15 km away and only the direction is told, a happening there
is not pinned to the town.
"""

import math
import re
from dataclasses import replace
from itertools import pairwise

from rashomon.records import Parse, Place, PlaceKind, kilometres
from rashomon.where.gazetteer import Gazetteer
from rashomon.where.items import Item

LOOK_BACK = 110  # characters before a name in which its distance or direction may stand
_DIRECTION = (
    r"(?:(?P<a>north|south|east|west)(?:ern)?(?:[- ]?(?P<b>north|south|east|west)(?:ern)?)?|(?P<c>cent(?:ral|re|er)))"
)
_NUMBER = (
    r"(?P<n>\d{1,4}(?:[.,]\d+)?|a few|several|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|"
    r"thirty|forty|fifty|sixty|seventy|eighty|ninety|(?:a|one) hundred)"
)
_UNIT = r"(?P<unit>km|kms|kilomet(?:re|er)s?|miles?|mi)\b"
_FILLER = (
    r"(?:the\s+)?(?:(?:city|town|village|capital|district|port|border|provincial|regional|main|local|centre|of|the)\s+)"
    r"{0,4}"
)
_DISTANCE = re.compile(
    rf"\b{_NUMBER}[\s-]*{_UNIT}(?:\s*\([^()]{{1,30}}\))?\s+(?:(?:away|off|to\s+the|due|just|further)\s+){{0,3}}"
    rf"(?:{_DIRECTION}\s+)?(?:of|from|outside|beyond|off)\s+{_FILLER}$",
    re.IGNORECASE,
)
_SIDE = re.compile(rf"\b(?:just\s+|to\s+the\s+)?{_DIRECTION}\s+of\s+{_FILLER}$", re.IGNORECASE)
_PART = re.compile(rf"\b(?:far\s+|extreme\s+)?{_DIRECTION}[\s-]+$", re.IGNORECASE)
_OWN_PART = re.compile(
    rf"^['’]s\s+(?:far\s+|restive\s+|volatile\s+|troubled\s+|remote\s+)?{_DIRECTION}\b(?!-)"
    r"(?!\s+(?:(?:\w+\s+)?(?:province|city|town|state|district|governorate)\b|(?-i:[A-Z])))"
    r"(?:\s+(?:region|regions|desert|area|areas|part|provinces))?",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"\b(?:near|close\s+to|outside|outskirts\s+of|around|not\s+far\s+from|vicinity\s+of|edge\s+of|adjacent\s+to|"
    rf"neighbou?ring|surrounding)\s+{_FILLER}$",
    re.IGNORECASE,
)
_COUNTRY_PART = re.compile(
    rf"\bthe\s+(?:far\s+|restive\s+|extreme\s+)?{_DIRECTION}(?:\s+part)?\s+of\s+the\s+country\b|"
    rf"\bthe\s+country['’]s\s+(?:far\s+|restive\s+|volatile\s+|troubled\s+)?{_DIRECTION.replace('<', '<x')}\b",
    re.IGNORECASE,
)
_WORDS = {
    "a few": 5, "several": 10, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "a hundred": 100, "one hundred": 100,
}  # fmt: skip
_BEARING = {"north": (1.0, 0.0), "south": (-1.0, 0.0), "east": (0.0, 1.0), "west": (0.0, -1.0)}
_AREAS = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.REGION, PlaceKind.DISTRICT, PlaceKind.SETTLEMENT})
UNTOLD_KM = 20.0  # "north of X" without a distance: how far, by rule
_POINTS = frozenset({PlaceKind.SETTLEMENT, PlaceKind.SITE})
_BETWEEN = re.compile(rf"\bbetween\s+{_FILLER}$", re.IGNORECASE)
LONGEST_WAY_KM = 250.0  # places farther apart than this are no stretch of road
NEAR_KM = 10.0  # what "near" adds to the radius


def modify(item: Item, parse: Parse, gazetteer: Gazetteer) -> None:
    """Move or widen the item's place by the words before and after it, where they tell to."""
    if item.place is None or item.adjective:
        return
    floor = max(parse.sentences[item.sentence].start, item.start - LOOK_BACK)
    before = parse.text[floor : item.start]
    if match := _DISTANCE.search(before):
        _by_distance(item, match, floor)
    elif match := _SIDE.search(before):
        _to_the_side(item, match, floor, gazetteer)
    elif match := _PART.search(before):
        _part(item, match, gazetteer)
        item.start = floor + match.start()
    elif match := _OWN_PART.search(parse.text[item.end : item.end + 60]):
        _part(item, match, gazetteer)
        item.end += match.end()
    elif (match := _NEAR.search(before)) and item.place.kind is not PlaceKind.COUNTRY:
        item.start = floor + match.start()
        item.place = replace(item.place, radius_km=item.place.radius_km + NEAR_KM)
        item.rule += "; near it"


def _by_distance(item: Item, match: re.Match[str], floor: int) -> None:
    assert item.place is not None  # noqa: S101 (modify has looked)
    told = match["n"].lower()
    distance = float(_WORDS.get(told) or told.replace(",", "."))
    if match["unit"].lower().startswith("mi"):
        distance *= 1.609
    bearing = _bearing(match)
    item.start = floor + match.start()
    if bearing is None:
        item.place = replace(item.place, radius_km=round(item.place.radius_km + distance, 1))
        item.rule += f"; {distance:.0f} km from it"
        return
    radius = max(4.0, 0.25 * distance) + min(5.0, item.place.radius_km)
    item.place = moved(item.place, bearing, distance, radius)
    item.rule += f"; {distance:.0f} km {_said(match)} of it"


def _to_the_side(item: Item, match: re.Match[str], floor: int, gazetteer: Gazetteer) -> None:
    assert item.place is not None  # noqa: S101
    bearing = _bearing(match)
    if bearing is None:
        return
    if item.place.kind in (PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.REGION):
        _part(item, match, gazetteer)  # "the north of Iraq" lies in it
    else:
        item.place = moved(item.place, bearing, UNTOLD_KM, item.place.radius_km + 1.5 * UNTOLD_KM)
        item.rule += f"; {_said(match)} of it, no distance told"
    item.start = floor + match.start()


def _part(item: Item, match: re.Match[str], gazetteer: Gazetteer) -> None:
    place = item.place
    if place is None or place.kind not in _AREAS:
        return
    bearing = _bearing(match)
    tall = wide = place.radius_km
    country = gazetteer.countries.get(place.country or "")
    if place.kind is PlaceKind.COUNTRY and country:
        tall, wide = country.north_south_km, country.east_west_km
    radius = round(0.6 * max(tall, wide), 1)
    if bearing is None:
        item.place = replace(place, radius_km=radius)
        item.rule += "; its centre"
        return
    north, east = bearing
    distance = 0.5 * math.hypot(north * tall, east * wide)
    item.place = moved(place, bearing, distance, radius)
    item.rule += f"; its {_said(match)}"


def moved(place: Place, bearing: tuple[float, float], distance: float, radius: float) -> Place:
    """The place with its centre so many kilometres off, and another radius; the bearing as (north, east)."""
    north, east = bearing
    lat = max(-89.0, min(89.0, place.lat + north * distance / 111.2))
    lon = place.lon + east * distance / (111.2 * max(0.1, math.cos(math.radians(lat))))
    return replace(place, lat=round(lat, 4), lon=round((lon + 180) % 360 - 180, 4), radius_km=round(radius, 1))


def _bearing(match: re.Match[str]) -> tuple[float, float] | None:
    """Unit vector (north, east) of the direction in the match; None for the centre or no direction."""
    first, second = (_group(match, "a") or "").lower(), (_group(match, "b") or "").lower()
    if not first:
        return None
    north, east = _BEARING[first]
    if second and second != first:
        north, east = north + _BEARING[second][0], east + _BEARING[second][1]
    length = math.hypot(north, east)
    return (north / length, east / length) if length else None


def _group(match: re.Match[str], name: str) -> str | None:
    groups = match.groupdict()
    return groups.get(name) or groups.get("x" + name)


def _said(match: re.Match[str]) -> str:
    return ((_group(match, "a") or "") + (_group(match, "b") or "")).lower() or "centre"


def between(parse: Parse, items: list[Item]) -> list[Item]:
    """Items for "between X and Y": half-way, as wide as half of the way."""
    found = []
    for one, other in pairwise(items):
        if one.place is None or other.place is None or one.sentence != other.sentence or one.adjective:
            continue
        if not {one.place.kind, other.place.kind} <= _POINTS or parse.text[one.end : other.start].strip() != "and":
            continue
        floor = max(parse.sentences[one.sentence].start, one.start - 40)
        match = _BETWEEN.search(parse.text[floor : one.start])
        way = kilometres(one.place.lat, one.place.lon, other.place.lat, other.place.lon)
        if not match or way > LONGEST_WAY_KM:
            continue
        place = replace(
            one.place,
            lat=round((one.place.lat + other.place.lat) / 2, 4),
            lon=round((one.place.lon + other.place.lon) / 2, 4),
            radius_km=round(way / 2 + 3.0, 1),
        )
        rule = f"half-way between {one.place.name} and {other.place.name}"
        found.append(Item(floor + match.start(), other.end, one.name_start, one.name_end, one.sentence, place, rule))
    return found


def country_parts(parse: Parse, country: Place, gazetteer: Gazetteer) -> list[Item]:
    """Items for "the north of the country" and "the country's west", in the country that the report is about."""
    found = []
    for sentence in parse.sentences:
        for match in _COUNTRY_PART.finditer(parse.text, sentence.start, sentence.end):
            item = Item(
                match.start(), match.end(), match.start(), match.end(), sentence.i, country, "the report's country"
            )
            _part(item, match, gazetteer)
            found.append(item)
    return found
