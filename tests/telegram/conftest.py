"""Two Telegrams on loopback: the own strict fake (`nep`), and the emulator that nobody here wrote (`emulator`)."""

import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial
from pathlib import Path

import httpx
import pytest
from sqlalchemy import Engine as DatabaseEngine
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.dialogue.engine import Engine
from bot.domein.lijsten import Rol
from bot.storage.engine import maak_engine
from bot.storage.kolommen import Sleutelring, koppel_sleutels
from tests.conftest import SLEUTEL
from tests.telegram.dienst import BEGIN, Dienst, aan_het_werk, bouw_dienst, instellingen_voor
from tests.telegram.emulator import Emulator, EmulatorProces
from tests.telegram.hulp import gestart
from tests.telegram.nep import Limieten, NepTelegram, Tijd
from tests.telegram.nep.mensen import Gebruiker


@pytest.fixture
async def nep() -> AsyncIterator[NepTelegram]:
    """The fake with Telegram's limits, on the real clock."""
    async with NepTelegram() as nep:
        yield nep


@pytest.fixture
async def stil() -> AsyncIterator[NepTelegram]:
    """The fake with a clock that only `nep.tijd.vooruit` moves."""
    async with NepTelegram(tijd=Tijd(loopt=False)) as nep:
        yield nep


@pytest.fixture
async def maak_bot() -> AsyncIterator[Callable[..., Bot]]:
    """Bots of python-telegram-bot for a fake; closed after the test."""
    bots: list[Bot] = []

    def maak(nep: NepTelegram, **verzoek: float) -> Bot:
        bestanden = f"{nep.url}/file/bot"
        bots.append(Bot(nep.token, nep.base_url, bestanden, request=HTTPXRequest(**verzoek)))
        return bots[-1]

    yield maak
    for bot in bots:
        await bot.shutdown()


@pytest.fixture
def bot(nep: NepTelegram, maak_bot: Callable[..., Bot]) -> Bot:
    return maak_bot(nep)


@pytest.fixture
def mw(nep: NepTelegram) -> Gebruiker:
    """A person who has pressed start; that update is gone."""
    return gestart(nep)


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    """For calls that python-telegram-bot would not make."""
    async with httpx.AsyncClient(trust_env=False) as client:
        yield client


@pytest.fixture(scope="session")
def emulator_proces() -> Iterator[EmulatorProces]:
    """telegram-test-api, installed where needed and started once."""
    with EmulatorProces() as proces:
        yield proces


@pytest.fixture
def emulator(emulator_proces: EmulatorProces) -> Iterator[Emulator]:
    """A bot of its own on telegram-test-api."""
    emulator = Emulator(emulator_proces.url)
    yield emulator
    emulator.sluit()


@pytest.fixture
def sqlite_database(sqlite_sjabloon: Path, tmp_path: Path) -> Iterator[DatabaseEngine]:
    """A fresh migrated SQLite database; for tests that need no second kind."""
    bestand = tmp_path / "wijkbrug.db"
    shutil.copy(sqlite_sjabloon, bestand)
    engine = maak_engine(f"sqlite:///{bestand}")
    koppel_sleutels(engine, Sleutelring([SLEUTEL]))
    yield engine
    engine.dispose()


@pytest.fixture
async def telegram() -> AsyncIterator[NepTelegram]:
    """The fake on the clock of the house, with room for many messages; `stil` and `nep` keep to the limits."""
    async with NepTelegram(tijd=Tijd(begin=BEGIN), limieten=Limieten.ruim()) as nep:
        yield nep


@pytest.fixture
async def dienst(
    telegram: NepTelegram, sqlite_database: DatabaseEngine, engine_met_model: Engine
) -> AsyncIterator[Dienst]:
    """The product at work on SQLite, polling the fake."""
    wachtend = partial(telegram.roep, "wachtend")
    dienst = bouw_dienst(sqlite_database, engine_met_model, instellingen_voor(telegram), onderweg=wachtend)
    async with aan_het_werk(dienst):
        yield dienst


@pytest.fixture
async def sanne(dienst: Dienst, telegram: NepTelegram) -> Gebruiker:
    """The assistent of praktijk De Linde, signed in."""
    sanne = telegram.gebruiker("Sanne")
    await dienst.meld_aan(sanne, Rol.ASSISTENT, "de_linde")
    return sanne


@pytest.fixture
async def noor(dienst: Dienst, telegram: NepTelegram) -> Gebruiker:
    """The contactpersoon of praktijk De Linde, signed in."""
    noor = telegram.gebruiker("Noor")
    await dienst.meld_aan(noor, Rol.CONTACTPERSOON, "cp_oost")
    return noor


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whoever asks for a Bot API or for the trained model has its mark."""
    for item in items:
        namen = getattr(item, "fixturenames", ())
        if {"emulator", "nep", "stil", "ontvanger"} & set(namen) or "nep" in item.path.parts:
            item.add_marker("telegram")
        if "engine_met_model" in namen:
            item.add_marker("model")
