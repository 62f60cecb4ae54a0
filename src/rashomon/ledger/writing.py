"""One writing transaction: entries appended to the chain, rows kept back and written many at a time.

Invariant: an entry's number is its predecessor's plus one, and both the entry and every cache row that follows from it
are committed together or not at all.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from operator import itemgetter

from sqlalchemy import Connection, Table, select

from rashomon.ledger.chain import NO_ENTRY, entry_digest
from rashomon.ledger.codec import canonical, moment_text, plain, sha256_of
from rashomon.ledger.dialect import Dialect
from rashomon.ledger.schema import entry
from rashomon.records import Entry, EntryKind

_MOST_KEPT_BACK = 20_000  # rows, of a few kilobytes at most


class Writer:
    """Appends within one transaction. `connection` may be read from after `flush`."""

    def __init__(self, connection: Connection, dialect: Dialect) -> None:
        self.connection = connection
        self.dialect = dialect
        self._kept: dict[str, tuple[Table, list[Mapping[str, object]]]] = {}
        self._texts: list[tuple[int, list[str]]] = []
        self._count = 0
        self.touched: set[str] = set()  # report ids with rows kept back
        newest = connection.execute(
            select(entry.c.number, entry.c.digest, entry.c.at).order_by(entry.c.number.desc()).limit(1)
        ).first()
        self._number: int = newest[0] if newest else 0
        self._digest: str = newest[1] if newest else NO_ENTRY
        self._previous = NO_ENTRY
        self._at: str = newest[2] if newest else ""

    @property
    def number(self) -> int:
        """The newest entry's number; 0 before the first."""
        return self._number

    @property
    def previous(self) -> str:
        """What the newest entry is chained to."""
        return self._previous

    @property
    def digest(self) -> str:
        """The newest entry's digest; 64 zeros before the first."""
        return self._digest

    def append(
        self,
        kind: EntryKind,
        subject: str,
        record: object,
        *,
        by: str,
        why: str,
    ) -> Entry:
        """Chain one entry. It bears the present, but never a time before its predecessor's: a clock may be set back."""
        payload = canonical(record)
        for text, what in ((subject, "the subject"), (by, "the name"), (why, "the reason")):
            plain(text, what)
        moment = max(moment_text(datetime.now(UTC)), self._at)
        self.put(self._number + 1, kind, subject, payload, sha256_of(payload), by, moment, why)
        return Entry(
            self._number, kind, subject, payload, by, datetime.fromisoformat(moment), why, self._previous, self._digest
        )

    def put(
        self,
        number: int,
        kind: EntryKind,
        subject: str,
        payload: str | None,
        payload_digest: str,
        by: str,
        at: str,
        why: str,
    ) -> None:
        """Chain one entry from its stored fields."""
        self._previous = self._digest
        self._digest = entry_digest(number, kind, subject, payload_digest, by, at, why, self._previous)
        self._number, self._at = number, at
        self.keep(
            entry,
            {
                "number": number,
                "kind": kind.value,
                "subject": subject,
                "payload": payload,
                "payload_digest": payload_digest,
                "by": by,
                "at": at,
                "why": why,
                "previous": self._previous,
                "digest": self._digest,
            },
        )

    def keep(self, table: Table, row: Mapping[str, object]) -> None:
        """Insert a row, now or with others."""
        self._kept.setdefault(table.name, (table, []))[1].append(row)
        self._count += 1
        if self._count >= _MOST_KEPT_BACK:
            self.flush()

    def keep_words(self, number: int, words: list[str]) -> None:
        """Make a report's text, which entry `number` holds, findable by its words."""
        self._texts.append((number, words))
        self._count += len(words) // 20

    def flush(self) -> None:
        """Write what was kept back, each table in the order of its key: a large one is then read and written once."""
        for table, rows in self._kept.values():
            keys = [column.name for column in table.primary_key]
            self.dialect.insert(self.connection, table, sorted(rows, key=itemgetter(*keys)))
        self.dialect.add_words(self.connection, "report_text", self._texts)
        self._kept, self._texts, self._count = {}, [], 0
        self.touched.clear()
