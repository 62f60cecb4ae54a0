"""Two times that make one: "between 3 and 5 May", "Monday to Thursday", "May 3-5", "Saturday and Sunday", "2014-15"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rashomon.records import Anchor, Grain, Interval
from rashomon.when import calendar
from rashomon.when.absolute import dated, day_then_month, month_first
from rashomon.when.counts import day_number
from rashomon.when.lexer import Kind, Lexeme
from rashomon.when.lexicon import UNITS, listed
from rashomon.when.sense import Frame, Parsed, Rule, Sense, lower

_BEFORE_TWO_DAYS = listed("between of on from in to night the")
DASHES = listed("- – — ~")
TO = listed("to through thru until till - – — ~")
_ORDER = tuple(Grain)


def span_of(one: Sense, two: Sense, rule: str) -> Sense | None:
    """From the beginning of one time to the end of another; None where they do not follow each other."""
    grain = max(one.grain, two.grain, key=_ORDER.index)
    anchor = one.anchor if one.anchor == two.anchor else two.anchor
    period = one.period or two.period
    if one.interval is None or two.interval is None:
        both = f"{one.relative} to {two.relative}" if one.relative and two.relative else None
        relative = both or two.relative or one.relative
        return Sense(None, grain, rule, anchor, relative=relative, period=period)
    first = one.edges[0] if one.edges else one.interval.first
    last = two.edges[1] if two.edges else two.interval.last
    yearless = one.day is not None and one.day[0] is None
    if yearless and (two.day is None or two.day[0] is not None or two.future):
        first = _in_year(first, two.interval)
    elif yearless and two.day:
        later = _in_year(two.interval.first, Interval(first, calendar.moved(first, 365)))
        last = calendar.moved(later, two.interval.days - 1) if two.interval.days < 28 else _month_end(later)
    if first > last and one.weekday is not None and one.interval.days == 1:
        first = calendar.moved(first, -7)
    if first > last:
        return None
    relative = f"{one.relative} to {two.relative}" if one.relative and two.relative else None
    return Sense(Interval(first, last), grain, rule, anchor, relative=relative, period=period, future=one.future)


def _in_year(first: date, until: Interval) -> date:
    """The day of `first` in the year of the range's end, or in the year before where it would come after the end."""
    for year in (until.last.year, until.last.year - 1):
        found = calendar.day(year, first.month, first.day)
        if found and found <= until.last:
            return found
    return first


def _month_end(first: date) -> date:
    whole = calendar.month_of(first.year, first.month)
    return whole.last if whole else first


