"""Whatever is altered, dropped or put in behind the ledger's back is found, and the first entry named."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, text, update
from tests.ledger.planted import judgement, mortar, reading, reconciled, report, strike

from rashomon.errors import BadInput, LedgerDamaged
from rashomon.ledger import Ledger
from rashomon.ledger.chain import entry_digest
from rashomon.ledger.schema import entry as entry_table
from rashomon.ledger.schema import mention, revision
from rashomon.ledger.schema import reading as reading_table


@pytest.fixture
def full(ledger: Ledger) -> Iterator[Ledger]:
    """A ledger with two reports, their readings, a judgement and the incidents of all."""
    for report_id in ("r-1", "r-2"):
        one = report(report_id)
        ledger.add_read(one, reading(one))
    one, two = report("r-1"), report("r-2")
    ledger.judge(judgement(strike(one).id, strike(two).id))
    incidents = [reconciled(strike(one), strike(two)), reconciled(mortar(one)), reconciled(mortar(two))]
    ledger.replace_incidents(incidents, 5)
    assert ledger.verify() == []
    yield ledger


def meddle(ledger: Ledger, *statements: str) -> None:
    """Change the database as nobody should."""
    with ledger._engine.connect().execution_options(writes=True) as connection, connection.begin():
        for statement in statements:
            assert connection.execute(text(statement)).rowcount > 0


@pytest.mark.parametrize(
    ("statement", "entry"),
    [
        ("UPDATE entry SET payload = replace(payload, 'six', 'two') WHERE number = 1", 1),
        ("UPDATE entry SET why = 'another reason' WHERE number = 3", 3),
        ("UPDATE entry SET \"by\" = 'Eve' WHERE number = 5", 5),
        ("UPDATE entry SET at = '2020-01-01T00:00:00.000000+00:00' WHERE number = 2", 2),
        ("UPDATE entry SET subject = 'r-9' WHERE number = 4", 4),
        ("UPDATE entry SET kind = 'review' WHERE number = 5", 5),
        ("UPDATE entry SET payload = NULL WHERE number = 2", 2),
        ("DELETE FROM entry WHERE number = 1", 1),
        ("DELETE FROM entry WHERE number = 3", 3),
    ],
)
def test_an_altered_or_dropped_entry_is_named_first(full: Ledger, statement: str, entry: int) -> None:
    meddle(full, statement)
    assert full.verify()[0].entry == entry


def test_an_entry_whose_digest_was_made_to_fit_breaks_the_next_link(full: Ledger) -> None:
    with full._engine.connect() as connection:
        row = connection.execute(text("SELECT * FROM entry WHERE number = 2")).one()
    forged = entry_digest(2, row.kind, row.subject, row.payload_digest, "Eve", row.at, row.why, row.previous)
    with full._engine.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(update(entry_table).where(entry_table.c.number == 2).values(by="Eve", digest=forged))
    first = full.verify()[0]
    assert (first.entry, first.sentence) == (3, "entry 3 does not follow entry 2: one of them was altered or put in")


def test_an_end_that_was_cut_off_is_found_by_who_noted_it(full: Ledger) -> None:
    head = full.head()
    assert head
    noted = f"{head.number}:{head.digest}"
    assert full.verify(noted) == []
    meddle(full, "DELETE FROM entry WHERE number = 5")
    assert full.verify(noted)[0].entry == 5
    with pytest.raises(BadInput, match="NUMBER:DIGEST"):
        full.verify("yesterday")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revision SET newest = NOT newest WHERE report_id = 'r-1'",
        "UPDATE revision SET published = '2031-01-01' WHERE report_id = 'r-1'",
        "DELETE FROM revision WHERE report_id = 'r-2'",
        "UPDATE reading SET current = NOT current WHERE report_id = 'r-1'",
        "UPDATE reading SET reader = 'another' WHERE report_id = 'r-1'",
        "DELETE FROM reading WHERE report_id = 'r-2'",
        "DELETE FROM mention WHERE report_id = 'r-2'",
        "UPDATE mention SET start = start + 1",
        "UPDATE incident SET killed_best = 60 WHERE killed_best = 6",
        "UPDATE incident SET lat = 0",
        "DELETE FROM incident_mention",
        "DELETE FROM incident_record",
        "DELETE FROM incident",
        "UPDATE stamp SET value = '6'",
    ],
)
def test_a_table_that_differs_from_the_entries_is_found(full: Ledger, statement: str) -> None:
    meddle(full, statement)
    faults = full.verify()
    assert faults
    assert all(fault.entry is None for fault in faults)


def tables(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the tables that `rebuild` makes."""
    with ledger._engine.connect() as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(select(table)).all()))
            for table in (revision, reading_table, mention)
        }


def test_rebuild_makes_the_tables_anew_and_identical(full: Ledger) -> None:
    revised = report("r-1", text=report("r-1").text + " More to come.")
    full.add_read(revised, reading(revised))
    before = tables(full)
    meddle(full, "DELETE FROM mention", "UPDATE reading SET current = NOT current", "DELETE FROM revision")
    full.rebuild()
    assert tables(full) == before
    assert full.verify() == []


def test_rebuild_refuses_entries_that_do_not_fit_and_changes_nothing(full: Ledger) -> None:
    before = tables(full)
    meddle(full, "UPDATE entry SET payload = replace(payload, 'six', 'two') WHERE number = 3")
    with pytest.raises(LedgerDamaged, match="entry 3 does not fit its hash"):
        full.rebuild()
    assert tables(full) == before


def test_a_damaged_page_is_found(full: Ledger, location: str) -> None:
    if "://" in location:
        pytest.skip("PostgreSQL keeps its own files")
    full.close()
    with closing(sqlite3.connect(location)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with Path(location).open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096)
    with Ledger.open(location) as damaged:
        try:
            assert damaged.verify()
        except LedgerDamaged as error:
            assert "restore" in str(error)
