"""The histogram over time as the page draws it: bars in percent of its width and height, so that it needs no script."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.views import Bin, BinGrain

MOST_TICKS = 12
_LEAST = 3.0  # percent: a bar of one incident among thousands can still be seen and hit
_GAP = 0.12  # of a bar's width
_ROOM = 7.5  # percent of the width that a month with its year takes


@dataclass(frozen=True, slots=True)
class Bar:
    """One bin. x, width, height, pale: percent. height: of those that fit; pale: of those that fit but for their days.

    days: in words. count, around: as in `Bin`.
    """

    first: date
    last: date
    days: str
    count: int
    around: int
    x: float
    width: float
    height: float
    pale: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A label of the axis, at this percentage of the width."""

    x: float
    words: str


def bars_of(bins: Sequence[Bin], grain: BinGrain) -> list[Bar]:
    """The bars, with those between that hold nothing."""
    whole = _with_empty(bins, grain)
    most = max((one.around for one in whole), default=0)
    width = 100 / max(len(whole), 1)
    bars = []
    for at, one in enumerate(whole):
        height, pale = (max(_LEAST, 100 * each / most) if each else 0.0 for each in (one.count, one.around))
        left = round((at + _GAP / 2) * width, 4)
        words = days_of_bin(one.first, grain)
        bars.append(
            Bar(one.first, one.last, words, one.count, one.around, left, round(width * (1 - _GAP), 4), height, pale)
        )
    return bars


def said_of(bar: Bar) -> str:
    """What a bar tells: "May 2024: 12 incidents", "May 2024: 12 of 30 incidents" where only some fit by their days."""
    some = f"{bar.count:,} of " if bar.count != bar.around else ""
    return f"{bar.days}: {some}{bar.around:,} incident{'' if bar.around == 1 else 's'}"


def _with_empty(bins: Sequence[Bin], grain: BinGrain) -> list[Bin]:
    found: list[Bin] = []
    for one in bins:
        while found and (day := found[-1].last + timedelta(days=1)) < one.first:
            last = min(_last_day(day, grain), one.first - timedelta(days=1))
            found.append(Bin(day, last, 0, 0, 0, 0))
        found.append(one)
    return found


def _last_day(day: date, grain: BinGrain) -> date:
    if grain is BinGrain.DAY:
        return day
    if grain is BinGrain.WEEK:
        return day + timedelta(days=6 - day.weekday())
    if grain is BinGrain.MONTH:
        return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return date(day.year, 12, 31)


def days_of_bin(first: date, grain: BinGrain) -> str:
    """A bin in words: "14 May 2024", "week of 13 May 2024", "May 2024", "2024".

    >>> days_of_bin(date(2024, 5, 1), BinGrain.MONTH)
    'May 2024'
    """
    day = f"{first.day} {first:%b} {first.year}"
    return {
        BinGrain.DAY: day,
        BinGrain.WEEK: f"week of {day}",
        BinGrain.MONTH: f"{first:%b} {first.year}",
        BinGrain.YEAR: str(first.year),
    }[grain]


def ticks_of(bars: Sequence[Bar], grain: BinGrain) -> list[Tick]:
    """The axis: years, or where the bars span few of them months, or days; at most twelve."""
    years = [at for at, bar in enumerate(bars) if not at or bar.first.year != bars[at - 1].first.year]
    months = [at for at, bar in enumerate(bars) if not at or _month(bar) != _month(bars[at - 1])]
    if grain is BinGrain.YEAR or len(years) > MOST_TICKS / 2:
        return _thinned(bars, years, "year")
    if grain is BinGrain.MONTH or len(months) > MOST_TICKS / 2:
        return _thinned(bars, months, "month")
    return _thinned(bars, list(range(len(bars))), "day")


def _thinned(bars: Sequence[Bar], at: list[int], kind: str) -> list[Tick]:
    """Some of these bars named; of months those that part the year evenly, so that January is among them."""
    step = next(each for each in (1, 2, 3, 6, 12, 24, 60, 120, 10_000) if len(at) / each <= MOST_TICKS)
    even = kind == "month" and step in (2, 3, 6, 12)
    chosen = [index for index in at if not (bars[index].first.month - 1) % step] if even else at[::step]
    if len(chosen) > 1 and 100 * (chosen[1] - chosen[0]) < _ROOM * len(bars):
        del chosen[0]  # a month or year of which the bars hold the end alone: its name would run into the next one's
    ticks, year = [], None
    for index in chosen:
        first = bars[index].first
        words = {"year": f"{first.year}", "month": f"{first:%b}", "day": f"{first.day} {first:%b}"}[kind]
        if kind != "year" and first.year != year:
            words, year = f"{words} {first.year}", first.year
        ticks.append(Tick(round(100 * index / len(bars), 3), words))
    return ticks


def _month(bar: Bar) -> tuple[int, int]:
    return bar.first.year, bar.first.month
