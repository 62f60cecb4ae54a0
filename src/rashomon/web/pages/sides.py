"""Mentions with the words around them, as the queue and blind coding show them side by side."""

from dataclasses import dataclass

from rashomon.records import Span
from rashomon.views import Asked, Told

AROUND = 420  # characters of the report on either side of the words


@dataclass(frozen=True, slots=True)
class Side:
    """One mention, with words of it where they stand in the report."""

    told: Told
    words: str
    before: str
    after: str


def sides(asked: Asked) -> tuple[Side, Side]:
    """The two mentions of a pair with the words around them."""
    return side(asked.left), side(asked.right)


def side(told: Told, span: Span | None = None) -> Side:
    """A mention with the words around it, or around some words of its report."""
    text, span = told.report.text, span or told.mention.span
    before, after = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    if before:
        before = text.find(" ", before, span.start) + 1 or before
    if after < len(text):
        after = max(text.rfind(" ", span.end, after), span.end)
    return Side(
        told,
        span.quote,
        ("… " if before else "") + text[before : span.start],
        text[span.end : after] + (" …" if after < len(text) else ""),
    )
