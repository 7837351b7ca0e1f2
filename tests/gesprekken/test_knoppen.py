"""Buttons: twice, of a finished case, of somebody else, of an earlier step, too long, made up."""

import pytest

from bot.domein.lijsten import Rol, Uitkomst, VraagId
from bot.services.omgeving import Gebruiker
from bot.storage.tabellen import OverdrachtRow, UitbakRow
from tests.gesprekken.balie import STAPPEN, Balie

pytestmark = pytest.mark.model


async def test_dezelfde_knop_twee_keer_telt_een_keer(balie: Balie) -> None:
    await balie.tot(VraagId.VEILIG)
    knop = balie.laatste[-1].knoppen[0]
    await balie.druk(knop.actie)
    assert balie.open_vraag is VraagId.LEEFGEBIEDEN
    await balie.druk(knop.actie)
    assert balie.namen == ["fout/knop_verlopen"]
    assert balie.dossier().stoplijst_nee


async def test_versturen_twee_keer_geeft_een_overdracht(balie: Balie) -> None:
    await balie.tot(VraagId.BEVESTIGEN)
    actie = balie.laatste[-1].knoppen[0].actie
    await balie.druk(actie)
    assert balie.dossier().uitkomst is Uitkomst.OVERGEDRAGEN
    await balie.druk(actie)
    assert balie.namen == ["fout/knop_verlopen"]
    with balie.sessie() as session:
        assert session.query(OverdrachtRow).count() == 1
        assert session.query(UitbakRow).count() == 1


async def test_knop_van_een_casus_van_een_ander_doet_niets(balie: Balie) -> None:
    await balie.tot(VraagId.VEILIG)
    actie = balie.laatste[-1].knoppen[0].actie
    await balie.druk(actie, gesprek="ander", wie=balie.assistent(praktijk=2))
    assert balie.namen == ["fout/casus_onbekend"]
    assert not balie.dossier().stoplijst_nee


@pytest.mark.parametrize(
    "actie", ["", "|", "x|y|z", "K7X-4F9M|1|veilig:geen", "||wijk:Dorp", "a|b|c|d", "' or 1=1 --|1|stop"]
)
async def test_verzonnen_knop_krijgt_een_uitleg(balie: Balie, actie: str) -> None:
    await balie.tot(VraagId.VEILIG)
    await balie.druk(actie)
    assert balie.namen[0].startswith("fout/knop_") or balie.namen[0] == "fout/casus_onbekend"
    assert len(balie.casussen()) == 1


async def test_verzonnen_waarde_in_een_echte_knop(balie: Balie) -> None:
    await balie.tot(VraagId.LEEFGEBIEDEN)
    code, stap, _ = balie.laatste[-1].knoppen[0].actie.split("|")
    for wat in (
        "leefgebieden:bestaatniet",
        "kaart:veilig",
        "opnieuw:veilig",
        "toestemming:zelf",
        "bevestigen:versturen",
        "extra:x",
    ):
        await balie.druk(f"{code}|{stap}|{wat}")
        assert balie.namen[0].startswith("fout/"), wat
    assert balie.dossier().toestemming is None
    assert balie.dossier().uitkomst is None


async def test_elke_knop_past_in_64_bytes(balie: Balie) -> None:
    for vraag in (VraagId.WIJK, VraagId.VEILIG):
        await balie.tot(vraag)
        assert all(len(k.actie.encode()) <= 64 for b in balie.laatste for k in b.knoppen)
        await balie.tussendoor("nieuwe_casus")
    await balie.tot(VraagId.VOORSTEL)
    for vraag, waarde in STAPPEN[2:]:
        assert all(len(k.actie.encode()) <= 64 for b in balie.laatste for k in b.knoppen)
        await balie.antwoord(vraag.value, waarde)


async def test_intrekken_wist_en_meldt(balie: Balie) -> None:
    await balie.tot(VraagId.BEVESTIGEN)
    await balie.antwoord("bevestigen", "versturen")
    code = balie.casussen()[0].code
    await balie.tussendoor("toestemming_intrekken")
    await balie.druk(f"{code}|-|intrekken")
    assert balie.namen == ["intrekken/zeker"]
    await balie.druk(f"{code}|-|intrekken_ja")
    assert balie.namen == ["intrekken/klaar"]
    persoon = balie.huis.protocollen.van("zoetermeer").contactpersoon_van(balie.gebruiker.praktijk or "")
    assert persoon is not None
    contact = Gebruiker("cp", Rol.CONTACTPERSOON, "zoetermeer", contactpersoon=persoon.code)
    await balie.druk(f"{code}|-|open", gesprek="cp", wie=contact)
    assert "ingetrokken" in balie.laatste[0].tekst
    assert "Palenstein" not in balie.laatste[0].tekst
