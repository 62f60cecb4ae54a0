"""Which words of a report name places: the gazetteer's names over capitalised words first, then unknown names."""

import re
from dataclasses import dataclass, field

from rashomon.records import Parse, PlaceKind
from rashomon.where import lexicon
from rashomon.where.evidence import Evidence, common_words
from rashomon.where.gazetteer import Candidate, Gazetteer
from rashomon.where.names import sound, spelling
from rashomon.where.words import Gram, Word, begins_name, grams, surface

LONGEST_UNKNOWN = 4  # words
# "X, a small village in ..."
_APPOSITION = re.compile(r",\s+(?:a|an|the)\s+(?:[a-z-]+\s+){0,3}?(village|town|city|district|hamlet|region|island)\b")


@dataclass(slots=True)
class Toponym:
    """Words that name a place, and what they may mean.

    first, last: words, half-open. key: the gazetteer key. candidates: empty where no gazetteer has it.
    kinds: what the words beside it say that it is ("province"), empty where they say nothing.
    told: the words around it say that it is a place, so that it counts even where no gazetteer's place fits.
    adjective: a demonym, or the first part of a compound adjective ("Iran-backed").
    organisation: it only names a body, counts for the report's countries and is no place.
    outer: end of the words that belong to it ("Anbar province"). within: indices of the toponyms that it lies in.
    """

    first: int
    last: int
    key: str
    candidates: tuple[Candidate, ...]
    kinds: frozenset[PlaceKind] = frozenset()
    told: bool = False
    adjective: bool = False
    organisation: bool = False
    outer: int = 0
    within: list[int] = field(default_factory=list)


