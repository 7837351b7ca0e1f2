"""What people send beside answers: pictures, stickers, edits, names; and taps on what is over."""

from datetime import timedelta

import pytest

from bot.domein.lijsten import Rol
from tests.telegram.dienst import RIJKE_ZIN, Dienst, draag_over, kies, label, speel_tot
from tests.telegram.nep import Gebruiker, NepTelegram, wacht_tot

WEG = {
    "photo": "Foto's kan ik niet gebruiken",
    "voice": "Spraakberichten kan ik niet gebruiken",
    "audio": "Spraakberichten kan ik niet gebruiken",
    "contact": "Een contact hoort hier niet",
    "location": "Een locatie hoort hier niet",
    "video": "Video's kan ik niet gebruiken",
    "video_note": "Video's kan ik niet gebruiken",
    "document": "Bestanden kan ik niet gebruiken",
}


@pytest.mark.parametrize("soort", WEG)
async def test_wat_van_alles_kan_bevatten_wordt_weggehaald_en_nooit_opgehaald(
    dienst: Dienst, sanne: Gebruiker, telegram: NepTelegram, soort: str
) -> None:
    nummer = sanne.stuur_media(soort)
    await sanne.ziet(WEG[soort])
    weg = await wacht_tot(lambda: [b for b in sanne.alles() if b.nummer == nummer and b.verwijderd is not None])
    assert weg[0].verwijderd_door == "bot"
    assert telegram.roep("aanroepen", methode="getFile") == []


@pytest.mark.parametrize(("soort", "tekst"), [("sticker", "met een sticker"), ("dice", "Dat kan ik niet lezen")])
async def test_wat_geen_kwaad_kan_blijft_staan(dienst: Dienst, sanne: Gebruiker, soort: str, tekst: str) -> None:
    nummer = sanne.stuur_media(soort)
    await sanne.ziet(tekst)
    await dienst.is_rustig()
    assert nummer in [b.nummer for b in sanne.scherm()]


async def test_een_bijschrift_met_een_naam_verdwijnt_met_de_foto(dienst: Dienst, sanne: Gebruiker) -> None:
    sanne.stuur_media("photo", "mw Jansen, 0612345678")
    await sanne.ziet("Foto's")
    await dienst.is_rustig()
    assert not any("Jansen" in b.tekst for b in sanne.scherm())


async def test_een_foto_midden_in_de_casus_laat_de_vraag_open(dienst: Dienst, sanne: Gebruiker) -> None:
    await speel_tot(sanne, "Klopt dit?")
    sanne.stuur_media("photo")
    await sanne.ziet("Foto's")
    await kies(sanne, "Klopt", ziet="Dit past in de buurt")


async def test_een_bericht_veranderen_doet_niets_en_dat_wordt_gezegd(dienst: Dienst, sanne: Gebruiker) -> None:
    nummer = sanne.stuur(RIJKE_ZIN)
    await sanne.ziet("TriageWijzer", 20)
    sanne.bewerk(nummer, "hr 20 Meerzicht, schulden")
    await sanne.ziet("Als je een bericht verandert, zie ik dat niet")
    assert len(dienst.casussen()) == 1
    assert not any("Meerzicht" in b.tekst for b in sanne.van_bot())


async def test_een_naam_die_er_later_in_wordt_gezet_verdwijnt_ook(dienst: Dienst, sanne: Gebruiker) -> None:
    nummer = sanne.stuur(RIJKE_ZIN)
    await sanne.ziet("TriageWijzer", 20)
    sanne.bewerk(nummer, "mw Jansen 82 Palenstein, bel 0612345678")
    await sanne.ziet("Als je een bericht verandert, zie ik dat niet")
    await wacht_tot(lambda: nummer not in {b.nummer for b in sanne.scherm()}, op="for the edited message to go")


