"""(f) Training: done here when asked for, else read from the model that was trained last."""

import json
import os
import subprocess
import sys
import tarfile
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.meting import PROJECT, BenchFout, Meting, Opdracht
from benchmarks.statistiek import getal
from bot.dialogue.model import nieuwste_model

DOEL_SECONDEN = 180.0


def meet(opdracht: Opdracht) -> list[Meting]:
    """The duration of a training."""
    if opdracht.met_training:
        return [_meting(_train(opdracht), "nu getraind, zonder opgeslagen tussenresultaten")]
    seconden = _eerder(opdracht.modelmap)
    if seconden is None:
        return [Meting(id="training", uitkomst="niet gemeten", is_gehaald=None, herhalingen=0, spreiding="–")]
    return [_meting(seconden, "gelezen uit het model dat er staat")]


def _meting(seconden: float, hoe: str) -> Meting:
    return Meting(
        id="training",
        uitkomst=f"{getal(seconden, 0)} s",
        is_gehaald=seconden < DOEL_SECONDEN,
        herhalingen=1,
        spreiding="–",
        bijzonder=(hoe,),
        cijfers={"seconden": seconden},
    )


def _train(opdracht: Opdracht) -> float:
    code = "import sys; from bot.opdrachten.train import train_rasa; sys.exit(train_rasa(sys.argv[1]))"
    map_, log = opdracht.werkmap / "training", opdracht.werkmap / "training.log"
    omgeving = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "RASA_MAX_CACHE_SIZE": "0"}
    begin = time.monotonic()
    with log.open("wb") as uitvoer:
        proces = subprocess.Popen(  # noqa: S603 - our own code
            [sys.executable, "-c", code, str(map_)], cwd=PROJECT, env=omgeving, stdout=uitvoer, stderr=subprocess.STDOUT
        )
    if proces.wait() != 0:
        raise BenchFout(f"trainen is mislukt: {log.read_text(encoding='utf-8').strip().splitlines()[-1]}")
    return time.monotonic() - begin


def _eerder(modelmap: Path) -> float | None:
    """From the moment in the model's name to the moment that Rasa wrote in it; None for a model of another kind."""
    model = nieuwste_model(modelmap)
    try:
        begin = time.mktime(time.strptime(model.name if model else "", "wijkbrug-%Y%m%d-%H%M%S.tar.gz"))
    except ValueError:
        return None
    with tarfile.open(model) as archief:
        bestand = archief.extractfile("metadata.json")
        gegevens = json.load(bestand) if bestand else {}
    einde = datetime.fromisoformat(gegevens["trained_at"]).replace(tzinfo=UTC).timestamp()
    return einde - begin if 0 < einde - begin < 3600 else None
