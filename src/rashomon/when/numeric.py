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
from rashomon.when.absolute import dated
from rashomon.when.lexer import Kind, Lexeme
from rashomon.when.lexicon import WEEKDAYS, listed
from rashomon.when.sense import Frame, Parsed, Sense, lower, on_the_calendar
from rashomon.when.years import short_year

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
        if lengths == [4, 2] and month > 12 and "-" in word.text:
            sense = _years(year, month, frame)
    else:
        return _without_year(words, i, parts, frame)
    return (i + 1, sense) if sense else None


def _run_together(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    text = words[i].text
    if len(text) in (1, 2, 4):
        return _spaced_month(words, i, frame)
    if len(text) != 8 or not text.isascii() or not 1900 <= int(text[:4]) <= 2100:
        return None
    sense = dated(frame, int(text[:4]), int(text[4:6]), int(text[6:]))
    return (i + 1, sense) if sense else None


def _years(year: int, ending: int, frame: Frame) -> Sense | None:
    """ "2014-15": two years and what lies between."""
    one, two = calendar.year_of(year), calendar.year_of(year - year % 100 + ending)
    if one is None or two is None or two.first <= one.first:
        return None
    return replace(on_the_calendar(frame, calendar.hull(one, two), Grain.LONGER, "range of years"), nominal=True)


def _spaced_month(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "2016 - 11", "11 / 2016" where nothing goes on after it."""
    other = words[i + 2] if i + 2 < len(words) else None
    if other is None or other.kind is not Kind.NUMBER or words[i + 1].lower not in ("-", "/"):
        return None
    lengths = (len(words[i].text), len(other.text))
    following = words[i + 3] if i + 3 < len(words) else None
    if sorted(lengths) not in ([1, 4], [2, 4]) or (following and following.kind not in (Kind.MARK, Kind.BREAK)):
        return None
    year, month = (words[i].value, other.value) if lengths[0] == 4 else (other.value, words[i].value)
    sense = _month(year, month, frame) if 1900 <= year <= 2100 else None
    return (i + 3, sense) if sense else None


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


_BEFORE = listed("on from to since until till between and - or this next")
_SEPTEMBER_11 = (9, 11, 2001)


def _without_year(words: Sequence[Lexeme], i: int, parts: list[int], frame: Frame) -> Parsed:
    """ "4/22" after "on" and the like, or where the digits can be nothing else; never a fraction, a score or "24/7"."""
    if "/" not in words[i].text or parts == [24, 7]:
        return None
    if parts == [9, 11] and not frame.day_first and lower(words, i - 1) not in _BEFORE:
        sense = dated(frame, _SEPTEMBER_11[2], *_SEPTEMBER_11[:2])
        return (i + 1, sense) if sense else None
    forced = (parts[0] > 12) != (parts[1] > 12) and parts[0] != 24 and len(words[i].text) >= 4
    glued = words[i + 1 : i + 2] and words[i + 1].start == words[i].end and words[i + 1].lower in (",", "-")
    goes_on = glued and i + 2 < len(words) and words[i + 2].kind in (Kind.NUMBER, Kind.DATE)
    told = lower(words, i - 1) in _BEFORE or lower(words, i - 1) in WEEKDAYS
    if not (forced or told or goes_on):
        return None
    month, number = (parts[1], parts[0]) if parts[0] > 12 or frame.day_first else (parts[0], parts[1])
    if not (1 <= month <= 12 and 1 <= number <= 31):
        return None
    year, end = None, i + 1
    if lower(words, end) == "," and end + 1 < len(words) and words[end + 1].kind is Kind.NUMBER:
        digits = words[end + 1].text
        if len(digits) == 4 or (len(digits) == 2 and words[end + 1].start == words[end].end):
            year, end = (int(digits) if len(digits) == 4 else short_year(int(digits), frame)), end + 2
    sense = dated(frame, year, month, number)
    return (end, sense) if sense else None
