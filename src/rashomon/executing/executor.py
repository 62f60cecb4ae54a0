"""What every executor does, and the simplest one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, TypeVar

from rashomon.records import Reading, Report

T = TypeVar("T")
Work = Callable[[Report], Reading]
CHUNK = 8  # reports handed over at once
IN_HAND = 100_000  # characters of reports between two stages at once, from one report on: parses take memory


@dataclass(frozen=True, slots=True)
class Stages(Generic[T]):
    """Work in two stages, of which each is done for some reports in a row.

    What a stage has in the processor's caches then serves them all: parse and rest by turns take a sixteenth more time.
    A report's reading is the same either way.
    """

    first: Callable[[Report], T]
    then: Callable[[Report, T], Reading]

    def __call__(self, report: Report) -> Reading:
        """Both stages of one report."""
        return self.then(report, self.first(report))


@dataclass(frozen=True, slots=True)
class Outcome:
    """A report with its reading; reading is None where it could not be read, and `failed` says why."""

    report: Report
    reading: Reading | None
    failed: str = ""


Executor = Callable[[Work, Iterable[Report]], Iterator[Outcome]]


def in_process(work: Work, reports: Iterable[Report]) -> Iterator[Outcome]:
    """One report after another, in this process; a few are taken in before the first comes out."""
    for some in chunked(reports):
        yield from _outcomes(work, some)


def attempts(work: Work, reports: Sequence[Report]) -> list[Outcome]:
    """The outcomes of some reports, whatever goes wrong in one of them; what a worker does."""
    return list(_outcomes(work, reports))


def _outcomes(work: Work, reports: Sequence[Report]) -> Iterator[Outcome]:
    if not isinstance(work, Stages):
        yield from (Outcome(report, *_tried(work, report)) for report in reports)
        return
    begun: list[tuple[Report, Any, str]] = []
    for n, report in enumerate(reports):
        begun.append((report, *_tried(work.first, report)))
        if n + 1 == len(reports) or sum(len(one.text) for one, *_ in begun) >= IN_HAND:
            for one, half, failed in begun:
                yield Outcome(one, None, failed) if failed else Outcome(one, *_tried(work.then, one, half))
            begun.clear()


def _tried(work: Callable[..., T], *given: Any) -> tuple[T | None, str]:
    """What it gives, and why it gives None: an error in one text must not keep the others out."""
    try:
        return work(*given), ""
    except Exception as error:  # noqa: BLE001 (named in the outcome, and so by the build)
        return None, f"the reader failed on it ({type(error).__name__}: {error}): please report this"


def chunked(items: Iterable[T], size: int = CHUNK) -> Iterator[tuple[T, ...]]:
    """The items in runs of `size`, the last one shorter."""
    coming = iter(items)
    while some := tuple(islice(coming, size)):
        yield some
