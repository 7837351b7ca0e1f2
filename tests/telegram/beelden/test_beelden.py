"""The drawing itself: escaped, marked up, and nothing wider than a telephone."""

import shutil
from pathlib import Path

import pytest
from playwright.async_api import async_playwright

from tests.telegram.beelden.tekenen import BREEDTE, maak_foto, met_browserlus, met_opmaak, pagina
from tests.telegram.nep.toestand import Chatbericht, Inhoud

KNOPPEN = [[{"text": "Vandaag geen onderdak, eten of energie, of kind alleen"}], [{"text": "Ja"}, {"text": "↩ Terug"}]]
OPMAAK = [{"type": "bold", "offset": 3, "length": 3}]


def _bericht(tekst: str, *, van_bot: bool = True, **inhoud: object) -> Chatbericht:
    wat = Inhoud(tekst, **inhoud)  # type: ignore[arg-type]
    return Chatbericht(chat=1, nummer=1, van=2, van_bot=van_bot, soort="text", datum=0.0, inhoud=wat)


def test_offsets_count_utf16_units_and_text_is_escaped() -> None:
    assert met_opmaak("😀 <b> & klaar", OPMAAK) == "😀 <b>&lt;b&gt;</b> &amp; klaar"


def test_a_page_shows_every_message_and_button() -> None:
    bron = pagina([_bericht("Hoi <script>", van_bot=False), _bericht("Kies", knoppen=KNOPPEN)], titel="W", onder="o")
    assert "<script>" not in bron
    assert bron.count('class="knop"') == 3
    assert bron.count('class="bel"') == 2


async def _teken(bron: str, bestand: Path) -> tuple[int, int]:
    async with async_playwright() as spel:
        browser = await spel.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        try:
            return await maak_foto(browser, bron, bestand)
        finally:
            await browser.close()


@pytest.mark.browser
def test_the_picture_is_as_wide_as_a_telephone_and_nothing_sticks_out(tmp_path: Path) -> None:
    if shutil.which("chromium") is None:
        pytest.skip("chromium is not installed (apt-get install chromium)")
    bron = pagina([_bericht("woord" * 40, knoppen=KNOPPEN)], titel="Wijkbrug", onder="test")
    breedte, hoogte = met_browserlus(_teken(bron, tmp_path / "beeld.png"))
    assert breedte == BREEDTE
    assert hoogte > 120
    assert (tmp_path / "beeld.png").read_bytes().startswith(b"\x89PNG")
