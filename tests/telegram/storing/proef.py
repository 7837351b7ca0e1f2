"""The whole run: a database, two Telegrams on loopback, the players, the kills, and a quiet end."""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.fernet import Fernet

from bot.bootstrap import bouw_huis, bouw_opslag, zaai_demo
from bot.dialogue.voering import Huis
from bot.domein.lijsten import Rol
from bot.services.aanmelding import nodig_uit
from bot.services.omgeving import Gebruiker as Wie
from bot.services.wachtrij import standen
from bot.settings import Instellingen
from tests.telegram.nep import TOKEN, Gebruiker, NepTelegram
from tests.telegram.nep.limieten import Limieten
from tests.telegram.storing.kweker import KwekerProces
from tests.telegram.storing.proces import Programma
from tests.telegram.storing.rollen import Assistent, Contactpersoon, Daad, Toneel
from tests.telegram.storing.uitval import Uitval
from tests.telegram.storing.vrij import vrije_poort

GEMEENTE = "zoetermeer"
METHODEN = (
    "sendMessage",
    "editMessageText",
    "editMessageReplyMarkup",
    "deleteMessage",
    "answerCallbackQuery",
    "update",
)
KANSEN = {
    "429": 0.01,
    "500": 0.01,
    "502": 0.005,
    "time-out voor": 0.002,
    "time-out na": 0.004,
    "verbroken voor": 0.005,
    "verbroken na": 0.01,
    "dubbel": 0.03,
    "laat": 0.01,
    "laat, hele chat": 0.01,
}
BIJ_OPHALEN = ("500", "502", "verbroken voor", "verbroken na")
UITLOOP = 180.0  # seconds for what is still under way at the end


@dataclass(frozen=True)
class Omvang:
    """How large the run is."""

    assistenten: int = 20
    berichten: int = 2000
    klappen: int = 200
    koud: int = 6
    seed: int = 4


@dataclass
class Verslag:
    """What was done and seen; `controle.keur` judges it."""

    huis: Huis
    nep: NepTelegram
    assistenten: list[Assistent]
    daden: list[Daad]
    uitval: Uitval
    seconden: float
    wachtend: dict[str, float]
    kaal: "KaleUitslag | None" = None


@dataclass
class KaleUitslag:
    """What the plain polling loop made of the same messages: `verloren` never got an answer."""

    berichten: int = 0
    verloren: int = 0
    dubbel: int = 0


@dataclass
class Kaal:
    """The plain loop with a Telegram of its own; it gets a message for each one that Wijkbrug gets."""

    nep: NepTelegram
    mensen: dict[int, Gebruiker] = field(default_factory=dict)
    gestuurd: list[tuple[int, str]] = field(default_factory=list)

    def stuur(self, daad: Daad) -> None:
        if daad.chat not in self.mensen:
            self.mensen[daad.chat] = self.nep.gebruiker("Proef")
        tekst = f"bericht {len(self.gestuurd)}"
        self.gestuurd.append((daad.chat, tekst))
        self.mensen[daad.chat].stuur(tekst)

    def uitslag(self) -> KaleUitslag:
        uit = KaleUitslag(len(self.gestuurd))
        for chat, tekst in self.gestuurd:
            berichten = self.nep.wereld.chats[self.mensen[chat].id].zichtbaar()
            antwoorden = sum(b.van_bot and b.tekst == f"antwoord op {tekst}" for b in berichten)
            uit.verloren += antwoorden == 0
            uit.dubbel += antwoorden > 1
        return uit


@asynccontextmanager
async def gespeeld(
    kweker: KwekerProces, database_url: str, map_: Path, *, omvang: Omvang, workers: int = 1, met_kaal: bool = False
) -> AsyncIterator[Verslag]:
    """Runs the fault test on this database; inside, everything has come to rest and the program has ended."""
    async with NepTelegram() as nep, NepTelegram(limieten=Limieten.ruim()) as kale_nep:
        env = omgeving(database_url, map_, nep.url) | {"KAAL_API": kale_nep.url}
        huis = huis_van(env, map_)
        programma = Programma(kweker, env, workers=workers)
        kaal = Kaal(kale_nep) if met_kaal else None
        los = Programma(kweker, env, kaal=True) if met_kaal else None
        toneel = Toneel(nep, bij_daad=kaal.stuur if kaal else lambda _daad: None)
        uitval = Uitval(programma, random.Random(omvang.seed), nu=nep.tijd.nu, ook=los)
        begin = time.monotonic()
        try:
            for proces in filter(None, (programma, los)):
                proces.start()
            assistenten = await _speel(toneel, huis, uitval, omvang=omvang)
            wachtend = await _kom_tot_rust(huis, nep, uitval)
        finally:
            for proces in filter(None, (programma, los)):
                proces.dood()
        seconden = time.monotonic() - begin
        yield Verslag(
            huis, nep, assistenten, toneel.daden, uitval, seconden, wachtend, kaal.uitslag() if kaal else None
        )


