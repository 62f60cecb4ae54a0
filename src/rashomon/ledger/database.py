"""Opening a ledger's database, and what is said when that fails.

Invariant: a ledger's file comes into being whole, by one rename; a database's tables in one transaction. No opening
changes a ledger that this program cannot read.
"""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, inspect, make_url, select
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError

from rashomon.errors import BadInput, LedgerDamaged, Unavailable
from rashomon.ledger import migrating, schema
from rashomon.ledger.dialect import Dialect
from rashomon.ledger.postgresql import Postgresql
from rashomon.ledger.schema import alembic_version, metadata
from rashomon.ledger.sqlite import APPLICATION_ID, Sqlite

PAGE_BYTES = 8192  # entries are of one or two kilobytes: on SQLite's usual 4096 a third of the file stays empty
_DAMAGED = ("malformed", "not a database", "file is encrypted")
_FULL = ("disk is full", "no space left", "disk i/o error", "disk full")


def connect(location: str, *, create: bool) -> tuple[Engine, Dialect, str]:
    """The engine, the dialect and the ledger's name for people (without a password).

    Raises BadInput for a location that is no ledger or one of a newer program, Unavailable where it cannot be
    reached, LedgerDamaged for a file that is broken.
    """
    dialect: Dialect
    if "://" in location:
        name, dialect = _name_of(location), Postgresql()
    else:
        name, dialect = location, Sqlite()
        _check_file(Path(location), create=create)
    with said_plainly(name):
        engine = dialect.engine(location)
        try:
            _check_schema(engine, dialect, name, create=create)
        except BaseException:
            engine.dispose()
            raise
    return engine, dialect, name


