"""Wijkbrug at work: house, trained model and loops in the process of the test, talking with a Telegram on loopback."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from sqlalchemy import Engine as DatabaseEngine
from sqlmodel import SQLModel, select

from bot.bootstrap import Opslag, bouw_huis, zaai_demo
from bot.bootstrap_kanaal import Kanaal, bouw_kanaal, maak_bot
from bot.channel.tempo import Tempo
from bot.dialogue.engine import Engine
from bot.dialogue.voering import Gespreksvoering, Huis
from bot.domein.lijsten import Rol
from bot.services.aanmelding import nodig_uit
from bot.services.ids import SysteemIds
from bot.services.klok import SysteemKlok
from bot.services.omgeving import Gebruiker as Account
from bot.settings import Instellingen
from bot.storage.tabellen import CasusRow
from tests.telegram.emulator import Emulator
from tests.telegram.nep import MensFout, NepTelegram, wacht_tot

BEGIN = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)  # a Wednesday; the demo catalogue is of that month


class LopendeKlok:
    """A clock that runs, from a moment of the test's choice, and can be put forward."""

    def __init__(self, begin: datetime) -> None:
        self._echt = SysteemKlok()
        self._verschil = begin - self._echt.nu()

    def nu(self) -> datetime:
        return self._echt.nu() + self._verschil

    def verzet(self, verschil: timedelta) -> None:
        self._verschil += verschil


class Bericht(Protocol):
    """A message as a person sees it, whichever Telegram it is."""

    @property
    def tekst(self) -> str: ...
    @property
    def knopteksten(self) -> list[str]: ...


class Mens(Protocol):
    """A person in a chat with the bot, whichever Telegram it is."""

    id: int

    def stuur(self, tekst: str) -> Any: ...
    def start(self, code: str = "") -> Any: ...
    def tik(self, knop: str) -> Any: ...
    def scherm(self) -> Any: ...
    async def ziet(self, tekst: str, seconden: float = 10.0) -> Any: ...


@dataclass
class Dienst:
    """The running product, and what a test asks of it."""

    huis: Huis
    kanaal: Kanaal
    klok: LopendeKlok
    onderweg: Callable[[], int]  # updates that Telegram still has for us

    def uitnodiging(self, rol: Rol, code: str = "", *, account: str = "", gemeente: str = "zoetermeer") -> str:
        """The code of an invitation."""
        waar = {"praktijk" if rol is Rol.ASSISTENT else "contactpersoon": code} if rol is not Rol.BEHEERDER else {}
        wie = Account(account or f"{rol.value}-{code or gemeente}", rol, gemeente, **waar)
        with self.huis.sessie() as session:
            return nodig_uit(session, wie, naam=code, ids=self.huis.ids, nu=self.huis.klok.nu()).code

    async def meld_aan(self, mens: Mens, rol: Rol, code: str = "", **meer: str) -> None:
        """This person opens the link of a fresh invitation, and is welcome."""
        mens.start(self.uitnodiging(rol, code, **meer))
        await mens.ziet("Je bent aangemeld", 20)

    def rijen(self, tabel: type[SQLModel]) -> list[Any]:
        with self.huis.sessie() as session:
            return list(session.exec(select(tabel)))

    def casussen(self) -> list[CasusRow]:
        with self.huis.sessie() as session:
            return list(session.exec(select(CasusRow).order_by(CasusRow.aangemaakt_op)))

    def wek(self) -> None:
        """All loops look at once whether there is work."""
        for lus in self.kanaal.dienst.lussen:
            lus.wek()

    async def is_rustig(self) -> None:
        """Waits until everything that came in is played, and everything that was said is sent."""
        self.wek()
        await wacht_tot(lambda: not self.onderweg() and not any(self.standen().values()), 30, op="for an empty queue")

    def standen(self) -> dict[str, float]:
        from bot.services.uitbak import te_verdelen
        from bot.services.wachtrij import standen

        with self.huis.sessie() as session:
            alle = standen(session, nu=self.huis.klok.nu())
            wacht = [r for r in te_verdelen(session, overslaan=set()) if r.rol != Rol.BEHEERDER]
        return {naam: aantal for naam, aantal in alle.items() if naam.endswith("wachtend")} | {"uitbak": len(wacht)}


