"""What the words around a time say of it: whether a future cue governs it, whether something is counted over it."""

from collections.abc import Sequence
from typing import Final

from rashomon.when.lexer import Kind, Lexeme
from rashomon.when.lexicon import FUTURE_CUES, HAPPENINGS, ORDINALS, REPORTING, listed
from rashomon.when.sense import lower

REACH: Final = 9  # words that a cue governs
_PAST: Final = listed("was were had has have been did killed died happened occurred")
_COUNTING: Final = listed("time times")


def future_governs(words: Sequence[Lexeme], start: int, end: int) -> bool:
    """True for "will meet on Sunday", "on Sunday the council will", "scheduled for May"; not for "said on Sunday".

    A cue counts in the same clause, within nine words, where no reporting verb, no happening ("the attack on Sunday")
    and no past verb stands between it and the time.
    """
    if lower(words, end) == "'s":
        return False
    at = start - 1
    if lower(words, at) in ("on", "in", "at", "for", "by", "of", "until", "from", "between", "the", "this"):
        at -= 1
    if lower(words, at) in HAPPENINGS:
        return False
    for back in range(at, max(at - REACH, -1), -1):
        word = words[back]
        if _ends_clause(words, back) or word.lower in REPORTING or word.lower in _PAST:
            break
        if word.lower in FUTURE_CUES and not (word.lower == "will" and word.text == "Will"):
            return True
    opens = start == 0 or words[start - 1].kind is Kind.BREAK or _opens(words, start)
    if not opens:
        return False
    for ahead in range(end, min(end + REACH, len(words))):
        word = words[ahead]
        if _ends_clause(words, ahead) or word.lower in REPORTING or word.lower in _PAST:
            break
        if word.lower in ("will", "'ll", "shall"):
            return True
    return False


def _opens(words: Sequence[Lexeme], start: int) -> bool:
    """True where the time opens its sentence, with or without a preposition."""
    before = start - 2 if lower(words, start - 1) in ("on", "in", "at", "from", "by") else start - 1
    return before < 0 or words[before].kind is Kind.BREAK or words[before].lower in (".", '"', "“")


def _ends_clause(words: Sequence[Lexeme], i: int) -> bool:
    word = words[i]
    if word.kind is Kind.BREAK:
        return True
    return word.lower == "." and i + 1 < len(words) and words[i + 1].start > word.end and words[i + 1].text[0].isupper()


def counted_over(words: Sequence[Lexeme], start: int) -> bool:
    """True for "the third attack this year", "fourth time in two weeks": what stands before the time counts over it."""
    for back in range(start - 1, max(start - 1 - REACH, -1), -1):
        if _ends_clause(words, back):
            return False
        if words[back].lower in ORDINALS or words[back].lower in _COUNTING or words[back].kind is Kind.ORDINAL:
            return True
    return False
