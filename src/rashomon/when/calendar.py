"""Days, weeks, months and years as intervals, and counting back and forth among them.

Weeks run from Monday to Sunday (ISO 8601). Nothing here raises for a day that the calendar does not have: None.
"""

from calendar import monthrange
from datetime import date

from rashomon.records import Interval


def day(year: int, month: int, number: int) -> date | None:
    """That day, None where there is none (30 February, year 0)."""
    try:
        return date(year, month, number)
    except (ValueError, OverflowError):
        return None


def moved(start: date, days: int) -> date:
    """The day that many days after `start` (before it where negative), held within the years 1 to 9999."""
    return date.fromordinal(min(max(start.toordinal() + days, 1), date.max.toordinal()))


def moved_months(start: date, months: int) -> date:
    """The same day of the month that many months on, the month's last day where it has no such day."""
    count = min(max(start.year * 12 + start.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = divmod(count, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def stepped(start: date, count: int, unit: str) -> date:
    """The day `count` units after `start`; units are "hour" to "century"; minutes and hours do not leave the day."""
    days = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
    if unit in days:
        return moved(start, count * days[unit])
    if unit in months:
        return moved_months(start, count * months[unit])
    if unit == "hour":
        return moved(start, (abs(count) + 12) // 24 * (1 if count > 0 else -1))
    return start


def one_day(at: date) -> Interval:
    """That day alone."""
    return Interval(at, at)


def week_of(at: date) -> Interval:
    """Monday to Sunday around that day."""
    first = moved(at, -at.weekday())
    return Interval(first, moved(first, 6))


def month_of(year: int, month: int) -> Interval | None:
    """The whole month; None where the year is outside 1 to 9999."""
    if not 1 <= year <= 9999:
        return None
    return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def year_of(year: int) -> Interval | None:
    """The whole year; None where it is outside 1 to 9999."""
    return Interval(date(year, 1, 1), date(year, 12, 31)) if 1 <= year <= 9999 else None


def quarter_of(at: date) -> Interval:
    """The three months around that day that begin in January, April, July or October."""
    first = date(at.year, (at.month - 1) // 3 * 3 + 1, 1)
    return Interval(first, moved(moved_months(first, 3), -1))


def unit_around(at: date, unit: str) -> Interval:
    """The calendar's unit that holds that day: its week, month, quarter, year, decade ("year" is a calendar year)."""
    if unit == "week":
        return week_of(at)
    if unit == "fortnight":
        return Interval(moved(week_of(at).first, -7), week_of(at).last)
    if unit == "weekend":
        return Interval(moved(week_of(at).first, 5), week_of(at).last)
    if unit == "quarter":
        return quarter_of(at)
    years = {"year": 1, "decade": 10, "century": 100}.get(unit)
    if unit == "month" or years is None:
        first = date(at.year, at.month, 1) if unit == "month" else at
        return Interval(first, moved(moved_months(first, 1), -1)) if unit == "month" else one_day(at)
    start = max(at.year - at.year % years, 1)
    return Interval(date(start, 1, 1), date(min(start + years - 1, 9999), 12, 31))


def until(interval: Interval, at: date) -> Interval:
    """The interval cut after that day where it holds it; otherwise as it is."""
    return Interval(interval.first, at) if interval.first <= at < interval.last else interval


def weekday_before(at: date, weekday: int) -> date:
    """The nearest such weekday on or before that day; 0 is Monday."""
    return moved(at, -((at.weekday() - weekday) % 7))


def weekday_after(at: date, weekday: int) -> date:
    """The nearest such weekday on or after that day; 0 is Monday."""
    return moved(at, (weekday - at.weekday()) % 7)


def hull(one: Interval, two: Interval) -> Interval:
    """The shortest interval that holds both."""
    return Interval(min(one.first, two.first), max(one.last, two.last))


def shifted_by(interval: Interval, least: int, most: int) -> Interval:
    """The interval moved by between `least` and `most` days."""
    first = moved(interval.first, min(least, most))
    last = moved(interval.last, max(least, most))
    return Interval(first, last) if first <= last else one_day(last)


def part_of(interval: Interval, part: str) -> Interval:
    """The "early", "mid" or "late" part of an interval: its thirds, at round borders.

    A month's are the 1st to the 10th, the 10th to the 20th, the 21st on; a year's are four months each; of a week,
    early is Monday to Wednesday, mid Tuesday to Friday, late Thursday on.
    """
    first = interval.first
    if first.day == 1 and 28 <= interval.days <= 31:
        edges = {"early": (0, 9), "mid": (9, 19), "late": (20, interval.days - 1)}
        return Interval(*(moved(first, days) for days in edges[part]))
    if interval.days in (365, 366):
        months = {"early": 0, "mid": 4, "late": 8}[part]
        start = moved_months(first, months)
        return Interval(start, moved(moved_months(start, 4), -1) if part != "late" else interval.last)
    if interval.days == 7:
        edges = {"early": (0, 2), "mid": (1, 4), "late": (3, 6)}
        return Interval(*(moved(first, days) for days in edges[part]))
    third = max((interval.days + 2) // 3, 1)
    if part == "early":
        return Interval(interval.first, min(moved(interval.first, third - 1), interval.last))
    if part == "late":
        return Interval(max(moved(interval.last, 1 - third), interval.first), interval.last)
    first, last = moved(interval.first, third), moved(interval.last, -third)
    return Interval(first, last) if first <= last else interval
