"""Parts of longer times: "early 2019", "mid-July", "the second half of July", "the first week of May"."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from rashomon.records import Grain, Interval
from rashomon.when import calendar
from rashomon.when.counts import count, ordinal
from rashomon.when.lexer import Lexeme
from rashomon.when.lexicon import UNITS
from rashomon.when.sense import Frame, Parsed, Rule, Sense, counted_from_publication, lower
from rashomon.when.units import GRAINS

_PARTS = {
    "early": "early", "earlier": "early", "late": "late", "later": "late", "mid": "mid", "middle": "mid",
    "beginning": "early", "start": "early", "end": "late", "close": "late", "onset": "early", "dawn": "early",
}  # fmt: skip
_WHOLES = (Grain.WEEK, Grain.MONTH, Grain.SEASON, Grain.YEAR, Grain.LONGER)


def portion(words: Sequence[Lexeme], i: int, frame: Frame, whole: Rule) -> Parsed:
    """A part of a week, month, season, year or decade, which the rule `whole` reads; `i` is at the first word."""
    word = words[i].lower
    j = i + 1 if word == "the" else i
    word = lower(words, j)
    if word in _PARTS:
        return _third(words, j, frame, whole, _PARTS[word])
    number = ordinal(words, j) or ((j + 1, -1) if word in ("last", "final") else None)
    if number and number[1] <= 53:
        return _numbered(words, number[0], number[1], frame, whole)
    return None


def _read_whole(words: Sequence[Lexeme], i: int, frame: Frame, whole: Rule) -> Parsed:
    """The longer time that begins at `i`, after "of", "in", "the"."""
    for skipped in ("of", "in", "the"):
        if lower(words, i) == skipped:
            i += 1
    unit = UNITS.get(lower(words, i), "")
    if (
        lower(words, i - 1) == "the"
        and unit in ("week", "month", "year")
        and lower(words, i + 1) not in ("of", "before")
    ):
        running = counted_from_publication(
            frame, GRAINS[unit], f"this {unit}", f"{unit}, of an unknown day", lambda at: calendar.unit_around(at, unit)
        )
        return i + 1, replace(running, nominal=True)
    if unit == "month" and lower(words, i + 1) == "of":
        i += 2
    found = whole(words, i, frame) if i < len(words) else None
    return found if found and found[1].nominal and found[1].grain in _WHOLES else None


def _third(words: Sequence[Lexeme], j: int, frame: Frame, whole: Rule, part: str) -> Parsed:
    """ "early 2019", "mid-July", "late in 2021", "the end of March"."""
    noun = words[j].lower in ("middle", "beginning", "start", "end", "close", "onset", "dawn")
    at = j + 1
    if noun and lower(words, at) != "of":
        return None
    if lower(words, at) == "-":
        at += 1
        if lower(words, at) == "to":
            return None
    if lower(words, at) in ("to",) and lower(words, at + 1) in ("-",):
        return None
    found = _read_whole(words, at, frame, whole)
    if not found:
        return None
    end, sense = found
    cut = _cut(sense, f"{part} part", lambda interval: calendar.part_of(interval, part))
    return end, replace(cut, edges=_edges(sense.interval, part) if noun and sense.interval else None)


def _edges(whole: Interval, part: str) -> tuple[date, date]:
    """Where a range begins from, and ends at, the start, the middle or the end of a longer time."""
    if part == "early":
        return whole.first, whole.first
    if part == "late":
        return calendar.moved(whole.last, 1), whole.last
    middle = calendar.moved(whole.first, whole.days // 2)
    return middle, middle


def _cut(sense: Sense, rule: str, cut: Callable[[Interval], Interval]) -> Sense:
    interval = cut(sense.interval) if sense.interval else None
    grain = {Grain.MONTH: Grain.WEEK, Grain.WEEK: Grain.DAY, Grain.SEASON: Grain.MONTH, Grain.YEAR: Grain.SEASON}.get(
        sense.grain, sense.grain
    )
    relative = f"{rule} of {sense.relative}" if sense.relative else None
    return replace(sense, interval=interval, rule=rule, grain=grain, relative=relative, nominal=False, day=None)


def _numbered(words: Sequence[Lexeme], j: int, number: int, frame: Frame, whole: Rule) -> Parsed:
    """ "first half of 2019", "third quarter of 2017", "last week of July", "the first two weeks of May"."""
    size = 1
    more = count(words, j) if lower(words, j) not in UNITS else None
    if more and not more.vague and lower(words, more.end) in UNITS:
        size, j = more.low, more.end
    unit = "half" if lower(words, j) == "half" else UNITS.get(lower(words, j), "")
    joined = lower(words, j + 1) in ("of", "in") or (
        unit in ("half", "quarter") and lower(words, j + 1) in ("this", "last")
    )
    if unit not in ("half", "quarter", "week", "day", "month", "year", "decade", "weekend") or not joined:
        return None
    found = _read_whole(words, j + 1, frame, whole)
    if not found:
        return None
    end, sense = found
    if sense.interval and not _fits(unit, sense.grain):
        return None
    cut = _cut(sense, f"numbered {unit}", lambda interval: _slice(interval, unit, number, size))
    grain = {
        "half": cut.grain,
        "quarter": Grain.SEASON,
        "week": Grain.WEEK,
        "day": Grain.DAY,
        "month": Grain.MONTH,
    }.get(unit, cut.grain)
    return end, replace(cut, grain=grain, nominal=unit in ("week", "month", "quarter"))


def _fits(unit: str, grain: Grain) -> bool:
    sizes = {"day": 0, "weekend": 0, "week": 1, "month": 2, "quarter": 3, "year": 4, "decade": 5, "half": 0}
    wholes = {Grain.WEEK: 1, Grain.MONTH: 2, Grain.SEASON: 3, Grain.YEAR: 4, Grain.LONGER: 6}
    return sizes[unit] < wholes[grain]


def _slice(whole: Interval, unit: str, number: int, size: int) -> Interval:
    """The numbered half, quarter, week, day or month of a longer time; number -1 counts from its end.

    The first week of a month or year is the one that holds its first Thursday (ISO 8601).
    """
    if unit == "half":
        middle = whole.days // 2 if whole.days < 300 else (whole.days - 184)
        edge = calendar.moved(whole.first, middle)
        return Interval(whole.first, calendar.moved(edge, -1)) if number == 1 else Interval(edge, whole.last)
    if unit == "week":
        first = calendar.week_of(calendar.moved(whole.first, 3)).first
        last = calendar.week_of(calendar.moved(whole.last, -3)).last
        if number < 0:
            return Interval(calendar.moved(last, 1 - 7 * size), last)
        start = calendar.moved(first, 7 * (number - 1) * (size if number == 1 else 1))
        return Interval(start, calendar.moved(start, 7 * size - 1))
    if number < 0:
        start = calendar.stepped(calendar.moved(whole.last, 1), -size, unit)
        return Interval(start, whole.last)
    start = calendar.stepped(whole.first, number - 1, unit)
    end = calendar.moved(calendar.stepped(start, size, unit), -1)
    return Interval(start, max(end, start))
