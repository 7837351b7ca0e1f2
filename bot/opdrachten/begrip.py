"""`wijkbrug parse` and `wijkbrug filter`: what is understood of a message, and what may not leave the practice."""

import asyncio
import json
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

from bot.dialogue.engine import Engine
from bot.domein.protocol import Protocol
from nlu.begrip import Begrip


class InvoerFout(Exception):
    """A line that cannot be read; names the line and the mend."""


def lees_regels(bron: BinaryIO) -> Iterator[str]:
    """The lines of standard input as UTF-8.

    Raises:
        InvoerFout: A line is no UTF-8.
    """
    for nummer, regel in enumerate(bron, 1):
        try:
            yield regel.decode("utf-8").removesuffix("\n").removesuffix("\r")
        except UnicodeDecodeError as fout:
            raise InvoerFout(f"regel {nummer}: geen geldige UTF-8; sla het bestand op als UTF-8") from fout


def parse(engine: Engine, protocol: Protocol, *, vraag: str | None) -> None:
    """Prints one JSON object a line for the messages on standard input (docs/opdrachten.md)."""

    async def alles() -> None:
        for tekst in lees_regels(sys.stdin.buffer):
            begrip = await engine.begrijp(tekst, protocol)
            _druk_af(_parse_regel(begrip, tekst, vraag))

    asyncio.run(alles())


def filter_(engine: Engine, protocol: Protocol) -> None:
    """Prints one JSON object a line for the notes on standard input (docs/opdrachten.md)."""

    async def alles() -> None:
        for tekst in lees_regels(sys.stdin.buffer):
            begrip = await engine.begrijp(tekst, protocol)
            gevonden = [{"soort": s, "begin": b, "eind": e, "tekst": tekst[b:e]} for s, b, e, _ in begrip.gevonden]
            _druk_af({"tekst": begrip.schoon, "gevonden": gevonden})

    asyncio.run(alles())


def _parse_regel(begrip: Begrip, tekst: str, vraag: str | None) -> dict[str, Any]:
    feiten = begrip.feiten
    antwoord = begrip.antwoord(vraag) if vraag else None
    return {
        "tekst": tekst,
        "intent": {"naam": begrip.intent, "kans": round(begrip.kans, 4)},
        "leefgebieden": [{"id": i, "kans": round(k, 4)} for i, k in begrip.leefgebieden],
        "rode_vlaggen": [{"id": i, "kans": round(k, 4), "grond": g} for i, k, g in begrip.rode_vlaggen],
        "feiten": {
            "leeftijd": feiten.leeftijd,
            "leeftijdsgroep": feiten.leeftijdsgroep,
            "wijk": feiten.wijk,
            "belemmeringen": list(feiten.belemmeringen),
        },
        "ontkend": list(begrip.ontkend),
        "antwoord": antwoord,
        "tussendoor": begrip.tussendoor_bij(vraag),
    }


def _druk_af(regel: dict[str, Any]) -> None:
    print(json.dumps(regel, ensure_ascii=False), flush=True)
