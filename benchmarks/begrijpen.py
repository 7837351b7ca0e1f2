"""(h) Understanding one message: the whole pipeline, the privacy gate included."""

import time
from pathlib import Path

from benchmarks.meting import Meting, Opdracht
from benchmarks.opstelling import Opstelling
from benchmarks.profiel import profileer
from benchmarks.statistiek import getal, midden, percentiel, spreiding

ZINNEN = Path(__file__).resolve().parent / "zinnen.txt"


async def meet(opdracht: Opdracht, opstelling: Opstelling) -> list[Meting]:
    """Reads the sentences of zinnen.txt a few times over."""
    if not opstelling.is_getypt:
        return [Meting(id="begrijpen", uitkomst="niet gemeten", is_gehaald=None, herhalingen=0, spreiding="–")]
    zinnen = [zin for zin in ZINNEN.read_text(encoding="utf-8").splitlines() if zin]
    await _lees(opstelling, zinnen)
    rondes = [await _lees(opstelling, zinnen) for _ in range(opdracht.keer(lang=5, kort=2))]
    p50 = [midden(ronde) for ronde in rondes]
    alles = [ms for ronde in rondes for ms in ronde]

    async def nog_eens() -> None:
        await _lees(opstelling, zinnen)

    return [
        Meting(
            id="begrijpen",
            uitkomst=f"p50 {getal(midden(p50))} ms",
            is_gehaald=None,
            herhalingen=len(rondes),
            spreiding=f"{spreiding(p50)} ms",
            bijzonder=(
                f"p95 {getal(percentiel(alles, 0.95))} ms; {len(zinnen)} berichten van {_lengtes(zinnen)} tekens",
            ),
            profiel=await profileer(nog_eens),
            cijfers={"p50_ms": midden(p50)},
        )
    ]


async def _lees(opstelling: Opstelling, zinnen: list[str]) -> list[float]:
    tijden = []
    for zin in zinnen:
        begin = time.perf_counter()
        await opstelling.voering.begrijp(opstelling.gebruiker, zin)
        tijden.append((time.perf_counter() - begin) * 1000)
    return tijden


def _lengtes(zinnen: list[str]) -> str:
    return f"{min(map(len, zinnen))} tot {max(map(len, zinnen))}"
