"""What every executor does, and the simplest one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from rashomon.records import Reading, Report

T = TypeVar("T")
Work = Callable[[Report], Reading]
CHUNK = 8  # reports handed over at once


@dataclass(frozen=True, slots=True)
class Outcome:
    """A report with its reading; reading is None where it could not be read, and `failed` says why."""

    report: Report
    reading: Reading | None
    failed: str = ""


Executor = Callable[[Work, Iterable[Report]], Iterator[Outcome]]


def in_process(work: Work, reports: Iterable[Report]) -> Iterator[Outcome]:
    """One report after another, in this process."""
    return (attempt(work, report) for report in reports)


def attempt(work: Work, report: Report) -> Outcome:
    """The outcome of one report, whatever goes wrong in it: an error in one text must not keep the others out."""
    try:
        return Outcome(report, work(report))
    except Exception as error:  # noqa: BLE001 (named in the outcome, and so by the build)
        return Outcome(report, None, f"the reader failed on it ({type(error).__name__}: {error}): please report this")


def attempts(work: Work, reports: Sequence[Report]) -> list[Outcome]:
    """The outcomes of some reports; what a worker does."""
    return [attempt(work, report) for report in reports]


def chunked(items: Iterable[T], size: int = CHUNK) -> Iterator[tuple[T, ...]]:
    """The items in runs of `size`, the last one shorter."""
    coming = iter(items)
    while some := tuple(islice(coming, size)):
        yield some
