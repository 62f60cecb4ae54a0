"""The accounts' database: beside a ledger's file, or in a schema of its own in the ledger's PostgreSQL database.

Invariant: nothing of it ever stands in the ledger, so that a ledger that is shared holds no password hash.
"""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, make_url, select, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from rashomon.errors import BadInput, Unavailable
from rashomon.web.accounts import tables

END = ".accounts"  # the file's name is the ledger's and this
_WAIT_S = 30
_LOCK = 0x72616363  # the advisory lock's key on PostgreSQL: another one than the ledger's


class Store:
    """Transactions on the accounts' tables, which are made by the first one that writes.

    name: for people, without a password. Several threads and several programs may use one.
    """

    def __init__(self, ledger_location: str) -> None:
        self._path: Path | None = None
        if "://" in ledger_location:
            url = make_url(ledger_location).set(drivername="postgresql+psycopg")
            self.name = f"{url.render_as_string()} ({tables.SCHEMA})"
            self._engine = create_engine(url, pool_size=4, max_overflow=60, connect_args={"connect_timeout": 10})
        else:
            self._path = Path(f"{ledger_location}{END}")
            self.name = str(self._path)
            self._engine = _on_file(self._path)
        self._known = False  # True once the tables were seen
        self._lock = threading.Lock()

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    def there(self) -> bool:
        """True where the tables are made; raises BadInput for another database and for a newer program's tables."""
        if self._path is not None and not self._path.exists():
            return False
        if not self._known:
            with self._said_plainly(), self._engine.connect() as connection:
                self._known = self._made(connection)
        return self._known

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection all whose questions see one state; only where `there`."""
        with self._said_plainly(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One writing transaction; one at a time, whichever threads and programs write."""
        if self._path is not None:
            _create_file(self._path)
        with (
            self._lock,
            self._said_plainly(),
            self._engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            if self._path is None:
                connection.execute(text(f"SET LOCAL lock_timeout = '{_WAIT_S}s'"))
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            if not self._made(connection):
                self._make(connection)
            yield connection

    def _made(self, connection: Connection) -> bool:
        schema = None if self._path is not None else tables.SCHEMA
        names = set(inspect(connection).get_table_names(schema=schema))
        if not names:
            return False
        if "stamp" not in names or "person" not in names:
            raise BadInput(f"{self.name} holds no accounts of rashomon: move it away; nothing was changed")
        version = connection.execute(select(tables.stamp.c.value).where(tables.stamp.c.name == "version")).scalar()
        if version != str(tables.VERSION):
            raise BadInput(
                f"the accounts in {self.name} have version {version}, this program writes {tables.VERSION}: "
                "a newer program made them; update this one (nothing was changed)"
            )
        return True

    def _make(self, connection: Connection) -> None:
        if self._path is None:
            connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {tables.SCHEMA}"))
        tables.metadata.create_all(connection)
        for statement in tables.KEEP_LOG[connection.dialect.name]:
            connection.execute(text(statement))
        connection.execute(insert(tables.stamp).values(name="version", value=str(tables.VERSION)))

    @contextmanager
    def _said_plainly(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            said = str(error.orig).strip().partition("\n")[0]
            if "not a database" in said or "malformed" in said:
                raise BadInput(f"{self.name} is damaged, or holds no accounts ({said}): move it away") from error
            raise Unavailable(
                f"the accounts in {self.name} cannot be read or written now ({said}): check that they are there and "
                "may be written, then try again"
            ) from error


def _on_file(path: Path) -> Engine:
    def connect() -> sqlite3.Connection:
        return sqlite3.connect(path, timeout=_WAIT_S, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=4, max_overflow=60)
    engine = engine.execution_options(schema_translate_map={tables.SCHEMA: None})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(raw: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # The driver's own transactions begin late and would let two writers deadlock; `_begin` begins them instead.
    raw.isolation_level = None
    cursor = raw.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _create_file(path: Path) -> None:
    """An empty file that only its owner may read, where there is none; SQLite gives its log the same rights."""
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return
    except OSError as error:
        raise Unavailable(f"no accounts can be kept at {path} ({error.strerror}): check the folder") from error
    os.close(handle)
    with sqlite3.connect(path, timeout=_WAIT_S) as raw:
        raw.execute("PRAGMA journal_mode = WAL")  # readers never wait for the writer; the setting stays in the file
    raw.close()
