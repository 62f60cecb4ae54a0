"""Dates of the calendar: days, months, years, decades, with or without their year.

A date without a year is the nearest such date not after the report's day. One day is allowed past it, because a
report may be dated in another time zone than the one it was published in.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rashomon.records import Anchor, Grain
from rashomon.when import calendar
from rashomon.when.counts import day_number, year_number
from rashomon.when.lexer import Kind, Lexeme
from rashomon.when.lexicon import DAYS_OF_NOTE, DOUBTFUL_MONTHS, HAPPENINGS, MONTHS, NAMED_DAYS, listed
from rashomon.when.sense import Frame, Parsed, Sense, after_the, lower, on_the_calendar
from rashomon.when.years import COUNTED, short_year, stands_as_year, year_after

ZONE_DAYS = 1
BEFORE_A_MONTH = listed(
    "in since of during last this early late mid next until till by from to through throughout between and or"
    " past previous each earlier for before after around about the a an its their his every following late-"
)


def month_at(words: Sequence[Lexeme], i: int) -> tuple[int, int] | None:
    """A month's name at `i`, with the dot of its abbreviation: the index after it, and its number."""
    if i >= len(words):
        return None
    number = MONTHS.get(words[i].lower)
    if number is None:
        return None
    abbreviated = len(words[i].text) <= 4 and words[i].lower not in ("may", "june", "july")
    if abbreviated and lower(words, i + 1) == "." and words[i + 1].start == words[i].end:
        return i + 2, number
    return i + 1, number


def nearest(month: int, number: int, frame: Frame) -> date | None:
    """The nearest such day not after the report's day; the next one on or after it where a future cue governs."""
    published = frame.published
    if published is None:
        return None
    years = (
        range(published.year, published.year + 9) if frame.future else range(published.year + 1, published.year - 9, -1)
    )
    limit = published if frame.future else calendar.moved(published, ZONE_DAYS)
    for year in years:
        found = calendar.day(year, month, number)
        if found and (found >= limit if frame.future else found <= limit):
            return found
    return None


def dated(frame: Frame, year: int | None, month: int, number: int) -> Sense | None:
    """The sense of a day of a month, of that year or of the nearest past one."""
    if year is not None:
        found = calendar.day(year, month, number)
        if not found:
            return None
        sense = on_the_calendar(frame, calendar.one_day(found), Grain.DAY, "calendar date")
        return replace(sense, day=(year, month, number))
    if not calendar.day(2000, month, number):
        return None
    name = f"{number} {date(2000, month, 1):%B}"
    found = nearest(month, number, frame)
    interval = calendar.one_day(found) if found else None
    future = bool(found and frame.published and found > calendar.moved(frame.published, ZONE_DAYS))
    return Sense(
        interval,
        Grain.DAY,
        "nearest past date" if not future else "next such date",
        Anchor.CALENDAR,
        relative=f"{name}, of an unknown year",
        future=future,
        day=(None, month, number),
    )