async def test_een_naam_en_nummer_verdwijnen_en_de_casus_gaat_door(dienst: Dienst, sanne: Gebruiker) -> None:
    nummer = sanne.stuur("mw Jansen 82 Palenstein, zit veel alleen, bel 0612345678")
    await sanne.ziet("TriageWijzer", 20)
    await dienst.is_rustig()
    weg = next(b for b in sanne.alles() if b.nummer == nummer)
    assert weg.verwijderd_door == "bot"
    assert not any("Jansen" in b.tekst or "0612345678" in b.tekst for b in sanne.van_bot())
    assert any("Wijk: Palenstein" in b.tekst for b in sanne.van_bot())
    assert any("naam" in b.tekst and "telefoonnummer" in b.tekst for b in sanne.van_bot())


async def test_in_een_groep_zegt_de_bot_een_ding_en_gaat_weg(
    dienst: Dienst, sanne: Gebruiker, telegram: NepTelegram
) -> None:
    groep = telegram.groep("Praktijk De Linde")
    groep.voeg_bot_toe(sanne)
    await wacht_tot(lambda: groep.status() == "left")
    assert [b.tekst for b in groep.scherm() if b.van_bot] == [
        "Wijkbrug werkt alleen in een eigen gesprek, niet in een groep. Ik ga hier weer weg."
    ]
    groep.voeg_bot_toe(sanne)
    await wacht_tot(lambda: groep.status() == "left")
    await dienst.is_rustig()
    assert len([b for b in groep.scherm() if b.van_bot]) == 1


async def test_een_oude_knop_is_al_beantwoord_en_doet_niets(dienst: Dienst, sanne: Gebruiker) -> None:
    eerste = await speel_tot(sanne, "TriageWijzer")
    await kies(sanne, "Niets van dit", ziet="Klopt dit?")
    await dienst.is_rustig()
    voor = [b.tekst for b in sanne.van_bot()]
    tik = sanne.tik("Acute lichamelijke klacht", bericht=eerste.nummer, forceer=True)
    await wacht_tot(lambda: sanne.melding(tik) is not None)
    assert sanne.melding(tik) == "Deze vraag is al beantwoord."
    await dienst.is_rustig()
    assert [b.tekst for b in sanne.van_bot()] == voor


async def test_twee_keer_snel_tikken_telt_een_keer(dienst: Dienst, sanne: Gebruiker) -> None:
    bericht = await speel_tot(sanne, "meer niet:")
    tikken = [sanne.tik("Versturen", bericht=bericht.nummer, forceer=True) for _ in range(3)]
    await sanne.ziet("Voor de patiënt", 20)
    await wacht_tot(lambda: all(sanne.melding(tik) is not None for tik in tikken))
    assert [sanne.melding(tik) for tik in tikken] == ["", *["Deze vraag is al beantwoord."] * 2]
    await dienst.is_rustig()
    assert len(dienst.casussen()) == 1
    assert len([b for b in sanne.van_bot() if "Voor de patiënt" in b.tekst]) == 1


async def test_de_knop_van_een_ander_doet_niets(dienst: Dienst, sanne: Gebruiker, telegram: NepTelegram) -> None:
    """A payload is bound to the chat: knowing it, or making one up, helps nobody."""
    collega = telegram.gebruiker("Collega")
    await dienst.meld_aan(collega, Rol.ASSISTENT, "de_linde", account="collega")
    await speel_tot(collega, "TriageWijzer")
    bericht = await speel_tot(sanne, "TriageWijzer")
    data = bericht.knoppen[0][0]["callback_data"]
    eigen = next(b for b in collega.van_bot() if b.knoppen)
    voor = [b.tekst for b in sanne.van_bot()]
    for payload in (data, "x.0", "verzonnen", f"{data.split('.')[0]}.99", f"{data.split('.')[0]}.-1", "." * 64):
        tik = telegram.wereld.nieuwe_tik(collega.id, telegram.wereld.chats[collega.id].berichten[eigen.nummer], payload)
        stuur_tik(telegram, collega, eigen.nummer, tik.id, payload)
        await wacht_tot(lambda tik=tik: collega.melding({"tik": tik.id}) is not None)
        assert collega.melding({"tik": tik.id}) == "Deze vraag is al beantwoord."
    await dienst.is_rustig()
    assert [b.tekst for b in sanne.van_bot()] == voor


