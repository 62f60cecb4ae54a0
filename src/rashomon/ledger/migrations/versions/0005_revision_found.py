"""The index of revisions by entry holds all that a search asks of them, so that no row is read. Frozen, as 0001."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the index anew."""
    op.drop_index("revision_entry", "revision")
    op.create_index("revision_entry", "revision", ["entry", "report_id", "newest", "withdrawn"])
