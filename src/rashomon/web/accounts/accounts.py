"""The accounts: what everybody else uses of this package."""

from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from rashomon.errors import BadInput
from rashomon.web.accounts import hashing, limiting, log, people, sessions, tokens
from rashomon.web.accounts.log import Happened, Logged
from rashomon.web.accounts.people import Person
from rashomon.web.accounts.sessions import Session
from rashomon.web.accounts.store import Store
from rashomon.web.accounts.tokens import NewToken, Token
from rashomon.web.roles import Role


class WrongPassword(BadInput):
    """The name or the password is not right; it is not said which."""

    def __init__(self) -> None:
        super().__init__("the name or the password is not right: try again, or ask an admin for a new password")


def _now() -> datetime:
    return datetime.now(UTC)


class Accounts:
    """Who may read and decide, of one ledger. Use it in a `with`, or `close` it; several threads may use one.

    Nothing is made on the disk before the first account is added. Every change is a line of the log, in the same
    transaction. by: who changes it. address: of the browser, "" for the terminal.
    All methods raise Unavailable where the database cannot be reached, and BadInput for what the caller can mend.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime] = _now) -> None:
        self._store, self._clock = store, clock

    @classmethod
    def open(cls, ledger_location: str, clock: Callable[[], datetime] = _now) -> Self:
        """The accounts of the ledger at a file path or a database URL; clock: gives the moment, in UTC."""
        return cls(Store(ledger_location), clock)

    @property
    def name(self) -> str:
        """Where they are kept, for people."""
        return self._store.name

    def close(self) -> None:
        """Give the connections back."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # People

    def people(self) -> tuple[Person, ...]:
        """Everybody with an account, by name; empty before the first."""
        if not self._store.there():
            return ()
        with self._store.reading() as connection:
            return people.every(connection)

    def person(self, name: str) -> Person:
        """Who has this name; raises BadInput where nobody has."""
        return next(iter(one for one in self.people() if people.folded(one.name) == people.folded(name)), None) or (
            _nobody(name)
        )

    def add(self, name: str, role: Role, password: str, *, by: str, again: bool = False, address: str = "") -> Person:
        """Let somebody in; the first one must be an admin.

        again: the same person who was removed. Raises BadInput for a name that is or was somebody's, since the
        ledger's decisions bear it, and for a password that is too weak.
        """
        name = people.named(name)
        kept = hashing.hashed(password, name)
        with self._store.writing() as connection:
            if again:
                added = people.let_back(connection, name, role, kept)
            else:
                added = people.add(connection, name, role, kept, self._clock())
            what = Happened.LET_BACK if again else Happened.ADDED
            log.put(connection, self._clock(), by, what, added.name, role.value, address)
            return added

    def set_role(self, name: str, role: Role, *, by: str, address: str = "") -> Person:
        """Give somebody another role; it holds at once, for open sessions and for tokens too."""
        self._refuse_none(name)
        with self._store.writing() as connection:
            person = people.there(connection, name)
            if role is not Role.ADMIN:
                people.refuse_last_admin(connection, person)
            people.change(connection, person.id, role=role.value)
            log.put(connection, self._clock(), by, Happened.ROLE, person.name, f"{person.role} to {role}", address)
            return people.there(connection, name)

    def remove(self, name: str, *, by: str, address: str = "") -> None:
        """Let somebody in no more; sessions and tokens end. The name stays theirs."""
        self._refuse_none(name)
        with self._store.writing() as connection:
            person = people.there(connection, name)
            people.refuse_last_admin(connection, person)
            people.change(connection, person.id, removed=self._clock())
            sessions.end_all(connection, person.id)
            tokens.revoke_all(connection, person, self._clock())
            log.put(connection, self._clock(), by, Happened.REMOVED, person.name, "", address)

    def set_password(self, name: str, password: str, *, by: str, address: str = "") -> None:
        """Give somebody another password; their sessions end, their tokens stay."""
        kept = hashing.hashed(password, self.person(name).name)
        with self._store.writing() as connection:
            person = people.there(connection, name)
            people.change(connection, person.id, password=kept)
            sessions.end_all(connection, person.id)
            limiting.forget(connection, people.folded(name), address, self._clock())
            log.put(connection, self._clock(), by, Happened.PASSWORD, person.name, "", address)

    def change_password(self, name: str, old: str, new: str, *, address: str) -> Session:
        """Somebody's own change: all sessions end, and a new one begins. Raises as `sign_in` for the old password."""
        person = self._checked(name, old, address)
        self.set_password(person.name, new, by=person.name, address=address)
        with self._store.writing() as connection:
            return sessions.begin(connection, person, self._clock())

    # Sessions

    def sign_in(self, name: str, password: str, *, address: str) -> Session:
        """Begin a session; raises WrongPassword, or TooManyTries without looking at the password."""
        person = self._checked(name, password, address)
        with self._store.writing() as connection:
            session = sessions.begin(connection, people.there(connection, person.name), self._clock())
            log.put(connection, self._clock(), person.name, Happened.SIGNED_IN, person.name, "", address)
            return session

    def signed_in(self, secret: str) -> Person | None:
        """Who is signed in by a cookie's secret; None where nobody is (any more)."""
        if not self._store.there():
            return None
        with self._store.reading() as connection:
            return sessions.whose(connection, secret, self._clock())

    def sign_out(self, secret: str, *, address: str = "") -> None:
        """End a session; nothing where there is none."""
        person = self.signed_in(secret)
        if person is not None:
            with self._store.writing() as connection:
                sessions.end(connection, secret)
                log.put(connection, self._clock(), person.name, Happened.SIGNED_OUT, person.name, "", address)

    def _checked(self, name: str, password: str, address: str) -> Person:
        """The person of a name and password; takes as long for a name that nobody has."""
        if not self._store.there():
            raise WrongPassword
        folded, now = people.folded(name), self._clock()
        with self._store.writing() as connection:
            limiting.count(connection, folded, address, now)
            row = people.row_of(connection, name)
        kept = row.password if row is not None and row.removed is None else None
        right = hashing.fits(kept, password)
        with self._store.writing() as connection:
            if not right or row is None:
                # What is typed for a name may be a password: only names that are somebody's are kept.
                log.put(connection, now, "", Happened.REFUSED, row.name if row else "unknown name", "", address)
            else:
                limiting.forget(connection, folded, address, now)
                if hashing.is_outdated(row.password):
                    people.change(connection, row.id, password=hashing.hashed(password, row.name))
        if not right or row is None:
            raise WrongPassword
        return people.as_person(row)

    # Tokens

    def make_token(
        self, owner: str, name: str, role: Role, *, expires: datetime | None = None, by: str, address: str = ""
    ) -> NewToken:
        """A token by which a program uses the API in somebody's name; its secret is shown this once."""
        self._refuse_none(owner)
        with self._store.writing() as connection:
            person = people.there(connection, owner)
            made = tokens.make(connection, person, name, role, expires, self._clock())
            said = f"{made.token.id}, {name.strip()}, {role}"
            log.put(connection, self._clock(), by, Happened.TOKEN_MADE, person.name, said, address)
            return made

    def tokens(self, owner: str) -> tuple[Token, ...]:
        """Somebody's tokens, the newest first; raises BadInput where nobody has that name."""
        person = self.person(owner)
        with self._store.reading() as connection:
            return tokens.of(connection, person)

    def revoke_token(self, owner: str, number: int, *, by: str, address: str = "") -> None:
        """End a token for good."""
        self._refuse_none(owner)
        with self._store.writing() as connection:
            person = people.there(connection, owner)
            token = tokens.revoke(connection, person, number, self._clock())
            said = f"{number}, {token.name}"
            log.put(connection, self._clock(), by, Happened.TOKEN_REVOKED, person.name, said, address)

    def bearer(self, secret: str) -> Person | None:
        """Whom a token speaks for, with the role that it may use; None for one that is none, revoked or expired."""
        if not secret.startswith(tokens.MARK) or not self._store.there():
            return None
        with self._store.reading() as connection:
            found = tokens.whose(connection, secret, self._clock())
        if found is None:
            return None
        person, number = found
        if number is not None:
            with self._store.writing() as connection:
                tokens.note_use(connection, number, self._clock())
        return person

    # The log

    def log(self, *, before: int | None = None, limit: int = 100) -> tuple[Logged, ...]:
        """Who did what, the newest first; before: the number of the last line seen, to go on after it."""
        if not self._store.there():
            return ()
        with self._store.reading() as connection:
            return log.lines(connection, before, limit)

    def _refuse_none(self, name: str) -> None:
        if not self._store.there():
            _nobody(name)


def _nobody(name: str) -> Person:
    raise BadInput(f"nobody has an account by the name {name!r}: `rashomon accounts add` lets somebody in")
