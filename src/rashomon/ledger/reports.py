"""Reports and readings: putting them in, and getting the newest out."""

from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from enum import StrEnum

from sqlalchemy import Connection, bindparam, select

from rashomon.errors import BadInput, Unknown
from rashomon.ledger import fold
from rashomon.ledger.chain import as_entry
from rashomon.ledger.codec import decoded, plain
from rashomon.ledger.schema import entry, reading, revision
from rashomon.ledger.writing import Writer
from rashomon.records import Entry, EntryKind, Reading, Report

_CHUNK = 100
# Made once: asked for every report that is put in.
_REVISIONS = select(revision.c.digest, revision.c.withdrawn).where(revision.c.report_id == bindparam("id"))


class Addition(StrEnum):
    """What became of a report that was put in."""

    ADDED = "added"
    REVISED = "revised"  # another text of a report that was there; both are kept
    KNOWN = "known"  # exactly this was there; nothing was written


def add_report(writer: Writer, report: Report, digest: str = "", *, by: str, why: str) -> Addition:
    """Put a report in; raises BadInput for text that cannot be kept, or for a report that was withdrawn.

    digest: the report's, where the caller has it.
    """
    if not report.id:
        raise BadInput("a report without an id cannot be kept: give it one")
    if report.id in writer.touched:
        writer.flush()
    _refuse_unstorable(report)
    digest = digest or report.digest
    before = writer.connection.execute(_REVISIONS, {"id": report.id}).all()
    if any(row.digest == digest for row in before):
        return Addition.KNOWN
    if any(row.withdrawn for row in before):
        raise BadInput(f"the report {report.id} was withdrawn: no new text of it is taken (`rashomon report` says why)")
    addition = Addition.REVISED if before else Addition.ADDED
    kind = EntryKind.REPORT_REVISED if before else EntryKind.REPORT_ADDED
    added = writer.append(kind, report.id, report, by=by, why=why)
    fold.fold_report(writer, added.number, report, digest, first=not before)
    return addition


def _refuse_unstorable(report: Report) -> None:
    """Raises BadInput, naming the field, where a field holds what no database keeps."""
    for value, what in (
        (report.id, "the id"),
        (report.title, "the title"),
        (report.outlet, "the outlet"),
        (report.url, "the URL"),
    ):
        plain(value or "", what)
    if "\x00" in report.text:
        raise BadInput(f"the text of {report.id} holds a NUL character at {report.text.index(chr(0))}: remove it")


def add_reading(writer: Writer, read: Reading, text: str | None = None, *, by: str, why: str) -> Entry:
    """Put a reading in; raises BadInput where it does not fit the revision that it names.

    text: of that revision, where the caller has just put it in as the report's first.
    """
    first = text is not None
    if text is None:
        if read.report in writer.touched:
            writer.flush()
        row = writer.connection.execute(
            select(revision.c.report_id, revision.c.entry, revision.c.withdrawn).where(revision.c.digest == read.digest)
        ).first()
        if row is None or row.report_id != read.report:
            raise BadInput(
                f"the ledger has no revision {read.digest[:12]} of report {read.report}: add the report first"
            )
        if row.withdrawn:
            raise BadInput(f"the report {read.report} was withdrawn: it is read no more")
        report = fold.report_at(writer.connection, row.entry)
        text = report.text if report else ""
    fold.refuse_unfit(read, text)
    added = writer.append(EntryKind.READING, read.report, read, by=by, why=why)
    fold.fold_reading(writer, added.number, read, first=first)
    return added


def add_read(writer: Writer, report: Report, read: Reading, *, by: str, why: str) -> Addition:
    """Put a report and its reading in; a reading by a reader that has read this revision is left out."""
    digest = report.digest
    if read.report != report.id or read.digest != digest:
        raise BadInput(f"the reading is of {read.report} ({read.digest[:12]}), not of {report.id} ({digest[:12]})")
    addition = add_report(writer, report, digest, by=by, why=why)
    if addition is Addition.ADDED:
        add_reading(writer, read, report.text, by=by, why=why)
        return addition
    writer.flush()
    known = writer.connection.execute(
        select(reading.c.entry).where(reading.c.digest == read.digest, reading.c.reader == read.reader).limit(1)
    ).first()
    if known is None:
        add_reading(writer, read, by=by, why=why)
    return addition


def newest(connection: Connection, report_id: str) -> Report:
    """The newest revision; raises BadInput for a report that is not there, naming close ids, or was withdrawn."""
    row = connection.execute(
        select(revision.c.entry, revision.c.withdrawn).where(revision.c.report_id == report_id, revision.c.newest)
    ).first()
    if row is None:
        raise Unknown(unknown(connection, report_id))
    report = fold.report_at(connection, row.entry)
    if report is None:
        raise Unknown(withdrawn(connection, report_id))
    return report


def unknown(connection: Connection, report_id: str) -> str:
    """That a report is not there, and which ids are close."""
    ids = connection.execute(select(revision.c.report_id).where(revision.c.newest).limit(50_000)).scalars().all()
    return f"the ledger has no report {report_id!r}" + nearby(report_id, ids)


