"""Which database the suite runs on.

RASHOMON_TEST_DATABASE: unset or "sqlite" for files; "postgresql" for a cluster of our own, started for the run and
stopped after it.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cluster import Cluster, running

from rashomon.ledger import Ledger


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL cluster for the whole run; each worker has its own."""
    with running("fsync=off", "full_page_writes=off") as started:
        yield started


@pytest.fixture
def database(request: pytest.FixtureRequest) -> Iterator[str | None]:
    """The URL of an empty database; None where the suite runs on files."""
    asked = os.environ.get("RASHOMON_TEST_DATABASE", "sqlite")
    if asked == "sqlite":
        yield None
        return
    if asked != "postgresql":
        raise pytest.UsageError(f"RASHOMON_TEST_DATABASE is {asked!r}: give sqlite or postgresql")
    started: Cluster = request.getfixturevalue("cluster")
    url = started.create_database()
    yield url
    started.drop_database(url)


@pytest.fixture
def location(tmp_path: Path, database: str | None) -> str:
    """Where a test's ledger is."""
    return database or str(tmp_path / "test.db")


@pytest.fixture
def ledger(location: str) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger.open(location) as opened:
        yield opened
