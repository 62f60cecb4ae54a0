"""The words of a text with what may stand between two words of one name, and the n-grams that may be names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.records import Parse, Token
from rashomon.where.lexicon import ARTICLES, CONNECTORS
from rashomon.where.names import spelling

LONGEST_NAME = 6  # words
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_](?:[^\W_]|['’ʿʾ`‘´](?=[^\W\d_]))*|\d+(?:[.,]\d+)*", re.UNICODE)
_POSSESSIVE = re.compile(r"['’`´]s?$", re.IGNORECASE)
_GLUE = re.compile(r"[ \u00a0\u2009\u202f]{1,2}|[-‐‑–]|\. ?", re.UNICODE)
_DOTTED = frozenset({"st", "ste", "mt", "ft", "pt"})


@dataclass(slots=True)
class Word:
    """One word: characters `start` to `end` without a possessive ending, as written and in lower case.

    capital: begins with a capital letter. token: the parse's token that holds its first character, None outside.
    joined: True where what stands before it may stand inside a name (a space, a hyphen).
    possessive: the word had a possessive ending. sentence: index of its sentence.
    """

    start: int
    end: int
    text: str
    lower: str
    capital: bool
    token: Token | None
    joined: bool
    hyphened: bool
    possessive: bool
    sentence: int


@dataclass(slots=True, frozen=True)
class Gram:
    """Words `first` to `last` (half-open) as one possible name."""

    first: int
    last: int


def words_of(parse: Parse) -> list[Word]:
    """The words of all sentences of the parse, in order."""
    found: list[Word] = []
    tokens = parse.tokens
    at = 0
    for sentence in parse.sentences:
        at = max(at, sentence.first)
        previous_end = -1
        for match in _WORD.finditer(parse.text, sentence.start, sentence.end):
            start, end = match.span()
            while at + 1 < sentence.last and tokens[at + 1].start <= start:
                at += 1
            between = parse.text[previous_end:start] if previous_end >= 0 else None
            before = found[-1] if found and between is not None else None
            joined = before is not None and between is not None and _glued(before, between)
            text = match.group()
            bare = _POSSESSIVE.sub("", text)
            owner = len(bare) != len(text) or parse.text[end : end + 2] in ("'s", "’s")
            found.append(
                Word(
                    start,
                    start + len(bare),
                    bare,
                    bare.lower(),
                    bare[:1].isupper(),
                    tokens[at] if tokens[at].start <= start < tokens[at].end else None,
                    joined,
                    joined and between not in (" ", "\u00a0"),
                    owner,
                    sentence.i,
                )
            )
            previous_end = end if len(bare) == len(text) else -1  # nothing of the same name follows a possessive
    return found


def _glued(before: Word, between: str) -> bool:
    if not _GLUE.fullmatch(between):
        return False
    return "." not in between or before.lower in _DOTTED


def begins_name(words: list[Word], i: int) -> bool:
    """True where a name may begin at word `i`: a capital, or an Arabic article hyphened to a capital."""
    word = words[i]
    if word.capital:
        return True
    following = words[i + 1] if i + 1 < len(words) else None
    return word.lower in ARTICLES and following is not None and following.hyphened and following.capital


def grams(words: list[Word], i: int) -> Iterator[Gram]:
    """The n-grams from word `i` that may be one name, longest first: they end on a capital, connectors only inside."""
    ends = []
    for j in range(i, min(i + LONGEST_NAME, len(words))):
        word = words[j]
        if j > i and not word.joined:
            break
        if not (
            word.capital or word.lower in CONNECTORS or (j > i and word.hyphened) or (j > i and word.text.isdigit())
        ):
            break
        if word.capital or (word.hyphened and j > i) or word.text.isdigit():
            ends.append(j + 1)
        if word.possessive:
            break
    for end in reversed(ends):
        yield Gram(i, end)


def surface(parse: Parse, words: list[Word], gram: Gram) -> str:
    """The text of an n-gram."""
    return parse.text[words[gram.first].start : words[gram.last - 1].end]


def key_of(parse: Parse, words: list[Word], gram: Gram) -> str:
    """The gazetteer key of an n-gram."""
    return spelling(surface(parse, words, gram))
