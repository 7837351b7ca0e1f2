"""`wijkbrug serve` as a process of its own: it starts, tells how it is, talks, and stops in good order."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from tests.conftest import SLEUTEL
from tests.telegram.nep import NepTelegram
from tests.telegram.test_kernpad import vrije_poort

pytestmark = [pytest.mark.model, pytest.mark.traag]


@asynccontextmanager
async def serve(nep: NepTelegram, map_: Path, poort: int, **meer: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """The program with these settings; it must end with 0 when it is told to stop."""
    omgeving = {
        **os.environ,
        "WIJKBRUG_VAR_MAP": str(map_),
        "WIJKBRUG_SLEUTELS": SLEUTEL,
        "DATABASE_URL": f"sqlite:///{map_ / 'wijkbrug.db'}",
        "WIJKBRUG_TELEGRAM_TOKEN": nep.token,
        "WIJKBRUG_TELEGRAM_API": nep.url,
        "WIJKBRUG_HTTP_ADRES": f"127.0.0.1:{poort}",
        **meer,
    }
    proces = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "serve"), env=omgeving, stderr=asyncio.subprocess.PIPE
    )
    try:
        yield proces
        proces.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(proces.wait(), 20) == 0
    finally:
        if proces.returncode is None:
            proces.kill()
            await proces.wait()


async def is_klaar(http: httpx.AsyncClient, poort: int) -> int:
    """The status of `/klaar` once somebody listens."""
    for _ in range(600):
        try:
            return (await http.get(f"http://127.0.0.1:{poort}/klaar")).status_code
        except httpx.TransportError:
            await asyncio.sleep(0.1)
    return 0


async def test_starten_vertellen_hoe_het_gaat_en_stoppen(
    nep: NepTelegram, http: httpx.AsyncClient, tmp_path: Path
) -> None:
    poort = vrije_poort()
    async with serve(nep, tmp_path, poort) as proces:
        assert await is_klaar(http, poort) == 200
        assert (await http.get(f"http://127.0.0.1:{poort}/gezond")).json() == {"stand": "gezond"}
        vreemde = nep.gebruiker("Vreemde")
        vreemde.start("geen-uitnodiging-van-iemand")
        await vreemde.ziet("besloten dienst", 20)
        maten = (await http.get(f"http://127.0.0.1:{poort}/metrics")).text
        assert "wijkbrug_verzonden_total 1.0" in maten
        assert str(vreemde.id) not in maten
    assert proces.stderr is not None
    fouten = (await proces.stderr.read()).decode()
    assert "Wijkbrug staat aan als @wijkbrug_proef_bot" in fouten
    assert not any(geheim in fouten for geheim in (nep.token, nep.token.split(":")[1], "geen-uitnodiging"))
    assert [regel for regel in fouten.splitlines() if "fout" in regel.lower() or "error" in regel.lower()] == []


async def test_een_tweede_proces_haalt_niets_op_zolang_het_eerste_leeft(
    nep: NepTelegram, http: httpx.AsyncClient, tmp_path: Path
) -> None:
    """Telegram answers two pollers with 409; the second waits for the role instead."""
    een, twee = vrije_poort(), vrije_poort()
    async with serve(nep, tmp_path, een) as eerste:
        assert await is_klaar(http, een) == 200
        async with serve(nep, tmp_path, twee) as tweede:
            assert await is_klaar(http, twee) == 200
            mens = nep.gebruiker("Iemand")
            mens.start()
            await mens.ziet("besloten dienst", 20)
            await asyncio.sleep(1)
    for proces in (eerste, tweede):
        assert proces.stderr is not None
        assert "Conflict" not in (await proces.stderr.read()).decode()
    assert len(mens.van_bot()) == 1
