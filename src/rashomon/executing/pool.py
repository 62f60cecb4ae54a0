"""A pool of processes. A report whose worker dies is read once more alone; where it kills that one too, it is named."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from rashomon.executing.executor import Executor, Outcome, Work, attempts, chunked
from rashomon.records import Report

KILLED = "its reading killed the process that read it (out of memory, or a crash in a library)"
_AHEAD = 3  # chunks handed out for each worker, so that none waits
_Chunk = tuple[Report, ...]
_Pending = deque[tuple[_Chunk, "Future[list[Outcome]]"]]


def pool(workers: int) -> Executor:
    """An executor with so many processes. They start on first use: each loads the reader, which takes seconds."""

    def run(work: Work, reports: Iterable[Report]) -> Iterator[Outcome]:
        chunks = chunked(reports)
        processes = _started(workers)
        pending: _Pending = deque()
        try:
            while True:
                lost = _fill(processes, work, chunks, pending, workers * _AHEAD)
                if not lost and not pending:
                    return
                try:
                    if not lost:
                        yield from pending[0][1].result()
                        pending.popleft()
                        continue
                except BrokenProcessPool:
                    pass
                # Whoever broke it is among those handed out: they are read one at a time.
                lost = [*(chunk for chunk, _ in pending), *lost]
                pending.clear()
                processes.shutdown(wait=False, cancel_futures=True)
                yield from _one_by_one(work, [report for chunk in lost for report in chunk])
                processes = _started(workers)
        finally:
            processes.shutdown(wait=False, cancel_futures=True)

    return run


def _started(workers: int) -> ProcessPoolExecutor:
    # Spawned, not forked: a forked copy of a process that holds a database or threads cannot be trusted.
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))


def _fill(
    processes: ProcessPoolExecutor, work: Work, chunks: Iterator[_Chunk], pending: _Pending, most: int
) -> list[_Chunk]:
    """Hands out chunks up to `most`; gives the one that a broken pool would not take."""
    while len(pending) < most:
        chunk = next(chunks, None)
        if chunk is None:
            break
        try:
            pending.append((chunk, processes.submit(attempts, work, chunk)))
        except BrokenProcessPool:
            return [chunk]
    return []


def _one_by_one(work: Work, reports: Sequence[Report]) -> Iterator[Outcome]:
    """Reports in one process, one at a time: whichever is in it when it dies has killed it."""
    process = _started(1)
    try:
        for report in reports:
            try:
                yield process.submit(attempts, work, (report,)).result()[0]
            except BrokenProcessPool:
                process.shutdown(wait=False)
                process = _started(1)
                yield Outcome(report, None, KILLED)
    finally:
        process.shutdown(wait=False, cancel_futures=True)
