"""Which of the places of one name a report means: a score that reads as a table, over the whole report.

One name has one sense in a report, save where the words beside it say otherwise ("Kunduz", "Kunduz province").
Each feature adds to a candidate's score; the scores of one name become probabilities; the probabilities of all other
names make the report's countries, regions and points, which are features of the next round. Three rounds settle it.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.records import Place, PlaceKind, kilometres
from rashomon.where.gazetteer import Candidate
from rashomon.where.toponyms import Toponym

ROUNDS = 3
LARGE = 150_000  # people; a larger town may be the only place of its country in a report
ALONE, OTHERS = 0.3, 2.0  # weight of other names in a country: next to nothing; enough to be what the report is about
MOST_CANDIDATES = 60
ANCHORS = 12  # points that distance is measured to: the surest names of the report


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature is worth, in log-odds.

    people: per factor ten of population. level: a spelling that is not the main one; `sound`, only the rough sound.
    kind_fits, kind_differs: the words beside the name say province, town, base. country, admin1: times the share of
    the report's other places and adjectives there. near: other places of the report nearby. stated: the text says that
    it lies in that country or region ("Qaim, Anbar province"). nation: a country's name is mostly the country.
    seat: a town rather than the province of the same name.
    """

    people: float = 1.0
    alias: float = -0.7
    sound: float = -3.0
    kind_fits: float = 3.0
    kind_differs: float = -3.0
    country: float = 6.0
    admin1: float = 4.0
    near: float = 2.0
    stated: float = 8.0
    nation: float = 3.0
    province: float = -1.2
    district: float = -1.0


WEIGHTS = Weights()
# Our own list has no population: as many powers of ten as make a place as well known as a town of that size.
STANDS_FOR = {PlaceKind.SETTLEMENT: 3.7, PlaceKind.SITE: 4.7, PlaceKind.REGION: 6.0, PlaceKind.SEA: 6.3}


@dataclass(slots=True)
class Name:
    """One name of the report in one sense: its mentions and what they may mean."""

    key: str
    kinds: frozenset[PlaceKind]
    candidates: tuple[Candidate, ...]
    mentions: list[int] = field(default_factory=list)
    chances: list[float] = field(default_factory=list)
    best: int = 0
    rule: str = ""
    containers: list[int] = field(default_factory=list)  # indices of names that the text says it lies in


@dataclass(slots=True)
class Context:
    """What the report is about, from the chances of its names."""

    countries: dict[str, float]
    countries_total: float
    admin1: dict[tuple[str, str], float]
    admin1_total: float
    anchors: list[tuple[int, Place, float]]


@dataclass(frozen=True, slots=True)
class Choice:
    """The answers to a report's toponyms, and how much the report speaks of each country.

    answers: place and rule for each toponym, None where it has no candidates. countries: weights by code.
    """

    answers: tuple[tuple[Place, str] | None, ...]
    countries: dict[str, float]


def names_in(toponyms: Sequence[Toponym]) -> list[Name]:
    """The toponyms gathered by name and sense, in the order of the text."""
    found: dict[tuple[str, frozenset[PlaceKind], bool], Name] = {}
    for i, toponym in enumerate(toponyms):
        if not toponym.candidates:
            continue
        sense = (toponym.key, toponym.kinds, toponym.adjective)
        if sense not in found:
            found[sense] = Name(toponym.key, toponym.kinds, toponym.candidates[:MOST_CANDIDATES])
        found[sense].mentions.append(i)
    return list(found.values())


def choose(toponyms: Sequence[Toponym], country: str | None, *, strict: bool = False) -> Choice:
    """The place that each toponym means and the rule that chose it.

    country: ISO 3166-1 alpha-2 of the country that the report is known to be about, None where it is not known.
    strict: a small place in a country that nothing else of the report speaks of is no answer ("Mangai village" in
    Lamu is not the Mangai of Congo): its name counts as one that no gazetteer holds.
    """
    names = names_in(toponyms)
    _contain(names, toponyms)
    base = [[_base(name, candidate) for candidate in name.candidates] for name in names]
    for name, scores in zip(names, base, strict=True):
        name.chances = _softmax(scores)
    context = _context(names, country)
    for _ in range(ROUNDS):
        for i, name in enumerate(names):
            scores = [
                base[i][j] + _contextual(i, name, candidate, context, names)
                for j, candidate in enumerate(name.candidates)
            ]
            name.chances = _softmax(scores)
        context = _context(names, country)
    result: list[tuple[Place, str] | None] = [None] * len(toponyms)
    for name in names:
        name.best = max(range(len(name.chances)), key=lambda j: (name.chances[j], -j))
        if strict and _stray(name, context, names):
            continue
        chosen = (name.candidates[name.best].place, _rule(name, names))
        for i in name.mentions:
            result[i] = chosen
    return Choice(tuple(result), dict(context.countries))


def _stray(name: Name, context: Context, names: list[Name]) -> bool:
    """True for a small place in a country that nothing else of the report speaks of, in a report that has others."""
    place = name.candidates[name.best].place
    if place.kind not in (PlaceKind.SETTLEMENT, PlaceKind.DISTRICT) or place.population >= LARGE:
        return False
    if place.country is None or any(lies_in(place, _answer(names[c])) for c in name.containers):
        return False
    own = (1.0 + math.log(len(name.mentions))) * sum(
        chance for chance, c in zip(name.chances, name.candidates, strict=True) if c.place.country == place.country
    )
    elsewhere = context.countries_total - context.countries.get(place.country, 0.0)
    return context.countries.get(place.country, 0.0) - own < ALONE and elsewhere >= OTHERS


