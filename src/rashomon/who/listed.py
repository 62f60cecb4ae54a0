"""Actors of the list in a text: the longest form that stands there, and which of several actors it means."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.records import Actor, ActorKind, Parse
from rashomon.who.catalogue import Catalogue, Form, extended
from rashomon.who.words import Word, words

LONGEST_UNSURE = (
    3  # letters: so short a form also names other things, unless the report speaks of its part of the world
)
_ARTICLE = r"(?:al|el|ul|e|i|as|ash|an|at|ad|az|ar|ud|ur|us)[- ]"
_JOINT = re.compile(
    rf"(?:['’`]?s?['’`]?[\s.-]{{1,3}}|['’/&.( ]{{1,3}}(?:{_ARTICLE})?|[ -]?{_ARTICLE}| & )", re.IGNORECASE
)
_NOT_A_STATE_BEFORE = frozenset({"south", "north", "latin", "central", "gulf", "horn", "united", "new"})
_NOT_A_STATE_AFTER = frozenset({"delta", "river", "state", "basin", "sea", "gulf", "lake", "street", "avenue"})


@dataclass(frozen=True, slots=True)
class Match:
    """A listed form in the text: words `first` to `last` (half-open) of its sentence, and the characters."""

    sentence: int
    first: int
    last: int
    start: int
    end: int
    form: Form


@dataclass(frozen=True, slots=True)
class Text:
    """A report's words by sentence, the forms of the list found in them, and the countries it speaks of."""

    parse: Parse
    words: tuple[tuple[Word, ...], ...]
    matches: tuple[Match, ...]
    countries: Mapping[str, int]

    def main_country(self) -> str | None:
        """The country most often named (ISO code), the earliest of several; None where none is."""
        return max(self.countries, key=self.countries.__getitem__) if self.countries else None


def read_text(parse: Parse, catalogue: Catalogue, local: Sequence[Actor] = (), home: str | None = None) -> Text:
    """The words of each sentence and the forms found.

    local: actors that the report itself introduces. home: the country that it is about, though it may not name it.
    """
    known = extended(local) if local else catalogue
    by_sentence = tuple(tuple(words(parse.text, s.start, s.end)) for s in parse.sentences)
    candidates = [_longest(known, parse.text, i, sentence) for i, sentence in enumerate(by_sentence)]
    every = [match for matches in candidates for match in matches]
    countries: Counter[str] = Counter()
    for _, forms in every:
        state = next((form.actor.country for form in forms if form.actor.kind is ActorKind.STATE), None)
        if state:
            countries[state] += 1
    if home is not None and home in known.actors:
        countries[home] += 1
    named = Counter(
        forms[0].actor.id for _, forms in every if len({form.actor.id for form in forms}) == 1 and not forms[0].near
    )
    chosen = []
    for match, forms in every:
        form = _choose(known, forms, countries, named)
        if form:
            chosen.append(Match(match.sentence, match.first, match.last, match.start, match.end, form))
    return Text(parse, by_sentence, tuple(chosen), countries)


def _longest(known: Catalogue, text: str, number: int, sentence: Sequence[Word]) -> list[tuple[Match, list[Form]]]:
    """The longest forms from left to right, each with all actors that bear it."""
    shouting = len(sentence) > 3 and sum(w.text.isupper() for w in sentence) > 0.8 * len(sentence)
    skeletons = [word.skeleton for word in sentence]
    plains = [word.lower for word in sentence]
    found: list[tuple[Match, list[Form]]] = []
    at = 0
    while at < len(sentence):
        most = max(known.longest.get(skeletons[at], 0), known.longest.get(plains[at], 0))
        for length in range(min(most, len(sentence) - at), 0, -1):
            piece = sentence[at : at + length]
            folded = dict.fromkeys((tuple(skeletons[at : at + length]), tuple(plains[at : at + length])))
            forms = [form for key in folded for form in known.lookup(key) if _fits(form, piece, key, shouting=shouting)]
            if forms and not _unbroken(text, piece):
                continue
            if forms and not _other_name(sentence, at, length, forms[0]):
                start, end = piece[0].lead, piece[-1].end
                found.append((Match(number, at, at + length, start, end, forms[0]), forms))
                at += length
                break
        else:
            at += 1
    return found


def _unbroken(text: str, piece: Sequence[Word]) -> bool:
    """True where only spaces, hyphens, dots or a possessive part the words: no dash or comma."""
    return all(_JOINT.fullmatch(text[one.end : two.start]) for one, two in pairwise(piece))


def _fits(form: Form, piece: Sequence[Word], key: tuple[str, ...], *, shouting: bool) -> bool:
    """Whether the case of the words fits the form, and a state's form stands letter by letter."""
    if form.actor.kind is ActorKind.STATE and key != tuple(word.lower for word in piece):
        return False
    if form.exact is not None:
        bare = re.sub(r"[^\w]", "", "".join(word.text for word in piece))
        wanted = re.sub(r"[^\w]", "", form.exact)
        if shouting and len(wanted) < 3:
            return False
        armed = form.actor.kind in (ActorKind.ARMED_GROUP, ActorKind.COALITION, ActorKind.UMBRELLA)
        return bare == wanted or (armed and len(wanted) >= 4 and bare == wanted.capitalize())
    return form.lower or any(word.capital for word in piece)


def _other_name(sentence: Sequence[Word], at: int, length: int, form: Form) -> bool:
    """True for a state's name inside another name: South America, Niger Delta."""
    if form.actor.kind is not ActorKind.STATE or form.demonym:
        return False
    before = sentence[at - 1].lower if at else ""
    after = sentence[at + length] if at + length < len(sentence) else None
    if before in _NOT_A_STATE_BEFORE and sentence[at - 1].capital:
        return True
    return after is not None and after.capital and after.lower in _NOT_A_STATE_AFTER


def _choose(
    known: Catalogue, forms: Sequence[Form], countries: Mapping[str, int], named: Mapping[str, int]
) -> Form | None:
    """The form meant: one whose actor the report names in full, else one whose country it speaks of, else the first.

    None where only short forms stand there and the report speaks of no country on their continent, and where each
    actor's form counts only near its country and the report speaks of none of these.
    """

    def score(form: Form) -> tuple[bool, int]:
        return named[form.actor.id] > 0, countries.get(form.actor.country or "", 0)

    counting = [form for form in forms if not form.near or any(score(form))]
    if not counting:
        return None
    best = max(counting, key=score)
    if best.lower and best.actor.kind is ActorKind.UNNAMED and not any(score(best)):
        return None  # "settlers" are Israel's only in reports that speak of Israel
    if best.exact is None or len(best.exact) > LONGEST_UNSURE or best.actor.country is None:
        return best
    if not countries or best.actor.kind in (ActorKind.STATE, ActorKind.MEDIA, ActorKind.MONITOR):
        return best
    around = {known.continents.get(country) for country in countries}
    return best if any(score(best)) or known.continents.get(best.actor.country) in around else None
