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
_GROUPS = frozenset("series string wave spate spree rash flurry slew campaign raft succession".split())
_AT_LEAST = re.compile(r"\b(?:at least|more than|over|no fewer than|upwards of|nearly|almost)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Count:
    """Low and high, both inclusive, None is unbounded; and the rule: "order", "count", or how a vague word is read."""

    low: int | None
    high: int | None
    rule: str


def count_of(parse: Parse, token: Token) -> Count | None:
    """The count that stands with an event noun, or with "times"; None without one."""
    plural = token.tag in ("NNS", "NNPS")
    before = [t for t in parse.subtree(token.i) if t.i < token.i and token.i - t.i <= NEAR_WORDS]
    order = next((n for t in before if (n := _ordinal(t)) is not None), None)
    if order is not None:
        return Count(order, order, "order: the nth is n")
    for child in parse.children(token.i):
        number = _number(child) if plural and child.dep == "nummod" else None
        if number and 1 < number < MOST:
            least = bool(_AT_LEAST.search(parse.text[max(0, child.start - 16) : child.start])) or bool(
                _LEAST_AFTER.match(parse.text[token.end : token.end + 24])
            )
            return Count(number, None if least else number, "count")
        if plural and child.lower in VAGUE:
            return Count(VAGUE[child.lower], None, f"{child.lower} is at least {VAGUE[child.lower]}")
    return _of_a_group(parse, token, plural=plural) or _said_of_it(parse, token)


def _of_a_group(parse: Parse, token: Token, *, plural: bool) -> Count | None:
    """ "hundreds of strikes", "a series of strikes", "a number of strikes"."""
    head = parse.tokens[token.head]
    if head.lower != "of" or head.head == head.i:
        return None
    group = parse.tokens[head.head]
    if group.lower in VAGUE:
        return Count(VAGUE[group.lower], None, f"{group.lower} is at least {VAGUE[group.lower]}")
    if plural and group.lower == "number":
        return Count(1, None, "a number is at least 1")
    if plural and group.lemma in _GROUPS:
        return Count(3, None, f"a {group.lemma} is at least 3")
    return None


def _said_of_it(parse: Parse, token: Token) -> Count | None:
    """ "The strike was the third on the city since April": an order said of the noun that is its subject."""
    verb = parse.tokens[token.head]
    if token.dep != "nsubj" or verb.lemma != "be":
        return None
    for child in parse.children(verb.i):
        order = _ordinal(child) if child.dep in ("attr", "acomp") and child.i > verb.i else None
        if order is not None:
            return Count(order, order, "order: the nth is n")
    return None


def _ordinal(token: Token) -> int | None:
    """2 for "second", 14 for "14th"; None for what is no order of at least 2."""
    if token.lower in ORDINALS:
        return ORDINALS[token.lower]
    match = _NTH.fullmatch(token.lower)
    return int(match[1]) if match and int(match[1]) > 1 else None


def _number(token: Token) -> int | None:
    if token.lower in CARDINALS:
        return CARDINALS[token.lower]
    return int(token.lower.replace(",", "")) if _digits(token.lower) and len(token.lower) < 7 else None


NEAR_WORDS = 5  # between an order and its noun: "the third deadly grenade attack"
MOST = 10_000  # incidents in a series; more is a count of something else
_NTH = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_LEAST_AFTER = re.compile(r"\s(?:at (?:the )?least|or more)\b")


def _digits(word: str) -> bool:
    return word.replace(",", "").isascii() and word.replace(",", "").isdigit()
