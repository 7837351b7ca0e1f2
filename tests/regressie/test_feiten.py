"""Ages and wijken that must stay right. A known failure that starts to pass fails too, until it is taken off."""

from pathlib import Path
from typing import Any

import yaml

from nlu.feiten.leeftijd import lees_leeftijd
from nlu.feiten.wijk import lees_wijk
from nlu.tekst import Tekst

_WORTEL = Path(__file__).parents[2]
_WAT = ("leeftijd", "leeftijdsgroep", "wijk")
Geval = dict[str, Any]


def _lees() -> tuple[list[Geval], set[str]]:
    inhoud = yaml.safe_load((Path(__file__).parent / "feiten.yml").read_text(encoding="utf-8"))
    return inhoud["gevallen"], set(inhoud["known_failures"])


def _wijken(gemeente: str) -> tuple[str, ...]:
    protocol = yaml.safe_load((_WORTEL / "data" / "protocol" / f"{gemeente}.yml").read_text(encoding="utf-8"))
    return tuple(protocol["wijken"])


def _gelezen(geval: Geval, wijken: tuple[str, ...]) -> tuple[int | None, str | None, str | None]:
    tekst = Tekst.van(geval["tekst"])
    leeftijd = lees_leeftijd(tekst, leefgebied=geval.get("leefgebied"))
    wijk = lees_wijk(tekst, wijken=wijken)
    return (leeftijd.jaren, leeftijd.groep, wijk) if leeftijd else (None, None, wijk)


def test_leeftijd_en_wijk() -> None:
    gevallen, bekend = _lees()
    wijken = {naam: _wijken(naam) for naam in ("zoetermeer", "vlissingen")}
    mis = {
        g["id"]
        for g in gevallen
        if _gelezen(g, wijken[g.get("gemeente", "zoetermeer")]) != tuple(g.get(w) for w in _WAT)
    }
    assert mis == bekend, f"nieuw mis: {sorted(mis - bekend)}; nu goed, haal uit de lijst: {sorted(bekend - mis)}"


def test_elk_geval_heeft_een_eigen_naam() -> None:
    gevallen, bekend = _lees()
    ids = [g["id"] for g in gevallen]
    assert len(ids) == len(set(ids))
    assert bekend <= set(ids)
