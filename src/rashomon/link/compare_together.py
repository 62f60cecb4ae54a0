"""Day, place and names taken together: two that fit say more, or less, than each of them alone.

The same day in another province with no name in common is another incident; another day in the same town with names in
common is often a misread day.
"""

from collections.abc import Mapping
from functools import cache

from rashomon.link.compare_place import place
from rashomon.link.compare_time import LOOKING_BACK, day
from rashomon.link.compare_words import COUNTS, PEOPLE, RARER, names, people, rare
from rashomon.link.gist import Gist

_DAYS = {
    "same day": "the days meet",
    "same days": "the days meet",
    "same week": "the days meet",
    "same month": "the days meet",
    "wide": "the days meet",
    "a day apart": "a day apart",
    "wide, a day apart": "a day apart",
    "published next": "day not told",
    "published that week": "day not told",
    "published that month": "day not told",
    "published long after": "day not told",
    "published before": "days apart",
}
_PLACES = {
    "same town": "same place",
    "same area": "same place",
    "could be one": "near",
    "within an area": "near",
    "near": "near",
    "near, but named": "near",
    "not told": "place not told",
}
_MANY = COUNTS[3:]
_FEW = RARER[:3]  # one rare word alone is met by chance


def together(left: Gist, right: Gist) -> str:
    """Whether days and places meet, and whether names or rare words are shared."""
    return of_levels(
        {
            "day": day(left, right),
            "place": place(left, right),
            "names": names(left, right),
            "people": people(left, right),
            "rare words": rare(left, right),
        }
    )


def of_levels(levels: Mapping[str, str]) -> str:
    """`together` of two mentions whose other levels are found already, by the names of the comparisons."""
    return _together(levels["day"], levels["place"], levels["names"], levels["people"], levels["rare words"])


@cache
def _together(day: str, place: str, names: str, people: str, rare: str) -> str:
    when = "day not told" if day.startswith("not told") else _DAYS.get(day.removesuffix(LOOKING_BACK), "days apart")
    where = _PLACES.get(place, "places apart")
    if names in _MANY or people in PEOPLE[3:]:
        shared = "many names"
    else:
        shared = "names" if names != COUNTS[0] or rare not in _FEW else "no names"
    return f"{when}, {where}, {shared} in common"


def together_sentence(left: Gist, right: Gist) -> str:
    """ "Taken together: the days meet, same place, names in common"."""
    return f"taken together: {together(left, right)}"
