"""Commands: undo, stop, park and resume, a second case, takeover, correct, overrule."""

from datetime import timedelta

import pytest

from bot.domein.lijsten import CasusStatus, OverruleReden, RodeVlag, Uitkomst, VraagId
from bot.services.klok import VasteKlok
from nlu.begrip import Begrip, Feiten
from tests.gesprekken.balie import RIJKE_ZIN, Balie

pytestmark = pytest.mark.model
VLAG = Begrip(rode_vlaggen=(("suicidaliteit", 0.99, ""),), schoon="x")


async def test_terug_stelt_de_vorige_vraag_opnieuw(balie: Balie) -> None:
    await balie.tot(VraagId.ROUTE)
    await balie.tussendoor("terug")
    assert balie.namen[0] == "commando/terug"
    assert balie.open_vraag is VraagId.VOORSTEL


async def test_terug_aan_het_begin_zegt_dat_er_niets_is(balie: Balie) -> None:
    await balie.tot(VraagId.HULPVRAAG)
    await balie.tussendoor("terug")
    assert balie.namen[0] == "fout/niets_om_terug"


async def test_terug_na_zelf_gekozen_vlag_herstelt_de_vergissing(balie: Balie) -> None:
    await balie.tot(VraagId.VEILIG)
    await balie.antwoord("veilig", "acuut_medisch")
    assert balie.dossier().uitkomst is Uitkomst.GESTOPT
    await balie.tussendoor("terug")
    assert balie.open_vraag is VraagId.VEILIG


async def test_stop_breekt_af_en_verstuurt_niets(balie: Balie) -> None:
    await balie.tot(VraagId.TOESTEMMING)
    await balie.tussendoor("stop")
    assert balie.namen == ["uitkomst/afgebroken"]
    assert balie.dossier().uitkomst is Uitkomst.AFGEBROKEN


async def test_later_en_verder_gaan_door_waar_het_was(balie: Balie) -> None:
    await balie.tot(VraagId.ROUTE)
    await balie.tussendoor("later")
    assert balie.namen == ["commando/later"]
    await balie.tussendoor("verder")
    assert balie.open_vraag is VraagId.ROUTE


async def test_tweede_casus_terwijl_de_eerste_wacht(balie: Balie) -> None:
    await balie.tot(VraagId.CONTACTROUTE)
    await balie.tussendoor("nieuwe_casus")
    await balie.begrepen(RIJKE_ZIN)
    assert len(balie.casussen()) == 2
    await balie.tussendoor("later")
    await balie.tussendoor("verder")
    assert balie.open_vraag in (VraagId.CONTACTROUTE, VraagId.VEILIG)


async def test_collega_van_dezelfde_praktijk_neemt_over(balie: Balie) -> None:
    await balie.tot(VraagId.ROUTE)
    code = balie.casussen()[0].code
    collega = balie.assistent()
    collega = type(collega)("collega", collega.rol, collega.gemeente, praktijk=collega.praktijk)
    _maak_account(balie, "collega")
    await balie.druk(f"{code}|-|verder", gesprek="ander", wie=collega)
    assert balie.open_vraag is VraagId.ROUTE
    assert balie.casussen()[0].gesprek_id == "ander"


async def test_andere_praktijk_komt_er_niet_bij(balie: Balie) -> None:
    await balie.tot(VraagId.ROUTE)
    code = balie.casussen()[0].code
    await balie.druk(f"{code}|-|verder", gesprek="ander", wie=balie.assistent(praktijk=1))
    assert balie.namen == ["fout/casus_onbekend"]


async def test_na_24_uur_is_een_onafgemaakte_casus_weg(balie: Balie, klok: VasteKlok) -> None:
    await balie.tot(VraagId.ROUTE)
    klok.verzet(timedelta(hours=24, minutes=1))
    await balie.tussendoor("verder")
    assert balie.namen == ["casus/verlopen", "fout/niets_te_hervatten"]


@pytest.mark.parametrize("vraag", [v for v in VraagId if v is not VraagId.HULPVRAAG], ids=str)
async def test_correctie_van_de_wijk_op_elk_moment(balie: Balie, vraag: VraagId) -> None:
    await balie.tot(vraag)
    antwoorden = {v.value: {"antwoord": None, "tussendoor": "correctie"} for v in VraagId}
    await balie.begrepen(
        Begrip(tussendoor="correctie", feiten=Feiten(wijk="Meerzicht"), antwoorden=antwoorden, schoon="x")
    )
    assert balie.namen[0] == "commando/correctie"
    assert balie.dossier().wijk == "Meerzicht"
    assert balie.open_vraag is not None


@pytest.mark.parametrize("vraag", list(VraagId), ids=str)
async def test_vlag_stopt_bij_elke_vraag(balie: Balie, vraag: VraagId) -> None:
    await balie.tot(vraag)
    await balie.begrepen(VLAG)
    assert balie.namen == ["vlag/suicidaliteit"]
    dossier = balie.dossier()
    assert (dossier.uitkomst, dossier.vlag) == (Uitkomst.GESTOPT, RodeVlag.SUICIDALITEIT)


async def test_vlag_aan_de_balie_opent_een_gestopte_casus(balie: Balie) -> None:
    await balie.begrepen(VLAG)
    assert balie.namen == ["vlag/suicidaliteit"]
    assert balie.casussen()[0].status == CasusStatus.AFGESLOTEN


@pytest.mark.parametrize("reden", list(OverruleReden), ids=str)
async def test_overrule_met_reden_gaat_verder_waar_het_was(balie: Balie, reden: OverruleReden) -> None:
    await balie.tot(VraagId.ROUTE)
    await balie.begrepen(VLAG)
    await balie.tik(f"overrule:{reden.value}")
    assert balie.open_vraag is VraagId.ROUTE
    assert balie.dossier().overruled[0].reden is reden


async def test_terug_heft_een_herkende_vlag_niet_op(balie: Balie) -> None:
    await balie.tot(VraagId.ROUTE)
    await balie.begrepen(VLAG)
    await balie.tussendoor("terug")
    assert balie.namen == ["fout/vlag_niet_terug"]
    assert balie.dossier().uitkomst is Uitkomst.GESTOPT


def _maak_account(balie: Balie, id_: str) -> None:
    from bot.storage.tabellen import AccountRow

    with balie.sessie() as session:
        session.add(
            AccountRow(id=id_, rol="assistent", gemeente="zoetermeer", naam=id_, praktijk=balie.gebruiker.praktijk)
        )
