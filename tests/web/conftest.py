"""A room over the examples: one ledger for the run, a copy of it for each test that decides."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from rashomon.cli.app import app
from rashomon.ledger import Ledger
from rashomon.web import Room, create_app

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="session")
def examples_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the examples; only to be copied."""
    path = tmp_path_factory.mktemp("examples") / "examples.db"
    CliRunner().invoke(app, ["build", str(EXAMPLES), "--ledger", str(path)])
    return path


@pytest.fixture
def room(examples_ledger: Path, tmp_path: Path) -> Iterator[Room]:
    """A room over a ledger of its own, in which ada decides."""
    path = tmp_path / "room.db"
    shutil.copy(examples_ledger, path)
    made = Room(Ledger.open(str(path), create=False), "ada")
    yield made
    made.close()


@pytest.fixture
def client(room: Room) -> Iterator[TestClient]:
    """A browser without scripts."""
    yield TestClient(create_app(room), base_url="http://127.0.0.1")


@pytest.fixture
def most_told(room: Room) -> str:
    """The id of the incident that most reports tell of."""
    return max(room.ledger.incidents(), key=lambda row: (row.reports, row.id)).id
