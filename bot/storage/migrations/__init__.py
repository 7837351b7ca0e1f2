"""Migrations (Alembic), run from the program itself: `migreer(engine)` brings a database to the newest schema."""

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, text

from bot.storage.engine import lezend
from bot.storage.kolommen import OpslagFout

_SLOT = 8_114_205_317  # advisory lock on PostgreSQL: one process migrates, the others wait


def migreer(engine: Engine) -> None:
    """Brings the database to the newest schema; does nothing, and waits for nobody, when it has it already.

    Safe when several processes start at once, and all or nothing: one transaction, also on SQLite.

    Raises:
        OpslagFout: The database comes from a newer version, or holds tables of something else.
    """
    config = alembic_config()
    scripts = ScriptDirectory.from_config(config)
    with lezend(engine).connect() as verbinding:
        if _is_bij(verbinding, scripts):
            return
    with _alleen_wij(engine) as verbinding:
        if not _is_bij(verbinding, scripts):
            config.attributes["connection"] = verbinding
            command.upgrade(config, "head")


def alembic_config() -> Config:
    """Alembic's configuration, without an ini file."""
    config = Config()
    config.set_main_option("script_location", "bot.storage:migrations")
    config.set_main_option("path_separator", "os")
    return config


def _is_bij(verbinding: Connection, scripts: ScriptDirectory) -> bool:
    versie = MigrationContext.configure(verbinding).get_current_revision()
    if versie is None:
        return False
    try:
        scripts.get_revision(versie)
    except CommandError:
        raise OpslagFout("fout/database_nieuwer") from None
    return versie == scripts.get_current_head()


@contextmanager
def _alleen_wij(engine: Engine) -> Iterator[Connection]:
    """One transaction in which nobody else migrates. SQLite's BEGIN IMMEDIATE is such a lock by itself."""
    with engine.begin() as verbinding:
        if verbinding.dialect.name == "postgresql":
            verbinding.execute(text("SET LOCAL lock_timeout = '60s'"))
            verbinding.execute(text("SELECT pg_advisory_xact_lock(:slot)"), {"slot": _SLOT})
        yield verbinding
