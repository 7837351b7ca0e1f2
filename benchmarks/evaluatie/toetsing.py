"""Sends the test set that nobody trains on (data/toets) through the product's own path (`Engine.begrijp`)."""

import asyncio
import json
import re
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from benchmarks.evaluatie.maten import Labelmaten, Maat, Trekking, aandeel
from benchmarks.evaluatie.oordeel import (
    OPEN_VRAAG,
    Antwoordoordeel,
    Berichtoordeel,
    Tussenoordeel,
    gezegd,
    meet_antwoorden,
    meet_berichten,
    meet_tussendoor,
)
from bot.bootstrap import DATA, bouw_engine
from bot.dialogue.engine import Engine
from bot.domein.protocol import Protocol
from bot.log_setup import zet_log_op
from bot.services.protocollen import laad_protocol
from bot.settings import lees_instellingen
from nlu.begrip import Begrip
from nlu.feiten.leeftijdswaarde import leeftijdsgroep

_FEITEN = re.compile(r"\{(.*?)\}")
_FEIT = re.compile(r"(leeftijd|groep|wijk)=(.+?)(?= \w+=|$)")
_SPAN = re.compile(r"\[([^\[\]]*)\]\((\w+)\)")
_TEKENS = {"leefgebieden": "", "vlaggen": "!", "belemmeringen": "@"}


@dataclass(kw_only=True)
class Toets:
    """Everything that was read of the test set."""

    berichten: list[Berichtoordeel] = field(default_factory=list)
    feiten: dict[str, list[bool]] = field(default_factory=lambda: {"leeftijd": [], "leeftijdsgroep": [], "wijk": []})
    antwoorden: list[Antwoordoordeel] = field(default_factory=list)
    tussendoor: list[Tussenoordeel] = field(default_factory=list)
    spans: list[tuple[str, bool]] = field(default_factory=list)  # kind, and whether any of it was cut
    schoon: list[bool] = field(default_factory=list)  # of each clean note: nothing was cut
    tijden: list[float] = field(default_factory=list)

    def totalen(self) -> dict[str, Maat]:
        """Every total, by the ids of streven.yml."""
        feiten = {naam: aandeel(goed, Trekking(range(len(goed)))) for naam, goed in self.feiten.items()}
        soorten, raak, los = [s for s, _ in self.spans], [r for _, r in self.spans], Trekking(range(len(self.spans)))
        return {
            **meet_berichten(self.berichten)[0],
            **feiten,
            **meet_antwoorden(self.antwoorden)[0],
            **meet_tussendoor(self.tussendoor),
            "poort_medisch": aandeel(raak, los, van=[s == "medisch" for s in soorten]),
            "poort_identificerend": aandeel(raak, los, van=[s != "medisch" for s in soorten]),
            "poort_schoon": aandeel(self.schoon, Trekking(range(len(self.schoon)))),
        }

    def tabellen(self) -> dict[str, Labelmaten]:
        """The tables per label."""
        return meet_berichten(self.berichten)[1]

    @property
    def p50_ms(self) -> float:
        """Half of the messages took less, in milliseconds."""
        return statistics.median(self.tijden)


class _Lezer:
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


async def neem_af(engine: Engine, protocol: Protocol) -> Toets:
    """Reads the whole test set; a few seconds."""
    lezer, toets = _Lezer(engine, protocol), Toets()
    for deel in (_berichten, _antwoorden, _tussendoor, _notities):
        await deel(lezer, toets)
    toets.tijden = lezer.tijden
    return toets


def meet_toets() -> Toets:
    """The test set through the newest trained model."""
    zet_log_op()
    engine, protocol = bouw_engine(lees_instellingen()), laad_protocol(DATA / "protocol" / "zoetermeer.yml")
    return asyncio.run(neem_af(engine, protocol))


def _regels(naam: str) -> Iterator[str]:
    for regel in (DATA / "toets" / f"{naam}.txt").read_text(encoding="utf-8").splitlines():
        if regel.strip() and not regel.startswith("#"):
            yield regel


async def _berichten(lezer: _Lezer, toets: Toets) -> None:
    for nr, regel in enumerate(_regels("berichten")):
        links, _, tekst = regel.partition(" | ")
        begrip = await lezer.lees(tekst)
        labels = _FEITEN.sub("", links).split()
        waar = {
            soort: {x[len(teken) :] for x in labels if (x[0] == teken if teken else x[0] not in "!@~-")}
            for soort, teken in _TEKENS.items()
        }
        toets.berichten.append(
            Berichtoordeel(tekst=tekst, eenheid=str(nr), waar=waar, gezegd=gezegd(begrip), kansen={})
        )
        for naam, goed in _feiten_goed(links, begrip).items():
            toets.feiten[naam].append(goed)


def _feiten_goed(links: str, begrip: Begrip) -> dict[str, bool]:
    hit = _FEITEN.search(links)
    feiten: dict[str, str] = dict(_FEIT.findall(hit[1])) if hit else {}
    leeftijd = int(feiten["leeftijd"]) if "leeftijd" in feiten else None
    groep = feiten.get("groep") or (leeftijdsgroep(leeftijd) if leeftijd is not None else None)
    return {
        "leeftijd": begrip.feiten.leeftijd == leeftijd,
        "leeftijdsgroep": begrip.feiten.leeftijdsgroep == groep,
        "wijk": begrip.feiten.wijk == feiten.get("wijk"),
    }


async def _antwoorden(lezer: _Lezer, toets: Toets) -> None:
    for regel in _regels("antwoorden"):
        vraag, waarde, tekst = (deel.strip() for deel in regel.split("|", 2))
        gekregen: Any = (await lezer.lees(tekst)).antwoord(vraag)
        oordeel = Antwoordoordeel(tekst=tekst, vraag=vraag, verwacht=json.loads(waarde), gekregen=gekregen)
        toets.antwoorden.append(oordeel)


async def _tussendoor(lezer: _Lezer, toets: Toets) -> None:
    for regel in _regels("tussendoor"):
        id_, _, tekst = regel.partition(" | ")
        gekregen = (await lezer.lees(tekst)).tussendoor_bij(OPEN_VRAAG)
        verwacht = None if id_.strip() == "-" else id_.strip()
        toets.tussendoor.append(Tussenoordeel(tekst=tekst, verwacht=verwacht, gekregen=gekregen))


async def _notities(lezer: _Lezer, toets: Toets) -> None:
    for regel in _regels("notities"):
        tekst = _SPAN.sub(r"\1", regel)
        gevonden = (await lezer.lees(tekst)).gevonden
        plek, spans = 0, []
        for hit in _SPAN.finditer(regel):
            begin = tekst.index(hit[1], plek)
            plek = begin + len(hit[1])
            spans.append((hit[2], any(b < plek and e > begin for _, b, e, _ in gevonden)))
        toets.spans += spans
        if not spans:
            toets.schoon.append(not gevonden)
