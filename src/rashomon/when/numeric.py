"""Dates in digits alone: "2019-08-25", "25/8/2019", "8/25/19", "2015-3", "20190825".

Day or month first: what the digits force ("25/8"); else what another date of the same text forces; else the reading
that lies within a month before the report's day, where only one does; else month first, as American wire copy has it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from rashomon.records import Grain
from rashomon.when import calendar
from rashomon.when.absolute import dated, short_year
from rashomon.when.lexer import Kind, Lexeme
from rashomon.when.sense import Frame, Parsed, Sense, lower, on_the_calendar

_PARTS = re.compile(r"\d+")
NEAR_DAYS = 31


def writes_day_first(words: Iterable[Lexeme]) -> bool:
    """True where some date of the text can only be day first, and none can only be month first."""
    day_first = month_first = False
    for word in words:
        if word.kind is Kind.DATE:
            one, two = ([int(part) for part in _PARTS.findall(word.text)] + [0])[:2]
            day_first |= 12 < one <= 31 and 1 <= two <= 12
            month_first |= 12 < two <= 31 and 1 <= one <= 12
    return day_first and not month_first


def numeric(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """A date in digits; None where the calendar has no such day."""
    word = words[i]
    if word.kind is Kind.NUMBER:
        return _run_together(words, i, frame)
    if word.kind is not Kind.DATE:
        return None
    parts = [int(part) for part in _PARTS.findall(word.text)]
    lengths = [len(part) for part in _PARTS.findall(word.text)]
    if len(parts) == 3:
        sense = _whole(parts, lengths, frame)
    elif lengths[0] == 4 or lengths[1] == 4:
        year, month = (parts[0], parts[1]) if lengths[0] == 4 else (parts[1], parts[0])
        sense = _month(year, month, frame) if 1900 <= year <= 2100 else None
    else:
        sense = _without_year(words, i, parts, frame)
    return (i + 1, sense) if sense else None


def _run_together(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    text = words[i].text
    if len(text) != 8 or not text.isascii() or not 1900 <= int(text[:4]) <= 2100:
        return None
    sense = dated(frame, int(text[:4]), int(text[4:6]), int(text[6:]))
    return (i + 1, sense) if sense else None


def _month(year: int, month: int, frame: Frame) -> Sense | None:
    whole = calendar.month_of(year, month) if 1 <= month <= 12 else None
    if not whole:
        return None
    sense = on_the_calendar(frame, whole, Grain.MONTH, "calendar month")
    return replace(sense, nominal=True, day=(year, month, 0))


def _whole(parts: list[int], lengths: list[int], frame: Frame) -> Sense | None:
    if lengths[0] == 4:
        return dated(frame, parts[0], parts[1], parts[2])
    year = parts[2] if lengths[2] == 4 else short_year(parts[2], frame)
    month, number = _order(parts[0], parts[1], year, frame)
    return dated(frame, year, month, number)


def _order(one: int, two: int, year: int, frame: Frame) -> tuple[int, int]:
    """(month, day) of the two numbers, by the convention at the top."""
    if one > 12 or (two <= 12 and frame.day_first):
        return two, one
    if two > 12 or one == two or frame.published is None:
        return one, two
    near = [_near(calendar.day(year, *reading), frame.published) for reading in ((one, two), (two, one))]
    return (two, one) if near == [False, True] else (one, two)


def _near(found: date | None, published: date) -> bool:
    return found is not None and 0 <= (published - found).days <= NEAR_DAYS


def _without_year(words: Sequence[Lexeme], i: int, parts: list[int], frame: Frame) -> Sense | None:
    """ "4/22" after "on" and the like; never a fraction or a score."""
    if "/" not in words[i].text or lower(words, i - 1) not in ("on", "from", "to", "since", "until", "between", "and"):
        return None
    month, number = (parts[1], parts[0]) if parts[0] > 12 or frame.day_first else (parts[0], parts[1])
    return dated(frame, None, month, number) if 1 <= month <= 12 and 1 <= number <= 31 else None