def _contain(names: list[Name], toponyms: Sequence[Toponym]) -> None:
    of_mention = {i: n for n, name in enumerate(names) for i in name.mentions}
    for n, name in enumerate(names):
        for i in name.mentions:
            for outer in toponyms[i].within:
                container = of_mention.get(outer)
                if container is None or container == n or container in name.containers:
                    continue
                # Two countries side by side are two countries: "Iraq, Iran" is not Arak in Iran.
                if not (_may_be_country(name) and _may_be_country(names[container])):
                    name.containers.append(container)


def _may_be_country(name: Name) -> bool:
    return any(c.place.kind is PlaceKind.COUNTRY and c.level == 0 for c in name.candidates)


def _base(name: Name, candidate: Candidate) -> float:
    place, w = candidate.place, WEIGHTS
    score = w.people * math.log10(place.population + 10)
    score += w.sound if candidate.level == 2 else w.alias if candidate.level == 1 else 0.0
    if name.kinds:
        score += w.kind_fits if place.kind in name.kinds else w.kind_differs
    if place.kind is PlaceKind.COUNTRY:
        score += w.nation
    elif place.kind is PlaceKind.PROVINCE and not name.kinds:
        score += w.province
    elif place.kind is PlaceKind.DISTRICT and not name.kinds:
        score += w.district
    if place.population == 0:
        score += w.people * (STANDS_FOR.get(place.kind, 4.0) - 1.0)
    return score


def _softmax(scores: list[float]) -> list[float]:
    highest = max(scores)
    parts = [math.exp(score - highest) for score in scores]
    total = sum(parts)
    return [part / total for part in parts]


def _context(names: list[Name], country: str | None) -> Context:
    countries: dict[str, float] = defaultdict(float)
    admin1: dict[tuple[str, str], float] = defaultdict(float)
    if country:
        countries[country] += 3.0
    anchors: list[tuple[int, Place, float]] = []
    for n, name in enumerate(names):
        weight = 1.0 + math.log(len(name.mentions))
        for chance, candidate in zip(name.chances, name.candidates, strict=True):
            place = candidate.place
            if chance < 0.02 or place.country is None:
                continue
            countries[place.country] += weight * chance
            if place.admin1:
                admin1[place.country, place.admin1] += weight * chance
            if chance > 0.5 and place.radius_km <= 150:
                anchors.append((n, place, weight * chance))
    anchors.sort(key=lambda anchor: (-anchor[2], anchor[0]))
    return Context(countries, sum(countries.values()), admin1, sum(admin1.values()), anchors[:ANCHORS])


def _contextual(i: int, name: Name, candidate: Candidate, context: Context, names: list[Name]) -> float:
    place, w = candidate.place, WEIGHTS
    weight = 1.0 + math.log(len(name.mentions))
    score = 0.0
    if place.country:
        own = weight * sum(
            chance for chance, c in zip(name.chances, name.candidates, strict=True) if c.place.country == place.country
        )
        total = context.countries_total - weight
        if total > 0.01:
            score += w.country * max(0.0, context.countries[place.country] - own) / (total + 0.5)
    if place.country and place.admin1:
        where = (place.country, place.admin1)
        own = weight * sum(
            chance
            for chance, c in zip(name.chances, name.candidates, strict=True)
            if (c.place.country, c.place.admin1) == where
        )
        total = context.admin1_total - weight
        if total > 0.01:
            score += w.admin1 * max(0.0, context.admin1[where] - own) / (total + 0.5)
    if place.kind is not PlaceKind.COUNTRY:
        nearness = 0.0
        for n, anchor, strength in context.anchors:
            if n != i:
                nearness += strength * math.exp(-kilometres(place.lat, place.lon, anchor.lat, anchor.lon) / 100.0)
        score += w.near * (1.0 - math.exp(-nearness))
    for container in name.containers:
        outer = names[container]
        score += w.stated * sum(
            chance
            for chance, c in zip(outer.chances, outer.candidates, strict=True)
            if chance > 0.02 and lies_in(place, c.place)
        )
    return score


def lies_in(place: Place, area: Place) -> bool:
    """True where a place lies in an area, as far as the gazetteer can tell."""
    if area.country is None or place.country != area.country or place == area:
        return False
    if area.kind is PlaceKind.COUNTRY:
        return True
    if area.kind is PlaceKind.PROVINCE and place.admin1 and area.admin1:
        return place.admin1 == area.admin1
    return kilometres(place.lat, place.lon, area.lat, area.lon) <= max(60.0, 1.3 * area.radius_km)


def _answer(name: Name) -> Place:
    """The likeliest place of a name."""
    best = max(range(len(name.chances)), key=lambda j: (name.chances[j], -j))
    return name.candidates[best].place


def _rule(name: Name, names: list[Name]) -> str:
    best = name.candidates[name.best]
    if len(name.candidates) == 1:
        return "only place of that name" if best.level < 2 else "only place that sounds like it"
    if any(lies_in(best.place, _answer(names[c])) for c in name.containers):
        return "lies in the area that the text names with it"
    if all(c.place.population <= best.place.population for c in name.candidates):
        return "most populous of that name"
    return "nearest to the report's other places"
