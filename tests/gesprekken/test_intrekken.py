"""Withdrawal and a flag that is denied: what a person types must not get lost in a new case."""

import pytest

from bot.domein.lijsten import CasusStatus, VraagId
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
    assert balie.namen == ["gate/weggelaten_contactpersoon", "contactpersoon/status_contact_gelegd"]


async def test_nee_na_een_vlag_laat_de_redenen_nog_eens_zien(balie: Balie) -> None:
    await balie.begrepen(Begrip(intent="hulpvraag", rode_vlaggen=(("suicidaliteit", 0.9, ""),), schoon="x"))
    assert balie.namen == ["vlag/suicidaliteit"]
    antwoorden = {"veilig": {"antwoord": "geen", "tussendoor": None}}
    await balie.begrepen(Begrip(antwoorden=antwoorden, schoon="nee dat klopt niet"))
    assert balie.namen == ["vlag/suicidaliteit"]
    assert len(balie.casussen()) == 1
    await balie.tik("overrule:verkeerd_begrepen")
    assert balie.namen[0] == "commando/overrule"


@pytest.mark.parametrize("tekst", ["ja", "Ja.", "ja graag", "ja, trek maar in", "doe maar", "1"])
async def test_een_getypt_ja_trekt_in_zoals_de_knop(balie: Balie, tekst: str) -> None:
    code, _ = await een_overdracht(balie)
    await balie.typ(f"trek {code} in")
    await balie.typ(tekst)
    assert balie.namen == ["intrekken/klaar"]
    assert balie.casussen()[0].status == CasusStatus.INGETROKKEN


@pytest.mark.parametrize("tekst", ["nee", "nee laat maar", "toch niet", "stop", "2"])
async def test_een_getypt_nee_laat_alles_staan(balie: Balie, tekst: str) -> None:
    code, _ = await een_overdracht(balie)
    await balie.typ(f"trek {code} in")
    await balie.typ(tekst)
    assert balie.namen == ["intrekken/niet"]
    assert balie.casussen()[0].status == CasusStatus.OVERGEDRAGEN


@pytest.mark.parametrize("tekst", ["ja maar eerst overleggen", "weet niet", "misschien", "ja nee"])
async def test_twijfel_trekt_niets_in(balie: Balie, tekst: str) -> None:
    code, _ = await een_overdracht(balie)
    await balie.typ(f"trek {code} in")
    await balie.typ(tekst)
    assert balie.namen == ["intrekken/nog_eens"]
    await balie.typ(tekst)
    assert balie.namen == ["intrekken/niet"]
    assert [casus.status for casus in balie.casussen()] == [CasusStatus.OVERGEDRAGEN]


async def test_met_een_open_casus_komt_de_vraag_pas_na_het_antwoord_terug(balie: Balie) -> None:
    code, _ = await een_overdracht(balie)
    await balie.tussendoor("nieuwe_casus")
    await balie.tot(VraagId.BEVESTIGEN)
    await balie.typ(f"trek {code} in")
    assert balie.namen == ["intrekken/zeker"]  # a "ja" can only mean this
    await balie.typ("ja")
    assert balie.namen == ["intrekken/klaar", "vraag/bevestigen"]
    stand = {casus.code: casus.status for casus in balie.casussen()}
    assert stand.pop(code) == CasusStatus.INGETROKKEN
    assert list(stand.values()) == [CasusStatus.LOPEND]


async def test_een_later_ja_is_geen_antwoord_meer_op_intrekken(balie: Balie) -> None:
    code, _ = await een_overdracht(balie)
    await balie.typ(f"trek {code} in")
    await balie.typ("wat kost dat")
    await balie.typ("ja")
    assert {casus.code: casus.status for casus in balie.casussen()}[code] == CasusStatus.OVERGEDRAGEN


@pytest.mark.parametrize(
    ("tekst", "naam", "status"),
    [
        ("ja", "contactpersoon/status_ingetrokken", CasusStatus.INGETROKKEN),
        ("nee", "intrekken/niet", CasusStatus.OVERGEDRAGEN),
    ],
)
async def test_de_contactpersoon_mag_ook_ja_of_nee_typen(
    balie: Balie, tekst: str, naam: str, status: CasusStatus
) -> None:
    code, persoon = await een_overdracht(balie)
    await balie.druk(f"{code}|-|status:ingetrokken", gesprek="cp", wie=persoon)
    await balie.begrepen(Begrip(schoon=tekst), gesprek="cp", wie=persoon)
    assert balie.namen == [naam]
    assert balie.casussen()[0].status == status
