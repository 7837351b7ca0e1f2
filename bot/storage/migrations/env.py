"""What Alembic runs: the revisions, over the connection and in the transaction of `bot.storage.migrations.migreer`."""

from alembic import context
from sqlmodel import SQLModel

import bot.storage.tabellen
import bot.storage.tabellen_kanaal  # noqa: F401 - these two fill the metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    transactional_ddl=True,  # SQLite can do it too: the engine begins the transaction itself
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
