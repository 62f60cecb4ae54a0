"""What comes out of ingesting: reports with what was noted of them, and inputs passed over, with the reason."""

from dataclasses import dataclass
from enum import StrEnum

from rashomon.errors import BadInput
from rashomon.records import Report


class Trouble(StrEnum):
    """What was wrong with an input, or odd about it."""

    # The input was passed over.
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    BINARY = "binary"
    TOO_LONG = "too long"
    TRUNCATED = "truncated"
    MALFORMED = "malformed"
    NO_TEXT = "no text"
    LANGUAGE = "another language"
    DUPLICATE = "duplicate"
    OTHER_KIND = "another kind of file"
    # The report was read, and something of it was not taken as it stood.
    BAD_DATE = "impossible date"
    FUTURE_DATE = "future date"
    NO_DATE = "no date"
    NO_TITLE = "no title"
    DECODED = "not UTF-8"
    CLEANED = "cleaned"
    REVISION = "revision"


# Nothing of the giver's is lost by these, so that they leave the exit status at 0.
HARMLESS = frozenset(
    {
        Trouble.DUPLICATE,
        Trouble.OTHER_KIND,
        Trouble.NO_DATE,
        Trouble.NO_TITLE,
        Trouble.DECODED,
        Trouble.CLEANED,
        Trouble.REVISION,
    }
)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a report came from: `reports.jsonl:12`.

    path: as given by the user, "-" for standard input. line: counted from 1, None where the whole file is one report.
    """

    path: str
    line: int | None = None

    def __str__(self) -> str:
        return self.path if self.line is None else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a person should know of a report that was read all the same.

    sentence: what it was, with which value, and what to do.
    """

    trouble: Trouble
    sentence: str

    @property
    def harmless(self) -> bool:
        """True where nothing of the input was left unused."""
        return self.trouble in HARMLESS


@dataclass(frozen=True, slots=True)
class Rejection:
    """An input that was passed over: where it stood, what was wrong with it, and what to do next."""

    source: Source
    trouble: Trouble
    sentence: str

    @property
    def harmless(self) -> bool:
        """True where nothing of the input is lost: the same report twice, a picture beside the reports."""
        return self.trouble in HARMLESS

    def __str__(self) -> str:
        return f"{self.source}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Ingested:
    """A report, where it came from, and what was noted of it on the way."""

    report: Report
    source: Source
    notes: tuple[Note, ...] = ()


class Refused(BadInput):
    """An input that cannot become a report; the caller turns it into a `Rejection`."""

    def __init__(self, trouble: Trouble, sentence: str) -> None:
        super().__init__(sentence)
        self.trouble = trouble
        self.sentence = sentence
