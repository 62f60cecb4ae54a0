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
    """Work in two stages, of which the first does some reports at once: parsing them together takes two thirds of the
    time of one by one. A report's reading is the same either way.

    first: gives one half for each report, in their order.
    """

    first: Callable[[Sequence[Report]], Sequence[T]]
    then: Callable[[Report, T], Reading]

    def __call__(self, report: Report) -> Reading:
        """Both stages of one report."""
        return self.then(report, self.first((report,))[0])


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
    for some in _in_hand(reports):
        halves, failed = _tried(work.first, some)
        if halves is None and len(some) > 1:  # one of them kept the others out: each by itself
            yield from (Outcome(report, *_tried(work, report)) for report in some)
        elif halves is None:
            yield Outcome(some[0], None, failed)
        else:
            yield from (Outcome(one, *_tried(work.then, one, half)) for one, half in zip(some, halves, strict=True))


def _in_hand(reports: Sequence[Report]) -> Iterator[list[Report]]:
    """The reports in runs that reach IN_HAND with their last one."""
    some: list[Report] = []
    for report in reports:
        some.append(report)
        if sum(len(one.text) for one in some) >= IN_HAND:
            yield some
            some = []
    if some:
        yield some


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
