"""What the words around a name say for and against its being a place of the report.

A name in the gazetteer counts until something speaks against it: it is an everyday word, part of a person's name, or
part of an organisation's. The parse's entities are one witness, weak on Arabic, African and Asian names.
"""

import re
from functools import cache

from rashomon.records import Parse, PlaceKind
from rashomon.where import lexicon
from rashomon.where.gather import DATA
from rashomon.where.gazetteer import Candidate, Gazetteer
from rashomon.where.words import Gram, Word

PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
LEAST_THE = 15_000  # people: "The Hague", "The Gambia", and not "The Bank" in New Hampshire
_CONTRACTION = re.compile(r"['’](?:re|ve|ll|d|m)$", re.IGNORECASE)
LONGEST_ACRONYM = 4  # letters
LARGE_TOWN = 250_000  # people: "ADEN" in a dateline is the town, "MENA" a news agency
LONG_NAME = 3  # words; so long a name of the gazetteer is hardly a person's
WELL_KNOWN = 100_000  # people; a larger town needs less evidence than a village of the same name as a surname
Entity = tuple[int, int, str]


@cache
def common_words() -> frozenset[str]:
    """Words that news English writes in lower case and that some place bears as a name."""
    return frozenset((DATA / "common_words.txt").read_text(encoding="utf-8").split())


def never(word: Word) -> bool:
    """True for words that are no place whatever stands around them."""
    return word.lower.replace(".", "") in lexicon.NEVER


