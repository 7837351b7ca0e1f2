"""The same bot run the ordinary way: `rasa run` behind HTTP, and an action server behind HTTP, as two processes."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import yaml

from benchmarks.meting import PROJECT, BenchFout, Opdracht
from benchmarks.opstelling import Stap
from bot.dialogue.model import nieuwste_model

WACHT_SECONDEN = 120


@dataclass
class GewoneBot:
    """A client of the bot over HTTP, with one connection that stays open."""

    client: aiohttp.ClientSession
    url: str
    metadata: dict[str, Any]
    is_getypt: bool

    async def beurt(self, sender_id: str, stap: Stap) -> tuple[float, list[dict[str, Any]]]:
        """Posts one message; its time in milliseconds and the messages that came back."""
        if self.is_getypt:
            bericht = {"sender": sender_id, "message": stap.tekst, "metadata": self.metadata}
        else:
            bericht = {"sender": sender_id, **_voorgekauwd(stap)}
        begin = time.perf_counter()
        async with self.client.post(self.url, json=bericht) as antwoord:
            berichten: list[dict[str, Any]] = await antwoord.json()
        return (time.perf_counter() - begin) * 1000, berichten


def _voorgekauwd(stap: Stap) -> dict[str, Any]:
    """For a model that does not know Dutch: the intent by name, and what was understood beside it."""
    intent = stap.begrip.intent if stap.begrip.intent == "hulpvraag" else "antwoord"
    return {"message": f"/{intent}", "metadata": {"begrip": stap.begrip.to_parse(met_grond=False)}}


@asynccontextmanager
async def gewone_bot(opdracht: Opdracht, *, metadata: dict[str, Any], is_getypt: bool) -> AsyncIterator[GewoneBot]:
    """Starts both servers on loopback, and stops them.

    Raises:
        BenchFout: A server does not come up; the message names its log.
    """
    map_ = opdracht.werkmap / "gewoon"
    map_.mkdir(parents=True, exist_ok=True)
    rasa, acties = _vrije_poort(), _vrije_poort()
    (map_ / "endpoints.yml").write_text(
        yaml.safe_dump({"action_endpoint": {"url": f"http://127.0.0.1:{acties}/webhook"}})
    )
    (map_ / "credentials.yml").write_text("rest:\n")
    actieserver = _start(
        ["-m", "benchmarks.actieserver", str(map_), str(opdracht.modelmap), str(acties)], map_ / "acties.log"
    )
    rasaserver = _start(_rasa_run(opdracht.modelmap, map_, rasa), map_ / "rasa.log")
    try:
        async with aiohttp.ClientSession() as client:
            await _wacht_op(client, f"http://127.0.0.1:{acties}/health", proces=actieserver, log=map_ / "acties.log")
            await _wacht_op(client, f"http://127.0.0.1:{rasa}/webhooks/rest/", proces=rasaserver, log=map_ / "rasa.log")
            yield GewoneBot(client, f"http://127.0.0.1:{rasa}/webhooks/rest/webhook", metadata, is_getypt)
    finally:
        _stop(rasaserver)
        _stop(actieserver)


def _rasa_run(modelmap: Path, map_: Path, poort: int) -> list[str]:
    opties = {
        "--model": nieuwste_model(modelmap),
        "--endpoints": map_ / "endpoints.yml",
        "--credentials": map_ / "credentials.yml",
        "--interface": "127.0.0.1",
        "--port": poort,
    }
    return ["-m", "rasa", "run", *(str(deel) for optie in opties.items() for deel in optie)]


def _start(opdracht: list[str], log: Path) -> "subprocess.Popen[bytes]":
    omgeving = {**os.environ, "SANIC_HOST": "127.0.0.1", "RASA_TELEMETRY_ENABLED": "false", "PYTHONPATH": str(PROJECT)}
    with log.open("wb") as uitvoer:
        return subprocess.Popen(  # noqa: S603 - our own modules
            [sys.executable, *opdracht],
            cwd=PROJECT,
            env=omgeving,
            stdout=uitvoer,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def _stop(proces: "subprocess.Popen[bytes]") -> None:
    """Ends a server and what it started itself."""
    if proces.poll() is None:
        os.killpg(proces.pid, signal.SIGTERM)
    try:
        proces.wait(timeout=15)
    except subprocess.TimeoutExpired:
        os.killpg(proces.pid, signal.SIGKILL)
        proces.wait()


async def _wacht_op(client: aiohttp.ClientSession, url: str, *, proces: "subprocess.Popen[bytes]", log: Path) -> None:
    uiterlijk = time.monotonic() + WACHT_SECONDEN
    while time.monotonic() < uiterlijk and proces.poll() is None:
        try:
            async with client.get(url) as antwoord:
                if antwoord.status == 200:
                    return
        except aiohttp.ClientConnectionError:
            await asyncio.sleep(0.2)
    raise BenchFout(f"server komt niet op; lees {log}")


def _vrije_poort() -> int:
    with socket.socket() as stekker:
        stekker.bind(("127.0.0.1", 0))
        return int(stekker.getsockname()[1])
