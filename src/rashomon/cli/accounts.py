"""`rashomon accounts`: who may read and decide in the reading room."""

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.cli.options import LedgerOption, opened, whoever
from rashomon.cli.screen import calm_table, line, say, say_table
from rashomon.errors import BadInput
from rashomon.settings import ledger_location

if TYPE_CHECKING:
    from rashomon.web.accounts import Accounts


class RoleName(StrEnum):
    """The roles by the names that `rashomon.web.accounts.Role` gives them; here so that --help loads nothing."""

    VIEWER = "viewer"
    CODER = "coder"
    EDITOR = "editor"
    ADMIN = "admin"


NameArgument = Annotated[str, typer.Argument(help="The name that the ledger's decisions bear.")]
RoleOption = Annotated[
    RoleName,
    typer.Option(help="viewer reads; coder codes, too; editor decides, too; admin keeps the accounts, too."),
]
PasswordStdin = Annotated[
    bool, typer.Option("--password-stdin", help="The password is the first line of standard input.")
]


def add(
    name: NameArgument,
    role: RoleOption = RoleName.VIEWER,
    password_stdin: PasswordStdin = False,
    again: Annotated[bool, typer.Option("--again", help="The same person who was removed comes back.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """Lets somebody in. The first one must be an admin.

    The password is asked for, or read from standard input: never given as an argument, which others could see.
    Accounts stand beside the ledger (FILE.accounts; in PostgreSQL in the schema rashomon_accounts), never in it.

    **Examples**

        rashomon accounts add ada --role admin
        pass show rashomon/ben | rashomon accounts add ben --role editor --password-stdin
    """
    from rashomon.web.accounts import Role

    with _accounts(ledger) as (accounts, by):
        added = accounts.add(name, Role(role.value), _password(from_stdin=password_stdin), by=by, again=again)
    typer.echo(f"{added.name} may sign in, as {added.role}.")


def list_(ledger: LedgerOption = None) -> None:
    """Shows who may sign in, and as what."""
    with _accounts(ledger) as (accounts, _):
        people, place = accounts.people(), accounts.name
    if not people:
        say("Nobody has an account: on this machine alone, rashomon serve asks nobody to sign in.")
        return
    table = calm_table("name", "role", "since")
    for person in people:
        table.add_row(line(person.name), person.role.value, f"{person.made:%Y-%m-%d}")
    say_table(table)
    say(f"\nkept in {place}", style="dim")


def role(
    name: NameArgument, role: Annotated[RoleName, typer.Argument(help="The new role.")], ledger: LedgerOption = None
) -> None:
    """Gives somebody another role; it holds at once, for open sessions and tokens too."""
    from rashomon.web.accounts import Role

    with _accounts(ledger) as (accounts, by):
        person = accounts.set_role(name, Role(role.value), by=by)
    typer.echo(f"{person.name} is {person.role} now.")


def password(name: NameArgument, password_stdin: PasswordStdin = False, ledger: LedgerOption = None) -> None:
    """Gives somebody another password, and ends their sessions; their tokens stay."""
    with _accounts(ledger) as (accounts, by):
        person = accounts.person(name)
        accounts.set_password(person.name, _password(from_stdin=password_stdin), by=by)
    typer.echo(f"{person.name} has another password; their sessions are over.")


def remove(name: NameArgument, ledger: LedgerOption = None) -> None:
    """Lets somebody in no more; sessions and tokens end at once. What they decided stays, under their name."""
    with _accounts(ledger) as (accounts, by):
        person = accounts.person(name)
        accounts.remove(person.name, by=by)
    typer.echo(f"{person.name} is let in no more.")


def token(
    name: NameArgument,
    purpose: Annotated[str | None, typer.Argument(help="What the new token is for; without it, the list.")] = None,
    role: RoleOption = RoleName.VIEWER,
    days: Annotated[int | None, typer.Option(min=1, max=3650, help="How long it holds. Default: for good.")] = None,
    revoke: Annotated[int | None, typer.Option(metavar="NUMBER", help="End this one instead.")] = None,
    ledger: LedgerOption = None,
) -> None:
    """Makes a token by which a program uses the API in somebody's name, lists them, or ends one.

    The token is printed once and known to nobody afterwards. It never may do more than its owner.

    **Examples**

        rashomon accounts token ben "nightly export" --days 365
        rashomon accounts token ben
        rashomon accounts token ben --revoke 3
    """
    if revoke is not None and purpose is not None:
        raise BadInput("either make a token or revoke one: leave out the purpose or --revoke")
    with _accounts(ledger) as (accounts, by):
        if revoke is not None:
            accounts.revoke_token(name, revoke, by=by)
            typer.echo(f"token {revoke} of {name} is over.")
        elif purpose is None:
            _list_tokens(accounts, name)
        else:
            _make_token(accounts, name, purpose, role, days, by)


def _make_token(accounts: "Accounts", name: str, purpose: str, role: RoleName, days: int | None, by: str) -> None:
    from rashomon.web.accounts import Role

    expires = None if days is None else datetime.now(UTC) + timedelta(days=days)
    made = accounts.make_token(name, purpose, Role(role.value), expires=expires, by=by)
    until = f"until {expires:%Y-%m-%d}" if expires else "for good"
    typer.echo(
        f"token {made.token.id} of {made.token.owner}, {made.token.role}, {until}; it is shown this once:", err=True
    )
    typer.echo(made.secret)


def _list_tokens(accounts: "Accounts", name: str) -> None:
    table = calm_table("number", "for", "role", "made", "expires", "used last", "")
    for one in accounts.tokens(name):
        days = [f"{moment:%Y-%m-%d}" if moment else "never" for moment in (one.expires, one.used)]
        over = "revoked" if one.revoked else ""
        table.add_row(str(one.id), line(one.name), one.role.value, f"{one.made:%Y-%m-%d}", *days, over)
    say_table(table)


@contextmanager
def _accounts(ledger: str | None) -> "Iterator[tuple[Accounts, str]]":
    """The accounts of a ledger that is there, and who changes them."""
    from rashomon.web.accounts import Accounts

    with opened(ledger):  # a mistyped name must not begin accounts of nothing
        pass
    with Accounts.open(ledger or ledger_location()) as accounts:
        yield accounts, f"{whoever('')} at the terminal"


def _password(*, from_stdin: bool) -> str:
    if from_stdin:
        given = sys.stdin.readline().rstrip("\r\n")
        if not given:
            raise BadInput("standard input holds no password: write it on the first line")
        return given
    if not sys.stdin.isatty():
        raise BadInput("nobody is there to type a password: give it on standard input, with --password-stdin")
    first = getpass.getpass("Password: ")
    if getpass.getpass("Once more: ") != first:
        raise BadInput("the two passwords differ: nothing was changed")
    return first