class Evidence:
    """Answers questions about n-grams of one parse."""

    def __init__(self, parse: Parse, words: list[Word], places: Gazetteer) -> None:
        self.parse = parse
        self.words = words
        self.places = places
        self._entities: dict[int, Entity] = {}
        self._surnames: set[str] = set()
        for entity in parse.entities():
            for i in range(entity[0], entity[1]):
                self._entities[i] = entity
            if entity[2] == "PERSON" and entity[1] - entity[0] > 1:
                self._surnames.add(parse.tokens[entity[1] - 1].lower)

    def word(self, i: int) -> Word | None:
        """Word `i`, None outside the text."""
        return self.words[i] if 0 <= i < len(self.words) else None

    def before(self, gram: Gram) -> Word | None:
        """The word before the n-gram in its sentence, None at the sentence's begin."""
        word = self.word(gram.first - 1)
        return word if word and word.sentence == self.words[gram.first].sentence else None

    def after(self, gram: Gram) -> Word | None:
        """The word after the n-gram in its sentence, None at the sentence's end and after a possessive."""
        word, last = self.word(gram.last), self.words[gram.last - 1]
        return word if word and word.sentence == last.sentence and not last.possessive else None

    def entity(self, gram: Gram) -> Entity | None:
        """The parse's entity on the n-gram's first word, else on its last; None without one."""
        for word in (self.words[gram.first], self.words[gram.last - 1]):
            if word.token and word.token.i in self._entities:
                return self._entities[word.token.i]
        return None

    def label(self, gram: Gram) -> str:
        """The entity's type, "" without one."""
        entity = self.entity(gram)
        return entity[2] if entity else ""

    def exact_place(self, gram: Gram) -> bool:
        """True where the parse holds just these words for a place."""
        entity = self.entity(gram)
        return entity is not None and entity[2] in PLACE_ENTITIES and self.fits(entity, gram)

    def fits(self, entity: Entity, gram: Gram) -> bool:
        """True where the entity does not reach beyond the n-gram, save for an article or a possessive ending."""
        start, end = self.parse.tokens[entity[0]].start, self.parse.tokens[entity[1] - 1].end
        return start >= self.words[gram.first].start - 4 and end <= self.words[gram.last - 1].end + 2

    def spelt_like_a_place(self, gram: Gram, found: tuple[Candidate, ...]) -> bool:
        """False for everyday words, generic words alone and short forms that only some gazetteer alias bears."""
        words = self.words[gram.first : gram.last]
        if all(word.lower in lexicon.GENERIC or never(word) for word in words):
            return False
        if words[0].lower == "the" and (self.everyday(words[1]) or found[0].place.population < LEAST_THE):
            return False
        if any(_CONTRACTION.search(word.text) for word in words) or self.parse.text.startswith("$", words[-1].end):
            return False
        exact = self.exact_place(gram)
        if len(words) == 1 and not self._single(words[0], gram, found, exact=exact):
            return False
        if all(word.lower in common_words() or word.lower in lexicon.GENERIC for word in words) and not exact:
            return found[0].level == 0 and found[0].place.population >= WELL_KNOWN
        if min(c.level for c in found) == 2:
            return (exact or self.locative(gram)) and not self.explained(words[0])
        return True

    def _single(self, word: Word, gram: Gram, found: tuple[Candidate, ...], *, exact: bool) -> bool:
        country = found[0].place.kind is PlaceKind.COUNTRY
        if len(word.text) <= 3 and not exact and not (word.text.isupper() and country):
            return len(word.text) == 3 and self.locative(gram) and found[0].level < 2 and not word.text.isupper()
        if word.lower in common_words():
            return exact and not self.opens_sentence(gram)
        acronym = word.text.isupper() and len(word.text) <= LONGEST_ACRONYM
        place = found[0].place
        return not (acronym and place.kind is PlaceKind.SETTLEMENT and place.population < LARGE_TOWN)

    def opens_sentence(self, gram: Gram) -> bool:
        """True where no word stands before it in its sentence."""
        return self.before(gram) is None

    def locative(self, gram: Gram, prepositions: frozenset[str] = lexicon.LOCATIVE) -> bool:
        """True where a preposition of place stands before it, an article or direction between them aside."""
        i = gram.first - 1
        for _ in range(3):
            word = self.word(i)
            if word is None or word.sentence != self.words[gram.first].sentence:
                return False
            if word.lower in prepositions or (word.lower in lexicon.AFTER_SIDE and self._side(i - 1)):
                return True
            if word.lower != "the" and word.lower not in lexicon.DIRECTIONS:
                return False
            i -= 1
        return False

    def _side(self, i: int) -> bool:
        """True where word `i` makes a place of what follows: "far from", "north of", "10 km from"."""
        word = self.word(i)
        return word is not None and (word.lower in lexicon.SIDES or word.lower in lexicon.DIRECTIONS)

    def organisation(self, gram: Gram) -> bool:
        """True for a part of an organisation's name: "Kurdistan 24", "the New York Times", "Bank of Baghdad"."""
        after, before, earlier = self.after(gram), self.word(gram.first - 1), self.word(gram.first - 2)
        if after and after.joined and after.capital:
            following = self.word(gram.last + 1)
            if after.lower in lexicon.ORGANISATIONS:
                return True
            if following and following.joined and following.capital and following.lower in lexicon.ORGANISATIONS:
                return after.lower not in lexicon.KIND_AFTER
        if after and after.joined and after.text.isdigit() and len(after.text) < 3:
            return True
        return bool(
            before and earlier and before.lower == "of" and earlier.capital and earlier.lower in lexicon.BODIES_OF
        )

    def person(self, gram: Gram, found: tuple[Candidate, ...], *, named_kind: bool) -> bool:
        """True for a part of a person's name: a title before it, an unknown capitalised word beside it.

        named_kind: the words beside it say what kind of place it is, which only a title or a longer name outweighs.
        """
        entity, label = self.entity(gram), self.label(gram)
        known = found[0].place.kind is PlaceKind.COUNTRY or found[0].place.population >= WELL_KNOWN
        if self.titled(gram):
            return True
        if label == "PERSON" and entity is not None and not self.fits(entity, gram):
            return True
        if named_kind:
            return False
        if label in ("NORP", "DATE", "TIME", "LANGUAGE") and entity is not None and not known:
            return True
        single = gram.last - gram.first == 1
        surname = single and self.words[gram.first].lower in self._surnames
        if self.locative(gram, lexicon.STANDS_IN if label == "PERSON" or surname else lexicon.LOCATIVE):
            return False
        if self._beside(gram) and label not in PLACE_ENTITIES:
            return True
        if label == "PERSON":
            return not known and gram.last - gram.first < LONG_NAME
        return surname and label not in PLACE_ENTITIES

    def surname(self, word: Word) -> bool:
        """True where some person of the report is called so."""
        return word.lower in self._surnames

    def titled(self, gram: Gram) -> bool:
        """True where a person's title stands directly before it."""
        before = self.before(gram)
        return bool(before and self.words[gram.first].joined and before.capital and before.lower in lexicon.TITLES)

    def _beside(self, gram: Gram) -> bool:
        after, before, first = self.after(gram), self.before(gram), self.words[gram.first]
        if after and after.joined and after.capital and not self.explained(after):
            return True
        if before and first.joined and before.capital and not before.possessive and not self._first_token(before):
            return not self.explained(before)
        return False

    def _first_token(self, word: Word) -> bool:
        token = word.token
        return token is not None and token.i == self.parse.sentences[token.sentence].first

    def explained(self, word: Word) -> bool:
        """True for a capitalised word that is no name: an everyday word in a headline, a kind of place, a people."""
        return self.everyday(word) or (word.token is not None and word.token.pos not in ("PROPN", "NOUN", "X"))

    def everyday(self, word: Word) -> bool:
        """True for words that name nothing by themselves, whatever the parse takes them for."""
        return (
            word.lower in common_words()
            or word.lower in lexicon.GENERIC
            or word.lower in lexicon.KIND_AFTER
            or never(word)
            or word.text in self.places.adjectives
        )
