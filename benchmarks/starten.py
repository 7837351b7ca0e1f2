"""(d) Ready to answer after the start of a process, and (e) its memory after 500 turns; each in a fresh process."""

import json
import os
import subprocess
import sys

from benchmarks.meting import PROJECT, BenchFout, Meting, Opdracht
from benchmarks.opstelling import vers_huis
from benchmarks.profiel import REGELS
from benchmarks.statistiek import getal, midden, spreiding

DOEL_SECONDEN = 8.0
DOEL_MB = 800.0
BEURTEN = 500
STAPPEN = {
    "leeg_mb": "Python",
    "rasa_mb": "Rasa en TensorFlow geladen",
    "huis_mb": "teksten, protocollen, database",
    "klaar_mb": "het model geladen",
    "eerste_antwoord_mb": "het eerste bericht gelezen",
    "na_mb": f"na {BEURTEN} beurten",
}


def meet_start(opdracht: Opdracht) -> list[Meting]:
    """How long it takes until the bot can answer; the database is there already."""
    standen = [_proces(opdracht, f"start{nr}", beurten=0) for nr in range(opdracht.keer(lang=5, kort=1))]
    klaar, eerste = [s["klaar_s"] for s in standen], [s["eerste_antwoord_s"] for s in standen]
    seconden = midden(klaar)
    is_gehaald = seconden < DOEL_SECONDEN
    return [
        Meting(
            id="starten",
            uitkomst=f"{getal(seconden)} s",
            is_gehaald=is_gehaald,
            herhalingen=len(klaar),
            spreiding=f"{spreiding(klaar)} s",
            bijzonder=(f"eerste antwoord gegeven na {getal(midden(eerste))} s",),
            profiel="" if is_gehaald else _profiel_van_de_start(opdracht),
            cijfers={"seconden": seconden},
        )
    ]


def meet_geheugen(opdracht: Opdracht) -> list[Meting]:
    """Resident memory after 500 turns."""
    standen = [_proces(opdracht, f"geheugen{nr}", beurten=BEURTEN) for nr in range(opdracht.keer(lang=2, kort=1))]
    na = [stand["na_mb"] for stand in standen]
    mb, laatste = max(na), standen[-1]
    is_gehaald = mb < DOEL_MB
    return [
        Meting(
            id="geheugen",
            uitkomst=f"{getal(mb, 0)} MB",
            is_gehaald=is_gehaald,
            herhalingen=len(na),
            spreiding=f"{spreiding(na, 0)} MB",
            bijzonder=(f"{getal(laatste['na_mb'] - laatste['eerste_antwoord_mb'], 0)} MB erbij in {BEURTEN} beurten",),
            profiel="" if is_gehaald else _verloop(laatste),
            cijfers={"mb": mb},
        )
    ]


def _verloop(stand: dict[str, float]) -> str:
    """What each step of the start added."""
    regels, eerder = [], 0.0
    for sleutel, wat in STAPPEN.items():
        regels.append(f"{stand[sleutel]:6.0f} MB  {stand[sleutel] - eerder:+6.0f}  {wat}")
        eerder = stand[sleutel]
    return "\n".join(regels)


def _proces(opdracht: Opdracht, naam: str, *, beurten: int) -> dict[str, float]:
    """Runs `benchmarks.proces` and reads what it saw.

    Raises:
        BenchFout: The process failed; its last line says why.
    """
    map_ = opdracht.werkmap / naam
    vers_huis(map_, opdracht.modelmap)
    uit = _draai(_opdracht(opdracht, naam, beurten))
    if uit.returncode != 0:
        raise BenchFout(uit.stderr.strip().splitlines()[-1])
    stand: dict[str, float] = json.loads(uit.stdout.strip().splitlines()[-1])
    return stand


def _profiel_van_de_start(opdracht: Opdracht) -> str:
    """The heaviest imports and the rest, from cProfile around the whole process."""
    profiel = ["-m", "cProfile", "-s", "cumulative", *_opdracht(opdracht, "start0", 0)[1:]]
    regels = [regel for regel in _draai([sys.executable, *profiel]).stdout.splitlines() if regel.strip()]
    begin = next((nr for nr, regel in enumerate(regels) if regel.lstrip().startswith("ncalls")), 0)
    eigen = [regel for regel in regels[begin + 1 :] if "/" in regel and "importlib" not in regel and "{" not in regel]
    return "\n".join([regels[begin], *eigen[:REGELS]]) if regels else ""


def _opdracht(opdracht: Opdracht, naam: str, beurten: int) -> list[str]:
    waar = [str(opdracht.werkmap / naam), str(opdracht.modelmap)]
    return [sys.executable, "-m", "benchmarks.proces", *waar, str(beurten)]


def _draai(opdracht: list[str]) -> "subprocess.CompletedProcess[str]":
    omgeving = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", "RASA_TELEMETRY_ENABLED": "false"}
    return subprocess.run(opdracht, cwd=PROJECT, env=omgeving, capture_output=True, text=True, check=False)  # noqa: S603
