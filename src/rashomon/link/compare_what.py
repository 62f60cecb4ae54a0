"""What happened and by whom: type of event, weapon, author."""

from functools import cache

from rashomon.link.gist import Gist
from rashomon.records import Means, SubEventType

_FROM_AFAR = (
    SubEventType.AIR_DRONE_STRIKE,
    SubEventType.SHELLING,
    SubEventType.DISRUPTED_WEAPONS_USE,
    SubEventType.CHEMICAL_WEAPON,
)
_BOMBS = (
    SubEventType.REMOTE_EXPLOSIVE,
    SubEventType.SUICIDE_BOMB,
    SubEventType.GRENADE,
    SubEventType.UNKNOWN_EXPLOSION,
)
_COMMON = (SubEventType.ATTACK, SubEventType.ARMED_CLASH)  # what any shooting is: says less than another common type


def _family(kind: SubEventType) -> int:
    return 0 if kind in _FROM_AFAR else 1 if kind in _BOMBS else 2


def _type_level(one: SubEventType, two: SubEventType) -> str:
    if one is two:
        return "same, a common one" if one in _COMMON else "same"
    if SubEventType.UNKNOWN_EXPLOSION in (one, two):
        return "one unknown"
    return "related" if _family(one) == _family(two) else "different"


_TYPES = {(one, two): _type_level(one, two) for one in SubEventType for two in SubEventType}


def event_type(left: Gist, right: Gist) -> str:
    """Whether both are the same type of event, or types that reports take for one another."""
    return _TYPES[left.kind, right.kind]


def event_type_sentence(left: Gist, right: Gist) -> str:
    """ "Both Attack", "Attack and Armed clash"."""
    return f"both {left.kind.value}" if left.kind is right.kind else f"{left.kind.value} and {right.kind.value}"


def weapon(left: Gist, right: Gist) -> str:
    """Whether a weapon is common to both."""
    if not left.means or not right.means:
        return "not told"
    if left.means == right.means:
        return "same"
    if not left.means.isdisjoint(right.means):
        return "one in common"
    return "different" if _kinds(left.means).isdisjoint(_kinds(right.means)) else "of one kind"


# Weapons that reports of one happening take for one another.
_KINDS = (
    (Means.DRONE, Means.AIRCRAFT, Means.HELICOPTER, Means.MISSILE, Means.ROCKET),
    (Means.MISSILE, Means.ROCKET, Means.ARTILLERY, Means.MORTAR, Means.NAVAL),
    (Means.CAR_BOMB, Means.SUICIDE_BOMB, Means.IED, Means.MINE, Means.GRENADE),
)


@cache
def _kinds(means: frozenset[str]) -> frozenset[int]:
    return frozenset(n for n, kind in enumerate(_KINDS) if not means.isdisjoint(kind))


def weapon_sentence(left: Gist, right: Gist) -> str:
    """ "drone and aircraft, drone"."""
    if not left.means or not right.means:
        return "at least one does not tell the weapon"
    return f"weapons: {', '.join(sorted(left.means))} and {', '.join(sorted(right.means))}"


def author(left: Gist, right: Gist) -> str:
    """Whether the same group or state is named as the author, by whomever, or denies it."""
    if not left.actors or not right.actors:
        return "not told"
    return "same" if any(_alike(one, two) for one in left.actors for two in right.actors) else "different"


def _alike(one: frozenset[str], two: frozenset[str]) -> bool:
    """True where at least half of the shorter name's words stand in the other."""
    return len(one & two) * 2 >= min(len(one), len(two))


def author_sentence(left: Gist, right: Gist) -> str:
    """ "Both name houthi", or whom each names."""
    if not left.actors or not right.actors:
        return "at least one names no author"
    for one in left.actors:
        for two in right.actors:
            if _alike(one, two):
                return f"both name {' '.join(sorted(one & two))}"
    named = (", ".join(" ".join(sorted(actor)) for actor in gist.actors) for gist in (left, right))
    return "they name different authors: " + " and ".join(named)
