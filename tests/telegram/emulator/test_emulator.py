"""Smoke test of the emulator and its adapter, with python-telegram-bot on the other side."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import Conflict, InvalidToken

from tests.telegram.emulator import Emulator
from tests.telegram.hulp import geweigerd
from tests.telegram.nep import wacht_tot

JA = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="ja")]])


@pytest.fixture
async def bot(emulator: Emulator) -> AsyncIterator[Bot]:
    async with Bot(emulator.token, base_url=emulator.base_url) as bot:
        yield bot


async def test_a_conversation(emulator: Emulator, bot: Bot):
    assert bot.bot.is_bot
    mw = emulator.mens("Fatima")
    mw.start("code")
    (update,) = await bot.get_updates(timeout=5)
    assert update.message is not None
    assert (update.message.text, update.message.entities[0].type) == ("/start code", "bot_command")
    vraag = await bot.send_message(mw.id, "<b>Mag</b> het &amp; kan het?", "HTML", reply_markup=JA)
    assert abs(vraag.date.timestamp() - time.time()) < 5
    assert (await mw.antwoord()).tekst == "Mag het & kan het?"
    mw.tik("Ja")
    (tik,) = await bot.get_updates(update.update_id + 1, timeout=5)
    assert tik.callback_query is not None
    assert (tik.callback_query.data, tik.callback_query.message) == ("ja", vraag)
    assert tik.callback_query.chat_instance
    assert await tik.callback_query.answer("genoteerd")
    gewijzigd = await vraag.edit_text("Dank u")
    assert isinstance(gewijzigd, Message)
    assert [(een.tekst, een.knopteksten, een.bewerkt) for een in mw.scherm()] == [("Dank u", [], True)]
    with geweigerd("message is not modified"):
        await vraag.edit_text("Dank u")
    with geweigerd("message to edit not found"):
        await bot.edit_message_text("x", mw.id, 99_999)
    assert await vraag.delete()
    assert mw.scherm() == []


async def test_an_update_stays_until_it_is_confirmed(emulator: Emulator, bot: Bot):
    mw = emulator.mens("Fatima")
    mw.stuur("een")
    mw.stuur("twee")
    eerst = await bot.get_updates()
    assert await bot.get_updates() == eerst
    assert await bot.get_updates(eerst[0].update_id + 1) == eerst[1:]
    assert emulator.wachtend() == 1
    assert await bot.get_updates(eerst[1].update_id + 1) == ()


async def test_a_long_poll_waits(emulator: Emulator, bot: Bot):
    poll = asyncio.create_task(bot.get_updates(timeout=10))
    await asyncio.sleep(0.1)
    emulator.mens("Fatima").stuur_media("photo", "een foto")
    (update,) = await asyncio.wait_for(poll, 2)
    assert update.message is not None
    assert update.message.photo
    assert update.message.caption == "een foto"
    assert await bot.delete_message(update.message.chat.id, update.message.message_id)


async def test_bots_and_chats_do_not_mix(emulator: Emulator, bot: Bot):
    een, ander = emulator.mens("Fatima"), emulator.mens("Joke")
    await bot.send_message(een.id, "voor Fatima")
    assert [bericht.tekst for bericht in een.scherm()] == ["voor Fatima"]
    assert ander.scherm() == []
    vreemd = Emulator(emulator.url)
    assert vreemd.geschiedenis() == []
    vreemd.sluit()


async def test_harmless_methods_and_unknown_ones(emulator: Emulator, bot: Bot):
    mw = emulator.mens("Fatima")
    assert await bot.set_my_commands([("start", "begin")])
    assert await bot.send_chat_action(mw.id, "typing")
    assert await bot.set_chat_menu_button(mw.id)
    with pytest.raises(InvalidToken, match="method not found"):
        await bot.send_dice(mw.id)


async def test_a_webhook_with_a_secret_that_fails_first(emulator: Emulator, bot: Bot):
    kreeg: list[tuple[str | None, str]] = []

    async def neem(request: web.Request) -> web.Response:
        update = await request.json()
        kreeg.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), update["message"]["text"]))
        return web.Response(status=500 if len(kreeg) == 1 else 200)

    app = web.Application()
    app.router.add_post("/telegram", neem)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    mw = emulator.mens("Fatima")
    mw.stuur("een")
    assert await bot.set_webhook(f"http://127.0.0.1:{runner.addresses[0][1]}/telegram", secret_token=emulator.token[:7])
    with pytest.raises(Conflict):
        await bot.get_updates()
    mw.stuur("twee")
    await wacht_tot(lambda: len(kreeg) == 3)
    assert kreeg == [(emulator.token[:7], tekst) for tekst in ("een", "een", "twee")]
    await wacht_tot(lambda: emulator.wachtend() == 0)
    assert await bot.delete_webhook()
    await runner.cleanup()
    assert (await bot.get_webhook_info()).url == ""
