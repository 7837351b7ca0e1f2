"""Cases of understanding that must stay right. A known failure that starts to pass fails too, until it is taken off."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from nlu.begrip import Begrip
from tests.regressie.conftest import Begrijp

pytestmark = pytest.mark.model

_HIER = Path(__file__).parent
_SPAN = re.compile(r"\[([^\[\]]*)\]\((\w+)\)")
Geval = dict[str, Any]


def _lees(naam: str) -> tuple[list[Geval], set[str]]:
    inhoud = yaml.safe_load((_HIER / f"{naam}.yml").read_text(encoding="utf-8"))
    return inhoud["gevallen"], set(inhoud["known_failures"])


def _bericht(geval: Geval, begrip: Begrip) -> bool:
    """The flags, the leefgebieden and the facts that the case names; a flag may not come where none is named."""
    gezegd = {
        "leefgebieden": {id_ for id_, _ in begrip.leefgebieden},
        "vlaggen": {id_ for id_, *_ in begrip.rode_vlaggen},
        "belemmeringen": set(begrip.feiten.belemmeringen),
        "leeftijd": begrip.feiten.leeftijd,
        "wijk": begrip.feiten.wijk,
    }
    leeg: dict[str, Any] = {"vlaggen": []}
    return all(
        gezegd[sleutel] == (set(waarde) if isinstance(waarde, list) else waarde)
        for sleutel, waarde in (leeg | geval).items()
        if sleutel in gezegd
    )


def _antwoord(geval: Geval, begrip: Begrip) -> bool:
    return bool(begrip.antwoord(geval["vraag"]) == geval["antwoord"])


def _tussendoor(geval: Geval, begrip: Begrip) -> bool:
    return begrip.tussendoor_bij(geval.get("vraag", "route")) == geval["tussendoor"]


def _poort(geval: Geval, begrip: Begrip) -> bool:
    """Of every marked piece at least one character is cut; without marks nothing is."""
    plekken, weg = [], 0
    for m in _SPAN.finditer(geval["tekst"]):
        begin = m.start() - weg
        plekken.append((begin, begin + len(m[1])))
        weg += len(m[0]) - len(m[1])
    geraakt = [any(b < eind and e > begin for _, b, e, _ in begrip.gevonden) for begin, eind in plekken]
    return all(geraakt) if plekken else not begrip.gevonden


@pytest.mark.parametrize(
    ("naam", "is_goed"),
    [("berichten", _bericht), ("antwoorden", _antwoord), ("tussendoor", _tussendoor), ("poort", _poort)],
)
async def test_regressie(naam: str, is_goed: Callable[[Geval, Begrip], bool], begrijp: Begrijp) -> None:
    gevallen, bekend = _lees(naam)
    mis = {g["id"] for g in gevallen if not is_goed(g, await begrijp(_SPAN.sub(r"\1", g["tekst"])))}
    assert mis == bekend, f"nieuw mis: {sorted(mis - bekend)}; nu goed, haal uit de lijst: {sorted(bekend - mis)}"


@pytest.mark.parametrize("naam", ["berichten", "antwoorden", "tussendoor", "poort"])
def test_elk_geval_heeft_een_eigen_naam(naam: str) -> None:
    gevallen, bekend = _lees(naam)
    ids = [g["id"] for g in gevallen]
    assert len(ids) == len(set(ids))
    assert bekend <= set(ids)
