"""(c) 100 turns a second for a minute, in one process: messages arrive on schedule, whether or not the bot is done."""

import asyncio
import time

from benchmarks.meting import Meting, Opdracht
from benchmarks.opstelling import CASUS, Opstelling
from benchmarks.profiel import profileer
from benchmarks.statistiek import getal, percentiel

PER_SECONDE = 100
GESPREKKEN = 100
DOEL_MS = 50.0


async def meet(opdracht: Opdracht, opstelling: Opstelling) -> list[Meting]:
    """A hundred conversations, a message a second each; the time runs from the moment that a message was due."""
    seconden = opdracht.keer(lang=60, kort=8)
    herhalingen = opdracht.keer(lang=2, kort=1)
    p95: list[float] = []
    tempos: list[float] = []
    for ronde in range(herhalingen):
        vertragingen, duur = await _belast(opstelling, f"c{ronde}", aantal=seconden * PER_SECONDE)
        p95.append(percentiel(vertragingen, 0.95))
        tempos.append(len(vertragingen) / duur)
    slechtste, tempo = max(p95), min(tempos)
    is_gehaald = slechtste < DOEL_MS

    async def nog_eens() -> None:
        for nummer in range(20):
            await opstelling.casus(f"druk{nummer}")

    return [
        Meting(
            id="tempo",
            uitkomst=f"p95 {getal(slechtste)} ms bij {getal(tempo)} beurten per seconde",
            is_gehaald=is_gehaald,
            herhalingen=herhalingen,
            spreiding=f"p95 {getal(min(p95))} – {getal(slechtste)} ms" if herhalingen > 1 else "–",
            bijzonder=(f"{seconden} seconden, {GESPREKKEN} gesprekken; de slechtste herhaling telt",),
            profiel="" if is_gehaald else await profileer(nog_eens),
            cijfers={"p95_ms": slechtste, "per_seconde": tempo},
        )
    ]


async def _belast(opstelling: Opstelling, naam: str, *, aantal: int) -> tuple[list[float], float]:
    """Lets messages arrive at a fixed pace; milliseconds from due to committed, and the seconds until all was done."""
    begin = time.perf_counter()

    async def bericht(nummer: int) -> float:
        ronde, gesprek = divmod(nummer, GESPREKKEN)
        await opstelling.beurt(f"{naam}-{gesprek}", CASUS[ronde % len(CASUS)])
        return (time.perf_counter() - begin - nummer / PER_SECONDE) * 1000

    taken = []
    for nummer in range(aantal):
        await asyncio.sleep(max(0.0, nummer / PER_SECONDE - (time.perf_counter() - begin)))
        taken.append(asyncio.create_task(bericht(nummer)))
    vertragingen = await asyncio.gather(*taken)
    return list(vertragingen), time.perf_counter() - begin
