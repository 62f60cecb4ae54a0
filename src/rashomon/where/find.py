"""Every place that a report names: `find_places`, the one way in."""

import re
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz import fuzz, process

from rashomon.records import Parse, Place, PlaceExpression, PlaceKind
from rashomon.where import lexicon
from rashomon.where.areas import between, country_parts, modify
from rashomon.where.borders import borders
from rashomon.where.capitals import capitals
from rashomon.where.choose import Choice, choose
from rashomon.where.gazetteer import Gazetteer, gazetteer
from rashomon.where.items import Item
from rashomon.where.toponyms import Finder, Toponym
from rashomon.where.words import Word, words_of

NAMED_WITH = "in no gazetteer; the area that the text names with it"
SHORTEST_FUZZY = 6  # letters
LEAST_ALIKE = 90.0  # of 100: Baghuz is not Ghabaghib
LONGEST_LINK = 70  # characters between a place and the area that the text says it lies in
# "X, a village in Y", "X in the restive northern province of Y"
_LIES_IN = re.compile(
    r",?\s*(?:\(|,|(?:(?:which|that)\s+is\s+)?(?:an?\s+|the\s+)?(?:[a-z\d][\w-]*\s+){0,6}?(?:in|of|inside|within|on|near)\s+"
    r"(?:the\s+)?(?:[a-z][\w'’-]*\s+){0,4})\s*"
)
LONGEST_DATELINE = 90  # characters
_DATELINE = re.compile(
    r"\W{0,2}[A-Z][^\n.!?]{1,50}?(?:[A-Z][a-z]{2,4}\.? \d{1,2},? )?"
    r"(?:\([A-Z][^()\n]{1,30}\)\s*[-–—:]{0,2}|\s?[-–—]{1,2})\s(?=\W?[A-Z])"
)
_ABOUT = re.compile(r",?\s*(?:some|about|around|roughly|nearly|almost|just)?\s*")
_AREA_KINDS = frozenset({PlaceKind.PROVINCE, PlaceKind.DISTRICT, PlaceKind.REGION})


def find_places(
    parse: Parse, country: str | None = None, spans: Sequence[tuple[int, int]] | None = None
) -> tuple[PlaceExpression, ...]:
    """Every toponym in the report's parsed text, in order, with the place it means.

    `find_places(parse)[0].place.name` is "Al Qaim" for "A strike hit al-Qaim, Anbar province".

    country: ISO 3166-1 alpha-2 of the country that the report is known to be about; None where it is not known.
    spans: characters of toponyms that somebody else has found: only these are resolved, by the same rules; None finds
    them here. An expression's place is None where no gazetteer has it and the text names no area that it lies in.
    Raises Unavailable where the gazetteer, built at first use, cannot be written.
    """
    places = gazetteer()
    words = words_of(parse)
    finder = Finder(parse, words, places)
    if spans is None:
        toponyms = finder.find()
    else:
        given = (finder.given(start, end) for start, end in spans)
        toponyms = [toponym for toponym in given if toponym is not None]
    relate(parse, words, toponyms)
    choice = choose(toponyms, country, strict=spans is None)
    items = [_item(words, toponyms, i, choice, places) for i in range(len(toponyms))]
    mark_datelines(parse, items)
    mark_governments(parse, items, places)
    if spans is None:
        items = _tell(parse, words, items, choice, places)
    return tuple(item.expression(parse) for item in items if not item.covered)


def candidates_of(parse: Parse, start: int, end: int) -> tuple[Place, ...]:
    """What the gazetteer holds under the words at these characters, for benches; empty where it holds nothing."""
    toponym = Finder(parse, words_of(parse), gazetteer()).given(start, end)
    return tuple(candidate.place for candidate in toponym.candidates) if toponym else ()


def _tell(parse: Parse, words: list[Word], items: list[Item], choice: Choice, places: Gazetteer) -> list[Item]:
    """The items with what the words around them tell: capitals, borders, distances and directions."""
    found = [*items, *capitals(words, items, choice.countries, places)]
    found += [*borders(parse, items, choice.countries), *between(parse, items)]
    for item in found:
        if not item.covered and not item.rule.startswith("half-way"):
            modify(item, parse, places)
    _follow(parse, items)
    main = main_country(choice)
    if main is not None and main in places.countries:
        found += country_parts(parse, places.countries[main].place, places)
    return sorted(found, key=lambda item: (item.start, item.end))


def _follow(parse: Parse, items: list[Item]) -> None:
    """Give a name in no gazetteer the moved place of what follows it: "Buhara, 20 km north of Bujumbura"."""
    for item, following in pairwise(items):
        if item.rule != NAMED_WITH or following.place is None or item.sentence != following.sentence:
            continue
        if " of it" in following.rule and _ABOUT.fullmatch(parse.text, item.end, max(item.end, following.start)):
            item.place = following.place


