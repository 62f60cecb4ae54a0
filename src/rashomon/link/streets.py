"""The streets and venues that a report names: finer than any town that a gazetteer knows.

Two shootings of one night in one town lie in two streets; two reports of one of them name the same street, or none.
"""

import re

from rashomon.link.words import fold

_WORD = r"(?:[A-Z][^\W\d_]+|\d+(?:st|nd|rd|th))"
_SIDE = r"(?:(?:[NSEW]|[NS][EW]|North|South|East|West|Northwest|Northeast|Southwest|Southeast)\.? )?"
_STREETS = """Street St Avenue Ave Boulevard Blvd Road Rd Drive Dr Lane Ln Court Ct Place Pl Way Highway Hwy Parkway
    Pkwy Terrace Circle Pike Square Bridge Freeway Expressway Alley"""
_VENUES = """Park School Church Mosque Market Mall Apartment Apartments Club Bar Lounge Hotel Inn Motel Restaurant Cafe
    Grill Tavern Theater Theatre Plaza Center Centre University College Homes Village Station Stadium Beach Houses
    Gardens Projects Manor Terrace Airport Base Camp Prison Jail Temple Synagogue Cathedral Store Gym Gallery Factory
    Mine Port Barracks Checkpoint Crossing"""
_STREET = re.compile(rf"\b{_SIDE}({_WORD}(?: {_WORD})?) (?:{'|'.join(_STREETS.split())})\b")
_BLOCK = re.compile(rf"\b\d{{2,5}} (?:block|blk)\.? of {_SIDE}({_WORD})")
_VENUE = re.compile(rf"\b({_WORD}(?:[ -]{_WORD}){{0,2}}) ({'|'.join(_VENUES.split())})\b")
# What stands before such words without being a name of its own.
_NO_NAMES = frozenset(
    """the on in at near and of from to a police wall main north south east west northwest northeast southwest
    southeast""".split()
)


def streets(text: str, most: int) -> tuple[str, ...]:
    """The streets that a text names, by the last word of their names, as they come.

    `streets("the 4900 block of Marrow Avenue, near E. 33rd St.", 8)` is ("marrow", "33rd").
    """
    found = {m.start(): _last(m.group(1)) for pattern in (_STREET, _BLOCK) for m in pattern.finditer(text)}
    return tuple({found[at]: None for at in sorted(found) if found[at]})[:most]


def venues(text: str, most: int) -> tuple[str, ...]:
    """Schools, parks, bars, mosques, markets that a text names, by their last two words, as they come.

    `venues("at the Old Marrow Club", 8)` is ("marrow club",).
    """
    found: dict[str, None] = {}
    for match in _VENUE.finditer(text):
        name = _last(match.group(1).replace("-", " "))
        if name:
            found[f"{name} {fold(match.group(2)).rstrip('s')}"] = None
    return tuple(found)[:most]


def _last(name: str) -> str:
    """The last word that names something; empty where none does."""
    own = [word for word in fold(name).split() if word not in _NO_NAMES]
    return own[-1] if own else ""
