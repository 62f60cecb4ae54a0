"""Weeks and weekdays told by what they stand beside: "the week of 4 February", "first Friday of July", "Q3 2016"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rashomon.records import Grain, Interval
from rashomon.when import calendar
from rashomon.when.counts import ordinal, year_number
from rashomon.when.deictic import weekday_at
from rashomon.when.lexer import Kind, Lexeme
from rashomon.when.sense import Frame, Parsed, Rule, lower, on_the_calendar
from rashomon.when.years import year_after

_OPENING = ("of", "beginning", "starting", "commencing", "ending")


def week_of_date(words: Sequence[Lexeme], i: int, frame: Frame, rule: Rule) -> Parsed:
    """ "the week of 4 February", "week beginning 4 February", "the weekend of Aug. 3"; `i` is at "week"."""
    j = i + 1
    if lower(words, i) not in ("week", "weekend") or lower(words, j) not in _OPENING:
        return None
    ending = lower(words, j) == "ending"
    j += 2 if lower(words, j + 1) == "on" else 1
    found = rule(words, j, frame) or (rule(words, j + 1, frame) if lower(words, j) in ("the", ".") else None)
    if not found or found[1].interval is None or not found[1].day or not found[1].day[2]:
        return None
    end, sense = found
    at = found[1].interval.first
    week = calendar.week_of(at)
    if words[i].lower == "weekend":
        week = Interval(calendar.moved(week.first, 5), week.last)
    elif words[i + 1].lower != "of":
        week = Interval(calendar.moved(at, -6), at) if ending else Interval(at, calendar.moved(at, 6))
    return end, replace(sense, interval=week, grain=Grain.WEEK, rule="week of a date", day=None, weekday=None)


def week_number(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "week 31", "week 27 of last year": ISO 8601's week of that year; not "week 10 of the war", nor "Week 3:"."""
    word = words[i + 1] if i + 1 < len(words) else None
    if lower(words, i) != "week" or word is None or word.kind is not Kind.NUMBER or not 1 <= word.value <= 53:
        return None
    year = year_after(words, i + 2, frame)
    if year is None and (frame.published is None or lower(words, i + 2) in ("of", ":", "-", "in")):
        return None
    number = year[1] if year else frame.published.year if frame.published else 0
    try:
        week = calendar.week_of(date.fromisocalendar(number, word.value, 1))
    except ValueError:
        return None
    return (year[0] if year else i + 2), on_the_calendar(frame, week, Grain.WEEK, "numbered week")


def nth_weekday(words: Sequence[Lexeme], i: int, frame: Frame, whole: Rule) -> Parsed:
    """ "the first Friday of July", "the last Sunday in March 2019"."""
    j = i + 1 if lower(words, i) == "the" else i
    number = ordinal(words, j) or ((j + 1, -1) if lower(words, j) in ("last", "final") else None)
    if not number or number[1] > 5:
        return None
    weekday = weekday_at(words, number[0])
    if weekday is None or lower(words, number[0] + 1) not in ("of", "in"):
        return None
    at = number[0] + 2
    at = at + 1 if lower(words, at) == "the" else at
    month = whole(words, at, frame)
    if not month or month[1].grain is not Grain.MONTH or not month[1].nominal or month[1].interval is None:
        return None
    end, sense = month
    within = month[1].interval
    if number[1] < 0:
        found = calendar.weekday_before(within.last, weekday)
    else:
        found = calendar.moved(calendar.weekday_after(within.first, weekday), 7 * (number[1] - 1))
    if not within.first <= found <= within.last:
        return None
    interval = calendar.one_day(found)
    future = frame.published is not None and found > frame.published
    return end, replace(
        sense, interval=interval, grain=Grain.DAY, rule="numbered weekday", nominal=False, day=None, future=future
    )


def quarter(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "Q3", "Q3 2016", "H1 of 2016": a quarter or half of that year, or of the year in which it last began."""
    letter, other = words[i].lower, words[i + 1] if i + 1 < len(words) else None
    if other is None or other.kind is not Kind.NUMBER or other.start != words[i].end or len(other.text) != 1:
        return None
    months = {"q": 3, "h": 6}[letter]
    if not 1 <= other.value <= 12 // months:
        return None
    told = year_after(words, i + 2, frame)
    return _quarter(frame, i + 2, told, (other.value - 1) * months + 1, months)


def year_quarter(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "2016 Q3", "2017-Q1"."""
    year = year_number(words, i)
    j = year[0] + 1 if year and lower(words, year[0]) == "-" else (year[0] if year else i)
    if not year or lower(words, j) not in ("q", "h"):
        return None
    found = quarter(words, j, frame)
    if not found or found[0] != j + 2:
        return None
    months = {"q": 3, "h": 6}[lower(words, j)]
    return _quarter(frame, j + 2, (j + 2, year[1]), (words[j + 1].value - 1) * months + 1, months)


def _quarter(frame: Frame, end: int, told: tuple[int, int] | None, month: int, months: int) -> Parsed:
    if told:
        end, year = told
    elif frame.published is None:
        return None
    else:
        year = frame.published.year - (month > frame.published.month and not frame.future)
    if not 1 <= year <= 9998:
        return None
    first = date(year, month, 1)
    interval = Interval(first, calendar.moved(calendar.moved_months(first, months), -1))
    return end, replace(on_the_calendar(frame, interval, Grain.SEASON, "quarter or half"), nominal=True)
