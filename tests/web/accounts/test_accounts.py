"""People, roles and passwords."""

from pathlib import Path

import pytest
from sqlalchemy import text

from rashomon.errors import BadInput, Unavailable
from rashomon.web.accounts import Accounts, Happened, Role, WrongPassword, hashing
from rashomon.web.accounts.store import Store

SECRET = "an otter under the jetty"  # noqa: S105 - of nobody
OTHER = "a heron on the other bank"


@pytest.fixture
def two(accounts: Accounts) -> Accounts:
    """Ada, an admin, and Ben, a coder."""
    accounts.add("Ada", Role.ADMIN, SECRET, by="root at the terminal")
    accounts.add("ben", Role.CODER, OTHER, by="Ada")
    return accounts


def test_nothing_is_made_before_the_first_account(accounts: Accounts, tmp_path: Path) -> None:
    assert accounts.people() == ()
    assert accounts.signed_in("nobody") is None
    assert accounts.bearer("rsh_nobody") is None
    assert accounts.log() == ()
    with pytest.raises(WrongPassword):
        accounts.sign_in("ada", SECRET, address="::1")
    for change in (lambda: accounts.remove("ada", by="x"), lambda: accounts.set_role("ada", Role.CODER, by="x")):
        with pytest.raises(BadInput, match="accounts add"):
            change()
    assert not list(tmp_path.iterdir())


def test_the_file_can_be_read_by_its_owner_alone(tmp_path: Path) -> None:
    with Accounts.open(str(tmp_path / "test.db")) as accounts:
        accounts.add("ada", Role.ADMIN, SECRET, by="root")
        for path in tmp_path.iterdir():
            assert path.stat().st_mode & 0o777 == 0o600, path
    assert (tmp_path / "test.db.accounts").exists()
    assert not (tmp_path / "test.db").exists()


def test_people_are_listed_by_name_with_their_roles(two: Accounts) -> None:
    assert [(person.name, person.role) for person in two.people()] == [("Ada", Role.ADMIN), ("ben", Role.CODER)]
    assert two.person("BEN").name == "ben"


def test_accounts_outlive_the_program(two: Accounts, location: str) -> None:
    with Accounts.open(location) as again:
        assert again.people() == two.people()


@pytest.mark.parametrize("name", ["", " ", "-ada", "a\nda", "a" * 65, "<ada>", "a\u202eb"])
def test_what_is_no_name_is_refused(accounts: Accounts, name: str) -> None:
    with pytest.raises(BadInput, match="no name for an account"):
        accounts.add(name, Role.ADMIN, SECRET, by="root")


@pytest.mark.parametrize("name", ["ada", "ADA", " Ada ", "Ａda"])
def test_a_name_is_nobody_elses_in_any_case(two: Accounts, name: str) -> None:
    with pytest.raises(BadInput, match="has an account already"):
        two.add(name, Role.VIEWER, SECRET, by="Ada")


@pytest.mark.parametrize(
    ("password", "why"),
    [("short", "12 to 1000"), ("x" * 1001, "12 to 1000"), ("penelope1234", "little more than the name")],
)
def test_a_weak_password_is_refused(accounts: Accounts, password: str, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        accounts.add("penelope", Role.ADMIN, password, by="root")


def test_the_first_account_is_an_admins(accounts: Accounts) -> None:
    with pytest.raises(BadInput, match="the first one is an admin"):
        accounts.add("ada", Role.EDITOR, SECRET, by="root")


def test_the_only_admin_stays(two: Accounts) -> None:
    with pytest.raises(BadInput, match="the only admin"):
        two.remove("ada", by="Ada")
    with pytest.raises(BadInput, match="the only admin"):
        two.set_role("ada", Role.EDITOR, by="Ada")
    two.set_role("ben", Role.ADMIN, by="Ada")
    two.remove("ada", by="ben")
    assert [person.name for person in two.people()] == ["ben"]


def test_a_removed_name_is_given_to_the_same_person_only(two: Accounts) -> None:
    two.remove("ben", by="Ada")
    with pytest.raises(BadInput, match="decisions under that name"):
        two.add("Ben", Role.VIEWER, SECRET, by="Ada")
    back = two.add("ben", Role.EDITOR, SECRET, by="Ada", again=True)
    assert back.role is Role.EDITOR
    assert two.sign_in("ben", SECRET, address="::1").person == back
    with pytest.raises(BadInput, match="nobody of the name"):
        two.add("carla", Role.VIEWER, SECRET, by="Ada", again=True)


def test_roles_reach_those_below() -> None:
    reached = {role: [needed for needed in Role if role.may(needed)] for role in Role}
    assert [len(reached[role]) for role in Role] == [1, 2, 3, 4]
    assert Role.ADMIN.within(Role.CODER) is Role.CODER
    assert Role.VIEWER.within(Role.CODER) is Role.VIEWER


def test_the_real_costs_are_those_of_rfc_9106() -> None:
    from argon2 import PasswordHasher
    from argon2.profiles import RFC_9106_LOW_MEMORY

    assert PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY).hash("x").startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert PasswordHasher().check_needs_rehash(PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY).hash("x")) is False


