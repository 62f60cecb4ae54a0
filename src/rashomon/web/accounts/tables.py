"""The tables of the accounts' own database. Secrets stand here hashed, never as they are."""

from datetime import UTC, datetime

from sqlalchemy import BigInteger, Column, Dialect, ForeignKey, Index, Integer, MetaData, Table, Text
from sqlalchemy.types import TypeDecorator

SCHEMA = "rashomon_accounts"  # on PostgreSQL; a file of SQLite has its tables without one
VERSION = 1  # of these tables; a program refuses those of a newer one

_TEXT = Text().with_variant(Text(collation="C"), "postgresql")
# On SQLite only INTEGER makes the key the row's own number.
_NUMBER = BigInteger().with_variant(Integer, "sqlite")


class Moment(TypeDecorator[datetime]):
    """A moment in UTC as text of one length, so that its order is the order of time on both databases."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """As it is kept."""
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """As it is used."""
        return None if value is None else datetime.fromisoformat(value)


metadata = MetaData(schema=SCHEMA)

stamp = Table("stamp", metadata, Column("name", _TEXT, primary_key=True), Column("value", _TEXT, nullable=False))

# folded: the name as it is told apart from others ("Ada" is "ada"). removed: rows stay, so that no name is given to
# somebody else: the ledger's decisions bear it.
person = Table(
    "person",
    metadata,
    Column("id", _NUMBER, primary_key=True),
    Column("name", _TEXT, nullable=False),
    Column("folded", _TEXT, nullable=False, unique=True),
    Column("role", _TEXT, nullable=False),
    Column("password", _TEXT, nullable=False),  # argon2's own encoding, with its salt and costs
    Column("made", Moment, nullable=False),
    Column("removed", Moment),
)

_PERSON = f"{SCHEMA}.person.id"

# digest: SHA-256 of the cookie's secret. A row that is gone is a session that is over.
session = Table(
    "session",
    metadata,
    Column("digest", _TEXT, primary_key=True),
    Column("person", _NUMBER, ForeignKey(_PERSON), nullable=False, index=True),
    Column("made", Moment, nullable=False),
    Column("expires", Moment, nullable=False),
)

# digest: SHA-256 of the token. expires: NULL is never.
token = Table(
    "token",
    metadata,
    Column("id", _NUMBER, primary_key=True),
    Column("digest", _TEXT, nullable=False, unique=True),
    Column("person", _NUMBER, ForeignKey(_PERSON), nullable=False, index=True),
    Column("name", _TEXT, nullable=False),
    Column("role", _TEXT, nullable=False),
    Column("made", Moment, nullable=False),
    Column("expires", Moment),
    Column("revoked", Moment),
    Column("used", Moment),
)

# One try to sign in, counted under "name ..." and once more under "address ...".
attempt = Table(
    "attempt",
    metadata,
    Column("number", _NUMBER, primary_key=True),
    Column("counted", _TEXT, nullable=False),
    Column("at", Moment, nullable=False),
    Index("attempt_counted", "counted", "at"),
)

# Append-only, by triggers. by: who did it; subject: whose account.
log = Table(
    "log",
    metadata,
    Column("number", _NUMBER, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("by", _TEXT, nullable=False),
    Column("what", _TEXT, nullable=False),
    Column("subject", _TEXT, nullable=False),
    Column("detail", _TEXT, nullable=False),
    Column("address", _TEXT, nullable=False),
)

KEEP_LOG = {
    "sqlite": (
        "CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log only grows'); END",
        "CREATE TRIGGER log_is_not_cut BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log only grows'); END",
    ),
    "postgresql": (
        f"CREATE FUNCTION {SCHEMA}.log_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the log only grows'; END $$",
        f"CREATE TRIGGER log_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {SCHEMA}.log "
        f"EXECUTE FUNCTION {SCHEMA}.log_only_grows()",
    ),
}
