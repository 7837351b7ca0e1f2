"""`make evaluate`: measures the understanding and writes docs/begrip.md, its pictures and benchmarks/begrip.json.

The test set (data/toets) through the trained model, and cross-validation over the training texts with the product's
own components; nine minutes on two cores. Exits with 1 when a total of the test set lies below the interval it had.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from benchmarks.evaluatie import beelden, cijfers, fouten, kruis, oordeel, pagina
from benchmarks.evaluatie.toetsing import Toets, meet_toets
from benchmarks.vergelijking import lees_vergelijking
from bot.dialogue.model import nieuwste_model
from bot.settings import lees_instellingen
from nlu.labels import LEEFGEBIEDEN, RODE_VLAGGEN
from nlu.spacy_nl import beschikbare_pijplijn

KOSTEN_GEMIST = 50  # a missed flag costs as much as stopping fifty times for nothing
_GENOEMD = 0.08  # chances below this are not shown to anybody, and would make any calibration look good
_PROEFDREMPELS = (0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.5)


def _toets(toets: Toets) -> dict[str, Any]:
    vragen = oordeel.meet_antwoorden(toets.antwoorden)[1]
    return {
        "n": len(toets.tijden),
        "p50_ms": round(toets.p50_ms, 2),
        "totalen": cijfers.maten(toets.totalen()),
        "labels": cijfers.labels(toets.tabellen()),
        "vragen": cijfers.maten(vragen),
    }


def _kruis(gelezen: Sequence[kruis.Gelezen]) -> dict[str, Any]:
    berichten, antwoorden = kruis.berichten(gelezen), kruis.antwoorden(gelezen)
    totalen, tabellen = oordeel.meet_berichten(berichten)
    totalen_antwoord, vragen = oordeel.meet_antwoorden(antwoorden)
    totalen |= totalen_antwoord | oordeel.meet_tussendoor(kruis.tussendoor(gelezen))
    return {
        "n": len(gelezen),
        "totalen": cijfers.maten(totalen),
        "labels": cijfers.labels(tabellen),
        "vragen": cijfers.maten(vragen),
        "kosten": KOSTEN_GEMIST,
        "drempels": _drempels(berichten),
    }


def _drempels(berichten: Sequence[oordeel.Berichtoordeel]) -> list[dict[str, Any]]:
    """What other thresholds for "any flag" would give; the last row is the product as it is."""
    waar = [bool(o.waar["vlaggen"]) for o in berichten]
    keuzes: list[tuple[float | None, list[bool]]] = [
        (d, [o.kansen["vlaggen"]["enige"] >= d for o in berichten]) for d in _PROEFDREMPELS
    ]
    keuzes.append((None, [bool(o.gezegd["vlaggen"]) for o in berichten]))
    uit = []
    for drempel, stopt in keuzes:
        raak = sum(w and s for w, s in zip(waar, stopt, strict=True))
        vals, gemist = sum(stopt) - raak, sum(waar) - raak
        uit.append(
            {"drempel": drempel, "gevonden": round(raak / sum(waar), 4), "terecht": round(raak / max(sum(stopt), 1), 4),
             "kosten": round(1000 * (KOSTEN_GEMIST * gemist + vals) / len(waar), 1)}
        )  # fmt: skip
    return uit


def _teken(berichten: Sequence[oordeel.Berichtoordeel]) -> dict[str, float]:
    """Draws the pictures; returns the ECE of leefgebieden and of flags."""
    map_ = pagina.PAGINA.parent / beelden.MAP
    map_.mkdir(exist_ok=True)
    for soort, labels in (("leefgebieden", LEEFGEBIEDEN), ("vlaggen", RODE_VLAGGEN)):
        telling = beelden.verwarring(berichten, soort, labels)
        beelden.teken_verwarring(map_ / f"{soort}.png", telling, labels, titel=soort)
    genoemd = [
        (kans, label in o.waar["leefgebieden"])
        for o in berichten
        for label, kans in o.kansen["leefgebieden"].items()
        if kans >= _GENOEMD
    ]
    ece = beelden.teken_ijking(
        map_ / "ijking.png",
        {
            "leefgebieden": ([k for k, _ in genoemd], [w for _, w in genoemd]),
            "rode vlag": (
                [o.kansen["vlaggen"]["enige"] for o in berichten],
                [bool(o.waar["vlaggen"]) for o in berichten],
            ),
        },
    )
    return {"leefgebieden": round(ece["leefgebieden"], 4), "vlag": round(ece["rode vlag"], 4)}


def _meld(eerder: dict[str, Any], toets: Toets) -> int:
    """Says which totals dropped below their interval; 1 when any did."""
    gezakt = cijfers.gezakt(toets.totalen(), eerder.get("toets", {}).get("totalen", {}))
    for naam, (nu, grens) in gezakt.items():
        print(f"gezakt: {naam} is {nu:.3f}, de grens was {grens:.3f}", file=sys.stderr)
    return int(bool(gezakt))


def main() -> int:
    """Measures and writes."""
    lezer = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lezer.add_argument("--alleen-pagina", action="store_true", help="schrijf de pagina opnieuw, meet niets")
    if lezer.parse_args().alleen_pagina:
        pagina.ververs(cijfers.lees(), lees_vergelijking())
        return 0
    eerder, nu = cijfers.lees(), datetime.now(ZoneInfo("Europe/Amsterdam")).date().isoformat()
    toets = meet_toets()
    print("kruisvalidatie", flush=True)
    proef = kruis.Kruisproef()
    gelezen = list(proef.lees())
    model, pijplijn = nieuwste_model(lees_instellingen().modelmap), beschikbare_pijplijn() or "geen"
    inhoud = {
        "datum": nu,
        "model": model.name.removesuffix(".tar.gz") if model else "geen",
        "pijplijn": pijplijn,
        "toets": _toets(toets),
        "kruis": {**_kruis(gelezen), "dubbel": proef.indeling.paren, "ece": _teken(kruis.berichten(gelezen))},
    }
    soort = pijplijn.rpartition("-")[0] or pijplijn
    nu_gemeten = {soort: {"datum": pagina.dag(nu), "toets": cijfers.maten(toets.totalen())}}
    inhoud["pijplijnen"] = eerder.get("pijplijnen", {}) | nu_gemeten
    cijfers.schrijf(inhoud)
    ergste = fouten.ergste(kruis.berichten(gelezen))
    pagina.PAGINA.write_text(pagina.vul(inhoud, lees_vergelijking(), ergste), encoding="utf-8")
    print("geschreven: docs/begrip.md, docs/begrip/*.png, benchmarks/begrip.json")
    return _meld(eerder, toets)


if __name__ == "__main__":
    sys.exit(main())
