"""Writes benchmarks/uitslag.md: figures beside targets, on which machine, and where the time goes after a miss."""

import os
import platform
from collections.abc import Sequence
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import psutil
import yaml

from benchmarks.meting import Meting, Opdracht
from benchmarks.statistiek import getal
from bot.dialogue.model import nieuwste_model

HIER = Path(__file__).resolve().parent
UITSLAG = HIER / "uitslag.md"
PAKKETTEN = ("rasa", "rasa-sdk", "jsonschema", "sqlalchemy", "pydantic", "scikit-learn", "spacy", "tensorflow-cpu")
KOP = "| | wat | doel | uitkomst | gehaald | herhalingen | spreiding |"
OORDEEL = {True: "ja", False: "nee", None: "–"}


def schrijf(bestand: Path, opdracht: Opdracht, metingen: Sequence[Meting], *, is_getypt: bool) -> None:
    """Writes the result as Markdown."""
    teksten: dict[str, Any] = yaml.safe_load((HIER / "metingen.yml").read_text(encoding="utf-8"))
    delen = [
        "# Uitslag van `make bench`",
        _waar(opdracht, is_getypt=is_getypt),
        "## Cijfers",
        _tabel(metingen, teksten),
        "## Hoe er is gemeten",
        *(_uitleg(meting, teksten[meting.id]) for meting in metingen),
        *_profielen(metingen, teksten),
    ]
    bestand.write_text("\n\n".join(delen) + "\n", encoding="utf-8")


def _waar(opdracht: Opdracht, *, is_getypt: bool) -> str:
    nu = datetime.now(ZoneInfo("Europe/Amsterdam"))
    model, geheugen = nieuwste_model(opdracht.modelmap), round(psutil.virtual_memory().total / 1024**3)
    begin, einde = getal(opdracht.drukte), getal(os.getloadavg()[0])
    pakketten = [f"{naam} {version(naam)}" for naam in PAKKETTEN]
    regels = {
        "Datum": f"{nu:%d-%m-%Y %H.%M} uur",
        "Machine": f"{_processor()}, {os.cpu_count()} kernen, {geheugen} GB, {platform.system()}",
        "Drukte op de machine": f"load {begin} bij het begin, {einde} op het eind",
        "Versies": ", ".join([f"Python {platform.python_version()}", *pakketten]),
        "Model": model.name if model else "geen",
        "Berichten": "getypt, door het model gelezen" if is_getypt else "voorgekauwd: dit model kent geen Nederlands",
        "Lengte": "kort (`--kort`)" if opdracht.is_kort else "volledig",
    }
    return "\n".join(f"- {naam}: {waarde}" for naam, waarde in regels.items())


def _processor() -> str:
    regels = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines() if Path("/proc/cpuinfo").exists() else []
    return next(
        (regel.partition(":")[2].strip() for regel in regels if regel.startswith("model name")), platform.machine()
    )


def _tabel(metingen: Sequence[Meting], teksten: dict[str, Any]) -> str:
    rijen = [
        f"| {letter} | {teksten[m.id]['naam']} | {teksten[m.id]['doel']} | {m.uitkomst} | {OORDEEL[m.is_gehaald]} "
        f"| {m.herhalingen or '–'} | {m.spreiding} |"
        for letter, m in enumerate(metingen, 1)
    ]
    return "\n".join([KOP, "|---|---|---|---|---|---|---|", *rijen])


def _uitleg(meting: Meting, tekst: dict[str, str]) -> str:
    gezien = "".join(f"\n\nGezien: {regel}." for regel in meting.bijzonder)
    return f"### {tekst['naam'][0].upper()}{tekst['naam'][1:]}\n\n{tekst['uitleg'].strip()}{gezien}"


def _profielen(metingen: Sequence[Meting], teksten: dict[str, Any]) -> list[str]:
    met_profiel = [meting for meting in metingen if meting.profiel]
    if not met_profiel:
        return []
    blokken = [f"### {teksten[m.id]['naam']}\n\n```text\n{m.profiel}\n```" for m in met_profiel]
    return [
        "## Waar de tijd blijft",
        "De vijftien zwaarste regels, opgeteld; het meten zelf maakt alles trager.",
        *blokken,
    ]
