"""Composition root of the Telegram door: receiving, playing, telling and sending, and the loops that drive them."""

import os
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from fastapi import FastAPI
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.bootstrap import Opslag
from bot.channel.bezig import Bezig
from bot.channel.bezorger import Bezorger
from bot.channel.lezen import TOEGESTAAN
from bot.channel.meldingen import Meldingen
from bot.channel.ontvangst import Ontvangst
from bot.channel.opruimen import Opruimer
from bot.channel.polling import Polling
from bot.channel.post import Post
from bot.channel.werker import Werker
from bot.dialogue.voering import Gespreksvoering, Huis
from bot.services.wachtrij import standen
from bot.settings import Instellingen
from bot.storage.slot import Rolslot
from bot.web.app import Webhook, maak_app
from bot.web.maten import Maten
from bot.workers.lus import Dienst, Lus

RUST_ALLEEN, RUST_SAMEN = 0.5, 0.05  # seconds between two looks: alone we are woken, with others we must look
RUST_ZENDEN = 0.1
OPRUIMEN = 60.0
WEBHOOK_OPNIEUW = 600.0  # telling Telegram our address again does no harm, and mends what somebody changed
WEBHOOK_VERBINDINGEN = 1  # more would let two updates of one chat overtake each other on the way
GEZOND_BINNEN = 90.0


@dataclass
class Kanaal:
    """Everything of one process that talks with Telegram."""

    dienst: Dienst
    app: FastAPI
    bezorger: Bezorger
    ontvangst: Ontvangst


def maak_bot(instellingen: Instellingen) -> Bot:
    """The Bot API client: many calls at once, and one long question for updates."""
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # `retry_after` as a timedelta; else each 429 warns of the old form
    return Bot(
        instellingen.lees_token(),
        base_url=f"{instellingen.telegram_api.rstrip('/')}/bot",
        request=HTTPXRequest(connection_pool_size=64, read_timeout=10, pool_timeout=5),
        get_updates_request=HTTPXRequest(connection_pool_size=2, read_timeout=10),
    )


def bouw_kanaal(
    instellingen: Instellingen, *, huis: Huis, opslag: Opslag, voering: Gespreksvoering, bot: Bot, alleen_werken: bool
) -> Kanaal:
    """Builds the loops. A process that only works (`--alleen-werken`) plays updates and leaves Telegram to others."""
    samen = opslag.engine.dialect.name == "postgresql"
    bezig = Bezig(bot)
    post = (
        Post(instellingen.smtp.get_secret_value(), afzender=instellingen.smtp_afzender) if instellingen.smtp else None
    )
    meldingen = Meldingen(huis, met_email=post is not None)
    lussen: dict[str, Lus] = {}

    def wek(*namen: str) -> None:
        for naam in namen:
            if naam in lussen:
                lussen[naam].wek()

    def binnen(chat_id: int) -> None:
        bezig.begin(chat_id)
        wek("werker")

    bezorger = Bezorger(huis, bot, meldingen=meldingen, post=post, wek=lambda: wek("bezorger"), verzonden=bezig.klaar)
    ontvangst = Ontvangst(huis, voering, meld=binnen)
    maten = Maten(standen=_standen(huis, opslag), tellers=lambda: _tellers(bezorger))
    werker = Werker(huis, voering, gedaan=lambda: wek("meldingen", "bezorger"), duur=maten.beurt.observe)
    lussen["werker"] = Lus("werker", werker.werk_een, rust=RUST_SAMEN if samen else RUST_ALLEEN)
    if not alleen_werken:
        lussen |= _lussen_van_telegram(
            instellingen, huis=huis, opslag=opslag, bot=bot, ontvangst=ontvangst, meldingen=meldingen, bezorger=bezorger
        )
    dienst = Dienst(list(lussen.values()))
    app = maak_app(
        levensloop=_levensloop(dienst, bezorger, bot),
        leeft=dienst.leeft,
        is_klaar=lambda: dienst.is_gezond(binnen=GEZOND_BINNEN) and _database_leeft(huis),
        maten=maten.register,
        webhook=_webhook(instellingen, ontvangst),
    )
    return Kanaal(dienst, app, bezorger, ontvangst)


