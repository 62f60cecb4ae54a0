"""PostgreSQL: tsvector and GIN for words, GiST for boxes and days, an advisory lock for one writer at a time."""

from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import (
    BigInteger,
    Connection,
    Engine,
    Select,
    Table,
    column,
    create_engine,
    func,
    make_url,
    select,
    table,
    text,
)
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.selectable import TextualSelect

from rashomon.errors import MissingResource
from rashomon.ledger.dialect import Area, Row

if TYPE_CHECKING:
    import psycopg

LOCK = 0x72617368  # the advisory lock's key, any number that is always the same
WAIT = "30s"
_MOST_POSITION = 16_383  # tsvector's own limit: later words are found, but not in a phrase
_TEXTS = ("incident_text", "report_text")
_AREA = table("incident_area", column("key", BigInteger), column("area"), column("days"))


class Postgresql:
    """The ways of PostgreSQL 13 or newer, through psycopg 3."""

    name = "postgresql"
    # All statements of one reader see one state, or `verify` would find faults where somebody writes.
    reading_options: Mapping[str, Any] = MappingProxyType({"isolation_level": "REPEATABLE READ"})

    def engine(self, location: str) -> Engine:
        """An engine on a database that is there already."""
        if find_spec("psycopg") is None:
            raise MissingResource("a ledger in PostgreSQL needs psycopg: pip install 'rashomon[postgresql]'")
        url = make_url(location).set(drivername="postgresql+psycopg")
        return create_engine(url, pool_size=4, max_overflow=60, connect_args={"connect_timeout": 10})

    def create_indexes(self, connection: Connection) -> None:
        """Make the tables for boxes and for words."""
        for statement in (
            "CREATE TABLE incident_area (key bigint PRIMARY KEY, area box NOT NULL, days int4range NOT NULL)",
            "CREATE INDEX incident_area_box ON incident_area USING gist (area, days)",
            "CREATE TABLE incident_text (key bigint PRIMARY KEY, words tsvector NOT NULL)",
            "CREATE INDEX incident_text_words ON incident_text USING gin (words)",
            "CREATE TABLE report_text (key bigint PRIMARY KEY, words tsvector NOT NULL)",
            "CREATE INDEX report_text_words ON report_text USING gin (words)",
        ):
            connection.execute(text(statement))

    def begin(self, connection: Connection) -> None:
        """Take the lock that all writers take; it goes with the transaction, or with the connection."""
        connection.execute(text(f"SET LOCAL lock_timeout = '{WAIT}'"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})

    def insert(self, connection: Connection, table: Table, rows: Sequence[Row]) -> None:
        """Insert many rows by COPY, several times as fast as INSERT."""
        if rows:
            names = list(rows[0])
            _copy_in(connection, table.name, names, ([row[name] for name in names] for row in rows))

    def add_areas(self, connection: Connection, areas: Sequence[Area]) -> None:
        """Put areas under their keys."""
        rows = (
            (
                area.key,
                f"(({area.west},{area.south}),({area.east},{area.north}))",
                f"[{area.first_day},{area.last_day}]",
            )
            for area in areas
        )
        _copy_in(connection, "incident_area", ["key", "area", "days"], rows)

    def remove_areas(self, connection: Connection, keys: Sequence[int] | None) -> None:
        """Take the areas of these keys out; of all for None."""
        if keys is None:
            connection.execute(text("DELETE FROM incident_area"))
        else:
            _many(connection, "DELETE FROM incident_area WHERE key = :key", [{"key": key} for key in keys])

    def in_area(self, area: Area) -> Select[int]:
        """The keys of areas that meet this one."""
        box = func.box(func.point(area.west, area.south), func.point(area.east, area.north))
        days = func.int4range(area.first_day, area.last_day, "[]")
        return select(_AREA.c.key).where(_AREA.c.area.op("&&")(box), _AREA.c.days.op("&&")(days))

    def add_words(self, connection: Connection, table: str, texts: Sequence[tuple[int, Sequence[str]]]) -> None:
        """Make keys findable by their folded words."""
        _copy_in(connection, _known(table), ["key", "words"], ((key, _vector(words)) for key, words in texts))

    def remove_words(self, connection: Connection, table: str, texts: Sequence[tuple[int, Sequence[str]]]) -> None:
        """Take keys out again."""
        statement = f"DELETE FROM {_known(table)} WHERE key = :key"  # noqa: S608
        _many(connection, statement, [{"key": key} for key, _ in texts])

    def clear_words(self, connection: Connection, table: str) -> None:
        """Take all keys out."""
        connection.execute(text(f"DELETE FROM {_known(table)}"))  # noqa: S608

    def by_words(
        self,
        statement: Select[Any],
        key: ColumnElement[int],
        table: str,
        phrases: Sequence[Sequence[str]],
    ) -> tuple[Select[Any], ColumnElement[int]]:
        """The statement narrowed to rows whose key is found by all phrases."""
        return statement.where(key.in_(_found(table, phrases).scalar_subquery())), key

    def keys_by_words(
        self, connection: Connection, table: str, phrases: Sequence[Sequence[str]], most: int | None = None
    ) -> Sequence[int]:
        """The keys that are found by all phrases; most: any so many of them, None for all."""
        found = _found(table, phrases).subquery()
        return list(connection.execute(select(found.c.key).limit(most)).scalars())

    def analyse(self, connection: Connection) -> None:
        """At once: autovacuum comes a minute later."""
        for name in (
            "incident",
            "incident_area",
            "incident_text",
            "incident_actor",
            "incident_mention",
            "incident_record",
        ):
            connection.execute(text(f"ANALYZE {name}"))

    def damage(self, connection: Connection) -> list[str]:  # noqa: ARG002 - the interface's
        """Nothing: PostgreSQL raises on what is broken (its `amcheck` is the keeper's to run)."""
        return []

    def counted(self, connection: Connection, table: str) -> int:
        """How many keys a table of boxes or of words has."""
        rows = table if table == "incident_area" else _known(table)
        return int(connection.execute(text(f"SELECT count(*) FROM {rows}")).scalar_one())  # noqa: S608

    def shred(self, engine: Engine) -> None:
        """Rewrite the tables that held the words. Backups and archived logs are the keeper's to shred."""
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for name in ("entry", "mention", "incident", "incident_record", "report_text", "incident_text", "actor"):
                connection.execute(text(f"VACUUM FULL {name}"))