def nearby(wanted: str, ids: Sequence[str]) -> str:
    """`; did you mean "a" or "b"?`, or what else helps to find an id."""
    starting = [known for known in ids if wanted and known.startswith(wanted)][:3]
    close = starting or get_close_matches(wanted, ids, n=3)
    if close:
        return "; did you mean " + " or ".join(repr(known) for known in close) + "?"
    return f": it has {len(ids)} of other names" if ids else ": it is empty"


def withdrawn(connection: Connection, report_id: str) -> str:
    """That a report was withdrawn, when, by whom and why."""
    row = connection.execute(
        select(entry.c.number, entry.c.at, entry.c.by, entry.c.why)
        .where(entry.c.subject == report_id, entry.c.kind == EntryKind.REDACTION.value)
        .order_by(entry.c.number.desc())
        .limit(1)
    ).one()
    return f"the report {report_id!r} was withdrawn on {row.at[:10]} by {row.by} (entry {row.number}): {row.why}"


def days_of(connection: Connection, report_ids: Sequence[str]) -> dict[str, date | None]:
    """The day on which each of these reports' newest revision was published; None where it is not known."""
    found: dict[str, date | None] = {}
    for at in range(0, len(report_ids), _CHUNK):
        rows = connection.execute(
            select(revision.c.report_id, revision.c.published).where(
                revision.c.report_id.in_(report_ids[at : at + _CHUNK]), revision.c.newest
            )
        )
        found.update((row.report_id, date.fromisoformat(row.published) if row.published else None) for row in rows)
    return found


def revisions(connection: Connection, report_id: str) -> tuple[Report, ...]:
    """Every revision whose words are there, as they came in."""
    rows = connection.execute(
        select(entry.c.payload)
        .join(revision, revision.c.entry == entry.c.number)
        .where(revision.c.report_id == report_id)
        .order_by(entry.c.number)
    ).scalars()
    found = tuple(decoded(payload, Report) for payload in rows if payload is not None)
    if not found:
        newest(connection, report_id)  # says what is wrong
    return found


def newest_after(connection: Connection, report_id: str, unread_by: str | None = None) -> list[Report]:
    """Some newest revisions by id, after `report_id`; with `unread_by`, those that this reader has not read."""
    chosen = (
        select(entry.c.payload)
        .join(revision, revision.c.entry == entry.c.number)
        .where(revision.c.newest, revision.c.withdrawn.is_(False), revision.c.report_id > report_id)
        .order_by(revision.c.report_id)
        .limit(_CHUNK)
    )
    if unread_by is not None:
        chosen = chosen.where(
            ~select(reading.c.entry)
            .where(reading.c.digest == revision.c.digest, reading.c.reader == unread_by)
            .exists()
        )
    return [decoded(payload, Report) for payload in connection.execute(chosen).scalars()]


def newest_of(connection: Connection, ids: Sequence[str]) -> list[Report]:
    """The newest revisions of these reports; those that are withdrawn or not there are left out."""
    chosen = select(entry.c.payload).join(revision, revision.c.entry == entry.c.number)
    chosen = chosen.where(revision.c.newest, revision.c.withdrawn.is_(False))
    parts = (ids[at : at + _CHUNK] for at in range(0, len(ids), _CHUNK))
    rows = (connection.execute(chosen.where(revision.c.report_id.in_(part))).scalars() for part in parts)
    return [decoded(payload, Report) for payloads in rows for payload in payloads]


def readings_of(connection: Connection, ids: Sequence[str]) -> list[Reading]:
    """The current readings of these reports; those that are withdrawn, unread or not there are left out."""
    chosen = select(entry.c.payload).join(reading, reading.c.entry == entry.c.number).where(reading.c.current)
    parts = (ids[at : at + _CHUNK] for at in range(0, len(ids), _CHUNK))
    rows = (connection.execute(chosen.where(reading.c.report_id.in_(part))).scalars() for part in parts)
    return [decoded(payload, Reading) for payloads in rows for payload in payloads]


def current_reading(connection: Connection, report_id: str) -> Reading | None:
    """The newest reading of the newest revision."""
    payload = connection.execute(
        select(entry.c.payload)
        .join(reading, reading.c.entry == entry.c.number)
        .where(reading.c.report_id == report_id, reading.c.current)
    ).scalar()
    if payload is None:
        newest(connection, report_id)
        return None
    return decoded(payload, Reading)


def readings_after(connection: Connection, report_id: str) -> list[Reading]:
    """Some current readings by report id, after `report_id`."""
    chosen = (
        select(entry.c.payload)
        .join(reading, reading.c.entry == entry.c.number)
        .where(reading.c.current, reading.c.report_id > report_id)
        .order_by(reading.c.report_id)
        .limit(_CHUNK)
    )
    return [decoded(payload, Reading) for payload in connection.execute(chosen).scalars()]


def entries_after(connection: Connection, number: int, most: int = _CHUNK) -> list[Entry]:
    """Some entries after `number`, in their order."""
    rows = connection.execute(select(entry).where(entry.c.number > number).order_by(entry.c.number).limit(most)).all()
    return [as_entry(row) for row in rows]
