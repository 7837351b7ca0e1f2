"""Withdrawal and a flag that is denied: what a person types must not get lost in a new case."""

import pytest

from bot.domein.lijsten import CasusStatus
from nlu.begrip import Begrip
from tests.gesprekken.balie import Balie
from tests.gesprekken.test_contactpersoon import een_overdracht

pytestmark = pytest.mark.model


async def test_trek_de_code_in_vraagt_het_nog_eens_en_opent_geen_casus(balie: Balie) -> None:
    code, _ = await een_overdracht(balie)
    await balie.typ(f"trek {code} in")
    assert balie.namen == ["intrekken/zeker"]
    assert len(balie.casussen()) == 1
    await balie.tik("intrekken_ja")
    assert balie.casussen()[0].status == CasusStatus.INGETROKKEN


async def test_een_tik_op_intrekken_bij_de_contactpersoon_vraagt_het_nog_eens(balie: Balie) -> None:
    code, persoon = await een_overdracht(balie)
    await balie.druk(f"{code}|-|status:ingetrokken", gesprek="cp", wie=persoon)
    assert balie.namen == ["contactpersoon/intrekken_zeker"]
    assert balie.casussen()[0].status == CasusStatus.OVERGEDRAGEN
    await balie.druk(balie.laatste[0].knoppen[0].actie, gesprek="cp", wie=persoon)
    assert balie.casussen()[0].status == CasusStatus.INGETROKKEN


@pytest.mark.parametrize("tekst", ["ingetrokken", "patiënt wil niet meer", "mw wil dit niet langer"])
async def test_de_contactpersoon_zegt_het_in_gewone_woorden(balie: Balie, tekst: str) -> None:
    _, persoon = await een_overdracht(balie)
    await balie.begrepen(Begrip(schoon=tekst), gesprek="cp", wie=persoon)
    assert balie.casussen()[0].status == CasusStatus.INGETROKKEN


async def test_een_naam_in_een_bericht_van_de_contactpersoon_wordt_gemeld(balie: Balie) -> None:
    _, persoon = await een_overdracht(balie)
    begrip = Begrip(schoon="[naam] gesproken", gevonden=(("naam", 0, 9, ""),))
    await balie.begrepen(begrip, gesprek="cp", wie=persoon)
    assert balie.namen == ["gate/weggelaten_contactpersoon", "contactpersoon/status"]


async def test_nee_na_een_vlag_laat_de_redenen_nog_eens_zien(balie: Balie) -> None:
    await balie.begrepen(Begrip(intent="hulpvraag", rode_vlaggen=(("suicidaliteit", 0.9, ""),), schoon="x"))
    assert balie.namen == ["vlag/suicidaliteit"]
    antwoorden = {"veilig": {"antwoord": "geen", "tussendoor": None}}
    await balie.begrepen(Begrip(antwoorden=antwoorden, schoon="nee dat klopt niet"))
    assert balie.namen == ["vlag/suicidaliteit"]
    assert len(balie.casussen()) == 1
    await balie.tik("overrule:verkeerd_begrepen")
    assert balie.namen[0] == "commando/overrule"
