"""Run by Alembic: the migrations work on the connection, and in the transaction, that `migrating.upgrade` gives."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
