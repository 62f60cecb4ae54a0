"""Accounts of an empty ledger on either database, with a clock that a test moves, and cheap hashing."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from rashomon.web.accounts import Accounts, hashing


class Clock:
    """A moment that stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = datetime(2024, 5, 14, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def on(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(autouse=True)
def cheap_hashing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A millisecond a password: the real costs are tested once."""
    monkeypatch.setattr(hashing, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    hashing._nobodys.cache_clear()
    yield
    hashing._nobodys.cache_clear()


@pytest.fixture
def location(tmp_path: Path, database: str | None) -> str:
    """Where a test's ledger is, or would be: the accounts need none."""
    return database or str(tmp_path / "test.db")


@pytest.fixture
def accounts(location: str, clock: Clock) -> Iterator[Accounts]:
    with Accounts.open(location, clock) as opened:
        yield opened
