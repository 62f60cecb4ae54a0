"""The accounts' log: who signed in, and who changed which account. What was decided on incidents is in the ledger."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, insert, select

from rashomon.web.accounts import tables


class Happened(StrEnum):
    """What a line of the log tells."""

    ADDED = "account added"
    LET_BACK = "account let back in"
    REMOVED = "account removed"
    ROLE = "role changed"
    PASSWORD = "password changed"  # noqa: S105 - what happened, no secret
    SIGNED_IN = "signed in"
    SIGNED_OUT = "signed out"
    REFUSED = "sign-in refused"
    TOKEN_MADE = "token made"  # noqa: S105 - likewise
    TOKEN_REVOKED = "token revoked"  # noqa: S105 - likewise


@dataclass(frozen=True, slots=True)
class Logged:
    """One line of the log: at `at` (UTC), `by` did `what` to the account `subject`.

    by: a name, or "login name at the terminal". detail: the new role, the token's name; "" for none.
    address: of the browser; "" for the terminal.
    """

    number: int
    at: datetime
    by: str
    what: Happened
    subject: str
    detail: str
    address: str


def put(
    connection: Connection, at: datetime, by: str, what: Happened, subject: str, detail: str = "", address: str = ""
) -> None:
    """Add a line."""
    connection.execute(
        insert(tables.log).values(at=at, by=by, what=what.value, subject=subject, detail=detail, address=address)
    )


def lines(connection: Connection, before: int | None, limit: int) -> tuple[Logged, ...]:
    """The newest lines first; before: a line's number, to go on after it."""
    columns = tables.log.c
    statement = select(tables.log).order_by(columns.number.desc()).limit(limit)
    if before is not None:
        statement = statement.where(columns.number < before)
    return tuple(
        Logged(row.number, row.at, row.by, Happened(row.what), row.subject, row.detail, row.address)
        for row in connection.execute(statement)
    )
