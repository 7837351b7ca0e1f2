"""The contactpersoon's side: receives, opens the card, reports a status; nobody else sees the case."""

import pytest

from bot.domein.lijsten import CasusStatus, Rol, VraagId
from bot.services.omgeving import Gebruiker
from bot.storage.tabellen import UitbakRow
from nlu.begrip import Begrip
from tests.gesprekken.balie import Balie

pytestmark = pytest.mark.model


async def een_overdracht(balie: Balie) -> tuple[str, Gebruiker]:
    """A case that was handed over: its code, and the contactpersoon who got it."""
    await balie.tot(VraagId.BEVESTIGEN)
    await balie.antwoord("bevestigen", "versturen")
    persoon = balie.huis.protocollen.van("zoetermeer").contactpersoon_van(balie.gebruiker.praktijk or "")
    assert persoon is not None
    return balie.casussen()[0].code, Gebruiker(
        f"contactpersoon-{persoon.code}", Rol.CONTACTPERSOON, "zoetermeer", contactpersoon=persoon.code
    )


async def test_bericht_is_zonder_inhoud_en_de_kaart_staat_achter_de_knop(balie: Balie) -> None:
    code, persoon = await een_overdracht(balie)
    with balie.sessie() as session:
        bericht = session.query(UitbakRow).one()
    assert code in bericht.tekst
    assert "Palenstein" not in bericht.tekst
    await balie.begrepen(Begrip(tussendoor="status", schoon="casussen"), gesprek="cp", wie=persoon)
    assert balie.namen == ["contactpersoon/inbak"]
    await balie.druk(balie.laatste[0].knoppen[0].actie, gesprek="cp", wie=persoon)
    assert "Palenstein" in balie.laatste[0].tekst


async def test_status_met_een_woord_en_met_een_knop(balie: Balie) -> None:
    code, persoon = await een_overdracht(balie)
    await balie.begrepen(Begrip(schoon="ontvangen"), gesprek="cp", wie=persoon)
    assert balie.casussen()[0].status == CasusStatus.ONTVANGEN
    await balie.druk(f"{code}|-|status:contact_gelegd", gesprek="cp", wie=persoon)
    assert balie.casussen()[0].status == CasusStatus.CONTACT_GELEGD
    await balie.druk(f"{code}|-|status:contact_gelegd", gesprek="cp", wie=persoon)  # twice changes nothing
    assert balie.casussen()[0].status == CasusStatus.CONTACT_GELEGD


async def test_een_stap_die_niet_kan_wordt_geweigerd(balie: Balie) -> None:
    code, persoon = await een_overdracht(balie)
    await balie.druk(f"{code}|-|status:afgerond", gesprek="cp", wie=persoon)
    assert balie.namen == ["fout/status_kan_niet"]
    assert balie.casussen()[0].status == CasusStatus.OVERGEDRAGEN


async def test_een_ander_ziet_de_casus_niet(balie: Balie) -> None:
    code, persoon = await een_overdracht(balie)
    protocol = balie.huis.protocollen.van("zoetermeer")
    eigen = protocol.contactpersoon(persoon.contactpersoon)
    assert eigen is not None
    vreemd = next(p.code for p in protocol.contactpersonen if p.code not in (eigen.code, eigen.vervanger))
    ander = Gebruiker("ander", Rol.CONTACTPERSOON, "zoetermeer", contactpersoon=vreemd)
    await balie.druk(f"{code}|-|open", gesprek="ander", wie=ander)
    assert balie.namen == ["fout/casus_onbekend"]


async def test_zonder_toestemming_voor_terugkoppeling_hoort_de_praktijk_niet_hoe_het_gaat(balie: Balie) -> None:
    code, persoon = await een_overdracht(balie)
    for status in ("ontvangen", "contact_gelegd", "afspraken_gemaakt"):
        await balie.druk(f"{code}|-|status:{status}", gesprek="cp", wie=persoon)
    await balie.tussendoor("status")
    assert "afspraken" not in balie.laatste[0].tekst


async def test_de_praktijk_leest_een_gewone_zin(balie: Balie) -> None:
    code, persoon = await een_overdracht(balie)
    await balie.begrepen(Begrip(schoon="ontvangen"), gesprek="cp", wie=persoon)
    assert balie.laatste[0].tekst == f"Genoteerd: je hebt casus {code} ontvangen."
    with balie.sessie() as session:
        teksten = [rij.tekst for rij in session.query(UitbakRow).filter_by(rol=Rol.ASSISTENT)]
    assert teksten == [f"Noor Achterberg heeft casus {code} gelezen en gaat ermee aan de slag."]


@pytest.mark.parametrize("status", ["overgedragen", "teruggegeven", "doorgezet"])
async def test_dezelfde_status_nog_eens_zegt_hoe_het_staat(balie: Balie, status: str) -> None:
    code, persoon = await een_overdracht(balie)
    if status != "overgedragen":
        await balie.druk(f"{code}|-|status:ontvangen", gesprek="cp", wie=persoon)
        tik = "terug:past_niet" if status == "teruggegeven" else "doorzetten:zelf"
        await balie.druk(f"{code}|-|{tik}", gesprek="cp", wie=persoon)
    assert balie.casussen()[0].status == status
    await balie.druk(f"{code}|-|status:{status}", gesprek="cp", wie=persoon)
    verwacht = {
        "overgedragen": "contactpersoon/status_overgedragen",
        "teruggegeven": "contactpersoon/terug_klaar",
        "doorgezet": "contactpersoon/doorgezet",
    }
    assert balie.namen == [verwacht[status]]
