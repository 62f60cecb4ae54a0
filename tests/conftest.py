"""Which database the suite runs on.

RASHOMON_TEST_DATABASE: unset or "sqlite" for files; "postgresql" for a cluster of our own, started for the run and
stopped after it. Every test that opens a ledger takes its place from here.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.cluster import Cluster, running

from rashomon.ledger import Ledger


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL cluster for the whole run; each worker has its own."""
    with running("fsync=off", "full_page_writes=off") as started:
        yield started


Places = Callable[[str], str]  # the place of a new ledger of this name; of the same name the same place


def on_postgresql() -> bool:
    """What RASHOMON_TEST_DATABASE asks for."""
    asked = os.environ.get("RASHOMON_TEST_DATABASE", "sqlite")
    if asked not in ("sqlite", "postgresql"):
        raise pytest.UsageError(f"RASHOMON_TEST_DATABASE is {asked!r}: give sqlite or postgresql")
    return asked == "postgresql"


def _places(request: pytest.FixtureRequest, folder: Path) -> Iterator[Places]:
    made: dict[str, str] = {}
    started: Cluster | None = request.getfixturevalue("cluster") if on_postgresql() else None

    def place(name: str) -> str:
        if name not in made:
            made[name] = started.create_database() if started else str(folder / f"{name}.db")
        return made[name]

    yield place
    if started:
        for url in made.values():
            started.drop_database(url)


@pytest.fixture
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Places]:
    """Places for the ledgers of one test."""
    yield from _places(request, tmp_path)


@pytest.fixture(scope="session")
def lasting_places(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    """Places for ledgers that many tests read; name them after the tests' module."""
    yield from _places(request, tmp_path_factory.mktemp("lasting"))


def _copies(request: pytest.FixtureRequest, folder: Path) -> Iterator[Places]:
    made: list[str] = []
    started: Cluster | None = request.getfixturevalue("cluster") if on_postgresql() else None

    def copy(source: str) -> str:
        if started:
            made.append(started.create_database(like=source))
        else:
            made.append(str(shutil.copy(source, folder / f"copy-{len(made)}.db")))
        return made[-1]

    yield copy
    if started:
        for url in made:
            started.drop_database(url)


@pytest.fixture
def copied(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Places]:
    """Gives the place of a copy of the ledger at a place, which nobody may have open."""
    yield from _copies(request, tmp_path)


@pytest.fixture(scope="session")
def lasting_copied(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    """The same, for copies that many tests read."""
    yield from _copies(request, tmp_path_factory.mktemp("copies"))


@pytest.fixture
def location(places: Places) -> str:
    """Where a test's ledger is."""
    return places("test")


@pytest.fixture
def database(location: str) -> str | None:
    """The URL of an empty database; None where the suite runs on files."""
    return location if on_postgresql() else None


@pytest.fixture
def ledger(location: str) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger.open(location) as opened:
        yield opened
