"""The tables made anew from the entries, row for row as appending made them."""

from sqlalchemy import select

from rashomon.errors import LedgerDamaged
from rashomon.ledger import fold
from rashomon.ledger.codec import decoded, sha256_of
from rashomon.ledger.schema import entry
from rashomon.ledger.writing import Writer
from rashomon.records import EntryKind, Reading, Redaction, Report

_CHUNK = 200


def rebuild(writer: Writer) -> None:
    """Fold all entries again; raises LedgerDamaged where one does not fit its hash."""
    writer.flush()
    fold.clear(writer.connection)
    writer.dialect.clear_words(writer.connection, "report_text")
    number = 0
    while True:
        some = writer.connection.execute(
            select(entry.c.number, entry.c.kind, entry.c.subject, entry.c.payload, entry.c.payload_digest)
            .where(entry.c.number > number)
            .order_by(entry.c.number)
            .limit(_CHUNK)
        ).all()
        if not some:
            break
        for row in some:
            number = row.number
            if row.payload is not None and sha256_of(row.payload) != row.payload_digest:
                raise LedgerDamaged(f"entry {number} does not fit its hash: run `rashomon verify`; nothing was changed")
            if row.payload is not None:
                _fold(writer, number, row.kind, row.subject, row.payload)
    writer.flush()


def _fold(writer: Writer, number: int, kind: str, subject: str, payload: str) -> None:
    if subject in writer.touched:
        writer.flush()
    if kind in fold.REPORT_KINDS:
        report = decoded(payload, Report)
        fold.fold_report(writer, number, report, report.digest, first=False)
    elif kind == EntryKind.READING:
        fold.fold_reading(writer, number, decoded(payload, Reading), first=False)
    elif kind == EntryKind.REDACTION:
        fold.fold_redaction(writer, decoded(payload, Redaction), anew=True)
