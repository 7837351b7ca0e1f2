"""Workers on prepared updates in PostgreSQL, with nothing else running: how much a second one adds, and memory."""

import asyncio
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import psutil
from sqlalchemy import create_engine, func, text
from sqlalchemy.engine import make_url
from sqlmodel import col, select

from benchmarks.meting import BenchFout, Meting, Opdracht
from benchmarks.opstelling import CASUS
from benchmarks.profiel import profileer
from benchmarks.regressie import Helling, helling
from benchmarks.statistiek import getal, midden, spreiding
from bot.channel.werker import Werker
from bot.dialogue.engine import Engine
from bot.dialogue.voering import Gespreksvoering, Huis
from bot.domein.lijsten import Rol
from bot.services.aanmelding import meld_aan, nodig_uit
from bot.services.binnenkomst import Binnenkomst, Soort, neem_op
from bot.services.omgeving import Gebruiker
from bot.storage.tabellen import OverdrachtRow
from bot.storage.tabellen_kanaal import UpdateInRow
from tests.telegram.storing.kweker import KwekerProces, vraag
from tests.telegram.storing.postgres import postgres
from tests.telegram.storing.proef import GEMEENTE, huis_van, omgeving

DOEL_KEER = 1.7
EERSTE_CHAT = 900_000_000
TUSSEN_KIJKEN = 0.2
RUIS = 0.1  # MB per 1.000 turns: 1 MB in 10.000, less than the memory of a fresh process differs from the next
INLOOP = 0.33  # of the turns: until the store holds as many trackers as it ever will (500 cases, 4.000 turns)
GEDULD = 1800.0
MB = 1024 * 1024


@dataclass(frozen=True)
class Gewerkt:
    """One run: turns a second, and what processors spent on a turn, in milliseconds, by workers and by PostgreSQL."""

    tempo: float
    werker_ms: float
    postgres_ms: float
    geheugen: Helling | None = None


async def meet(opdracht: Opdracht, engine: Engine) -> list[Meting]:
    """One and two workers in turns, and then one that goes on."""
    rondes = opdracht.keer(lang=3, kort=1)
    map_ = opdracht.werkmap / "werkers"
    map_.mkdir()
    een: list[Gewerkt] = []
    twee: list[Gewerkt] = []
    casussen = opdracht.keer(lang=5, kort=1)
    with KwekerProces(map_) as kweker, postgres() as server:
        for _ in range(rondes):
            een.append(await werk(kweker, server, map_, workers=1, chats=40, casussen=casussen))
            twee.append(await werk(kweker, server, map_, workers=2, chats=40, casussen=casussen))
        casussen = opdracht.keer(lang=37, kort=5)
        lang = await werk(kweker, server, map_, workers=1, chats=50, casussen=casussen)
    schaal = _schaal(een, twee)
    if not schaal.is_gehaald:
        schaal = replace(schaal, profiel=await _profiel(map_, engine))
    return [schaal, _geheugen(lang, 50 * casussen * len(CASUS))]


def _schaal(een: list[Gewerkt], twee: list[Gewerkt]) -> Meting:
    keren = [b.tempo / a.tempo for a, b in zip(een, twee, strict=True)]
    keer = midden(keren)
    kosten = [midden([g.werker_ms for g in lijst]) for lijst in (een, twee)]
    server = [midden([g.postgres_ms for g in lijst]) for lijst in (een, twee)]
    grens = 2000 / (kosten[0] + server[0]) / midden([g.tempo for g in een])
    tempos = [getal(midden([g.tempo for g in lijst])) for lijst in (een, twee)]
    return Meting(
        id="telegram_werkers",
        uitkomst=f"{getal(keer, 2)} keer zo veel",
        is_gehaald=keer >= DOEL_KEER,
        herhalingen=len(keren),
        spreiding=f"{spreiding(keren, 2)} keer",
        bijzonder=(
            f"één werker {tempos[0]} beurten per seconde, twee werkers {tempos[1]}",
            f"rekentijd per beurt bij één werker: werker {getal(kosten[0])} ms en PostgreSQL {getal(server[0])} ms",
            f"rekentijd per beurt bij twee werkers: werkers {getal(kosten[1])} ms en PostgreSQL {getal(server[1])} ms",
            f"werkers en PostgreSQL delen {os.cpu_count()} kernen: meer dan {getal(grens, 2)} keer kan hier niet",
        ),
        cijfers={"keer": keer},
    )


async def _profiel(map_: Path, engine: Engine) -> str:
    """Where a worker's time goes: the same turns in this process, on SQLite."""
    huis = huis_van(omgeving(f"sqlite:///{map_ / 'profiel.db'}", map_, "http://127.0.0.1:9"), map_)
    _vul(huis, chats=20, casussen=1)
    werker = Werker(huis, Gespreksvoering(huis, engine), gedaan=lambda: None)

    async def nog_eens() -> None:
        while await werker.werk_een():
            pass

    return await profileer(nog_eens)


def _geheugen(lang: Gewerkt, beurten: int) -> Meting:
    vlak = lang.geheugen
    if vlak is None:
        raise BenchFout("te weinig metingen van het geheugen")
    return Meting(
        id="telegram_geheugen",
        uitkomst=f"{getal(vlak.waarde, 2)} MB per 1.000 beurten",
        is_gehaald=vlak.is_vlak(hoogstens=RUIS),
        herhalingen=1,
        spreiding=f"95 %: {getal(vlak.laag, 2)} – {getal(vlak.hoog, 2)} MB",
        bijzonder=(f"{beurten} beurten, waarvan {getal(beurten * INLOOP, 0)} om in te lopen; {vlak}",),
        cijfers={"mb_per_duizend": vlak.waarde, "laag": vlak.laag},
    )


