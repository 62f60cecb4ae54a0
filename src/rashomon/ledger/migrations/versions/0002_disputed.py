"""Whether an incident's accounts contradict each other, and which incidents a change touched. Frozen, as 0001."""

import json
import zlib

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CHUNK = 500
RECORD = sa.table("incident_record", sa.column("key", NUMBER), sa.column("record", sa.LargeBinary()))
INCIDENT = sa.table("incident", sa.column("key", NUMBER), sa.column("disputed", sa.Boolean()))


def upgrade() -> None:
    """Add the column, filled from the incidents' records, and the table."""
    op.add_column("incident", sa.Column("disputed", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "incident_change",
        sa.Column("change", sa.Integer(), nullable=False),
        sa.Column("key", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("change", "key", name="incident_change_pkey"),
    )
    connection, last = op.get_bind(), -1
    some = sa.select(RECORD).order_by(RECORD.c.key).limit(CHUNK)
    while rows := connection.execute(some.where(RECORD.c.key > last)).all():
        last = rows[-1].key
        disputed = [row.key for row in rows if json.loads(zlib.decompress(row.record))["contradictions"]]
        connection.execute(sa.update(INCIDENT).where(INCIDENT.c.key.in_(disputed)).values(disputed=True))
