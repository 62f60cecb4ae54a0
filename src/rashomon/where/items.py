"""One place expression while it is being made: which characters, what place, by which rule."""

from dataclasses import dataclass

from rashomon.records import Parse, Place, PlaceExpression, Span


@dataclass(slots=True)
class Item:
    """Characters `start` to `end` are the whole expression, `name_start` to `name_end` the toponym alone.

    sentence: index of its sentence. covered: swallowed by a longer expression ("Iraq" in "the Iraq-Syria border").
    """

    start: int
    end: int
    name_start: int
    name_end: int
    sentence: int
    place: Place | None
    rule: str
    adjective: bool = False
    covered: bool = False

    def expression(self, parse: Parse) -> PlaceExpression:
        """The finished record."""
        return PlaceExpression(
            Span.of(parse.text, self.start, self.end),
            Span.of(parse.text, self.name_start, self.name_end),
            self.place,
            self.rule,
            self.adjective,
        )
