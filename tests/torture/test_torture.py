"""The short form of the fault harness; `make torture` runs the long one."""

import os
import random
import resource
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.cluster import Cluster
from tests.torture.harness import Tally, check, count_entries, gather, kill_many, start

from rashomon.ledger import Ledger

SEED = 20240306


@pytest.fixture
def new_location(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Gives places for new ledgers, in files or in the suite's PostgreSQL."""
    made: list[str] = []
    on_files = os.environ.get("RASHOMON_TEST_DATABASE", "sqlite") == "sqlite"
    cluster: Cluster | None = None if on_files else request.getfixturevalue("cluster")

    def new() -> str:
        made.append(cluster.create_database() if cluster else str(tmp_path / f"{len(made)}.db"))
        return made[-1]

    yield new
    if cluster:
        for url in made:
            cluster.drop_database(url)


def test_a_kill_at_any_moment_loses_nothing(new_location: Callable[[], str]) -> None:
    tally = Tally()
    kill_many(24, SEED, new_location, tally, rounds=6)
    print(f"seed {SEED}: {tally}")
    assert tally.clean, tally.notes
    assert tally.acknowledged > 0


def _one_megabyte() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    location, tally, acknowledged = str(tmp_path / "full.db"), Tally(), set[str]()
    child = start(location, SEED, _one_megabyte)
    os.waitpid(child.pid, 0)
    gather([child], tally, acknowledged)
    assert tally.unavailable == 1
    check(location, tally, acknowledged)
    assert tally.clean, tally.notes
    before = count_entries(location)
    assert before > 10
    with Ledger.open(location) as ledger:
        assert len(list(ledger.reports())) > 5


def test_a_ledger_file_taken_away_is_said(tmp_path: Path) -> None:
    location, tally, acknowledged = tmp_path / "gone.db", Tally(), set[str]()
    Ledger.open(str(location)).close()
    child = start(str(location), SEED)
    draw = random.Random(SEED)  # noqa: S311
    for line in iter(lambda: os.read(child.pipe, 200), b""):
        if draw.random() < 0.1 and b"E" in line:
            break
    location.rename(tmp_path / "elsewhere.db")
    os.waitpid(child.pid, 0)
    gather([child], tally, acknowledged)
    assert tally.unavailable == 1
    assert not tally.broken, tally.notes
