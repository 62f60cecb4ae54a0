"""The people who have an account."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from rashomon.errors import BadInput
from rashomon.web.accounts import tables
from rashomon.web.roles import Role

_NAME = re.compile(r"[^\W_][\w.@ -]{0,62}[\w.]|[^\W_]")
_COLUMNS = tables.person.c


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account. name: as the ledger's decisions bear it. made: UTC."""

    id: int
    name: str
    role: Role
    made: datetime


def folded(name: str) -> str:
    """A name as it is told apart from others: "Ada" and "ada" are one."""
    # No name holds these, and no database takes them.
    name = name.replace("\0", "\ufffd").encode("utf-8", "replace").decode()
    return unicodedata.normalize("NFKC", name.strip()).casefold()


def named(name: str) -> str:
    """The name as it is kept; raises BadInput for what is no name."""
    name = unicodedata.normalize("NFC", name.strip())
    if not _NAME.fullmatch(name):
        raise BadInput(
            f"{name!r} is no name for an account: 1 to 64 letters, digits, spaces and . _ - @, a letter or digit first"
        )
    return name


def every(connection: Connection) -> tuple[Person, ...]:
    """Everybody with an account, by name."""
    rows = connection.execute(
        select(tables.person).where(_COLUMNS.removed.is_(None)).order_by(_COLUMNS.folded, _COLUMNS.id)
    )
    return tuple(as_person(row) for row in rows)


def row_of(connection: Connection, name: str) -> Row[Any] | None:
    """The row of a name, removed or not; None for a name that nobody ever had."""
    return connection.execute(select(tables.person).where(_COLUMNS.folded == folded(name))).first()


def there(connection: Connection, name: str) -> Person:
    """The person of this name; raises BadInput where nobody has it (any more)."""
    row = row_of(connection, name)
    if row is None or row.removed is not None:
        raise BadInput(f"nobody has an account by the name {name!r}: see `rashomon accounts list`")
    return as_person(row)


def add(connection: Connection, name: str, role: Role, password: str, now: datetime) -> Person:
    """Put somebody in; password: hashed. Raises BadInput for a name that is or was somebody's."""
    row = row_of(connection, name)
    if row is not None and row.removed is None:
        raise BadInput(f"{row.name} has an account already: `rashomon accounts role` and `password` change it")
    if row is not None:
        raise BadInput(
            f"{row.name} had an account, and the ledger may hold decisions under that name: choose another name, or, "
            "for the same person, let them back in with --again"
        )
    if role is not Role.ADMIN and not every(connection):
        raise BadInput(f"{name} would be the first account: the first one is an admin, who can look after the others")
    added = connection.execute(
        insert(tables.person)
        .values(name=name, folded=folded(name), role=role.value, password=password, made=now)
        .returning(tables.person)
    ).one()
    return as_person(added)


def let_back(connection: Connection, name: str, role: Role, password: str) -> Person:
    """The same person again, under the same name; raises BadInput for a name that was not removed."""
    row = row_of(connection, name)
    if row is None or row.removed is None:
        raise BadInput(f"nobody of the name {name!r} was removed: add the account without --again")
    change(connection, row.id, removed=None, role=role.value, password=password)
    return there(connection, name)


def change(connection: Connection, person: int, **values: object) -> None:
    """Set columns of somebody's row."""
    connection.execute(update(tables.person).where(_COLUMNS.id == person).values(**values))


def refuse_last_admin(connection: Connection, person: Person) -> None:
    """Raises BadInput where this is the only admin, without whom nobody could let anybody in."""
    admins = connection.execute(
        select(func.count()).where(
            _COLUMNS.removed.is_(None), _COLUMNS.role == Role.ADMIN.value, _COLUMNS.id != person.id
        )
    ).scalar_one()
    if person.role is Role.ADMIN and not admins:
        raise BadInput(f"{person.name} is the only admin: make somebody else an admin first")


def as_person(row: Row[Any]) -> Person:
    """A row of the table."""
    return Person(row.id, row.name, Role(row.role), row.made)
