"""A fresh ledger for each test: in a file or, by RASHOMON_TEST_DATABASE, in PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.ledger import Ledger


@pytest.fixture
def location(tmp_path: Path, database: str | None) -> str:
    """Where a test's ledger is."""
    return database or str(tmp_path / "test.db")


@pytest.fixture
def ledger(location: str) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger.open(location) as opened:
        yield opened
