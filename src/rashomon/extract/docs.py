"""spaCy's documents of some texts, as the pipeline itself gives them, in less time.

The attribute ruler looks its patterns up at every word, for a seventh of the pipeline's time, though what it sets at a
word follows from that word's tag, form and dependency alone, and from which patterns of several words ("gon na") hold
there. It is asked once for each such word and remembered. A ruler with patterns on anything else is asked every time.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from rashomon.extract.model import TITLES, pipeline
from rashomon.extract.transitions import take_steps

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler, Lemmatizer
    from spacy.tokens import Doc, Token

WORDS = 2_000  # of the texts that a component sees at once; more take longer for each, the memory is fetched anew
MOST_REMEMBERED = 200_000  # words with tag and dependency; from here on the memory starts anew
_KEY: list[int | str] = ["TAG", "LOWER", "DEP", "IS_SPACE"]
_FORM: list[int | str] = ["ORTH", "POS", "MORPH", "LEMMA"]
_SET: list[int | str] = ["POS", "MORPH", "LEMMA", "TAG", "DEP"]


def docs_of(texts: Iterable[str]) -> Iterator["Doc"]:
    """The pipeline's documents of these texts, in their order; no sentence begins after a title such as "Lt. Col.".

    A text's document does not depend on the texts beside it.
    """
    together: list[Doc] = []
    words = 0
    for text in texts:
        doc = _titled(pipeline().make_doc(text))
        if together and words + len(doc) > WORDS:
            yield from _annotated(together)
            together, words = [], 0
        together.append(doc)
        words += len(doc)
    yield from _annotated(together)


def _annotated(docs: list["Doc"]) -> list["Doc"]:
    """The documents with all that the pipeline's components set in them."""
    remembered: dict[str, Any] = {"attribute_ruler": _ruler(), "lemmatizer": _lemmas()}
    component: Any  # spaCy types components as callables, each has `pipe` too
    for name, component in pipeline().pipeline:
        if not take_steps(name, component, docs):
            own = remembered.get(name)
            docs = list(map(own, docs) if own else component.pipe(docs, batch_size=max(1, len(docs))))
    return docs


_SHORT = re.compile(
    r"\b(?:Gen|Gov|Adm|Dr|Mr|Mrs|Ms|Prof|Rev|Sen|Rep|St|" + "|".join(t[:-1] for t in sorted(TITLES)) + r")\. "
    r"(?!(?:The|A|An|He|She|It|They|In|On|At|His|Her|Their|This|But|And) )[A-Z]"
)


def _titled(doc: "Doc") -> "Doc":
    """The document, told that no sentence begins after a shortened title: "Lt. Col. | Jane Roe"."""
    for short in _SHORT.finditer(doc.text):
        name = doc.char_span(short.end() - 1, short.end(), alignment_mode="expand")
        if name is not None and name.start > 0:
            name[0].is_sent_start = False
    return doc


@cache
def _ruler() -> "RememberedRuler":
    return RememberedRuler(pipeline().get_pipe("attribute_ruler"))  # type: ignore[arg-type]


@cache
def _lemmas() -> "RememberedLemmas | None":
    nlp = pipeline()
    found: Any = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None
    return RememberedLemmas(found) if getattr(found, "mode", None) == "rule" and not found.overwrite else None


class RememberedLemmas:
    """A lemmatizer by rules that remembers the lemma of a form with one part of speech and morphology.

    Its rules look at nothing else. Lemmas that the ruler has set stand.
    """

    def __init__(self, lemmatizer: "Lemmatizer") -> None:
        self._lemmatizer = lemmatizer
        self._remembered: dict[tuple[int, ...], int] = {}

    def __call__(self, doc: "Doc") -> "Doc":
        """The document with the lemmas that the lemmatizer sets."""
        keys = [tuple(row) for row in doc.to_array(_FORM).tolist()]
        if any(key not in self._remembered for key in keys):
            doc = self._lemmatizer(doc)
            if len(self._remembered) > MOST_REMEMBERED:
                self._remembered.clear()
            self._remembered.update(zip(keys, doc.to_array(["LEMMA"]).tolist(), strict=True))
        elif keys:
            from numpy import array, uint64

            lemmas: Any = array([self._remembered[key] for key in keys], dtype=uint64)
            doc.from_array(["LEMMA"], lemmas)
        return doc


