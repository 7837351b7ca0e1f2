"""How a message looks in Telegram: safe HTML, split at 4,096 characters, and a keyboard that fits a telephone."""

import html
from collections.abc import Iterable, Sequence
from typing import Any

MAX_TEKENS = 4096  # of a message after its markup is read; https://core.telegram.org/bots/api#sendmessage
NAAST_ELKAAR = 16  # labels up to this many characters share a row
BLOK = ("uitkomst/soep",)  # texts that are copied in one tap: everything after the first blank line

Toets = dict[str, str]  # {"t": label, "d": payload}


def als_html(tekst: str, *, naam: str = "") -> str:
    """Escapes a text; what must be copied becomes a monospace block."""
    if naam not in BLOK:
        return html.escape(tekst, quote=False)
    kop, _, blok = tekst.partition("\n\n")
    return f"{html.escape(kop, quote=False)}\n<pre>{html.escape(blok, quote=False)}</pre>"


def lengte(tekst: str) -> int:
    """Length as Telegram counts it: UTF-16 code units."""
    return len(tekst.encode("utf-16-le")) // 2


def splits(tekst: str, *, maximum: int = MAX_TEKENS) -> list[str]:
    """Splits a plain text in parts that fit, after a paragraph, else a line, a sentence or a word; none is empty."""
    delen: list[str] = []
    while lengte(tekst) > maximum:
        plek = _splitsplek(tekst, maximum)
        delen.append(tekst[:plek].rstrip())
        tekst = tekst[plek:].lstrip()
    return [deel for deel in (*delen, tekst) if deel] or [""]


def _splitsplek(tekst: str, maximum: int) -> int:
    hoogste = maximum if lengte(tekst[:maximum]) <= maximum else maximum // 2  # every character outside the BMP is two
    for scheiding in ("\n\n", "\n", ". ", " "):
        plek = tekst.rfind(scheiding, hoogste // 2, hoogste)
        if plek > 0:
            return plek + len(scheiding.rstrip(" "))
    return hoogste


def toetsen(labels: Sequence[str], payloads: Iterable[str]) -> list[list[Toets]]:
    """Lays out buttons: short ones two to a row, long ones on a row of their own; the order stays."""
    rijen: list[list[Toets]] = []
    for label, payload in zip(labels, payloads, strict=True):
        toets = {"t": label, "d": payload}
        vorige = rijen[-1] if rijen else []
        if len(vorige) == 1 and len(label) <= NAAST_ELKAAR and len(vorige[0]["t"]) <= NAAST_ELKAAR:
            vorige.append(toets)
        else:
            rijen.append([toets])
    return rijen


def zending(tekst_html: str, rijen: list[list[Toets]] | None = None) -> dict[str, Any]:
    """The content of a message to send, as it is stored."""
    return {"html": tekst_html, "knoppen": rijen or []}
