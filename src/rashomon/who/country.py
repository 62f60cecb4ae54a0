"""The country that a report is about: where most of its places lie. Its army is "the army"."""

from collections import Counter
from collections.abc import Sequence

from rashomon.records import PlaceExpression


def country_of(places: Sequence[PlaceExpression]) -> str | None:
    """The ISO code of the country in which most of the places lie, the first of several; None without places.

    Adjectives do not count: "Russian shells" tells of no place in Russia.
    """
    found = Counter(p.place.country for p in places if p.place is not None and p.place.country and not p.adjective)
    return max(found, key=found.__getitem__) if found else None