class RememberedRuler:
    """An attribute ruler that remembers what it sets at a word of one tag, form and dependency."""

    def __init__(self, ruler: "AttributeRuler") -> None:
        self._ruler = ruler
        self._remembered: dict[tuple[int, ...], tuple[int, ...]] = {}
        entries: Any = ruler.patterns
        rules = [(pattern, entry["index"]) for entry in entries for pattern in entry["patterns"]]
        self._long = {n: rule for n, rule in enumerate(rules) if len(rule[0]) > 1}
        self._anchors: dict[int, list[tuple[int, int]]] = {}  # by the number that the vocabulary gives a form
        for number, (pattern, _) in self._long.items():
            place = next((at for at, word in enumerate(pattern) if _forms(word)), 0)
            for form in _forms(pattern[place]):
                self._anchors.setdefault(ruler.vocab.strings.add(form), []).append((number, place))
        words = [word for pattern, _ in rules for word in pattern]
        spanning = [pattern for pattern, _ in self._long.values()]
        self._knows = (
            all(set(word) <= set(_KEY) for word in words)
            and all(any(map(_forms, pattern)) for pattern in spanning)
            and all(_readable(word) for pattern in spanning for word in pattern)
        )

    def __call__(self, doc: "Doc") -> "Doc":
        """The document with the attributes that the ruler sets."""
        if not self._knows:
            return self._ruler(doc)
        keys = [tuple(row) for row in doc.to_array(_KEY).tolist()]
        for at, number in self._spanning(doc, [key[1] for key in keys]):
            keys[at] = (*keys[at], number)
        if any(key not in self._remembered for key in keys):
            return self._learn(doc, keys)
        if keys:
            from numpy import array, uint64

            values: Any = array([self._remembered[key] for key in keys], dtype=uint64)
            doc.from_array(_SET, values)
        return doc

    def _spanning(self, doc: "Doc", forms: Sequence[int]) -> list[tuple[int, int]]:
        """The words at which a pattern of several words sets something, each with the pattern's number.

        forms: of each word, the number of its form in small letters.
        """
        found = []
        for at, form in enumerate(forms):
            for number, place in self._anchors.get(form, ()):
                pattern, index = self._long[number]
                first = at - place
                inside = first >= 0 and first + len(pattern) <= len(doc)
                if inside and all(_fits(word, doc[first + n]) for n, word in enumerate(pattern)):
                    found.append((first + index % len(pattern), number))
        return sorted(found)

    def _learn(self, doc: "Doc", keys: Sequence[tuple[int, ...]]) -> "Doc":
        doc = self._ruler(doc)
        if len(self._remembered) > MOST_REMEMBERED:
            self._remembered.clear()
        self._remembered.update(zip(keys, map(tuple, doc.to_array(_SET).tolist()), strict=True))
        return doc


def _forms(word: Mapping[str, Any]) -> tuple[str, ...]:
    """The forms that a pattern names at one of its words; empty where it names none."""
    form = word.get("LOWER")
    if isinstance(form, str):
        return (form,)
    return tuple(form["IN"]) if isinstance(form, Mapping) and set(form) == {"IN"} else ()


def _readable(word: Mapping[str, Any]) -> bool:
    """True where `_fits` knows all that a pattern asks of a word."""
    return all(
        isinstance(asked, str) or (isinstance(asked, Mapping) and set(asked) in ({"IN"}, {"REGEX"}))
        for asked in word.values()
    )


def _fits(word: Mapping[str, Any], token: "Token") -> bool:
    """True where a word of the text is what a pattern asks for."""
    for name, asked in word.items():
        value = {"LOWER": token.lower_, "TAG": token.tag_, "DEP": token.dep_}[name]
        if isinstance(asked, str):
            fits = value == asked
        else:
            fits = value in asked["IN"] if "IN" in asked else re.search(asked["REGEX"], value) is not None
        if not fits:
            return False
    return True
