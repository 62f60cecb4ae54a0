"""Incidents that wait for a reviewer: without a place, or with a toll of one origin. Frozen, as 0001.

Reviews made before count once the incidents are folded anew.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

COLUMNS = ("place_unchecked", "toll_unchecked")
INCIDENT = sa.table(
    "incident",
    sa.column("key", sa.BigInteger()),
    sa.column("lat", sa.Float()),
    sa.column("origins", sa.Integer()),
    sa.column("killed_best", sa.Integer()),
    *(sa.column(name, sa.Boolean()) for name in COLUMNS),
)


def upgrade() -> None:
    """Add the columns, fill them from what the rows hold, and index what waits."""
    for name in COLUMNS:
        op.add_column("incident", sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute(sa.update(INCIDENT).where(INCIDENT.c.lat.is_(None)).values(place_unchecked=sa.true()))
    alone = (INCIDENT.c.origins == 1) & (INCIDENT.c.killed_best > 0)
    op.execute(sa.update(INCIDENT).where(alone).values(toll_unchecked=sa.true()))
    for name in COLUMNS:
        waits = INCIDENT.c[name] == sa.true()
        op.create_index(f"incident_{name}", "incident", ["key"], sqlite_where=waits, postgresql_where=waits)
