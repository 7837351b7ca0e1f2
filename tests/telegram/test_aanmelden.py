"""Signing in and out: one link, one person, one telephone; a stranger learns nothing."""

from datetime import timedelta

import pytest

from bot.channel.meldingen import Meldingen
from bot.domein.lijsten import Rol
from bot.services.aanmelding import trek_account_in
from bot.storage.tabellen_kanaal import UitnodigingRow
from tests.telegram.dienst import Dienst, draag_over, kies, label, speel_tot
from tests.telegram.nep import Gebruiker, NepTelegram, wacht_tot

VREEMD = "Hallo. Dit is een besloten dienst. Heb je een uitnodiging? Open de link uit die uitnodiging."


def trek_in(dienst: Dienst, account: str) -> None:
    """As `wijkbrug account trek-in` does it."""
    with dienst.huis.sessie() as session:
        trek_account_in(session, account, nu=dienst.klok.nu())
        Meldingen(dienst.huis, met_email=False).sluit_buiten(session, account)
    dienst.wek()


@pytest.mark.parametrize(
    ("rol", "code", "opdrachten"),
    [
        (Rol.ASSISTENT, "de_linde", ["nieuw", "terug", "status", "later", "verder", "stop", "help"]),
        (Rol.CONTACTPERSOON, "cp_oost", ["casussen", "afwezig", "aanwezig", "help"]),
        (Rol.BEHEERDER, "", ["help"]),
    ],
)
async def test_wie_de_link_opent_is_welkom_en_heeft_een_eigen_menu(
    dienst: Dienst, telegram: NepTelegram, rol: Rol, code: str, opdrachten: list[str]
) -> None:
    mens = telegram.gebruiker("Iemand")
    await dienst.meld_aan(mens, rol, code)
    menu = await wacht_tot(lambda: mens.chat()["opdrachten"])
    assert [een["command"] for een in menu] == opdrachten
    assert all(een["description"] for een in menu)


async def test_een_link_werkt_een_keer(dienst: Dienst, telegram: NepTelegram) -> None:
    eerste, tweede = telegram.gebruiker("Sanne"), telegram.gebruiker("Meelezer")
    code = dienst.uitnodiging(Rol.ASSISTENT, "de_linde")
    eerste.start(code)
    await eerste.ziet("Welkom")
    tweede.start(code)
    assert (await tweede.ziet("besloten dienst")).tekst == VREEMD
    eerste.start(code)
    await eerste.ziet("Deze link werkt niet meer")


async def test_een_verlopen_link_en_een_verzonnen_code_werken_niet(dienst: Dienst, telegram: NepTelegram) -> None:
    laat, gok = telegram.gebruiker("Laat"), telegram.gebruiker("Gok")
    code = dienst.uitnodiging(Rol.ASSISTENT, "de_linde")
    dienst.klok.verzet(timedelta(days=7, seconds=1))
    laat.start(code)
    gok.start("een-verzonnen-code")
    assert (await laat.ziet("besloten")).tekst == (await gok.ziet("besloten")).tekst == VREEMD


async def test_van_een_uitnodiging_wordt_alleen_een_vingerafdruk_bewaard(dienst: Dienst) -> None:
    code = dienst.uitnodiging(Rol.ASSISTENT, "de_linde")
    (rij,) = dienst.rijen(UitnodigingRow)
    assert code not in str(rij.model_dump())


async def test_een_onbekende_krijgt_een_bericht_en_niet_meer(dienst: Dienst, telegram: NepTelegram) -> None:
    vreemde = telegram.gebruiker("Vreemde")
    vreemde.start()
    await vreemde.ziet("besloten")
    for tekst in ("hallo?", "/status", "mw 82 Palenstein zit veel alleen", "/start zomaar"):
        vreemde.stuur(tekst)
    vreemde.stuur_media("photo")
    await dienst.is_rustig()
    assert [b.tekst for b in vreemde.van_bot()] == [VREEMD]
    assert dienst.casussen() == []


async def test_een_tweede_telefoon_vervangt_de_eerste(dienst: Dienst, sanne: Gebruiker, telegram: NepTelegram) -> None:
    await speel_tot(sanne, "Gaat de patiënt zelf")
    nieuwe = telegram.gebruiker("Sanne, nieuwe telefoon")
    await dienst.meld_aan(nieuwe, Rol.ASSISTENT, "de_linde")
    sanne.stuur("via de contactpersoon")
    assert (await sanne.ziet("besloten")).tekst == VREEMD
    nieuwe.stuur("via de contactpersoon")
    await nieuwe.ziet("Hoe krijgt", 20)


async def test_op_de_eerste_telefoon_blijft_geen_kaart_staan(
    dienst: Dienst, sanne: Gebruiker, noor: Gebruiker, telegram: NepTelegram
) -> None:
    await draag_over(sanne, dienst)
    await kies(noor, "Open", ziet="Wijk: Palenstein")
    nieuwe = telegram.gebruiker("Noor, nieuwe telefoon")
    await dienst.meld_aan(nieuwe, Rol.CONTACTPERSOON, "cp_oost")
    await dienst.is_rustig()
    assert not any("Palenstein" in b.tekst for b in noor.scherm())


async def test_een_ingetrokken_account_is_meteen_dicht(
    dienst: Dienst, sanne: Gebruiker, noor: Gebruiker, telegram: NepTelegram
) -> None:
    code = await draag_over(sanne, dienst)
    kaart = await kies(noor, "Open", ziet="Wijk: Palenstein")
    await dienst.is_rustig()
    melding = label(noor, f"Open {code}")
    trek_in(dienst, "contactpersoon-cp_oost")
    noor.tik(melding)
    await dienst.is_rustig()
    weg = next(b for b in noor.alles() if b.nummer == kaart.nummer)
    assert weg.verwijderd_door == "bot"
    assert not any("Palenstein" in b.tekst for b in noor.scherm())
    noor.start("zomaar-een-code")
    await dienst.is_rustig()
    assert [b.tekst for b in noor.van_bot()][-1] == VREEMD


async def test_een_uitnodiging_van_een_ingetrokken_account_is_niets_waard(
    dienst: Dienst, sanne: Gebruiker, telegram: NepTelegram
) -> None:
    code = dienst.uitnodiging(Rol.ASSISTENT, "de_linde")
    trek_in(dienst, "assistent-de_linde")
    ander = telegram.gebruiker("Ander")
    ander.start(code)
    await ander.ziet("besloten")


async def test_wat_nog_wachtte_voor_een_ingetrokken_contactpersoon_wordt_werk_voor_de_praktijk(
    dienst: Dienst, sanne: Gebruiker, noor: Gebruiker, telegram: NepTelegram
) -> None:
    """Nothing is dropped silently: the practice is asked to phone."""
    telegram.roep("plan", soort="429", methode="sendMessage", chat=noor.id, wacht=60)
    code = await draag_over(sanne, dienst)
    await wacht_tot(lambda: dienst.kanaal.bezorger.telling.uitgesteld)
    trek_in(dienst, "contactpersoon-cp_oost")
    await sanne.ziet(f"Ik kan Noor Achterberg niet bereiken over casus {code}", 20)
    assert not any("Nieuwe casus" in b.tekst for b in noor.van_bot())
