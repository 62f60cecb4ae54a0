"""Bringing an older ledger to this program's schema, in one transaction. Alembic is loaded only where needed."""

from pathlib import Path

from sqlalchemy import Connection

FOLDER = Path(__file__).parent / "migrations"


def is_older(version: str, folder: Path = FOLDER) -> bool:
    """True for a schema that the migrations start from or pass; False for one that this program does not know."""
    return any(path.name.startswith(f"{version}_") for path in (folder / "versions").glob("*.py"))


def upgrade(connection: Connection, folder: Path = FOLDER, to: str = "head") -> None:
    """Run every migration that the ledger has not had, up to one of them; a database without any gets its tables."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
