"""Conversations with planted names, numbers and medicines through Telegram's door; then they are looked for."""

import asyncio
import io
import json
import logging
import random
import sqlite3
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from sqlalchemy import text
from sqlmodel import Session, SQLModel

from benchmarks.meting import Meting, Opdracht
from benchmarks.privacyspelers import Geplant, Speler, Zintuig
from bot.bootstrap import Opslag, bouw_huis, bouw_opslag, zaai_demo
from bot.bootstrap_kanaal import Kanaal, bouw_kanaal, maak_bot
from bot.channel.tempo import Tempo
from bot.dialogue.engine import Engine
from bot.dialogue.voering import Gespreksvoering, Huis
from bot.domein.bericht import Bericht, Knopdruk
from bot.domein.lijsten import Rol
from bot.log_setup import zet_log_op
from bot.services.aanmelding import nodig_uit
from bot.services.omgeving import Gebruiker, Omgeving
from bot.services.wachtrij import standen
from bot.settings import Instellingen
from bot.storage.kolommen import Sleutelring, sleutelring_van
from nlu.begrip import Begrip
from tests.telegram.nep import TOKEN, NepTelegram
from tests.telegram.nep.limieten import Limieten

GEMEENTE = "zoetermeer"
CHATS = 10
_OPEN = "SELECT 1 FROM {} WHERE chat_id = ? AND klaar_op IS NULL AND mislukt_op IS NULL LIMIT 1"
BREEKT = 0.02  # so often reading or playing fails, with an error that holds what was typed


@dataclass
class Uitslag:
    """What was planted, and where it was found; the last two must be empty."""

    geplant: Geplant
    doorzocht: dict[str, int] = field(default_factory=dict)
    gebroken: int = 0
    niet_weg: list[tuple[int, int]] = field(default_factory=list)
    gevonden: list[tuple[str, str]] = field(default_factory=list)


class Breekbaar(Gespreksvoering):
    """Fails now and then as code with a mistake does: with the text in the error."""

    def __init__(self, huis: Huis, engine: Engine, *, seed: int) -> None:
        super().__init__(huis, engine)
        self._dobbel = random.Random(seed)  # noqa: S311 - repeatable
        self.gebroken: list[str] = []

    async def begrijp(self, gebruiker: Gebruiker, tekst: str) -> Begrip:
        """Reads, or fails with what was typed in the error."""
        if self._dobbel.random() < BREEKT:
            self.gebroken.append(tekst)
            raise RuntimeError(f"cannot read {tekst}")
        return await super().begrijp(gebruiker, tekst)

    async def speel(self, omg: Omgeving, gesprek_id: str, invoer: Begrip | Knopdruk) -> list[Bericht]:
        """Plays, or fails with what was understood in the error."""
        if self._dobbel.random() < BREEKT:
            self.gebroken.append("")
            raise RuntimeError(f"cannot play {invoer}")
        return await super().speel(omg, gesprek_id, invoer)


async def meet(opdracht: Opdracht, engine: Engine) -> list[Meting]:
    """A thousand conversations, or fewer in a short run."""
    map_ = opdracht.werkmap / "privacy"
    map_.mkdir()
    uitslag = await speel(engine, map_, gesprekken=opdracht.keer(lang=1000, kort=40))
    geplant, fouten = uitslag.geplant, len(uitslag.gevonden) + len(uitslag.niet_weg)
    plekken = ", ".join(f"{plek} {tekens // 1000} kB" for plek, tekens in uitslag.doorzocht.items())
    return [
        Meting(
            id="telegram_privacy",
            uitkomst=f"{len(uitslag.gevonden)} gevonden van {len(geplant.planten)}",
            is_gehaald=not fouten,
            herhalingen=1,
            spreiding="–",
            bijzonder=(
                f"{geplant.gesprekken} gesprekken, {geplant.overgedragen} tot en met de overdracht",
                f"{len(geplant.berichten)} berichten met zulke gegevens, {len(uitslag.niet_weg)} bleven staan",
                f"doorzocht: {plekken}",
                f"{uitslag.gebroken} keer ging lezen of spelen met opzet stuk, met de tekst in de fout",
                f"{geplant.gemist} zinnen niet gebruikt, omdat het filter zelf er iets in mist (zie `make evaluate`)",
            ),
            profiel="\n".join(f"{plek}: {plant}" for plek, plant in uitslag.gevonden),
            cijfers={"gevonden": len(uitslag.gevonden), "niet_weg": len(uitslag.niet_weg)},
        )
    ]


