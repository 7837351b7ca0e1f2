"""(a) A turn in the middle of the form, commit included, side by side with the same bot run the ordinary way."""

import time
from collections.abc import Sequence
from dataclasses import replace

from benchmarks.gewone_weg import GewoneBot, gewone_bot
from benchmarks.meting import BenchFout, Meting, Opdracht
from benchmarks.opstelling import CASUS, MIDDEN, Opstelling, metadata, zonder_code
from benchmarks.profiel import profileer
from benchmarks.statistiek import getal, midden, percentiel, spreiding

DOEL_MS = 10.0
DOEL_VERHOUDING = 2.0
INLOOP = 3
ALINEA = "\n\n"  # Rasa's own channel sends each paragraph as a message


async def meet(opdracht: Opdracht, opstelling: Opstelling) -> list[Meting]:
    """Plays cases on both in turns, so that a busy moment of the machine hits both."""
    rondes, casussen = opdracht.keer(lang=5, kort=2), opdracht.keer(lang=10, kort=3)
    eigen: list[list[float]] = []
    gewoon: list[list[float]] = []
    async with gewone_bot(opdracht, metadata=metadata(opstelling.huis), is_getypt=opstelling.is_getypt) as bot:
        for nummer in range(INLOOP):
            await _vergelijk(opstelling, bot, f"inloop{nummer}")
        for ronde in range(rondes):
            eigen.append([])
            gewoon.append([])
            for nummer in range(casussen):
                hier, daar = await _vergelijk(opstelling, bot, f"a{ronde}-{nummer}")
                eigen[-1] += [hier[plek] for plek in MIDDEN]
                gewoon[-1] += [daar[plek] for plek in MIDDEN]

    async def nog_eens() -> None:
        for nummer in range(casussen):
            await opstelling.casus(f"profiel{nummer}")

    beurt, verhouding = _in_metingen(eigen, gewoon)
    beurt = replace(beurt, bijzonder=(*beurt.bijzonder, await _zonder_lezen(opstelling, casussen)))
    if not (beurt.is_gehaald and verhouding.is_gehaald):
        beurt = replace(beurt, profiel=await profileer(nog_eens))
    return [beurt, verhouding]


async def _vergelijk(opstelling: Opstelling, bot: GewoneBot, naam: str) -> tuple[list[float], list[float]]:
    """One case on each side, the one after the other; milliseconds a turn.

    Raises:
        BenchFout: The two did not say the same.
    """
    hier = [await opstelling.beurt(naam, stap) for stap in CASUS]
    daar = [await bot.beurt(naam, stap) for stap in CASUS]
    for stap, (_, berichten), (_, antwoord) in zip(CASUS, hier, daar, strict=True):
        eigen_tekst = zonder_code(ALINEA.join(bericht.tekst for bericht in berichten))
        gewone_tekst = zonder_code(ALINEA.join(bericht.get("text", "") for bericht in antwoord))
        if eigen_tekst != gewone_tekst:
            raise BenchFout(f"'{stap.tekst}': de gewone weg zei iets anders: {gewone_tekst}")
    return [duur for duur, _ in hier], [duur for duur, _ in daar]


async def _zonder_lezen(opstelling: Opstelling, casussen: int) -> str:
    """The same turns without reading the message, as with a tap on a button; with the time of the processor alone."""
    tikker = replace(opstelling, is_getypt=False)
    begin = time.process_time()
    tijden = [await tikker.casus(f"tik{nummer}") for nummer in range(casussen)]
    reken_ms = (time.process_time() - begin) * 1000 / (casussen * len(CASUS))
    p50 = midden([casus[plek] for casus in tijden for plek in MIDDEN])
    return f"zonder het bericht te lezen: p50 {getal(p50)} ms, waarvan {getal(reken_ms)} ms rekentijd van de processor"


def _in_metingen(eigen: Sequence[list[float]], gewoon: Sequence[list[float]]) -> tuple[Meting, Meting]:
    p50, p50_gewoon = [midden(ronde) for ronde in eigen], [midden(ronde) for ronde in gewoon]
    verhoudingen = [g / e for e, g in zip(p50, p50_gewoon, strict=True)]
    alles, alles_gewoon = [ms for ronde in eigen for ms in ronde], [ms for ronde in gewoon for ms in ronde]
    ms, keer, aantal = midden(p50), midden(verhoudingen), len(alles_gewoon)
    gewoon_ms, gewoon_p95 = getal(midden(p50_gewoon)), getal(percentiel(alles_gewoon, 0.95))
    beurt = Meting(
        id="beurt",
        uitkomst=f"{getal(ms)} ms",
        is_gehaald=ms < DOEL_MS,
        herhalingen=len(eigen),
        spreiding=f"{spreiding(p50)} ms",
        bijzonder=(f"p95 {getal(percentiel(alles, 0.95))} ms; {len(alles)} beurten",),
        cijfers={"p50_ms": ms},
    )
    verhouding = Meting(
        id="gewone_weg",
        uitkomst=f"{getal(keer)} keer zo snel",
        is_gehaald=keer >= DOEL_VERHOUDING,
        herhalingen=len(gewoon),
        spreiding=f"{spreiding(verhoudingen)} keer",
        bijzonder=(f"gewone weg: p50 {gewoon_ms} ms ({spreiding(p50_gewoon)}), p95 {gewoon_p95} ms; {aantal} beurten",),
        cijfers={"verhouding": keer},
    )
    return beurt, verhouding
