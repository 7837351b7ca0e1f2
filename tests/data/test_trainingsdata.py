"""Lint of the training texts: they load, nothing stands twice, no templates, and the test set stays apart."""

import re
from collections import Counter

import pytest
import yaml
from rapidfuzz import fuzz, process

from nlu.bestanden import DATA, NLU_DATA, lees_antwoorden, lees_berichten, lees_notities
from nlu.labels import COMMANDOS, LEEFGEBIEDEN, RODE_VLAGGEN, SOCIAAL, TUSSENVRAGEN

_MARKERING = re.compile(r"\[([^\[\]]*)\]\(\w+\)")
BIJNA_GELIJK = 92  # per cent, over words in any order


def _plat(tekst: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", tekst.lower()).split())


def _intents() -> dict[str, list[str]]:
    intents: dict[str, list[str]] = {}
    for pad in sorted(NLU_DATA.glob("*.yml")):
        for blok in yaml.safe_load(pad.read_text(encoding="utf-8"))["nlu"]:
            regels = [regel.removeprefix("- ").strip() for regel in blok["examples"].splitlines() if regel.strip()]
            intents.setdefault(blok["intent"], []).extend(regels)
    return intents


def _toets(naam: str) -> list[str]:
    regels = (DATA / "toets" / f"{naam}.txt").read_text(encoding="utf-8").splitlines()
    tekst = [regel if naam == "notities" else regel.rpartition("|")[2] for regel in regels if regel and regel[0] != "#"]
    return [_plat(_MARKERING.sub(r"\1", regel)) for regel in tekst]


def test_geen_bericht_staat_er_dubbel() -> None:
    telling = Counter(_plat(b.tekst) for b in lees_berichten())
    assert [tekst for tekst, aantal in telling.items() if aantal > 1] == []


def test_geen_notitie_staat_er_dubbel() -> None:
    telling = Counter(_plat(n.tekst) for n in lees_notities())
    assert [tekst for tekst, aantal in telling.items() if aantal > 1] == []


def test_geen_antwoord_staat_er_dubbel_bij_dezelfde_vraag() -> None:
    telling = Counter((a.vraag, a.tekst.lower()) for a in lees_antwoorden())
    assert [sleutel for sleutel, aantal in telling.items() if aantal > 1] == []


def test_geen_sjabloon_in_berichten() -> None:
    """No opening of five words more than three times."""
    telling = Counter(" ".join(_plat(b.tekst).split()[:5]) for b in lees_berichten())
    assert {begin: aantal for begin, aantal in telling.items() if aantal > 3} == {}


@pytest.mark.parametrize(("label", "minimum"), [*((x, 250) for x in LEEFGEBIEDEN)])
def test_genoeg_zinnen_per_leefgebied(label: str, minimum: int) -> None:
    assert sum(label in b.leefgebieden for b in lees_berichten()) >= minimum


@pytest.mark.parametrize("vlag", RODE_VLAGGEN)
def test_genoeg_zinnen_per_vlag(vlag: str) -> None:
    assert sum(vlag in b.vlaggen for b in lees_berichten()) >= 150


def test_genoeg_bijna_vlaggen_notities_en_antwoorden() -> None:
    berichten = lees_berichten()
    assert sum(bool(b.ontkend) for b in berichten) >= 600
    assert sum(not (b.leefgebieden or b.vlaggen) for b in berichten) >= 400
    assert len(lees_notities()) >= 1500
    assert len(lees_antwoorden()) >= 1500


def test_elk_commando_en_elke_vraag_heeft_zestig_zinnen() -> None:
    intents = _intents()
    verwacht = [*COMMANDOS, *(f"vraag/{x}" for x in TUSSENVRAGEN), *(f"sociaal/{x}" for x in SOCIAAL)]
    assert {naam: len(intents.get(naam, ())) for naam in verwacht if len(intents.get(naam, ())) < 60} == {}


def test_elk_bestand_zegt_waar_het_vandaan_komt() -> None:
    paden = [*NLU_DATA.glob("*/*.txt"), *(DATA / "toets").glob("*.txt")]
    zonder = [pad.name for pad in paden if "herkomst" not in pad.read_text(encoding="utf-8")[:400]]
    assert zonder == []


@pytest.mark.traag
@pytest.mark.parametrize("naam", ["berichten", "notities"])
def test_toets_staat_los_van_de_training(naam: str) -> None:
    training = [_plat(x.tekst) for x in (lees_berichten() if naam == "berichten" else lees_notities())]
    lekken = []
    for tekst in _toets(naam):
        treffer = process.extractOne(tekst, training, scorer=fuzz.token_sort_ratio, score_cutoff=BIJNA_GELIJK)
        if treffer:
            lekken.append((tekst, treffer[0]))
    assert lekken == []
