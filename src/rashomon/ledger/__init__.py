"""The append-only ledger, on SQLite or PostgreSQL."""

from rashomon.ledger.columns import Columns, Rows, Spot, Words
from rashomon.ledger.history import Change
from rashomon.ledger.incidents import Folded, Unchecked
from rashomon.ledger.judging import Overtaken, Waiting
from rashomon.ledger.ledger import Ledger
from rashomon.ledger.moving import as_of, as_published, copy_ledger, read_bundle, write_bundle
from rashomon.ledger.query import PIN_KM, IncidentQuery, IncidentRow
from rashomon.ledger.reports import Addition
from rashomon.ledger.reviewing import Reviewed, claim_id
from rashomon.ledger.selecting import Selection
from rashomon.ledger.verifying_tables import Fault

__all__ = [
    "PIN_KM",
    "Addition",
    "Change",
    "Columns",
    "Fault",
    "Folded",
    "IncidentQuery",
    "IncidentRow",
    "Ledger",
    "Overtaken",
    "Reviewed",
    "Rows",
    "Selection",
    "Spot",
    "Unchecked",
    "Waiting",
    "Words",
    "as_of",
    "as_published",
    "claim_id",
    "copy_ledger",
    "read_bundle",
    "write_bundle",
]
