"""Which words of a report name places: the gazetteer's names over capitalised words first, the parse as evidence.

The parse's entities are weak on Arabic, African and Asian names, so a name in the gazetteer counts until something
speaks against it: it is an everyday word, part of a person's name, or part of an organisation's.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

from rashomon.records import Parse, PlaceKind
from rashomon.where import lexicon
from rashomon.where.gather import DATA
from rashomon.where.gazetteer import Candidate, Gazetteer
from rashomon.where.names import sound, spelling
from rashomon.where.words import Gram, Word, begins_name, grams, surface

PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
WELL_KNOWN = 100_000  # people; a larger town needs less evidence than a village of the same name as a surname


@dataclass(slots=True)
class Toponym:
    """Words that name a place, and what they may mean.

    first, last: words, half-open. key: the gazetteer key. candidates: empty where no gazetteer has it.
    kinds: what the words beside it say that it is ("province"), empty where they say nothing.
    adjective: a demonym. role: "" for a place of the report; "organisation" where it only names one, so that it
    counts for the report's countries and is no place. outer: end of the words that belong to it ("Anbar province").
    """

    first: int
    last: int
    key: str
    candidates: tuple[Candidate, ...]
    kinds: frozenset[PlaceKind] = frozenset()
    adjective: bool = False
    role: str = ""
    outer: int = 0
    entity: str = ""
    within: list[int] = field(default_factory=list)


@cache
def common_words() -> frozenset[str]:
    """Words that news English writes in lower case and that some place bears as a name."""
    return frozenset((DATA / "common_words.txt").read_text(encoding="utf-8").split())


class Finder:
    """Finds the toponyms of one parse."""

    def __init__(self, parse: Parse, words: list[Word], places: Gazetteer) -> None:
        self.parse = parse
        self.words = words
        self.places = places
        self.entities: dict[int, tuple[int, int, str]] = {}
        self.surnames: set[str] = set()
        for entity in parse.entities():
            for i in range(entity[0], entity[1]):
                self.entities[i] = entity
            if entity[2] == "PERSON" and entity[1] - entity[0] > 1:
                self.surnames.add(parse.tokens[entity[1] - 1].lower)

    def find(self) -> list[Toponym]:
        """The toponyms in the order of the text, not overlapping."""
        found: list[Toponym] = []
        i = 0
        while i < len(self.words):
            hit = self._at(i) if begins_name(self.words, i) else None
            if hit is None:
                i += 1
                continue
            found.append(hit)
            i = hit.last
        return found

    def given(self, start: int, end: int) -> Toponym | None:
        """The toponym that covers exactly these characters, whatever speaks against it; None outside the parse."""
        inside = [i for i, word in enumerate(self.words) if word.start < end and word.end > start]
        if not inside:
            return None
        gram = Gram(inside[0], inside[-1] + 1)
        return self._toponym(gram, self.candidates(gram) or self._shorter(gram))

    def _shorter(self, gram: Gram) -> tuple[Candidate, ...]:
        for first in range(gram.first, gram.last):
            for last in range(gram.last, first, -1):
                if (first, last) != (gram.first, gram.last) and last - first < gram.last - gram.first:
                    found = self.candidates(Gram(first, last))
                    if found and self.words[first].lower not in lexicon.GENERIC:
                        return found
        return ()

    def candidates(self, gram: Gram) -> tuple[Candidate, ...]:
        """What the gazetteer has under the n-gram's spelling, without its article, or under its rough sound."""
        text = surface(self.parse, self.words, gram)
        key = spelling(text)
        if len(key) < 2:
            return ()
        found = self.places.named(key)
        if self.words[gram.first].lower in lexicon.ARTICLES and gram.last - gram.first > 1:
            rest = self.places.named(key.partition(" ")[2])
            found = (
                *found,
                *(Candidate(c.place, max(1, c.level)) for c in rest if c.place not in {f.place for f in found}),
            )
        if len(key) >= 5:
            known = {c.place.source for c in found}
            found = (*found, *(c for c in self.places.named("~" + sound(text)) if c.place.source not in known))
        return found

    def _at(self, i: int) -> Toponym | None:
        for gram in grams(self.words, i):
            text = surface(self.parse, self.words, gram)
            if text in self.places.adjectives:
                return self._adjective(gram, text)
            found = self.candidates(gram)
            if not found:
                continue
            role = self._role(gram, found)
            if role is not None:
                found = tuple(c for c in found if c.level < 2) or found
                toponym = self._toponym(gram, self.candidates(gram))
                toponym.role = role
                return toponym
        return None

    def _adjective(self, gram: Gram, text: str) -> Toponym:
        country = self.places.countries[self.places.adjectives[text]]
        token = self.words[gram.last - 1].token
        noun = spelling(text) in {"us", "uae"}
        adjective = not noun or (token is not None and token.dep in ("amod", "compound", "nmod"))
        return Toponym(
            gram.first, gram.last, spelling(text), (Candidate(country.place, 0),), adjective=adjective, outer=gram.last
        )

    def _toponym(self, gram: Gram, found: tuple[Candidate, ...]) -> Toponym:
        key = spelling(surface(self.parse, self.words, gram))
        kinds, outer = self._cue(gram)
        entity = self._entity(gram)
        return Toponym(gram.first, gram.last, key, found, kinds, outer=outer, entity=entity[2] if entity else "")

    def _cue(self, gram: Gram) -> tuple[frozenset[PlaceKind], int]:
        """What the word after or before the name says that the place is, and where the whole name ends."""
        after = self._word(gram.last)
        if after and not self.words[gram.last - 1].possessive and after.sentence == self.words[gram.first].sentence:
            kinds = lexicon.KIND_AFTER.get(after.lower)
            if kinds and (after.joined or after.capital):
                return kinds, gram.last + 1
        before, earlier = self._word(gram.first - 1), self._word(gram.first - 2)
        if before and earlier and before.lower == "of" and before.sentence == self.words[gram.first].sentence:
            return lexicon.KIND_BEFORE.get(earlier.lower, frozenset()), gram.last
        if before and before.capital and before.lower in lexicon.KIND_BEFORE and before.lower not in ("state",):
            return lexicon.KIND_BEFORE[before.lower], gram.last
        return frozenset(), gram.last

    def _word(self, i: int) -> Word | None:
        return self.words[i] if 0 <= i < len(self.words) else None

    def _entity(self, gram: Gram) -> tuple[int, int, str] | None:
        token = self.words[gram.first].token
        found = self.entities.get(token.i) if token else None
        last = self.words[gram.last - 1].token
        return found or (self.entities.get(last.i) if last else None)

    def _role(self, gram: Gram, found: tuple[Candidate, ...]) -> str | None:
        """ "" for a place, "organisation" for a part of an organisation's name, None for no place at all."""
        if not self._spelt_like_a_place(gram, found):
            return None
        if self._organisation(gram):
            return "organisation"
        if self._person(gram, found):
            return None
        return ""

    def _spelt_like_a_place(self, gram: Gram, found: tuple[Candidate, ...]) -> bool:
        words = self.words[gram.first : gram.last]
        entity = self._entity(gram)
        exact_place = entity is not None and entity[2] in PLACE_ENTITIES and self._covers(entity, gram)
        if all(word.lower in lexicon.GENERIC for word in words):
            return False
        if words[0].lower == "the" and all(word.lower in lexicon.GENERIC | common_words() for word in words):
            return False
        if len(words) == 1:
            word = words[0]
            if (
                len(word.text) <= 3
                and not exact_place
                and not (word.text.isupper() and found[0].place.kind is PlaceKind.COUNTRY)
            ):
                return False
            if word.lower in common_words():
                return exact_place and not self._opens_sentence(gram) and word.lower not in lexicon.NEVER
            if (
                word.text.isupper()
                and len(word.text) <= 4
                and found[0].level > 0
                and found[0].place.kind is PlaceKind.SETTLEMENT
            ):
                return False
        if min(c.level for c in found) == 2:
            return exact_place or self._locative(gram)
        return True

    def _covers(self, entity: tuple[int, int, str], gram: Gram) -> bool:
        start, end = self.parse.tokens[entity[0]].start, self.parse.tokens[entity[1] - 1].end
        return start >= self.words[gram.first].start - 4 and end <= self.words[gram.last - 1].end + 2

    def _opens_sentence(self, gram: Gram) -> bool:
        before = self._word(gram.first - 1)
        return before is None or before.sentence != self.words[gram.first].sentence

    def _locative(self, gram: Gram) -> bool:
        before = self._word(gram.first - 1)
        if before is None or before.sentence != self.words[gram.first].sentence:
            return False
        if before.lower in ("the",):
            before = self._word(gram.first - 2) or before
        return before.lower in lexicon.LOCATIVE

    def _organisation(self, gram: Gram) -> bool:
        after, before, earlier = self._word(gram.last), self._word(gram.first - 1), self._word(gram.first - 2)
        last = self.words[gram.last - 1]
        if after and after.joined and after.capital and not last.possessive:
            following = self._word(gram.last + 1)
            if after.lower in lexicon.ORGANISATIONS:
                return True
            if following and following.joined and following.capital and following.lower in lexicon.ORGANISATIONS:
                return True
        if after and after.joined and after.text.isdigit() and len(after.text) < 3:
            return True  # "Kurdistan 24", a broadcaster
        return bool(
            before and earlier and before.lower == "of" and earlier.capital and earlier.lower in lexicon.BODIES_OF
        )

    def _person(self, gram: Gram, found: tuple[Candidate, ...]) -> bool:
        entity = self._entity(gram)
        label = entity[2] if entity else ""
        known = found[0].place.kind is PlaceKind.COUNTRY or found[0].place.population >= WELL_KNOWN
        if self._titled(gram):
            return True
        beside = self._beside(gram)
        if label == "PERSON" and entity is not None and not self._covers(entity, gram):
            return True
        if self._locative(gram):
            return False
        if beside and label not in PLACE_ENTITIES:
            return True
        if label == "PERSON":
            return not known
        single = gram.last - gram.first == 1
        return single and self.words[gram.first].lower in self.surnames and label not in PLACE_ENTITIES

    def _titled(self, gram: Gram) -> bool:
        before = self._word(gram.first - 1)
        return bool(before and self.words[gram.first].joined and before.capital and before.lower in lexicon.TITLES)

    def _beside(self, gram: Gram) -> bool:
        """True where another capitalised word of unknown meaning stands directly before or after."""
        after, before = self._word(gram.last), self._word(gram.first - 1)
        owner = self.words[gram.last - 1].possessive
        if after and after.joined and after.capital and not owner and not self._explained(after):
            return True
        first = self.words[gram.first]
        if before and first.joined and before.capital and not before.possessive and not self._opens_word(before):
            return not self._explained(before)
        return False

    def _opens_word(self, word: Word) -> bool:
        token = word.token
        return token is not None and token.i == self.parse.sentences[token.sentence].first

    def _explained(self, word: Word) -> bool:
        return (
            word.lower in common_words()
            or word.lower in lexicon.GENERIC
            or word.lower in lexicon.KIND_AFTER
            or word.text in self.places.adjectives
            or (word.token is not None and word.token.pos not in ("PROPN", "NOUN", "X"))
        )


Test = Callable[[Toponym], bool]


def names_of(toponyms: list[Toponym]) -> Iterator[str]:
    """The distinct keys, in the order of the text."""
    yield from dict.fromkeys(toponym.key for toponym in toponyms)
