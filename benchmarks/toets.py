"""Measures the trained model on the test set that nobody trains on: `uv run python -m benchmarks.toets`.

data/toets was written apart from the training texts. Everything goes through the product's own path (`Engine.begrijp`).
"""

import asyncio
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

from benchmarks.begrip import tabel
from bot.bootstrap import DATA, bouw_engine
from bot.dialogue.engine import Engine
from bot.domein.protocol import Protocol
from bot.log_setup import zet_log_op
from bot.services.protocollen import laad_protocol
from bot.settings import lees_instellingen
from nlu.begrip import Begrip
from nlu.bestanden import NLU_DATA
from nlu.labels import BELEMMERINGEN, LEEFGEBIEDEN, RODE_VLAGGEN

_FEITEN = re.compile(r"\{(.*?)\}")
_SPAN = re.compile(r"\[([^\[\]]*)\]\((\w+)\)")
IDENTIFICEREND = ("naam", "telefoon", "bsn", "geboortedatum", "adres", "postcode", "email")


def _regels(naam: str) -> Iterator[str]:
    for regel in (DATA / "toets" / f"{naam}.txt").read_text(encoding="utf-8").splitlines():
        if regel.strip() and not regel.startswith("#"):
            yield regel


class Meting:
    """The engine with the demo gemeente, and the time that each message took."""

    def __init__(self, engine: Engine, protocol: Protocol) -> None:
        self._engine, self._protocol = engine, protocol
        self.tijden: list[float] = []

    async def lees(self, tekst: str) -> Begrip:
        """Understands one message."""
        begin = time.perf_counter()
        begrip = await self._engine.begrijp(tekst, self._protocol)
        self.tijden.append((time.perf_counter() - begin) * 1000)
        return begrip


async def meet_berichten(meting: Meting) -> None:
    """Leefgebieden, flags, obstacles and facts."""
    waar: dict[str, list[set[str]]] = {"": [], "!": [], "@": []}
    gezegd: dict[str, list[set[str]]] = {"": [], "!": [], "@": []}
    feiten = Counter[str]()
    for regel in _regels("berichten"):
        links, _, tekst = regel.partition(" | ")
        labels = _FEITEN.sub("", links).split()
        begrip = await meting.lees(tekst)
        for teken, lijst in waar.items():
            eigen = {x[len(teken) :] for x in labels if (x[0] == teken if teken else x[0] not in "!@~-")}
            lijst.append(eigen)
        gezegd[""].append({i for i, _ in begrip.leefgebieden})
        gezegd["!"].append({i for i, _, _ in begrip.rode_vlaggen})
        gezegd["@"].append(set(begrip.feiten.belemmeringen))
        _tel_feiten(feiten, links, begrip)
    tabel("leefgebieden", LEEFGEBIEDEN, waar=waar[""], gezegd=gezegd[""])
    tabel("rode vlaggen", RODE_VLAGGEN, waar=waar["!"], gezegd=gezegd["!"])
    tabel("belemmeringen", BELEMMERINGEN, waar=waar["@"], gezegd=gezegd["@"])
    for naam in ("leeftijd", "wijk"):
        print(f"  {naam:22} goed {feiten[naam] / feiten['alle']:.3f}")


def _tel_feiten(feiten: Counter[str], links: str, begrip: Begrip) -> None:
    hit = _FEITEN.search(links)
    gezegd = dict(re.findall(r"(leeftijd|groep|wijk)=(.+?)(?= \w+=|$)", hit[1] if hit else ""))
    leeftijd = int(gezegd["leeftijd"]) if "leeftijd" in gezegd else None
    feiten["alle"] += 1
    feiten["leeftijd"] += begrip.feiten.leeftijd == leeftijd
    feiten["wijk"] += begrip.feiten.wijk == gezegd.get("wijk")


