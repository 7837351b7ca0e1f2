"""(f) Training: done here when asked for, else read from the model that was trained last."""

import os
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.meting import PROJECT, BenchFout, Meting, Opdracht
from benchmarks.statistiek import getal
from bot.dialogue.model import nieuwste_model

DOEL_SECONDEN = 180.0
_HOORT_BIJ_ELKAAR = 60.0  # seconds between the end of the log and the model


def meet(opdracht: Opdracht) -> list[Meting]:
    """The duration of a training."""
    if opdracht.met_training:
        return [_meting(_train(opdracht), "nu getraind, zonder opgeslagen tussenresultaten")]
    seconden = _eerder(opdracht.modelmap)
    if seconden is None:
        return [Meting(id="training", uitkomst="niet gemeten", is_gehaald=None, herhalingen=0, spreiding="–")]
    return [_meting(seconden, "gelezen uit de laatste training (models/train.log)")]


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
    """From the moment in the model's name to its last change; None when name, model and log do not belong together."""
    model, log = nieuwste_model(modelmap), modelmap / "train.log"
    if model is None or not log.exists():
        return None
    einde = model.stat().st_mtime
    try:
        begin = time.mktime(time.strptime(model.name.removesuffix(".tar.gz"), "wijkbrug-%Y%m%d-%H%M%S"))
    except ValueError:
        return None
    hoort_bijeen = abs(log.stat().st_mtime - einde) < _HOORT_BIJ_ELKAAR
    return einde - begin if hoort_bijeen and 0 < einde - begin < 3600 else None
