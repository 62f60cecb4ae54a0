"""Every time that a report tells, in the order of its text.

Invariant: the expressions do not overlap, and every span holds the words that were read. Reading is one pass over the
words; no rule looks further than a few words, so its cost grows with the length of the text and not faster.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from rashomon.records import Anchor, Grain, Span, TimeExpression
from rashomon.when import calendar
from rashomon.when.context import counted_over, future_governs
from rashomon.when.grammar import begins, expression
from rashomon.when.lexer import Lexeme, lex
from rashomon.when.numeric import writes_day_first
from rashomon.when.sense import Frame, Sense

_NEAREST = ("nearest past month",)
_COUNTABLE = (Grain.WEEK, Grain.MONTH, Grain.YEAR, Grain.SEASON)


def find_times(text: str, published: date | None) -> tuple[TimeExpression, ...]:
    """The times told in `text`, resolved against the day the report was published.

    `find_times("Six died on Sunday.", date(2019, 8, 27))` gives one expression, "Sunday", 25 August 2019 alone.

    published: None where the day is not known; dates of the calendar resolve all the same, and what is counted from
    the report's day keeps interval None and says in `relative` what is known ("Sunday, of an unknown week").
    Words counted from a happening told before ("hours later") have anchor EVENT: see `shifted`.
    A stretch that holds the report's day is cut there, because what is told has happened; `future` marks the others.
    """
    words = lex(text)
    frame = Frame(published, day_first=writes_day_first(words))
    read = list(_read(words, frame))
    return tuple(
        _bound(text, words, one[0], one[1], _of_the_year(words, read[n - 1] if n else None, one), frame)
        for n, one in enumerate(read)
    )


def _of_the_year(words: Sequence[Lexeme], before: tuple[int, int, Sense] | None, one: tuple[int, int, Sense]) -> Sense:
    """The meaning of a month of a year told just before it: "Last year, in March"."""
    start, _, sense = one
    if before is None or sense.rule not in _NEAREST or sense.interval is None:
        return sense
    _, end, year = before
    between = [word.lower for word in words[end:start]]
    if year.grain is not Grain.YEAR or year.interval is None or not set(between) <= {",", "in", "on", "early", "late"}:
        return sense
    if "," not in between and "in" not in between and "on" not in between:
        return sense
    moved = calendar.month_of(year.interval.first.year, sense.interval.first.month)
    return replace(sense, interval=moved, rule="month of the year told before") if moved else sense


def _read(words: Sequence[Lexeme], frame: Frame) -> Iterator[tuple[int, int, Sense]]:
    """Index of the first word, index after the last word, and meaning of each time."""
    i = 0
    ahead = replace(frame, future=True)
    while i < len(words):
        found = expression(words, i, frame) if begins(words[i]) else None
        if not found or found[0] <= i:
            i += 1
            continue
        if found[1].anchor is not Anchor.EVENT and future_governs(words, i, found[0]):
            found = expression(words, i, ahead) or found
        start = _without_opener(words, i, found[1])
        yield start, found[0], found[1]
        i = found[0]


def _without_opener(words: Sequence[Lexeme], i: int, sense: Sense) -> int:
    """The first word that belongs to the time: "since" and "between" do, "in" and "at" do not."""
    return i + 1 if words[i].lower in ("in", "at") and sense.shift is not None else i


def _bound(text: str, words: Sequence[Lexeme], start: int, end: int, sense: Sense, frame: Frame) -> TimeExpression:
    """The expression that the words from `start` to `end` are, cut at the report's day."""
    interval = sense.interval
    if interval and frame.published and not (sense.future or frame.future):
        whole = sense.nominal or sense.grain in (*_COUNTABLE, Grain.LONGER) or sense.rule == "nearest weekend"
        interval = calendar.until(interval, frame.published) if whole else interval
    counted = sense.grain in _COUNTABLE and sense.nominal and counted_over(words, start)
    return TimeExpression(
        span=Span.of(text, words[start].start, words[end - 1].end),
        interval=interval,
        grain=sense.grain,
        anchor=sense.anchor,
        rule=sense.rule,
        relative=sense.relative if interval is None else None,
        shift=sense.shift,
        period=sense.period or counted,
        future=sense.future,
    )
