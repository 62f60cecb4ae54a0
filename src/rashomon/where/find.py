"""Every place that a report names: `find_places`, the one way in."""

from collections.abc import Sequence

from rashomon.records import Parse, Place, PlaceExpression, Span
from rashomon.where.choose import choose
from rashomon.where.gazetteer import gazetteer
from rashomon.where.toponyms import Finder, Toponym
from rashomon.where.words import Word, words_of


def find_places(
    parse: Parse, country: str | None = None, spans: Sequence[tuple[int, int]] | None = None
) -> tuple[PlaceExpression, ...]:
    """Every toponym in the report's parsed text, in order, with the place it means.

    `find_places(parse)[0].place.name` is "Al Qaim" for "A strike hit al-Qaim, Anbar province".

    country: ISO 3166-1 alpha-2 of the country that the report is known to be about; None where it is not known.
    spans: characters of toponyms that somebody else has found: only these are resolved, by the same rules; None finds
    them here. An expression's place is None where no gazetteer has it. Raises Unavailable where the gazetteer, built
    at first use, cannot be written.
    """
    places = gazetteer()
    words = words_of(parse)
    finder = Finder(parse, words, places)
    if spans is None:
        toponyms = finder.find()
    else:
        given = (finder.given(start, end) for start, end in spans)
        toponyms = [toponym for toponym in given if toponym is not None]
    return tuple(_expressions(parse, words, toponyms, country))


def candidates_of(parse: Parse, start: int, end: int) -> tuple[Place, ...]:
    """What the gazetteer holds under the words at these characters, for benches; empty where it holds nothing."""
    toponym = Finder(parse, words_of(parse), gazetteer()).given(start, end)
    return tuple(candidate.place for candidate in toponym.candidates) if toponym else ()


def _expressions(
    parse: Parse, words: list[Word], toponyms: list[Toponym], country: str | None
) -> list[PlaceExpression]:
    relate(parse, words, toponyms)
    chosen = choose(toponyms, country)
    found = []
    for toponym, answer in zip(toponyms, chosen, strict=True):
        if toponym.role:
            continue
        name = Span.of(parse.text, words[toponym.first].start, words[toponym.last - 1].end)
        span = Span.of(parse.text, name.start, words[max(toponym.last, toponym.outer) - 1].end)
        place: Place | None = answer[0] if answer else None
        rule = "adjective of the country" if toponym.adjective else answer[1] if answer else "in no gazetteer"
        found.append(PlaceExpression(span, name, place, rule, toponym.adjective))
    return found


def relate(parse: Parse, words: list[Word], toponyms: list[Toponym]) -> None:
    """Note for each toponym the one that the text says it lies in: "X, Y", "X in Y", "Y's X", "Y province's X"."""
    for i in range(len(toponyms) - 1):
        inner, outer = toponyms[i], toponyms[i + 1]
        if words[inner.first].sentence != words[outer.first].sentence:
            continue
        between = parse.text[words[max(inner.outer, inner.last) - 1].end : words[outer.first].start]
        bare = between.strip().lower()
        if inner.adjective:
            if between == " ":
                outer.within.append(i)
        elif bare in (",", "in", ", in", "(", "in the", ", in the", "of", "in southern", "in northern") or (
            bare.startswith("in ") and len(bare) < 20
        ):
            inner.within.append(i + 1)
        elif words[inner.last - 1].possessive and len(between) < 30:
            outer.within.append(i)
