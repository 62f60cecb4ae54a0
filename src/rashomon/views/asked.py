"""What people write to ask for incidents, made what the ledger asks: places by name, actors with their members."""

from dataclasses import dataclass

from rashomon.errors import BadInput
from rashomon.records import Actor, Place
from rashomon.where.gazetteer import gazetteer
from rashomon.where.names import spelling
from rashomon.who import canonical
from rashomon.who.catalogue import catalogue


@dataclass(frozen=True, slots=True)
class Near:
    """Within km kilometres of a point. place: what the name was taken for, None where coordinates were given.

    others: how many more places bear that name.
    """

    lat: float
    lon: float
    km: float
    place: Place | None = None
    others: int = 0


def near(asked: str) -> Near:
    """The point and distance of "PLACE,KM", "PLACE,COUNTRY,KM" or "LAT,LON,KM"; of places of one name the largest.

    Raises BadInput for a distance that is none and a name that no gazetteer holds.
    """
    name, _, distance = asked.rpartition(",")
    try:
        km = float(distance)
    except ValueError:
        raise BadInput(f'{asked!r} has no distance; write it as "PLACE,KM", as "Mosul,50"') from None
    try:
        lat, lon = (float(part) for part in name.split(","))
    except ValueError:
        return _named(name.strip(), km)
    return Near(lat, lon, km)


def _named(name: str, km: float) -> Near:
    wanted, _, country = name.partition(",")
    places = [
        candidate.place
        for candidate in gazetteer().named(spelling(wanted))
        if not country.strip() or candidate.place.country == country.strip().upper()
    ]
    if not places:
        raise BadInput(f'no place {name!r} in the gazetteer; try another spelling, or "LAT,LON,KM"')
    return Near(places[0].lat, places[0].lon, km, places[0], len(places) - 1)


def names_of(asked: str) -> tuple[str, ...]:
    """The name that was given, the list's own name for it, and those of its members, and of their members.

    Memberships count whenever they held: an incident of a group from before it joined is found under the umbrella too.
    """
    actor = canonical(asked)
    if actor is None:
        return (asked,)
    within = {actor.id: actor}
    everybody = catalogue().actors.values()
    found = list(within.values())
    while found:
        umbrellas = {one.id for one in found}
        found = [one for one in everybody if one.id not in within and _belongs(one, umbrellas)]
        within |= {one.id: one for one in found}
    return tuple(dict.fromkeys((asked, *(one.name for one in within.values()))))


def _belongs(actor: Actor, umbrellas: set[str]) -> bool:
    return any(membership.umbrella in umbrellas for membership in actor.member_of)
