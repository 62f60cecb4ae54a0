"""One line of the append-only ledger."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EntryKind(StrEnum):
    """What an entry records."""

    REPORT_ADDED = "report added"
    REPORT_REVISED = "report revised"
    READING = "reading"
    JUDGEMENT = "judgement"
    CODING = "coding"  # by one of several coders, blind to the others: changes no incident
    REVIEW = "review"
    REDACTION = "redaction"


@dataclass(frozen=True, slots=True)
class Entry:
    """Who put what into the ledger, when (UTC) and why, chained to the entry before.

    number: 1 for the first. payload: the record as canonical JSON. previous, digest: SHA-256 in hexadecimal digits;
    `previous` is 64 zeros for the first entry. subject: the id of what it is about.
    """

    number: int
    kind: EntryKind
    subject: str
    payload: str
    by: str
    at: datetime
    why: str
    previous: str
    digest: str
