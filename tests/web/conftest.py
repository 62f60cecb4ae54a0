"""A room over the examples: one ledger for the run, a copy of it for each test that decides."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.conftest import Places
from typer.testing import CliRunner

from rashomon.cli.app import app
from rashomon.ledger import Ledger
from rashomon.web import Room, create_app

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="session")
def examples_ledger(lasting_places: Places) -> str:
    """The ledger of the examples; only to be copied."""
    location = lasting_places("web")
    CliRunner().invoke(app, ["build", str(EXAMPLES), "--ledger", location])
    return location


@pytest.fixture
def room(examples_ledger: str, copied: Places) -> Iterator[Room]:
    """A room over a ledger of its own, in which ada decides."""
    made = Room(Ledger.open(copied(examples_ledger), create=False), "ada")
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
