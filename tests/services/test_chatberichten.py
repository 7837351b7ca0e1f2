"""Buttons are looked up in their own chat only; cards go in time."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session

from bot.services.chatberichten import (
    KAART_BLIJFT,
    Chatsoort,
    maak_chatbericht,
    open_berichten,
    te_verwijderen,
    zoek_knop,
)
from bot.services.ids import VasteIds
from bot.services.klok import VasteKlok
from bot.storage.tabellen import AccountRow
from bot.storage.tabellen_kanaal import ChatberichtRow

KNOPPEN = {"acties": ["K7|1|ja", "K7|1|nee"], "labels": ["Ja", "Nee"]}


@pytest.fixture
def vraag(session: Session, klok: VasteKlok, ids: VasteIds) -> ChatberichtRow:
    """A question with two buttons in the chat of Sanne."""
    for id_ in ("sanne", "noor"):
        session.add(AccountRow(id=id_, rol="assistent", gemeente="zoetermeer", naam=id_))
    session.flush()
    return maak(session, klok, ids, Chatsoort.VRAAG)


def maak(session: Session, klok: VasteKlok, ids: VasteIds, soort: Chatsoort, **meer: Any) -> ChatberichtRow:
    return maak_chatbericht(session, 7, soort, account_id="sanne", ids=ids, nu=klok.nu(), inhoud=dict(KNOPPEN), **meer)


def test_een_tik_vindt_zijn_actie_en_zijn_label(session: Session, vraag: ChatberichtRow) -> None:
    tik = zoek_knop(session, f"{vraag.id}.1", chat_id=7, account_id="sanne")
    assert tik is not None
    assert (tik.actie, tik.label) == ("K7|1|nee", "Nee")


@pytest.mark.parametrize("nummer", ["2", "-1", "", "x", "1.0", "²", "99999999999999999999"])
def test_een_knop_die_er_niet_is_doet_niets(session: Session, vraag: ChatberichtRow, nummer: str) -> None:
    assert zoek_knop(session, f"{vraag.id}.{nummer}", chat_id=7, account_id="sanne") is None


@pytest.mark.parametrize(("chat", "account"), [(8, "sanne"), (7, "noor"), (8, "noor")])
def test_de_knop_van_een_ander_doet_niets(session: Session, vraag: ChatberichtRow, chat: int, account: str) -> None:
    assert zoek_knop(session, f"{vraag.id}.0", chat_id=chat, account_id=account) is None


@pytest.mark.parametrize("payload", ["", ".", "x", "x.0", "." * 64, "K7|1|ja"])
def test_een_verzonnen_knop_doet_niets(session: Session, vraag: ChatberichtRow, payload: str) -> None:
    assert zoek_knop(session, payload, chat_id=7, account_id="sanne") is None


def test_een_beantwoorde_vraag_heeft_geen_knoppen_meer(session: Session, vraag: ChatberichtRow) -> None:
    vraag.open = False
    session.flush()
    assert zoek_knop(session, f"{vraag.id}.0", chat_id=7, account_id="sanne") is None
    assert open_berichten(session, Chatsoort.VRAAG, chat_id=7) == []


def test_alleen_een_kaart_van_een_casus_heeft_een_einde(
    session: Session, klok: VasteKlok, ids: VasteIds, vraag: ChatberichtRow
) -> None:
    kaart = maak(session, klok, ids, Chatsoort.CASUSKAART, casus_id="c1")
    assert vraag.verwijder_op is None
    klok.verzet(KAART_BLIJFT - timedelta(seconds=1))
    assert te_verwijderen(session, nu=klok.nu()) == []
    klok.verzet(timedelta(seconds=1))
    assert te_verwijderen(session, nu=klok.nu()) == [kaart]


def test_een_kaart_verdwijnt_ruim_binnen_wat_is_beloofd_en_wat_telegram_toelaat() -> None:
    assert KAART_BLIJFT < timedelta(hours=24) < timedelta(hours=48)


def test_berichten_zijn_te_vinden_per_casus_en_per_chat(
    session: Session, klok: VasteKlok, ids: VasteIds, vraag: ChatberichtRow
) -> None:
    kaart = maak(session, klok, ids, Chatsoort.SAMENVATTING, casus_id="c1")
    assert open_berichten(session, Chatsoort.SAMENVATTING, casus_id="c1") == [kaart]
    assert open_berichten(session, Chatsoort.SAMENVATTING, casus_id="c2") == []
    assert open_berichten(session, Chatsoort.SAMENVATTING, chat_id=7, casus_id="c1") == [kaart]
    assert open_berichten(session, Chatsoort.SAMENVATTING, chat_id=8) == []
