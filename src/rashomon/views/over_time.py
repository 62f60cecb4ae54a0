"""Incidents over time: how many in each day, week, month or year."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from rashomon.ledger import Rows
from rashomon.ledger.columns import Flags

_LONGEST = {"day": 100, "week": 100 * 7, "month": 150 * 30}  # days that are still told in bins of that grain
_EPOCH = date(1970, 1, 1).toordinal()


class BinGrain(StrEnum):
    """How wide the bins of a histogram are. Weeks begin on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Bin:
    """The incidents whose first day, the earliest on which they may have happened, is in these days.

    first, last: both inclusive. count: those that fit the query. loose: of these, those that may as well have
    happened after the bin. killed: the sum of their best figures. around: those that fit all of the query but its days.
    """

    first: date
    last: date
    count: int
    loose: int
    killed: int
    around: int


def over_time(
    rows: Rows, fitting: Flags, around: Flags, grain: BinGrain | None = None, since: date | None = None
) -> tuple[BinGrain, list[Bin]]:
    """The bins that hold something, by day, and their grain.

    fitting, around: which rows fit the query, and which fit it but for its days; all of them have a day.
    grain: None for what suits the time that they span: days up to 100 days, weeks up to 100 weeks, months up to 150.
    since: what may have begun before this day is told on it; None for no such day.
    """
    shown = np.flatnonzero(around)
    if not len(shown):
        return grain or BinGrain.DAY, []
    first = np.maximum(rows.first_day[shown], since.toordinal() if since else 0)
    earliest, latest = int(first.min()), int(first.max())
    grain = grain or _suiting(latest - earliest + 1)
    last = _last_days(grain, earliest, latest)
    ends, bin_of_day = np.unique(last, return_inverse=True)
    of, fits = bin_of_day[first - earliest], fitting[shown]
    chosen, those = of[fits], shown[fits]
    counts = [
        np.bincount(chosen, minlength=len(ends)),
        np.bincount(chosen[rows.last_day[those] > ends[chosen]], minlength=len(ends)),
        np.bincount(chosen, weights=np.maximum(rows.killed[those], 0), minlength=len(ends)),
        np.bincount(of, minlength=len(ends)),
    ]
    bins = []
    for at in np.flatnonzero(counts[3]):
        last_day = date.fromordinal(int(ends[at]))
        bins.append(Bin(_first_of(grain, last_day), last_day, *(int(column[at]) for column in counts)))
    return grain, bins


def _suiting(days: int) -> BinGrain:
    return next((BinGrain(grain) for grain, most in _LONGEST.items() if days <= most), BinGrain.YEAR)


def _last_days(grain: BinGrain, earliest: int, latest: int) -> NDArray[np.int64]:
    """For each day from `earliest` to `latest` the last day of its bin; all as ordinals."""
    days = np.arange(earliest, latest + 1)
    if grain is BinGrain.DAY:
        last = days
    elif grain is BinGrain.WEEK:
        last = np.minimum(days + (-days) % 7, date.max.toordinal())  # ordinal 7 is a Sunday
    else:
        unit = "M" if grain is BinGrain.MONTH else "Y"
        units = (days - _EPOCH).astype("datetime64[D]").astype(f"datetime64[{unit}]")
        last = (units + 1).astype("datetime64[D]").astype(np.int64) - 1 + _EPOCH
    return np.asarray(last, np.int64)


def _first_of(grain: BinGrain, last: date) -> date:
    if grain is BinGrain.WEEK:
        return last - timedelta(days=(last.toordinal() - 1) % 7)
    if grain is BinGrain.DAY:
        return last
    return last.replace(day=1) if grain is BinGrain.MONTH else last.replace(month=1, day=1)
