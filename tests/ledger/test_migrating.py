"""Ledgers of every released schema open in this program, with all that they hold."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from tests.ledger.planted import incident_id, mortar, reading, reconciled, report, strike

from rashomon.errors import BadInput
from rashomon.ledger import Ledger, Unchecked, migrating, schema
from rashomon.ledger.postgresql import Postgresql
from rashomon.ledger.sqlite import Sqlite
from rashomon.records import Contradiction, Join, Verdict

_NEXT = '''
"""A schema after this program's, for the tests."""

from alembic import op

revision = "9999"
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
        asked = (  # without the statistics that ANALYZE makes a table for
            "SELECT json_array(m.name, c.cid, c.name, c.type, c.'notnull', c.dflt_value, c.pk)"
            " FROM sqlite_master m, pragma_table_xinfo(m.name) c"
            " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_stat%'"
            " UNION ALL SELECT json_array(m.name, i.name, i.'unique', i.partial, x.seqno, x.name)"
            " FROM sqlite_master m, pragma_index_list(m.name) i, pragma_index_xinfo(i.name) x WHERE m.type = 'table'"
            " UNION ALL SELECT sql FROM sqlite_master WHERE type <> 'table' OR sql LIKE 'CREATE VIRTUAL%'"
        )
    else:
        asked = (  # a sequence that nothing draws from stands where the first migration made the table
            "SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, collation_name,"
            " CASE WHEN column_default NOT LIKE 'nextval%' THEN column_default END)"
            " FROM information_schema.columns WHERE table_schema = 'public'"
            " UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'"
        )
    with engine.connect() as connection:
        return sorted(" ".join(line.split()) for line in connection.execute(text(asked)).scalars() if line)


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


def as_first_released(ledger: Ledger) -> None:
    """Take a ledger back to schema 0001, as the first release wrote it."""
    with ledger._engine.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(text("DROP INDEX revision_entry"))
        for name in ("place_unchecked", "toll_unchecked"):
            connection.execute(text(f"DROP INDEX incident_{name}"))
            connection.execute(text(f"ALTER TABLE incident DROP COLUMN {name}"))
        connection.execute(text("DROP INDEX incident_unsure"))
        connection.execute(text("ALTER TABLE incident DROP COLUMN unsure"))
        connection.execute(text("DROP TABLE incident_change"))
        connection.execute(text("ALTER TABLE incident DROP COLUMN disputed"))
        connection.execute(text("DELETE FROM stamp WHERE name <> 'incidents'"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))


def test_a_ledger_of_the_first_schema_opens_with_all_that_it_holds(
    engine: Engine, location: str, database: str | None
) -> None:
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        migrating.upgrade(connection, to="0001")
    first_schema = shape(engine)
    if database:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    one = report()
    differing = Contradiction("killed", "the Gazette says 6, the Courier 2")
    with Ledger.open(location) as ledger:
        ledger.add_read(one, reading(one))
        waits = Join(strike(one).id, mortar(one).id, 0.25, Verdict.UNSURE)
        disputed = reconciled(strike(one))
        disputed = replace(disputed, contradictions=(differing,), incident=replace(disputed.incident, near=(waits,)))
        ledger.replace_incidents([disputed, reconciled(mortar(one))], 2)
        entries, rows = list(ledger.entries()), ledger.incidents()
        as_first_released(ledger)
        assert shape(ledger._engine) == first_schema
    with Ledger.open(location) as ledger:
        assert (list(ledger.entries()), ledger.incidents()) == (entries, rows)
        assert [row.disputed for row in rows] == [True, False]
        assert [each.incident.near for each in ledger.unsure_incidents()] == [(waits,)]
        assert ledger.verify() == []
        assert [row.id for row in ledger.unchecked(Unchecked.TOLL, 9)] == [incident_id(strike(one))]
        assert ledger.count_unchecked(Unchecked.PLACE) == 0
        ledger.update_incidents([reconciled(mortar(one))], [], 2)


@pytest.fixture
def newer_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """This program as if it had one more migration."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrating.FOLDER, folder)
    (folder / "versions" / "9999_next.py").write_text(_NEXT.format(newest=schema.SCHEMA_VERSION))
    monkeypatch.setattr(migrating.upgrade, "__defaults__", (folder, "head"))
    monkeypatch.setattr(migrating.is_older, "__defaults__", (folder,))
    monkeypatch.setattr(schema, "SCHEMA_VERSION", "9999")


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
            with pytest.raises(BadInput, match=f"has schema 9999, this program writes {written}"):
                old.add_report(report("r-3"))
            assert [known.id for known in old.reports()] == ["r-1", "r-2"]
