"""When: intervals of days, and the words that tell them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rashomon.records.span import Span


class Grain(StrEnum):
    """How precisely words tell a time."""

    HOUR = "hour"
    PART_OF_DAY = "part of day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    LONGER = "longer"


class Anchor(StrEnum):
    """What words for a time are counted from."""

    CALENDAR = "calendar"  # "25 August 2019": from nothing
    PUBLICATION = "publication"  # "on Sunday", "last week"
    EVENT = "event"  # "hours later", "the next day": from the incident told before; see TimeExpression.shift


@dataclass(frozen=True, slots=True)
class Interval:
    """The local days from `first` to `last`, both inclusive, between which something happened.

    "On Sunday" is one day, "overnight" two, "earlier this month" the month up to the report's day.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"interval runs backwards: {self.first} to {self.last}")

    @property
    def days(self) -> int:
        """How many days it spans; 1 for a single day."""
        return (self.last - self.first).days + 1

    @property
    def time_precision(self) -> int:
        """ACLED's time_precision: 1 a day is known, 2 a week, 3 a month or less precise."""
        return 1 if self.days <= 2 else 2 if self.days <= 8 else 3

    @property
    def date_prec(self) -> int:
        """UCDP's date_prec: 1 the day, 2 two to six days, 3 a week, 4 up to a month, 5 up to a year or more."""
        return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if self.days <= most), 5)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words for a time, and the days they mean.

    interval: None where they cannot be resolved: counted from an incident (anchor EVENT), or from a publication day
    that is not known. Then `relative` says what is known, for people ("Sunday, of an unknown week").
    shift: for anchor EVENT, the days to add to that incident's day, earliest and latest ((0, 1) for "hours later").
    period: True for a stretch over which things are counted ("since Wednesday"), False for one happening.
    future: True where the words point past the publication day ("will ... on Sunday").
    rule: the name of the rule that resolved it ("nearest past weekday").
    """

    span: Span
    interval: Interval | None
    grain: Grain
    anchor: Anchor
    rule: str
    relative: str | None = None
    shift: tuple[int, int] | None = None
    period: bool = False
    future: bool = False
