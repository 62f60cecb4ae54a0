"""Ledgers of every released schema open in this program, with all that they hold."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from tests.ledger.planted import reading, report

from rashomon.errors import BadInput
from rashomon.ledger import Ledger, migrating, schema
from rashomon.ledger.postgresql import Postgresql
from rashomon.ledger.sqlite import Sqlite

_NEXT = '''
"""A schema after this program's, for the tests."""

from alembic import op

revision = "0002"
down_revision = "{newest}"


def upgrade() -> None:
    op.execute("ALTER TABLE stamp ADD COLUMN remark TEXT")
'''


@pytest.fixture
def engine(tmp_path: Path, database: str | None) -> Iterator[Engine]:
    """An empty database."""
    made = Postgresql().engine(database) if database else Sqlite().on_file(_touched(tmp_path / "empty.db"), "rw")
    yield made
    made.dispose()


def _touched(path: Path) -> Path:
    path.touch()
    return path


def shape(engine: Engine) -> list[str]:
    """Everything that makes up the schema, as the database itself tells it."""
    if engine.dialect.name == "sqlite":
        asked = "SELECT coalesce(sql, name) FROM sqlite_master"
    else:
        asked = (
            "SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, collation_name)"
            " FROM information_schema.columns WHERE table_schema = 'public'"
            " UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'"
        )
    with engine.connect() as connection:
        return sorted(" ".join(line.split()) for line in connection.execute(text(asked)).scalars())


def test_the_migrations_make_the_same_tables_as_a_new_ledger(
    engine: Engine, tmp_path: Path, database: str | None
) -> None:
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        migrating.upgrade(connection)
    migrated = shape(engine)
    if database:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    location = database or str(tmp_path / "new.db")
    with Ledger.open(location) as ledger:
        assert shape(ledger._engine) == migrated


def test_the_newest_migration_is_the_schema_that_the_program_writes() -> None:
    newest = max(path.name for path in (migrating.FOLDER / "versions").glob("*.py"))
    assert newest.startswith(schema.SCHEMA_VERSION + "_")


@pytest.fixture
def newer_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """This program as if it had one more migration."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrating.FOLDER, folder)
    (folder / "versions" / "0002_next.py").write_text(_NEXT.format(newest=schema.SCHEMA_VERSION))
    monkeypatch.setattr(migrating.upgrade, "__defaults__", (folder,))
    monkeypatch.setattr(migrating.is_older, "__defaults__", (folder,))
    monkeypatch.setattr(schema, "SCHEMA_VERSION", "0002")


def test_an_older_ledger_is_brought_up_to_date_and_keeps_everything(
    location: str, request: pytest.FixtureRequest
) -> None:
    one = report()
    with Ledger.open(location) as ledger:
        ledger.add_read(one, reading(one))
        entries = list(ledger.entries())
    request.getfixturevalue("newer_program")
    with Ledger.open(location) as ledger:
        assert list(ledger.entries()) == entries
        assert ledger.verify() == []
        ledger.add_report(report("r-2"))


def test_two_versions_of_the_program_on_one_ledger_do_not_harm_it(
    location: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger.open(location) as old:
        written = schema.SCHEMA_VERSION
        old.add_report(report("r-1"))
        request.getfixturevalue("newer_program")
        with Ledger.open(location) as new:
            new.add_report(report("r-2"))
            monkeypatch.setattr(schema, "SCHEMA_VERSION", written)
            with pytest.raises(BadInput, match=f"has schema 0002, this program writes {written}"):
                old.add_report(report("r-3"))
            assert [known.id for known in old.reports()] == ["r-1", "r-2"]
