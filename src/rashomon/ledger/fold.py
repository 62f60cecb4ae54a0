"""What each entry makes of the tables of reports, readings and mentions.

Invariant: these tables are a pure function of the entries in their order. Appending folds one entry in the entry's own
transaction; `rebuild` folds them all again, to the same rows.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, delete, select, update

from rashomon.errors import BadInput
from rashomon.ledger.codec import decoded
from rashomon.ledger.schema import entry, mention, reading, revision
from rashomon.ledger.words import folded_words, searchable
from rashomon.ledger.writing import Writer
from rashomon.records import (
    Claim,
    EntryKind,
    Mention,
    Reading,
    Redaction,
    Report,
    Span,
    WithdrawnReading,
    WithdrawnText,
)

REPORT_KINDS = (EntryKind.REPORT_ADDED.value, EntryKind.REPORT_REVISED.value)


def fold_report(writer: Writer, number: int, report: Report, digest: str, *, first: bool) -> None:
    """A revision and its words. digest: the report's. first: True where no other revision of the report is there."""
    fold_text(writer, report.id, WithdrawnText(number, digest, report.published), first=first)
    writer.keep_words(number, report_words(report))


def fold_text(writer: Writer, report_id: str, text: WithdrawnText, *, first: bool, withdrawn: bool = False) -> None:
    """A revision's row. The one to read is the latest published, of equals the latest to come in."""
    newest = True
    published = text.published.isoformat() if text.published else None
    if not first:
        before = writer.connection.execute(
            select(revision.c.published).where(revision.c.report_id == report_id, revision.c.newest)
        ).first()
        newest = before is None or (published or "") >= (before.published or "")
        if before and newest:
            _no_longer_read(writer.connection, report_id)
    writer.keep(
        revision,
        {
            "digest": text.digest,
            "report_id": report_id,
            "entry": text.entry,
            "published": published,
            "newest": newest,
            "withdrawn": withdrawn,
        },
    )
    writer.touched.add(report_id)


def _no_longer_read(connection: Connection, report_id: str) -> None:
    connection.execute(
        update(revision).where(revision.c.report_id == report_id, revision.c.newest).values(newest=False)
    )
    connection.execute(update(reading).where(reading.c.report_id == report_id, reading.c.current).values(current=False))


def report_words(report: Report) -> list[str]:
    """The folded words that a report is found by."""
    return searchable(folded_words(f"{report.title or ''} {report.text}"))


def fold_reading(writer: Writer, number: int, read: Reading, *, first: bool) -> None:
    """A reading and its mentions; it is the current one where it read the newest revision.

    first: True where the report was added in this transaction and never read.
    """
    current = True
    if not first:
        current = bool(
            writer.connection.execute(select(revision.c.newest).where(revision.c.digest == read.digest)).scalar()
        )
        if current:
            writer.connection.execute(
                update(reading).where(reading.c.report_id == read.report, reading.c.current).values(current=False)
            )
    mentions = tuple((told.id, told.span.start, told.span.end) for told in read.mentions)
    fold_mentions(writer, read.report, WithdrawnReading(number, read.digest, read.reader, mentions), current=current)


def fold_mentions(writer: Writer, report_id: str, read: WithdrawnReading, *, current: bool) -> None:
    """The rows of a reading and of its mentions."""
    writer.keep(
        reading,
        {
            "entry": read.entry,
            "report_id": report_id,
            "digest": read.digest,
            "reader": read.reader,
            "current": current,
        },
    )
    for one, start, end in read.mentions:
        writer.keep(mention, {"id": one, "entry": read.entry, "report_id": report_id, "start": start, "end": end})
    writer.touched.add(report_id)


def fold_redaction(writer: Writer, redaction: Redaction, *, anew: bool) -> None:
    """The report's revisions are withdrawn and its readings are read no more; its mention ids stay.

    anew: True where the rows of what was withdrawn are not there, because its entries have no words to fold.
    """
    if anew:
        for text in redaction.texts:
            writer.flush()
            fold_text(writer, redaction.report, text, first=False, withdrawn=True)
        for read in redaction.readings:
            fold_mentions(writer, redaction.report, read, current=False)
        return
    writer.flush()
    rows = update(revision).where(revision.c.report_id == redaction.report)
    writer.connection.execute(rows.values(withdrawn=True))
    readings = update(reading).where(reading.c.report_id == redaction.report, reading.c.current)
    writer.connection.execute(readings.values(current=False))


def refuse_unfit(read: Reading, text: str) -> None:
    """Raises BadInput where a reading holds a span that is not in the text, or one mention id twice."""
    for span in spans_of(read):
        if not span.fits(text):
            raise BadInput(
                f"the reading of {read.report} by {read.reader} holds a span {span.start}:{span.end} "
                f"({span.quote[:60]!r}) that is not in the report's text there: make spans with Span.of"
            )
    ids = [told.id for told in read.mentions]
    if len(set(ids)) < len(ids) or not all(ids):
        raise BadInput(
            f"the reading of {read.report} by {read.reader} has a mention id twice or none: use Mention.with_id"
        )
    if any(told.report != read.report for told in read.mentions):
        raise BadInput(f"the reading of {read.report} by {read.reader} holds a mention of another report")


def spans_of(read: Reading) -> Iterator[Span]:
    """Every span that a reading holds."""
    for told in read.mentions:
        yield from _spans_of_mention(told)
    for series in read.series:
        yield from (series.span, series.what)
        for stated in (series.when, series.where, series.actor):
            if stated is not None:
                yield stated.span
        yield from (speaker.span for speaker in series.speakers)


def _spans_of_mention(told: Mention) -> Iterator[Span]:
    yield told.span
    yield told.sub_event_type.span
    yield from (means.span for means in told.means)
    for stated in (told.when, told.when_relative, told.where):
        if stated is not None:
            yield stated.span
    yield from told.targets
    for claim in told.claims:
        yield from spans_of_claim(claim)


def spans_of_claim(claim: Claim) -> Iterator[Span]:
    """Every span that a claim holds."""
    yield claim.span
    yield from (speaker.span for speaker in claim.speakers)
    if claim.who is not None:
        yield claim.who
    if claim.actor is not None:
        yield claim.actor.span


def clear(connection: Connection) -> None:
    """Empty the tables that `fold_*` fill."""
    for table in (revision, reading, mention):
        connection.execute(delete(table))


def report_at(connection: Connection, number: int) -> Report | None:
    """The report that entry `number` holds; None once its words are withdrawn."""
    payload = connection.execute(select(entry.c.payload).where(entry.c.number == number)).scalar()
    return None if payload is None else decoded(payload, Report)
