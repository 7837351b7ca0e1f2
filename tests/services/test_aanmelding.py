"""Accounts, invitations and chats, on both databases."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from bot.domein.fouten import DomeinFout
from bot.domein.lijsten import Rol
from bot.services.aanmelding import (
    GELDIG,
    Uitnodiging,
    accounts,
    chats_van,
    gebruiker_van,
    meld_aan,
    nodig_uit,
    trek_account_in,
)
from bot.services.ids import VasteIds
from bot.services.klok import VasteKlok
from bot.services.omgeving import Gebruiker
from bot.storage.tabellen import AccountRow, LogregelRow
from bot.storage.tabellen_kanaal import TelegramChatRow, UitnodigingRow


class Balie:
    """Invites, signs in and revokes."""

    def __init__(self, session: Session, klok: VasteKlok, ids: VasteIds) -> None:
        self.session, self.klok, self.ids = session, klok, ids

    def nodig_uit(self, account: str = "sanne", rol: Rol = Rol.ASSISTENT, **waar: Any) -> Uitnodiging:
        wie = Gebruiker(account, rol, "zoetermeer", **(waar or {"praktijk": "de_linde"}))
        return nodig_uit(self.session, wie, naam="Balie", ids=self.ids, nu=self.klok.nu())

    def meld_aan(self, chat: int, code: str) -> Gebruiker | None:
        return meld_aan(self.session, chat, code, nu=self.klok.nu())

    def binnen(self, chat: int, account: str, rol: Rol = Rol.ASSISTENT, **waar: Any) -> None:
        assert self.meld_aan(chat, self.nodig_uit(account, rol, **waar).code) is not None


@pytest.fixture
def balie(session: Session, klok: VasteKlok, ids: VasteIds) -> Balie:
    return Balie(session, klok, ids)


def test_een_code_meldt_een_chat_aan_als_het_account(balie: Balie) -> None:
    code = balie.nodig_uit().code
    assert gebruiker_van(balie.session, 7) is None
    verwacht = Gebruiker("sanne", Rol.ASSISTENT, "zoetermeer", praktijk="de_linde")
    assert balie.meld_aan(7, code) == verwacht
    assert gebruiker_van(balie.session, 7) == verwacht


def test_een_code_past_in_een_link_van_telegram_en_is_niet_te_raden(balie: Balie) -> None:
    codes = {balie.nodig_uit().code for _ in range(50)}
    assert len(codes) == 50
    assert all(20 <= len(code) <= 64 and code.replace("-", "").replace("_", "").isalnum() for code in codes)


def test_een_code_werkt_een_keer_en_tot_hij_verloopt(balie: Balie) -> None:
    eerste, tweede = balie.nodig_uit(), balie.nodig_uit()
    assert balie.meld_aan(7, eerste.code) is not None
    assert balie.meld_aan(8, eerste.code) is None
    balie.klok.verzet(GELDIG)
    assert balie.meld_aan(8, tweede.code) is None
    assert balie.meld_aan(8, "") is None


def test_alleen_de_vingerafdruk_wordt_bewaard(balie: Balie) -> None:
    code = balie.nodig_uit().code
    assert code not in str([rij.model_dump() for rij in balie.session.exec(select(UitnodigingRow))])
    assert code not in str([rij.model_dump() for rij in balie.session.exec(select(LogregelRow))])


def test_een_nieuwe_telefoon_vervangt_de_oude(balie: Balie) -> None:
    balie.binnen(7, "sanne")
    balie.binnen(8, "sanne")
    assert gebruiker_van(balie.session, 7) is None
    assert gebruiker_van(balie.session, 8) is not None


def test_een_telefoon_heeft_een_account_tegelijk(balie: Balie) -> None:
    balie.binnen(7, "sanne")
    balie.binnen(7, "noor", Rol.CONTACTPERSOON, contactpersoon="cp_oost")
    nu = gebruiker_van(balie.session, 7)
    assert nu is not None
    assert nu.account_id == "noor"
    assert chats_van(balie.session, Rol.ASSISTENT, gemeente="zoetermeer", code="de_linde") == []


def test_intrekken_werkt_meteen_ook_voor_uitnodigingen_die_nog_open_zijn(balie: Balie) -> None:
    balie.binnen(7, "sanne")
    open_ = balie.nodig_uit().code
    trek_account_in(balie.session, "sanne", nu=balie.klok.nu())
    assert gebruiker_van(balie.session, 7) is None
    assert balie.meld_aan(8, open_) is None
    with pytest.raises(DomeinFout) as fout:
        balie.nodig_uit()
    assert fout.value.tekst == "fout/account_ingetrokken"


def test_twee_keer_intrekken_is_een_keer(balie: Balie) -> None:
    balie.nodig_uit()
    eerst = trek_account_in(balie.session, "sanne", nu=balie.klok.nu()).ingetrokken_op
    balie.klok.verzet(timedelta(days=1))
    assert trek_account_in(balie.session, "sanne", nu=balie.klok.nu()).ingetrokken_op == eerst


def test_een_onbekend_account_intrekken_zegt_dat(balie: Balie) -> None:
    with pytest.raises(DomeinFout) as fout:
        trek_account_in(balie.session, "wie", nu=balie.klok.nu())
    assert fout.value.tekst == "fout/account_onbekend"


def test_bericht_gaat_naar_wie_het_aangaat_en_te_bereiken_is(balie: Balie) -> None:
    balie.binnen(1, "a")
    balie.binnen(2, "b")
    balie.binnen(3, "c", praktijk="het_baken")
    balie.binnen(4, "d", Rol.CONTACTPERSOON, contactpersoon="cp_oost")
    balie.binnen(5, "e", Rol.BEHEERDER)
    balie.binnen(6, "f")
    balie.session.get_one(TelegramChatRow, 2).geblokkeerd_op = balie.klok.nu()
    trek_account_in(balie.session, "f", nu=balie.klok.nu())

    def chats(rol: Rol, code: str = "", gemeente: str = "zoetermeer") -> list[int]:
        return [chat for chat, _ in chats_van(balie.session, rol, gemeente=gemeente, code=code)]

    assert chats(Rol.ASSISTENT, "de_linde") == [1]
    assert chats(Rol.ASSISTENT, "het_baken") == [3]
    assert chats(Rol.CONTACTPERSOON, "cp_oost") == [4]
    assert chats(Rol.CONTACTPERSOON, "cp_west") == []
    assert chats(Rol.BEHEERDER) == [5]
    assert chats(Rol.BEHEERDER, gemeente="vlissingen") == []


def test_de_lijst_zegt_wie_is_aangemeld(balie: Balie) -> None:
    balie.binnen(1, "a")
    balie.nodig_uit("b")
    assert [(rij.id, is_gekoppeld) for rij, is_gekoppeld in accounts(balie.session, gemeente="zoetermeer")] == [
        ("a", True),
        ("b", False),
    ]


def test_wie_uitnodigt_aanmeldt_en_intrekt_staat_in_het_logboek(balie: Balie) -> None:
    balie.binnen(1, "sanne")
    trek_account_in(balie.session, "sanne", nu=balie.klok.nu())
    regels = balie.session.exec(select(LogregelRow.gebeurtenis).order_by(LogregelRow.id)).all()
    assert regels == ["account_uitgenodigd", "account_aangemeld", "account_ingetrokken"]


def test_zonder_naam_krijgt_een_account_een_eigen_id(balie: Balie) -> None:
    ids = {balie.nodig_uit("").account_id for _ in range(3)}
    assert len(ids) == 3
    assert len(balie.session.exec(select(AccountRow)).all()) == 3