async def speel(engine: Engine, map_: Path, *, gesprekken: int, seed: int = 4) -> Uitslag:
    """Plays in this process, so that everything it writes can be seen, and searches."""
    uitslag, stroom, versleuteld = Uitslag(Geplant()), io.StringIO(), list[str]()
    async with NepTelegram(limieten=Limieten.ruim()) as nep:
        instellingen = Instellingen(
            database_url=f"sqlite:///{map_ / 'privacy.db'}", var_map=map_, telegram_token=TOKEN, telegram_api=nep.url
        )
        opslag = bouw_opslag(instellingen)
        huis = bouw_huis(instellingen, opslag=opslag)
        zaai_demo(huis, GEMEENTE)
        voering = Breekbaar(huis, engine, seed=seed)
        kijker = sqlite3.connect(f"file:{map_ / 'privacy.db'}?mode=ro", uri=True)
        with redirect_stdout(stroom), redirect_stderr(stroom), _alles_gelogd(stroom), _afgeluisterd(versleuteld):
            async with _kanaal(instellingen, huis=huis, voering=voering, opslag=opslag) as kanaal:
                await _gesprekken(
                    nep, huis, engine=engine, geplant=uitslag.geplant, kijker=kijker, aantal=gesprekken, seed=seed
                )
                await _tot_rust(huis)
                maten = await _maten(kanaal)
        with huis.sessie() as session:
            plekken = {
                "tabellen": _tabellen(session),
                "alles wat ooit is versleuteld": "\n".join(versleuteld),
                "databasebestanden": _bestanden(map_),
                "logboek en foutmeldingen": stroom.getvalue(),
                "metrics": maten,
                "aanroepen naar Telegram": json.dumps([een.velden for een in nep.wereld.aanroepen], ensure_ascii=False),
            }
        uitslag.doorzocht = {plek: len(inhoud) for plek, inhoud in plekken.items()}
        uitslag.gevonden = list(_zoek(plekken, uitslag.geplant.planten))
        uitslag.gebroken = len(voering.gebroken)
        uitslag.niet_weg = list(_niet_weg(nep, uitslag.geplant, ongelezen=set(voering.gebroken)))
    return uitslag


@contextmanager
def _alles_gelogd(stroom: io.StringIO) -> Iterator[None]:
    """The product's own logging, with no logger held back: not even those that it silences."""
    zet_log_op(niveau="DEBUG", stroom=stroom)
    for naam in list(logging.root.manager.loggerDict):
        logging.getLogger(naam).setLevel(logging.DEBUG)
    try:
        yield
    finally:
        zet_log_op()


@contextmanager
def _afgeluisterd(gehoord: list[str]) -> Iterator[None]:
    """Remembers all that is ever encrypted, also what is gone from the database a moment later."""
    echt = Sleutelring.versleutel

    def versleutel(ring: Sleutelring, inhoud: bytes) -> str:
        gehoord.append(inhoud.decode())
        return echt(ring, inhoud)

    Sleutelring.versleutel = versleutel
    try:
        yield
    finally:
        Sleutelring.versleutel = echt


@asynccontextmanager
async def _kanaal(
    instellingen: Instellingen, *, huis: Huis, voering: Gespreksvoering, opslag: Opslag
) -> AsyncIterator[Kanaal]:
    async with maak_bot(instellingen) as bot:
        kanaal = bouw_kanaal(instellingen, huis=huis, opslag=opslag, voering=voering, bot=bot, alleen_werken=False)
        kanaal.bezorger._tempo = Tempo(per_chat=0.0, per_seconde=100_000)  # noqa: SLF001 - this is about content
        kanaal.dienst.start()
        yield kanaal
        await kanaal.dienst.stop()
        await kanaal.bezorger.maak_af()


