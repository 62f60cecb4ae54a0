"""The first schema. Frozen: what changes later is another migration."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
WHOLE, REAL, FLAG, BYTES = sa.Integer(), sa.Float(), sa.Boolean(), sa.LargeBinary()

ON_SQLITE = (
    "CREATE VIRTUAL TABLE incident_area USING rtree(key, first_day, last_day, south, north, west, east)",
    "CREATE VIRTUAL TABLE incident_text USING fts5(words, content='', tokenize='unicode61 remove_diacritics 0')",
    "CREATE VIRTUAL TABLE report_text USING fts5(words, content='', tokenize='unicode61 remove_diacritics 0')",
    "PRAGMA application_id = 1918989160",
)
ON_POSTGRESQL = (
    "CREATE TABLE incident_area (key bigint PRIMARY KEY, area box NOT NULL, days int4range NOT NULL)",
    "CREATE INDEX incident_area_box ON incident_area USING gist (area, days)",
    "CREATE TABLE incident_text (key bigint PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX incident_text_words ON incident_text USING gin (words)",
    "CREATE TABLE report_text (key bigint PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX report_text_words ON report_text USING gin (words)",
)


def upgrade() -> None:
    """Make all tables."""
    _entries()
    _reports()
    _incidents()
    _actors()
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    for statement in ON_POSTGRESQL if on_postgresql else ON_SQLITE:
        op.execute(statement)


def _must(name: str, kind: sa.types.TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _may(name: str, kind: sa.types.TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=True)


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"{table}_pkey")


def _entries() -> None:
    texts = [_must(name, TEXT) for name in ("kind", "subject")]
    more = [_must(name, TEXT) for name in ("payload_digest", "by", "at", "why", "previous", "digest")]
    op.create_table(
        "entry",
        _must("number", NUMBER),
        *texts,
        _may("payload", TEXT),
        *more,
        _key("entry", "number"),
    )
    op.create_index("entry_kind", "entry", ["kind", "number"])
    op.create_index("entry_subject", "entry", ["subject", "number"])
    op.create_table("stamp", _must("name", TEXT), _must("value", TEXT), _key("stamp", "name"))


def _reports() -> None:
    op.create_table(
        "revision",
        _must("digest", TEXT),
        _must("report_id", TEXT),
        _must("entry", NUMBER),
        _may("published", TEXT),
        _must("newest", FLAG),
        _must("withdrawn", FLAG),
        _key("revision", "digest"),
    )
    op.create_index("revision_report_id", "revision", ["report_id", "entry"])
    _partial_index("revision_newest", "revision", ["report_id"], "newest")
    op.create_table(
        "reading",
        _must("entry", NUMBER),
        _must("report_id", TEXT),
        _must("digest", TEXT),
        _must("reader", TEXT),
        _must("current", FLAG),
        _key("reading", "entry"),
    )
    op.create_index("reading_digest", "reading", ["digest"])
    _partial_index("reading_current", "reading", ["report_id", "entry"], "current")
    op.create_table(
        "mention",
        _must("id", TEXT),
        _must("entry", NUMBER),
        _must("report_id", TEXT),
        _must("start", WHOLE),
        _must("end", WHOLE),
        _key("mention", "id", "entry"),
    )
    op.create_index("mention_entry", "mention", ["entry"])


def _partial_index(name: str, table: str, columns: list[str], flag: str) -> None:
    holds = sa.column(flag, FLAG) == sa.true()
    op.create_index(name, table, columns, sqlite_where=holds, postgresql_where=holds)


def _incidents() -> None:
    tolls = [f"{about}_{end}" for about in ("killed", "wounded") for end in ("low", "best", "high")]
    op.create_table(
        "incident",
        _must("key", NUMBER),
        _must("id", TEXT),
        *[_may(name, WHOLE) for name in ("first_day", "last_day")],
        *[_may(name, TEXT) for name in ("place", "country", "admin1")],
        *[_may(name, REAL) for name in ("lat", "lon", "radius_km")],
        *[_must(name, TEXT) for name in ("sub_event_type", "means")],
        *[_may(name, WHOLE) for name in tolls],
        *[_must(name, TEXT) for name in ("actors", "words")],
        *[_must(name, WHOLE) for name in ("reports", "outlets", "origins")],
        _key("incident", "key"),
        sa.UniqueConstraint("id", name="incident_id_key"),
    )
    op.create_index("incident_country", "incident", ["country", "key"])
    op.create_index("incident_sub_event_type", "incident", ["sub_event_type", "key"])
    op.create_table(
        "incident_record",
        _must("key", NUMBER),
        _must("record", BYTES),
        _must("words", BYTES),
        _key("incident_record", "key"),
    )


def _actors() -> None:
    op.create_table(
        "incident_mention",
        _must("mention", TEXT),
        _must("incident", NUMBER),
        _key("incident_mention", "mention", "incident"),
    )
    op.create_index("incident_mention_incident", "incident_mention", ["incident"])
    op.create_table("incident_redirect", _must("old", TEXT), _must("id", TEXT), _key("incident_redirect", "old", "id"))
    op.create_index("incident_redirect_id", "incident_redirect", ["id"])
    op.create_table(
        "actor",
        _must("id", WHOLE),
        _must("name", TEXT),
        _key("actor", "id"),
        sa.UniqueConstraint("name", name="actor_name_key"),
    )
    op.create_table(
        "incident_actor",
        _must("actor", WHOLE),
        _must("incident", NUMBER),
        _key("incident_actor", "actor", "incident"),
    )
    op.create_index("incident_actor_incident", "incident_actor", ["incident"])
