"""What can be set from outside, by environment variables."""

import os

LEDGER_VARIABLE = "RASHOMON_LEDGER"
DEFAULT_LEDGER = "rashomon.db"


def ledger_location() -> str:
    """Where the ledger is: `$RASHOMON_LEDGER`, else `rashomon.db` in the current folder."""
    return os.environ.get(LEDGER_VARIABLE) or DEFAULT_LEDGER
