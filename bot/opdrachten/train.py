"""`wijkbrug train`: trains the Rasa model on data/nlu and data/rules, with a progress bar."""

import contextlib
import os
import subprocess
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from bot.settings import Instellingen

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

    console = Console()
    if alleen_als_nodig and nieuwste_model(instellingen.modelmap) is not None:
        return 0
    instellingen.modelmap.mkdir(parents=True, exist_ok=True)
    if _vrije_ruimte(instellingen.modelmap) < MINIMALE_RUIMTE:
        console.print("Te weinig schijfruimte om te trainen. Maak minstens 2 GB vrij en probeer het opnieuw.")
        return 1
    log = instellingen.modelmap / "train.log"
    with log.open("w", encoding="utf-8") as uitvoer:
        proces = subprocess.Popen(  # noqa: S603 - our own code and a path of the settings
            [sys.executable, "-c", CODE, str(instellingen.modelmap)], stdout=uitvoer, stderr=subprocess.STDOUT
        )
        code = _toon_voortgang(console, proces)
    if code != 0:
        console.print(f"Trainen is mislukt. Lees {log} en meld het met dat bestand erbij.")
        return 1
    ruim_op(instellingen.modelmap)
    return 0


def _toon_voortgang(console: Console, proces: "subprocess.Popen[bytes]") -> int:
    kolommen = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*kolommen, console=console) as voortgang:
        taak = voortgang.add_task("Taalmodel trainen (ongeveer 2 minuten)", total=VERWACHT_SECONDEN)
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

    hier = Path(__file__).resolve().parents[2]
    with contextlib.chdir(hier):
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