def _lussen_van_telegram(
    instellingen: Instellingen,
    *,
    huis: Huis,
    opslag: Opslag,
    bot: Bot,
    ontvangst: Ontvangst,
    meldingen: Meldingen,
    bezorger: Bezorger,
) -> dict[str, Lus]:
    zenden = Rolslot(opslag.engine, "zenden")  # one process sends: Telegram's limits hold for the bot as a whole
    opruimer = Opruimer(huis, beheer_url=instellingen.beheer_url)

    async def verdeel() -> bool:
        return meldingen.verdeel()

    async def ruim_op() -> bool:
        opruimer.ruim_op()
        return False

    return {
        "meldingen": Lus("meldingen", verdeel, rust=RUST_ALLEEN, slot=zenden),
        "bezorger": Lus("bezorger", bezorger.bezorg, rust=RUST_ZENDEN, slot=zenden),
        "opruimen": Lus("opruimen", ruim_op, rust=OPRUIMEN, slot=zenden),
        **_ophalen_of_webhook(instellingen, opslag=opslag, bot=bot, ontvangst=ontvangst, zenden=zenden),
    }


def _ophalen_of_webhook(
    instellingen: Instellingen, *, opslag: Opslag, bot: Bot, ontvangst: Ontvangst, zenden: Rolslot
) -> dict[str, Lus]:
    """How updates come in: by asking for them, or by telling Telegram where to bring them."""
    if instellingen.telegram_webhook is None:
        polling = Polling(bot, ontvangst.ontvang)

        async def haal_op() -> bool:
            await polling.ronde()
            return True

        return {"ophalen": Lus("ophalen", haal_op, rust=1.0, slot=Rolslot(opslag.engine, "ophalen"))}

    async def zet_webhook() -> bool:
        await bot.set_webhook(
            instellingen.telegram_webhook or "",
            secret_token=instellingen.geheim,
            allowed_updates=TOEGESTAAN,
            max_connections=WEBHOOK_VERBINDINGEN,
        )
        return False

    return {"webhook": Lus("webhook", zet_webhook, rust=WEBHOOK_OPNIEUW, slot=zenden)}


def _levensloop(dienst: Dienst, bezorger: Bezorger, bot: Bot) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def levensloop(_app: FastAPI) -> AsyncIterator[None]:
        dienst.start()
        yield
        await dienst.stop(afmaken=bezorger.maak_af)
        await bot.shutdown()

    return levensloop


def _webhook(instellingen: Instellingen, ontvangst: Ontvangst) -> Webhook | None:
    if instellingen.telegram_webhook is None:
        return None
    return Webhook(urlsplit(instellingen.telegram_webhook).path, geheim=instellingen.geheim, ontvang=ontvangst.ontvang)


def _standen(huis: Huis, opslag: Opslag) -> Callable[[], dict[str, float]]:
    """The figures of the queues, read beside whoever writes: Prometheus never waits for a turn, nor a turn for it."""

    def lees() -> dict[str, float]:
        with opslag.lezen() as session:
            return standen(session, nu=huis.klok.nu())

    return lees


def _tellers(bezorger: Bezorger) -> dict[str, float]:
    t = bezorger.telling
    return {
        "wijkbrug_verzonden": t.verzonden,
        "wijkbrug_herhaald": t.herhaald,
        "wijkbrug_uitgesteld": t.uitgesteld,
        "wijkbrug_opgegeven": t.mislukt,
    }


def _database_leeft(huis: Huis) -> bool:
    """Whether a writing transaction begins in time: a process that can only read cannot do its work."""
    begin = time.monotonic()
    try:
        with huis.sessie() as session:
            standen(session, nu=huis.klok.nu())
    except Exception:  # noqa: BLE001 - whatever is wrong: not ready
        return False
    return time.monotonic() - begin < 5
