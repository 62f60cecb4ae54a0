"""Every executor gives the same outcomes, and loses no report but one that kills its reader."""

import logging
import os
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from rashomon.executing import Executor, Stages, in_process, on_ray, pool
from rashomon.executing.executor import IN_HAND
from rashomon.records import Reading, Report

REPORTS = [Report(f"r-{number:03}", f"text {number}") for number in range(61)]


def reading(report: Report) -> Reading:
    return Reading(report.id, report.digest, "test")


def deadly(report: Report) -> Reading:
    """Kills its process on one report, fails on another."""
    if report.id == "r-017":
        os.kill(os.getpid(), signal.SIGKILL)
    if report.id == "r-040":
        raise ValueError("no verb")
    return reading(report)


def killed_once(report: Report) -> Reading:
    """As when the machine kills a worker that reads a harmless report."""
    mark = Path(os.environ["RASHOMON_TEST_MARK"])
    if report.id == "r-030" and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return reading(report)


@pytest.fixture(scope="module", autouse=True)
def importable() -> Iterator[None]:
    """Workers import the functions of this module by its name."""
    root = str(Path(__file__).resolve().parents[2])
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(root)
        patch.setenv("PYTHONPATH", root, prepend=os.pathsep)
        yield


@pytest.fixture(scope="module")
def ray_executor(importable: None) -> Iterator[Executor]:
    """Ray on this machine, started for these tests."""
    import ray

    ray.shutdown()  # of another test of this process
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    yield on_ray()
    ray.shutdown()


@pytest.fixture(params=["in process", "pool", "ray"])
def executor(request: pytest.FixtureRequest) -> Executor:
    if request.param == "ray":
        found: Executor = request.getfixturevalue("ray_executor")
        return found
    return in_process if request.param == "in process" else pool(2)


def test_every_report_has_its_outcome_in_order(executor: Executor) -> None:
    found = list(executor(reading, REPORTS))
    assert [(one.report, one.reading) for one in found] == [(report, reading(report)) for report in REPORTS]


def half(reports: Sequence[Report]) -> list[str]:
    """A first stage that fails on one report, and on all that it is given with."""
    if any(report.id == "r-011" for report in reports):
        raise ValueError("no first half")
    return [report.id.upper() for report in reports]


def whole(report: Report, begun: str) -> Reading:
    """A second stage that fails on another."""
    if begun == "R-012":
        raise ValueError("no second half")
    return Reading(report.id, report.digest, begun)


def test_work_in_stages_gives_each_report_its_own_outcome(executor: Executor) -> None:
    """In order, and one that fails in either stage takes no other with it."""
    found = list(executor(Stages(half, whole), REPORTS))
    assert [one.report for one in found] == REPORTS
    failed = {one.report.id: one.failed for one in found if one.reading is None}
    assert sorted(failed) == ["r-011", "r-012"]
    assert "no first half" in failed["r-011"]
    assert "no second half" in failed["r-012"]
    assert all(one.reading.reader == one.report.id.upper() for one in found if one.reading)


def test_long_reports_wait_alone_between_two_stages() -> None:
    """What the first stage makes of a long text takes memory: no two are held at once."""
    waiting, most = set[str](), 0

    def first(reports: Sequence[Report]) -> list[None]:
        nonlocal most
        waiting.update(report.id for report in reports)
        most = max(most, len(waiting))
        return [None] * len(reports)

    def then(report: Report, _: None) -> Reading:
        waiting.remove(report.id)
        return reading(report)

    long = [Report(f"l-{number}", "x" * IN_HAND + str(number)) for number in range(9)]
    assert [one.report for one in in_process(Stages(first, then), long)] == long
    assert most == 1


def test_no_reports_give_no_outcomes(executor: Executor) -> None:
    assert list(executor(reading, [])) == []


@pytest.mark.parametrize("executor", ["pool", "ray"], indirect=True)
def test_a_report_that_kills_its_reader_is_the_only_one_lost_and_is_named(executor: Executor) -> None:
    found = list(executor(deadly, REPORTS))
    assert [one.report for one in found] == REPORTS
    lost = {one.report.id: one.failed for one in found if one.reading is None}
    assert set(lost) == {"r-017", "r-040"}
    assert "killed the process" in lost["r-017"] and "ValueError: no verb" in lost["r-040"]


@pytest.mark.parametrize("executor", ["pool", "ray"], indirect=True)
def test_a_killed_worker_loses_nothing(executor: Executor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_TEST_MARK", str(tmp_path / "mark"))
    found = list(executor(killed_once_at(tmp_path / "mark"), REPORTS))
    assert [one.reading for one in found] == [reading(report) for report in REPORTS]


class killed_once_at:  # noqa: N801 (stands for a function that a worker can be sent)
    """`killed_once` with its mark, since workers of a running cluster do not see a variable that is set later."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __call__(self, report: Report) -> Reading:
        os.environ["RASHOMON_TEST_MARK"] = str(self.mark)
        return killed_once(report)
