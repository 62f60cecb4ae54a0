"""Quotation marks: which characters of a text stand inside a quotation.

Quotations are looked for paragraph by paragraph, in one pass. Where a mark is missing, a quotation that was opened
with a double mark runs to the end of its paragraph; a single mark without its pair is an apostrophe.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.records import Paragraph

_DOUBLE_OPEN = "“„«"
_DOUBLE_CLOSE = "”»"
_MARK = re.compile(r"''|``|[\"“”„«»]|['‘’]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Characters `start` to `end` (half-open) with their marks. depth: 0, or 1 within another quotation.

    closed: False where the closing mark is missing and the quotation runs to the end of its paragraph.
    """

    start: int
    end: int
    depth: int = 0
    closed: bool = True


def quotations(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Quotation, ...]:
    """The quotations of a text, by their beginning: `He said "we saw it"` has one, from the first mark to the last."""
    found: list[Quotation] = []
    for paragraph in paragraphs:
        found.extend(_in_paragraph(text, paragraph.start, paragraph.end))
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def _in_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    double: int | None = None
    single: int | None = None
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if mark in ("'", "‘", "’"):
            if single is None:
                if _opens(text, at, match.end(), start, end) and mark != "’":
                    single = at
            elif mark != "‘" and _closes(text, match.end(), end):
                found.append(Quotation(single, match.end(), depth=0 if double is None else 1))
                single = None
            continue
        if double is None:
            if mark not in _DOUBLE_CLOSE or mark == "»":
                double = at
                single = None
        elif mark not in _DOUBLE_OPEN or mark == "«":
            found.append(Quotation(double, match.end()))
            double = single = None
    if double is not None and end - double > 2:
        found.append(Quotation(double, end, closed=False))
    return found


def _opens(text: str, at: int, after: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    follows = text[after] if after < end else " "
    return not before.isalnum() and before not in ".,!?’'" and not follows.isspace() and not follows.isdigit()


def _closes(text: str, after: int, end: int) -> bool:
    """A single mark at a word's end closes, unless it is the plural's possessive before a noun."""
    return after >= end or not text[after].isalnum()


class Quoted:
    """Answers in logarithmic time whether a place of the text stands inside a quotation, and in which."""

    def __init__(self, found: Sequence[Quotation]) -> None:
        self.outer = [q for q in found if q.depth == 0]
        kept: list[Quotation] = []
        for q in self.outer:  # single marks that straddle a double quotation are no quotation
            if not kept or q.start >= kept[-1].end:
                kept.append(q)
        self.outer = kept
        self._starts = [q.start for q in kept]

    def at(self, offset: int) -> Quotation | None:
        """The outermost quotation that holds this character; None outside of quotations."""
        i = bisect_right(self._starts, offset) - 1
        if i >= 0 and offset < self.outer[i].end:
            return self.outer[i]
        return None

    def within(self, start: int, end: int) -> Iterator[Quotation]:
        """The outermost quotations that share a character with `start` to `end`."""
        i = max(0, bisect_right(self._starts, start) - 1)
        while i < len(self.outer) and self.outer[i].start < end:
            if self.outer[i].end > start:
                yield self.outer[i]
            i += 1

    def share(self, start: int, end: int) -> float:
        """The part, 0 to 1, of the characters `start` to `end` that stands in quotations."""
        i = max(0, bisect_right(self._starts, start) - 1)
        inside = 0
        while i < len(self.outer) and self.outer[i].start < end:
            inside += max(0, min(end, self.outer[i].end) - max(start, self.outer[i].start))
            i += 1
        return inside / max(1, end - start)
