"""How many: quantities in words and digits, exact, bounded, ranged and vague, with the written rule for the vague ones.

The rules (both ends inclusive, None unbounded): "at least 6" is 6 and None; "more than 100" is 100 and None; "up to 9"
is None and 9; "between 5 and 8" is 5 and 8; "about 15" is 15 and 15; "several" is 3, "tens" 20, "dozens" 24, "scores"
40, "hundreds" 200, "thousands" 2000 and "a number of" 1, each and None.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rashomon.extract.tolls.lexicon import TOLL, words
from rashomon.records import Token

_ONES = {
    word: n
    for n, word in enumerate(
        (
            *(
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
            ),
            *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        )
    )
}
_TENS = {
    word: 10 * n
    for n, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2)
}
_SCALES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 1_000_000, "lakh": 100_000}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,7}")
_RANGE = re.compile(r"(\d{1,6})[-–—](\d{1,6})")
_HYPHENS = frozenset(("-", "–", "—", "‑"))

# The written rules for words without a figure: the fewest people that they stand for.
_VAGUE = {
    "several": 3,
    "tens": 20,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
    "many": 1,
    "numerous": 1,
    "multiple": 1,
    "various": 1,
    "countless": 1,
    "some": 1,
    "few": 1,
}
_VAGUE_NOUNS = {"number": 1, "handful": 1, "lot": 1}
_UNTOLD = words("unknown undisclosed unspecified undetermined large small")
_SMALL_NOUNS = {"couple": 2, "pair": 2, "trio": 3}

# Words before a number that bound it.
_AT_LEAST = (
    *("at the very least", "at least", "at a minimum", "no fewer than", "no less than", "not fewer than"),
    *("not less than", "more than", "greater than", "upwards of", "upward of", "in excess of", "well over", "over"),
    *(
        "above",
        "exceeded",
        "exceeding",
        "passed",
        "exceeds",
        "a minimum of",
        "minimum of",
        "crossed",
        "surpassed",
        "topped",
    ),
)
_AT_MOST = (
    *("no more than", "not more than", "up to", "as many as", "at most", "at the most", "fewer than", "less than"),
    *("under", "below", "a maximum of", "maximum of"),
)
_ABOUT = (
    *("an estimated", "estimated", "close to", "just over", "just under", "about", "around", "approximately"),
    *("roughly", "nearly", "almost", "some", "circa", "or so", "reportedly"),
)
_EXACT = (
    *("a total of", "total of", "another", "a further", "further", "an additional", "additional", "only", "just"),
    *("the other", "other", "the", "all", "some other", "these", "those", "its", "their", "as", "now", "also"),
    *("exactly", "fully", "the first", "his", "her", "both", "yet another"),
)
_BEFORE: tuple[tuple[tuple[str, ...], str], ...] = tuple(
    sorted(
        (
            (tuple(phrase.split()), kind)
            for kind, phrases in (("least", _AT_LEAST), ("most", _AT_MOST), ("about", _ABOUT), ("exact", _EXACT))
            for phrase in phrases
        ),
        key=lambda pair: -len(pair[0]),
    )
)
_AFTER: tuple[tuple[tuple[str, ...], str], ...] = (
    (("at", "the", "very", "least"), "least"),
    (("at", "the", "least"), "least"),
    (("as", "a", "minimum"), "least"),
    (("at", "a", "minimum"), "least"),
    (("at", "the", "most"), "most"),
    (("at", "least"), "least"),
    (("or", "more"), "least"),
    (("or", "over"), "least"),
    (("and", "more"), "least"),
    (("or", "fewer"), "most"),
    (("or", "so"), "about"),
    (("at", "most"), "most"),
    (("-", "plus"), "least"),
    (("-", "odd"), "about"),
    (("odd",), "about"),
    (("plus",), "least"),
    (("+",), "least"),
)
_BEFORE_BY_LAST = {last: [p for p in _BEFORE if p[0][-1] == last] for last in {phrase[-1] for phrase, _ in _BEFORE}}
_AFTER_BY_FIRST = {first: [p for p in _AFTER if p[0][0] == first] for first in {phrase[0] for phrase, _ in _AFTER}}
_OPENS = frozenset(("a", "an", "one", "half", "between", "from", "as", "both"))
REMEMBERED = 20_000  # words whose number is remembered
AS_MANY = "as many is the figure before it"
_OVER = words("hand take turn run give bring win sign")  # verbs that "over" goes with
_RISES = words("rise climb increase go jump revise raise up grow lower fall drop reduce shoot move creep inch edge")


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
        if not _may_begin(tokens[at].lower):
            at += 1
            continue
        quantity = _range_at(tokens, at) or _figure_at(tokens, at) or _vague_at(tokens, at)
        if quantity is None:
            at += 1
            continue
        floor = found[-1].last if found else tokens[0].i
        quantity = _bounded(tokens, quantity, floor)
        found.append(quantity)
        at = quantity.last - tokens[0].i
    return found


@lru_cache(maxsize=REMEMBERED)
def _may_begin(word: str) -> bool:
    """True for a word that a quantity can begin with."""
    opens = word in _OPENS or word in _VAGUE
    return opens or whole_number(word) is not None or _RANGE.fullmatch(word) is not None


@lru_cache(maxsize=REMEMBERED)
def whole_number(word: str) -> int | None:
    """The number that one word stands for ("7", "1,200", "seven", "twenty-six"); None for any other word."""
    if _DIGITS.fullmatch(word):
        return int(word.replace(",", ""))
    parts = word.lower().split("-")
    if len(parts) == 2 and parts[0] in _TENS and 0 < _ONES.get(parts[1], 0) < 10:
        return _TENS[parts[0]] + _ONES[parts[1]]
    return _ONES.get(word.lower(), _TENS.get(word.lower()))


def bounded_after(tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
    """The bound that begins at this place, as its length in tokens and "least", "most" or "about": "or more"."""
    for phrase, kind in _AFTER_BY_FIRST.get(tokens[at].lower, ()) if at < len(tokens) else ():
        beyond = _lower(tokens, at + len(phrase), 1)
        if _lower(tokens, at, len(phrase)) == phrase and beyond != ("than",):
            return len(phrase), kind
    return None


def _figure_at(tokens: Sequence[Token], at: int) -> Quantity | None:
    """A figure that begins here: "7", "1,200", "twenty-six", "two dozen", "half a dozen", "a hundred and ten"."""
    first, word = tokens[at].i, tokens[at].lower
    if _lower(tokens, at, 3) in (("half", "a", "dozen"), ("a", "half", "dozen"), ("half", "-", "dozen")):
        return Quantity(first, first + 3, first, 6, 6)
    if _lower(tokens, at, 5) == ("half", "-", "a", "-", "dozen"):
        return Quantity(first, first + 5, first, 6, 6)
    scaled = _SCALES.get(tokens[at + 1].lower) if at + 1 < len(tokens) else None
    if word in ("a", "one") and scaled:
        value, end = scaled, at + 2
    else:
        number = whole_number(word)
        if number is None:
            return None
        value, end = number, at + 1
        if word in _TENS and end + 1 < len(tokens) and tokens[end].text in _HYPHENS:
            unit = _ONES.get(tokens[end + 1].lower, 0)
            value, end = (value + unit, end + 2) if 0 < unit < 10 else (value, end)
        if end + 1 < len(tokens) and tokens[end].text in _HYPHENS and tokens[end + 1].lower in _SCALES:
            end += 1  # "two-dozen"
        if end < len(tokens) and tokens[end].lower in _SCALES:
            value, end = value * _SCALES[tokens[end].lower], end + 1
    value, end = _rest(tokens, value, end)
    return Quantity(first, tokens[end - 1].i + 1, first, value, value)


def _rest(tokens: Sequence[Token], value: int, end: int) -> tuple[int, int]:
    """The rest of a long number in words: "... hundred and ten", "... thousand two hundred"."""
    if value < 100 or value % 100 or whole_number(tokens[end - 1].lower) is not None:
        return value, end
    step = end + 1 if end < len(tokens) and tokens[end].lower == "and" else end
    if step >= len(tokens):
        return value, end
    more = _TENS.get(tokens[step].lower) or _ONES.get(tokens[step].lower)
    if more is None:
        return value, end
    if more >= 20 and step + 2 < len(tokens) and tokens[step + 1].text in _HYPHENS:
        unit = _ONES.get(tokens[step + 2].lower, 0)
        if 0 < unit < 10:
            return value + more + unit, step + 3
    return value + more, step + 1


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
    joint = tokens[middle].lower if middle + 1 < len(tokens) else ""
    hedged = joint == "," and _lower(tokens, middle + 1, 1) in (("possibly",), ("perhaps",), ("maybe",))
    if hedged:
        joint, middle = "or", middle + 1  # "six, possibly seven"
    wanted = {"between": ("and",), "from": ("to",)}.get(tokens[at].lower, ("to", "or", *_HYPHENS))
    high = _figure_at(tokens, middle + 1) if joint in wanted else None
    if high is None or high.high is None or low.low >= high.high:
        return None
    scale = _SCALES.get(tokens[high.last - tokens[0].i - 1].lower, 1)
    least = low.low
    if high.last - high.first > 1 and least < high.high // scale and low.last - low.first == 1:
        least *= scale  # "two to three dozen"
    far = joint == "or" and not hedged and high.high > least + 5
    # "rose from 5 to 8" is two figures.
    if far or (joint == "to" and _rises(tokens, at)):
        return None
    return Quantity(first, high.last, low.core, least, high.high)


def _rises(tokens: Sequence[Token], at: int) -> bool:
    return any(t.lemma in _RISES or t.lower in _RISES for t in tokens[max(0, at - 4) : at])


def _vague_at(tokens: Sequence[Token], at: int) -> Quantity | None:
    """A quantity without a figure: "dozens", "several", "a number of", "tens of thousands of", "several dozen"."""
    word = tokens[at].lower
    if word == "as" and _lower(tokens, at + 1, 1) in (("many",), ("much",)) and _lower(tokens, at + 2, 1) != ("as",):
        return Quantity(tokens[at].i, tokens[at].i + 2, tokens[at].i + 1, 1, None, AS_MANY, vague=True)
    if word == "both" and at + 1 < len(tokens) and tokens[at + 1].tag in ("NNS", "NNPS"):
        return Quantity(tokens[at].i, tokens[at].i + 1, tokens[at].i, 2, 2)
    alone = tokens[at + 1].pos in ("AUX", "VERB", "PUNCT") if at + 1 < len(tokens) else False
    if word == "both" and alone:
        return Quantity(tokens[at].i, tokens[at].i + 1, tokens[at].i, 2, 2)
    if word in ("a", "an"):
        return _vague_noun_at(tokens, at)
    if word not in _VAGUE or (at and tokens[at - 1].lower == "how"):
        return None
    first, low = tokens[at].i, _VAGUE[word]
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if following == "as":
        return None  # "as many as 30"
    if word == "some" and (
        whole_number(following) is not None
        or (following in ("of", "two", "a") and at + 2 < len(tokens) and tokens[at + 2].lower in _SCALES)
    ):
        return None  # "some 15" is about 15
    if following in _SCALES and word in ("several", "few", "many"):
        low = _SCALES[following] * (3 if word == "several" else 2)
        return Quantity(first, first + 2, first, low, None, f"{word} {following} is at least {low}", vague=True)
    beyond = tokens[at + 2].lower if at + 2 < len(tokens) else ""
    if following == "of" and beyond in ("thousands", "hundreds"):
        low = (20 if word == "tens" else low // 100 * 100 or low) * (1000 if beyond == "thousands" else 100)
        rule = f"{word} of {beyond} is at least {low}"
        return Quantity(first, first + 3, first, low, None, rule, vague=True)
    return Quantity(first, first + 1, first, low, None, f"{word} is at least {low}", vague=True)


def _vague_noun_at(tokens: Sequence[Token], at: int) -> Quantity | None:
    """ "a number of", "a large number of", "a handful of", "a few", "a couple of", "a dozen or so"."""
    first = tokens[at].i
    following = _lower(tokens, at + 1, 3)
    if following[:1] == ("few",):
        end = first + 3 if following[1:2] == ("dozen",) else first + 2
        low = 24 if end == first + 3 else 1
        return Quantity(first, end, first + 1, low, None, f"a few{' dozen' * (low > 1)} is at least {low}", vague=True)
    step = 1 if following[1:2] == ("of",) else 2 if following[2:3] == ("of",) else 0
    noun = following[step - 1] if step else ""
    if following[:1] == ("couple",) and "dozen" in following[1:]:
        end = first + 2 + following.index("dozen")
        return Quantity(first, end, end - 1, 24, 24)
    if following[1:2] == ("number",) and following[0] in _UNTOLD and following[2:] not in ((), ("of",)):
        return Quantity(first, first + 3, first + 2, 1, None, "a number of is at least 1", vague=True)
    if noun in _SMALL_NOUNS:
        return Quantity(first, first + 1 + step, first + step, _SMALL_NOUNS[noun], _SMALL_NOUNS[noun])
    if noun in _VAGUE_NOUNS:
        return Quantity(first, first + 1 + step, first + step, 1, None, f"a {noun} of is at least 1", vague=True)
    return None


def _bounded(tokens: Sequence[Token], quantity: Quantity, floor: int) -> Quantity:
    """The quantity with the words around it that bound it: "at least", "more than", "or more", "up to"."""
    base = tokens[0].i
    kinds: set[str] = set()
    first, last, other = quantity.first, quantity.last, quantity.other
    while (taken := _ending(tokens, first - base, floor - base)) is not None:
        length, kind = taken
        if length == 1 and _with_verb(tokens, first - base - 1):
            break
        bounding = {t.lower for t in tokens[first - base - length : first - base]}
        other = other or bool(bounding & {"another", "other", "further", "additional"})
        first -= length
        kinds.add(kind)
    after = bounded_after(tokens, last - base)
    if after is not None:
        last += after[0]
        kinds.add(after[1])
    low, high = quantity.low, quantity.high
    if "least" in kinds and "most" not in kinds:
        high = None
    elif "most" in kinds and not quantity.vague:
        low = None
    return replace(quantity, first=first, last=last, low=low, high=high, other=other)


def _with_verb(tokens: Sequence[Token], at: int) -> bool:
    """True for "over" in "handed over seven bodies": it goes with its verb and bounds nothing."""
    return at > 0 and tokens[at].lower == "over" and tokens[at - 1].lemma in _OVER


def _has_risen(token: Token) -> bool:
    return token.lower in TOLL or (token.lemma in _RISES and token.pos == "VERB")


def _ending(tokens: Sequence[Token], end: int, floor: int) -> tuple[int, str] | None:
    """The bounding words that end just before this place, as their length and kind; None where there are none."""
    for phrase, kind in _BEFORE_BY_LAST.get(tokens[end - 1].lower, ()) if end > 0 else ():
        start = end - len(phrase)
        if start >= floor and _lower(tokens, start, len(phrase)) == phrase:
            if phrase == ("up", "to") and start > 0 and _has_risen(tokens[start - 1]):
                continue  # "Toll up to 14" and "has gone up to 14"
            return len(phrase), kind
    return None


def _lower(tokens: Sequence[Token], at: int, length: int) -> tuple[str, ...]:
    return tuple(t.lower for t in tokens[max(at, 0) : at + length])
