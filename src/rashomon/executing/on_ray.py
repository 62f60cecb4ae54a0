"""Ray tasks, on one machine or a cluster. A task whose worker is killed is run again; a report that kills every worker
that reads it is named."""

import logging
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from rashomon.errors import MissingResource, Unavailable
from rashomon.executing.executor import Executor, Outcome, Work, attempts, chunked
from rashomon.executing.pool import KILLED
from rashomon.records import Report

RETRIES = 2  # of a task whose worker or node is lost
_AHEAD = 4  # tasks handed out for each core of the cluster


def on_ray(address: str | None = None) -> Executor:
    """An executor on the cluster at this address ("ray://head:10001", "auto"); None starts one on this machine.

    Every node needs this version of rashomon. Raises MissingResource where Ray is not installed, Unavailable where the
    cluster cannot be reached.
    """
    try:
        import ray
    except ImportError as error:
        raise MissingResource("Ray is not installed: pip install 'rashomon[ray]'") from error
    if not ray.is_initialized():
        try:
            ray.init(address=address, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
        except (ConnectionError, RuntimeError, ValueError) as error:
            raise Unavailable(f"no Ray cluster at {address}: {error}; start one with `ray start --head`") from error

    def run(work: Work, reports: Iterable[Report]) -> Iterator[Outcome]:
        task = ray.remote(max_retries=RETRIES)(attempts)
        cores = ray.cluster_resources().get("CPU", 1)  # type: ignore[no-untyped-call]
        most = max(1, int(cores)) * _AHEAD
        chunks = chunked(reports)
        pending: deque[tuple[tuple[Report, ...], Any]] = deque()
        while True:
            while len(pending) < most and (chunk := next(chunks, None)):
                pending.append((chunk, task.remote(work, chunk)))
            if not pending:
                return
            chunk, reference = pending.popleft()
            try:
                yield from ray.get(reference)
            except (ray.exceptions.RaySystemError, ray.exceptions.WorkerCrashedError):
                yield from (_alone(task, work, report) for report in chunk)

    def _alone(task: Any, work: Work, report: Report) -> Outcome:
        try:
            found: Outcome = ray.get(task.remote(work, (report,)))[0]
        except (ray.exceptions.RaySystemError, ray.exceptions.WorkerCrashedError):
            return Outcome(report, None, KILLED)
        return found

    return run
