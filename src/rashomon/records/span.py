"""Words of a report, by their place in it.

Invariant: a span made by `Span.of` holds `text[start:end] == quote`. `Span.fits` checks it again wherever a span
is written. A span that does not fit is never evidence.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words in one report's text: half-open character offsets and the words themselves.

    `Span(0, 12, "Drone strike")` says that the report's text begins with "Drone strike".
    Offsets count Unicode code points of `Report.text`.
    """

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """The span of `text[start:end]`; raises ValueError where that is empty or outside the text."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"span {start}:{end} does not lie in a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def fits(self, text: str) -> bool:
        """True where the quote stands in `text` at exactly these offsets."""
        return 0 <= self.start < self.end and text[self.start : self.end] == self.quote

    def overlaps(self, other: "Span") -> bool:
        """True where the two spans of one text share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """True where the other span of the same text lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start
