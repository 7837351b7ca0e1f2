"""Two hundred chats that type as fast as the answers come, on one real process, with Telegram's limits."""

import asyncio
import bisect
import random
import time
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import psutil
from sqlmodel import col, select

from benchmarks.meting import BenchFout, Meting, Opdracht
from benchmarks.regressie import Helling, helling
from benchmarks.statistiek import getal, percentiel
from bot.dialogue.voering import Huis
from bot.storage.tabellen_kanaal import UpdateInRow
from tests.telegram.nep import NepTelegram
from tests.telegram.storing.kweker import KwekerProces
from tests.telegram.storing.proces import Programma
from tests.telegram.storing.proef import bezetting, huis_van, omgeving
from tests.telegram.storing.rollen import Toneel

CHATS = 200
DOEL_MS = 250.0
INLOOP = 0.1  # the part of the time that does not count: caches fill, everybody starts at once
MB = 1024 * 1024


@dataclass(frozen=True)
class Gemeten:
    """What came of one run: milliseconds per turn, milliseconds until Telegram had the answer, and memory."""

    beurten: list[float]
    rondreis: list[float]
    seconden: float
    geheugen: Helling
    te_vroeg: int
    processor: float


async def meet(opdracht: Opdracht) -> list[Meting]:
    """One process on SQLite."""
    map_ = opdracht.werkmap / "belasting"
    map_.mkdir()
    chats = opdracht.keer(lang=CHATS, kort=60)
    with KwekerProces(map_) as kweker:
        gemeten = await belast(kweker, map_, seconden=opdracht.keer(lang=300, kort=30), chats=chats)
    p95 = percentiel(gemeten.beurten, 0.95)
    p50, rond50 = (getal(percentiel(waarden, 0.5), 0) for waarden in (gemeten.beurten, gemeten.rondreis))
    rondreis = f"p50 {rond50} ms, p95 {getal(percentiel(gemeten.rondreis, 0.95), 0)} ms"
    tempo, aantal = len(gemeten.beurten) / gemeten.seconden, len(gemeten.beurten)
    return [
        Meting(
            id="telegram_belasting",
            uitkomst=f"p95 {getal(p95)} ms bij {getal(tempo)} beurten per seconde",
            is_gehaald=p95 < DOEL_MS,
            herhalingen=1,
            spreiding="–",
            bijzonder=(
                f"{aantal} beurten in {getal(gemeten.seconden, 0)} seconden, {chats} gesprekken; p50 {p50} ms",
                f"{gemeten.te_vroeg} berichten kwamen voordat Telegrams wachttijd om was",
                f"van bericht tot Telegram het antwoord heeft, met het wachten op Telegrams grens: {rondreis}",
                f"het proces gebruikte {getal(gemeten.processor * 100, 0)} % van één kern; geheugen {gemeten.geheugen}",
            ),
            cijfers={"p95_ms": p95, "per_seconde": tempo},
        )
    ]


async def belast(kweker: KwekerProces, map_: Path, *, seconden: float, chats: int) -> Gemeten:
    """Plays for so long; the database is made in this folder."""
    async with NepTelegram() as nep:
        env = omgeving(f"sqlite:///{map_ / 'belasting.db'}", map_, nep.url)
        huis = huis_van(env, map_)
        programma = Programma(kweker, env)
        programma.start()
        try:
            toneel = Toneel(nep)
            assistenten, contactpersonen = bezetting(toneel, huis, random.Random(1), chats)  # noqa: S311 - repeatable
            for mens, _ in assistenten:
                mens.denktijd, mens.geduld, mens.is_grillig = 0.0, (120.0, 180.0), False
            await asyncio.gather(*(mens.meld_aan(code) for mens, code in [*assistenten, *contactpersonen]))
            klaar = asyncio.Event()
            taken = [asyncio.create_task(mens.speel(lambda: not klaar.is_set())) for mens, _ in assistenten]
            proces = psutil.Process(programma.pid)
            await asyncio.sleep(seconden * INLOOP)
            begin, cpu = nep.tijd.nu(), sum(proces.cpu_times()[:2])
            monsters = await _kijk_mee(proces, seconden)
            eind, cpu = nep.tijd.nu(), sum(proces.cpu_times()[:2]) - cpu
            klaar.set()
            for taak in taken:
                taak.cancel()
            for einde in await asyncio.gather(*taken, return_exceptions=True):
                if isinstance(einde, Exception):
                    raise BenchFout(f"iemand kon niet verder: {einde}")
        finally:
            programma.dood()
        beurten = _beurten(huis, begin, eind)
        per_duizend = len(beurten) / (eind - begin) / 1000
        geheugen = helling([(moment * per_duizend, mb) for moment, mb in monsters])
        return Gemeten(
            beurten,
            _rondreis(nep, begin, eind),
            eind - begin,
            geheugen,
            len(nep.roep("te_vroeg")),
            cpu / (eind - begin),
        )


async def _kijk_mee(proces: psutil.Process, seconden: float) -> list[tuple[float, float]]:
    """Memory in MB, at moments in seconds."""
    begin = time.monotonic()
    monsters: list[tuple[float, float]] = []
    while (nu := time.monotonic() - begin) < seconden:
        monsters.append((nu, proces.memory_info().rss / MB))
        await asyncio.sleep(min(1.0, seconden / 30))
    return monsters


def _beurten(huis: Huis, begin: float, eind: float) -> list[float]:
    """Milliseconds from stored update to stored answer."""
    van, tot = (datetime.fromtimestamp(moment, UTC) for moment in (begin, eind))
    with huis.sessie() as session:
        rijen = session.exec(select(UpdateInRow).where(col(UpdateInRow.op) >= van, col(UpdateInRow.op) < tot))
        return [(rij.klaar_op - rij.op).total_seconds() * 1000 for rij in rijen if rij.klaar_op is not None]


def _rondreis(nep: NepTelegram, begin: float, eind: float) -> list[float]:
    """Milliseconds from what somebody did to the next message in that chat."""
    gestuurd: dict[int, list[float]] = defaultdict(list)
    for aanroep in nep.wereld.aanroepen:
        if aanroep.methode == "sendMessage" and aanroep.chat is not None and aanroep.code == 200:
            gestuurd[aanroep.chat].append(aanroep.tijd)
    uit: list[float] = []
    for update in nep.wereld.updates.alle:
        plek = bisect.bisect(gestuurd[update.chat], update.gemaakt)
        if begin <= update.gemaakt < eind and plek < len(gestuurd[update.chat]):
            uit.append((gestuurd[update.chat][plek] - update.gemaakt) * 1000)
    return uit
