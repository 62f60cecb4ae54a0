"""Sessions, and how often a password may be tried."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.web.accounts.conftest import Clock

from rashomon.web.accounts import Accounts, Role, TooManyTries, WrongPassword, hashing, limiting, sessions

SECRET = "an otter under the jetty"  # noqa: S105 - of nobody
WRONG = "an otter upon the jetty!"
HERE = "192.0.2.1"


@pytest.fixture(autouse=True)
def ada(accounts: Accounts) -> None:
    accounts.add("ada", Role.ADMIN, SECRET, by="root")


def tried(accounts: Accounts, name: str, address: str, password: str = WRONG) -> str:
    """What one try comes to."""
    try:
        accounts.sign_in(name, password, address=address)
    except WrongPassword:
        return "wrong"
    except TooManyTries:
        return "too many"
    return "in"


def test_a_session_is_whose_it_is_until_it_is_over(accounts: Accounts, clock: Clock) -> None:
    session = accounts.sign_in("Ada", SECRET, address=HERE)
    person = accounts.signed_in(session.secret)
    assert person is not None
    assert person.name == "ada"
    assert accounts.signed_in(session.secret + "x") is None
    clock.now = session.expires
    assert accounts.signed_in(session.secret) is None


def test_signing_out_ends_that_session_alone(accounts: Accounts) -> None:
    here, there = (accounts.sign_in("ada", SECRET, address=HERE) for _ in range(2))
    accounts.sign_out(here.secret)
    accounts.sign_out(here.secret)
    assert accounts.signed_in(here.secret) is None
    assert accounts.signed_in(there.secret)


def test_a_new_password_ends_all_sessions(accounts: Accounts) -> None:
    session = accounts.sign_in("ada", SECRET, address=HERE)
    fresh = accounts.change_password("ada", SECRET, "a heron on the other bank", address=HERE)
    assert accounts.signed_in(session.secret) is None
    assert accounts.signed_in(fresh.secret)
    assert tried(accounts, "ada", HERE, SECRET) == "wrong"


def test_the_old_password_is_needed_for_a_new_one(accounts: Accounts) -> None:
    with pytest.raises(WrongPassword):
        accounts.change_password("ada", WRONG, "a heron on the other bank", address=HERE)
    assert tried(accounts, "ada", HERE, SECRET) == "in"


def test_whoever_is_removed_is_out_at_once(accounts: Accounts) -> None:
    accounts.add("ben", Role.VIEWER, SECRET, by="ada")
    session = accounts.sign_in("ben", SECRET, address=HERE)
    accounts.remove("ben", by="ada")
    assert accounts.signed_in(session.secret) is None
    assert tried(accounts, "ben", HERE, SECRET) == "wrong"


def test_a_new_role_holds_in_an_open_session(accounts: Accounts) -> None:
    accounts.add("ben", Role.VIEWER, SECRET, by="ada")
    session = accounts.sign_in("ben", SECRET, address=HERE)
    accounts.set_role("ben", Role.EDITOR, by="ada")
    person = accounts.signed_in(session.secret)
    assert person is not None
    assert person.role is Role.EDITOR


def test_sessions_that_ran_out_are_cleared_away(accounts: Accounts, clock: Clock) -> None:
    from sqlalchemy import func, select

    from rashomon.web.accounts.tables import session as table

    accounts.sign_in("ada", SECRET, address=HERE)
    clock.on(seconds=sessions.LASTS.total_seconds() + 1)
    accounts.sign_in("ada", SECRET, address=HERE)
    with accounts._store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(table)).scalar_one() == 1


@pytest.mark.parametrize("name", ["ada", "nobody"])
def test_a_name_has_so_many_tries_from_wherever(accounts: Accounts, clock: Clock, name: str) -> None:
    results = [tried(accounts, name, f"192.0.2.{at}") for at in range(limiting.TRIES_OF_A_NAME + 1)]
    assert results == ["wrong"] * limiting.TRIES_OF_A_NAME + ["too many"]
    assert tried(accounts, name, HERE, SECRET) == "too many"
    clock.on(seconds=limiting.WINDOW.total_seconds() + 1)
    assert tried(accounts, name, HERE, SECRET) == ("in" if name == "ada" else "wrong")


def test_an_address_has_so_many_tries_under_whatever_names(accounts: Accounts) -> None:
    results = [tried(accounts, f"n{at}", HERE) for at in range(limiting.TRIES_OF_AN_ADDRESS + 1)]
    assert results[-2:] == ["wrong", "too many"]
    assert tried(accounts, "ada", HERE, SECRET) == "too many"
    assert tried(accounts, "ada", "192.0.2.2", SECRET) == "in"


def test_a_network_of_ipv6_is_one_address(accounts: Accounts) -> None:
    for at in range(limiting.TRIES_OF_AN_ADDRESS):
        tried(accounts, f"n{at}", f"2001:db8::{at:x}")
    assert tried(accounts, "ada", "2001:db8::ffff:1", SECRET) == "too many"
    assert tried(accounts, "ada", "2001:db8:0:1::1", SECRET) == "in"


def test_an_address_of_ipv4_is_one_however_it_is_written(accounts: Accounts) -> None:
    for at in range(limiting.TRIES_OF_AN_ADDRESS):
        tried(accounts, f"n{at}", HERE if at % 2 else f"::ffff:{HERE}")
    assert tried(accounts, "ada", HERE, SECRET) == "too many"


@pytest.mark.parametrize("name", ["a\0da", "", " ", "ada' OR 1=1 --", "x" * 5000, "\ud800"])
def test_whatever_is_typed_for_a_name_is_only_wrong(accounts: Accounts, name: str) -> None:
    assert tried(accounts, name, HERE) == "wrong"
    assert tried(accounts, "ada", HERE, name) == "wrong"


def test_the_right_password_takes_back_what_was_counted_for_the_name(accounts: Accounts) -> None:
    for at in range(limiting.TRIES_OF_A_NAME * 2):
        assert tried(accounts, "ada", f"192.0.2.{at}") == "wrong"
        assert tried(accounts, "ada", "192.0.2.200", SECRET) == "in"


def test_an_account_of_ones_own_buys_no_tries_for_an_address(accounts: Accounts) -> None:
    for at in range(limiting.TRIES_OF_AN_ADDRESS):
        assert tried(accounts, f"n{at}", HERE) == "wrong"
        if at < limiting.TRIES_OF_AN_ADDRESS - 1:
            assert tried(accounts, "ada", HERE, SECRET) == "in"
    assert tried(accounts, "ada", HERE, SECRET) == "too many"


def test_it_is_said_how_long_to_wait(accounts: Accounts, clock: Clock) -> None:
    for _ in range(limiting.TRIES_OF_A_NAME):
        tried(accounts, "ada", HERE)
    clock.on(minutes=5)
    with pytest.raises(TooManyTries, match="wait 10 minutes") as caught:
        accounts.sign_in("ada", SECRET, address=HERE)
    assert caught.value.seconds == 600


def test_many_tries_at_once_are_no_more(accounts: Accounts) -> None:
    with ThreadPoolExecutor(16) as pool:
        results = list(pool.map(lambda at: tried(accounts, "ada", f"192.0.2.{at}"), range(40)))
    assert results.count("wrong") == limiting.TRIES_OF_A_NAME
    assert results.count("too many") == 40 - limiting.TRIES_OF_A_NAME


def test_an_unknown_name_costs_one_hashing_as_a_known_one_does(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    hasher = hashing._HASHER

    class Counting:
        def __getattr__(self, name: str) -> object:
            return getattr(hasher, name)

        def verify(self, kept: str, password: str) -> bool:
            asked.append(kept.rpartition("$")[0].rpartition("$")[0])
            return hasher.verify(kept, password)

    monkeypatch.setattr(hashing, "_HASHER", Counting())
    accounts.add("ben", Role.VIEWER, SECRET, by="ada")
    accounts.remove("ben", by="ada")
    for name in ("ada", "nobody", "ben"):
        assert tried(accounts, name, HERE) == "wrong"
    assert len(asked) == 3
    assert len(set(asked)) == 1
