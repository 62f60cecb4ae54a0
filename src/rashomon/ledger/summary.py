"""What the incident table shows of an incident, chosen from its mentions and accounts by stated rules."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from rashomon.ledger.dialect import Area
from rashomon.ledger.words import folded, searchable
from rashomon.records import About, Incident, Interval, Mention, Place, Reconciled, Toll, Verdict, kilometres

KM_A_DEGREE = 111.195  # of latitude, on a sphere of 6,371 km
UNDATED = 4_000_000  # a day ordinal after 31 December 9999: the undated stand last
HASH_BITS = 40  # of an incident's key, below its day
NOWHERE = 999.0  # degrees: an incident without a place lies outside of every box


@dataclass(frozen=True, slots=True)
class Summary:
    """One incident's rows: `columns` for the table `incident`, its area, and the words it is found by."""

    key: int
    columns: dict[str, object]
    area: Area
    words: list[str]
    actors: tuple[str, ...]

    def at(self, key: int) -> "Summary":
        """The same under another key."""
        if key == self.key:
            return self
        return replace(self, key=key, columns=self.columns | {"key": key}, area=replace(self.area, key=key))


def incident_key(incident_id: str, first_day: int | None) -> int:
    """A number that orders incidents by their first day, the same on every machine.

    22 bits of day, then 40 bits of the id's hash; whoever writes it steps past one that is taken.
    """
    day = UNDATED if first_day is None else first_day
    return day << HASH_BITS | int.from_bytes(sha256(incident_id.encode()).digest()[:5], "big")


def summarise(reconciled: Reconciled, mentions: Sequence[Mention]) -> Summary:
    """The rows of an incident; its mentions in the incident's own order, those that are withdrawn left out."""
    incident = reconciled.incident
    when = shortest(mentions)
    where = reconciled.placed.where.value if reconciled.placed else best_told(mentions)
    first, last = (when.first.toordinal(), when.last.toordinal()) if when else (None, None)
    actors = perpetrators(reconciled)
    key = incident_key(incident.id, first)
    columns: dict[str, object] = {
        "key": key,
        "id": incident.id,
        "first_day": first,
        "last_day": last,
        "place": where.name if where else None,
        "country": where.country if where else None,
        "admin1": where.admin1 if where else None,
        "lat": where.lat if where else None,
        "lon": where.lon if where else None,
        "radius_km": where.radius_km if where else None,
        "sub_event_type": _most_told(mentions),
        "means": sorted({means.value.value for told in mentions for means in told.means}),
        "actors": list(actors),
        "words": mentions[0].span.quote if mentions else "",
        "reports": reconciled.reports,
        "outlets": reconciled.outlets,
        "origins": reconciled.origins,
        "disputed": bool(reconciled.contradictions),
        "unsure": likeliest_unsure(incident),
        "place_unchecked": place_unchecked(reconciled, mentions),
        "toll_unchecked": toll_unchecked(reconciled),
    }
    for about in (About.KILLED, About.WOUNDED):
        toll = next((toll for toll in reconciled.tolls if toll.about is about), Toll(about, None, None, None, "", 0))
        columns |= {f"{about.value}_{end}": getattr(toll, end) for end in ("low", "best", "high")}
    return Summary(key, columns, area(key, first, last, where), searched_words(reconciled, mentions), actors)


def likeliest_unsure(incident: Incident) -> float | None:
    """The highest score of a near pair that is unsure and waits for a person; None where none does."""
    waiting = [join.score for join in incident.near if join.verdict is Verdict.UNSURE and join.judged is None]
    return max(waiting, default=None)


def place_unchecked(reconciled: Reconciled, mentions: Sequence[Mention]) -> bool:
    """True where nothing gives a place, and a mention is left that no reviewer ruled on as a whole."""
    if reconciled.placed or best_told(mentions):
        return False
    return any(told.id not in reconciled.ruled for told in mentions)


def toll_unchecked(reconciled: Reconciled) -> bool:
    """True where one origin alone counts dead, and no reviewer accepted or amended a claim of them."""
    dead = any(toll.about is About.KILLED and (toll.best or 0) > 0 for toll in reconciled.tolls)
    return dead and reconciled.origins == 1 and About.KILLED not in reconciled.vouched


