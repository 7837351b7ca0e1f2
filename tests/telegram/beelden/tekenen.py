"""A chat as an HTML page that imitates a Telegram client: bubbles, bold and monospaced text, buttons."""

import asyncio
import html
from collections.abc import Coroutine, Iterable
from pathlib import Path
from typing import Any, TypeVar

from tests.telegram.nep.opmaak import Opmaak
from tests.telegram.nep.toestand import Chatbericht

T = TypeVar("T")
BREEDTE = 420  # pixels, of a small telephone
_TAGS = {"bold": "b", "pre": "pre", "code": "code", "italic": "i"}
_PAGINA = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>{titel}</title><style>
* {{ box-sizing: border-box; margin: 0 }}
body {{ width: {breedte}px; font: 15px/1.38 "Noto Sans", "DejaVu Sans", sans-serif; background: #d5e2d0; color: #111 }}
header {{ background: #517da2; color: #fff; padding: 10px 14px }}
header b {{ display: block; font-size: 16px }} header span {{ font-size: 12px; opacity: .85 }}
main {{ padding: 10px 8px 14px; display: flex; flex-direction: column; gap: 7px }}
.bericht {{ max-width: 92%; align-self: flex-start }}
.bericht.eigen {{ align-self: flex-end }}
.bel {{ background: #fff; border-radius: 12px; padding: 7px 11px 8px; box-shadow: 0 1px 1px #0002;
  overflow-wrap: anywhere;
  white-space: pre-wrap }}
.eigen .bel {{ background: #e3fdc8 }}
.weg .bel {{ background: #f3f3f3; color: #888; font-style: italic }}
pre {{ background: #eef3f7; border-radius: 6px; padding: 6px 8px; font: 13px/1.35 "DejaVu Sans Mono", monospace;
  white-space: pre-wrap }}
.rij {{ display: flex; gap: 4px; margin-top: 4px }}
.knop {{ flex: 1; background: #6f8f73; color: #fff; border-radius: 8px; padding: 8px 6px;
  text-align: center; font-size: 14px }}
</style><header><b>{titel}</b><span>{onder}</span></header><main>{inhoud}</main></html>"""


def pagina(berichten: Iterable[Chatbericht], *, titel: str, onder: str) -> str:
    """The whole page."""
    inhoud = "".join(_bericht(bericht) for bericht in berichten)
    return _PAGINA.format(titel=html.escape(titel), onder=html.escape(onder), breedte=BREEDTE, inhoud=inhoud)


def _bericht(bericht: Chatbericht) -> str:
    klassen = ["bericht", *([] if bericht.van_bot else ["eigen"]), *(["weg"] if bericht.verwijderd else [])]
    tekst = "bericht weggehaald" if bericht.verwijderd else bericht.tekst
    opmaak = [] if bericht.verwijderd else bericht.inhoud.opmaak
    rijen = "".join(
        '<div class="rij">' + "".join(f'<div class="knop">{html.escape(k["text"])}</div>' for k in rij) + "</div>"
        for rij in ([] if bericht.verwijderd else bericht.knoppen)
    )
    return f'<div class="{" ".join(klassen)}"><div class="bel">{met_opmaak(tekst, opmaak)}</div>{rijen}</div>'


def met_opmaak(tekst: str, opmaak: Opmaak) -> str:
    """Escaped text with the tags of its entities; offsets of entities count UTF-16 units."""
    stukken, eerder, bytes_ = [], 0, tekst.encode("utf-16-le")

    def knip(van: int, tot: int) -> str:
        return html.escape(bytes_[2 * van : 2 * tot].decode("utf-16-le"), quote=False)

    for deel in sorted(opmaak, key=lambda een: een["offset"]):
        begin, eind = deel["offset"], deel["offset"] + deel["length"]
        tag = _TAGS.get(deel["type"])
        if tag is None or begin < eerder:
            continue
        stukken += [knip(eerder, begin), f"<{tag}>", knip(begin, eind), f"</{tag}>"]
        eerder = eind
    return "".join([*stukken, knip(eerder, len(bytes_) // 2)])


def met_browserlus(werk: Coroutine[Any, Any, T]) -> T:
    """Runs what starts a browser: the event loop policy that Sanic (of Rasa) sets cannot start a process."""
    eerder = asyncio.get_event_loop_policy()
    asyncio.set_event_loop_policy(asyncio.DefaultEventLoopPolicy())
    try:
        return asyncio.run(werk)
    finally:
        asyncio.set_event_loop_policy(eerder)


async def maak_foto(browser: Any, bron: str, bestand: Path) -> tuple[int, int]:
    """Draws a page in Chromium and keeps the picture; returns width and height of what was drawn."""
    plek = await browser.new_page(viewport={"width": BREEDTE, "height": 120})
    await plek.set_content(bron)
    await plek.screenshot(path=str(bestand), full_page=True)
    maat = await plek.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
    await plek.close()
    return maat[0], maat[1]
