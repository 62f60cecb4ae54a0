"""How each schema is made from the one before it, by Alembic: `versions/` in their order."""
