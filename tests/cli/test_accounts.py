"""`rashomon accounts`: people let in, changed and removed from the terminal."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rashomon.cli import app
from rashomon.ledger import Ledger
from rashomon.web.accounts import Accounts, Role

SECRET = "an otter under the jetty"  # noqa: S105 - of nobody


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(app, list(arguments), input=typed, prog_name="rashomon")


@pytest.fixture
def where(small_ledger: Ledger) -> tuple[str, ...]:
    return "--ledger", small_ledger.location


@pytest.fixture
def ada(where: tuple[str, ...]) -> None:
    result = run("accounts", "add", "ada", "--role", "admin", "--password-stdin", *where, typed=f"{SECRET}\n")
    assert result.stdout == "ada may sign in, as admin.\n"


def test_without_accounts_the_list_says_what_that_means(where: tuple[str, ...]) -> None:
    assert "asks nobody to sign in" in run("accounts", "list", *where).stdout


@pytest.mark.usefixtures("ada")
def test_people_are_let_in_changed_and_removed(where: tuple[str, ...]) -> None:
    run("accounts", "add", "ben", "--password-stdin", *where, typed=f"{SECRET}\n")
    assert run("accounts", "role", "ben", "coder", *where).stdout == "ben is coder now.\n"
    shown = run("accounts", "list", *where).stdout
    assert re.search(r"ada +admin", shown)
    assert re.search(r"ben +coder", shown)
    changed = run("accounts", "password", "Ben", "--password-stdin", *where, typed="a heron on the other bank\n")
    assert "ben has another password" in changed.stdout
    with Accounts.open(where[1]) as accounts:
        assert accounts.sign_in("ben", "a heron on the other bank", address="::1").person.role is Role.CODER
        assert all(line.by.endswith("at the terminal") for line in accounts.log()[1:])
    assert run("accounts", "remove", "ben", *where).stdout == "ben is let in no more.\n"
    assert "ben" not in run("accounts", "list", *where).stdout


@pytest.mark.usefixtures("ada")
def test_a_token_is_printed_once_alone_on_standard_output(where: tuple[str, ...]) -> None:
    made = run("accounts", "token", "ada", "nightly export", "--days", "30", *where)
    assert re.fullmatch(r"rsh_[\w-]{43}\n", made.stdout)
    with Accounts.open(where[1]) as accounts:
        assert accounts.bearer(made.stdout.strip())
        listed = run("accounts", "token", "ada", *where).stdout
        assert re.search(r"1 +nightly export +viewer", listed)
        assert made.stdout.strip() not in listed
        assert run("accounts", "token", "ada", "--revoke", "1", *where).stdout == "token 1 of ada is over.\n"
        assert accounts.bearer(made.stdout.strip()) is None
    assert "revoked" in run("accounts", "token", "ada", *where).stdout


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(
    ("arguments", "typed", "said"),
    [
        (("add", "ada", "--password-stdin"), SECRET, "has an account already"),
        (("add", "ben", "--password-stdin"), "short", "12 to 1000 characters"),
        (("add", "ben", "--password-stdin"), "", "holds no password"),
        (("add", "ben"), "", "nobody is there to type"),
        (("remove", "ada"), "", "the only admin"),
        (("role", "carla", "editor"), "", "nobody has an account"),
        (("token", "ada", "x", "--revoke", "1"), "", "either make a token or revoke one"),
    ],
)
def test_what_cannot_be_done_is_said_with_status_2(
    where: tuple[str, ...], arguments: tuple[str, ...], typed: str, said: str
) -> None:
    result = run("accounts", *arguments, *where, typed=typed)
    assert result.exit_code == 2
    assert said in result.stderr


def test_accounts_need_a_ledger(tmp_path: Path) -> None:
    result = run("accounts", "list", "--ledger", str(tmp_path / "none.db"))
    assert result.exit_code == 2
    assert not list(tmp_path.iterdir())
