"""Where two mentions are, measured against how precisely each is known."""

from functools import lru_cache

from rashomon.link.gist import Gist
from rashomon.link.words import words
from rashomon.records import kilometres

WIDE_KM = 60  # a place known no better than this is an area: a district, a province, a country
TOWN_KM = 8  # two gazetteer points this near are one town


def place(left: Gist, right: Gist) -> str:
    """Whether the places are one, could be one given their precision, or are apart."""
    one, two = left.spot, right.spot
    if one is None or two is None:
        return "not told"
    away = kilometres(one.lat, one.lon, two.lat, two.lon)
    slack = one.radius_km + two.radius_km
    narrow, wide = sorted((one.radius_km, two.radius_km))
    if wide > WIDE_KM:
        if narrow > WIDE_KM and away <= TOWN_KM:
            return "same area"
        return "within an area" if away <= slack else "outside the area"
    if away <= TOWN_KM:
        return "same town"
    if away <= slack:
        return "could be one"
    level = "near" if away <= slack + 30 else "apart" if away <= 150 else "far apart"
    return f"{level}, but named" if names_place(left, right) or names_place(right, left) else level


def names_place(one: Gist, other: Gist) -> bool:
    """True where the telling words of one report hold the other's place: one of the two is then likely misread."""
    if other.spot is None:
        return False
    first = _first_word(other.spot.name)
    return first is not None and (first in one.report.whole.words or first in one.near.words)


@lru_cache(maxsize=1 << 14)
def _first_word(name: str) -> str | None:
    found = words(name)
    return found[0] if found else None


def place_sentence(left: Gist, right: Gist) -> str:
    """ "Al-Qaim and Al-Bukamal, 8 km apart, known to 10 and 5 km"."""
    one, two = left.spot, right.spot
    if one is None or two is None:
        return "at least one is not located"
    away = kilometres(one.lat, one.lon, two.lat, two.lon)
    return f"{one.name} and {two.name}, {away:.0f} km apart, known to {one.radius_km:.0f} and {two.radius_km:.0f} km"
