"""The database engine: SQLite in one file by default, PostgreSQL by URL; the same behaviour on both."""

import os
import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, ExceptionContext
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from bot.storage.kolommen import OpslagFout
from bot.storage.storingen import opslagfout

WACHT_SECONDEN = 5
_LEZEND = "wijkbrug_lezend"
_IN_GEHEUGEN = (None, "", ":memory:")


def maak_engine(database_url: str) -> Engine:
    """Makes the engine; for SQLite also the folder and the file, readable by the owner only. Nothing is migrated.

    On SQLite every transaction takes the write lock at once (BEGIN IMMEDIATE), so two processes queue up and never
    deadlock, and waits at most `WACHT_SECONDEN` for it. What only reads uses `lezend(engine)` and waits for nobody.
    Do not hold a transaction over an `await`: another turn of the same process would wait for the lock in vain.

    Args:
        database_url: `sqlite:///path`, `sqlite://` (in memory, one connection, for one user at a time), or
            `postgresql://…` (`postgres://` and `postgresql+psycopg://` are the same).

    Raises:
        OpslagFout: The URL is none of these, or the file cannot be made.
    """
    url = _lees_url(database_url)
    engine = _sqlite_engine(url) if url.get_backend_name() == "sqlite" else _postgresql_engine(url)
    event.listen(engine, "handle_error", _vertaal_fout)
    return engine


def lezend(engine: Engine) -> Engine:
    """The same database for reading only: it never waits for a writer, and a write is refused."""
    return engine.execution_options(**{_LEZEND: True, "postgresql_readonly": True})


def _lees_url(database_url: str) -> URL:
    try:
        url = make_url(database_url)
    except ArgumentError:
        raise OpslagFout("fout/database_url") from None
    match url.drivername:
        case "sqlite" | "sqlite+pysqlite":
            return url.set(drivername="sqlite")
        case "postgres" | "postgresql" | "postgresql+psycopg":
            return url.set(drivername="postgresql+psycopg")
        case _:
            raise OpslagFout("fout/database_url")


def _sqlite_engine(url: URL) -> Engine:
    extra: dict[str, Any] = {}
    if url.database in _IN_GEHEUGEN:
        extra = {"poolclass": StaticPool}
    else:
        _maak_bestand(Path(str(url.database)))
    verbinding = {"timeout": WACHT_SECONDEN, "check_same_thread": False}
    engine = create_engine(url, hide_parameters=True, connect_args=verbinding, **extra)
    event.listen(engine, "connect", _sqlite_verbonden)
    event.listen(engine, "begin", _sqlite_begint)
    return engine


def _maak_bestand(bestand: Path) -> None:
    """Makes an empty file with mode 0600; SQLite gives its journal files the same mode."""
    try:
        bestand.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(bestand, os.O_CREAT | os.O_RDONLY, 0o600))
    except OSError as fout:
        raise OpslagFout("fout/database_onbereikbaar") from fout


def _sqlite_verbonden(verbinding: DBAPIConnection, _plek: ConnectionPoolEntry) -> None:
    """Settings of every connection. The driver's own BEGIN is switched off: `_sqlite_begint` begins."""
    verbinding.isolation_level = None
    cursor = verbinding.cursor()
    _zet_wal_aan(cursor)
    cursor.execute("PRAGMA synchronous=FULL")  # a commit that was confirmed survives SIGKILL and loss of power
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute(
        "PRAGMA recursive_triggers=ON"
    )  # else INSERT OR REPLACE would slip past the triggers that refuse DELETE
    cursor.execute("PRAGMA secure_delete=ON")  # what is deleted is overwritten in the file
    cursor.close()


def _zet_wal_aan(cursor: Any) -> None:
    """WAL stays on in the file. The very first switch does not heed the busy time-out, so it is tried again here."""
    klaar_voor = time.monotonic() + WACHT_SECONDEN
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as fout:
            if fout.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > klaar_voor:
                raise
            time.sleep(0.02)
        else:
            return


def _sqlite_begint(verbinding: Connection) -> None:
    lezend_ = bool(verbinding.get_execution_options().get(_LEZEND))
    verbinding.exec_driver_sql(f"PRAGMA query_only={'ON' if lezend_ else 'OFF'}")
    verbinding.exec_driver_sql("BEGIN" if lezend_ else "BEGIN IMMEDIATE")


def _postgresql_engine(url: URL) -> Engine:
    milliseconden = WACHT_SECONDEN * 1000
    instellingen = f"-c timezone=UTC -c lock_timeout={milliseconden}"
    verbinding = {"connect_timeout": WACHT_SECONDEN, "application_name": "wijkbrug", "options": instellingen}
    return create_engine(url, hide_parameters=True, pool_pre_ping=True, connect_args=verbinding)


def _vertaal_fout(context: ExceptionContext) -> None:
    """Turns a failure of the storage into `OpslagFout`; everything else goes on as it is."""
    vertaald = opslagfout(context.original_exception)
    if vertaald is not None:
        raise vertaald from context.original_exception
