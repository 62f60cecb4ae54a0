"""The small ledger made by hand."""

from tests.by_hand import small_ledger

__all__ = ["small_ledger"]
