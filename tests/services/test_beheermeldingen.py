"""The weekly list for the beheerder."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from bot.bootstrap import DATA, Opslag, bouw_huis, zaai_demo
from bot.dialogue.voering import Huis
from bot.services.beheermeldingen import NOEM, meld_verouderde
from bot.services.klok import VasteKlok
from bot.settings import Instellingen
from bot.storage.tabellen import UitbakRow


@pytest.fixture
def huis(engine: Engine, klok: VasteKlok) -> Huis:
    assert DATA.is_dir()
    huis = bouw_huis(Instellingen(), opslag=Opslag(engine), klok=klok)
    zaai_demo(huis, "zoetermeer")
    return huis


def meld(huis: Huis, *, link: str | None = None) -> bool:
    teksten = huis.protocollen.teksten_van("zoetermeer")
    with huis.sessie() as session:
        return meld_verouderde(session, "zoetermeer", teksten=teksten, nu=huis.klok.nu(), link=link)


def berichten(huis: Huis) -> list[UitbakRow]:
    with huis.sessie() as session:
        return _beheerder(session)


def _beheerder(session: Session) -> list[UitbakRow]:
    return list(session.exec(select(UitbakRow).where(UitbakRow.rol == "beheerder").order_by(UitbakRow.id)))


def test_een_keer_per_week_en_niet_meer_dan_een_handvol_namen(huis: Huis, klok: VasteKlok) -> None:
    klok.verzet(timedelta(days=200))
    assert meld(huis)
    assert not meld(huis)
    (bericht,) = berichten(huis)
    assert bericht.ontvanger == "zoetermeer"
    assert bericht.tekst.count("\n•") == NOEM + 1
    klok.verzet(timedelta(days=7))
    assert meld(huis)
    assert len(berichten(huis)) == 2


def test_is_alles_vers_dan_is_er_geen_bericht(huis: Huis, klok: VasteKlok) -> None:
    klok.verzet(timedelta(days=-300))
    assert not meld(huis)
    assert berichten(huis) == []


def test_de_link_naar_het_beheer_staat_er_alleen_in_als_die_er_is(huis: Huis, klok: VasteKlok) -> None:
    klok.verzet(timedelta(days=200))
    meld(huis, link="https://beheer.example/activiteiten")
    assert berichten(huis)[0].tekst.endswith("Naar het beheer: https://beheer.example/activiteiten")
