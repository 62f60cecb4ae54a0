"""Which incidents wait for a decision on a near pair, so that the queue need not walk all of them. Frozen, as 0001."""

import json
import zlib

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CHUNK = 500
RECORD = sa.table("incident_record", sa.column("key", NUMBER), sa.column("record", sa.LargeBinary()))
INCIDENT = sa.table("incident", sa.column("key", NUMBER), sa.column("unsure", sa.Float()))


def upgrade() -> None:
    """Add the column, filled from the incidents' records, and its index."""
    op.add_column("incident", sa.Column("unsure", sa.Float()))
    waits = INCIDENT.c.unsure.is_not(None)
    op.create_index("incident_unsure", "incident", ["unsure", "key"], sqlite_where=waits, postgresql_where=waits)
    connection, last = op.get_bind(), -1
    some = sa.select(RECORD).order_by(RECORD.c.key).limit(CHUNK)
    while rows := connection.execute(some.where(RECORD.c.key > last)).all():
        last = rows[-1].key
        for row in rows:
            near = json.loads(zlib.decompress(row.record))["incident"].get("near", [])
            scores = [join["score"] for join in near if join["verdict"] == "unsure" and join.get("judged") is None]
            if scores:
                connection.execute(sa.update(INCIDENT).where(INCIDENT.c.key == row.key).values(unsure=max(scores)))