def two_days_one_month(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "3-5 May", "3 and 5 May 2019", "the 3rd to the 5th of May", "4 to 22 this month"; `i` is at the first number."""
    start = i + 1 if lower(words, i) == "the" else i
    one = day_number(words, start)
    if not one or lower(words, one[0]) not in TO | {"and", "/"}:
        return None
    listed_before = lower(words, i - 1) == "," and i > 1 and words[i - 2].kind is Kind.NUMBER
    if lower(words, one[0]) == "and" and lower(words, i - 1) not in _BEFORE_TWO_DAYS and not listed_before:
        return None
    at = one[0] + 1
    two = day_number(words, at + 1 if lower(words, at) == "the" else at)
    if lower(words, i - 1) in ("from", "between") and (found := month_first(words, at, frame)):
        day = found[1].day
        return _from_day(frame, (day[0], day[1], one[1]), found[1], found[0]) if day and day[2] > one[1] else None
    if not two or two[1] <= one[1]:
        return None
    found = day_then_month(words, at, frame) or _of_this_month(words, two, frame)
    if not found or not found[1].day or found[1].day[2] != two[1]:
        return None
    end, last = found
    year, month, _ = last.day if last.day else (None, 0, 0)
    return _from_day(frame, (year, month, one[1]), last, end)


def _from_day(frame: Frame, day: tuple[int | None, int, int], last: Sense, end: int) -> Parsed:
    """The range from a day to `last`, both of one month."""
    first = dated(frame, *day)
    if first is None:
        return None
    if last.interval and day[0] is None:
        found = calendar.day(last.interval.first.year, day[1], day[2])
        first = replace(first, interval=calendar.one_day(found) if found else None)
    sense = span_of(first, last, "range of days")
    return (end, replace(sense, day=last.day)) if sense else None


def _of_this_month(words: Sequence[Lexeme], two: tuple[int, int], frame: Frame) -> Parsed:
    """The end of "4 to 22 [of] this month", "4 to 23 next month"."""
    j = two[0] + 1 if lower(words, two[0]) in ("of", "in") else two[0]
    step = {"this": 0, "last": -1, "next": 1}.get(lower(words, j))
    if step is None or UNITS.get(lower(words, j + 1)) != "month" or frame.published is None:
        return None
    month = calendar.moved_months(frame.published.replace(day=1), step)
    sense = dated(frame, month.year, month.month, two[1])
    return (j + 2, sense) if sense else None


def goes_on(words: Sequence[Lexeme], end: int, first: Sense, frame: Frame, rule: Rule, opened: str) -> Parsed:
    """The range that `first`, read up to `end`, begins; None where none does. opened: "from", "between" or ""."""
    connector = lower(words, end)
    if connector not in TO | {"and", "or"}:
        return None
    if (
        connector in ("and", "or")
        and not (opened == "between" and connector == "and")
        and first.grain not in (Grain.DAY, Grain.PART_OF_DAY)
    ):
        return None
    at = end + 1
    if lower(words, at) in ("on", "in", "early", "late") and lower(words, at + 1) != "the":
        at += lower(words, at) in ("on", "in")
    short = _shortened(words, at, first, frame)
    found = short or rule(words, at, frame) or _up_to_now(words, at, frame)
    if not found:
        return None
    last_end, last = found
    if not _joins(words, end, first, last, opened):
        return None
    sense = span_of(_begun(first, frame), last, "range")
    return (last_end, sense) if sense else None


def _begun(first: Sense, frame: Frame) -> Sense:
    """The beginning of a range, a year earlier where a date without a year fell just after the report's day."""
    if frame.future or frame.published is None or first.interval is None or not first.day or first.day[0] is not None:
        return first
    if first.interval.first <= frame.published:
        return first
    found = calendar.day(first.interval.first.year - 1, *first.day[1:])
    return replace(first, interval=calendar.one_day(found)) if found else first


def _up_to_now(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "now", "date" as the end of a range."""
    length = {"now": 1, "date": 1, "present": 1}.get(lower(words, i), 0)
    if lower(words, i) in ("current", "the") and lower(words, i + 1) in ("date", "day", "present"):
        length = 2
    if not length or frame.published is None:
        return None
    return i + length, Sense(calendar.one_day(frame.published), Grain.DAY, "now")


def _joins(words: Sequence[Lexeme], end: int, first: Sense, last: Sense, opened: str) -> bool:
    """Whether two times beside each other are the ends of one: neighbours for "and", like with like for a dash."""
    connector = words[end].lower
    if last.shift is not None or first.shift is not None or last.period:
        return False
    if connector in ("and", "or"):
        if opened == "between":
            return connector == "and"
        alike = (first.weekday is None) == (last.weekday is None)
        days = (first.interval, last.interval)
        if days[0] is None or days[1] is None:
            return alike and first.weekday is not None and last.weekday == (first.weekday + 1) % 7
        return alike and days[0].days == days[1].days == 1 and abs((days[1].first - days[0].first).days) in (1, 6)
    if connector in DASHES and not opened:
        calendars = first.anchor is Anchor.CALENDAR and last.anchor is Anchor.CALENDAR
        return last.grain is first.grain or (first.nominal and calendars)
    return True


def _shortened(words: Sequence[Lexeme], at: int, first: Sense, frame: Frame) -> Parsed:
    """The second end that borrows from the first: the 5 of "May 3-5", the 15 of "2014-15"."""
    start = at + 1 if lower(words, at) == "the" else at
    if first.grain is Grain.YEAR and first.nominal and first.interval and at < len(words):
        word = words[at]
        year = first.interval.first.year
        if (
            word.kind is Kind.NUMBER
            and len(word.text) == 2
            and year % 100 < word.value
            and words[at - 1].lower in DASHES
        ):
            whole = calendar.year_of(year - year % 100 + word.value)
            return (at + 1, replace(first, interval=whole)) if whole else None
        return None
    if not first.day or not first.day[2] or first.interval is None:
        return None
    number = day_number(words, start)
    if not number or lower(words, number[0]) in UNITS:
        return None
    if words[start].kind is not Kind.NUMBER and lower(words, at - 1) in DASHES:
        return None  # "Nov 25, 2013 - Nine people die"
    if (
        number[0] < len(words)
        and words[number[0]].kind is Kind.WORD
        and words[start].kind is Kind.NUMBER
        and lower(words, number[0]) not in ("in", "at", "and", "by", "when", "on", "as", "with", "for", "the", "that")
    ):
        return None  # fmt: skip
    day = first.interval.first
    found = calendar.day(day.year, day.month, number[1])
    if found and found < day:
        later = calendar.moved_months(day.replace(day=1), 1)
        found = calendar.day(later.year, later.month, number[1]) if words[start].kind is not Kind.NUMBER else None
    if not found:
        return None
    end = number[0]
    told: int | None = None
    if (
        lower(words, end) == ","
        and end + 1 < len(words)
        and len(words[end + 1].text) == 4
        and words[end + 1].kind is Kind.NUMBER
    ):
        told = words[end + 1].value
        end += 2
    sense = dated(frame, told or found.year, found.month, number[1])
    if told and sense:
        return end, sense
    return (end, replace(sense, day=(first.day[0], found.month, number[1]))) if sense else None
