"""Tokens of programs."""

from datetime import timedelta

import pytest
from tests.web.accounts.conftest import Clock

from rashomon.errors import BadInput
from rashomon.web.accounts import Accounts, Role

SECRET = "an otter under the jetty"  # noqa: S105 - of nobody


@pytest.fixture(autouse=True)
def two(accounts: Accounts) -> None:
    accounts.add("ada", Role.ADMIN, SECRET, by="root")
    accounts.add("ben", Role.EDITOR, SECRET, by="ada")


def role_of(accounts: Accounts, secret: str) -> Role | None:
    person = accounts.bearer(secret)
    return person.role if person else None


def test_a_token_speaks_for_its_owner_with_its_own_role(accounts: Accounts) -> None:
    made = accounts.make_token("ben", "export", Role.CODER, by="ben")
    person = accounts.bearer(made.secret)
    assert person is not None
    assert (person.name, person.role) == ("ben", Role.CODER)
    assert made.secret.startswith("rsh_")
    for wrong in (made.secret[:-1], made.secret + "x", "", "rsh_", made.secret.removeprefix("rsh_")):
        assert accounts.bearer(wrong) is None


def test_a_token_is_never_above_its_owner(accounts: Accounts) -> None:
    with pytest.raises(BadInput, match="would be above"):
        accounts.make_token("ben", "all", Role.ADMIN, by="ben")
    made = accounts.make_token("ben", "all", Role.EDITOR, by="ben")
    accounts.set_role("ben", Role.VIEWER, by="ada")
    assert role_of(accounts, made.secret) is Role.VIEWER


def test_a_token_ends_with_its_day(accounts: Accounts, clock: Clock) -> None:
    made = accounts.make_token("ben", "week", Role.VIEWER, expires=clock.now + timedelta(days=7), by="ben")
    clock.on(days=6.99)
    assert role_of(accounts, made.secret) is Role.VIEWER
    clock.on(days=0.01)
    assert accounts.bearer(made.secret) is None
    with pytest.raises(BadInput, match="no use now"):
        accounts.make_token("ben", "late", Role.VIEWER, expires=clock.now, by="ben")


def test_a_revoked_token_is_over(accounts: Accounts) -> None:
    made = accounts.make_token("ben", "export", Role.VIEWER, by="ben")
    with pytest.raises(BadInput, match="ada has no token"):
        accounts.revoke_token("ada", made.token.id, by="ada")
    accounts.revoke_token("ben", made.token.id, by="ben")
    assert accounts.bearer(made.secret) is None
    with pytest.raises(BadInput, match="could be revoked"):
        accounts.revoke_token("ben", made.token.id, by="ben")


def test_the_tokens_of_whoever_is_removed_stay_over(accounts: Accounts) -> None:
    made = accounts.make_token("ben", "export", Role.VIEWER, by="ben")
    accounts.remove("ben", by="ada")
    assert accounts.bearer(made.secret) is None
    accounts.add("ben", Role.EDITOR, SECRET, by="ada", again=True)
    assert accounts.bearer(made.secret) is None


def test_tokens_are_listed_with_their_last_use(accounts: Accounts, clock: Clock) -> None:
    first = accounts.make_token("ben", " export ", Role.VIEWER, by="ben")
    second = accounts.make_token("ben", "coding", Role.CODER, by="ben")
    accounts.bearer(first.secret)
    used = clock.now
    clock.on(minutes=5)
    accounts.bearer(first.secret)
    newest, oldest = accounts.tokens("ben")
    assert (newest.id, newest.name, newest.used) == (second.token.id, "coding", None)
    assert (oldest.name, oldest.used) == ("export", used)
    clock.on(minutes=6)
    accounts.bearer(first.secret)
    assert accounts.tokens("ben")[1].used == clock.now
    assert accounts.tokens("ada") == ()


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "a\nb"])
def test_a_token_needs_a_name(accounts: Accounts, name: str) -> None:
    with pytest.raises(BadInput, match="needs a name"):
        accounts.make_token("ben", name, Role.VIEWER, by="ben")
