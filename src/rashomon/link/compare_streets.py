"""Whether the streets and venues that two reports name are the same."""

from collections.abc import Sequence
from functools import lru_cache

from rashomon.link.gist import NAME_MARK, Gist

STREETS = ("others", "1", "2 and more")


@lru_cache(maxsize=1024)  # one mention is compared with many in a row
def _names(joined: str) -> frozenset[str]:
    return frozenset(joined.split(NAME_MARK))


def _common(left: str, right: str) -> Sequence[str]:
    return sorted(_names(left).intersection(right.split(NAME_MARK))) if left and right else ()


def _level(left: str, right: str) -> str:
    if not left or not right:
        return "not told"
    return STREETS[min(2, len(_common(left, right)))]


def _sentence(left: str, right: str, what: str) -> str:
    common = _common(left, right)
    if common:
        return f"{what} in both: {', '.join(common)}"
    return f"they name other {what}" if left and right else f"at least one names no {what}"


def streets(left: Gist, right: Gist) -> str:
    """How many streets stand in both reports."""
    return _level(left.report.streets, right.report.streets)


def streets_sentence(left: Gist, right: Gist) -> str:
    """ "Streets in both: marrow"."""
    return _sentence(left.report.streets, right.report.streets, "streets")


def venues(left: Gist, right: Gist) -> str:
    """How many schools, parks, bars, mosques or markets stand in both reports."""
    return _level(left.report.venues, right.report.venues)


def venues_sentence(left: Gist, right: Gist) -> str:
    """ "Venues in both: marrow club"."""
    return _sentence(left.report.venues, right.report.venues, "venues")
