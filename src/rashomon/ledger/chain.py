"""The hash chain: what each entry's digest covers.

Invariant: entry n's `previous` is entry n-1's digest, and its digest covers every field of it; the payload through
its own SHA-256, so that a withdrawn payload's words can go while the chain still holds.
"""

from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Row

from rashomon.records import Entry, EntryKind

NO_ENTRY = "0" * 64  # the `previous` of the first entry


def entry_digest(
    number: int, kind: str, subject: str, payload_digest: str, by: str, at: str, why: str, previous: str
) -> str:
    """SHA-256 in hexadecimal digits over the fields in this order, each as its length in eight bytes, then UTF-8."""
    hashed = sha256()
    for field in (str(number), kind, subject, payload_digest, by, at, why, previous):
        value = field.encode()
        hashed.update(len(value).to_bytes(8, "big") + value)
    return hashed.hexdigest()


def as_entry(row: Row[Any]) -> Entry:
    """The entry in a row of the table `entry`; a withdrawn payload reads `{"withdrawn":"<its SHA-256>"}`."""
    payload = row.payload if row.payload is not None else f'{{"withdrawn":"{row.payload_digest}"}}'
    at = datetime.fromisoformat(row.at)
    return Entry(row.number, EntryKind(row.kind), row.subject, payload, row.by, at, row.why, row.previous, row.digest)
