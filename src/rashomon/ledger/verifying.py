"""Proof that nothing was altered or dropped: every hash, every link, every span, every table against the entries.

The chain alone cannot tell that its end was cut off; whoever notes the newest entry's number and digest (`noted`), or
keeps a bundle, can.
"""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, select

from rashomon.errors import BadInput, LedgerDamaged
from rashomon.ledger import fold, verifying_tables
from rashomon.ledger.chain import NO_ENTRY, entry_digest
from rashomon.ledger.codec import decoded, sha256_of
from rashomon.ledger.dialect import Dialect
from rashomon.ledger.schema import entry
from rashomon.ledger.verifying_tables import Fault
from rashomon.records import Coding, EntryKind, Judgement, Reading, Redaction, Report, Review

_CHUNK = 200
_TEXTS_KEPT = 50
_MOST_FAULTS = 1_000

_RECORDS: dict[str, type[Any]] = {
    EntryKind.REPORT_ADDED: Report,
    EntryKind.REPORT_REVISED: Report,
    EntryKind.READING: Reading,
    EntryKind.JUDGEMENT: Judgement,
    EntryKind.CODING: Coding,
    EntryKind.REVIEW: Review,
    EntryKind.REDACTION: Redaction,
}


def verify(connection: Connection, dialect: Dialect, noted: str | None = None) -> list[Fault]:
    """Every fault (at most a thousand), by entry, those of the tables last.

    noted: `NUMBER:DIGEST` of an entry, as an earlier `verify` gave it; raises BadInput for anything else.
    """
    faults = [Fault(None, said) for said in dialect.damage(connection)]
    faults += islice(_entry_faults(connection, noted), _MOST_FAULTS)
    faults.sort(key=lambda fault: (fault.entry is None, fault.entry or 0))
    if not faults:
        faults += islice(verifying_tables.faults(connection, dialect), _MOST_FAULTS)
    return faults


@dataclass(frozen=True, slots=True)
class _Revision:
    report: str
    entry: int


class _Walk:
    """What is known of the entries before the one looked at."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.revisions: dict[str, _Revision] = {}
        self.withdrawn: set[int] = set()  # entries without words
        self.allowed: set[int] = set()  # entries whose words a redaction took
        self._texts: OrderedDict[int, str | None] = OrderedDict()

    def text(self, number: int) -> str | None:
        """The text of the report in entry `number`; None where it is withdrawn."""
        if number not in self._texts:
            report = fold.report_at(self.connection, number)
            self._texts[number] = report.text if report else None
            if len(self._texts) > _TEXTS_KEPT:
                self._texts.popitem(last=False)
        return self._texts[number]


def _entry_faults(connection: Connection, noted: str | None) -> Iterator[Fault]:
    noted_number, noted_digest = _noted(noted)
    walk = _Walk(connection)
    number, digest = 0, NO_ENTRY
    while True:
        some = connection.execute(
            select(entry).where(entry.c.number > number).order_by(entry.c.number).limit(_CHUNK)
        ).all()
        if not some:
            break
        for row in some:
            if row.number != number + 1:
                yield Fault(number + 1, f"entry {number + 1} is missing: the next one there is {row.number}")
            elif row.previous != digest:
                yield Fault(
                    row.number, f"entry {row.number} does not follow entry {number}: one of them was altered or put in"
                )
            yield from _own_faults(row)
            yield from _record_faults(row, walk)
            if row.number == noted_number and row.digest != noted_digest:
                yield Fault(row.number, f"entry {row.number} is not the one that was noted ({noted})")
            number, digest = row.number, row.digest
    if noted_number > number:
        yield Fault(
            number + 1, f"the ledger ends at entry {number}, but entry {noted_number} was noted: its end was cut off"
        )
    for lost in sorted(walk.withdrawn - walk.allowed):
        yield Fault(lost, f"entry {lost} has lost its words, and no redaction took them")


def _noted(noted: str | None) -> tuple[int, str]:
    if noted is None:
        return 0, ""
    number, _, digest = noted.partition(":")
    if not number.isdecimal() or len(digest) != 64:
        raise BadInput(f"{noted!r} is no noted entry: give NUMBER:DIGEST as `rashomon verify` printed it")
    return int(number), digest


def _own_faults(row: Row[Any]) -> Iterator[Fault]:
    if row.payload is not None and sha256_of(row.payload) != row.payload_digest:
        yield Fault(row.number, f"entry {row.number} was altered: its payload does not fit its hash")
    made = entry_digest(row.number, row.kind, row.subject, row.payload_digest, row.by, row.at, row.why, row.previous)
    if made != row.digest:
        yield Fault(row.number, f"entry {row.number} was altered: its fields do not fit its digest")


def _record_faults(row: Row[Any], walk: _Walk) -> Iterator[Fault]:
    if row.kind not in _RECORDS:
        yield Fault(row.number, f"entry {row.number} is of a kind that this program does not know: {row.kind!r}")
        return
    if row.payload is None:
        walk.withdrawn.add(row.number)
        return
    try:
        record = decoded(row.payload, _RECORDS[row.kind])
    except LedgerDamaged as error:
        yield Fault(row.number, f"entry {row.number}: {error}")
        return
    if isinstance(record, Report):
        walk.revisions[record.digest] = _Revision(record.id, row.number)
        if record.id != row.subject:
            yield Fault(row.number, f"entry {row.number} is about {row.subject!r}, but holds the report {record.id!r}")
    elif isinstance(record, Redaction):
        walk.allowed.update(record.entries)
    elif isinstance(record, Reading):
        yield from _reading_faults(row.number, record, walk)


def _reading_faults(number: int, read: Reading, walk: _Walk) -> Iterator[Fault]:
    of = walk.revisions.get(read.digest)
    if of is None or of.report != read.report:
        yield Fault(number, f"entry {number} reads a revision of {read.report!r} that no entry before it holds")
        return
    text = walk.text(of.entry)
    if text is None:
        yield Fault(number, f"entry {number} still has the words of the withdrawn report {read.report!r}")
        return
    try:
        fold.refuse_unfit(read, text)
    except BadInput as error:
        yield Fault(number, f"entry {number}: {error}")
