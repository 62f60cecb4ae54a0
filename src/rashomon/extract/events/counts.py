"""How many events an event noun stands for: "the third attack", "five strikes", "a series of raids"."""

import re
from dataclasses import dataclass

from rashomon.records import Parse, Token

ORDINALS = {
    word: n
    for n, word in enumerate(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split(), start=2
    )
}
CARDINALS = {
    word: n
    for n, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        start=2,
    )
}
# "Several" and its kin are at least 3, "dozens" 24: the desk's written rules.
VAGUE = {
    **dict.fromkeys(("several", "multiple", "numerous", "many", "various", "repeated", "successive", "countless"), 3),
    "dozens": 24,
    "scores": 40,
    "tens": 20,
    "hundreds": 200,
    "thousands": 2000,
}
_GROUPS = frozenset("series string wave spate spree rash flurry number slew campaign raft succession".split())
_AT_LEAST = re.compile(r"\b(?:at least|more than|over|no fewer than|upwards of|nearly|almost)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Count:
    """Low and high, both inclusive, None is unbounded; and the rule: "order", "count", or how a vague word is read."""

    low: int | None
    high: int | None
    rule: str


def count_of(parse: Parse, token: Token) -> Count | None:
    """Low, high and the rule of the count that stands with an event noun; None without one."""
    children = parse.children(token.i)
    for child in children:
        if child.lower in ORDINALS and child.i < token.i:
            return Count(ORDINALS[child.lower], ORDINALS[child.lower], "order: the nth is n")
    if token.lemma == "time":
        return None
    plural = token.tag in ("NNS", "NNPS")
    for child in children:
        if plural and child.dep == "nummod":
            number = CARDINALS.get(child.lower) or (int(child.lower.replace(",", "")) if _digits(child.lower) else None)
            if number and 1 < number < 10_000:
                before = parse.text[max(0, child.start - 16) : child.start]
                least = bool(_AT_LEAST.search(before))
                return Count(number, None if least else number, "count")
        if plural and child.lower in VAGUE:
            return Count(VAGUE[child.lower], None, f"{child.lower} is at least {VAGUE[child.lower]}")
    head = parse.tokens[token.head]
    if head.lower == "of" and head.head != head.i:
        group = parse.tokens[head.head]
        if group.lower in VAGUE:
            return Count(VAGUE[group.lower], None, f"{group.lower} is at least {VAGUE[group.lower]}")
        if plural and group.lemma in _GROUPS:
            return Count(3, None, f"a {group.lemma} is at least 3")
    return None


def _digits(word: str) -> bool:
    return word.replace(",", "").isascii() and word.replace(",", "").isdigit()
