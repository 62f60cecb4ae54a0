"""The tables. `entry` is the ledger; every other table is a cache of it that can be made anew.

Plain types only, so that SQLite and PostgreSQL hold the same; what the two do differently (search in words, boxes)
stands in `sqlite.py` and `postgresql.py`.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    false,
    true,
)

SCHEMA_VERSION = "0006"  # the newest migration in migrations/versions

metadata = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pkey",
        "ix": "%(table_name)s_%(column_0_name)s",
        "uq": "%(table_name)s_%(column_0_name)s_key",
    }
)

# On SQLite only INTEGER makes the key the row's own number.
_NUMBER = BigInteger().with_variant(Integer, "sqlite")

# Text is ordered by its code points on both databases, whatever the machine's language.
_TEXT = Text().with_variant(Text(collation="C"), "postgresql")

# Alembic's own table, declared so that a new ledger can be stamped without it.
alembic_version = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)

# payload: NULL once withdrawn; payload_digest stays. at: `codec.moment_text`.
entry = Table(
    "entry",
    metadata,
    Column("number", _NUMBER, primary_key=True, autoincrement=False),
    Column("kind", _TEXT, nullable=False),
    Column("subject", _TEXT, nullable=False),
    Column("payload", _TEXT),
    Column("payload_digest", _TEXT, nullable=False),
    Column("by", _TEXT, nullable=False),
    Column("at", _TEXT, nullable=False),
    Column("why", _TEXT, nullable=False),
    Column("previous", _TEXT, nullable=False),
    Column("digest", _TEXT, nullable=False),
    Index("entry_kind", "kind", "number"),
    Index("entry_subject", "subject", "number"),
)

# What stands for the whole ledger: "incidents" is the number of the entry that the incident tables were folded from.
stamp = Table("stamp", metadata, Column("name", _TEXT, primary_key=True), Column("value", _TEXT, nullable=False))

# One revision of one report. entry: where its text is. newest: True for the one that is read.
revision = Table(
    "revision",
    metadata,
    Column("digest", _TEXT, primary_key=True),
    Column("report_id", _TEXT, nullable=False),
    Column("entry", _NUMBER, nullable=False),
    Column("published", _TEXT),
    Column("newest", Boolean, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Index("revision_report_id", "report_id", "entry"),
    Index("revision_entry", "entry", "report_id", "newest", "withdrawn"),  # all that a search asks
)
Index(
    "revision_newest",
    revision.c.report_id,
    sqlite_where=revision.c.newest == true(),
    postgresql_where=revision.c.newest == true(),
)

# current: the newest reading of the newest revision.
reading = Table(
    "reading",
    metadata,
    Column("entry", _NUMBER, primary_key=True, autoincrement=False),
    Column("report_id", _TEXT, nullable=False),
    Column("digest", _TEXT, nullable=False),
    Column("reader", _TEXT, nullable=False),
    Column("current", Boolean, nullable=False),
    Index("reading_digest", "digest"),
)
Index(
    "reading_current",
    reading.c.report_id,
    reading.c.entry,
    sqlite_where=reading.c.current == true(),
    postgresql_where=reading.c.current == true(),
)

# entry: the reading that it stands in. start, end: code points, half-open.
mention = Table(
    "mention",
    metadata,
    Column("id", _TEXT, primary_key=True),
    Column("entry", _NUMBER, primary_key=True, autoincrement=False),
    Column("report_id", _TEXT, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("mention_entry", "entry"),
)

# key: from the first day and the id, so that key order is day order and the same on every machine (`incident_key`).
# unsure: the highest score of a near pair that is unsure and that nobody has judged; NULL where there is none.
# place_unchecked, toll_unchecked: waits in the review queue (`summary`).
# first_day, last_day: date ordinals (1 January of year 1 is 1). means, actors: JSON arrays.
incident = Table(
    "incident",
    metadata,
    Column("key", _NUMBER, primary_key=True, autoincrement=False),
    Column("id", _TEXT, nullable=False, unique=True),
    Column("first_day", Integer),
    Column("last_day", Integer),
    Column("place", _TEXT),
    Column("country", _TEXT),
    Column("admin1", _TEXT),
    Column("lat", Float),
    Column("lon", Float),
    Column("radius_km", Float),
    Column("sub_event_type", _TEXT, nullable=False),
    Column("means", _TEXT, nullable=False),
    Column("killed_low", Integer),
    Column("killed_best", Integer),
    Column("killed_high", Integer),
    Column("wounded_low", Integer),
    Column("wounded_best", Integer),
    Column("wounded_high", Integer),
    Column("actors", _TEXT, nullable=False),
    Column("words", _TEXT, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("disputed", Boolean, nullable=False, server_default=false()),
    Column("unsure", Float),
    Column("place_unchecked", Boolean, nullable=False, server_default=false()),
    Column("toll_unchecked", Boolean, nullable=False, server_default=false()),
    Index("incident_country", "country", "key"),
    Index("incident_sub_event_type", "sub_event_type", "key"),
)

# Which incidents a change of the table touched, for readers that keep it in memory (`changes`).
incident_change = Table(
    "incident_change",
    metadata,
    Column("change", Integer, primary_key=True, autoincrement=False),
    Column("key", _NUMBER, primary_key=True, autoincrement=False),
)
Index(
    "incident_unsure",
    incident.c.unsure,
    incident.c.key,
    sqlite_where=incident.c.unsure.is_not(None),
    postgresql_where=incident.c.unsure.is_not(None),
)

for _waits in (incident.c.place_unchecked, incident.c.toll_unchecked):
    Index(f"incident_{_waits.name}", incident.c.key, sqlite_where=_waits == true(), postgresql_where=_waits == true())

# The whole incident with its accounts, as compressed canonical JSON (`incidents.packed`), and the words it is found by.
incident_record = Table(
    "incident_record",
    metadata,
    Column("key", _NUMBER, primary_key=True, autoincrement=False),
    Column("record", LargeBinary, nullable=False),
    Column("words", LargeBinary, nullable=False),
)

incident_mention = Table(
    "incident_mention",
    metadata,
    Column("mention", _TEXT, primary_key=True),
    Column("incident", _NUMBER, primary_key=True, autoincrement=False, index=True),
)

# old: an id that was merged into the incident `id`.
incident_redirect = Table(
    "incident_redirect",
    metadata,
    Column("old", _TEXT, primary_key=True),
    Column("id", _TEXT, primary_key=True, index=True),
)

# name: folded (`words.folded`), with a space before and after, so that whole words can be looked for.
actor = Table(
    "actor",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", _TEXT, nullable=False, unique=True),
)

incident_actor = Table(
    "incident_actor",
    metadata,
    Column("actor", Integer, primary_key=True, autoincrement=False),
    Column("incident", _NUMBER, primary_key=True, autoincrement=False),
    Index("incident_actor_incident", "incident"),
)
