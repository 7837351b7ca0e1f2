"""(b) The 1,000th turn of a long day beside the first ones: many cases in one conversation."""

from pathlib import Path

from benchmarks.meting import Meting, Opdracht
from benchmarks.opstelling import CASUS, Opstelling, vers_huis
from benchmarks.profiel import profileer
from benchmarks.statistiek import getal, midden, spreiding

BEURTEN = 1000
VENSTER = 10  # cases that are compared
DOEL = 1.20


async def meet(opdracht: Opdracht, opstelling: Opstelling) -> list[Meting]:
    """Plays a day up to turn 920, and then its last ten cases in turns with the first ten of a new day.

    Only so a machine that is busier in the afternoon than in the morning does not count as slower.
    """
    herhalingen = opdracht.keer(lang=3, kort=1)
    verhoudingen: list[float] = []
    ochtenden: list[float] = []
    avonden: list[float] = []
    lang = opstelling
    for nummer in range(herhalingen):
        lang = _dag(opdracht.werkmap / f"lang{nummer}", opdracht.modelmap, opstelling)
        ochtend, avond, vers = await _speel_dag(
            lang, _dag(opdracht.werkmap / f"vers{nummer}", opdracht.modelmap, opstelling)
        )
        verhoudingen.append(midden(avond) / midden(vers))
        ochtenden.append(midden(ochtend))
        avonden.append(midden(avond))
    verhouding = midden(verhoudingen)

    async def nog_eens() -> None:
        for _ in range(VENSTER):
            await lang.casus("dag")

    is_gehaald = verhouding <= DOEL
    vroeg, laat = getal(midden(ochtenden)), getal(midden(avonden))
    return [
        Meting(
            id="lange_dag",
            uitkomst=f"{getal(verhouding, 2)} keer zo lang",
            is_gehaald=is_gehaald,
            herhalingen=herhalingen,
            spreiding=f"{spreiding(verhoudingen, 2)} keer",
            bijzonder=(f"eerste 80 beurten: p50 {vroeg} ms; beurt 921 tot en met 1.000: p50 {laat} ms",),
            profiel="" if is_gehaald else await profileer(nog_eens),
            cijfers={"verhouding": verhouding},
        )
    ]


async def _speel_dag(lang: Opstelling, vers: Opstelling) -> tuple[list[float], list[float], list[float]]:
    await vers.casus("inloop")
    await lang.casus("inloop")
    dag = [await lang.casus("dag") for _ in range(BEURTEN // len(CASUS) - VENSTER)]
    avond: list[float] = []
    nieuw: list[float] = []
    for _ in range(VENSTER):
        avond += await lang.casus("dag")
        nieuw += await vers.casus("dag")
    return [ms for casus in dag[:VENSTER] for ms in casus], avond, nieuw


def _dag(map_: Path, modelmap: Path, opstelling: Opstelling) -> Opstelling:
    """The same engine on a database of its own; what the tracker store remembers of another database is dropped."""
    opstelling.engine.vergeet("dag")
    return Opstelling(vers_huis(map_, modelmap), opstelling.engine, opstelling.is_getypt)