def bouw_dienst(
    database: DatabaseEngine,
    engine: Engine,
    instellingen: Instellingen,
    *,
    onderweg: Callable[[], int],
    met_tempo: bool = False,
) -> Dienst:
    """Everything that `wijkbrug serve` builds, on this database; without `met_tempo` messages follow at once."""
    klok = LopendeKlok(BEGIN)
    opslag = Opslag(database)
    huis = bouw_huis(instellingen, opslag=opslag, klok=klok, ids=SysteemIds())
    for gemeente in ("zoetermeer", "vlissingen"):
        zaai_demo(huis, gemeente)
    engine.vergeet()
    voering = Gespreksvoering(huis, engine)
    bot = maak_bot(instellingen)
    kanaal = bouw_kanaal(instellingen, huis=huis, opslag=opslag, voering=voering, bot=bot, alleen_werken=False)
    if not met_tempo:
        kanaal.bezorger._tempo = Tempo(per_chat=0, per_seconde=10_000)
    return Dienst(huis, kanaal, klok, onderweg)


def instellingen_voor(telegram: NepTelegram | Emulator, **meer: Any) -> Instellingen:
    """The settings for a bot on this Telegram."""
    return Instellingen(telegram_token=telegram.token, telegram_api=telegram.url, **meer)


@asynccontextmanager
async def aan_het_werk(dienst: Dienst) -> AsyncIterator[Dienst]:
    """The loops run, started and stopped as uvicorn does it."""
    app = dienst.kanaal.app
    async with app.router.lifespan_context(app):
        yield dienst


def label(mens: Mens, begin: str) -> str:
    """The whole label of the newest button on the screen that begins so."""
    labels = [een for bericht in reversed(mens.scherm()) for een in bericht.knopteksten]
    gevonden = next((een for een in labels if een.lower().startswith(begin.lower())), None)
    if gevonden is None:
        raise MensFout(f"there is no button that begins with {begin!r}; to be seen are {labels}")
    return gevonden


async def kies(mens: Mens, begin: str, *, ziet: str = "") -> Any:
    """Taps that button as soon as it is there, and waits for what must come of it."""
    await wacht_tot(lambda: _heeft(mens, begin), 20, op=f"for a button {begin!r}")
    mens.tik(label(mens, begin))
    return await mens.ziet(ziet, 20) if ziet else None


def _heeft(mens: Mens, begin: str) -> bool:
    try:
        label(mens, begin)
    except MensFout:
        return False
    return True


RIJKE_ZIN = "mw 82 Palenstein, zit sinds overlijden man alleen, kan slecht weg zonder vervoer"
STAPPEN = (  # button, and what shows that the answer came
    ("Niets van dit", "Klopt dit?"),
    ("Klopt", "Dit past in de buurt"),
    ("1 en 2", "Gaat de patiënt zelf"),
    ("Via de contactpersoon", "Hoe krijgt"),
    ("Praktijk belt", "Lees voor"),
    ("Ja, de patiënt zelf", "meer niet:"),
    ("Versturen", "Voor de patiënt"),
)


async def speel_tot(mens: Mens, vraag: str) -> Any:
    """Plays a case with one rich sentence until this is on the screen."""
    mens.stuur(RIJKE_ZIN)
    bericht = await mens.ziet("TriageWijzer", 20)
    for knop, dan in STAPPEN:
        if vraag in bericht.tekst:
            break
        bericht = await kies(mens, knop, ziet=dan)
    return bericht


async def draag_over(mens: Mens, dienst: Dienst) -> str:
    """A whole case; returns its code."""
    await speel_tot(mens, "Voor de patiënt")
    return dienst.casussen()[-1].code
