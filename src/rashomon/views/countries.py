"""Countries as people call them, and the towns by which people find their way on a map."""

from rashomon.records import Place
from rashomon.where.gazetteer import gazetteer


def country_name(code: str) -> str:
    """The name of the country with this ISO 3166-1 alpha-2 code; the code itself where it is none that is listed.

    >>> country_name("NA")
    'Namibia'
    """
    country = gazetteer().countries.get(code)
    return country.place.name if country else code


def country_names() -> list[tuple[str, str]]:
    """Every country, code and name, by name."""
    return sorted(((code, one.place.name) for code, one in gazetteer().countries.items()), key=lambda pair: pair[1])


def large_towns(least: int = 200_000) -> list[Place]:
    """The towns of at least so many people, the largest first."""
    return gazetteer().towns(least)
