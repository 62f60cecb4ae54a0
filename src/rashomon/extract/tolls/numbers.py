"""How many: quantities in words and digits, exact, bounded, ranged and vague, with the written rule for the vague ones.

The rules (both ends inclusive, None unbounded): "at least 6" is 6 and None; "more than 100" is 100 and None; "up to 9"
is None and 9; "between 5 and 8" is 5 and 8; "about 15" is 15 and 15; "several" is 3, "tens" 20, "dozens" 24, "scores"
40, "hundreds" 200, "thousands" 2000 and "a number of" 1, each and None.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.records import Token

_ONES = {
    word: n
    for n, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * n
    for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2)
} | {"fourty": 40}
_SCALES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 1_000_000, "lakh": 100_000}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,7}")
_RANGE = re.compile(r"(\d{1,6})[-–—](\d{1,6})")
_MARKS = {"-", "–", "—", "‑"}

_VAGUE = {
    "several": (3, "several is at least 3"),
    "tens": (20, "tens is at least 20"),
    "dozens": (24, "dozens is at least 24"),
    "scores": (40, "scores is at least 40"),
    "hundreds": (200, "hundreds is at least 200"),
    "thousands": (2000, "thousands is at least 2000"),
    "many": (1, "many is at least 1"),
    "numerous": (1, "numerous is at least 1"),
    "multiple": (1, "multiple is at least 1"),
    "various": (1, "various is at least 1"),
    "some": (1, "some is at least 1"),
    "few": (1, "a few is at least 1"),
}
_OF_VAGUE = {"number": 1, "handful": 1, "lot": 1, "couple": 2, "pair": 2, "trio": 3}

# Longest first. Each is told by the words before the number.
_AT_LEAST = (
    "at the very least", "at least", "at a minimum", "no fewer than", "no less than", "not fewer than", "not less than",
    "more than", "greater than", "upwards of", "upward of", "in excess of", "well over", "over", "above", "exceeded",
    "exceeding", "exceeds", "a minimum of", "minimum of", "upward",
)  # fmt: skip
_AT_MOST = (
    "no more than", "not more than", "up to", "as many as", "at most", "at the most", "fewer than", "less than", "under",
    "below", "a maximum of", "maximum of",
)  # fmt: skip
_ABOUT = (
    "an estimated", "estimated", "close to", "just over", "just under", "about", "around", "approximately", "roughly",
    "nearly", "almost", "some", "circa", "or so",
)  # fmt: skip
_EXACT = (
    "a total of", "total of", "another", "a further", "further", "an additional", "additional", "only", "just", "the other",
    "other", "the", "all", "some other", "these", "those", "its", "their", "as", "now", "also", "exactly", "fully",
    "the first", "his", "her", "both",
)  # fmt: skip
_BEFORE: tuple[tuple[tuple[str, ...], str], ...] = tuple(
    sorted(
        [(tuple(words.split()), kind) for kind, many in (("least", _AT_LEAST), ("most", _AT_MOST), ("about", _ABOUT), ("exact", _EXACT)) for words in many],
        key=lambda pair: -len(pair[0]),
    )
)  # fmt: skip
_AFTER: tuple[tuple[tuple[str, ...], str], ...] = (
    (("at", "the", "very", "least"), "least"),
    (("at", "the", "least"), "least"),
    (("as", "a", "minimum"), "least"),
    (("at", "a", "minimum"), "least"),
    (("at", "least"), "least"),
    (("at", "the", "most"), "most"),
    (("or", "more"), "least"),
    (("or", "over"), "least"),
    (("and", "more"), "least"),
    (("or", "fewer"), "most"),
    (("or", "so"), "about"),
    (("at", "most"), "most"),
    (("plus",), "least"),
    (("+",), "least"),
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many, as the words of tokens `first` to `last` (half-open) say.

    core: the token index of the figure itself, without "at least" or "another". low, high: both inclusive, None is
    unbounded. rule: the written rule where the words do not give the figure, else "". vague: no figure in the words.
    other: the words say "another", "other", "further".
    """

    first: int
    last: int
    core: int
    low: int | None
    high: int | None
    rule: str = ""
    vague: bool = False
    other: bool = False


def quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """Every quantity in these tokens of one sentence, in their order; what is counted is not looked at.

    "at least twenty-six civilians" gives one quantity of 26 and None.
    """
    found: list[Quantity] = []
    at = 0
    while at < len(tokens):
        quantity = _range_at(tokens, at) or _figure_at(tokens, at) or _vague_at(tokens, at)
        if quantity is None:
            at += 1
            continue
        floor = found[-1].last if found else tokens[0].i
        quantity = _bounded(tokens, quantity, floor)
        found.append(quantity)
        at = quantity.last - tokens[0].i
    return found


def whole_number(word: str) -> int | None:
    """The number that one word stands for ("7", "1,200", "seven", "twenty-six"); None for any other word."""
    if _DIGITS.fullmatch(word):
        return int(word.replace(",", ""))
    parts = word.lower().split("-")
    if len(parts) == 2 and parts[0] in _TENS and 0 < _ONES.get(parts[1], 0) < 10:
        return _TENS[parts[0]] + _ONES[parts[1]]
    return _ONES.get(word.lower(), _TENS.get(word.lower()))


def _figure_at(tokens: Sequence[Token], at: int) -> Quantity | None:
    """A figure that begins at this place: "7", "1,200", "twenty-six", "two dozen", "half a dozen", "a hundred and ten"."""
    first, word = tokens[at].i, tokens[at].lower
    if _words(tokens, at, 3) in (("half", "a", "dozen"), ("a", "half", "dozen")):
        return Quantity(first, first + 3, first, 6, 6)
    scaled = at + 1 < len(tokens) and _SCALES.get(tokens[at + 1].lower)
    if word in ("a", "one") and scaled and scaled > 10:
        value, end = scaled, at + 2
    else:
        number = whole_number(word)
        if number is None:
            return None
        value, end = number, at + 1
        if word in _TENS and end + 1 < len(tokens) and tokens[end].text in _MARKS:
            unit = _ONES.get(tokens[end + 1].lower, 0)
            value, end = (value + unit, end + 2) if 0 < unit < 10 else (value, end)
        if end < len(tokens) and tokens[end].lower in _SCALES:
            value, end = value * _SCALES[tokens[end].lower], end + 1
    value, end = _rest(tokens, value, end)
    return Quantity(first, tokens[end - 1].i + 1, first, value, value)


def _rest(tokens: Sequence[Token], value: int, end: int) -> tuple[int, int]:
    """The rest of a long number in words: "... hundred and ten", "... thousand two hundred"."""
    if value < 100 or value % 100 or whole_number(tokens[end - 1].lower) is not None:
        return value, end
    step = end + 1 if end < len(tokens) and tokens[end].lower == "and" else end
    if step < len(tokens) and (tokens[step].lower in _TENS or tokens[step].lower in _ONES):
        more = whole_number(tokens[step].lower) or 0
        after = tokens[step + 1] if step + 1 < len(tokens) else None
        if step == end or (after is not None and after.pos not in ("NOUN", "PROPN")) or more > 20:
            return value + more, step + 1
    return value, end


def _range_at(tokens: Sequence[Token], at: int) -> Quantity | None:
    """A range that begins here: "between 5 and 8", "from six to ten", "10-15", "three or four"."""
    first = tokens[at].i
    glued = _RANGE.fullmatch(tokens[at].text)
    if glued and int(glued[1]) < int(glued[2]):
        return Quantity(first, first + 1, first, int(glued[1]), int(glued[2]))
    opening = tokens[at].lower in ("between", "from")
    low = _figure_at(tokens, at + 1 if opening else at) if at + 1 < len(tokens) else None
    if low is None or low.low is None:
        return None
    middle = low.last - tokens[0].i
    if middle + 1 >= len(tokens):
        return None
    joint = tokens[middle].lower
    wanted = {"between": ("and",), "from": ("to",)}.get(tokens[at].lower, ("to", "or", *_MARKS))
    high = _figure_at(tokens, middle + 1) if joint in wanted else None
    if high is None or high.high is None or low.low >= high.high:
        return None
    if joint == "or" and high.high > low.low + 5:
        return None
    if joint == "to" and at and tokens[at - 1].lower in ("from", "toll"):
        return None  # "rose from 5 to 8" is two figures
    if tokens[at].lower == "from" and _rises(tokens, at):
        return None
    return Quantity(first, high.last, low.core, low.low, high.high)


