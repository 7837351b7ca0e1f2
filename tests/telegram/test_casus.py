"""The core path over real HTTP: sign in, one whole case, and its status back."""

from functools import partial

import pytest
from sqlalchemy import Engine as DatabaseEngine

from bot.dialogue.engine import Engine
from bot.domein.lijsten import CasusStatus, Rol
from bot.storage.tabellen import OverdrachtRow
from tests.telegram.dienst import Dienst, aan_het_werk, bouw_dienst, draag_over, instellingen_voor, kies, speel_tot
from tests.telegram.nep import Gebruiker, NepTelegram, wacht_tot


@pytest.mark.traag
async def test_een_hele_casus_met_de_limieten_van_telegram(
    nep: NepTelegram, engine: DatabaseEngine, engine_met_model: Engine
) -> None:
    """On SQLite and on PostgreSQL; nobody was too fast for Telegram and nothing was sent twice."""
    wachtend = partial(nep.roep, "wachtend")
    dienst = bouw_dienst(engine, engine_met_model, instellingen_voor(nep), onderweg=wachtend, met_tempo=True)
    async with aan_het_werk(dienst):
        sanne, noor = nep.gebruiker("Sanne"), nep.gebruiker("Noor")
        await dienst.meld_aan(sanne, Rol.ASSISTENT, "de_linde")
        await dienst.meld_aan(noor, Rol.CONTACTPERSOON, "cp_oost")
        code = await draag_over(sanne, dienst)
        await kies(noor, f"Open {code}", ziet="Medische gegevens blijven")
        await kies(noor, "Ontvangen", ziet=f"je hebt casus {code} ontvangen")
        await sanne.ziet("Stand: ontvangen")
        await sanne.ziet(f"heeft casus {code} gelezen")
        await dienst.is_rustig()
    assert dienst.casussen()[0].status == CasusStatus.ONTVANGEN
    assert len(dienst.rijen(OverdrachtRow)) == 1
    assert nep.roep("te_vroeg") == []
    geweigerd = [a for a in nep.roep("aanroepen") if a["code"] != 200]
    assert geweigerd == []
    teksten = [(mens.id, b.tekst) for mens in (sanne, noor) for b in mens.alles() if b.van_bot]
    assert len(teksten) == len(set(teksten))


async def test_de_contactpersoon_leest_pas_na_een_tik_waar_het_over_gaat(
    dienst: Dienst, sanne: Gebruiker, noor: Gebruiker
) -> None:
    code = await draag_over(sanne, dienst)
    melding = await noor.ziet("Nieuwe casus")
    assert melding.tekst == f"Nieuwe casus {code}. Open de kaart om hem te lezen."
    assert not any("Palenstein" in b.tekst for b in noor.alles())
    await kies(noor, "Open", ziet="Wijk: Palenstein")


async def test_de_soep_tekst_staat_in_een_blok_dat_met_een_tik_kopieert(dienst: Dienst, sanne: Gebruiker) -> None:
    await draag_over(sanne, dienst)
    soep = await sanne.ziet("Voor jullie dossier")
    blokken = [deel for deel in soep.inhoud.opmaak if deel["type"] == "pre"]
    assert len(blokken) == 1
    begin, eind = blokken[0]["offset"], blokken[0]["offset"] + blokken[0]["length"]
    assert soep.tekst[begin:eind].startswith("S: ")
    assert eind == len(soep.tekst)


async def test_wat_op_het_scherm_stond_bij_bevestigen_is_wat_de_contactpersoon_krijgt(
    dienst: Dienst, sanne: Gebruiker, noor: Gebruiker
) -> None:
    bericht = await speel_tot(sanne, "meer niet:")
    getoond = [regel for regel in bericht.tekst.splitlines() if ": " in regel or regel.startswith("Casus")][1:]
    await kies(sanne, "Versturen")
    kaart = await kies(noor, "Open", ziet="Medische gegevens blijven")
    assert [regel for regel in getoond if regel not in kaart.tekst] == []


