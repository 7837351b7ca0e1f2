"""Two Telegrams on loopback: the own strict fake (`nep`), and the emulator that nobody here wrote (`emulator`)."""

from collections.abc import AsyncIterator, Callable, Iterator

import httpx
import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from tests.telegram.emulator import Emulator, EmulatorProces
from tests.telegram.hulp import gestart
from tests.telegram.nep import NepTelegram, Tijd
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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whoever asks for the emulator has its mark."""
    for item in items:
        if "emulator" in getattr(item, "fixturenames", ()):
            item.add_marker("telegram")
