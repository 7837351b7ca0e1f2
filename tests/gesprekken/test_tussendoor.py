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