def stuur_tik(telegram: NepTelegram, mens: Gebruiker, bericht: int, id_: str, data: str) -> None:
    """A tap as no honest client makes it."""
    wereld = telegram.wereld
    inhoud = {"id": id_, "from": wereld.mens(mens.id).als_api(), "data": data}
    inhoud["message"] = wereld.als_api(wereld.chats[mens.id].berichten[bericht])
    inhoud["chat_instance"] = wereld.chat_instance(mens.id)
    wereld.updates.voeg_toe(mens.id, "callback_query", inhoud)


async def test_geen_knop_zegt_een_ander_iets(dienst: Dienst, sanne: Gebruiker, noor: Gebruiker) -> None:
    """64 bytes that carry no meaning: an id and a number."""
    await draag_over(sanne, dienst)
    await kies(noor, "Open", ziet="Wijk: Palenstein")
    code = dienst.casussen()[0].code
    versies = [v for mens in (sanne, noor) for b in mens.alles() for v in (*b.versies, b.inhoud)]
    data = [knop["callback_data"] for v in versies for rij in v.knoppen for knop in rij]
    assert len(data) > 40
    for een in data:
        id_, _, nummer = een.partition(".")
        assert len(een.encode()) <= 64
        assert (len(id_), nummer.isdecimal(), code in een) == (20, True, False)


async def test_terug_haalt_het_laatste_antwoord_weg(dienst: Dienst, sanne: Gebruiker) -> None:
    await speel_tot(sanne, "Hoe krijgt")
    await kies(sanne, "↩ Terug")
    laatste = await wacht_tot(lambda: sanne.laatste() if "Gaat de patiënt zelf" in sanne.laatste().tekst else None, 20)
    assert laatste.knoppen
    await dienst.is_rustig()
    assert not any("→ ↩" in b.tekst for b in sanne.van_bot())


async def test_vinkjes_veranderen_in_hetzelfde_bericht(dienst: Dienst, sanne: Gebruiker) -> None:
    await speel_tot(sanne, "Klopt dit?")
    vraag = await kies(sanne, "Belemmeringen", ziet="Wat maakt meedoen lastig")
    await dienst.is_rustig()
    aantal = len(sanne.scherm())
    for knop, aangevinkt in (("geld", 2), ("taal", 3), ("✓ geld", 2)):
        await kies(sanne, knop)
        await wacht_tot(lambda n=aangevinkt: len([k for k in sanne.laatste().knopteksten if k.startswith("✓")]) == n)
    await dienst.is_rustig()
    assert (len(sanne.scherm()), sanne.laatste().nummer, len(sanne.laatste().versies)) == (aantal, vraag.nummer, 3)
    await kies(sanne, "Klaar", ziet="vervoer en taal")


async def test_na_een_vlag_blijven_de_redenen_staan_tot_er_een_is_gekozen(dienst: Dienst, sanne: Gebruiker) -> None:
    """`terug` says that a reason can be chosen above: then it must be there."""
    await speel_tot(sanne, "Gaat de patiënt zelf")
    sanne.stuur("ze zegt dat ze er een einde aan wil maken")
    await sanne.ziet("Laat de patiënt niet alleen", 20)
    sanne.stuur("terug")
    await sanne.ziet("Hier kan terug niet")
    await dienst.is_rustig()
    await kies(sanne, "Gaat over iemand anders")
    await wacht_tot(lambda: "Gaat de patiënt zelf" in sanne.laatste().tekst, 20)
    await dienst.is_rustig()
    assert [b.nummer for b in sanne.van_bot() if b.knoppen] == [sanne.laatste().nummer]


async def test_bladeren_door_de_voorstellen_en_dan_kiezen(dienst: Dienst, sanne: Gebruiker) -> None:
    voorstel = await speel_tot(sanne, "Dit past")
    for knop, wat in (("Meer over elk", 1), ("Volgende", 2), ("Volgende", 3), ("‹ Vorige", 2)):
        await kies(sanne, knop)
        await wacht_tot(
            lambda wat=wat: voorstel.tekst.split(f"{wat}. ")[1].split("\n")[0] in sanne.laatste().tekst[:60]
        )
        assert sanne.laatste().nummer == voorstel.nummer
        assert "Alle drie" in sanne.laatste().knopteksten
    await kies(sanne, "Alle drie", ziet="Gaat de patiënt zelf")