async def meet_antwoorden(meting: Meting) -> None:
    """Typed answers per question; a wrong yes and a wrong "versturen" are counted apart."""
    goed, alle, gevaar = Counter[str](), Counter[str](), 0
    for regel in _regels("antwoorden"):
        vraag, waarde, tekst = (deel.strip() for deel in regel.split("|", 2))
        begrip = await meting.lees(tekst)
        verwacht, gekregen = json.loads(waarde), begrip.antwoord(vraag)
        alle[vraag] += 1
        goed[vraag] += _gelijk(verwacht, gekregen)
        gevaar += _is_gevaar(vraag, verwacht, gekregen)
    print("\nantwoorden")
    for vraag, aantal in alle.items():
        print(f"  {vraag:22} n={aantal:4}  goed {goed[vraag] / aantal:.2f}")
    print(f"  samen {sum(goed.values()) / sum(alle.values()):.3f}; ten onrechte ja of versturen: {gevaar}")


def _gelijk(verwacht: Any, gekregen: Any) -> bool:
    if isinstance(verwacht, dict) and isinstance(gekregen, dict) and verwacht.get("gegeven") is False:
        return gekregen.get("gegeven") is False  # who refused does not matter
    if isinstance(verwacht, list) and isinstance(gekregen, list):
        return sorted(map(str, verwacht)) == sorted(map(str, gekregen))
    return bool(verwacht == gekregen)


def _is_gevaar(vraag: str, verwacht: Any, gekregen: Any) -> bool:
    if vraag == "toestemming":
        ja = isinstance(gekregen, dict) and gekregen["gegeven"]
        return bool(ja and not (isinstance(verwacht, dict) and verwacht["gegeven"]))
    return vraag == "bevestigen" and gekregen == "versturen" and verwacht != "versturen"


async def meet_tussendoor(meting: Meting) -> None:
    """Commands and questions in between, read while `route` is open; and ordinary answers taken for one."""
    goed = alle = vals = gewoon = 0
    for regel in _regels("tussendoor"):
        id_, _, tekst = regel.partition(" | ")
        gelezen = (await meting.lees(tekst)).tussendoor_bij("route")
        if id_.strip() == "-":
            gewoon += 1
            vals += gelezen is not None
        else:
            alle += 1
            goed += gelezen == id_.strip()
    print(f"\ntussendoor: goed {goed / alle:.3f}; gewoon antwoord voor een vraag aangezien {vals / gewoon:.3f}")


async def meet_notities(meting: Meting) -> None:
    """The gate: spans of which at least one character was cut, and clean notes that stayed whole."""
    raak, er, schoon, schoon_goed = Counter[str](), Counter[str](), 0, 0
    for regel in _regels("notities"):
        tekst = _SPAN.sub(r"\1", regel)
        gevonden = (await meting.lees(tekst)).gevonden
        plek = 0
        spans = []
        for hit in _SPAN.finditer(regel):
            begin = tekst.index(hit[1], plek)
            plek = begin + len(hit[1])
            spans.append((begin, plek, "medisch" if hit[2] == "medisch" else "identificerend"))
        for begin, eind, soort in spans:
            er[soort] += 1
            raak[soort] += any(b < eind and e > begin for _, b, e, _ in gevonden)
        if not spans:
            schoon += 1
            schoon_goed += not gevonden
    print("\npoort")
    for soort, aantal in er.items():
        print(f"  {soort:22} n={aantal:4}  gevonden {raak[soort] / aantal:.3f}")
    print(f"  schone notities heel gelaten {schoon_goed / schoon:.3f}")


async def _alles(meting: Meting) -> None:
    await meet_berichten(meting)
    await meet_antwoorden(meting)
    await meet_tussendoor(meting)
    await meet_notities(meting)
    print(f"\neen bericht begrijpen: p50 {statistics.median(meting.tijden):.1f} ms, {len(meting.tijden)} berichten")


def main() -> None:
    """Prints all figures."""
    zet_log_op()
    instellingen = lees_instellingen()
    protocol = laad_protocol(DATA / "protocol" / "zoetermeer.yml")
    print(f"toets: {DATA / 'toets'}, training: {NLU_DATA}".replace(f"{DATA.parent}/", ""))
    asyncio.run(_alles(Meting(bouw_engine(instellingen), protocol)))


if __name__ == "__main__":
    main()
