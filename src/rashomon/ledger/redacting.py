"""Withdrawing a report's text: its words go from every table, what was decided and hashed stays.

Invariant: after a redaction the chain still verifies, since an entry's digest covers its payload's hash and not the
payload, and `rebuild` still makes the same tables, since the redaction keeps every id and offset.
"""

from datetime import datetime

from sqlalchemy import Connection, select, update

from rashomon.errors import BadInput
from rashomon.ledger import fold, incident_writing
from rashomon.ledger.codec import decoded
from rashomon.ledger.reports import unknown, withdrawn
from rashomon.ledger.schema import entry, mention, reading, revision
from rashomon.ledger.writing import Writer
from rashomon.records import (
    Entry,
    EntryKind,
    Redaction,
    Report,
    Review,
    WithdrawnReading,
    WithdrawnReview,
    WithdrawnText,
)


def redact(writer: Writer, report_id: str, *, by: str, why: str, at: datetime) -> Entry:
    """Take the words of all revisions of a report, of their readings and of reviews of these, and say so.

    Raises BadInput for a report that is not there, is withdrawn already, or without a name and a reason.
    """
    if not by.strip() or not why.strip():
        raise BadInput("withdrawing a text needs a name and a reason, which stay in the ledger")
    writer.flush()
    connection = writer.connection
    texts = _texts(connection, report_id)
    readings = _readings(connection, texts)
    mentions = {one for read in readings for one, _, _ in read.mentions}
    redaction = Redaction(report_id, texts, readings, _reviews(connection, mentions), by, at, why)
    _forget_words(writer, texts)
    incident_writing.forget(writer, mentions)
    connection.execute(update(entry).where(entry.c.number.in_(redaction.entries)).values(payload=None))
    added = writer.append(EntryKind.REDACTION, report_id, redaction, by=by, why=why)
    fold.fold_redaction(writer, redaction, anew=False)
    return added


def _texts(connection: Connection, report_id: str) -> tuple[WithdrawnText, ...]:
    rows = connection.execute(
        select(revision).where(revision.c.report_id == report_id).order_by(revision.c.entry)
    ).all()
    if not rows:
        raise BadInput(unknown(connection, report_id))
    if any(row.withdrawn for row in rows):
        raise BadInput(withdrawn(connection, report_id) + "; there is nothing left to withdraw")
    reports = [(row.entry, fold.report_at(connection, row.entry)) for row in rows]
    return tuple(WithdrawnText(number, report.digest, report.published) for number, report in reports if report)


def _readings(connection: Connection, texts: tuple[WithdrawnText, ...]) -> tuple[WithdrawnReading, ...]:
    found = []
    rows = connection.execute(
        select(reading).where(reading.c.digest.in_([text.digest for text in texts])).order_by(reading.c.entry)
    ).all()
    for row in rows:
        told = connection.execute(
            select(mention.c.id, mention.c.start, mention.c.end)
            .where(mention.c.entry == row.entry)
            .order_by(mention.c.id)
        ).all()
        ids = tuple((one.id, one.start, one.end) for one in told)
        found.append(WithdrawnReading(row.entry, row.digest, row.reader, ids))
    return tuple(found)


def _reviews(connection: Connection, mentions: set[str]) -> tuple[WithdrawnReview, ...]:
    rows = connection.execute(
        select(entry.c.number, entry.c.payload)
        .where(entry.c.kind == EntryKind.REVIEW.value, entry.c.payload.is_not(None))
        .order_by(entry.c.number)
    ).all()
    reviews = [(row.number, decoded(row.payload, Review)) for row in rows]
    return tuple(
        WithdrawnReview(number, review.mention, review.ruling)
        for number, review in reviews
        if review.mention in mentions
    )


def _forget_words(writer: Writer, texts: tuple[WithdrawnText, ...]) -> None:
    numbers = [text.entry for text in texts]
    rows = writer.connection.execute(select(entry.c.number, entry.c.payload).where(entry.c.number.in_(numbers))).all()
    words = [(row.number, fold.report_words(decoded(row.payload, Report))) for row in rows]
    writer.dialect.remove_words(writer.connection, "report_text", words)
