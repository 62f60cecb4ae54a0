"""Numbers as the grammar of time meets them: "two", "21", "twenty-first", "a couple of", "nineteen eighty-six"."""

from collections.abc import Sequence
from typing import NamedTuple

from rashomon.when.lexer import Kind, Lexeme
from rashomon.when.lexicon import CARDINALS, ORDINALS, VAGUE_COUNTS
from rashomon.when.sense import lower


class Count(NamedTuple):
    """How many: `low` to `high`, and the index after the words. vague: True for "a few", "several"."""

    end: int
    low: int
    high: int
    vague: bool = False


LARGEST = 2000  # of any unit; beyond it the words tell no time of an incident


def cardinal(words: Sequence[Lexeme], i: int) -> tuple[int, int] | None:
    """A whole number in digits or words ("21", "twenty-one", "twenty one"): the index after it, and the number."""
    if i >= len(words):
        return None
    word = words[i]
    if word.kind is Kind.NUMBER:
        return (i + 1, word.value) if word.value >= 0 else None
    number = CARDINALS.get(word.lower)
    if number is None:
        return None
    end = i + 1
    if number >= 20:
        following = end + 1 if lower(words, end) == "-" else end
        unit = CARDINALS.get(lower(words, following), 0)
        if 1 <= unit <= 9:
            return following + 1, number + unit
    return end, number


def ordinal(words: Sequence[Lexeme], i: int) -> tuple[int, int] | None:
    """An ordinal ("25th", "first", "twenty-first", "twenty first"): the index after it, and the number."""
    if i >= len(words):
        return None
    word = words[i]
    if word.kind is Kind.ORDINAL:
        return (i + 1, word.value) if word.value > 0 else None
    if word.lower in ORDINALS:
        return i + 1, ORDINALS[word.lower]
    tens = CARDINALS.get(word.lower, 0)
    if 20 <= tens <= 90:
        following = i + 2 if lower(words, i + 1) == "-" else i + 1
        unit = ORDINALS.get(lower(words, following), 0)
        if 1 <= unit <= 9:
            return following + 1, tens + unit
    return None


def day_number(words: Sequence[Lexeme], i: int) -> tuple[int, int] | None:
    """A day of a month, 1 to 31, in any form: the index after it, and the number."""
    found = ordinal(words, i) or cardinal(words, i)
    return found if found and 1 <= found[1] <= 31 else None


def count(words: Sequence[Lexeme], i: int) -> Count | None:
    """How many units: "two", "a", "a few", "several", "a couple of", "a dozen", "10"."""
    start = i
    word = lower(words, i)
    if word in ("a", "an", "one", "the"):
        i += 1
        word = lower(words, i)
    elif word == "past":
        return None
    if word in VAGUE_COUNTS:
        low, high = VAGUE_COUNTS[word]
        end = i + 1
        if lower(words, end) == "of":
            end += 1
        return Count(end, low, high, vague=low != high)
    if word == "dozen":
        return Count(i + 1, 12, 12)
    if i > start:
        return None if words[start].lower == "the" else Count(i, 1, 1)
    found = cardinal(words, i)
    if not found or not 0 < found[1] <= LARGEST:
        return None
    end, low = found
    connector = lower(words, end)
    if connector in ("or", "to", "-", "–"):
        more = cardinal(words, end + 1)
        if more and low < more[1] <= low + 30:
            return Count(more[0], low, more[1], vague=True)
    return Count(end, low, low)


def spelled_year(words: Sequence[Lexeme], i: int) -> tuple[int, int] | None:
    """A year in words ("nineteen eighty-six", "two thousand and fifteen"): the index after it, and the year."""
    first = cardinal(words, i)
    if not first or words[i].kind is not Kind.WORD:
        return None
    end, lead = first
    following = lower(words, end)
    if lead in (1, 2) and following == "thousand":
        lead, end = lead * 1000, end + 1
        hundreds = cardinal(words, end)
        if hundreds and hundreds[1] < 10 and lower(words, hundreds[0]) == "hundred":
            lead, end = lead + hundreds[1] * 100, hundreds[0] + 1
        rest = cardinal(words, end + 1 if lower(words, end) == "and" else end)
        if rest and rest[1] < 100 and words[rest[0] - 1].kind is Kind.WORD:
            return rest[0], lead + rest[1]
        return end, lead
    if not 13 <= lead <= 20:
        return None
    if following == "hundred":
        end += 2 if lower(words, end + 1) == "and" else 1
        rest = cardinal(words, end)
        return (rest[0], lead * 100 + rest[1]) if rest and rest[1] < 100 else (end, lead * 100)
    if following in ("zero", "oh"):
        rest = cardinal(words, end + 1)
        return (rest[0], lead * 100 + rest[1]) if rest and rest[1] < 10 else None
    rest = cardinal(words, end)
    return (rest[0], lead * 100 + rest[1]) if rest and 10 <= rest[1] < 100 and rest[0] > end else None


def year_number(words: Sequence[Lexeme], i: int) -> tuple[int, int] | None:
    """A year of four digits or in words, 1000 to 2999: the index after it, and the year."""
    if i >= len(words):
        return None
    word = words[i]
    if word.kind is Kind.NUMBER and len(word.text) == 4 and 1000 <= word.value <= 2999:
        return i + 1, word.value
    found = spelled_year(words, i)
    return found if found and 1000 <= found[1] <= 2999 else None