async def test_de_stand_komt_terug_op_de_kaart_en_als_bericht(
    dienst: Dienst, sanne: Gebruiker, noor: Gebruiker
) -> None:
    code = await draag_over(sanne, dienst)
    kaart = next(b for b in sanne.van_bot() if b.tekst.startswith(f"Casus {code}\n•"))
    await kies(noor, "Open", ziet="Wijk: Palenstein")
    await kies(noor, "Ontvangen")
    await sanne.ziet(f"Noor Achterberg heeft casus {code} gelezen")
    zelfde = await wacht_tot(lambda: [b for b in sanne.van_bot() if "Stand: ontvangen" in b.tekst])
    assert [b.nummer for b in zelfde] == [kaart.nummer]


async def test_een_beurt_kost_weinig_berichten(dienst: Dienst, sanne: Gebruiker) -> None:
    """A whole case is eight turns; beside the questions come the card and three messages at the end."""
    voor = len(sanne.van_bot())
    await draag_over(sanne, dienst)
    await dienst.is_rustig()
    assert len(sanne.van_bot()) - voor <= 12


async def test_alleen_onder_de_open_vraag_staan_knoppen(dienst: Dienst, sanne: Gebruiker) -> None:
    for vraag in ("TriageWijzer", "Klopt dit?", "Dit past", "Gaat de patiënt zelf", "Hoe krijgt", "Lees voor"):
        open_vraag = await (speel_tot(sanne, vraag) if vraag == "TriageWijzer" else sanne.ziet(vraag, 20))
        await dienst.is_rustig()
        assert [b.nummer for b in sanne.van_bot() if b.knoppen] == [open_vraag.nummer]
        knop = {"TriageWijzer": "Niets", "Klopt dit?": "Klopt", "Dit past": "1 en 2", "Gaat de patiënt zelf": "Via"}
        if vraag != "Lees voor":
            await kies(sanne, knop.get(vraag, "Praktijk belt"))


async def test_een_collega_gaat_verder_en_de_vraag_bij_de_ander_gaat_dicht(
    dienst: Dienst, sanne: Gebruiker, telegram: NepTelegram
) -> None:
    collega = telegram.gebruiker("Collega")
    await dienst.meld_aan(collega, Rol.ASSISTENT, "de_linde", account="collega")
    await speel_tot(sanne, "Gaat de patiënt zelf")
    code = dienst.casussen()[0].code
    collega.stuur(f"/verder {code}")
    await collega.ziet("Gaat de patiënt zelf", 20)
    await sanne.ziet(f"Je collega is verder gegaan met casus {code}.")
    await dienst.is_rustig()
    assert [b.tekst for b in sanne.van_bot() if b.knoppen] == []
    await kies(collega, "Via de contactpersoon", ziet="Hoe krijgt")


async def test_een_tweede_casus_tussendoor(dienst: Dienst, sanne: Gebruiker) -> None:
    await speel_tot(sanne, "Hoe krijgt")
    sanne.stuur("/nieuw")
    await dienst.is_rustig()
    sanne.stuur("hr 45 Meerzicht, schulden en post stapelt op")
    await wacht_tot(lambda: len(dienst.casussen()) == 2)
    await sanne.ziet("Wijk: Meerzicht", 20)
    await dienst.is_rustig()
    eerste, tweede = dienst.casussen()
    kaarten = [b.tekst.splitlines()[0] for b in sanne.van_bot() if b.tekst.startswith("Casus ") and "•" in b.tekst]
    assert kaarten == [f"Casus {eerste.code}", f"Casus {tweede.code}"]
    assert len([b for b in sanne.van_bot() if b.knoppen]) == 1
    sanne.stuur("/later")
    await dienst.is_rustig()
    sanne.stuur(f"/verder {eerste.code}")
    await wacht_tot(lambda: sanne.laatste().knoppen and "Hoe krijgt" in sanne.laatste().tekst, 20)
