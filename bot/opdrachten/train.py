"""`wijkbrug train`: trains the Rasa model on data/nlu and data/rules, with a progress bar."""

import contextlib
import importlib.util
import os
import subprocess
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from bot.services.teksten import Teksten
from bot.settings import HIER, Instellingen

VERWACHT_SECONDEN = 110
MINIMALE_RUIMTE = 2 * 1024**3  # bytes: model, caches and the database
BEWAAR_MODELLEN = 2
CODE = """
import sys
from bot.opdrachten.train import train_rasa
sys.exit(train_rasa(sys.argv[1]))
"""


def train(instellingen: Instellingen, *, alleen_als_nodig: bool) -> int:
    """Trains in a process of its own; returns 0, or 1 when training failed (the log says why)."""
    from bot.dialogue.model import nieuwste_model

    console, teksten = Console(), Teksten.uit_map(HIER / "data" / "teksten")
    if alleen_als_nodig and nieuwste_model(instellingen.modelmap) is not None:
        return 0
    instellingen.modelmap.mkdir(parents=True, exist_ok=True)
    officieel = importlib.util.find_spec("nl_core_news_sm") is not None
    console.print(teksten.vul("train/officiele_pijplijn" if officieel else "train/eigen_pijplijn"))
    if _vrije_ruimte(instellingen.modelmap) < MINIMALE_RUIMTE:
        console.print(teksten.vul("train/geen_ruimte"))
        return 1
    log = instellingen.modelmap / "train.log"
    with log.open("w", encoding="utf-8") as uitvoer:
        proces = subprocess.Popen(  # noqa: S603 - our own code and a path of the settings
            [sys.executable, "-c", CODE, str(instellingen.modelmap)], stdout=uitvoer, stderr=subprocess.STDOUT
        )
        code = _toon_voortgang(console, proces, wat=teksten.vul("train/bezig"))
    if code != 0:
        console.print(teksten.vul("train/mislukt", log=log))
        return 1
    ruim_op(instellingen.modelmap)
    return 0


def _toon_voortgang(console: Console, proces: "subprocess.Popen[bytes]", *, wat: str) -> int:
    kolommen = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*kolommen, console=console) as voortgang:
        taak = voortgang.add_task(wat, total=VERWACHT_SECONDEN)
        while proces.poll() is None:
            time.sleep(0.5)
            if not voortgang.finished:
                voortgang.advance(taak, 0.5)
        voortgang.update(taak, completed=VERWACHT_SECONDEN)
    return proces.returncode


def train_rasa(modelmap: str) -> int:
    """Runs Rasa's training here and now; called in a process of its own."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    from rasa.model_training import train as rasa_train

    with contextlib.chdir(HIER):
        uitkomst = rasa_train(
            domain="domain.yml",
            config="config.yml",
            training_files=["data/nlu", "data/rules"],
            output=modelmap,
            fixed_model_name=f"wijkbrug-{time.strftime('%Y%m%d-%H%M%S')}",
        )
    return 0 if uitkomst.code == 0 and uitkomst.model else 1


def ruim_op(modelmap: Path) -> None:
    """Keeps the newest models only."""
    for oud in sorted(modelmap.glob("*.tar.gz"), key=lambda pad: pad.stat().st_mtime)[:-BEWAAR_MODELLEN]:
        oud.unlink()


def _vrije_ruimte(pad: Path) -> int:
    stand = os.statvfs(pad)
    return stand.f_bavail * stand.f_frsize
