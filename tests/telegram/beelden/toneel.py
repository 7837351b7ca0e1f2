"""The house on a fresh database, with its loops, against the strict fake: what the pictures are taken of."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.bootstrap import bouw_engine, bouw_huis, bouw_opslag, zaai_demo
from bot.bootstrap_kanaal import bouw_kanaal, maak_bot
from bot.dialogue.voering import Gespreksvoering, Huis
from bot.domein.lijsten import Rol
from bot.services.aanmelding import nodig_uit
from bot.services.omgeving import Gebruiker as Account
from bot.settings import Instellingen
from tests.telegram.nep.mensen import Gebruiker
from tests.telegram.nep.server import TOKEN, NepTelegram


@dataclass
class Toneel:
    """The people on stage."""

    nep: NepTelegram
    huis: Huis
    assistent: Gebruiker
    contactpersoon: Gebruiker
    beheerder: Gebruiker
    vreemde: Gebruiker


def knop(mens: Gebruiker, begin: str) -> str:
    """The whole label of the button on the screen that begins so."""
    labels = [label for bericht in mens.scherm() for label in bericht.knopteksten]
    return next(label for label in labels if label.startswith(begin))


@asynccontextmanager
async def toneel(map_: Path) -> AsyncIterator[Toneel]:
    """Everybody signed in by a link, and the loops running."""
    async with NepTelegram() as nep:
        instellingen = Instellingen(var_map=map_, telegram_token=TOKEN, telegram_api=nep.url)
        opslag = bouw_opslag(instellingen)
        huis = bouw_huis(instellingen, opslag=opslag)
        zaai_demo(huis, "zoetermeer")
        voering = Gespreksvoering(huis, bouw_engine(instellingen))
        async with maak_bot(instellingen) as bot:
            kanaal = bouw_kanaal(instellingen, huis=huis, opslag=opslag, voering=voering, bot=bot, alleen_werken=False)
            kanaal.dienst.start()
            try:
                yield await _meld_iedereen_aan(nep, huis)
            finally:
                await kanaal.dienst.stop()
        opslag.engine.dispose()


async def _meld_iedereen_aan(nep: NepTelegram, huis: Huis) -> Toneel:
    accounts = (
        Account("assistent-de_linde", Rol.ASSISTENT, "zoetermeer", praktijk="de_linde"),
        Account("contactpersoon-cp_oost", Rol.CONTACTPERSOON, "zoetermeer", contactpersoon="cp_oost"),
        Account("beheerder-zoetermeer", Rol.BEHEERDER, "zoetermeer"),
    )
    mensen = [nep.gebruiker(naam) for naam in ("Sanne", "Noor", "Bas", "Iemand")]
    for mens, account in zip(mensen, accounts, strict=False):
        with huis.sessie() as session:
            code = nodig_uit(session, account, naam=account.account_id, ids=huis.ids, nu=huis.klok.nu()).code
        mens.start(code)
        await mens.ziet("Welkom")
    await asyncio.sleep(1)
    return Toneel(nep, huis, *mensen)
