"""A revision by its entry, as words in reports are found; without it each was looked for among all. Frozen, as 0001."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the index."""
    op.create_index("revision_entry", "revision", ["entry"])