def _copy_in(connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """COPY rows into a table; the driver's errors come as SQLAlchemy's, as from everything else."""
    import psycopg

    quoted = ", ".join(f'"{name}"' for name in columns)
    statement = f"COPY {table} ({quoted}) FROM STDIN"
    try:
        with _driver(connection).cursor() as cursor, cursor.copy(statement.encode()) as copy:
            for row in rows:
                copy.write_row(row)
    except psycopg.OperationalError as error:
        raise OperationalError(statement, None, error) from error
    except psycopg.Error as error:
        raise DBAPIError(statement, None, error) from error


def _driver(connection: Connection) -> "psycopg.Connection[Any]":
    return cast("psycopg.Connection[Any]", connection.connection.driver_connection)


def _known(name: str) -> str:
    if name not in _TEXTS:
        raise ValueError(f"no table of words: {name}")
    return name


def _found(table: str, phrases: Sequence[Sequence[str]]) -> TextualSelect:
    asked = " & ".join("(" + " <-> ".join(f"'{word}'" for word in phrase) + ")" for phrase in phrases)
    condition = text(f"SELECT key FROM {_known(table)} WHERE words @@ CAST(:match AS tsquery)")  # noqa: S608
    return condition.bindparams(match=asked).columns(column("key", BigInteger))


def _many(connection: Connection, statement: str, rows: Sequence[dict[str, object]]) -> None:
    if rows:
        connection.execute(text(statement), list(rows))


def _vector(words: Sequence[str]) -> str:
    """The words with their places, as tsvector writes them; folded words hold no quote and no backslash."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words, 1):
        places.setdefault(word, []).append(min(place, _MOST_POSITION))
    return " ".join(f"'{word}':{','.join(map(str, at[:255]))}" for word, at in places.items())
