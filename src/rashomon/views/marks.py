"""A report's text with every span that was read from it marked by kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from rashomon.records import Claim, Mention, Reading, Series, Span


class MarkKind(StrEnum):
    """What marked words were read as."""

    INCIDENT = "incident"
    CLAIM = "claim"
    SPEAKER = "speaker"
    WHEN = "when"
    WHERE = "where"
    ACTOR = "actor"
    MEANS = "means"
    VICTIMS = "victims"
    TARGET = "target"
    SERIES = "series"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the text and what they were read as.

    mention: the mention's number in the reading, from 1; None for a series. claim: the claim's number in its mention.
    """

    span: Span
    kind: MarkKind
    mention: int | None = None
    claim: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between two borders of marks, and all marks that cover them, widest first; none for plain text."""

    words: str
    marks: tuple[Mark, ...] = ()


def marks_of(reading: Reading) -> tuple[Mark, ...]:
    """Every span of a reading, in the order of the text, of those that begin together the longest first."""
    marks: list[Mark] = []
    for number, mention in enumerate(reading.mentions, 1):
        marks.extend(_marks_of_mention(mention, number))
    for series in reading.series:
        marks.extend(_marks_of_series(series))
    order = list(MarkKind)
    unique = dict.fromkeys(marks)
    return tuple(sorted(unique, key=lambda mark: (mark.span.start, -mark.span.end, order.index(mark.kind))))


def pieces(text: str, marks: tuple[Mark, ...]) -> Iterator[Piece]:
    """The whole text cut at every border of a mark: joined together again the words are the text.

    marks: as `marks_of` gives them; those that do not fit the text are left out, as they are no evidence.
    """
    fitting = [mark for mark in marks if mark.span.fits(text)]
    starts: dict[int, list[Mark]] = {}
    for mark in fitting:
        starts.setdefault(mark.span.start, []).append(mark)
    borders = sorted({0, len(text), *starts, *(mark.span.end for mark in fitting)})
    open_marks: list[Mark] = []
    for start, end in pairwise(borders):
        open_marks = [mark for mark in open_marks if mark.span.end > start] + starts.get(start, [])
        yield Piece(text[start:end], tuple(open_marks))


def _marks_of_mention(mention: Mention, number: int) -> Iterator[Mark]:
    yield Mark(mention.span, MarkKind.INCIDENT, number)
    yield from (Mark(means.span, MarkKind.MEANS, number) for means in mention.means)
    if mention.when:
        yield Mark(mention.when.span, MarkKind.WHEN, number)
    if mention.when_relative:
        yield Mark(mention.when_relative.span, MarkKind.WHEN, number)
    if mention.where:
        yield Mark(mention.where.span, MarkKind.WHERE, number)
    yield from (Mark(target, MarkKind.TARGET, number) for target in mention.targets)
    for at, claim in enumerate(mention.claims, 1):
        yield from _marks_of_claim(claim, number, at)


def _marks_of_claim(claim: Claim, number: int, at: int) -> Iterator[Mark]:
    yield Mark(claim.span, MarkKind.CLAIM, number, at)
    yield from (Mark(speaker.span, MarkKind.SPEAKER, number, at) for speaker in claim.speakers)
    if claim.who:
        yield Mark(claim.who, MarkKind.VICTIMS, number, at)
    if claim.actor:
        yield Mark(claim.actor.span, MarkKind.ACTOR, number, at)


def _marks_of_series(series: Series) -> Iterator[Mark]:
    yield Mark(series.span, MarkKind.SERIES)
    if series.when:
        yield Mark(series.when.span, MarkKind.WHEN)
    if series.where:
        yield Mark(series.where.span, MarkKind.WHERE)
    if series.actor:
        yield Mark(series.actor.span, MarkKind.ACTOR)
    yield from (Mark(speaker.span, MarkKind.SPEAKER) for speaker in series.speakers)