async def _gesprekken(
    nep: NepTelegram,
    huis: Huis,
    *,
    engine: Engine,
    geplant: Geplant,
    kijker: sqlite3.Connection,
    aantal: int,
    seed: int,
) -> None:
    protocol = huis.protocollen.van(GEMEENTE)
    zintuig = Zintuig(lambda tekst: engine.begrijp(tekst, protocol), lambda chat: _chat_in_rust(nep, kijker, chat))

    def speler(nummer: int) -> Speler:
        return Speler(
            nep,
            nep.gebruiker(f"P{nummer}"),
            wijken=tuple(protocol.wijken),
            zintuig=zintuig,
            geplant=geplant,
            seed=seed + nummer,
        )

    spelers = [speler(nummer) for nummer in range(CHATS)]
    for nummer, deze in enumerate(spelers):
        praktijk = protocol.praktijken[nummer % len(protocol.praktijken)].code
        wie = Gebruiker(f"privacy-{nummer}", Rol.ASSISTENT, GEMEENTE, praktijk=praktijk)
        with huis.sessie() as session:
            code = nodig_uit(session, wie, naam="P", ids=huis.ids, nu=huis.klok.nu()).code
        await deze.zeg(f"/start {code}")
    await asyncio.gather(speler(CHATS).speel_vreemde(), *(deze.speel(-(-aantal // CHATS)) for deze in spelers))


async def _chat_in_rust(nep: NepTelegram, kijker: sqlite3.Connection, chat: int) -> None:
    """Until everything of this chat was fetched, handled and sent. Looks past the product: that would log it."""
    while True:
        await asyncio.sleep(0.03)
        if any(een.chat == chat for een in nep.wereld.updates.open.values()):
            continue
        if not any(kijker.execute(_OPEN.format(tabel), (chat,)).fetchone() for tabel in ("update_in", "zending")):
            return


async def _tot_rust(huis: Huis) -> None:
    """Until everything was handled and sent."""
    while True:
        with huis.sessie() as session:
            stand = standen(session, nu=huis.klok.nu())
        if not any(waarde for naam, waarde in stand.items() if naam.endswith("_wachtend")):
            return
        await asyncio.sleep(0.2)


async def _maten(kanaal: Kanaal) -> str:
    deur = httpx.ASGITransport(app=kanaal.app)
    async with httpx.AsyncClient(transport=deur, base_url="http://wijkbrug") as client:
        return (await client.get("/metrics")).text + (await client.get("/klaar")).text


def _bestanden(map_: Path) -> str:
    """The raw bytes of the database, its journal included."""
    return "".join(pad.read_bytes().decode("latin-1") for pad in sorted(map_.glob("privacy.db*")))


def _tabellen(session: Session) -> str:
    """Every value of every table, decrypted."""
    ring = sleutelring_van(session.get_bind().dialect)
    delen: list[str] = []
    for tabel in SQLModel.metadata.sorted_tables:
        for rij in session.execute(text(f'SELECT * FROM "{tabel.name}"')):
            for waarde in rij:
                is_token = isinstance(waarde, str) and waarde.startswith("gAAAA")
                delen.append(ring.ontsleutel(waarde).decode() if is_token else str(waarde))
    return "\n".join(delen)


def _zoek(plekken: dict[str, str], planten: Iterable[str]) -> Iterator[tuple[str, str]]:
    for plek, inhoud in plekken.items():
        klein = inhoud.lower()
        yield from ((plek, plant) for plant in sorted(planten) if plant.lower() in klein)


def _niet_weg(nep: NepTelegram, geplant: Geplant, *, ongelezen: set[str]) -> Iterator[tuple[int, int]]:
    """Messages with a plant that still stand in the chat. What could not be read at all is not counted."""
    for chat, nummer in geplant.berichten:
        bericht = nep.wereld.chats[chat].berichten[nummer]
        if bericht.verwijderd is None and bericht.tekst not in ongelezen:
            yield chat, nummer
