"""The ledger: what everybody else uses of this package.

Invariant: entries are only ever added. Every other table follows from them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import TypeVar

from sqlalchemy import Connection, Engine, select

from rashomon.ledger import (
    asking,
    codings,
    history,
    incident_writing,
    incidents,
    judging,
    rebuilding,
    redacting,
    reports,
    reviewing,
    verifying,
)
from rashomon.ledger.chain import as_entry
from rashomon.ledger.database import said_plainly
from rashomon.ledger.dialect import Dialect
from rashomon.ledger.history import Change
from rashomon.ledger.incidents import Folded, Unchecked
from rashomon.ledger.judging import Waiting
from rashomon.ledger.query import IncidentQuery, IncidentRow
from rashomon.ledger.reports import Addition
from rashomon.ledger.reviewing import Reviewed
from rashomon.ledger.schema import entry, revision
from rashomon.ledger.selecting import Selection, Selector
from rashomon.ledger.transactions import Transactions
from rashomon.ledger.verifying_tables import Fault
from rashomon.records import Claim, Coding, Entry, Judgement, Mention, Reading, Reconciled, Report, Review

T = TypeVar("T")
Key = TypeVar("Key", int, str)
BUILDER = "rashomon"  # who, where no person did it
BUILD = "build"  # why, likewise


class Ledger(Transactions):
    """An open ledger, in a SQLite file or a PostgreSQL database. Use it in a `with`, or `close` it.

    `with Ledger.open("rashomon.db") as ledger: ledger.add_report(report)`

    Each call is one transaction, acknowledged when it returns; `batch` makes one of many. Several threads may use one
    ledger. All methods raise Unavailable where the database cannot be reached or written, LedgerDamaged where it is
    broken, and BadInput for what the caller can mend; then nothing was written.
    """

    def __init__(self, engine: Engine, dialect: Dialect, name: str, location: str) -> None:
        super().__init__(engine, dialect, name, location)
        self._selector = Selector()

    # Entries

    def entries(self, since: int = 0) -> Iterator[Entry]:
        """Every entry after number `since`, in their order."""
        return self._by_chunks(reports.entries_after, lambda one: one.number, since)

    def head(self) -> Entry | None:
        """The newest entry; None before the first."""
        with self.to_read() as connection:
            row = connection.execute(select(entry).order_by(entry.c.number.desc()).limit(1)).first()
        return as_entry(row) if row else None

    # Reports

    def add_report(self, report: Report, *, by: str = BUILDER, why: str = BUILD) -> Addition:
        """Put a report in, where exactly this revision is not there yet.

        Of several revisions the one published last is read, of those published on one day the one that came in last.
        """
        with self.to_write() as writer:
            return reports.add_report(writer, report, by=by, why=why)

    def add_read(self, report: Report, reading: Reading, *, by: str = BUILDER, why: str = BUILD) -> Addition:
        """Put a report and its reading in, both or neither; a reading by a reader that has read it is left out."""
        with self.to_write() as writer:
            return reports.add_read(writer, report, reading, by=by, why=why)

    def report(self, report_id: str) -> Report:
        """The newest revision; raises BadInput for a report that is not there, naming close ids, or was withdrawn."""
        with self.to_read() as connection:
            return reports.newest(connection, report_id)

    def reports(self, after: str = "") -> Iterator[Report]:
        """The newest revision of every report that is not withdrawn, by id, those of ids beyond `after`."""
        return self._by_chunks(reports.newest_after, lambda report: report.id, after)

    def reports_of(self, ids: Iterable[str]) -> dict[str, Report]:
        """The newest revisions of these reports, by id; those that are withdrawn or not there are left out."""
        with self.to_read() as connection:
            return {report.id: report for report in reports.newest_of(connection, sorted(set(ids)))}

    def days_of(self, report_ids: Iterable[str]) -> dict[str, date | None]:
        """The day on which each report's newest revision was published; None where it is not known."""
        with self.to_read() as connection:
            return reports.days_of(connection, sorted(set(report_ids)))

    def revisions(self, report_id: str) -> tuple[Report, ...]:
        """Every revision of a report, as they came in; raises BadInput for a report that is not there."""
        with self.to_read() as connection:
            return reports.revisions(connection, report_id)

    def has(self, digest: str) -> bool:
        """True where the revision with this `Report.digest` is there."""
        with self.to_read() as connection:
            return connection.execute(select(revision.c.digest).where(revision.c.digest == digest)).first() is not None

    # Readings

    def add_reading(self, reading: Reading, *, by: str = BUILDER, why: str = BUILD) -> Entry:
        """Put a reading in; raises BadInput where a span does not fit the text of the revision that it names."""
        with self.to_write() as writer:
            return reports.add_reading(writer, reading, by=by, why=why)

    def reading(self, report_id: str) -> Reading | None:
        """The newest reading of the newest revision; None where that is not read yet."""
        with self.to_read() as connection:
            return reports.current_reading(connection, report_id)

    def readings(self, after: str = "") -> Iterator[Reading]:
        """The newest reading of each report's newest revision, by report id, those of ids beyond `after`."""
        return self._by_chunks(reports.readings_after, lambda reading: reading.report, after)

    def readings_of(self, ids: Iterable[str]) -> list[Reading]:
        """The current readings of these reports; those that are withdrawn, unread or not there are left out."""
        with self.to_read() as connection:
            return reports.readings_of(connection, sorted(set(ids)))

    def unread(self, reader: str) -> Iterator[Report]:
        """Newest revisions, by id, that this reader (name and version) has not read. May be read from while adding."""

        def unread_after(connection: Connection, after: str) -> list[Report]:
            return reports.newest_after(connection, after, reader)

        return self._by_chunks(unread_after, lambda report: report.id, "")

    def _by_chunks(
        self, after: Callable[[Connection, Key], list[T]], key: Callable[[T], Key], last: Key
    ) -> Iterator[T]:
        while True:
            with self.to_read() as connection:
                some = after(connection, last)
            if not some:
                return
            yield from some
            last = key(some[-1])

    # Judgements

    def judge(self, judgement: Judgement, *, seen: int | None = None) -> Entry:
        """Add a judgement; raises BadInput for mentions that are not there.

        seen: the newest entry's number when the analyst looked; then `Overtaken` is raised, and nothing written, where
        somebody has judged the pair since. None does not ask.
        """
        with self.to_write() as writer:
            return judging.judge(writer, judgement, seen)

    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements that hold, by pair, each on the mentions of the newest readings."""
        with self.to_read() as connection:
            return judging.holding(connection)[0]

    def code(self, coding: Coding, *, seen: int | None = None) -> Entry:
        """Add a coding; raises BadInput for mentions that are not there. It changes no incident.

        seen: as in `judge`, but of the same coder: what another coded is not asked, and not told.
        """
        with self.to_write() as writer:
            return codings.code(writer, coding, seen)

    def codings(self) -> tuple[Coding, ...]:
        """The newest of each coder on each pair, by pair and coder, each on the mentions of the newest readings."""
        with self.to_read() as connection:
            return codings.holding(connection)[0]

    def review(self, review: Review, *, seen: int | None = None) -> Entry:
        """Add a review; raises BadInput for what was never read. seen: as in `judge`."""
        with self.to_write() as writer:
            return reviewing.add_review(writer, review, seen)

    def reviews(self, of: Iterable[str] | None = None) -> tuple[Reviewed, ...]:
        """The reviews that hold, by entry, each on the claims of the newest readings.

        of: mentions; then those on these alone, at the cost of the reviews of their reports. None for all.
        """
        with self.to_read() as connection:
            if of is None:
                return reviewing.holding(connection)[0]
            wanted = set(of)
            held = reviewing.holding(connection, sorted(wanted))[0]
            return tuple(one for one in held if one.mention in wanted)

    def rulings(self, mentions: Iterable[str]) -> dict[tuple[str, Claim | None], Review]:
        """The newest ruling on each of these mentions (claim None) and of their claims, as `reconcile` takes them.

        What a review amends a claim to is in the words of the newest text.
        """
        with self.to_read() as connection:
            return reviewing.rulings(connection, sorted(set(mentions)))

    def waiting(self) -> tuple[Waiting, ...]:
        """The decisions that could not be followed to the newest readings, by entry: a person must look."""
        with self.to_read() as connection:
            parts = (judging.holding(connection), reviewing.holding(connection), codings.holding(connection))
            every = [waiting for part in parts for waiting in part[1]]
        return tuple(sorted(every, key=lambda one: one.entry))

    def redact(self, report_id: str, *, by: str, why: str, at: datetime | None = None) -> Entry:
        """Withdraw a report: the words of its texts and readings go, hashes, ids and decisions stay.

        Raises BadInput for a report that is not there or is withdrawn. Where `shred` then raises Unavailable, the
        report is withdrawn all the same, but freed pages may still hold words: call `shred` again.
        """
        with self.to_write() as writer:
            entry = redacting.redact(writer, report_id, by=by, why=why, at=at or datetime.now(UTC))
        self.shred()
        return entry

    def shred(self) -> None:
        """Rewrite the database so that nothing of withdrawn words is left in its files; may take minutes."""
        with self._writes, said_plainly(self.name):
            self._dialect.shred(self._engine)

    # Incidents

    def replace_incidents(self, reconciled: Iterable[Reconciled], at_entry: int, maker: str = "") -> None:
        """Keep what link and reconcile found, in place of all that was kept.

        at_entry: the newest entry's number when the readings and judgements were read. maker: the name and version of
        what made them. Raises `Overtaken` where incidents folded from a later entry are there already.
        """
        with self.to_write() as writer:
            incident_writing.replace_all(writer, reconciled, at_entry, maker)

    def update_incidents(self, changed: Sequence[Reconciled], removed: Sequence[str], at_entry: int) -> None:
        """Keep some incidents anew and drop others by id, the rest staying as they are."""
        with self.to_write() as writer:
            incident_writing.change(writer, changed, removed, at_entry)

    def incidents(self, query: IncidentQuery | None = None) -> list[IncidentRow]:
        """The rows that fit, by first day, the undated last; all for None. Raises BadInput for a senseless query."""
        with self.to_read() as connection:
            return asking.find(connection, self._dialect, query or IncidentQuery())

    def select(self, query: IncidentQuery | None = None) -> Selection:
        """All that fit, for counting: as `incidents`, from columns kept in memory and brought up to date at each call.

        The first call reads the whole table: seconds for a million. Raises BadInput as `incidents` does.
        """
        with self.to_read() as connection:
            return self._selector.select(connection, self._dialect, query or IncidentQuery(), keep=not self.batching)

    def ids(self, keys: Iterable[int]) -> dict[int, str]:
        """The incidents' ids by `Rows.key`; those that are not there any more are left out."""
        with self.to_read() as connection:
            return asking.ids_at(connection, sorted(keys))

    def incident(self, handle: str) -> Reconciled:
        """One incident by its id, an id that was merged into it, or an unambiguous beginning of its id.

        Raises BadInput for one that is not there, naming close ids.
        """
        with self.to_read() as connection:
            return asking.by_handle(connection, handle)

    def members(self, incident_ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The mentions of each of these incidents, as in `Incident`; ids that are not there are left out."""
        with self.to_read() as connection:
            return incidents.members(connection, incident_ids)

    def row(self, incident_id: str) -> IncidentRow:
        """The table's row of one incident, by its id; raises BadInput for one that is not there."""
        with self.to_read() as connection:
            return asking.row_of(connection, incident_id)

    def several_incidents(self, ids: Sequence[str]) -> list[Reconciled]:
        """The incidents of these ids whole, in the order of the ids; those that are not there are left out."""
        with self.to_read() as connection:
            return incidents.several(connection, ids)

    def unsure_incidents(self, most: int | None = None) -> list[Reconciled]:
        """The incidents that wait for a decision on a near pair, the one with the likeliest pair first."""
        with self.to_read() as connection:
            return incidents.unsure(connection, most)

    def unchecked(self, what: Unchecked, limit: int, cursor: str | None = None) -> list[IncidentRow]:
        """The incidents that wait for a reviewer, the newest first, the undated last; cursor: of the last row seen."""
        with self.to_read() as connection:
            return asking.unchecked(connection, what, limit, cursor)

    def count_unchecked(self, what: Unchecked, most: int | None = None) -> int:
        """How many incidents wait for a reviewer; most: no more are counted."""
        with self.to_read() as connection:
            return incidents.unchecked(connection, what, most)

    def each_incident(self) -> Iterator[Reconciled]:
        """Every incident whole, in the order of the table: much cheaper than one by one."""
        return (found for _, found in self._by_chunks(incidents.after, lambda pair: pair[0], -1))

    def mentions(self, ids: Iterable[str]) -> dict[str, Mention]:
        """The mentions of current readings that bear these ids; those that no current reading tells are left out."""
        with self.to_read() as connection:
            return incidents.mentions_of(connection, sorted(set(ids)))

    def incidents_of(self, mentions: Iterable[str]) -> dict[str, str]:
        """Of these mentions, each that is part of an incident, to the incident's id."""
        with self.to_read() as connection:
            return incidents.holding(connection, sorted(set(mentions)))

    def incidents_beside(self, mention: str) -> tuple[str, ...]:
        """The ids of the incidents that hold what the report of a mention, of any reading, tells now."""
        with self.to_read() as connection:
            return tuple(incidents.beside(connection, mention))

    def search_reports(self, words: str, *, limit: int = 50, after: str = "") -> list[Report]:
        """Newest revisions whose title and text hold all the words, "..." for a phrase; by id, at most `limit` of ids
        beyond `after`.

        Of a text beyond 60,000 words the rest is not searched. Raises BadInput where no word is asked for.
        """
        with self.to_read() as connection:
            return asking.search_reports(connection, self._dialect, words, limit, after)

    def folded(self) -> Folded:
        """How far the incidents are, and what made them."""
        with self.to_read() as connection:
            return incidents.how_far(connection)

    def stale(self) -> bool:
        """True where entries came after the one that the incidents were folded from."""
        folded = self.folded()
        return folded.newest > folded.at

    def history(self, handle: str) -> tuple[Change, ...]:
        """What each entry changed of an incident, oldest first; handle: as in `incident`."""
        with self.to_read() as connection:
            return history.history(connection, handle)

    # Proof

    def verify(self, noted: str | None = None) -> list[Fault]:
        """What does not fit: hashes, the chain, spans, the tables; empty where all is well. The first entry first.

        noted: `NUMBER:DIGEST` of an entry noted earlier; only by it can it be told that the ledger's end was cut off.
        """
        with self.to_read() as connection:
            return verifying.verify(connection, self._dialect, noted)

    def rebuild(self) -> None:
        """Make the tables of reports, readings and mentions anew from the entries; incidents are the pipeline's.

        Raises LedgerDamaged where an entry does not fit its hash.
        """
        with self.to_write() as writer:
            rebuilding.rebuild(writer)
