"""Denial and past: regression cases, each from a sentence that was once read wrong or easily could be."""

import pytest

from nlu.kern import kerntekst
from nlu.ontkenning import ontkende
from nlu.tekst import Tekst
from nlu.vlagpatroon import zoek_vlaggen


@pytest.mark.parametrize(
    ("tekst", "ids"),
    [
        ("ze heeft geen schulden, drank of ruzie", {"geldzorgen"}),
        ("eenzaam is ze niet zegt ze", {"eenzaamheid"}),
        ("niet eenzaam, wel overspannen", {"eenzaamheid"}),
        ("niet alleen schulden ook ruzie", set()),
        ("kan slecht weg zonder vervoer", set()),
        ("geen contact met de kinderen", set()),
        ("geen werk en geen huis", set()),
        ("geld is geen probleem, hij zoekt iets te doen", {"geldzorgen"}),
        ("drinkt niet, rookt wel", {"verslaving"}),
        ("zit diep in de schulden", set()),
    ],
)
def test_ontkende_leefgebieden(tekst: str, ids: set[str]) -> None:
    assert {o.id for o in ontkende(Tekst.van(tekst))} == ids


@pytest.mark.parametrize(
    ("tekst", "vlag", "hoe"),
    [
        ("ze wil niet meer leven", "suicidaliteit", "nu"),
        ("hij denkt niet aan zelfmoord", "suicidaliteit", "ontkend"),
        ("geen doodswens, nagevraagd", "suicidaliteit", "ontkend"),
        ("als kind geslagen door haar vader, dat is 40 jaar geleden", "huiselijk_geweld", "vroeger"),
        ("man heeft haar gisteren van de trap geduwd", "huiselijk_geweld", "nu"),
        ("geen pijn op de borst", "acuut_medisch", "ontkend"),
        ("pijn op de borst sinds vanmorgen", "acuut_medisch", "nu"),
        ("vannacht in een portiek geslapen", "acute_nood", "nu"),
        ("hoort stemmen die zeggen dat hij moet springen", "acute_psychiatrie", "nu"),
        ("twintig jaar terug mishandeld door haar ex, dat is voorbij", "huiselijk_geweld", "vroeger"),
        ("hij is terug en slaat haar", "huiselijk_geweld", "nu"),
        ("zijn oma pleegde in de oorlog zelfmoord", "suicidaliteit", "vroeger"),
        ("in een documentaire over huiselijk geweld", "huiselijk_geweld", "fictie"),
    ],
)
def test_vlaggen_met_tijd_en_ontkenning(tekst: str, vlag: str, hoe: str) -> None:
    assert {v.id: v.hoe for v in zoek_vlaggen(Tekst.van(tekst))}.get(vlag) == hoe


@pytest.mark.parametrize("tekst", ["doodmoe van de kinderen", "ik schaam me dood", "hij was uit het veld geslagen", ""])
def test_beeldspraak_is_geen_vlag(tekst: str) -> None:
    assert not [v for v in zoek_vlaggen(Tekst.van(tekst)) if v.hoe == "nu"]


def test_kern_laat_ontkende_woorden_weg() -> None:
    assert "schulden" not in kerntekst(Tekst.van("ze heeft geen schulden maar is wel eenzaam"))
    assert kerntekst(Tekst.van("ze is eenzaam")) == "ze is eenzaam"
