"""`make bench`: measures speed and memory and writes benchmarks/uitslag.md and uitslag-telegram.md.

Run it as `python -m benchmarks.bench [--kort] [--deel gesprek|telegram] [--met-training] [--uitslag FILE]`.
A missed target is no failure: the figure is reported as it is, with the profile that shows why. Only a turn that does
the wrong thing stops it.
"""

import argparse
import asyncio
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.meting import PROJECT, BenchFout, Meting, Opdracht

if TYPE_CHECKING:  # these import rasa, which costs seconds
    from benchmarks.opstelling import Opstelling
    from bot.dialogue.engine import Engine


DELEN = ("alles", "gesprek", "telegram")


async def meet_alles(opdracht: Opdracht, deel: str) -> tuple[list[Meting], bool]:
    """Every measurement, one after another; and whether messages were typed."""
    from benchmarks.opstelling import Opstelling, instellingen, kent_nederlands, vers_huis
    from bot.bootstrap import bouw_engine
    from bot.log_setup import zet_log_op

    map_ = opdracht.werkmap / "bot"
    huis, engine = vers_huis(map_, opdracht.modelmap), bouw_engine(instellingen(map_, opdracht.modelmap))
    zet_log_op()
    opstelling = Opstelling(huis, engine, await kent_nederlands(huis, engine))
    metingen: list[Meting] = []
    if deel in ("alles", "gesprek"):
        metingen += await _meet_gesprek(opdracht, opstelling)
    if deel in ("alles", "telegram"):
        metingen += await _meet_telegram(opdracht, engine)
    return metingen, opstelling.is_getypt


async def _meet_gesprek(opdracht: Opdracht, opstelling: "Opstelling") -> list[Meting]:
    from benchmarks import begrijpen, beurten, lange_dag, matching, starten, tempo, training

    metingen: list[Meting] = []
    for meet in (beurten.meet, lange_dag.meet, tempo.meet):
        metingen += _toon(await meet(opdracht, opstelling))
    for meet_proces in (starten.meet_start, starten.meet_geheugen, training.meet):
        metingen += _toon(meet_proces(opdracht))
    metingen += _toon(await matching.meet(opdracht))
    return metingen + _toon(await begrijpen.meet(opdracht, opstelling))


async def _meet_telegram(opdracht: Opdracht, engine: "Engine") -> list[Meting]:
    """About an hour: the fault test on two databases, the load tests, the privacy test."""
    from benchmarks import telegram_belasting, telegram_privacy, telegram_storing, telegram_werkers

    metingen: list[Meting] = []
    for meet in (telegram_storing.meet, telegram_belasting.meet):
        metingen += _toon(await meet(opdracht))
    for meet_hier in (telegram_werkers.meet, telegram_privacy.meet):
        metingen += _toon(await meet_hier(opdracht, engine))
    return metingen


def _toon(metingen: list[Meting]) -> list[Meting]:
    for meting in metingen:
        print(f"{meting.id:12} {meting.uitkomst:45} {'; '.join(meting.bijzonder)}", flush=True)
    return metingen


def main() -> int:
    """Reads the arguments, measures, writes."""
    lezer = argparse.ArgumentParser(description="Meet snelheid en geheugen van Wijkbrug.")
    lezer.add_argument("--kort", action="store_true", help="minder herhalingen: minuten in plaats van uren")
    lezer.add_argument("--deel", choices=DELEN, default="alles", help="wat er wordt gemeten")
    lezer.add_argument("--met-training", action="store_true", help="train ook een model en meet hoe lang dat duurt")
    lezer.add_argument(
        "--uitslag", type=Path, default=PROJECT / "benchmarks" / "uitslag.md", help="waar de uitslag komt"
    )
    keuzes = lezer.parse_args()
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"

    from benchmarks.uitslag import schrijf
    from bot.settings import lees_instellingen

    instellingen = lees_instellingen()
    instellingen.var_map.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=instellingen.var_map) as werkmap:
        opdracht = Opdracht(
            instellingen.modelmap.resolve(),
            Path(werkmap).resolve(),
            is_kort=keuzes.kort,
            met_training=keuzes.met_training,
        )
        try:
            metingen, is_getypt = asyncio.run(meet_alles(opdracht, keuzes.deel))
        except BenchFout as fout:
            print(f"De meting is gestopt: {fout}", file=sys.stderr)
            return 1
        for bestand, deel in verdeel(keuzes.uitslag, metingen).items():
            schrijf(bestand, opdracht, deel, is_getypt=is_getypt)
            print(f"Geschreven: {bestand}")
    return 0


def verdeel(uitslag: Path, metingen: list[Meting]) -> dict[Path, list[Meting]]:
    """Telegram, which takes an hour, has a page of its own: a part that was not measured keeps what stood there."""
    uit: dict[Path, list[Meting]] = {}
    for meting in metingen:
        telegram = meting.id.startswith("telegram_")
        bestand = uitslag.with_name(f"{uitslag.stem}-telegram{uitslag.suffix}") if telegram else uitslag
        uit.setdefault(bestand, []).append(meting)
    return uit


if __name__ == "__main__":
    sys.exit(main())
