"""Tokens of programs that use the API in somebody's name."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from rashomon.errors import BadInput
from rashomon.web.accounts import people, tables
from rashomon.web.accounts.hashing import digest_of, new_secret
from rashomon.web.accounts.people import Person
from rashomon.web.roles import Role

MARK = "rsh_"  # begins every token, so that one that lies about is known for what it is
_NOTED_EVERY = timedelta(minutes=10)  # when it was used last is kept no finer: not each request writes
_MOST_NAME = 80
_COLUMNS = tables.token.c


@dataclass(frozen=True, slots=True)
class Token:
    """A token as its owner sees it, without its secret.

    role: what it may do, never more than its owner. expires: None for never. revoked, used: None for not (yet).
    """

    id: int
    owner: str
    name: str
    role: Role
    made: datetime
    expires: datetime | None
    revoked: datetime | None
    used: datetime | None


@dataclass(frozen=True, slots=True)
class NewToken:
    """A token and its secret, which is shown once and known to nobody afterwards."""

    token: Token
    secret: str


def make(
    connection: Connection, owner: Person, name: str, role: Role, expires: datetime | None, now: datetime
) -> NewToken:
    """A new token; raises BadInput without a name, above the owner's role, or for one that has expired already."""
    name = name.strip()
    if not 1 <= len(name) <= _MOST_NAME or not name.isprintable():
        raise BadInput(f"a token needs a name of 1 to {_MOST_NAME} characters that says what it is for")
    if not owner.role.may(role):
        raise BadInput(f"{owner.name} is {owner.role}: a token of the role {role} would be above that")
    if expires is not None and expires <= now:
        raise BadInput(f"a token that expires on {expires:%Y-%m-%d %H:%M} is no use now: give a later moment")
    secret = new_secret(MARK)
    row = connection.execute(
        insert(tables.token)
        .values(digest=digest_of(secret), person=owner.id, name=name, role=role.value, made=now, expires=expires)
        .returning(tables.token)
    ).one()
    return NewToken(_as_token(row, owner.name), secret)


def of(connection: Connection, owner: Person) -> tuple[Token, ...]:
    """Somebody's tokens, the newest first, revoked and expired ones too."""
    rows = connection.execute(select(tables.token).where(_COLUMNS.person == owner.id).order_by(_COLUMNS.id.desc()))
    return tuple(_as_token(row, owner.name) for row in rows)


def revoke(connection: Connection, owner: Person, number: int, now: datetime) -> Token:
    """End a token; raises BadInput for one that is not this person's or is revoked."""
    found = next((one for one in of(connection, owner) if one.id == number), None)
    if found is None or found.revoked is not None:
        raise BadInput(f"{owner.name} has no token {number} that could be revoked")
    connection.execute(update(tables.token).where(_COLUMNS.id == number).values(revoked=now))
    return found


def revoke_all(connection: Connection, owner: Person, now: datetime) -> None:
    """End every token of a person."""
    mine = update(tables.token).where(_COLUMNS.person == owner.id, _COLUMNS.revoked.is_(None))
    connection.execute(mine.values(revoked=now))


def whose(connection: Connection, secret: str, now: datetime) -> tuple[Person, int | None] | None:
    """Whom a token speaks for, with its role where that is less; None for one that is none, revoked or expired.

    Second, the token's number where its use should be noted (`note_use`).
    """
    columns = tables.person.c
    row = connection.execute(
        select(
            tables.person,
            _COLUMNS.id.label("token_id"),
            _COLUMNS.role.label("token_role"),
            _COLUMNS.expires,
            _COLUMNS.used,
        )
        .join(tables.token, _COLUMNS.person == columns.id)
        .where(_COLUMNS.digest == digest_of(secret), _COLUMNS.revoked.is_(None), columns.removed.is_(None))
    ).first()
    if row is None or (row.expires is not None and row.expires <= now):
        return None
    owner = people.as_person(row)
    fresh = row.used is not None and now - row.used < _NOTED_EVERY
    return Person(owner.id, owner.name, Role(row.token_role).within(owner.role), owner.made), (
        None if fresh else row.token_id
    )


def note_use(connection: Connection, number: int, now: datetime) -> None:
    """Keep when a token was used."""
    connection.execute(update(tables.token).where(_COLUMNS.id == number).values(used=now))


def _as_token(row: Row[Any], owner: str) -> Token:
    return Token(row.id, owner, row.name, Role(row.role), row.made, row.expires, row.revoked, row.used)