def month_first(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "August 25, 2019", "Aug. 25", "March 2020", "in June"."""
    month = month_at(words, i)
    if not month:
        return None
    end, number = month
    j = end + 1 if lower(words, end) in ("-", "/") and lower(words, end + 1).isdigit() else end
    j = j + 1 if lower(words, j) == "," and j + 1 < len(words) and words[j + 1].kind is Kind.ORDINAL else j
    dotted = lower(words, j) == "." and words[j + 1 : j + 2] and words[j + 1].start == words[j - 1].end + 1
    j = after_the(words, j + 1 if dotted else j)
    day = day_number(words, j)
    if day and not _month_then_count(words, i, j, day[0]):
        year = year_after(words, day[0], frame)
        sense = dated(frame, year[1] if year else _year_of_note(words, day[0], number, day[1], frame), number, day[1])
        if sense:
            return (year[0] if year else day[0]), sense
    return _whole_month(words, i, end, number, frame)


def _month_then_count(words: Sequence[Lexeme], i: int, at: int, end: int) -> bool:
    """True for "In May 12 people died" and "In June three men": the number counts what follows."""
    following = lower(words, end)
    spelled = words[at].kind is Kind.WORD
    return following in COUNTED or (
        (spelled or lower(words, i - 1) == "in")
        and words[end - 1].kind is not Kind.ORDINAL
        and following.endswith("s")
        and following.isalpha()
        and end < len(words)
        and words[end].text.islower()
        and following not in ("as", "was", "'s")
    )


def _year_of_note(words: Sequence[Lexeme], end: int, month: int, number: int, frame: Frame) -> int | None:
    """2001 for "the September 11 attacks", whatever year the report is of; None for any other day."""
    year = DAYS_OF_NOTE.get((month, number))
    named = lower(words, end) in HAPPENINGS or lower(words, end + 1) in HAPPENINGS
    return year if year and named and (frame.published is None or frame.published.year >= year) else None


def _whole_month(words: Sequence[Lexeme], i: int, end: int, month: int, frame: Frame) -> Parsed:
    """A month without a day: with its year, or the nearest past one."""
    year = year_after(words, end, frame)
    if year:
        interval = calendar.month_of(year[1], month)
        sense = interval and on_the_calendar(frame, interval, Grain.MONTH, "calendar month")
        return (year[0], replace(sense, nominal=True, day=(year[1], month, 0))) if sense else None
    if not _stands_as_month(words, i, end):
        return None
    return end, undated_month(month, frame)


def undated_month(month: int, frame: Frame) -> Sense:
    """The sense of a month without a year: the nearest one that has begun."""
    relative = f"{date(2000, month, 1):%B}, of an unknown year"
    if frame.published is None:
        return Sense(
            None, Grain.MONTH, "nearest past month", Anchor.CALENDAR, relative, nominal=True, day=(None, month, 0)
        )
    year = frame.published.year
    if frame.future:
        year += month < frame.published.month
    else:
        year -= month > frame.published.month
    whole = calendar.month_of(year, month) or calendar.one_day(frame.published)
    future = whole.first > frame.published
    rule = "next such month" if future else "nearest past month"
    return Sense(whole, Grain.MONTH, rule, Anchor.CALENDAR, relative, future=future, nominal=True, day=(None, month, 0))


def _stands_as_month(words: Sequence[Lexeme], i: int, end: int) -> bool:
    """False for "may" the verb, "March" the verb, "May" and "Jan" the names: a month alone needs a word before it."""
    word, before, following = words[i], lower(words, i - 1), lower(words, end)
    expected = before in BEFORE_A_MONTH or (before == "-" and lower(words, i - 2) in ("mid", "late", "early"))
    if word.lower in DOUBTFUL_MONTHS:
        if word.lower in ("may", "march"):
            ranged = before in ("and", "or", "to", "-", "through") and (
                lower(words, i - 2) in MONTHS or (i > 1 and words[i - 2].kind is Kind.NUMBER)
            )
            article = before in ("the", "a", "an", "and", "or", "to", "its", "their", "his", "each", "every")
            if article and not ranged:
                return word.text == "May" and before in ("a", "the") and following in HAPPENINGS
            return (expected or ranged) and (word.text[0].isupper() or following in (".", ",", "", "and", "or", "to"))
        ranged = following in ("-", "to") and lower(words, end + 1) in MONTHS
        if word.text.islower():
            return before in ("in", "since", "last") and word.lower not in ("mar", "jan")
        return expected or ranged or before in ("-", "to")
    if word.text.islower():
        return expected
    named = end < len(words) and words[end].kind is Kind.WORD and words[end].text[0].isupper() and not expected
    return not named


def day_then_month(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "25 August 2019", "25th of August", "the second of August"."""
    day = day_number(words, after_the(words, i))
    if not day:
        return None
    end, number = day
    j = end
    joint = lower(words, j)
    if joint in ("of", ".", "-", "/") or (joint == "," and words[i].kind is Kind.ORDINAL):
        j += 1
    month = month_at(words, j)
    if month and joint == "." and not year_number(words, month[0]):
        return None
    if lower(words, i - 1) in ("$", "€", "£") and j == end:
        return None
    if not month or (
        words[j].text.islower() and words[j].lower in ("may", "march") and j == end and not year_number(words, month[0])
    ):
        return _day_alone(words, i, frame)
    year = year_after(words, month[0], frame) or _glued_year(words, month[0], frame)
    sense = dated(frame, year[1] if year else _year_of_note(words, month[0], month[1], number, frame), month[1], number)
    return (year[0] if year else month[0], sense) if sense else None


def _glued_year(words: Sequence[Lexeme], i: int, frame: Frame) -> tuple[int, int] | None:
    """The two digits of "25-Aug-19"."""
    dashed = lower(words, i) == "-" and i + 1 < len(words) and words[i + 1].kind is Kind.NUMBER
    return (i + 2, short_year(words[i + 1].value, frame)) if dashed and len(words[i + 1].text) == 2 else None


def _day_alone(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "the 25th", "on 29th", "for the 27.": where "on", "since" and the like stand before and no noun follows.

    A number without "th" must end its clause; a number in words must do so too, and follow "the".
    """
    j = after_the(words, i)
    day = day_number(words, j)
    if not day or lower(words, i - 1) not in _BEFORE_A_DAY or (j == i and lower(words, i - 1) != "on"):
        return None
    end = day[0]
    following = words[end] if end < len(words) else None
    ends = following is None or following.kind is Kind.BREAK or following.lower in (".", ",", ";")
    if words[end - 1].kind is not Kind.ORDINAL:
        plain = (words[end - 1].kind is Kind.NUMBER or j > i) and lower(words, end) != ","
        decimal = end + 1 < len(words) and words[end + 1].start == words[end].end
        return (end, day_of_month(day[1], frame)) if ends and plain and not decimal and day[1] > 1 else None
    if not ends and following and following.kind is Kind.WORD and following.lower not in _AFTER_A_DAY:
        return None
    glued = following is not None and following.lower == "-" and following.start == words[end - 1].end
    return None if glued else (end, day_of_month(day[1], frame))


_BEFORE_A_DAY = listed("on since until till by from to before after between and for of")
_AFTER_A_DAY = listed(
    "and or to when in at as after before with for by that while but because until he she it they we the a was"
    " were had has"
)


def day_of_month(number: int, frame: Frame) -> Sense:
    """The nearest past day of that number ("the 25th")."""
    relative = f"the {number}th of an unknown month"
    if frame.published is None:
        return Sense(None, Grain.DAY, "nearest past day of the month", relative=relative)
    step = 1 if frame.future else -1
    month = date(frame.published.year, frame.published.month, 1)
    for _ in range(3):
        found = calendar.day(month.year, month.month, number)
        if found and (found >= frame.published if frame.future else found <= frame.published):
            break
        month = calendar.moved_months(month, step)
    else:
        found = frame.published
    return Sense(
        calendar.one_day(found or frame.published),
        Grain.DAY,
        "nearest past day of the month",
        relative=relative,
        future=frame.future and bool(found and found > frame.published),
        day=(found.year, found.month, found.day) if found else None,
    )


def festival(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """Days that bear a name: "Christmas Eve", "New Year's Day"."""
    for length in (4, 3, 2, 1):
        day = NAMED_DAYS.get(tuple(word.lower for word in words[i : i + length])) if i + length <= len(words) else None
        if day and (words[i].text[0].isupper() or length > 1):
            year = year_after(words, i + length, frame)
            sense = dated(frame, year[1] if year else None, *day)
            return (year[0] if year else i + length, replace(sense, rule="named day")) if sense else None
    return None


def year_first(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "in 2014", "the 2017 bombing", "2016 June", "the year 2008"."""
    found = year_number(words, i)
    if not found:
        return None
    end, year = found
    j = end + 1 if lower(words, end) in (",", "-") else end
    month = month_at(words, j) or (month_at(words, end + 1) if lower(words, end) == "/" else None)
    doubtful = month is not None and words[month[0] - 1].lower in ("may", "march", "mar", "jan")
    if month and (not doubtful or words[j].text[0].isupper()):
        dashed = month[0] + 1 if lower(words, month[0]) in ("-", "/") else month[0]
        day = day_number(words, dashed)
        if day and dashed > month[0] and (sense := dated(frame, year, month[1], day[1])):
            return day[0], sense
        whole = calendar.month_of(year, month[1])
        if whole and not day:
            return month[0], replace(
                on_the_calendar(frame, whole, Grain.MONTH, "calendar month"), nominal=True, day=(year, month[1], 0)
            )
    if not stands_as_year(words, i, end, year):
        return None
    whole = calendar.year_of(year)
    if not whole:
        return None
    return end, replace(on_the_calendar(frame, whole, Grain.YEAR, "calendar year"), nominal=True)
