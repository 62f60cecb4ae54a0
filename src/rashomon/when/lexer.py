"""A report's text as the words that the grammar of time reads: one pass, every word with its offsets."""

import re
from enum import IntEnum
from typing import Final, NamedTuple

from rashomon.when.lexicon import CARDINALS, ORDINALS


class Kind(IntEnum):
    """What a lexeme is by its form."""

    WORD = 0
    NUMBER = 1  # "25"; `value` is 25
    ORDINAL = 2  # "25th"
    DATE = 3  # "25/8/2019", "2019-08-25", "2015-3": digits only, read by `numeric`
    FIGURE = 4  # "1,200", "3.5": a number that is no day or year; "10.30" and "10:30" may be a clock time
    DECADE = 5  # "1990s"
    MARK = 6
    BREAK = 7  # the end of a line or a sentence mark


class Lexeme(NamedTuple):
    """One word or mark: `text[start:end]`. lower: its lower case, with a straight apostrophe. value: of a number."""

    kind: Kind
    start: int
    end: int
    text: str
    lower: str
    value: int


_LEXEME: Final = re.compile(
    r"(?P<word>[^\W\d_]+)"
    r"|(?P<date>\d{4}([-/.])\d{1,2}\3\d{1,2}(?!\d)|\d{1,2}([-/.])\d{1,2}\4(?:\d{4}|\d{2})(?!\d)"
    r"|\d{4}[-/.]\d{1,2}(?![\d.])(?!,\d)|\d{1,2}/(?:\d{4}|\d{1,2})(?![\d/])|(?<![^\W\d_])\d{1,2}-\d{4}(?![\d-]))"
    r"|(?P<decade>(?:[12]\d)?\d0\s?['’]?s\b)"
    r"|(?P<figure>\d+(?:,\d{3})+(?:\.\d+)?|\d+[.:]\d+(?::\d+)?)"
    r"|(?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d+)"
    r"|(?P<line>\s*\n\s*)"
    r"|(?P<mark>['’](?:s|ll)\b|[^\s\w])"
)
_KINDS: Final = {
    "word": Kind.WORD,
    "date": Kind.DATE,
    "decade": Kind.DECADE,
    "figure": Kind.FIGURE,
    "ordinal": Kind.ORDINAL,
    "number": Kind.NUMBER,
    "line": Kind.BREAK,
    "mark": Kind.MARK,
}
LONGEST_NUMBER: Final = 9  # digits; a longer one counts as no number of anything here


def lex(text: str) -> list[Lexeme]:
    """The words, numbers and marks of `text`, in order; white space is left out, the end of a line is a BREAK."""
    found = []
    for match in _LEXEME.finditer(text):
        group = match.lastgroup or "mark"
        kind = _KINDS[group]
        start, end = match.span(group)
        quote = match[group]
        lower = quote.lower().replace("’", "'")
        value = -1
        if kind is Kind.WORD:
            value = CARDINALS.get(lower, ORDINALS.get(lower, -1))
        elif kind in (Kind.NUMBER, Kind.ORDINAL, Kind.DECADE):
            digits = lower.rstrip("stndrh' \t")
            value = int(digits) if len(digits) <= LONGEST_NUMBER and digits.isascii() else -1
        elif kind is Kind.MARK and lower in "!?;":
            kind = Kind.BREAK
        found.append(Lexeme(kind, start, end, quote, lower, value))
    return found
