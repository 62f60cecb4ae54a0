"""A report's tolls seen together: which figure comes again, which sums up others, what stands near.

Everything that a toll is compared with is indexed once, so that the time grows with the report's length only.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.extract.tolls import lexicon
from rashomon.extract.tolls.toll import Kind, Toll
from rashomon.records import Parse, Sentence, Stance

BACKGROUND = re.compile(
    r"\b(?:19|20)\d\d\b|\blast (?:year|month)\b|\byears? (?:ago|earlier)\b|\bsince\b|\bso far\b"
    r"|\bin (?:recent|the past)\b",
    re.IGNORECASE,
)
WINDOW = 40  # tolls on either side that a toll is compared with one by one
NEAR = 3  # sentences
HEAD = 6  # sentences from the headline on, in which a total over what follows may stand
SMALLEST_SUM = 4  # people; smaller figures add up by chance
DWARFING = 100  # people; from here a figure may be a war's, if it is three times any other
_OTHER_CAUSES = lexicon.words("crash accident quake earthquake flood floods virus outbreak drill exercise film cyclone")


def figure_of(toll: Toll) -> int:
    """The toll's figure, its lower end where it has one; 0 where it has none."""
    return toll.low if toll.low is not None else toll.high or 0


@dataclass(slots=True)
class Sight:
    """The tolls of one report with their sentences, and what they are compared by."""

    parse: Parse
    tolls: Sequence[Toll]
    sentences: Sequence[Sentence]
    _values: Counter[tuple[object, ...]] = field(default_factory=Counter)
    _lows: Counter[tuple[object, ...]] = field(default_factory=Counter)
    _exact: Counter[object] = field(default_factory=Counter)
    _largest: dict[object, list[int]] = field(default_factory=dict)
    _facts: dict[int, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, parse: Parse, tolls: Sequence[Toll]) -> "Sight":
        """The sight of these tolls; each stands in the sentence of its cue."""
        sight = cls(parse, tolls, [parse.sentences[parse.tokens[t.cue].sentence] for t in tolls])
        for t in tolls:
            if t.repeats:
                continue
            sight._values[t.about, t.low, t.high, t.stance] += 1
            sight._lows[t.about, t.low] += 1
            sight._exact[t.about] += _is_exact(t)
            if not t.part:
                largest = sight._largest.setdefault(t.about, [])
                largest.append(t.low or 0)
                largest.sort(reverse=True)
                del largest[2:]
        return sight

    def facts(self, sentence: Sentence) -> tuple[str, ...]:
        """Features of the sentence as a whole, the same for each of its tolls."""
        if sentence.i not in self._facts:
            self._facts[sentence.i] = self._facts_of(sentence)
        return self._facts[sentence.i]

    def _facts_of(self, sentence: Sentence) -> tuple[str, ...]:
        text = self.parse.text[sentence.start : sentence.end]
        tokens = self.parse.words(sentence)
        words = {t.lower for t in tokens}
        told = {
            "background": BACKGROUND.search(text) is not None,
            "plural events": bool(words & lexicon.EVENTS),
            "one event": any(t.lemma in lexicon.EVENT for t in tokens),
            "other cause": bool(words & _OTHER_CAUSES),
            "quoted": '"' in text or "“" in text,
            "question": text.rstrip().endswith("?"),
        }
        return tuple(name for name, holds in told.items() if holds)

    def _own(self, i: int) -> int:
        """1 where toll `i` is among those counted, which its own figure must be taken from."""
        return 0 if self.tolls[i].repeats else 1

    def again(self, i: int) -> bool:
        """True where another toll has the same value."""
        t = self.tolls[i]
        return self._values[t.about, t.low, t.high, t.stance] > self._own(i)

    def bounded_again(self, i: int) -> bool:
        """True where another toll has the same lower figure and another upper one: "20" and "at least 20"."""
        t = self.tolls[i]
        return self._lows[t.about, t.low] > self._values[t.about, t.low, t.high, t.stance]

    def exact_elsewhere(self, i: int) -> bool:
        """True where another toll of the same kind of loss has a figure."""
        t = self.tolls[i]
        return self._exact[t.about] > self._own(i) * _is_exact(t)

    def dwarfs(self, i: int) -> bool:
        """True for a figure three times as large as any other of the report, from DWARFING on."""
        t = self.tolls[i]
        largest = list(self._largest.get(t.about, []))
        if not t.part and not t.repeats and (t.low or 0) in largest:
            largest.remove(t.low or 0)
        return figure_of(t) >= DWARFING and bool(largest) and figure_of(t) > 3 * largest[0]

    def sums_up(self, i: int) -> bool:
        """True for an early toll that later ones, of other sentences, add up to: a total over what is told apart."""
        toll, sentence = self.tolls[i], self.sentences[i]
        figure = figure_of(toll)
        if figure < SMALLEST_SUM or sentence.i > HEAD:
            return False
        later = [
            figure_of(o)
            for o, s in zip(self.tolls[i + 1 : i + WINDOW], self.sentences[i + 1 : i + WINDOW], strict=True)
            if o.about is toll.about and s.i > sentence.i and not o.part and o.kind is not Kind.PLURAL
        ]
        smaller = [n for n in later if 0 < n < figure]
        pairs = any(a + b == figure for n, a in enumerate(smaller) for b in smaller[n + 1 :])
        return pairs or (len(smaller) >= 3 and sum(dict.fromkeys(smaller)) == figure)

    def near(self, i: int) -> list[tuple[Toll, Sentence]]:
        """The other tolls of the same kind of loss, at most NEAR sentences away."""
        toll, sentence = self.tolls[i], self.sentences[i]
        reach = range(max(0, i - WINDOW), min(len(self.tolls), i + WINDOW + 1))
        return [
            (self.tolls[n], self.sentences[n])
            for n in reach
            if n != i and self.tolls[n].about is toll.about and abs(self.sentences[n].i - sentence.i) <= NEAR
        ]


def _is_exact(toll: Toll) -> bool:
    return toll.kind is Kind.NUMBER and toll.stance is Stance.ASSERTS