def omgeving(database_url: str, map_: Path, api: str) -> dict[str, str]:
    """The settings of the program under test."""
    return {
        "WIJKBRUG_DATABASE_URL": database_url,
        "WIJKBRUG_VAR_MAP": str(map_),
        "WIJKBRUG_SLEUTELS": Fernet.generate_key().decode(),
        "WIJKBRUG_TELEGRAM_TOKEN": TOKEN,
        "WIJKBRUG_TELEGRAM_API": api,
        "WIJKBRUG_HTTP_ADRES": f"127.0.0.1:{vrije_poort()}",
        "STORING_LOG": str(map_ / "programma.log"),
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }


def huis_van(env: dict[str, str], map_: Path) -> Huis:
    """The same database as the program has, with the demo data."""
    instellingen = Instellingen(
        database_url=env["WIJKBRUG_DATABASE_URL"], var_map=map_, sleutels=env["WIJKBRUG_SLEUTELS"]
    )
    huis = bouw_huis(instellingen, opslag=bouw_opslag(instellingen))
    zaai_demo(huis, GEMEENTE)
    return huis


async def _speel(toneel: Toneel, huis: Huis, uitval: Uitval, *, omvang: Omvang) -> list[Assistent]:
    dobbel, nep = random.Random(omvang.seed), toneel.nep
    assistenten, contactpersonen = bezetting(toneel, huis, dobbel, omvang.assistenten)
    await asyncio.gather(*(mens.meld_aan(code) for mens, code in [*assistenten, *contactpersonen]))
    nep.roep("loterij", seed=omvang.seed, kansen=KANSEN, methoden=METHODEN, wacht=(1.0, 3.0))

    def mag_nog() -> bool:
        return len(toneel.daden) < omvang.berichten

    kijkers = [asyncio.create_task(mens.speel()) for mens, _ in contactpersonen]
    kijkers.append(asyncio.create_task(_stoor_ophalen(nep, dobbel, keer=omvang.klappen // 5)))
    klappen = asyncio.create_task(
        uitval.woed(
            aantal=omvang.klappen, berichten=omvang.berichten, koud=omvang.koud, teller=lambda: len(toneel.daden)
        )
    )
    await asyncio.gather(klappen, *(mens.speel(mag_nog) for mens, _ in assistenten))
    for kijker in kijkers:
        kijker.cancel()
    nep.roep("loterij", seed=omvang.seed, kansen={})
    return [mens for mens, _ in assistenten]


async def _stoor_ophalen(nep: NepTelegram, dobbel: random.Random, *, keer: int) -> None:
    """Fetching goes wrong now and then; without time-outs, in which nothing at all would happen for half a minute."""
    for _ in range(keer):
        nep.roep("plan", soort=dobbel.choice(BIJ_OPHALEN), methode="getUpdates")
        await asyncio.sleep(dobbel.uniform(0.5, 6))


def bezetting(
    toneel: Toneel, huis: Huis, dobbel: random.Random, aantal: int
) -> tuple[list[tuple[Assistent, str]], list[tuple[Contactpersoon, str]]]:
    """Everybody who plays, with an invitation."""
    protocol = huis.protocollen.van(GEMEENTE)
    assistenten: list[tuple[Assistent, str]] = []
    for nummer in range(aantal):
        praktijk = protocol.praktijken[nummer % len(protocol.praktijken)].code
        code = _uitnodiging(huis, Wie(f"proef-{nummer}", Rol.ASSISTENT, GEMEENTE, praktijk=praktijk))
        eigen = random.Random(dobbel.random())
        assistenten.append((Assistent(toneel, toneel.nep.gebruiker(f"Assistent{nummer}"), eigen), code))
    contactpersonen: list[tuple[Contactpersoon, str]] = []
    for persoon in protocol.contactpersonen:
        wie = Wie(f"contactpersoon-{persoon.code}", Rol.CONTACTPERSOON, GEMEENTE, contactpersoon=persoon.code)
        mens = Contactpersoon(toneel, toneel.nep.gebruiker(persoon.code), random.Random(dobbel.random()))
        contactpersonen.append((mens, _uitnodiging(huis, wie)))
    return assistenten, contactpersonen


def _uitnodiging(huis: Huis, wie: Wie) -> str:
    with huis.sessie() as session:
        return nodig_uit(session, wie, naam=wie.account_id, ids=huis.ids, nu=huis.klok.nu()).code


async def _kom_tot_rust(huis: Huis, nep: NepTelegram, uitval: Uitval) -> dict[str, float]:
    """Waits until nothing is under way any more; returns what still is when patience ends."""
    eind = time.monotonic() + UITLOOP
    rustig = 0
    while rustig < 3 and time.monotonic() < eind:
        await asyncio.sleep(1)
        uitval.herstel()
        rustig = rustig + 1 if not any(_onderweg(huis, nep).values()) else 0
    return _onderweg(huis, nep)


def _onderweg(huis: Huis, nep: NepTelegram) -> dict[str, float]:
    with huis.sessie() as session:
        stand = standen(session, nu=huis.klok.nu())
    uit = {naam: waarde for naam, waarde in stand.items() if naam.endswith("_wachtend")}
    return uit | {"niet_opgehaald": float(nep.roep("wachtend"))}
