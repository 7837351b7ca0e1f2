"""The card of a case: what is known and where it stands; never anybody's wording."""

from typing import Any

import pytest
from sqlalchemy import Engine

from bot.bootstrap import Opslag, bouw_huis
from bot.dialogue.voering import Huis
from bot.domein.lijsten import CasusStatus, Rol
from bot.services.klok import VasteKlok
from bot.services.omgeving import Gebruiker
from bot.services.samenvatting import samenvatting
from bot.settings import Instellingen
from bot.storage.tabellen import AccountRow, CasusRow, GesprekRow

SANNE = Gebruiker("sanne", Rol.ASSISTENT, "zoetermeer", praktijk="de_linde")


@pytest.fixture
def huis(engine: Engine, klok: VasteKlok) -> Huis:
    huis = bouw_huis(Instellingen(), opslag=Opslag(engine), klok=klok)
    with huis.sessie() as session:
        session.add(AccountRow(id="sanne", rol=SANNE.rol, gemeente="zoetermeer", naam="Balie", praktijk="de_linde"))
        session.flush()
        session.add(GesprekRow(id="g1", account_id="sanne"))
    return huis


def kaart(huis: Huis, *, uitkomst: str | None = None, **dossier: Any) -> list[str]:
    with huis.sessie() as session:
        casus = CasusRow(
            id="c1",
            code="K7X-34HK",
            gemeente="zoetermeer",
            protocol_versie=1,
            praktijk="de_linde",
            gesprek_id="g1",
            status=CasusStatus.LOPEND if uitkomst is None else CasusStatus.AFGESLOTEN,
            uitkomst=uitkomst,
            dossier={**dossier, **({"uitkomst": uitkomst} if uitkomst else {})},
            aangemaakt_op=huis.klok.nu(),
            bijgewerkt_op=huis.klok.nu(),
        )
        session.add(casus)
        session.flush()
        regels = samenvatting(huis.omgeving(SANNE, session), casus).splitlines()
        session.rollback()
    return regels


def test_een_kaart_groeit_met_de_casus(huis: Huis) -> None:
    assert kaart(huis, hulpvraag_gesteld=True)[:1] == ["Casus K7X-34HK"]
    assert kaart(
        huis, hulpvraag_gesteld=True, leefgebieden=["rouw", "eenzaamheid"], wijk="Palenstein", leeftijdsgroep="75-84"
    )[:4] == [
        "Casus K7X-34HK",
        "• Gaat over: rouw en eenzaamheid",
        "• Wijk: Palenstein",
        "• Leeftijd: 75 tot en met 84 jaar",
    ]


def test_de_laatste_regel_is_de_stand(huis: Huis) -> None:
    lopend = kaart(huis, hulpvraag_gesteld=True)
    klaar = kaart(huis, hulpvraag_gesteld=True, uitkomst="afgebroken")
    assert lopend[-1].startswith("• Stand: nog niet af. Open vraag:")
    assert klaar[-1].startswith("• Stand: ")
    assert "Open vraag" not in klaar[-1]


def test_eigen_woorden_staan_nooit_op_de_kaart(huis: Huis) -> None:
    regels = kaart(huis, hulpvraag_gesteld=True, wens="zelf", wens_tekst="wil graag klaverjassen")
    assert not any("klaverjassen" in regel for regel in regels)
