"""Every interruption at every open question: it is answered, nothing changes, and the open question comes back."""

import pytest

from bot.domein.lijsten import VraagId
from nlu.labels import SOCIAAL, TUSSENVRAGEN
from tests.gesprekken.balie import Balie

pytestmark = pytest.mark.model
OVERAL = [*TUSSENVRAGEN, *SOCIAAL, "help", "waarom", "status"]


@pytest.mark.parametrize("vraag", list(VraagId), ids=str)
async def test_elke_onderbreking_laat_de_vraag_openstaan(balie: Balie, vraag: VraagId) -> None:
    await balie.tot(vraag)
    assert balie.open_vraag is vraag
    voor = balie.dossier()
    for id_ in OVERAL:
        await balie.tussendoor(id_)
        assert balie.open_vraag is vraag, id_
        assert _is_beantwoord(balie, id_, vraag), (id_, balie.namen)
    assert balie.dossier() == voor


def _is_beantwoord(balie: Balie, id_: str, vraag: VraagId) -> bool:
    naam = balie.namen[0]
    if id_ == "waarom":
        return naam == f"waarom/{vraag.value}"
    if id_ in ("help", "status"):
        return naam.startswith(f"{id_}/")
    return naam.startswith((f"antwoord/{id_}", f"sociaal/{id_}"))


async def test_antwoord_en_vraag_in_een_bericht(balie: Balie) -> None:
    await balie.tot(VraagId.LEEFGEBIEDEN)
    begrip = balie_begrip("leefgebieden", "klopt", "kosten")
    await balie.begrepen(begrip)
    assert balie.namen[0] == "antwoord/kosten"
    assert balie.open_vraag is VraagId.VOORSTEL


def balie_begrip(vraag: str, antwoord: object, tussendoor: str):  # type: ignore[no-untyped-def]
    from nlu.begrip import Begrip

    return Begrip(antwoorden={vraag: {"antwoord": antwoord, "tussendoor": tussendoor}}, schoon="x")


async def test_niet_begrepen_vernauwt_en_geeft_dan_de_lijst(balie: Balie) -> None:
    await balie.tot(VraagId.WENS)
    await balie.antwoord("wens", None)
    assert balie.namen == ["onbegrepen/wens", "vraag/wens"]
    await balie.antwoord("wens", None)
    assert balie.namen == ["onbegrepen/lijst", "vraag/wens"]
    assert balie.laatste[-1].knoppen


@pytest.mark.parametrize("tekst", ["weet niet", "geen idee", "weet ik echt niet", "onbekend", "heeft ze niet gezegd"])
async def test_weet_niet_bij_leeftijd_zegt_waarom_en_hoe_verder(balie: Balie, tekst: str) -> None:
    await balie.tot(VraagId.LEEFTIJDSGROEP)
    gezegd = []
    for _ in range(4):
        await balie.typ(tekst)
        assert balie.open_vraag is VraagId.LEEFTIJDSGROEP
        gezegd.append(balie.namen[0])
    assert gezegd == ["weet_niet/leeftijd", "weet_niet/leeftijd_later"] * 2
    await balie.typ("later")
    assert balie.namen == ["commando/later"]


async def test_een_schatting_na_weet_niet_is_goed(balie: Balie) -> None:
    await balie.tot(VraagId.LEEFTIJDSGROEP)
    await balie.typ("geen idee")
    await balie.typ("8")
    assert balie.dossier().leeftijdsgroep == "75-84"
    assert balie.open_vraag is VraagId.VOORSTEL


async def test_weet_niet_of_het_de_vraag_van_de_ouder_is(balie: Balie) -> None:
    await balie.tot(VraagId.LEEFTIJDSGROEP)
    await balie.antwoord("leeftijdsgroep", "12-15")
    await balie.typ("weet ik niet")
    await balie.typ("weet ik niet")
    assert balie.namen[0] == "weet_niet/ouder_twijfel"
    await balie.antwoord("leeftijdsgroep", None)
    assert balie.namen[0] == "ouder/onbegrepen"


async def test_een_vraag_na_weet_niet_wordt_beantwoord(balie: Balie) -> None:
    await balie.tot(VraagId.LEEFTIJDSGROEP)
    await balie.typ("geen idee, waarom vraag je dat?")
    assert balie.namen[0] == "waarom/leeftijdsgroep"
