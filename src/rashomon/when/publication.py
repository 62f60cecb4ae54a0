"""Reports without a date: the days within which one was published, by what its own text tells, and times read so.

Four rules, the strongest first. Each gives an interval, never a bare day where the text leaves days open, and keeps
the words that it was inferred from.

1. "date line": a full date that stands alone on one of the first lines, or after "published", "posted" or "updated" on
   its line: that day. Digits that may be read either way ("3/7/2019") do not count.
2. "dateline": a full date between the place and the agency that open a wire report: that day and the next. Without a
   year it counts where exactly one such day lies within what rule 3 or 4 allows.
3. "latest full date": the latest day that the text names with its year, a caption's for one, where no later year is
   named: a report tells what is new, so it was published within a month from then.
4. "running year": a year that the text says is still running ("so far in 2019", "since the start of 2019") or that
   stands in a copyright line: published in it.

A year named for anything else is the past's: of twelve reports of the desk that named one and no full date, one was
published in it. Rule 3 assumes that the newest day told in full is the report's own; it holds for most (docs/decisions/
dates.md has the counts), which is why the rule's name stays with every value that rests on it.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from rashomon.records import Anchor, Grain, Interval, Span, Stated, TimeExpression
from rashomon.when import calendar
from rashomon.when.find import find_times

FIRST_LINES: Final = 12
LONGEST_LINE: Final = 200  # characters, of a line that holds a date and little else
DATELINE_CHARACTERS: Final = 60  # of a line, before the date of a dateline
NEWS_DAYS: Final = 30
WIDEST_DAYS: Final = 366  # a time less precise than a year is told in words only

_ANNOUNCED = re.compile(r"\b(?:published|posted|updated|created|date)\b[^\n]{0,24}$", re.IGNORECASE)
_ALONE = re.compile(r"[\W\d]*(?:\d\s*min read)?[\W\d]*(?:[ap]\.?m\.?|[A-Z]{2,4})?[\W\d]*", re.IGNORECASE)
_RUNNING = re.compile(
    r"(?:©|\(c\)|\bcopyright|\bso far (?:in|this year,)|\bsince the (?:start|beginning) of|\bthis year,)"
    r"[^\n\d]{0,20}(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_EITHER_WAY = re.compile(r"(?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|1[0-2])[-/.]\d+")
_PLACE = re.compile(r"[A-Z][\w'’.()\- ]{1,40}(?:[,/][ \w'’.\-()]{0,30})*[,\s(]*")
_AFTER_DATELINE = re.compile(r"\.?\s{0,2}(?:\(|[-–—/]|\d{4}\s{0,2}[(\-–—])")


def narrow(text: str) -> Stated[Interval] | None:
    """The days within which an undated report was published, with the words that tell it and the rule; None for none.

    "KABUL, Aug. 25 (Wire) - ..." with a caption of "August 24, 2019": 25 to 26 August 2019, rule "dateline".
    """
    times = find_times(text, None)
    told = _date_line(text, times) or _dateline(text, times)
    if told:
        return told
    rough = _latest_date(times) or _running_year(text)
    return (_yearless_dateline(text, times, rough) or rough) if rough else None


def find_times_narrowed(text: str, publication: Stated[Interval]) -> tuple[TimeExpression, ...]:
    """The times of a report that was published on one of these days, each as wide as that leaves it.

    "On Sunday" in a report of 25 to 31 August 2019 is 25 to 31 August; the rule names what it rests on. A time that
    would be wider than a year keeps interval None and tells in `relative` what is known.
    """
    early = {each.span: each for each in find_times(text, publication.value.first)}
    late = {each.span: each for each in find_times(text, publication.value.last)}
    return tuple(_between(each, early, late, publication.rule) for each in find_times(text, None))


def _between(
    plain: TimeExpression, early: dict[Span, TimeExpression], late: dict[Span, TimeExpression], rule: str
) -> TimeExpression:
    """The expression over all days of publication: the hull of its days on the first and on the last of them."""
    one, two = early.get(plain.span), late.get(plain.span)
    if plain.interval or not (one and two and one.interval and two.interval):
        return plain
    interval = calendar.hull(one.interval, two.interval)
    if interval.days > WIDEST_DAYS:
        return plain
    future = one.future and two.future
    return replace(two, interval=interval, relative=None, future=future, rule=f"{two.rule}; publication by {rule}")


def _whole_days(times: Iterable[TimeExpression]) -> list[tuple[date, TimeExpression]]:
    """The single days that are told with their year, in no two ways."""
    return [
        (each.interval.first, each)
        for each in times
        if each.interval
        and each.anchor is Anchor.CALENDAR
        and each.interval.days == 1
        and not each.period
        and not _EITHER_WAY.match(each.span.quote)
    ]


def _date_line(text: str, times: Iterable[TimeExpression]) -> Stated[Interval] | None:
    for day, told in _whole_days(times):
        start = _line_start(text, told.span.start)
        if start is None or text.count("\n", 0, start) >= FIRST_LINES:
            break
        end = text.find("\n", told.span.end)
        before, after = text[start : told.span.start], text[told.span.end : end if end >= 0 else len(text)]
        alone = len(after) <= 40 and _ALONE.fullmatch(before) and _ALONE.fullmatch(after)
        if alone or (_ANNOUNCED.search(before) and len(after) <= 60):
            return Stated(calendar.one_day(day), told.span, "date line")
    return None


def _line_start(text: str, at: int) -> int | None:
    """Where the line of the character `at` begins; None where that is further back than a short line is long."""
    least = max(at - LONGEST_LINE, 0)
    found = text.rfind("\n", least, at)
    return found + 1 if found >= 0 else (0 if least == 0 else None)


def _opens_a_dateline(text: str, told: TimeExpression) -> bool:
    """True for the date of "KABUL, Aug. 25 (Wire) - ": a place before it on its line, an agency or a dash after it."""
    start = _line_start(text, told.span.start)
    if start is None or told.span.start - start > DATELINE_CHARACTERS:
        return False
    place = _PLACE.fullmatch(text[start : told.span.start])
    return bool(place and _AFTER_DATELINE.match(text[told.span.end : told.span.end + 12]))


def _dateline(text: str, times: Iterable[TimeExpression]) -> Stated[Interval] | None:
    for day, told in _whole_days(times):
        if _opens_a_dateline(text, told):
            return Stated(Interval(day, calendar.moved(day, 1)), told.span, "dateline")
    return None


def _yearless_dateline(text: str, times: Iterable[TimeExpression], rough: Stated[Interval]) -> Stated[Interval] | None:
    """The one day of a dateline without a year that lies within what another rule allows."""
    for told in times:
        if told.interval or told.grain is not Grain.DAY or told.anchor is not Anchor.CALENDAR:
            continue
        if not _opens_a_dateline(text, told):
            continue
        found = set()
        for edge in (rough.value.first, rough.value.last):
            read = find_times(told.span.quote, edge)
            found |= {read[0].interval.first} if read and read[0].interval else set()
        inside = [day for day in sorted(found) if rough.value.first <= day <= rough.value.last]
        if len(inside) == 1:
            return Stated(Interval(inside[0], calendar.moved(inside[0], 1)), told.span, "dateline")
    return None


def _latest_date(times: Iterable[TimeExpression]) -> Stated[Interval] | None:
    times = tuple(times)
    days = _whole_days(times)
    if not days:
        return None
    day, told = max(days, key=lambda pair: (pair[0], -pair[1].span.start))
    calendars = (each.interval for each in times if each.interval and each.anchor is Anchor.CALENDAR)
    if any(interval.first.year > day.year for interval in calendars):
        return None
    return Stated(Interval(day, calendar.moved(day, NEWS_DAYS)), told.span, "latest full date")


def _running_year(text: str) -> Stated[Interval] | None:
    """The latest year that the text says is still running."""
    years = [(int(match["year"]), match.span("year")) for match in _RUNNING.finditer(text)]
    if not years:
        return None
    year, (start, end) = max(years, key=lambda pair: (pair[0], -pair[1][0]))
    whole = calendar.year_of(year)
    return Stated(whole, Span.of(text, start, end), "running year") if whole else None
