"""Clock times and parts of the day, and how they stand beside a day: "early Tuesday", "2 a.m. on Sunday".

A part of a day does not move the day: "Friday night" is Friday, "early Tuesday" is Tuesday.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rashomon.records import Grain
from rashomon.when.event import from_event
from rashomon.when.lexer import Kind, Lexeme
from rashomon.when.lexicon import PARTS, listed
from rashomon.when.sense import Frame, Parsed, lower

_ZONES = listed("gmt utc est edt ist cet local hours hrs")
_BEFORE_A_CLOCK = listed("at around about by near past")


class Prefix(NamedTuple):
    """Words before a day that say which part of it: where they end, where the day would begin, how precise it is."""

    end: int
    day: int
    grain: Grain


def clock(words: Sequence[Lexeme], i: int) -> int | None:
    """A clock time at `i` ("2 a.m.", "10:30 pm local time (1830 GMT)", "1830 GMT", "9 o'clock"): the index after it."""
    if i >= len(words):
        return None
    word = words[i]
    end = i + 1
    if word.kind is Kind.FIGURE:
        hours, _, minutes = word.text.replace(".", ":").partition(":")
        if "," in word.text or len(hours) > 2 or len(minutes) not in (2, 5) or int(hours) > 24 or int(minutes[:2]) > 59:
            return None
        half = _half_of_day(words, end)
        if half is None and not _zone(words, end) and not (":" in word.text and lower(words, i - 1) in _BEFORE_A_CLOCK):
            return None
        end = half or end
    elif word.kind is Kind.NUMBER or word.value > 0:
        if word.kind is Kind.NUMBER and len(word.text) == 4 and word.value < 2400 and _zone(words, end):
            return _with_zone(words, end)
        half = _half_of_day(words, end) or _o_clock(words, end)
        if half is None or not 0 <= word.value <= 12 or word.kind is Kind.ORDINAL:
            return None
        end = half
    else:
        return None
    return _with_zone(words, end)


def _half_of_day(words: Sequence[Lexeme], i: int) -> int | None:
    """ "am", "a.m.", "PM" at `i`: the index after it."""
    word = lower(words, i)
    if word in ("am", "pm"):
        return i + 1
    if word in ("a", "p") and lower(words, i + 1) == "." and lower(words, i + 2) == "m":
        return i + 4 if lower(words, i + 3) == "." else i + 3
    return None


def _o_clock(words: Sequence[Lexeme], i: int) -> int | None:
    return i + 3 if lower(words, i) == "o" and lower(words, i + 1) == "'" and lower(words, i + 2) == "clock" else None


def _zone(words: Sequence[Lexeme], i: int) -> bool:
    return lower(words, i) in _ZONES


def _with_zone(words: Sequence[Lexeme], i: int) -> int:
    """The index after "local time" and "(1830 GMT)"."""
    if _zone(words, i):
        i += 2 if lower(words, i + 1) == "time" else 1
    if lower(words, i) == "(" and i + 2 < len(words) and words[i + 1].kind in (Kind.NUMBER, Kind.FIGURE):
        for j in range(i + 2, min(i + 6, len(words))):
            if words[j].lower == ")":
                return j + 1 if any(_zone(words, k) for k in range(i + 2, j)) else i
    return i


def _part(words: Sequence[Lexeme], i: int) -> int | None:
    """ "pre-dawn", "morning", "early morning", "mid-afternoon" at `i`: the index after it."""
    while lower(words, i) in ("early", "late", "pre", "mid") and lower(words, i + 1) in ("-", *PARTS):
        i += 2 if lower(words, i + 1) == "-" else 1
    word = lower(words, i)
    if word not in PARTS or word == "overnight":
        return None
    return i + 2 if lower(words, i + 1) == "hours" else i + 1


def _joint(words: Sequence[Lexeme], i: int) -> int:
    """The index after "on", "of", "on the", "'s", ", " between a part of the day and the day."""
    if lower(words, i) == "," and lower(words, i + 1) in ("on", "of"):
        i += 1
    if lower(words, i) in ("on", "of", "to", "between") or (lower(words, i) == "," and lower(words, i + 1) != "on"):
        i += 1
    return i + 1 if lower(words, i) == "the" else i


def prefix(words: Sequence[Lexeme], i: int) -> Prefix | None:
    """What stands before a day: "early", "late on", "early in the morning of", "2 a.m. on", "before dawn on"."""
    word = lower(words, i)
    end, grain = i, Grain.PART_OF_DAY
    if word in ("early", "late", "earlier", "later"):
        end = i + 1
        if lower(words, end) == "-":
            end += 1
        inside = end + 2 if lower(words, end) in ("in", "at") and lower(words, end + 1) == "the" else end
        inside = inside + 1 if lower(words, inside) in ("at", "in") else inside
        end = _part(words, inside) or (inside + 1 if lower(words, inside) == "hours" else end)
        if word in ("earlier", "later"):
            grain = Grain.DAY
    elif (found := clock(words, i)) is not None:
        end, grain = found, Grain.HOUR
        also = end + 1 if lower(words, end) == "in" or lower(words, end) == "," else end
        also = also + 1 if lower(words, also) == "the" else also
        end = _part(words, also) or end
    elif (found := _part(words, i)) is not None:
        end = found
    else:
        return None
    return Prefix(end, _joint(words, end), grain)


def suffix(words: Sequence[Lexeme], i: int) -> tuple[int, Grain] | None:
    """What stands after a day: "night", "at around 2 a.m.", "in the morning", "before dawn", "'s pre-dawn"."""
    j = i
    if lower(words, j) == "'s":
        part = _part(words, j + 1)
        return (part, Grain.PART_OF_DAY) if part else None
    if lower(words, j) in (",", "("):
        j += 1
    part = _part(words, j) if j == i else None
    if part:
        more = suffix(words, part)
        return more if more and more[1] is Grain.HOUR else (part, Grain.PART_OF_DAY)
    k = j
    while (
        lower(words, k) in ("at", "around", "about", "in", "the", "just", "before", "after", "by", "shortly", "roughly")
        and k < j + 4
    ):
        k += 1
    at = clock(words, k)
    if at:
        return at, Grain.HOUR
    part = _part(words, k) if k > j else None
    return (part, Grain.PART_OF_DAY) if part else None


def time_of_day(words: Sequence[Lexeme], i: int, _frame: Frame) -> Parsed:
    """A clock time or a part of the day that stands alone: it belongs to the day told before.

    "at 9:30 p.m.", "in the morning", "at dawn", "before midnight".
    """
    end = clock(words, i)
    if end is not None:
        return end, from_event((0, 0), Grain.HOUR, "clock time", _of_day(words, i, end))
    part = _part(words, i)
    if part is None:
        return None
    before, further = lower(words, i - 1), lower(words, i - 2)
    early = words[i].lower in ("early", "late", "pre")
    told = (before == "the" and further in ("in", "during", "of", "by")) or before in (
        "at",
        "before",
        "around",
        "after",
        "by",
        "since",
    )
    if not told and not (early and before in ("in", "the", "in")):
        return None
    if (
        part < len(words)
        and words[part].kind is Kind.WORD
        and words[part].text[0].isupper()
        and words[part].start == words[part - 1].end + 1
    ):
        named = words[part - 1].text[0].isupper()
        if named:
            return None
    return part, from_event((0, 0), Grain.PART_OF_DAY, "part of the day told", _of_day(words, i, part))


def _of_day(words: Sequence[Lexeme], start: int, end: int) -> str:
    return f"{' '.join(word.lower for word in words[start:end])}, of the day told"
