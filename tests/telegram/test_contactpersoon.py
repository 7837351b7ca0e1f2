"""The contactpersoon: a notice without content, a card that does not stay, and somebody who is always reached."""

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import Engine as DatabaseEngine

from bot.dialogue.engine import Engine
from bot.domein.lijsten import CasusStatus, Rol
from tests.telegram.brievenbus import Brievenbus
from tests.telegram.dienst import Dienst, aan_het_werk, bouw_dienst, draag_over, instellingen_voor, kies, label
from tests.telegram.nep import Gebruiker, NepTelegram, wacht_tot


async def naar_morgen(dienst: Dienst, telegram: NepTelegram, **verschil: float) -> None:
    """Both clocks move, and the house is cleaned."""
    dienst.klok.verzet(timedelta(**verschil))
    telegram.roep("vooruit", seconden=timedelta(**verschil).total_seconds())
    await dienst.is_rustig()


async def test_de_kaart_verdwijnt_na_twintig_uur_en_komt_terug_op_een_tik(
    dienst: Dienst, sanne: Gebruiker, noor: Gebruiker, telegram: NepTelegram
) -> None:
    await draag_over(sanne, dienst)
    eerste = await kies(noor, "Open", ziet="Wijk: Palenstein")
    await naar_morgen(dienst, telegram, hours=19, minutes=59)
    assert any("Palenstein" in b.tekst for b in noor.scherm())
    await naar_morgen(dienst, telegram, minutes=2)
    await wacht_tot(lambda: not any("Palenstein" in b.tekst for b in noor.scherm()))
    weg = next(b for b in noor.alles() if b.nummer == eerste.nummer)
    assert weg.verwijderd_door == "bot"
    tweede = await kies(noor, "Open", ziet="Wijk: Palenstein")
    assert tweede.nummer > eerste.nummer


async def test_een_oude_statusknop_op_een_verdwenen_kaart_doet_niets(
    dienst: Dienst, sanne: Gebruiker, noor: Gebruiker, telegram: NepTelegram
) -> None:
    await draag_over(sanne, dienst)
    kaart = await kies(noor, "Open", ziet="Wijk: Palenstein")
    await naar_morgen(dienst, telegram, hours=21)
    await wacht_tot(lambda: not any("Palenstein" in b.tekst for b in noor.scherm()))
    tik = noor.tik("Ontvangen", bericht=kaart.nummer, forceer=True)
    await wacht_tot(lambda: noor.melding(tik) is not None)
    assert noor.melding(tik) == "Deze knop is verlopen. Typ casussen voor je lijst."
    assert dienst.casussen()[0].status == CasusStatus.OVERGEDRAGEN


async def test_bij_intrekken_verdwijnt_de_kaart_overal(
    dienst: Dienst, sanne: Gebruiker, noor: Gebruiker, telegram: NepTelegram
) -> None:
    karim = telegram.gebruiker("Karim")
    await dienst.meld_aan(karim, Rol.CONTACTPERSOON, "cp_oost_2")
    code = await draag_over(sanne, dienst)
    await kies(noor, "Open", ziet="Wijk: Palenstein")
    karim.stuur("/casussen")
    await kies(karim, f"Open {code}", ziet="Wijk: Palenstein")
    await kies(noor, "Patiënt trekt toestemming in", ziet=f"toestemming van casus {code} intrekken?")
    assert dienst.casussen()[0].status == CasusStatus.OVERGEDRAGEN
    await kies(noor, "Ja, intrekken")
    await sanne.ziet("ingetrokken")
    await dienst.is_rustig()
    assert dienst.casussen()[0].status == CasusStatus.INGETROKKEN
    for mens in (noor, karim):
        assert not any("Palenstein" in b.tekst for b in mens.scherm())
    assert not any("Palenstein" in b.tekst for b in sanne.scherm() if b.tekst.startswith(f"Casus {code}\n•"))
    karim.stuur("/casussen")
    await dienst.is_rustig()
    assert not any(code in knop for b in karim.scherm() for knop in b.knopteksten if b.nummer == karim.laatste().nummer)


async def test_een_getypt_ja_trekt_in_en_haalt_de_knoppen_weg(
    dienst: Dienst, sanne: Gebruiker, noor: Gebruiker
) -> None:
    code = await draag_over(sanne, dienst)
    sanne.stuur(f"trek {code} in")
    await sanne.ziet(f"toestemming van casus {code} intrekken?")
    sanne.stuur("ja")
    await sanne.ziet(f"Casus {code} is ingetrokken.")
    await dienst.is_rustig()
    assert dienst.casussen()[0].status == CasusStatus.INGETROKKEN
    assert not any("Ja, intrekken" in b.knopteksten for b in sanne.scherm())


