"""`wijkbrug serve`: the program that talks with Telegram; with `--workers`, more processes that play updates."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

import uvicorn
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.bootstrap import bouw_engine, bouw_huis, bouw_opslag
from bot.dialogue.voering import Gespreksvoering
from bot.log_setup import zet_log_op
from bot.settings import Instellingen, InstellingFout

HERSTART_NA = 2.0  # seconds before a worker process that ended is started again
TEGELIJK = 200  # connections of the web door at once


def dien(instellingen: Instellingen, *, workers: int, alleen_werken: bool, hoort_bij_ouder: bool = False) -> int:
    """Serves until it is told to stop (SIGTERM, or Ctrl+C).

    Raises:
        InstellingFout: Something is missing, wrong, or unsafe in production.
    """
    instellingen.lees_token()
    opslag = bouw_opslag(instellingen)
    if (workers > 1 or alleen_werken) and opslag.engine.dialect.name != "postgresql":
        raise InstellingFout("fout/workers_postgresql")
    if hoort_bij_ouder:
        _eindig_met_ouder()
    from bot.bootstrap_kanaal import bouw_kanaal, maak_bot

    huis = bouw_huis(instellingen, opslag=opslag)
    voering = Gespreksvoering(huis, bouw_engine(instellingen))
    zet_log_op(niveau="WARNING")
    bot = maak_bot(instellingen)
    kanaal = bouw_kanaal(instellingen, huis=huis, opslag=opslag, voering=voering, bot=bot, alleen_werken=alleen_werken)
    if alleen_werken:
        asyncio.run(_werk(kanaal.dienst.start))
        return 0
    naam = asyncio.run(_wie_ben_ik(maak_bot(instellingen)))
    print(huis.teksten.vul("serve/begin", bot=naam, adres=instellingen.http_adres), file=sys.stderr)
    host, poort = instellingen.http_plek
    signal.signal(signal.SIGTERM, _klaar)  # uvicorn ends in good order, and then passes the signal on
    with _meewerkers(workers - 1):
        uvicorn.run(
            kanaal.app, host=host, port=poort, log_config=None, access_log=False, ws="none", limit_concurrency=TEGELIJK
        )
    return 0


def _klaar(_sein: int, _plek: FrameType | None) -> NoReturn:
    raise SystemExit(0)


async def _wie_ben_ik(bot: Bot) -> str:
    """The bot's name, as a check of the token. Where Telegram cannot be reached now, the loops keep trying."""
    try:
        async with bot:
            return f"@{bot.username}"
    except InvalidToken:
        raise InstellingFout("fout/telegram_token") from None
    except TelegramError:
        return "Telegram"


async def _werk(start: Callable[[], None]) -> None:
    start()
    await asyncio.Event().wait()


@contextmanager
def _meewerkers(aantal: int) -> Iterator[None]:
    """Worker processes beside this one; each ends when this one does, also when this one is killed."""
    klaar = threading.Event()
    draden = [threading.Thread(target=_houd_in_leven, args=(klaar,), daemon=True) for _ in range(aantal)]
    for draad in draden:
        draad.start()
    try:
        yield
    finally:
        klaar.set()
        for draad in draden:
            draad.join(timeout=10)


def _houd_in_leven(klaar: threading.Event) -> None:
    opdracht = [sys.executable, "-m", "bot", "serve", "--alleen-werken", "--hoort-bij-ouder"]
    while not klaar.is_set():
        proces = subprocess.Popen(opdracht, stdin=subprocess.PIPE)  # noqa: S603 - our own program
        while proces.poll() is None and not klaar.wait(0.2):
            pass
        if proces.stdin is not None:
            proces.stdin.close()  # the worker ends when its input does
        try:
            proces.wait(timeout=10)
        except subprocess.TimeoutExpired:
            proces.kill()
        klaar.wait(HERSTART_NA)


def _eindig_met_ouder() -> None:
    """Ends this process at once when the parent's side of the pipe closes; a turn under way is rolled back."""

    def wacht() -> NoReturn:
        while os.read(0, 1024):
            pass
        os._exit(0)

    threading.Thread(target=wacht, daemon=True).start()