async def werk(kweker: KwekerProces, server: str, map_: Path, *, workers: int, chats: int, casussen: int) -> Gewerkt:
    """Lets so many workers play prepared cases to the end, on a database of its own.

    Raises:
        BenchFout: Not every case was handed over.
    """
    with _database(server) as url:
        env = omgeving(url, map_, "http://127.0.0.1:9")
        huis = huis_van(env, map_)
        aantal = _vul(huis, chats=chats, casussen=casussen)
        with _werkers(kweker, env, workers) as pids:
            gewerkt = await _wacht(huis, pids, aantal=aantal, server=server)
        with huis.sessie() as session:
            klaar = session.exec(select(func.count()).select_from(OverdrachtRow)).one()
        if klaar != chats * casussen:
            raise BenchFout(f"{klaar} van {chats * casussen} casussen werden overgedragen")
        return gewerkt


@contextmanager
def _database(server: str) -> Iterator[str]:
    """An empty database, gone afterwards."""
    naam = f"werk_{time.monotonic_ns()}"
    url = make_url(server).set(drivername="postgresql+psycopg")
    beheer = create_engine(url, isolation_level="AUTOCOMMIT")
    with beheer.connect() as verbinding:
        verbinding.execute(text(f"CREATE DATABASE {naam}"))
    yield url.set(database=naam).render_as_string(hide_password=False)
    with beheer.connect() as verbinding:
        verbinding.execute(text(f"DROP DATABASE {naam} WITH (FORCE)"))
    beheer.dispose()


def _vul(huis: Huis, *, chats: int, casussen: int) -> int:
    """Accounts, and for each chat the messages of whole cases, as they stand in the inbox; returns how many."""
    praktijken = huis.protocollen.van(GEMEENTE).praktijken
    parses = [stap.begrip.to_parse(met_grond=False) for stap in CASUS]
    with huis.sessie() as session:
        nu = huis.klok.nu()
        for nummer in range(chats):
            wie = Gebruiker(f"w{nummer}", Rol.ASSISTENT, GEMEENTE, praktijk=praktijken[nummer % len(praktijken)].code)
            code = nodig_uit(session, wie, naam=f"w{nummer}", ids=huis.ids, nu=nu).code
            meld_aan(session, EERSTE_CHAT + nummer, code, nu=nu)
        nummers = iter(range(1, 1 + chats * casussen * len(CASUS)))
        for _ in range(casussen):
            for parse in parses:
                for nummer in range(chats):
                    inhoud = {"message_id": 1, "parse": parse, "weg": False}
                    neem_op(session, Binnenkomst(next(nummers), EERSTE_CHAT + nummer, Soort.TEKST, inhoud), nu=nu)
    return chats * casussen * len(CASUS)


@contextmanager
def _werkers(kweker: KwekerProces, env: dict[str, str], aantal: int) -> Iterator[list[int]]:
    """Worker processes, forked with the model loaded; they end when the pipe closes."""
    lees, schrijf = os.pipe()
    opdracht = {"rol": "werker", "env": env}
    pids = [int(vraag(kweker.socketpad, opdracht, lees)["pid"]) for _ in range(aantal)]
    os.close(lees)
    try:
        yield pids
    finally:
        os.close(schrijf)


async def _wacht(huis: Huis, pids: list[int], *, aantal: int, server: str) -> Gewerkt:
    """Looks on until all is done; turns a second and costs over the middle of the run."""
    processen, van_server = [psutil.Process(pid) for pid in pids], _hoofdproces(server)
    punten: list[tuple[int, float, float, float, float]] = []
    eind = time.monotonic() + GEDULD
    gedaan = 0
    while gedaan < aantal:
        if time.monotonic() > eind:
            raise BenchFout(f"na {GEDULD} s waren {gedaan} van {aantal} beurten gespeeld")
        await asyncio.sleep(TUSSEN_KIJKEN)
        with huis.sessie() as session:
            gedaan = session.exec(
                select(func.count()).select_from(UpdateInRow).where(col(UpdateInRow.klaar_op).is_not(None))
            ).one()
        if gedaan == aantal:
            break
        rss = sum(proces.memory_info().rss for proces in processen) / MB
        punten.append((gedaan, time.monotonic(), _cpu(processen), _cpu(van_server.children()), rss))
    midden_ = [punt for punt in punten if aantal * 0.1 <= punt[0] <= aantal * 0.9]
    (n1, t1, w1, p1, _), (n2, t2, w2, p2, _) = midden_[0], midden_[-1]
    na_inloop = [(n / 1000, rss) for n, _, _, _, rss in punten if n >= aantal * INLOOP]
    return Gewerkt(
        tempo=(n2 - n1) / (t2 - t1),
        werker_ms=(w2 - w1) * 1000 / (n2 - n1),
        postgres_ms=(p2 - p1) * 1000 / (n2 - n1),
        geheugen=helling(na_inloop) if len(na_inloop) >= 40 else None,
    )


def _cpu(processen: list[psutil.Process]) -> float:
    """Seconds of processor time so far."""
    totaal = 0.0
    for proces in processen:
        try:
            tijden = proces.cpu_times()
        except psutil.NoSuchProcess:
            continue
        totaal += tijden.user + tijden.system
    return totaal


def _hoofdproces(server: str) -> psutil.Process:
    """The main process of this PostgreSQL server; the URL names the folder of its socket."""
    map_ = str(make_url(server).query["host"])
    pid = int((Path(map_) / "postmaster.pid").read_text(encoding="utf-8").split()[0])
    return psutil.Process(pid)
