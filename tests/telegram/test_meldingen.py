"""Handing out the outbox: to the right person, another way where that fails, and one bad row stops nobody."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session, select

from bot.bootstrap import Opslag, bouw_huis, zaai_demo
from bot.channel.bezorger import Bezorger
from bot.channel.meldingen import Meldingen
from bot.channel.werker import Werker
from bot.dialogue.voering import Huis
from bot.domein.lijsten import Rol
from bot.services.aanmelding import meld_aan, nodig_uit
from bot.services.afwezigheid import meld_afwezig
from bot.services.binnenkomst import MAX_POGINGEN, Binnenkomst, Soort, neem_op
from bot.services.ids import VasteIds
from bot.services.klok import VasteKlok
from bot.services.omgeving import Gebruiker
from bot.services.uitbak import zet_melding
from bot.services.wachtrij import gooi_weg, mislukten, probeer_opnieuw, standen
from bot.services.zendingen import Zendsoort, mislukt, zet_zending
from bot.settings import Instellingen
from bot.storage.kolommen import SleutelFout
from bot.storage.tabellen import AccountRow, CasusRow, GesprekRow, OverdrachtRow, ToestemmingRow, UitbakRow
from bot.storage.tabellen_kanaal import ZendingRow
from tests.storage.rijen import maak_toestemming

NOOR, KARIM, SANNE = "contactpersoon-cp_oost", "contactpersoon-cp_oost_2", "assistent-de_linde"


@pytest.fixture
def huis(engine: Engine, klok: VasteKlok, ids: VasteIds, tmp_path) -> Huis:  # type: ignore[no-untyped-def]
    huis = bouw_huis(Instellingen(var_map=tmp_path), opslag=Opslag(engine), klok=klok, ids=ids)
    zaai_demo(huis, "zoetermeer")
    with huis.sessie() as session:
        _casus(session, klok)
    return huis


def _casus(session: Session, klok: VasteKlok) -> None:
    nu = klok.nu()
    session.add(GesprekRow(id="g", account_id=SANNE))
    session.flush()
    casus = CasusRow(
        id="c",
        code="K77-AAAA",
        gemeente="zoetermeer",
        protocol_versie=1,
        praktijk="de_linde",
        gesprek_id="g",
        status="overgedragen",
        dossier={},
        aangemaakt_op=nu,
        bijgewerkt_op=nu,
    )
    session.add(casus)
    session.flush()
    maak_toestemming(session, casus)
    bewijs = session.exec(select(ToestemmingRow)).one()
    session.add(
        OverdrachtRow(
            casus_id="c",
            toestemming_id=bewijs.id,
            contactpersoon="cp_oost",
            vervanger="cp_oost_2",
            velden={},
            tekst="kaart",
            op=nu,
            contact_voor=nu.date(),
        )
    )


def _koppel(huis: Huis, account: str, chat: int) -> None:
    with huis.sessie() as session:
        rij = session.get_one(AccountRow, account)
        wie = Gebruiker(account, Rol(rij.rol), "zoetermeer", praktijk=rij.praktijk, contactpersoon=rij.contactpersoon)
        code = nodig_uit(session, wie, naam="x", ids=huis.ids, nu=huis.klok.nu()).code
        session.flush()
        assert meld_aan(session, chat, code, nu=huis.klok.nu()) is not None


def _zet(huis: Huis, naam: str = "contactpersoon/nieuwe_casus", ontvanger: str = "cp_oost", **rest: str | None) -> None:
    with huis.sessie() as session:
        casus_id = rest.get("casus_id", "c")
        sleutel, nu = f"{naam}:{ontvanger}:{casus_id}", huis.klok.nu()
        rol = Rol(naam.split("/", maxsplit=1)[0])
        zet_melding(
            session, sleutel=sleutel, rol=rol, ontvanger=ontvanger, naam=naam, tekst="Nieuw", nu=nu, casus_id=casus_id
        )


def _zendingen(huis: Huis) -> list[tuple[int, str]]:
    with huis.sessie() as session:
        return [(r.chat_id, r.soort) for r in session.exec(select(ZendingRow).order_by(ZendingRow.id))]  # type: ignore[arg-type]


def _namen(huis: Huis) -> list[str]:
    with huis.sessie() as session:
        return list(session.exec(select(UitbakRow.naam).order_by(UitbakRow.id)))  # type: ignore[arg-type]


def test_het_bericht_gaat_naar_de_contactpersoon(huis: Huis) -> None:
    _koppel(huis, NOOR, 1)
    _koppel(huis, KARIM, 2)
    _zet(huis)
    assert Meldingen(huis, met_email=False).verdeel()
    assert _zendingen(huis) == [(1, Zendsoort.STUUR)]


def test_wie_afwezig_is_krijgt_het_toch_als_de_vervanger_geen_chat_heeft(huis: Huis) -> None:
    _koppel(huis, NOOR, 1)
    with huis.sessie() as session:
        meld_afwezig(session, "zoetermeer", "cp_oost", nu=huis.klok.nu())
    _zet(huis)
    Meldingen(huis, met_email=False).verdeel()
    assert _zendingen(huis) == [(1, Zendsoort.STUUR)]


def test_is_niemand_bereikbaar_dan_belt_de_praktijk_wie_er_is(huis: Huis) -> None:
    with huis.sessie() as session:
        meld_afwezig(session, "zoetermeer", "cp_oost", nu=huis.klok.nu())
    _zet(huis)
    Meldingen(huis, met_email=False).verdeel()
    with huis.sessie() as session:
        taak = session.exec(select(UitbakRow).where(UitbakRow.naam == "assistent/bel_zelf")).one()
    assert "Karim Bouzidi" in taak.tekst


def test_een_rij_die_niet_kan_houdt_de_andere_niet_tegen(huis: Huis) -> None:
    _koppel(huis, NOOR, 1)
    _zet(huis, casus_id="bestaat_niet")
    _zet(huis)
    assert Meldingen(huis, met_email=False).verdeel()
    assert _zendingen(huis) == [(1, Zendsoort.STUUR)]


def test_een_geweigerd_bericht_gaat_een_andere_weg(huis: Huis) -> None:
    _koppel(huis, NOOR, 1)
    _zet(huis)
    meldingen = Meldingen(huis, met_email=False)
    meldingen.verdeel()
    with huis.sessie() as session:
        (zending,) = session.exec(select(ZendingRow))
        meldingen.na_mislukt(session, mislukt(session, zending.id or 0, nu=huis.klok.nu(), reden="BadRequest"))
    assert _namen(huis) == ["contactpersoon/nieuwe_casus", "assistent/bel_zelf"]


def test_zonder_chat_en_met_een_mailserver_gaat_er_een_e_mail_zonder_inhoud(huis: Huis) -> None:
    _zet(huis)
    Meldingen(huis, met_email=True).verdeel()
    with huis.sessie() as session:
        (zending,) = session.exec(select(ZendingRow))
    assert zending.soort == Zendsoort.EMAIL
    assert zending.inhoud is not None
    assert zending.inhoud["aan"] == "n.achterberg@welzijn-oost.example"
    assert "K77-AAAA" in zending.inhoud["onderwerp"]


def test_een_bericht_voor_een_praktijk_zonder_chat_wacht_op_een_aanmelding(huis: Huis) -> None:
    _zet(huis, naam="assistent/status_ontvangen", ontvanger="de_linde")
    assert not Meldingen(huis, met_email=False).verdeel()
    _koppel(huis, SANNE, 3)
    assert Meldingen(huis, met_email=False).verdeel()
    assert _zendingen(huis) == [(3, Zendsoort.STUUR)]


ONLEESBAAR = "Niet te lezen: de sleutel waarmee dit bewaard is, ontbreekt."


def _maak_onleesbaar(huis: Huis, tabel: str, kolom: str, id_: int) -> None:
    """As after a key was taken off the ring: no key reads what stands there."""
    with huis.sessie() as session:
        session.connection().execute(text(f"UPDATE {tabel} SET {kolom} = 'onleesbaar' WHERE id = {id_}"))


def test_een_melding_die_geen_sleutel_leest_gaat_opzij_en_de_praktijk_belt(huis: Huis) -> None:
    _koppel(huis, NOOR, 1)
    _koppel(huis, SANNE, 3)
    _zet(huis)
    _maak_onleesbaar(huis, "uitbak", "tekst", 1)
    _zet(huis, naam="assistent/status_ontvangen", ontvanger="de_linde")
    meldingen = Meldingen(huis, met_email=False)
    while meldingen.verdeel():
        pass
    assert _zendingen(huis) == [(3, Zendsoort.STUUR), (3, Zendsoort.STUUR)]
    assert _namen(huis)[-1] == "assistent/bel_zelf"
    with huis.sessie() as session:
        assert [(m.id, m.soort, m.reden) for m in mislukten(session)] == [
            ("melding-1", "contactpersoon/nieuwe_casus", ONLEESBAAR)
        ]
        with pytest.raises(SleutelFout):
            probeer_opnieuw(session, "melding-1")
        gooi_weg(session, "melding-1", nu=huis.klok.nu())
        assert mislukten(session) == []


class _Bot:
    """Telegram, as far as it is asked here."""

    def __init__(self) -> None:
        self.gestuurd: list[int] = []

    async def send_message(self, chat_id: int, _html: str, **_rest: object) -> SimpleNamespace:
        self.gestuurd.append(chat_id)
        return SimpleNamespace(message_id=1)


async def test_een_zending_die_geen_sleutel_leest_gaat_opzij_en_de_andere_gaan_door(huis: Huis) -> None:
    with huis.sessie() as session:
        for chat in (1, 2, 1):
            zet_zending(session, chat, Zendsoort.STUUR, nu=huis.klok.nu(), inhoud={"html": "x"})
    _maak_onleesbaar(huis, "zending", "inhoud", 1)
    bot = _Bot()
    bezorger = Bezorger(huis, bot, meldingen=Meldingen(huis, met_email=False))  # type: ignore[arg-type]
    while await bezorger.bezorg():
        await bezorger.maak_af()
    assert bot.gestuurd == [2, 1]
    with huis.sessie() as session:
        assert [(m.id, m.reden) for m in mislukten(session)] == [("uit-1", ONLEESBAAR)]
        gooi_weg(session, "uit-1", nu=huis.klok.nu())


async def test_een_bericht_dat_geen_sleutel_leest_gaat_opzij_en_anderen_gaan_door(huis: Huis, klok: VasteKlok) -> None:
    _koppel(huis, SANNE, 3)
    with huis.sessie() as session:
        for update, chat in ((1, 3), (2, 99)):
            assert neem_op(session, Binnenkomst(update, chat, Soort.TEKST, {"begrip": {}}), nu=klok.nu())
        session.connection().execute(text("UPDATE update_in SET inhoud = 'onleesbaar' WHERE update_id = 1"))
    voering = SimpleNamespace(vergeet=lambda _gesprek: None)
    werker = Werker(huis, voering, gedaan=lambda: None)  # type: ignore[arg-type]
    for _ in range(2 * MAX_POGINGEN):
        await werker.werk_een()
        klok.verzet(timedelta(minutes=1))
    with huis.sessie() as session:
        assert [(m.id, m.reden.split()[0]) for m in mislukten(session)] == [("in-1", "SleutelFout")]
        assert standen(session, nu=klok.nu())["wijkbrug_updates_wachtend"] == 0
        gooi_weg(session, "in-1", nu=klok.nu())
        assert mislukten(session) == []