def _rises(tokens: Sequence[Token], at: int) -> bool:
    verbs = {
        "rise",
        "climb",
        "increase",
        "go",
        "jump",
        "revise",
        "raise",
        "up",
        "grow",
        "lower",
        "fall",
        "drop",
        "reduce",
    }
    return any(t.lemma in verbs or t.lower in verbs for t in tokens[max(0, at - 4) : at])


def _vague_at(tokens: Sequence[Token], at: int) -> Quantity | None:
    """A quantity without a figure: "dozens", "several", "a number of", "tens of thousands of", "several dozen"."""
    first, word = tokens[at].i, tokens[at].lower
    if word in ("a", "large", "small", "undisclosed", "unknown") and at + 2 < len(tokens):
        step = at + 1 if tokens[at + 1].lower in _OF_VAGUE else at + 2
        if step + 1 < len(tokens) and tokens[step].lower in _OF_VAGUE and tokens[step + 1].lower == "of":
            noun = tokens[step].lower
            low = _OF_VAGUE[noun]
            exact = low > 1
            return Quantity(
                first, tokens[step].i + 1, tokens[step].i, low, low if exact else None,
                "" if exact else f"a {noun} of is at least {low}", vague=not exact,
            )  # fmt: skip
    if word not in _VAGUE:
        return None
    low, rule = _VAGUE[word]
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if word == "some" and whole_number(after) is not None:
        return None  # "some 15" is about 15
    if word == "few" and at and tokens[at - 1].lower == "a":
        return Quantity(first - 1, first + 1, first, low, None, rule, vague=True)
    if after in _SCALES and word in ("several", "few", "many"):
        low = _SCALES[after] * (3 if word == "several" else 2)
        return Quantity(first, first + 2, first, low, None, f"{word} {after} is at least {low}", vague=True)
    if after == "of" and at + 2 < len(tokens) and tokens[at + 2].lower in ("thousands", "hundreds"):
        low *= 1000 if tokens[at + 2].lower == "thousands" else 100
        low = 20_000 if word == "tens" else low
        return Quantity(
            first, first + 3, first, low, None, f"{word} of {tokens[at + 2].lower} is at least {low}", vague=True
        )
    return Quantity(first, first + 1, first, low, None, rule, vague=True)


def _bounded(tokens: Sequence[Token], quantity: Quantity, floor: int) -> Quantity:
    """The quantity with the words around it that bound it: "at least", "more than", "or more", "up to"."""
    base = tokens[0].i
    kinds: set[str] = set()
    first, last, other = quantity.first, quantity.last, quantity.other
    while True:
        taken = _ending(tokens, first - base, floor - base)
        if taken is None:
            break
        length, kind = taken
        words = {t.lower for t in tokens[first - base - length : first - base]}
        other = other or bool(words & {"another", "other", "further", "additional"})
        first -= length
        kinds.add(kind)
    for words_after, kind in _AFTER:
        if _words(tokens, last - base, len(words_after)) == words_after:
            last += len(words_after)
            kinds.add(kind)
            break
    low, high = quantity.low, quantity.high
    if "least" in kinds and "most" not in kinds:
        high = None
    elif "most" in kinds and not quantity.vague:
        low = None
    return replace(quantity, first=first, last=last, low=low, high=high, other=other)


def _ending(tokens: Sequence[Token], end: int, floor: int) -> tuple[int, str] | None:
    """The bounding words that end just before this place, and their kind; None where there are none."""
    for words, kind in _BEFORE:
        start = end - len(words)
        if start >= floor and tuple(t.lower for t in tokens[start:end]) == words:
            if (
                words == ("over",)
                and start
                and tokens[start - 1].pos in ("VERB", "NOUN")
                and tokens[start - 1].lower in ("ran", "run", "took")
            ):
                return None
            return len(words), kind
    return None


def _words(tokens: Sequence[Token], at: int, length: int) -> tuple[str, ...]:
    return tuple(t.lower for t in tokens[max(at, 0) : at + length])