async def test_klopt_niet_gaat_naar_de_beheerder(dienst: Dienst, sanne: Gebruiker, telegram: NepTelegram) -> None:
    beheerder = telegram.gebruiker("Bas")
    await dienst.meld_aan(beheerder, Rol.BEHEERDER)
    voorstel = await speel_tot(sanne, "Dit past")
    naam = voorstel.tekst.split("1. ")[1].split("\n")[0]
    await kies(sanne, "Meer over elk")
    await kies(sanne, "Klopt niet", ziet=f"De beheerder krijgt bericht over {naam}")
    melding = await beheerder.ziet("dat deze activiteit niet klopt", 20)
    assert naam in melding.tekst
    assert label(sanne, "1 en 2")


async def test_de_beheerder_hoort_een_keer_per_week_wat_lang_niet_is_nagekeken(
    dienst: Dienst, telegram: NepTelegram
) -> None:
    beheerder = telegram.gebruiker("Bas")
    await dienst.meld_aan(beheerder, Rol.BEHEERDER)
    dienst.klok.verzet(timedelta(days=150))
    await dienst.is_rustig()
    melding = await beheerder.ziet("langer dan een half jaar", 20)
    assert melding.tekst.count("•") <= 6
    dienst.wek()
    await dienst.is_rustig()
    assert len([b for b in beheerder.van_bot() if "half jaar" in b.tekst]) == 1


async def test_de_menu_opdrachten_doen_wat_ze_zeggen(dienst: Dienst, sanne: Gebruiker) -> None:
    sanne.stuur("/help")
    await sanne.ziet("Typ in één of twee zinnen wat er speelt, zonder naam. Ik stel")
    sanne.stuur("/status")
    await sanne.ziet("heeft nu geen casussen")
    await speel_tot(sanne, "Klopt dit?")
    sanne.stuur("/terug")
    await wacht_tot(lambda: "TriageWijzer" in sanne.laatste().tekst)
    sanne.stuur("/later")
    await sanne.ziet("wacht op je, hoogstens 24 uur")
    sanne.stuur("/status")
    await kies(sanne, f"Verder met {dienst.casussen()[0].code}")
    await wacht_tot(lambda: "TriageWijzer" in sanne.laatste().tekst)
    sanne.stuur("/stop")
    await sanne.ziet("niets")
    await dienst.is_rustig()
    assert dienst.casussen()[0].uitkomst == "afgebroken"


async def test_bezig_staat_er_pas_na_een_halve_seconde(dienst: Dienst, sanne: Gebruiker, telegram: NepTelegram) -> None:
    sanne.stuur("/help")
    await sanne.ziet("Ik stel daarna")
    await dienst.is_rustig()
    assert telegram.roep("aanroepen", methode="sendChatAction", chat=sanne.id) == []
    telegram.roep("plan", soort="traag", methode="sendMessage", chat=sanne.id, wacht=1.2)
    sanne.stuur("/help")
    await wacht_tot(lambda: sanne.chat()["bezig"])
    await dienst.is_rustig()


async def test_een_onleesbare_update_houdt_niemand_op(dienst: Dienst, sanne: Gebruiker, telegram: NepTelegram) -> None:
    for raar in ({"chat": None}, {"message_id": "x", "chat": {"id": sanne.id, "type": "private"}, "date": 0}, {}):
        telegram.wereld.updates.voeg_toe(sanne.id, "message", raar)
    sanne.stuur("/help")
    await sanne.ziet("Ik stel daarna een paar korte vragen", 20)


async def test_een_leeg_bericht_en_een_lang_bericht_krijgen_antwoord(dienst: Dienst, sanne: Gebruiker) -> None:
    sanne.stuur("mw 82 Palenstein zit veel alleen en wil graag gezelschap. " * 60)
    await sanne.ziet("Casus", 30)
    sanne.stuur("\u2800")
    await dienst.is_rustig()
    assert sanne.laatste().nummer == max(b.nummer for b in sanne.scherm())
