"""The reading room: the ledger as web pages that people decide from, and an API that does all that the pages do."""

from rashomon.web.app import create_app
from rashomon.web.room import Room

__all__ = ["Room", "create_app"]
