"""The append-only ledger, on SQLite or PostgreSQL."""

from rashomon.ledger.judging import Overtaken, Waiting
from rashomon.ledger.ledger import Ledger
from rashomon.ledger.query import IncidentQuery, IncidentRow
from rashomon.ledger.reports import Addition
from rashomon.ledger.reviewing import Reviewed, claim_id
from rashomon.ledger.verifying_tables import Fault

__all__ = [
    "Addition",
    "Fault",
    "IncidentQuery",
    "IncidentRow",
    "Ledger",
    "Overtaken",
    "Reviewed",
    "Waiting",
    "claim_id",
]
