"""A place that a reviewer gives in place of what was read: a gazetteer's name or a point, in the report's words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.errors import BadInput
from rashomon.ledger import Ledger
from rashomon.records import PLACED, Mention, Place, PlaceKind, Stated
from rashomon.views.amending import text_of, words_near
from rashomon.views.wording import place_name
from rashomon.where.gazetteer import gazetteer
from rashomon.where.names import sound, spelling

MOST_OFFERED = 9  # as many as there are keys for them
_POINT_KM = 5.0  # how far from a point it may have been where nobody says so
_SITE_KM = 25.0  # UCDP's where_prec 2; what is known no better is a region, never a site
_POINT = re.compile(r"\s*[-+]?\d+(\.\d+)?\s*,\s*[-+]?\d+(\.\d+)?\s*(,.*)?")


@dataclass(frozen=True, slots=True)
class Offer:
    """A place that what was asked for may mean.

    name: by which it was found. alone: the words that mean it alone, "Rundu,geonames:3353383". alike: True where it
    only sounds like what was asked for.
    """

    place: Place
    name: str
    alone: str
    alike: bool = False


def offers(asked: str) -> tuple[Offer, ...]:
    """What "NAME", "NAME,COUNTRY", "NAME,COUNTRY,REGION" or "LAT,LON[,KM][,COUNTRY]" may mean, the largest first.

    A name that no gazetteer has is looked for by its sound. () where there is nothing near it. Raises BadInput for a
    point that is none.
    """
    if _POINT.fullmatch(asked):
        point = _point(asked)
        return (Offer(point, point.name, asked.strip()),)
    for name, narrower in _readings(asked):
        found = [one.place for one in gazetteer().named(spelling(name)) if _fits(one.place, narrower)]
        if found:
            return tuple(Offer(place, name, f"{name},{place.source}") for place in found)
    alike = _alike(asked.split(",")[0])
    return tuple(Offer(place, place.name, f"{place.name},{place.source}", alike=True) for place in alike)


def placed_by(asked: str, words: str | None, mention: Mention, text: str) -> Stated[Place]:
    """The one place that is asked for, as in `offers`, in the report's words for it.

    words: of the report; without them the name, where the text has it, else the mention's own. Raises BadInput for a
    name that nothing or more than one thing bears, saying how to choose, and for words that are not in the text.
    """
    place = _only(asked)
    near = mention.span.start
    if words is not None and words.strip():
        span = words_near(text, words, near)
        named = replace(place, name=words.strip()) if place.source == PLACED else place
        return Stated(named, span, PLACED)
    name = words_for(asked, text)
    return Stated(place, words_near(text, name, near) if name else mention.span, PLACED)


def place_given(ledger: Ledger, mention: str, asked: str, words: str | None) -> Stated[Place]:
    """As `placed_by`, for a mention by its id; raises BadInput where no current reading holds it."""
    text = text_of(ledger, mention)
    return placed_by(asked, words, ledger.mentions([mention])[mention], text)


def words_for(asked: str, text: str) -> str:
    """The name that is asked for, where the text has it as whole words; else ""."""
    name = asked.split(",")[0].strip()
    stands = bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) and not _POINT.fullmatch(asked)
    return name if stands else ""


def _only(asked: str) -> Place:
    found = offers(asked)
    if len(found) == 1 and not found[0].alike:
        return found[0].place
    if not found:
        raise BadInput(f'no place {asked!r} in the gazetteer; try another spelling, or "LAT,LON,KM"')
    listed = "; ".join(f'"{_shortest(one, found)}" is {_told(one.place)}' for one in found[:MOST_OFFERED])
    more = f"; and {len(found) - MOST_OFFERED} more, name the country too" if len(found) > MOST_OFFERED else ""
    alike = f"no place {asked!r} in the gazetteer, but alike"
    what = alike if found[0].alike else f"{len(found)} places are called {asked!r}"
    raise BadInput(f"{what}; write the one that you mean: {listed}{more}")


def _shortest(one: Offer, among: Sequence[Offer]) -> str:
    """The shortest words that mean this one alone: its country, its country and region, or its source."""
    place = one.place
    for narrower in ((place.country,), (place.country, place.admin1)):
        if all(narrower) and [o for o in among if _fits(o.place, [str(part) for part in narrower])] == [one]:
            return ",".join([one.name, *(str(part) for part in narrower)])
    return one.alone


def _told(place: Place) -> str:
    people = f", {place.population:,} people" if place.population else ""
    return f"{place_name(place)} ({place.kind.value}{people})"


def _readings(asked: str) -> list[tuple[str, list[str]]]:
    """The name and what narrows it, the longest name first, since "Washington, D.C." is one."""
    parts = [part.strip() for part in asked.split(",")]
    return [(", ".join(parts[:at]), [part for part in parts[at:] if part]) for at in range(len(parts), 0, -1)]


def _fits(place: Place, narrower: Sequence[str]) -> bool:
    """True where each of these words is its country's code, its region's name or its source."""
    return all(
        part == place.source or part.upper() == place.country or spelling(part) == spelling(place.admin1 or "")
        for part in narrower
    )


def _alike(name: str) -> list[Place]:
    key = sound(name)
    found = [one.place for form in (f"~{key}", key) for one in gazetteer().named(form)] if key else []
    return sorted(dict.fromkeys(found), key=lambda place: -place.population)


def _point(asked: str) -> Place:
    """A place at coordinates; its name is the coordinates until the report's words are given."""
    lat, lon, *rest = (part.strip() for part in asked.split(","))
    km, country = _POINT_KM, None
    for part in rest:
        if part.upper() in gazetteer().countries:
            country = part.upper()
        else:
            try:
                km = float(part)
            except ValueError:
                raise BadInput(f'{asked!r} is no point; write it as "LAT,LON,KM", as "-17.93,19.77,5"') from None
    kind = PlaceKind.SITE if km <= _SITE_KM else PlaceKind.REGION
    return Place(f"{float(lat):g}, {float(lon):g}", kind, country, float(lat), float(lon), km, PLACED)