class Finder:
    """Finds the toponyms of one parse."""

    def __init__(self, parse: Parse, words: list[Word], places: Gazetteer) -> None:
        self._parse = parse
        self._words = words
        self._places = places
        self._evidence = Evidence(parse, words, places)

    def find(self) -> list[Toponym]:
        """The toponyms in the order of the text, not overlapping."""
        found: list[Toponym] = []
        i = 0
        while i < len(self._words):
            hit = (self._at(i) or self._unknown(i)) if begins_name(self._words, i) else None
            if hit is None:
                i += 1
                continue
            found.append(hit)
            i = hit.last
        return found

    def given(self, start: int, end: int) -> Toponym | None:
        """The toponym that covers exactly these characters, whatever speaks against it; None outside the parse."""
        inside = [i for i, word in enumerate(self._words) if word.start < end and word.end > start]
        if not inside:
            return None
        gram = Gram(inside[0], inside[-1] + 1)
        text = surface(self._parse, self._words, gram)
        if text in self._places.adjectives:
            return self._adjective(gram, text)
        return self._toponym(gram, self.candidates(gram) or self._shorter(gram))

    def _shorter(self, gram: Gram) -> tuple[Candidate, ...]:
        """The candidates of the longest part of the n-gram that has any and is no generic word."""
        length = gram.last - gram.first
        for size in range(min(length - 1, 5), 0, -1):
            for first in range(gram.first, gram.last - size + 1):
                part = self._words[first : first + size]
                if all(word.lower in lexicon.GENERIC or word.lower in common_words() for word in part):
                    continue
                if found := self.candidates(Gram(first, first + size)):
                    return found
        return ()

    def candidates(self, gram: Gram) -> tuple[Candidate, ...]:
        """What the gazetteer has under the n-gram's spelling, or without its article, else under its rough sound."""
        text = surface(self._parse, self._words, gram)
        key = spelling(text)
        if len(key) < 2:
            return ()
        found = self._places.named(key)
        first = self._words[gram.first]
        if gram.last - gram.first > 1 and (first.lower in lexicon.ARTICLES or first.lower == "the"):
            known = {c.place.source for c in found}
            rest = self._places.named(key.partition(" ")[2])
            found = (*found, *(Candidate(c.place, 1) for c in rest if c.place.source not in known))
        if not found and len(key) >= 5:
            found = self._places.named("~" + sound(text))
        return found

    def _at(self, i: int) -> Toponym | None:
        """The longest name of the gazetteer that begins at word `i` and that nothing speaks against."""
        for gram in grams(self._words, i):
            if longer := self._with_kind(gram):
                return longer
            text = surface(self._parse, self._words, gram)
            if text in self._places.adjectives:
                return self._adjective(gram, text)
            found = self.candidates(gram)
            if not found or self._cuts_compound(gram) or not self._evidence.spelt_like_a_place(gram, found):
                continue
            organisation = self._evidence.organisation(gram)
            toponym = self._toponym(gram, found)
            if organisation or not self._evidence.person(gram, found, named_kind=bool(toponym.kinds)):
                toponym.organisation = organisation
                toponym.adjective = self._compounded(gram)
                toponym.told = self._told(gram, toponym.kinds)
                return toponym
        return None

    def _cuts_compound(self, gram: Gram) -> bool:
        """True where a hyphen ties the name to a capitalised word of unknown meaning: "Bouka-" in an island's name."""
        after = self._word(gram.last)
        if after is None or not after.hyphened or not after.capital or self._words[gram.last - 1].possessive:
            return False
        return not self._evidence.everyday(after) and not self.candidates(Gram(gram.last, gram.last + 1))

    def _with_kind(self, gram: Gram) -> Toponym | None:
        """The name with the lower-case kind of place after it, where the gazetteer has both: "al-Asad air base"."""
        if all(self._evidence.everyday(word) for word in self._words[gram.first : gram.last]):
            return None
        end = gram.last
        while end < len(self._words) and end < gram.last + 2 and self._words[end].joined:
            word = self._words[end]
            if word.capital or not (word.lower in lexicon.KIND_AFTER or word.lower in lexicon.KIND_QUALIFIERS):
                break
            end += 1
        for last in range(end, gram.last, -1):
            longer = Gram(gram.first, last)
            if found := self._places.named(spelling(surface(self._parse, self._words, longer))):
                return Toponym(longer.first, longer.last, found[0].place.name, found, outer=last)
        return None

    def _adjective(self, gram: Gram, text: str) -> Toponym:
        country = self._places.countries[self._places.adjectives[text]]
        token = self._words[gram.last - 1].token
        noun = spelling(text) in {"us", "uae"}
        adjective = not noun or (token is not None and token.dep in ("amod", "compound", "nmod"))
        candidate = Candidate(country.place, 0)
        return Toponym(gram.first, gram.last, spelling(text), (candidate,), adjective=adjective, outer=gram.last)

    def _toponym(self, gram: Gram, found: tuple[Candidate, ...]) -> Toponym:
        kinds, outer = self._cue(gram)
        return Toponym(
            gram.first, gram.last, spelling(surface(self._parse, self._words, gram)), found, kinds, outer=outer
        )

    def _cue(self, gram: Gram) -> tuple[frozenset[PlaceKind], int]:
        """What the word after or before the name says that the place is, and where the whole name ends."""
        after, before, earlier = self._evidence.after(gram), self._evidence.before(gram), self._word(gram.first - 2)
        if after and after.joined and after.lower in lexicon.KIND_AFTER:
            return lexicon.KIND_AFTER[after.lower], gram.last + 1
        if match := _APPOSITION.match(self._parse.text, self._words[gram.last - 1].end):
            return lexicon.KIND_AFTER[match[1]], gram.last
        if before and earlier and before.lower == "of":
            kind = "" if earlier.lower == "capital" else earlier.lower  # "the capital of Mali" names a country
            return lexicon.KIND_BEFORE.get(kind, frozenset()), gram.last
        if before and before.lower in lexicon.KIND_BEFORE and before.lower != "state":
            return lexicon.KIND_BEFORE[before.lower], gram.last
        return frozenset(), gram.last

    def _word(self, i: int) -> Word | None:
        return self._words[i] if 0 <= i < len(self._words) else None

    def _unknown(self, i: int) -> Toponym | None:
        """A name at word `i` that no gazetteer has and that the words around it say is a place."""
        evidence = self._evidence
        word = self._words[i]
        if word.lower in lexicon.ARTICLES and i + 1 < len(self._words):
            word = self._words[i + 1]
        if evidence.everyday(word) or evidence.surname(word):
            return None
        gram = self._run(i)
        if self._ends_known(gram) or not self._like_a_name(word, gram):
            return None
        label = evidence.label(gram)
        if len(spelling(word.text)) < 3 or evidence.titled(gram) or evidence.organisation(gram):
            return None
        kinds, outer = self._cue(gram)
        apposed = bool(_APPOSITION.match(self._parse.text, self._words[gram.last - 1].end))
        named_after = outer > gram.last and self._words[gram.last].capital and kinds == lexicon.SITE
        told = (
            bool(kinds)
            and not named_after
            and (label not in ("ORG", "PERSON") or outer > gram.last or evidence.locative(gram) or apposed)
        )
        placed = evidence.exact_place(gram)
        stands = label in ("", "ORG", "PERSON") and evidence.locative(gram, lexicon.STANDS_IN)
        if not (told or placed or (stands and self._unlike_a_person(gram, label))):
            return None
        toponym = self._toponym(gram, self.candidates(gram))
        toponym.told = True
        return toponym

    def _compounded(self, gram: Gram) -> bool:
        """True for the first part of a compound adjective: "Iran-backed", "Beirut-based"."""
        after = self._word(gram.last)
        return after is not None and after.hyphened and after.text.islower()

    def _told(self, gram: Gram, kinds: frozenset[PlaceKind]) -> bool:
        evidence = self._evidence
        return bool(kinds) or evidence.exact_place(gram) or evidence.locative(gram, lexicon.STANDS_IN)

    def _ends_known(self, gram: Gram) -> bool:
        """True where the words end on a known name: "While Israel", "Targeting Abha"."""
        starts = range(gram.first + 1, gram.last)
        spaced = [i for i in starts if not self._words[i].hyphened]
        return any(self.candidates(Gram(i, gram.last)) for i in spaced)

    def _like_a_name(self, word: Word, gram: Gram) -> bool:
        """False for a sentence's first word that is a verb, a number, a common noun to the parse."""
        if word.token is None or word.token.pos in ("PROPN", "X"):
            return True
        return not self._evidence.opens_sentence(gram) and word.token.pos in ("NOUN", "ADJ", "VERB")

    def _run(self, i: int) -> Gram:
        """The capitalised words from `i` on that stand together."""
        last = i + 1
        while last < min(len(self._words), i + LONGEST_UNKNOWN):
            word = self._words[last]
            linked = word.lower in lexicon.ARTICLES and last + 1 < len(self._words) and self._words[last + 1].capital
            if not word.joined or self._words[last - 1].possessive or not (word.capital or word.hyphened or linked):
                break
            if word.lower in lexicon.KIND_AFTER or word.text in self._places.adjectives:
                break
            last += 1
        return Gram(i, last)

    def _unlike_a_person(self, gram: Gram, label: str) -> bool:
        if label == "":
            return all(
                w.token is None or w.token.pos in ("PROPN", "X", "PUNCT") for w in self._words[gram.first : gram.last]
            )
        return gram.last - gram.first == 1  # "in Mukalla" taken for a person or a body by the parse
