"""SQLite: one file, write-ahead log, FTS5 for words, R*Tree for boxes and days."""

import os
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from sqlalchemy import (
    BigInteger,
    Connection,
    Engine,
    Select,
    Table,
    column,
    create_engine,
    event,
    insert,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool
from sqlalchemy.sql.elements import ColumnElement

from rashomon.errors import BadInput, Unavailable
from rashomon.ledger.dialect import Area, Row

APPLICATION_ID = 0x72617368  # "rash", in the file's header: tells a ledger from another database
# What a large transaction changes is held in memory until its end, or the same pages and parts of the search index are
# written again and again.
WRITER_CACHE_KB = 512 * 1024
WORDS_KEPT_BACK = 64 << 20  # bytes
LOG_PAGES = 8_192  # of the log, 64 MB, are copied into the file at once
WAIT_MS = 30_000  # how long a writer waits for another one
MOST_DAYS = 4_000_000  # beyond the ordinal of 31 December 9999

_TEXTS = ("incident_text", "report_text")
_TOKENS = "'unicode61 remove_diacritics 0'"
_AREA = table(
    "incident_area", *[column(name) for name in ("key", "first_day", "last_day", "south", "north", "west", "east")]
)


class Sqlite:
    """The ways of SQLite 3.37 or newer."""

    name = "sqlite"
    reading_options: Mapping[str, Any] = MappingProxyType({})  # a reader sees one state from its first statement on

    def engine(self, location: str) -> Engine:
        """An engine on a file; it is only made by `database.create_file`, never by opening."""
        path = Path(location)
        if not path.is_file():
            raise BadInput(f"{location} is no file")
        return self.on_file(path, "rw" if is_writable(path) else "ro")

    def on_file(self, path: Path, mode: str) -> Engine:
        """An engine on a file; mode: SQLite's own "rw", "rwc" or "ro"."""
        # A log left by a writer must be read too; without one, a folder that nobody can write needs "immutable".
        log = path.with_name(path.name + "-wal")
        immutable = "&immutable=1" if mode == "ro" and not (log.exists() and log.stat().st_size) else ""
        address = f"file:{quote(str(path.absolute()))}?mode={mode}{immutable}"
        engine = create_engine(
            "sqlite+pysqlite://",
            creator=lambda: sqlite3.connect(address, uri=True, timeout=WAIT_MS / 1000, check_same_thread=False),
            poolclass=QueuePool,
            pool_size=4,
            max_overflow=60,
        )
        opened = _identity(path)

        def prepare(raw: DBAPIConnection, record: ConnectionPoolEntry) -> None:
            _prepare(raw)
            record.info.update(file=path, opened=opened)

        event.listen(engine, "connect", prepare)
        event.listen(engine, "begin", _begin)
        return engine

    def create_indexes(self, connection: Connection) -> None:
        """Make the R*Tree and the FTS5 tables."""
        connection.execute(
            text("CREATE VIRTUAL TABLE incident_area USING rtree(key, first_day, last_day, south, north, west, east)")
        )
        for name in _TEXTS:
            # Words are folded before they come here, and the texts themselves stand elsewhere: content=''.
            connection.execute(text(f"CREATE VIRTUAL TABLE {name} USING fts5(words, content='', tokenize={_TOKENS})"))
        connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))

    def begin(self, connection: Connection) -> None:
        """Raises Unavailable where the file was taken away: what is written into it then is lost to everybody.

        The waiting was done by BEGIN IMMEDIATE (`_begin`).
        """
        file, opened = connection.info["file"], connection.info["opened"]
        if not file.exists() or _identity(file) != opened:
            raise Unavailable(
                f"the ledger {file} was moved, removed or replaced while it was open: nothing was written, open it anew"
            )
        connection.exec_driver_sql(f"PRAGMA cache_size = -{WRITER_CACHE_KB}")
        for name in _TEXTS:
            asked = f"SELECT v FROM {name}_config WHERE k = 'hashsize'"  # noqa: S608 - one of two names
            if connection.exec_driver_sql(asked).scalar() != WORDS_KEPT_BACK:
                setting = f"INSERT INTO {name}({name}, rank) VALUES ('hashsize', {WORDS_KEPT_BACK})"  # noqa: S608
                connection.exec_driver_sql(setting)

    def insert(self, connection: Connection, table: Table, rows: Sequence[Row]) -> None:
        """Insert many rows."""
        if rows:
            connection.execute(insert(table), [dict(row) for row in rows])

    def add_areas(self, connection: Connection, areas: Sequence[Area]) -> None:
        """Put areas under their keys."""
        _many(
            connection,
            "INSERT INTO incident_area VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(area.key, area.first_day, area.last_day, area.south, area.north, area.west, area.east) for area in areas],
        )

    def remove_areas(self, connection: Connection, keys: Sequence[int] | None) -> None:
        """Take the areas of these keys out; of all for None."""
        if keys is None:
            connection.exec_driver_sql("DELETE FROM incident_area")
        else:
            _many(connection, "DELETE FROM incident_area WHERE key = ?", [(key,) for key in keys])

    def in_area(self, area: Area) -> Select[int]:
        """The keys of areas that meet this one. R*Tree rounds outward to 32 bits: the caller looks at the rest."""
        found: Select[int] = select(_AREA.c.key).where(
            _AREA.c.first_day <= area.last_day,
            _AREA.c.last_day >= area.first_day,
            _AREA.c.south <= area.north,
            _AREA.c.north >= area.south,
            _AREA.c.west <= area.east,
            _AREA.c.east >= area.west,
        )
        return found

    def add_words(self, connection: Connection, table: str, texts: Sequence[tuple[int, Sequence[str]]]) -> None:
        """Make keys findable by their folded words."""
        statement = f"INSERT INTO {_known(table)}(rowid, words) VALUES (?, ?)"  # noqa: S608 - one of two names
        _many(connection, statement, [(key, " ".join(words)) for key, words in texts])

    def remove_words(self, connection: Connection, table: str, texts: Sequence[tuple[int, Sequence[str]]]) -> None:
        """Take keys out again, with the very words they were added with."""
        statement = f"INSERT INTO {_known(table)}({table}, rowid, words) VALUES ('delete', ?, ?)"  # noqa: S608
        _many(connection, statement, [(key, " ".join(words)) for key, words in texts])

    def clear_words(self, connection: Connection, table: str) -> None:
        """Take all keys out."""
        connection.exec_driver_sql(f"INSERT INTO {_known(table)}({table}) VALUES ('delete-all')")  # noqa: S608

    def by_words(
        self,
        statement: Select[Any],
        key: ColumnElement[int],
        table: str,
        phrases: Sequence[Sequence[str]],
    ) -> tuple[Select[Any], ColumnElement[int]]:
        """The statement narrowed to rows whose key is found by all phrases.

        The words lead the join: FTS5 gives its rows in the order of the key, so that a limit stops early.
        """
        match = _match(phrases)
        name = _known(table)
        rowid: ColumnElement[int] = literal_column(f"{name}.rowid", BigInteger)
        matching = text(f"{name} MATCH :match").bindparams(match=match)
        return statement.where(key == rowid, matching).select_from(text(name)), rowid

    def keys_by_words(
        self, connection: Connection, table: str, phrases: Sequence[Sequence[str]], most: int | None = None
    ) -> Sequence[int]:
        """The keys that are found by all phrases; most: any so many of them, None for all."""
        name = _known(table)
        asked = f"SELECT rowid FROM {name} WHERE {name} MATCH ? LIMIT ?"  # noqa: S608 - one of two names
        found = connection.exec_driver_sql(asked, (_match(phrases), -1 if most is None else most))
        return list(found.scalars())

    def analyse(self, connection: Connection) -> None:
        """A thousand rows of each index tell enough."""
        connection.exec_driver_sql("PRAGMA analysis_limit = 1000")
        connection.exec_driver_sql("ANALYZE")

    def damage(self, connection: Connection) -> list[str]:
        """What SQLite's own check finds broken."""
        said = connection.exec_driver_sql("PRAGMA quick_check(20)").scalars().all()
        return [f"SQLite finds the file damaged: {line}" for line in said if line != "ok"]

    def counted(self, connection: Connection, table: str) -> int:
        """How many keys a table of boxes or of words has."""
        rows = table if table == "incident_area" else f"{_known(table)}_docsize"
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {rows}").scalar_one())  # noqa: S608

    def shred(self, engine: Engine) -> None:
        """Rewrite the file and empty its log: freed pages keep their words until then."""
        raw = engine.raw_connection()
        try:
            for name in _TEXTS:  # a deleted word stays in the index until its parts are merged
                raw.cursor().execute(f"INSERT INTO {name}({name}) VALUES ('optimize')")  # noqa: S608
            raw.cursor().execute("VACUUM")
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            raw.close()


def _match(phrases: Sequence[Sequence[str]]) -> str:
    return " AND ".join('"' + " ".join(phrase) + '"' for phrase in phrases)


def _identity(path: Path) -> tuple[int, int]:
    there = path.stat()
    return there.st_dev, there.st_ino


def is_writable(path: Path) -> bool:
    """True where both the file and its folder, which holds the log, can be written."""
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)


def _known(name: str) -> str:
    if name not in _TEXTS:
        raise ValueError(f"no table of words: {name}")
    return name


def _many(connection: Connection, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
    if rows:
        connection.exec_driver_sql(statement, list(rows))


def _prepare(raw: DBAPIConnection) -> None:
    # The driver's own transactions begin late and would let two writers deadlock; `_begin` begins them instead.
    raw.isolation_level = None
    cursor = raw.cursor()
    # FULL: an acknowledged entry survives a loss of power, not only the death of the process.
    for setting in (
        "synchronous = FULL",
        "foreign_keys = ON",
        "cache_size = -65536",
        f"wal_autocheckpoint = {LOG_PAGES}",
        "mmap_size = 1073741824",
    ):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
