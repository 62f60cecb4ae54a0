"""A room in which something was decided, so that every list of the API holds something."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient
from tests.conftest import Places

from rashomon.ledger import Ledger
from rashomon.pipeline import decide
from rashomon.records import Coding, Judgement, Review, Ruling, Verdict
from rashomon.web import Room, create_app

AT = datetime(2024, 6, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def decided(room: Room) -> None:
    """One pair judged, two pairs coded by two, one claim reviewed."""
    decide_something(room)


@pytest.fixture(scope="module")
def reading(examples_ledger: str, lasting_copied: Places) -> Iterator[Room]:
    """A room in which something was decided, for tests that only read."""
    made = Room(Ledger.open(lasting_copied(examples_ledger), create=False), "ada")
    decide_something(made)
    yield made
    made.close()


@pytest.fixture(scope="module")
def get(reading: Room) -> TestClient:
    """A program that reads."""
    return TestClient(create_app(reading), base_url="http://127.0.0.1/api/v1")


def a_pair(room: Room) -> tuple[str, str]:
    """Two mentions of different incidents, the lesser id first; whatever the linker is sure of."""
    founding = [room.ledger.incident(row.id).incident.mentions[0] for row in room.ledger.incidents()[:2]]
    left, right = sorted(founding)
    return left, right


def decide_something(room: Room) -> None:
    """The decisions."""
    left, right = a_pair(room)
    for coder in ("ben", "cato"):
        room.ledger.code(Coding(left, right, Verdict.SAME, coder, AT, "coded"))
    judgement = Judgement(left, right, Verdict.UNSURE, "edda", AT, "cannot tell")
    decide(room.ledger, judgement, keeper=room.keeper)
    mention = next(one for reading in room.ledger.readings() for one in reading.mentions if one.claims)
    review = Review(mention.id, mention.claims[0], Ruling.ACCEPTED, "edda", AT, "seen")
    decide(room.ledger, review, keeper=room.keeper)