@contextmanager
def said_plainly(name: str) -> Iterator[None]:
    """Turns the databases' own errors into messages for people; `name` is the ledger's."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise BadInput(f"{error.object!r} holds a lone surrogate, which no ledger holds: write it without") from error
    except (DBAPIError, sqlite3.Error) as error:
        said = _first_line(str(error.orig if isinstance(error, DBAPIError) else error).strip())
        low = said.casefold()
        if any(mark in low for mark in _DAMAGED):
            raise LedgerDamaged(
                f"the ledger {name} is damaged or cut off ({said}): keep the file as it is, and restore the ledger "
                "from a bundle or a copy; nothing was changed"
            ) from error
        if "cannot contain nul" in low:
            raise BadInput(
                "what was asked holds a NUL character (U+0000), which no ledger holds: write it without"
            ) from error
        if any(mark in low for mark in _FULL):
            raise Unavailable(
                f"no room to write the ledger {name} ({said}): make room and run again; nothing is half written"
            ) from error
        if "readonly" in low or "read-only" in low:
            raise Unavailable(
                f"the ledger {name} can only be read: ask for the right to write it and its folder; nothing was changed"
            ) from error
        if "locked" in low or "lock timeout" in low:
            raise Unavailable(
                f"another program is writing the ledger {name}: wait for it and run again; nothing was changed"
            ) from error
        if isinstance(error, OperationalError | InterfaceError | sqlite3.OperationalError):
            raise Unavailable(
                f"the ledger {name} cannot be reached ({said}): check that it is there and running, "
                "then run again; what was not acknowledged was not written"
            ) from error
        if isinstance(error, DBAPIError) and error.connection_invalidated:
            raise Unavailable(
                f"the connection to the ledger {name} broke: run again; what was not acknowledged was not written"
            ) from error
        raise


def _first_line(said: str) -> str:
    return said.splitlines()[0] if said else "no reason given"


def _name_of(location: str) -> str:
    try:
        url = make_url(location)
    except (ArgumentError, ValueError):
        raise BadInput(
            f"{location!r} is no database URL: write postgresql://USER@HOST/DATABASE, or a file's path"
        ) from None
    if url.get_backend_name() not in ("postgresql", "postgres"):
        raise BadInput(
            f"{url.drivername}:// is no database that rashomon keeps ledgers in: use a file's path (SQLite) "
            "or postgresql://USER@HOST/DATABASE"
        )
    if not url.database:
        raise BadInput(f"{url.render_as_string()} names no database: add /DATABASE at its end")
    return url.render_as_string()


def _check_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise BadInput(f"{path} is a folder: give the path of a ledger file, such as {path / 'rashomon.db'}")
    if not path.exists():
        if not create:
            raise BadInput(f"there is no ledger at {path}: `rashomon build` makes one, --ledger names another")
        create_file(path)
    with said_plainly(str(path)):
        try:
            head = path.open("rb").read(100)
        except OSError as error:
            raise Unavailable(f"{path} cannot be read ({error.strerror}): ask for the right to") from error
    if not head:
        raise BadInput(f"{path} is empty: if it was a ledger, its content is lost; remove the file to begin a new one")
    if not head.startswith(b"SQLite format 3\0"):
        raise BadInput(f"{path} is no ledger (not an SQLite database): give another path; nothing was changed")
    _refuse_cut(path, head)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise BadInput(
            f"{path} is an SQLite database, but no ledger of rashomon: give another path; nothing was changed"
        )


def _refuse_cut(path: Path, head: bytes) -> None:
    """Raises LedgerDamaged for a file shorter than its header says. A log may still hold what is missing."""
    page = int.from_bytes(head[16:18], "big")
    size = (65536 if page == 1 else page) * int.from_bytes(head[28:32], "big")
    log = path.with_name(path.name + "-wal")
    there = path.stat().st_size
    if there < size and not (log.exists() and log.stat().st_size):
        raise LedgerDamaged(
            f"the ledger {path} is cut off: {there} bytes are there of {size}; keep the file as it is, and restore "
            "the ledger from a bundle or a copy (nothing was changed)"
        )


def create_file(path: Path) -> None:
    """Make an empty ledger at `path`, whole or not at all; a ledger that somebody else makes meanwhile is left."""
    try:
        handle, scratch_name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.absolute().parent)
    except OSError as error:
        raise Unavailable(
            f"no ledger can be made at {path} ({error.strerror}): check the folder and its rights"
        ) from error
    os.close(handle)
    scratch = Path(scratch_name)
    try:
        with said_plainly(str(path)):
            dialect = Sqlite()
            engine = dialect.on_file(scratch, "rw")
            try:
                _set(engine, f"page_size = {PAGE_BYTES}")
                with engine.connect().execution_options(writes=True) as connection, connection.begin():
                    create_tables(connection, dialect)
                # Readers never wait for the writer; the setting stays in the file.
                _set(engine, "journal_mode = WAL")
            finally:
                engine.dispose()
        _place(scratch, path)
    finally:
        for left in (scratch, *(scratch.with_name(scratch.name + end) for end in ("-wal", "-shm", "-journal"))):
            left.unlink(missing_ok=True)


def _set(engine: Engine, setting: str) -> None:
    raw = engine.raw_connection()
    try:
        raw.cursor().execute(f"PRAGMA {setting}")
    finally:
        raw.close()


def _place(scratch: Path, path: Path) -> None:
    mode = 0o666 & ~_umask()
    scratch.chmod(mode)
    try:
        os.link(scratch, path)  # fails where the path is taken, which a rename would not
    except FileExistsError:
        return
    except OSError:
        # A file system without hard links, such as FAT.
        if not path.exists():
            scratch.rename(path)
    folder = os.open(path.absolute().parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def create_tables(connection: Connection, dialect: Dialect) -> None:
    """All tables of the newest schema, stamped as such."""
    metadata.create_all(connection)
    dialect.create_indexes(connection)
    alembic_version.create(connection)
    connection.execute(insert(alembic_version).values(version_num=schema.SCHEMA_VERSION))


def _check_schema(engine: Engine, dialect: Dialect, name: str, *, create: bool) -> None:
    with engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
    if "alembic_version" not in tables:
        if tables or not create:
            raise BadInput(f"{name} holds no ledger of rashomon: give another; nothing was changed")
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            dialect.begin(connection)
            if "alembic_version" not in inspect(connection).get_table_names():
                create_tables(connection, dialect)
    _bring_up_to_date(engine, dialect, name)


def _bring_up_to_date(engine: Engine, dialect: Dialect, name: str) -> None:
    with engine.connect() as connection:
        version = schema_of(connection)
    if version != schema.SCHEMA_VERSION and version is not None and migrating.is_older(version):
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            dialect.begin(connection)
            migrating.upgrade(connection)
    with engine.connect() as connection:
        refuse_other_schema(connection, name)


def schema_of(connection: Connection) -> str | None:
    """The version of a ledger's schema; None where it bears none."""
    return connection.execute(select(alembic_version.c.version_num)).scalar()


def refuse_other_schema(connection: Connection, name: str) -> None:
    """Raises BadInput where the ledger's schema is not this program's; asked again in every writing transaction."""
    version = schema_of(connection)
    if version != schema.SCHEMA_VERSION:
        raise BadInput(
            f"the ledger {name} has schema {version}, this program writes {schema.SCHEMA_VERSION}: "
            "a newer program made it; update this one (nothing was changed)"
        )
