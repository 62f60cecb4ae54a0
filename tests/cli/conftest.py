"""The small ledger made by hand, and consoles of one width."""

from collections.abc import Iterator

import pytest
from tests.by_hand import small_ledger

from rashomon.cli import screen

__all__ = ["small_ledger"]


@pytest.fixture(autouse=True)
def one_width(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A hundred columns, whichever test made the consoles before."""
    monkeypatch.setenv("COLUMNS", "100")
    for console in (screen.out, screen.err):
        console.cache_clear()
    yield
    for console in (screen.out, screen.err):
        console.cache_clear()