async def test_wie_afwezig_is_krijgt_geen_bericht_zijn_vervanger_wel(
    dienst: Dienst, sanne: Gebruiker, noor: Gebruiker, telegram: NepTelegram
) -> None:
    karim = telegram.gebruiker("Karim")
    await dienst.meld_aan(karim, Rol.CONTACTPERSOON, "cp_oost_2")
    noor.stuur("/afwezig")
    await noor.ziet("Je staat op afwezig")
    code = await draag_over(sanne, dienst)
    await karim.ziet(f"Nieuwe casus {code}")
    await kies(karim, "Open", ziet="Wijk: Palenstein")
    await dienst.is_rustig()
    assert not any("Nieuwe casus" in b.tekst for b in noor.van_bot())
    noor.stuur("ik ben er weer, aanwezig")
    await noor.ziet("weer op aanwezig")


async def test_zijn_beide_afwezig_dan_gaat_het_bericht_gewoon_naar_de_contactpersoon(
    dienst: Dienst, sanne: Gebruiker, noor: Gebruiker, telegram: NepTelegram
) -> None:
    karim = telegram.gebruiker("Karim")
    await dienst.meld_aan(karim, Rol.CONTACTPERSOON, "cp_oost_2")
    for mens in (noor, karim):
        mens.stuur("/afwezig")
        await mens.ziet("Je staat op afwezig")
    code = await draag_over(sanne, dienst)
    await noor.ziet(f"Nieuwe casus {code}")


async def test_blokkeert_de_contactpersoon_dan_belt_de_praktijk_zelf(
    dienst: Dienst, sanne: Gebruiker, noor: Gebruiker
) -> None:
    noor.blokkeer()
    code = await draag_over(sanne, dienst)
    melding = await sanne.ziet("niet bereiken", 20)
    assert melding.tekst == (
        f"Ik kan Noor Achterberg niet bereiken over casus {code}. Bel zelf met 079-5550131 en noem de code."
    )


async def test_blokkeert_hij_terwijl_het_bericht_wacht_dan_gaat_het_ook_een_andere_weg(
    dienst: Dienst, sanne: Gebruiker, noor: Gebruiker, telegram: NepTelegram
) -> None:
    telegram.roep("plan", soort="429", methode="sendMessage", chat=noor.id, wacht=2)
    await draag_over(sanne, dienst)
    await wacht_tot(lambda: dienst.kanaal.bezorger.telling.uitgesteld)
    noor.blokkeer()
    await sanne.ziet("niet bereiken", 20)


async def test_zonder_aanmelding_belt_de_praktijk_zelf_en_de_kaart_wacht(
    dienst: Dienst, sanne: Gebruiker, telegram: NepTelegram
) -> None:
    code = await draag_over(sanne, dienst)
    await sanne.ziet("niet bereiken", 20)
    noor = telegram.gebruiker("Noor")
    await dienst.meld_aan(noor, Rol.CONTACTPERSOON, "cp_oost")
    noor.stuur("/casussen")
    await kies(noor, f"Open {code}", ziet="Wijk: Palenstein")


async def test_de_status_mag_ook_getypt_worden(dienst: Dienst, sanne: Gebruiker, noor: Gebruiker) -> None:
    code = await draag_over(sanne, dienst)
    await noor.ziet("Nieuwe casus")
    noor.stuur("ontvangen")
    await sanne.ziet(f"Noor Achterberg heeft casus {code} gelezen")
    noor.stuur("gesproken, afspraak dinsdag")
    await wacht_tot(lambda: dienst.casussen()[0].status == CasusStatus.CONTACT_GELEGD)


async def test_de_knoppen_op_de_kaart_volgen_de_status(dienst: Dienst, sanne: Gebruiker, noor: Gebruiker) -> None:
    await draag_over(sanne, dienst)
    kaart = await kies(noor, "Open", ziet="Wijk: Palenstein")
    assert "Ontvangen" in kaart.knopteksten
    await kies(noor, "Ontvangen")
    await wacht_tot(lambda: "Ontvangen" not in [k for b in noor.scherm() for k in b.knopteksten])
    assert label(noor, "Contact gelegd")


