"""Capitals that are not named: "the Iraqi capital", "the capital", "Somalia's capital"."""

from collections.abc import Mapping

from rashomon.records import Place, PlaceKind
from rashomon.where import lexicon
from rashomon.where.gazetteer import Gazetteer
from rashomon.where.items import Item
from rashomon.where.words import Word


def capitals(words: list[Word], items: list[Item], counts: Mapping[str, float], gazetteer: Gazetteer) -> list[Item]:
    """Items for the capitals that the text speaks of without their names.

    counts: how much the report speaks of each country, by code; a bare "the capital" is that of the first.
    """
    by_end = {item.name_end: item for item in items}
    by_start = {item.name_start: item for item in items}
    main = max(counts, key=lambda code: (counts[code], code), default=None)
    found = []
    for i, word in enumerate(words):
        if word.lower != "capital" or i == 0 or words[i - 1].sentence != word.sentence:
            continue
        item = _capital(words, i, by_end, by_start, main, gazetteer)
        if item:
            found.append(item)
    return found


def _capital(
    words: list[Word],
    i: int,
    by_end: Mapping[int, Item],
    by_start: Mapping[int, Item],
    main: str | None,
    gazetteer: Gazetteer,
) -> Item | None:
    word, before = words[i], words[i - 1]
    after = words[i + 1] if i + 1 < len(words) and words[i + 1].sentence == word.sentence else None
    if before.lower in lexicon.OTHER_CAPITALS or (after and after.lower in lexicon.MONEY):
        return None
    named = after and by_start.get(after.start)
    if named and named.place and named.place.kind is not PlaceKind.COUNTRY:
        return None  # "the capital, Baghdad" names it
    start, end, rule = word.start, word.end, "the country's capital"
    owner = by_end.get(before.end)
    if owner and owner.place and owner.place.country and owner.place.kind is PlaceKind.COUNTRY:
        code: str | None = owner.place.country
        start = owner.start
    elif after and after.lower == "of" and i + 2 < len(words):
        target = by_start.get(words[i + 2].start)
        if not (target and target.place and target.place.kind is PlaceKind.COUNTRY):
            return None
        code, end = target.place.country, target.end
    elif before.lower == "the":
        code, rule = main, "the capital of the country that the report is about"
    else:
        return None
    place: Place | None = gazetteer.capital(code) if code else None
    return Item(start, end, word.start, word.end, word.sentence, place, rule) if place else None