def test_no_password_and_no_secret_stands_in_the_tables(two: Accounts, location: str) -> None:
    session = two.sign_in("ada", SECRET, address="::1")
    made = two.make_token("ada", "nightly export", Role.VIEWER, by="Ada")
    store = Store(location)
    kept = []
    with store.reading() as connection:
        prefix = "" if connection.dialect.name == "sqlite" else "rashomon_accounts."
        for name in ("person", "session", "token", "attempt", "log", "stamp"):
            kept += [str(row) for row in connection.execute(text(f"SELECT * FROM {prefix}{name}"))]  # noqa: S608
    store.close()
    assert "$argon2id$" in "".join(kept)
    for secret in (SECRET, OTHER, session.secret, made.secret):
        assert not any(secret in row for row in kept)


def test_a_password_hashed_at_lower_costs_is_hashed_anew(two: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    from argon2 import PasswordHasher

    monkeypatch.setattr(hashing, "_HASHER", PasswordHasher(time_cost=2, memory_cost=128, parallelism=1))
    hashing._nobodys.cache_clear()
    two.sign_in("ada", SECRET, address="::1")
    with two._store.reading() as connection:
        table = "person" if connection.dialect.name == "sqlite" else "rashomon_accounts.person"
        kept = connection.execute(text(f"SELECT password FROM {table} WHERE folded = 'ada'")).scalar_one()  # noqa: S608
    assert "m=128,t=2" in kept


def test_a_password_fits_however_it_is_composed(accounts: Accounts) -> None:
    accounts.add("ada", Role.ADMIN, "caf\u00e9 on the quay", by="root")
    assert accounts.sign_in("ada", "cafe\u0301 on the quay", address="::1")


def test_the_tables_of_a_newer_program_are_left_alone(two: Accounts, location: str) -> None:
    with two._store.writing() as connection:
        table = "stamp" if connection.dialect.name == "sqlite" else "rashomon_accounts.stamp"
        connection.execute(text(f"UPDATE {table} SET value = '2'"))  # noqa: S608
    with Accounts.open(location) as again, pytest.raises(BadInput, match="a newer program made them"):
        again.people()
    with pytest.raises(BadInput, match="a newer program made them"):
        two.add("carla", Role.VIEWER, SECRET, by="Ada")


@pytest.mark.parametrize("content", [b"not a database at all, but some bytes", b"\0" * 4096])
def test_another_file_is_told_from_accounts(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "test.db.accounts").write_bytes(content)
    with Accounts.open(str(tmp_path / "test.db")) as accounts, pytest.raises(BadInput, match="move it away"):
        accounts.people()


def test_another_database_is_told_from_accounts(tmp_path: Path) -> None:
    import sqlite3

    with sqlite3.connect(tmp_path / "test.db.accounts") as raw:
        raw.execute("CREATE TABLE fish (name TEXT)")
    raw.close()
    with Accounts.open(str(tmp_path / "test.db")) as accounts, pytest.raises(BadInput, match="holds no accounts"):
        accounts.add("ada", Role.ADMIN, SECRET, by="root")


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with (
        Accounts.open(str(tmp_path / "none" / "test.db")) as accounts,
        pytest.raises(Unavailable, match="check the folder"),
    ):
        accounts.add("ada", Role.ADMIN, SECRET, by="root")


def test_everything_that_changes_is_in_the_log(two: Accounts) -> None:
    two.set_role("ben", Role.EDITOR, by="Ada", address="10.0.0.7")
    two.set_password("ben", SECRET, by="Ada")
    session = two.sign_in("ben", SECRET, address="10.0.0.8")
    two.sign_out(session.secret, address="10.0.0.8")
    made = two.make_token("ben", "export", Role.VIEWER, by="ben")
    two.revoke_token("ben", made.token.id, by="ben")
    with pytest.raises(WrongPassword):
        two.sign_in("ben", "wrong and wrong again", address="10.0.0.9")
    with pytest.raises(WrongPassword):
        two.sign_in("my secret typed as a name", "x", address="10.0.0.9")
    two.remove("ben", by="Ada")
    lines = two.log()
    assert [line.what for line in reversed(lines)] == [
        Happened.ADDED,
        Happened.ADDED,
        Happened.ROLE,
        Happened.PASSWORD,
        Happened.SIGNED_IN,
        Happened.SIGNED_OUT,
        Happened.TOKEN_MADE,
        Happened.TOKEN_REVOKED,
        Happened.REFUSED,
        Happened.REFUSED,
        Happened.REMOVED,
    ]
    role = next(line for line in lines if line.what is Happened.ROLE)
    assert (role.by, role.subject, role.detail, role.address) == ("Ada", "ben", "coder to editor", "10.0.0.7")
    assert not any("my secret" in str(line) for line in lines)
    assert two.log(before=lines[0].number, limit=1) == lines[1:2]


@pytest.mark.parametrize("statement", ["UPDATE {} SET \"by\" = 'nobody'", "DELETE FROM {}"])
def test_the_log_only_grows(two: Accounts, statement: str) -> None:
    before = two.log()
    with pytest.raises(Unavailable, match="the log only grows"), two._store.writing() as connection:
        name = "log" if connection.dialect.name == "sqlite" else "rashomon_accounts.log"
        connection.execute(text(statement.format(name)))
    assert two.log() == before
