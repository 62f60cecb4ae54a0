"""What words for a time mean, before they are bound to a span; and the day they are counted from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rashomon.records import Anchor, Grain, Interval
from rashomon.when.lexer import Lexeme


@dataclass(frozen=True, slots=True)
class Frame:
    """What an expression is read against.

    published: the report's day, None where it is not known. future: True while words that a future cue governs are
    read ("will meet on Sunday"). day_first: how an ambiguous "3/7/2019" is read in this text.
    """

    published: date | None
    future: bool = False
    day_first: bool = False


@dataclass(frozen=True, slots=True)
class Sense:
    """The meaning of an expression; the fields are those of `TimeExpression`, and what wider rules need to know.

    day: (year or None, month, day) as far as the words name a day of the calendar; ranges borrow from it.
    weekday: 0 for Monday, where the words name one. edges: the days at which a range begins or ends that "the end of
    March" begins or ends. nominal: True for a calendar unit told by itself ("May", "2014").
    """

    interval: Interval | None
    grain: Grain
    rule: str
    anchor: Anchor = Anchor.PUBLICATION
    relative: str | None = None
    shift: tuple[int, int] | None = None
    period: bool = False
    future: bool = False
    day: tuple[int | None, int, int] | None = None
    weekday: int | None = None
    edges: tuple[date, date] | None = None
    nominal: bool = False


Parsed = tuple[int, Sense] | None  # the index after the last lexeme read, and what was read
Rule = Callable[[Sequence[Lexeme], int, Frame], Parsed]


def lower(words: Sequence[Lexeme], i: int) -> str:
    """The lower-case word at `i`, "" outside of the text."""
    return words[i].lower if 0 <= i < len(words) else ""


def after_the(words: Sequence[Lexeme], i: int) -> int:
    """The index after an article at `i`, or `i`."""
    return i + 1 if lower(words, i) == "the" else i


def counted_from_publication(
    frame: Frame, grain: Grain, rule: str, relative: str, resolve: Callable[[date], Interval]
) -> Sense:
    """The sense of words that are counted from the report's day; without one, only `relative` is known."""
    if frame.published is None:
        return Sense(None, grain, rule, relative=relative, future=frame.future)
    interval = resolve(frame.published)
    return Sense(interval, grain, rule, relative=relative, future=interval.first > frame.published)


def on_the_calendar(frame: Frame, interval: Interval, grain: Grain, rule: str) -> Sense:
    """The sense of words that name days of the calendar outright."""
    future = frame.published is not None and interval.first > frame.published
    return Sense(interval, grain, rule, Anchor.CALENDAR, future=future)


def finer(sense: Sense, grain: Grain) -> Sense:
    """The same days, told to the hour or the part of the day."""
    return replace(sense, grain=grain, nominal=False) if sense.grain in (Grain.DAY, Grain.PART_OF_DAY) else sense
