"""The small ledger made by hand, and consoles of one width."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.by_hand import small_ledger

from rashomon.cli import screen
from rashomon.ledger import Ledger, copy_ledger

__all__ = ["small_ledger"]


@pytest.fixture
def small_file(small_ledger: Ledger, tmp_path: Path) -> Iterator[Ledger]:
    """The small ledger in a file, whichever database the suite runs on: for what is told of files."""
    with Ledger.open(str(tmp_path / "in-a-file.db")) as made:
        copy_ledger(small_ledger, made)
        yield made


@pytest.fixture(autouse=True)
def one_width(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A hundred columns, whichever test made the consoles before."""
    monkeypatch.setenv("COLUMNS", "100")
    for console in (screen.out, screen.err):
        console.cache_clear()
    yield
    for console in (screen.out, screen.err):
        console.cache_clear()
