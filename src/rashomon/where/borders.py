"""Borders: "the Iraq-Syria border", "near the Syrian border", "Niger's border with Nigeria".

A border is a line. The stretch of it that is meant is the one nearest to another place that the report names, first
in the same sentence; without one it is the whole line, and the radius says so.
"""

import re
from collections.abc import Mapping
from functools import cache

from rashomon.records import Parse, Place, PlaceKind, kilometres
from rashomon.where.gather import table
from rashomon.where.items import Item

STRETCH_KM = 60.0
CLOSE_KM = 80.0  # a place so close to the border picks the stretch before any other
REACH_KM = 200.0  # a place farther from the border than this does not pick a stretch of it
LOOK_AROUND = 60  # places of the report on either side that may pick the stretch
_AFTER = re.compile(
    r"^(?:['’]s?)?[\s-]+(?:\w+[\s-]+)?(?:borders?|frontiers?|borderlands?)\b"
    r"(?!\s+(?:guards?|police|policemen|patrols?|forces?|troops|security|agents?|control|officials?|officers?|army))",
    re.IGNORECASE,
)
_WITH = re.compile(r"\b(?:borders?|frontiers?)\s+with\s+(?:the\s+)?(?:neighbou?ring\s+)?$", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\b(?:borders?|frontiers?)\s+(?:(?:area|region|zone)s?\s+)?(?:between|of|separating|dividing)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_HYPHEN = re.compile(r"\s*[-–—/]\s*|\s+and\s+")
_OWN_WITH = re.compile(r"^['’]s?\s+(?:[\w-]+\s+){0,3}(?:borders?|frontiers?)\s+with\s+(?:the\s+)?$", re.IGNORECASE)


@cache
def lines() -> Mapping[tuple[str, str], tuple[tuple[float, float], ...]]:
    """Points along each land border, by its two countries in alphabetical order."""
    found = {}
    for row in table("borders.csv"):
        points = (point.split("/") for point in row["points"].split())
        found[row["one"], row["other"]] = tuple((float(lat), float(lon)) for lat, lon in points)
    return found


def neighbours(code: str) -> tuple[str, ...]:
    """The countries that border on this one, in alphabetical order."""
    return tuple(other if one == code else one for one, other in sorted(lines()) if code in (one, other))


def borders(parse: Parse, items: list[Item], counts: Mapping[str, float]) -> list[Item]:
    """Items for the borders that the text names; the country names in them are marked as covered.

    items: in the order of the text. counts: how much the report speaks of each country, by code.
    """
    found: list[Item] = []
    for i, item in enumerate(items):
        if item.covered or item.place is None or item.place.kind is not PlaceKind.COUNTRY or not item.place.country:
            continue
        following = items[i + 1] if i + 1 < len(items) else None
        span = _pair(parse, item, following) or _single(parse, items, i, counts)
        if span is None:
            continue
        one, other, start, end = span
        place = _border(one, other, items, i)
        if place is None:
            continue
        for near in (item, following):
            if near and start <= near.name_start and near.name_end <= end:
                near.covered = True
        found.append(Item(start, end, start, end, item.sentence, place, "where the two countries meet"))
    return found


def _country(item: Item | None) -> str | None:
    is_country = item is not None and item.place is not None and item.place.kind is PlaceKind.COUNTRY
    return item.place.country if is_country and item is not None and item.place is not None else None


def _pair(parse: Parse, item: Item, following: Item | None) -> tuple[str, str, int, int] | None:
    """Both countries stand beside each other: "Iraqi-Syrian border", "border between Iraq and Syria"."""
    one, other = _country(item), _country(following)
    if not one or not other or following is None or one == other or following.sentence != item.sentence:
        return None
    between = parse.text[item.name_end : following.name_start]
    after = parse.text[following.name_end : following.name_end + 40]
    before = parse.text[max(0, item.name_start - 60) : item.name_start]
    if _OWN_WITH.fullmatch(between):
        return one, other, item.name_start, following.name_end
    if not _HYPHEN.fullmatch(between):
        return None
    if match := _AFTER.match(after):
        return one, other, item.name_start, following.name_end + match.end()
    if match := _BETWEEN.search(before):
        return one, other, item.name_start - (len(before) - match.start()), following.name_end
    return None


def _single(parse: Parse, items: list[Item], i: int, counts: Mapping[str, float]) -> tuple[str, str, int, int] | None:
    """One country is named: "the Syrian border", "the border with Syria"; the other is the report's own."""
    item = items[i]
    code = _country(item)
    if code is None:
        return None
    before = parse.text[max(0, item.name_start - 50) : item.name_start]
    with_match = _WITH.search(before)
    after_match = _AFTER.match(parse.text[item.name_end : item.name_end + 40])
    if not with_match and not after_match:
        return None
    near = neighbours(code)
    earlier = (e for e in reversed(items[max(0, i - 8) : i]) if e.sentence == item.sentence)
    same = [c for c in map(_country, earlier) if c in near]
    known = [c for c in near if counts.get(c, 0.0) > 0]
    other = same[0] if same else max(known, key=lambda c: (counts[c], c), default=None)
    if other is None:
        return None
    start = item.name_start - (len(before) - with_match.start()) if with_match else item.name_start
    end = item.name_end if with_match else item.name_end + (after_match.end() if after_match else 0)
    return code, other, start, end


def _border(one: str, other: str, items: list[Item], i: int) -> Place | None:
    first, second = sorted((one, other))
    points = lines().get((first, second))
    if not points:
        return None
    name, source = f"{one}-{other} border", f"rashomon:borders:{first}-{second}"
    anchor = _anchor(points, {one, other}, items, i)
    if anchor is not None:
        lat, lon = min(points, key=lambda p: kilometres(p[0], p[1], anchor.lat, anchor.lon))
        return Place(name, PlaceKind.BORDER, other, lat, lon, STRETCH_KM, source)
    lat, lon = points[len(points) // 2]
    reach = max(kilometres(lat, lon, *point) for point in points)
    return Place(name, PlaceKind.BORDER, other, lat, lon, round(max(STRETCH_KM, reach), 1), source)


def _anchor(points: tuple[tuple[float, float], ...], countries: set[str], items: list[Item], i: int) -> Place | None:
    """The place that picks the stretch: one close to the border first, then the nearest in the text."""
    at = items[i]
    best: tuple[tuple[bool, int, int], Place] | None = None
    for item in items[max(0, i - LOOK_AROUND) : i + LOOK_AROUND]:
        place = item.place
        if place is None or item.adjective or place.kind is PlaceKind.COUNTRY or place.radius_km > 200:
            continue
        if place.country not in countries:
            continue
        away = min(kilometres(p[0], p[1], place.lat, place.lon) for p in points)
        order = (away > CLOSE_KM, abs(item.sentence - at.sentence), abs(item.name_start - at.name_start))
        if away <= REACH_KM and (best is None or order < best[0]):
            best = (order, place)
    return best[1] if best else None
