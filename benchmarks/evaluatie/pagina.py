"""Fills docs/begrip.md (docs/begrip.txt) from the stored figures, so that nothing on it is typed by hand."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from string import Template
from typing import Any

import yaml

from benchmarks.evaluatie import tabellen
from benchmarks.evaluatie.cijfers import lees_streven
from benchmarks.evaluatie.fouten import Fout, redenen_geteld
from benchmarks.statistiek import getal
from nlu.bestanden import PROJECT
from nlu.vlaggen import DREMPEL

HIER = Path(__file__).resolve().parent
SJABLOON = PROJECT / "docs" / "begrip.txt"
PAGINA = SJABLOON.with_suffix(".md")
FOUTEN = "## De vijftig ergste fouten"  # the last heading of the page
PIJPLIJNEN = ("nl_wijkbrug", "nl_core_news_sm")


def vul(cijfers: Mapping[str, Any], vergelijking: Mapping[str, Any], fouten: Sequence[Fout]) -> str:
    """The whole page."""
    teksten: dict[str, Any] = yaml.safe_load((HIER / "teksten.yml").read_text(encoding="utf-8"))
    toets, kruis = cijfers["toets"], cijfers["kruis"]
    labels = {soort: tabellen.per_label(toets["labels"][soort], kruis["labels"][soort]) for soort in kruis["labels"]}
    streven = lees_streven()
    return Template(SJABLOON.read_text(encoding="utf-8")).substitute(
        datum=dag(cijfers["datum"]),
        model=cijfers["model"],
        pijplijn=cijfers["pijplijn"],
        n_toets=_duizend(toets["n"]),
        n_kruis=_duizend(kruis["n"]),
        n_dubbel=kruis["dubbel"],
        p50=getal(toets["p50_ms"]),
        totalen=tabellen.totalen(streven, toets["totalen"], kruis["totalen"]),
        **labels,
        vragen=tabellen.per_vraag(toets["vragen"], kruis["vragen"]),
        ece_leefgebieden=getal(kruis["ece"]["leefgebieden"], 3),
        ece_vlag=getal(kruis["ece"]["vlag"], 3),
        uitleg_drempels=teksten["uitleg_drempels"].format(drempel=getal(DREMPEL, 2)),
        kosten=kruis["kosten"],
        uitleg_kosten=_goedkoopste(kruis["drempels"], teksten["uitleg_kosten"]),
        drempels=tabellen.drempels(_drempelrijen(kruis["drempels"], teksten["zoals_nu"])),
        vergelijking=_vergelijking(vergelijking, teksten),
        pijplijnen=tabellen.pijplijnen(cijfers["pijplijnen"], PIJPLIJNEN, streven),
        wat_hielp=tabellen.tabel(["wat", "verschil"], teksten["wat_hielp"]),
        redenen=tabellen.tabel(["waarom", "aantal"], [[r, str(n)] for r, n in redenen_geteld(fouten)]),
        fouten=tabellen.fouten(fouten, teksten["koppen_fouten"]),
    )


def ververs(cijfers: Mapping[str, Any], vergelijking: Mapping[str, Any]) -> None:
    """Writes the page again from the stored figures; the list of errors stays as the last measuring left it."""
    lijst = PAGINA.read_text(encoding="utf-8").partition(FOUTEN)[2]
    PAGINA.write_text(vul(cijfers, vergelijking, []).partition(FOUTEN)[0] + FOUTEN + lijst, encoding="utf-8")


def dag(iso: str) -> str:
    """A date as people write it."""
    return f"{date.fromisoformat(iso):%d-%m-%Y}"


def _duizend(aantal: int) -> str:
    return f"{aantal:,}".replace(",", ".")


def _drempelrijen(rijen: Sequence[Mapping[str, Any]], zoals_nu: str) -> list[dict[str, Any]]:
    return [{**r, "drempel": zoals_nu if r["drempel"] is None else getal(r["drempel"], 2)} for r in rijen]


def _goedkoopste(rijen: Sequence[Mapping[str, Any]], uitleg: str) -> str:
    """What the cheapest of the thresholds would mean."""
    rij = min((r for r in rijen if r["drempel"] is not None), key=lambda r: r["kosten"])
    delen = {naam: f"{100 * rij[naam]:.0f} %" for naam in ("gevonden", "terecht")}
    return uitleg.format(drempel=getal(rij["drempel"], 2), **delen)


def _vergelijking(inhoud: Mapping[str, Any], teksten: Mapping[str, str]) -> str:
    if not inhoud:
        return teksten["geen_vergelijking"]
    klein, groot = ({n: _duizend(a) for n, a in inhoud["modellen"][0][f"n_{m}"].items()} for m in ("klein", "groot"))
    kop = teksten["vergelijking"].format(datum=dag(inhoud["datum"]), klein=klein["leer"], **groot)
    tabel = tabellen.vergelijking(inhoud, klein=klein["leer"], groot=groot["leer"])
    return f"{kop}\n\n{tabel}"
