"""A ledger moved from one database to another, entry by entry, each checked by its hash."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from rashomon.errors import BadInput, LedgerDamaged
from rashomon.ledger import rebuilding
from rashomon.ledger.codec import sha256_of
from rashomon.ledger.schema import entry
from rashomon.ledger.writing import Writer
from rashomon.records import EntryKind

_CHUNK = 200
_KINDS = frozenset(EntryKind)


@dataclass(frozen=True, slots=True)
class Stored:
    """An entry as it is kept: payload is None where it was withdrawn, at is `codec.moment_text`."""

    number: int
    kind: str
    subject: str
    payload: str | None
    payload_digest: str
    by: str
    at: str
    why: str
    previous: str
    digest: str


def stored_entries(connection: Connection) -> Iterator[Stored]:
    """Every entry, in order."""
    number = 0
    while True:
        rows = connection.execute(
            select(entry).where(entry.c.number > number).order_by(entry.c.number).limit(_CHUNK)
        ).all()
        if not rows:
            return
        yield from map(_stored, rows)
        number = rows[-1].number


def _stored(row: Row[Any]) -> Stored:
    return Stored(**row._mapping)


def put_all(writer: Writer, entries: Iterable[Stored]) -> None:
    """Put entries into an empty ledger and fold them; raises LedgerDamaged where one does not fit its hashes."""
    refuse_full(writer)
    for one in entries:
        if one.payload is not None and sha256_of(one.payload) != one.payload_digest:
            raise LedgerDamaged(f"entry {one.number} does not fit its hash: nothing was copied; verify what it is from")
        _put(writer, one)
        if (writer.number, writer.previous, writer.digest) != (one.number, one.previous, one.digest):
            raise LedgerDamaged(
                f"entry {one.number} does not fit the chain: nothing was copied; verify what it is from"
            )
    rebuilding.rebuild(writer)


def put_anew(writer: Writer, entries: Iterable[Stored]) -> None:
    """Put entries into an empty ledger under a chain of their own, their numbers and links made anew, and fold them."""
    refuse_full(writer)
    for one in entries:
        _put(writer, one)
    rebuilding.rebuild(writer)


def _put(writer: Writer, one: Stored) -> None:
    if one.kind not in _KINDS:
        raise BadInput(f"entry {one.number} is of the kind {one.kind!r}, which a newer program made: update this one")
    writer.put(
        writer.number + 1, EntryKind(one.kind), one.subject, one.payload, one.payload_digest, one.by, one.at, one.why
    )


def refuse_full(writer: Writer) -> None:
    """Raises BadInput for a ledger that holds something."""
    if writer.number:
        raise BadInput(f"the ledger to copy into holds {writer.number} entries: give a new one; nothing was changed")