def _item(words: list[Word], toponyms: list[Toponym], i: int, choice: Choice, places: Gazetteer) -> Item:
    toponym = toponyms[i]
    place, rule = choice.answers[i] or almost(toponym, choice, places) or _container(toponyms, i, choice, words)
    start, end = words[toponym.first].start, words[toponym.last - 1].end
    outer = words[max(toponym.last, toponym.outer) - 1].end
    nameless = choice.answers[i] is None and bool(toponym.candidates) and not toponym.told
    if toponym.adjective:
        rule = f"adjective; {rule}"
    return Item(
        start,
        outer,
        start,
        end,
        words[toponym.first].sentence,
        place,
        rule,
        toponym.adjective,
        toponym.organisation or nameless,
    )


def almost(toponym: Toponym, choice: Choice, places: Gazetteer) -> tuple[Place, str] | None:
    """The place of the report's main country that is spelt almost so: 90 of 100, and six letters at least."""
    country = main_country(choice)
    if country is None or len(toponym.key) < SHORTEST_FUZZY:
        return None
    near = process.extractOne(
        toponym.key, places.names_in(country, toponym.key[:3]), scorer=fuzz.ratio, score_cutoff=LEAST_ALIKE
    )
    found = [c.place for c in places.named(near[0]) if c.place.country == country] if near else []
    return (found[0], "spelt almost like it, in the report's country") if found else None


def main_country(choice: Choice) -> str | None:
    """The country that the report speaks of most; None where it names none."""
    return max(choice.countries, key=lambda code: (choice.countries[code], code), default=None)


def _container(toponyms: list[Toponym], i: int, choice: Choice, words: list[Word]) -> tuple[Place | None, str]:
    """For a name in no gazetteer: the area that the text says it lies in, else one named in its sentence."""
    pending, seen = list(toponyms[i].within), {i}
    while pending:
        outer = pending.pop(0)
        if outer in seen:
            continue
        seen.add(outer)
        answer = choice.answers[outer]
        if answer:
            return answer[0], NAMED_WITH
        pending += toponyms[outer].within
    near: Place | None = None
    for j in (*range(i - 1, max(-1, i - 6), -1), *range(i + 1, min(len(toponyms), i + 4))):
        answer = choice.answers[j]
        if not answer or words[toponyms[j].first].sentence != words[toponyms[i].first].sentence:
            continue
        if answer[0].kind in _AREA_KINDS and (near is None or answer[0].radius_km < near.radius_km):
            near = answer[0]
    return near, "in no gazetteer; an area named in the same sentence" if near else "in no gazetteer"


def relate(parse: Parse, words: list[Word], toponyms: list[Toponym]) -> None:
    """Note for each toponym the one that the text says it lies in: "X, Y", "X in Y", "Y's X", "Y province's X"."""
    for i in range(len(toponyms) - 1):
        inner, outer = toponyms[i], toponyms[i + 1]
        if words[inner.first].sentence != words[outer.first].sentence:
            continue
        between = parse.text[words[max(inner.outer, inner.last) - 1].end : words[outer.first].start]
        if len(between) > LONGEST_LINK:
            continue
        if inner.adjective:
            if not between.strip() or (between.strip().islower() and len(between) < 25):
                outer.within.append(i)
        elif words[max(inner.outer, inner.last) - 1].possessive:
            if len(between) < 35:
                outer.within.append(i)
        elif _LIES_IN.fullmatch(between):
            inner.within.append(i + 1)


def mark_governments(parse: Parse, items: list[Item], places: Gazetteer) -> None:
    """Name the rule of countries and capitals that speak or act as a government so: "Kyiv said", "Iran denied"."""
    for item in items:
        place = item.place
        if place is None or item.adjective:
            continue
        token = next(iter(parse.tokens_in(item.name_start, item.name_end)[-1:]), None)
        if token is None or token.dep != "nsubj" or parse.tokens[token.head].lemma not in lexicon.SPEAKS:
            continue
        capital = places.capital(place.country) if place.country and place.kind is PlaceKind.SETTLEMENT else None
        if place.kind is PlaceKind.COUNTRY or (capital is not None and capital.source == place.source):
            item.rule = f"government; {item.rule}"


def mark_datelines(parse: Parse, items: list[Item]) -> None:
    """Name the rule of places in a dateline so ("BAGHDAD (AFP) -"): where a report was filed is no incident's place."""
    pending = iter(items)
    item = next(pending, None)
    for paragraph in parse.paragraphs:
        while item is not None and item.start < paragraph.start:
            item = next(pending, None)
        if item is None or item.start > paragraph.start + 2:
            continue
        match = _DATELINE.match(parse.text, paragraph.start, min(paragraph.end, paragraph.start + LONGEST_DATELINE))
        while match and item is not None and item.end <= match.end():
            item.rule = f"dateline; {item.rule}"
            item = next(pending, None)
