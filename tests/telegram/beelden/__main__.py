"""`python -m tests.telegram.beelden`: plays the conversations and draws them into docs/beelden."""

import asyncio
import shutil
import tempfile
from pathlib import Path

from playwright.async_api import async_playwright

from bot.log_setup import zet_log_op
from tests.telegram.beelden.tekenen import maak_foto, met_browserlus, pagina
from tests.telegram.beelden.toneel import Toneel, knop, toneel
from tests.telegram.nep.mensen import Gebruiker
from tests.telegram.nep.toestand import Chatbericht

DOEL = Path(__file__).resolve().parents[3] / "docs" / "beelden"
ONDER = {"Sanne": "gesprek van de praktijkassistent", "Noor": "gesprek van de contactpersoon", "Bas": "de beheerder"}


class Fotograaf:
    """Keeps what a screen shows at a moment; the drawing comes after the play."""

    def __init__(self) -> None:
        self.beelden: dict[str, tuple[list[Chatbericht], str]] = {}

    def neem(self, naam: str, mens: Gebruiker, *, onder: str, laatste: int = 6, ook_weg: bool = False) -> None:
        """A picture of the last messages of a chat."""
        self.beelden[naam] = (mens.alles(ook_verwijderd=ook_weg)[-laatste:], onder)

    async def ontwikkel(self, map_: Path) -> None:
        """Draws all pictures."""
        async with async_playwright() as spel:
            browser = await spel.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-background-networking"]
            )
            for naam, (berichten, onder) in self.beelden.items():
                await maak_foto(browser, pagina(berichten, titel="Wijkbrug", onder=onder), map_ / f"{naam}.png")
            await browser.close()


async def _assistent(spel: Toneel, foto: Fotograaf) -> None:
    sanne, onder = spel.assistent, ONDER["Sanne"]
    sanne.stuur("mw 82 Palenstein, zit sinds overlijden man alleen, kan slecht weg zonder vervoer")
    await sanne.ziet("TriageWijzer")
    foto.neem("assistent-1-stoplijst", sanne, onder=onder, laatste=3)
    sanne.tik(knop(sanne, "Niets van"))
    await sanne.ziet("Klopt dit?")
    await asyncio.sleep(2)
    sanne.tik("Aanpassen")
    await sanne.ziet("Tik aan")
    await asyncio.sleep(2)
    foto.neem("assistent-2-aanpassen", sanne, onder=onder, laatste=2)
    sanne.tik(knop(sanne, "Klopt"))
    await sanne.ziet("Dit past in de buurt")
    await asyncio.sleep(2)
    foto.neem("assistent-3-voorstel", sanne, onder=onder, laatste=1)
    sanne.tik(knop(sanne, "Meer over"))
    await asyncio.sleep(2)
    foto.neem("assistent-4-bladeren", sanne, onder=onder, laatste=1)
    sanne.stuur("wat kost dat?")
    await asyncio.sleep(3)
    sanne.tik(knop(sanne, "1 en 2"))
    await sanne.ziet("Gaat de patiënt zelf")
    sanne.tik(knop(sanne, "Via de contactpersoon"))
    await sanne.ziet("naam en het telefoonnummer")
    sanne.tik(knop(sanne, "praktijk belt"))
    await sanne.ziet("Lees voor")
    await asyncio.sleep(2)
    foto.neem("assistent-5-toestemming", sanne, onder=onder, laatste=1)
    sanne.tik(knop(sanne, "Ja, en de praktijk"))
    await sanne.ziet("Versturen?")
    await asyncio.sleep(2)
    foto.neem("assistent-6-controleren", sanne, onder=onder, laatste=1)
    sanne.tik("Versturen")
    await sanne.ziet("Voor de patiënt")
    await asyncio.sleep(2)
    foto.neem("assistent-7-klaar", sanne, onder=onder, laatste=3)


async def _contactpersoon(spel: Toneel, foto: Fotograaf) -> None:
    noor, sanne = spel.contactpersoon, spel.assistent
    await noor.ziet("Nieuwe casus")
    noor.tik(knop(noor, "Open"))
    await noor.ziet("geen Wmo-melding")
    foto.neem("contactpersoon-1-kaart", noor, onder=ONDER["Noor"], laatste=2)
    noor.tik(knop(noor, "Ontvangen"))
    await noor.ziet("ontvangen.")
    noor.stuur("gesproken, afspraak dinsdag")
    await noor.ziet("contact")
    await asyncio.sleep(4)
    foto.neem("contactpersoon-2-status", noor, onder=ONDER["Noor"], laatste=4)
    kaart = next(b for b in sanne.scherm() if b.van_bot and b.tekst.startswith("Casus") and "Stand" in b.tekst)
    foto.beelden["assistent-8-status"] = ([kaart, *sanne.scherm()[-2:]], ONDER["Sanne"])


async def _bijzonder(spel: Toneel, foto: Fotograaf) -> None:
    sanne, onder = spel.assistent, ONDER["Sanne"]
    sanne.stuur("nieuwe casus")
    await asyncio.sleep(3)
    sanne.stuur("mw Jansen 06-12345678 komt niet meer rond, deurwaarder belt, gebruikt metformine")
    await asyncio.sleep(5)
    foto.neem("assistent-9-weggelaten", sanne, onder=onder, laatste=4, ook_weg=True)
    sanne.stuur("ze zegt dat ze er een eind aan wil maken")
    await sanne.ziet("113")
    await asyncio.sleep(3)
    foto.neem("assistent-10-rode-vlag", sanne, onder=onder, laatste=2)
    spel.vreemde.stuur("hallo, wat is dit?")
    await spel.vreemde.ziet("besloten")
    foto.neem("onbekende", spel.vreemde, onder="iemand zonder uitnodiging", laatste=2)
    await spel.beheerder.ziet("half jaar", 30)
    foto.neem("beheerder", spel.beheerder, onder=ONDER["Bas"], laatste=2)


async def _speel(foto: Fotograaf) -> None:
    with tempfile.TemporaryDirectory(prefix="wijkbrug-beelden-") as map_:
        async with toneel(Path(map_)) as spel:
            zet_log_op()
            await _assistent(spel, foto)
            await _contactpersoon(spel, foto)
            await _bijzonder(spel, foto)


def main() -> None:
    foto = Fotograaf()
    asyncio.run(_speel(foto))
    DOEL.mkdir(parents=True, exist_ok=True)
    met_browserlus(foto.ontwikkel(DOEL))


if __name__ == "__main__":
    main()