async def test_na_het_contact_staat_er_geen_datum_meer_bij(dienst: Dienst, sanne: Gebruiker, noor: Gebruiker) -> None:
    code = await draag_over(sanne, dienst)
    await sanne.ziet("Stand: verstuurd, nog niet geopend. De casus ligt bij Noor Achterberg. Eerste contact uiterlijk")
    for stap in ("ontvangen", "gesproken"):
        noor.stuur(f"{stap} {code}")
    await dienst.is_rustig()
    sanne.stuur("/status")
    await sanne.ziet(f"{code}: de contactpersoon is ermee bezig. De contactpersoon is Noor Achterberg.")
    noor.stuur(f"terug naar de praktijk {code}")
    await kies(noor, "Te weinig informatie")
    await sanne.ziet("Stand: teruggegeven aan de praktijk. De contactpersoon is Noor Achterberg.", 20)


async def test_terug_met_een_rode_vlag_belt_de_praktijk_en_sluit_de_vraag(
    dienst: Dienst, sanne: Gebruiker, noor: Gebruiker
) -> None:
    code = await draag_over(sanne, dienst)
    await kies(noor, "Open", ziet="Wijk: Palenstein")
    await kies(noor, "Terug naar de praktijk", ziet="Waarom geef je")
    await kies(noor, "Rode vlag: bel de praktijk", ziet="Noem code")
    await sanne.ziet("Noor Achterberg geeft casus")
    await dienst.is_rustig()
    assert dienst.casussen()[0].status == CasusStatus.TERUGGEGEVEN
    assert not any("Rode vlag: bel de praktijk" in b.knopteksten for b in noor.scherm())
    assert not any("Rode vlag" in b.tekst for b in sanne.scherm())
    assert code in noor.laatste().tekst


async def test_doorzetten_kan_alleen_met_toestemming(dienst: Dienst, sanne: Gebruiker, noor: Gebruiker) -> None:
    await draag_over(sanne, dienst)
    await kies(noor, "Open", ziet="Wijk: Palenstein")
    await kies(noor, "Ontvangen")
    await kies(noor, "Doorgezet", ziet="Lees voor")
    noor.stuur("nee, mevrouw wil dat niet")
    await noor.ziet("Zonder toestemming")
    assert dienst.casussen()[0].status == CasusStatus.ONTVANGEN
    noor.stuur("doorgezet")
    await kies(noor, "Ja, de patiënt zelf", ziet="is doorgezet")
    assert dienst.casussen()[0].status == CasusStatus.DOORGEZET


async def test_help_legt_uit_wat_een_contactpersoon_kan(dienst: Dienst, noor: Gebruiker) -> None:
    noor.stuur("/help")
    await noor.ziet("Op de kaart kies je de volgende stap")


@pytest.fixture
async def bus() -> AsyncIterator[Brievenbus]:
    async with Brievenbus() as bus:
        yield bus


@pytest.fixture
async def met_post(
    telegram: NepTelegram, sqlite_database: DatabaseEngine, engine_met_model: Engine, bus: Brievenbus
) -> AsyncIterator[Dienst]:
    """The product with a mail server."""
    instellingen = instellingen_voor(telegram, smtp=bus.url, smtp_afzender="wijkbrug@gemeente.example")
    wachtend = partial(telegram.roep, "wachtend")
    async with aan_het_werk(bouw_dienst(sqlite_database, engine_met_model, instellingen, onderweg=wachtend)) as dienst:
        yield dienst


async def test_wie_telegram_niet_bereikt_krijgt_een_e_mail_zonder_inhoud(
    met_post: Dienst, telegram: NepTelegram, bus: Brievenbus
) -> None:
    sanne = telegram.gebruiker("Sanne")
    await met_post.meld_aan(sanne, Rol.ASSISTENT, "de_linde")
    code = await draag_over(sanne, met_post)
    (brief,) = await wacht_tot(lambda: bus.brieven, 20)
    assert (brief["To"], brief["From"]) == ("n.achterberg@welzijn-oost.example", "wijkbrug@gemeente.example")
    assert brief["Subject"] == f"Wijkbrug, casus {code}"
    tekst = brief.get_content()
    assert f"Nieuwe casus {code}" in tekst
    assert not any(woord in tekst for woord in ("Palenstein", "rouw", "82", "75", "Linde"))
    await met_post.is_rustig()
    assert not any("niet bereiken" in b.tekst for b in sanne.van_bot())


async def test_weigert_de_mailserver_het_adres_dan_belt_de_praktijk_zelf(
    met_post: Dienst, telegram: NepTelegram, bus: Brievenbus
) -> None:
    bus.weiger = True
    sanne = telegram.gebruiker("Sanne")
    await met_post.meld_aan(sanne, Rol.ASSISTENT, "de_linde")
    await draag_over(sanne, met_post)
    await sanne.ziet("niet bereiken", 20)
