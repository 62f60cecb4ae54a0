"""The tables against the entries that they follow from."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Select, and_, exists, func, or_, select

from rashomon.ledger import incident_writing, incidents
from rashomon.ledger.codec import decoded
from rashomon.ledger.dialect import Dialect
from rashomon.ledger.schema import entry, incident, incident_mention, incident_record, mention, reading, revision
from rashomon.records import EntryKind, Reading, Report

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not fit: the number of the entry (None where it is in a table), and a sentence."""

    entry: int | None
    sentence: str


def faults(connection: Connection, dialect: Dialect) -> Iterator[Fault]:
    """Where a table differs from what the entries make of it; `rebuild` mends it."""
    for sentence in _sentences(connection, dialect):
        yield Fault(None, f"{sentence}; `rashomon rebuild` makes the tables anew")


def _sentences(connection: Connection, dialect: Dialect) -> Iterator[str]:
    yield from _report_rows(connection)
    yield from _reading_rows(connection)
    yield from _flags(connection)
    yield from _counts(connection, dialect)
    yield from _incident_rows(connection)


def _counts(connection: Connection, dialect: Dialect) -> Iterator[str]:
    def count(rows: Select[int]) -> int:
        return connection.execute(rows).scalar_one()

    texts = count(select(func.count()).select_from(revision).where(revision.c.withdrawn.is_(False)))
    if dialect.counted(connection, "report_text") != texts:
        yield "the searched words of reports are not one for each text"
    kept = count(select(func.count()).select_from(incident))
    others = {table: dialect.counted(connection, table) for table in ("incident_area", "incident_text")}
    others["incident_record"] = count(select(func.count()).select_from(incident_record))
    others["incident_mention"] = count(select(func.count(incident_mention.c.incident.distinct())))
    for table, rows in others.items():
        if rows != kept:
            yield f"the table {table} has {rows} incidents, the table of incidents {kept}"


def _report_rows(connection: Connection) -> Iterator[str]:
    joined = (
        select(entry.c.number, entry.c.payload, revision)
        .outerjoin(revision, revision.c.entry == entry.c.number)
        .where(entry.c.kind.in_((EntryKind.REPORT_ADDED.value, EntryKind.REPORT_REVISED.value)))
    )
    count, after = 0, 0
    while some := connection.execute(joined.where(entry.c.number > after).order_by(entry.c.number).limit(_CHUNK)).all():
        for row in some:
            after, count = row.number, count + 1
            if row.digest is None:
                yield f"the table of revisions lacks entry {row.number}"
            elif row.payload is None:
                if not row.withdrawn:
                    yield f"the table of revisions does not know that entry {row.number} was withdrawn"
            else:
                report = decoded(row.payload, Report)
                published = report.published.isoformat() if report.published else None
                if (report.digest, report.id, published) != (row.digest, row.report_id, row.published):
                    yield f"the table of revisions differs from entry {row.number}"
    if count != connection.execute(select(func.count()).select_from(revision)).scalar():
        yield "the table of revisions has rows that no entry made"


def _reading_rows(connection: Connection) -> Iterator[str]:
    joined = (
        select(entry.c.number, entry.c.payload, reading)
        .outerjoin(reading, reading.c.entry == entry.c.number)
        .where(entry.c.kind == EntryKind.READING.value)
    )
    count, after = 0, 0
    while some := connection.execute(joined.where(entry.c.number > after).order_by(entry.c.number).limit(_CHUNK)).all():
        rows = connection.execute(select(mention).where(mention.c.entry.between(some[0].number, some[-1].number))).all()
        kept: dict[int, set[tuple[str, str, int, int]]] = {}
        for row in rows:
            kept.setdefault(row.entry, set()).add((row.id, row.report_id, row.start, row.end))
        for row in some:
            after, count = row.number, count + 1
            if row.reader is None:
                yield f"the table of readings lacks entry {row.number}"
            elif row.payload is not None:
                read = decoded(row.payload, Reading)
                if (read.report, read.digest, read.reader) != (row.report_id, row.digest, row.reader):
                    yield f"the table of readings differs from entry {row.number}"
                made = {(told.id, told.report, told.span.start, told.span.end) for told in read.mentions}
                if made != kept.get(row.number, set()):
                    yield f"the table of mentions differs from entry {row.number}"
    if count != connection.execute(select(func.count()).select_from(reading)).scalar():
        yield "the table of readings has rows that no entry made"
    strangers = select(mention.c.id).where(~exists().where(reading.c.entry == mention.c.entry)).limit(1)
    if connection.execute(strangers).first():
        yield "the table of mentions has rows that no entry made"


def _flags(connection: Connection) -> Iterator[str]:
    other = revision.alias()
    one, two = func.coalesce(revision.c.published, ""), func.coalesce(other.c.published, "")
    later = exists().where(
        other.c.report_id == revision.c.report_id,
        or_(two > one, and_(two == one, other.c.entry > revision.c.entry)),
    )
    wrong = select(revision.c.report_id).where(revision.c.newest == later).order_by(revision.c.report_id).limit(20)
    for report_id in connection.execute(wrong).scalars():
        yield f"the table of revisions is wrong on which text of {report_id!r} is the newest"
    again = reading.alias()
    last = and_(
        exists().where(revision.c.digest == reading.c.digest, revision.c.newest, revision.c.withdrawn.is_(False)),
        ~exists().where(again.c.digest == reading.c.digest, again.c.entry > reading.c.entry),
    )
    wrong = select(reading.c.report_id).where(reading.c.current != last).order_by(reading.c.report_id).limit(20)
    for report_id in connection.execute(wrong).scalars():
        yield f"the table of readings is wrong on which reading of {report_id!r} is current"


def _incident_rows(connection: Connection) -> Iterator[str]:
    folded_at = incidents.folded_at(connection)
    newest = connection.execute(select(func.max(entry.c.number))).scalar() or 0
    if folded_at is not None and folded_at > newest:
        yield f"the incidents were folded from entry {folded_at}, which is not there"
    complete = folded_at is not None and folded_at >= incidents.how_far(connection).newest
    joined = select(incident, incident_record.c.record, incident_record.c.words.label("searched")).outerjoin(
        incident_record, incident_record.c.key == incident.c.key
    )
    after = -1
    while some := connection.execute(joined.where(incident.c.key > after).order_by(incident.c.key).limit(_CHUNK)).all():
        after = some[-1].key
        yield from incident_writing.differences(connection, some, complete=complete)
    if complete:
        yield from _apart(connection)


def _apart(connection: Connection) -> Iterator[str]:
    current = select(mention.c.id).join(reading, reading.c.entry == mention.c.entry).where(reading.c.current)
    homeless = current.where(~exists().where(incident_mention.c.mention == mention.c.id)).limit(5)
    for one in connection.execute(homeless).scalars():
        yield f"the mention {one} is in no incident"
    twice = (
        select(incident_mention.c.mention)
        .group_by(incident_mention.c.mention)
        .having(func.count() > 1)
        .order_by(incident_mention.c.mention)
        .limit(5)
    )
    for one in connection.execute(twice).scalars():
        yield f"the mention {one} is in two incidents"
