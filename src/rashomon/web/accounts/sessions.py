"""Sessions of browsers. The cookie holds the secret, the table its hash; signing out and a new password end them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from rashomon.web.accounts import people, tables
from rashomon.web.accounts.hashing import digest_of, new_secret
from rashomon.web.accounts.people import Person

LASTS = timedelta(hours=14)  # a long working day: one signs in each morning
_COLUMNS = tables.session.c


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody is signed in. secret: for the cookie, known only now. expires: UTC."""

    secret: str
    person: Person
    expires: datetime


def begin(connection: Connection, person: Person, now: datetime) -> Session:
    """A new session; those of the whole table that ran out go."""
    connection.execute(delete(tables.session).where(_COLUMNS.expires <= now))
    secret, expires = new_secret(), now + LASTS
    connection.execute(
        insert(tables.session).values(digest=digest_of(secret), person=person.id, made=now, expires=expires)
    )
    return Session(secret, person, expires)


def whose(connection: Connection, secret: str, now: datetime) -> Person | None:
    """Who is signed in by this secret; None where it is nobody's, has run out or was ended."""
    row = connection.execute(
        select(tables.person)
        .join(tables.session, _COLUMNS.person == tables.person.c.id)
        .where(_COLUMNS.digest == digest_of(secret), _COLUMNS.expires > now, tables.person.c.removed.is_(None))
    ).first()
    return people.as_person(row) if row else None


def end(connection: Connection, secret: str) -> None:
    """End one session; nothing where there is none."""
    connection.execute(delete(tables.session).where(_COLUMNS.digest == digest_of(secret)))


def end_all(connection: Connection, person: int) -> None:
    """End every session of a person."""
    connection.execute(delete(tables.session).where(_COLUMNS.person == person))
