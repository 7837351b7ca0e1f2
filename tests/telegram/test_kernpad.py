"""Sign-in, one whole case and its status back: on both Telegrams, by polling and by webhook."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import pytest
import uvicorn
from sqlalchemy import Engine as DatabaseEngine

from bot.dialogue.engine import Engine
from bot.domein.lijsten import CasusStatus, Rol
from bot.settings import Instellingen
from bot.storage.tabellen import OverdrachtRow
from tests.telegram.dienst import Dienst, Mens, aan_het_werk, bouw_dienst, draag_over, instellingen_voor, kies
from tests.telegram.emulator import Emulator
from tests.telegram.nep import NepTelegram, wacht_tot

GEHEIM = "geheim-van_de-proef-0001"
Bouw = Callable[[Instellingen, Callable[[], int]], Dienst]


@pytest.fixture
def bouw(sqlite_database: DatabaseEngine, engine_met_model: Engine) -> Bouw:
    def maak(instellingen: Instellingen, onderweg: Callable[[], int]) -> Dienst:
        return bouw_dienst(sqlite_database, engine_met_model, instellingen, onderweg=onderweg)

    return maak


@asynccontextmanager
async def achter_uvicorn(dienst: Dienst, poort: int) -> AsyncIterator[Dienst]:
    """The app as `wijkbrug serve` runs it, for a Telegram that brings its updates."""
    server = uvicorn.Server(
        uvicorn.Config(dienst.kanaal.app, host="127.0.0.1", port=poort, log_config=None, ws="none", lifespan="on")
    )
    taak = asyncio.create_task(server.serve())
    try:
        await wacht_tot(lambda: server.started)
        yield dienst
    finally:
        server.should_exit = True
        await taak


def vrije_poort() -> int:
    with socket.socket() as los:
        los.bind(("127.0.0.1", 0))
        return int(los.getsockname()[1])


def met_webhook(bouw: Bouw, telegram: Any, onderweg: Callable[[], int]) -> AbstractAsyncContextManager[Dienst]:
    poort = vrije_poort()
    adres = f"http://127.0.0.1:{poort}/telegram/binnen"
    instellingen = instellingen_voor(telegram, telegram_webhook=adres, telegram_geheim=GEHEIM)
    return achter_uvicorn(bouw(instellingen, onderweg), poort)


async def speel_het_kernpad(dienst: Dienst, sanne: Mens, noor: Mens) -> None:
    await dienst.meld_aan(sanne, Rol.ASSISTENT, "de_linde")
    await dienst.meld_aan(noor, Rol.CONTACTPERSOON, "cp_oost")
    code = await draag_over(sanne, dienst)
    await kies(noor, f"Open {code}", ziet="Medische gegevens blijven")
    await kies(noor, "Ontvangen", ziet=f"je hebt casus {code} ontvangen")
    await sanne.ziet(f"heeft casus {code} gelezen", 20)
    await sanne.ziet("Stand: ontvangen", 20)
    await dienst.is_rustig()
    assert [c.status for c in dienst.casussen()] == [CasusStatus.ONTVANGEN]
    assert len(dienst.rijen(OverdrachtRow)) == 1
    assert len([b for b in noor.scherm() if "Nieuwe casus" in b.tekst]) == 1


async def test_polling_bij_een_telegram_van_een_ander(emulator: Emulator, bouw: Bouw) -> None:
    async with aan_het_werk(bouw(instellingen_voor(emulator), emulator.wachtend)) as dienst:
        await speel_het_kernpad(dienst, emulator.mens("Sanne"), emulator.mens("Noor"))


async def test_webhook_bij_een_telegram_van_een_ander(emulator: Emulator, bouw: Bouw) -> None:
    async with met_webhook(bouw, emulator, lambda: 0) as dienst:
        await speel_het_kernpad(dienst, emulator.mens("Sanne"), emulator.mens("Noor"))


async def test_webhook_bij_de_strenge_nep(telegram: NepTelegram, bouw: Bouw) -> None:
    async with met_webhook(bouw, telegram, lambda: int(telegram.roep("wachtend"))) as dienst:
        await wacht_tot(lambda: telegram.roep("aanroepen", methode="setWebhook"))
        await speel_het_kernpad(dienst, telegram.gebruiker("Sanne"), telegram.gebruiker("Noor"))
    geweigerd = [a["methode"] for a in telegram.roep("aanroepen") if a["code"] != 200]
    assert set(geweigerd) <= {"setWebhook"}  # after a slow answer it is set again, which may be too soon


async def test_van_webhook_terug_naar_polling_gaat_niets_verloren(telegram: NepTelegram, bouw: Bouw) -> None:
    wachtend = lambda: int(telegram.roep("wachtend"))  # noqa: E731 - the fake's own question
    sanne = telegram.gebruiker("Sanne")
    async with met_webhook(bouw, telegram, wachtend) as dienst:
        await wacht_tot(lambda: telegram.roep("aanroepen", methode="setWebhook"))
        await dienst.meld_aan(sanne, Rol.ASSISTENT, "de_linde")
    sanne.stuur("mw 82 Palenstein, zit veel alleen")
    async with aan_het_werk(bouw(instellingen_voor(telegram), wachtend)):
        await sanne.ziet("TriageWijzer", 20)