def shortest(mentions: Sequence[Mention]) -> Interval | None:
    """The interval of fewest days that a mention tells; of equals the earlier in the incident's order."""
    told = [mention.when.value for mention in mentions if mention.when]
    return min(told, key=lambda interval: interval.days, default=None)


def best_told(mentions: Sequence[Mention]) -> Place | None:
    """The place that most mentions tell; of equals that of smaller radius, then the earlier in the incident's order.

    A mention that tells only of a wider area round a place agrees with it: where one names a town, one its province
    and one another province, it is the town.
    """
    told = Counter(mention.where.value for mention in mentions if mention.where)

    def agreeing(place: Place) -> int:
        return sum(times for other, times in told.items() if _holds(other, place))

    return min(told, key=lambda place: (-agreeing(place), place.radius_km), default=None)


def _holds(area: Place, place: Place) -> bool:
    """True where the place's middle lies in the area, which is known no better than the place itself."""
    if area.radius_km < place.radius_km:
        return False
    return kilometres(area.lat, area.lon, place.lat, place.lon) <= area.radius_km


def _most_told(mentions: Sequence[Mention]) -> str:
    counted = Counter(mention.sub_event_type.value.value for mention in mentions)
    return max(counted, key=lambda kind: counted[kind], default="")  # of equals the one that came first


def perpetrators(reconciled: Reconciled) -> tuple[str, ...]:
    """Every name that a perpetrator claim speaks of, whatever the stance, in order."""
    voiced = (voiced for account in reconciled.accounts for voiced in account.voiced)
    return tuple(
        sorted({one.claim.actor.value for one in voiced if one.claim.about is About.PERPETRATOR and one.claim.actor})
    )


def searched_words(reconciled: Reconciled, mentions: Sequence[Mention]) -> list[str]:
    """The folded words an incident is found by: its mentions', claims' and speakers' words, places and actors.

    The parts stand apart by a word that nobody searches, so that no phrase reaches from one into the next.
    """
    seen: dict[str, None] = {}
    for part in _texts(reconciled, mentions):
        seen.setdefault(folded(part))
    return searchable(" 0rashomon0 ".join(part for part in seen if part).split())


def _texts(reconciled: Reconciled, mentions: Sequence[Mention]) -> Iterator[str]:
    for told in mentions:
        yield told.span.quote
        placed = reconciled.placed if reconciled.placed and reconciled.placed.mention == told.id else None
        if where := placed.where if placed else told.where:
            yield where.value.name
            yield where.span.quote
        yield from (target.quote for target in told.targets)
        yield from (means.value.value for means in told.means)
    counted = (voiced for account in reconciled.accounts for voiced in account.voiced)
    for voiced in (*counted, *reconciled.rejected):
        yield voiced.claim.span.quote
        yield from (speaker.name for speaker in voiced.claim.speakers)
        if voiced.claim.actor:
            yield voiced.claim.actor.value


def area(key: int, first: int | None, last: int | None, where: Place | None) -> Area:
    """The box round the circle in which it happened; without a place it lies nowhere, without days on no day."""
    first_day, last_day = (UNDATED, UNDATED) if first is None or last is None else (first, last)
    if where is None:
        return Area(key, NOWHERE, NOWHERE, NOWHERE, NOWHERE, first_day, last_day)
    south, west, north, east = box_round(where.lat, where.lon, where.radius_km)
    if west < -180 or east > 180:
        west, east = -180.0, 180.0  # over the antimeridian: too wide, which the query sees to
    return Area(key, south, west, north, east, first_day, last_day)


def box_round(lat: float, lon: float, km: float) -> tuple[float, float, float, float]:
    """South, west, north, east of the circle; near a pole all longitudes. West may be below -180, east above 180."""
    high = km / KM_A_DEGREE
    nearest_pole = min(89.99, abs(lat) + high)
    wide = min(180.0, high / math.cos(math.radians(nearest_pole)))
    return max(-90.0, lat - high), lon - wide, min(90.0, lat + high), lon + wide
