"""Accounts and the ledger side by side, neither in the other's way."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from rashomon.ledger import Ledger, copy_ledger
from rashomon.records import Report
from rashomon.web.accounts import Accounts, Role
from rashomon.web.accounts.store import Store

SECRET = "an otter under the jetty"  # noqa: S105 - of nobody


@pytest.mark.parametrize("accounts_first", [True, False])
def test_either_may_be_made_first(location: str, accounts_first: bool) -> None:
    def let_in() -> None:
        with Accounts.open(location) as accounts:
            accounts.add("ada", Role.ADMIN, SECRET, by="root")

    if accounts_first:
        let_in()
    with Ledger.open(location) as ledger:
        ledger.add_report(Report("r1", "Six were killed.", published=date(2024, 5, 14)))
        if not accounts_first:
            let_in()
        assert ledger.verify() == []
    with Ledger.open(location, create=False) as again, Accounts.open(location) as accounts:
        assert again.report("r1")
        assert [person.name for person in accounts.people()] == ["ada"]


def test_a_copy_of_the_ledger_holds_nobody(location: str, tmp_path: Path) -> None:
    copied = str(tmp_path / "copied.db")
    with Ledger.open(location) as ledger, Accounts.open(location) as accounts, Ledger.open(copied) as copy:
        ledger.add_report(Report("r1", "Six were killed.", published=date(2024, 5, 14)))
        accounts.add("ada", Role.ADMIN, SECRET, by="root")
        copy_ledger(ledger, copy)
    assert b"argon2" not in Path(copied).read_bytes()
    with Accounts.open(copied) as none:
        assert none.people() == ()


def test_in_postgresql_they_have_a_schema_of_their_own(location: str, accounts: Accounts) -> None:
    accounts.add("ada", Role.ADMIN, SECRET, by="root")
    store = Store(location)
    with store.reading() as connection:
        if connection.dialect.name == "postgresql":
            schemas = connection.execute(text("SELECT schemaname FROM pg_tables WHERE tablename = 'person'")).scalars()
            assert schemas.all() == ["rashomon_accounts"]
        else:
            assert location + ".accounts" == store.name
    store.close()
