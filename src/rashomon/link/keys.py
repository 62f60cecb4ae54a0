"""Blocking keys: only mentions that share a key are compared.

Two mentions meet where they are near in time and place, or where two of their rarest words are the same. A key is a
64-bit number: a namespace, then a day and a cell of the globe, or two words.

A mention is stored under some keys and looks under others, such that whichever of two mentions looks for the other
finds it: what is known precisely meets what is known precisely in fine cells; what is known widely meets everything
in coarse cells, and everything looks among what is known widely.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations, islice
from math import cos, radians
from zlib import crc32

from rashomon.link.gist import NAME_MARK, Gist, Spot
from rashomon.link.words import rarity

FINE_KM = 25  # places known this well meet in fine cells
AREA_KM = 300  # areas known no better meet by their country
FINE_DEGREES, COARSE_DEGREES = 0.6, 3.2  # heights of cells: 66 and 350 km; neighbours of a cell cover that far around
NARROW_DAYS = 8  # times known this well meet by day, wider ones by month
WIDEST_DAYS = 62  # a time known no better meets only by words
ASSUMED_DAYS = 3  # an untold day is looked for between this many days before publication and publication
RARE = 7  # words that about one text in 2**7 or fewer holds make keys
WORDS_IN_KEYS, WORDS_IN_PAIRS = 12, 9  # words of a mention that make keys with a day or a cell, and with each other
WORD_DAYS = 4  # a time known this well makes keys with words

FINE, COARSE_ALL, COARSE_WIDE, COUNTRY_ALL, COUNTRY_WIDE, MONTH_ALL, MONTH_WIDE = range(1, 8)
WORDS, NAMES, WORD_DAY, WORD_CELL = range(8, 12)


@dataclass(frozen=True, slots=True)
class Keys:
    """Under which keys a mention is stored, and under which others it looks. words: both stored and looked under."""

    stored: tuple[int, ...]
    looks: tuple[int, ...]
    words: tuple[int, ...]


def keys(gist: Gist) -> Keys:
    """The blocking keys of a mention: a pure function of it."""
    stored: list[int] = []
    looks: list[int] = []
    days = block_days(gist)
    spot = gist.spot
    if spot and days and days[1] - days[0] < NARROW_DAYS:
        _by_day(spot, days, stored, looks)
    if spot and days and days[1] - days[0] <= WIDEST_DAYS:
        _by_month(spot, days, stored, looks)
    return Keys(tuple(stored), tuple(looks), _by_words(gist, days))


def block_days(gist: Gist) -> tuple[int, int] | None:
    """The days to look for: those told, else those just before publication."""
    if gist.days:
        return gist.days
    published = gist.report.published
    return (published - ASSUMED_DAYS, published) if published else None


def precision(radius_km: float) -> int:
    """How well a place is known: 0 a town, 1 an area, 2 a country or more."""
    return 0 if radius_km <= FINE_KM else 1 if radius_km <= AREA_KM else 2


def _by_day(spot: Spot, days: tuple[int, int], stored: list[int], looks: list[int]) -> None:
    known = precision(spot.radius_km)
    country = crc32((spot.country or "").encode())
    fine, coarse = (_cells(spot.lat, spot.lon, height) for height in (FINE_DEGREES, COARSE_DEGREES))
    for day in range(days[0], days[1] + 1):
        if known == 0:
            stored.append(_key(FINE, day, fine[0]))
        if known < 2:
            stored.append(_key(COARSE_ALL, day, coarse[0]))
        if known == 1:
            stored.append(_key(COARSE_WIDE, day, coarse[0]))
        if known == 2:
            stored.append(_key(COUNTRY_WIDE, day, country))
        stored.append(_key(COUNTRY_ALL, day, country))
    for day in range(days[0] - 1, days[1] + 2):  # a day apart is still compared: nights, time zones
        if known == 0:
            looks.extend(_keys(FINE, day, fine))
        if known < 2:
            looks.extend(_keys(COARSE_ALL if known else COARSE_WIDE, day, coarse))
        looks.append(_key(COUNTRY_ALL if known == 2 else COUNTRY_WIDE, day, country))


def _by_month(spot: Spot, days: tuple[int, int], stored: list[int], looks: list[int]) -> None:
    if precision(spot.radius_km) > 0:
        return
    wide = days[1] - days[0] >= NARROW_DAYS
    cells = _cells(spot.lat, spot.lon, FINE_DEGREES)
    for month in _months(days):
        stored.append(_key(MONTH_ALL, month, cells[0]))
        if wide:
            stored.append(_key(MONTH_WIDE, month, cells[0]))
        looks.extend(_keys(MONTH_ALL if wide else MONTH_WIDE, month, cells))


def _months(days: tuple[int, int]) -> range:
    first, last = (date.fromordinal(day) for day in days)
    return range(first.year * 12 + first.month, last.year * 12 + last.month + 1)


def _by_words(gist: Gist, days: tuple[int, int] | None) -> tuple[int, ...]:
    named = gist.report.names.split(NAME_MARK) if gist.report.names else []
    found = {(NAMES << 60) | _hash(name) for name in named}
    rare = [_hash(word) for word in _rarest(gist)]
    for one, two in combinations(sorted(rare[:WORDS_IN_PAIRS]), 2):
        found.add((WORDS << 60) | ((one * 0x9E3779B1 ^ two) & ((1 << 60) - 1)))
    if days and days[1] - days[0] < WORD_DAYS:
        for day in range(days[0], days[1] + 1):
            found.update(_keys(WORD_DAY, day, rare))
    if gist.spot and precision(gist.spot.radius_km) == 0:
        found.update(_keys(WORD_CELL, _cells(gist.spot.lat, gist.spot.lon, FINE_DEGREES)[0], rare))
    return tuple(sorted(found))


def _hash(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


def _rarest(gist: Gist) -> list[str]:
    """The weightiest rare words, of the sentences that tell of it and of its report by turns, each once."""
    classes, unlisted = rarity().classes, rarity().unlisted
    near, whole = (
        list(islice((w for w in bag.words if classes.get(w, unlisted) >= RARE), WORDS_IN_KEYS))
        for bag in (gist.near, gist.report.whole)
    )
    found: dict[str, None] = {}
    for n in range(max(len(near), len(whole))):
        for bag in (near, whole):
            if n < len(bag):
                found[bag[n]] = None
        if len(found) >= WORDS_IN_KEYS:
            break
    return list(found)[:WORDS_IN_KEYS]


def _key(namespace: int, when: int, where: int) -> int:
    return (namespace << 60) | ((when & 0xFFFFFFF) << 32) | (where & 0xFFFFFFFF)


def _keys(namespace: int, when: int, wheres: Sequence[int]) -> list[int]:
    """The keys of several places, of 32 bits each, or words with one time."""
    begun = (namespace << 60) | ((when & 0xFFFFFFF) << 32)
    return [begun | where for where in wheres]


@lru_cache(maxsize=1 << 14)  # much happens in the same towns
def _cells(lat: float, lon: float, height: float) -> tuple[int, ...]:
    """The cell that holds the place, then its neighbours: all within `height` degrees of latitude of it."""
    own = int((lat + 90) // height)
    found: list[int] = []
    for row in (own, own - 1, own + 1):
        # A row's cells are as wide as they are high at its edge nearest to a pole: rows nearer to it need more of them.
        low = row * height - 90
        columns = max(1, int(360 * max(0.02, min(cos(radians(low)), cos(radians(low + height)))) / height))
        column = int((lon + 180) / 360 * columns) % columns
        around = (column, (column - 1) % columns, (column + 1) % columns)
        found.extend(cell for cell in (row % 1024 << 16 | place for place in around) if cell not in found)
    return tuple(found)
