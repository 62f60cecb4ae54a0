"""Stretches over which things are counted: "since Wednesday", "in two weeks", "for the third day"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rashomon.records import Interval
from rashomon.when import calendar
from rashomon.when.counts import ordinal
from rashomon.when.lexer import Kind, Lexeme
from rashomon.when.lexicon import UNITS
from rashomon.when.sense import Frame, Parsed, Rule, Sense, counted_from_publication, lower
from rashomon.when.units import GRAINS, amount


def since(words: Sequence[Lexeme], i: int, frame: Frame, rule: Rule) -> Parsed:
    """ "since Wednesday", "since mid-July": from that day to the report's; `i` is at "since"."""
    j = i + 1
    for skipped in ("about", "around", "at", "least", "in"):
        if lower(words, j) == skipped:
            j += 1
    found = rule(words, j, frame) or (rule(words, j + 1, frame) if lower(words, j) == "the" else None)
    if not found or found[1].shift is not None:
        return None
    end, sense = found
    return end, running(sense, frame, "since")


def running(sense: Sense, frame: Frame, rule: str) -> Sense:
    """The stretch from the beginning of a time to the report's day."""
    relative = f"since {sense.relative}" if sense.relative else None
    interval = sense.interval
    if interval and frame.published and interval.first <= frame.published:
        interval = Interval(interval.first, frame.published)
    elif interval and frame.published is None:
        relative = relative or f"since {interval.first.isoformat()}"
        interval = None
    return replace(sense, interval=interval, rule=rule, relative=relative, period=True, nominal=False, day=None)


def nth_day(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "for the third day", "for a second straight week": as many units back as are counted; `i` is at "for"."""
    j = i + 1
    if lower(words, j) in ("the", "a"):
        j += 1
    number = ordinal(words, j)
    if not number or not 2 <= number[1] <= 99:
        return None
    end, many = number
    straight = lower(words, end) in ("straight", "consecutive", "successive", "full", "running")
    end += straight
    unit = UNITS.get(lower(words, end), "")
    if unit not in ("day", "night", "week", "month", "year") or lower(words, end).endswith("s"):
        return None
    end += 1
    if lower(words, end) in ("running", "straight"):
        end += 1
    elif lower(words, end) == "in" and lower(words, end + 1) == "a" and lower(words, end + 2) == "row":
        end += 3
    sense = counted_from_publication(
        frame, GRAINS[unit], "counted days", f"{many} {unit}s up to an unknown day",
        lambda at: Interval(calendar.stepped(at, 1 - many, unit), at),
    )  # fmt: skip
    return end, replace(sense, period=True)


def within(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "in two weeks", "within three days": up to the report's day, or on from it where a future cue governs."""
    start = i + 1
    found = amount(words, start)
    if not found:
        return None
    end, parts = found
    unit = parts[0][1]
    if unit in ("second", "minute", "hour", "night") or lower(words, end) in (
        "ago",
        "later",
        "earlier",
        "before",
        "after",
        "-",
        "'",
    ):
        return None
    if words[start].kind is Kind.WORD and words[start].lower in ("the",):
        return None

    def reach(at: date) -> Interval:
        far = at
        for number, each in parts:
            far = calendar.stepped(far, (number.high if frame.future else -number.high), each)
        if not frame.future:
            return Interval(far, at)
        return Interval(at, far) if words[i].lower == "within" else calendar.one_day(far)

    relative = f"{' '.join(word.lower for word in words[i:end])}, of an unknown day"
    sense = counted_from_publication(frame, GRAINS[unit], "in N units", relative, reach)
    return end, replace(sense, period=not frame.future, future=frame.future)
