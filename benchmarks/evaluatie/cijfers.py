"""benchmarks/begrip.json: the figures of the last `make evaluate`, and whether new ones have dropped below them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from benchmarks.evaluatie.maten import Labelmaten, Maat

BESTAND = Path(__file__).resolve().parent.parent / "begrip.json"
STREVEN = Path(__file__).resolve().parent / "streven.yml"


def lees_streven() -> dict[str, dict[str, Any]]:
    """The totals in the order of the page, each with its name and target."""
    inhoud: dict[str, dict[str, Any]] = yaml.safe_load(STREVEN.read_text(encoding="utf-8"))
    return inhoud


def lees(bestand: Path = BESTAND) -> dict[str, Any]:
    """What was stored; empty when nothing was."""
    inhoud: dict[str, Any] = json.loads(bestand.read_text(encoding="utf-8")) if bestand.exists() else {}
    return inhoud


def schrijf(inhoud: Mapping[str, Any], bestand: Path = BESTAND) -> None:
    """Stores the figures."""
    bestand.write_text(json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def maten(totalen: Mapping[str, Maat]) -> dict[str, dict[str, Any]]:
    """Totals as JSON."""
    return {naam: maat.als_dict() for naam, maat in totalen.items()}


def labels(tabellen: Mapping[str, Labelmaten]) -> dict[str, Any]:
    """Tables per label as JSON; `samen` is the micro average."""
    return {
        soort: {naam: maten(rij) for naam, rij in (*tabel.per_label.items(), ("samen", tabel.samen))}
        for soort, tabel in tabellen.items()
    }


def gezakt(nu: Mapping[str, Maat], eerder: Mapping[str, Mapping[str, float]]) -> dict[str, tuple[float, float]]:
    """The totals that lie below the interval they had: name -> (figure now, lower bound then).

    Every total is "the higher the better"; one that was not stored yet cannot drop, one that is gone has.
    """
    uit = {}
    for naam, toen in eerder.items():
        waarde = nu[naam].waarde if naam in nu else 0.0
        if waarde < toen["laag"]:
            uit[naam] = (waarde, toen["laag"])
    return uit
