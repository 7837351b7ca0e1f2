"""Polling: what waits, what is confirmed, and two pollers at once."""

import asyncio
import time

import pytest
from telegram import Bot
from telegram.error import Conflict

from tests.telegram.hulp import gestart
from tests.telegram.nep import Gebruiker, NepTelegram


async def test_an_update_stays_until_a_higher_offset_confirms_it(bot: Bot, mw: Gebruiker, nep: NepTelegram):
    mw.stuur("een")
    mw.stuur("twee")
    eerst = await bot.get_updates()
    assert [een.message.text for een in eerst if een.message] == ["een", "twee"]
    assert eerst[1].update_id == eerst[0].update_id + 1
    assert len(await bot.get_updates()) == 2
    assert [een.update_id for een in await bot.get_updates(eerst[1].update_id)] == [eerst[1].update_id]
    assert nep.roep("wachtend") == 1
    assert await bot.get_updates(eerst[1].update_id + 1) == ()
    assert nep.roep("wachtend") == 0


async def test_a_negative_offset_keeps_the_newest(bot: Bot, mw: Gebruiker):
    for tekst in "abc":
        mw.stuur(tekst)
    (update,) = await bot.get_updates(-1)
    assert update.message is not None
    assert update.message.text == "c"
    assert len(await bot.get_updates()) == 1


async def test_the_limit_is_a_hundred(bot: Bot, mw: Gebruiker):
    for nummer in range(110):
        mw.stuur(str(nummer))
    assert len(await bot.get_updates(limit=5)) == 5
    assert len(await bot.get_updates()) == 100


async def test_a_long_poll_ends_when_something_comes(bot: Bot, mw: Gebruiker):
    poll = asyncio.create_task(bot.get_updates(timeout=10))
    await asyncio.sleep(0.1)
    mw.stuur("dag")
    assert len(await asyncio.wait_for(poll, 1)) == 1


async def test_a_long_poll_ends_empty_after_its_time(bot: Bot):
    begin = time.monotonic()
    assert await bot.get_updates(timeout=1) == ()
    assert 0.9 < time.monotonic() - begin < 3


async def test_two_pollers_conflict(nep: NepTelegram, maak_bot, mw: Gebruiker):
    eerste = asyncio.create_task(maak_bot(nep).get_updates(timeout=10))
    await asyncio.sleep(0.1)
    tweede = asyncio.create_task(maak_bot(nep).get_updates(timeout=10))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await eerste
    mw.stuur("dag")
    assert len(await tweede) == 1


async def test_a_webhook_excludes_polling(bot: Bot, nep: NepTelegram, maak_bot):
    poll = asyncio.create_task(maak_bot(nep).get_updates(timeout=10))
    await asyncio.sleep(0.1)
    await bot.set_webhook("https://wijkbrug.voorbeeld.nl/telegram")
    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await poll
    with pytest.raises(Conflict, match="while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_only_the_kinds_that_were_asked_for_are_kept(bot: Bot, mw: Gebruiker):
    await bot.get_updates(allowed_updates=["message"])
    nummer = mw.stuur("dag")
    mw.bewerk(nummer, "dag!")
    assert [een.edited_message for een in await bot.get_updates()] == [None]


async def test_updates_are_kept_for_24_hours(stil: NepTelegram, maak_bot):
    bot, mw = maak_bot(stil), gestart(stil)
    mw.stuur("oud")
    stil.tijd.vooruit(3600)
    mw.stuur("nieuw")
    stil.tijd.vooruit(23 * 3600)
    assert [een.message.text for een in await bot.get_updates() if een.message] == ["nieuw"]
    assert [een["verlopen"] for een in stil.roep("updates")][-2:] == [True, False]


async def test_pending_updates_can_be_dropped(bot: Bot, mw: Gebruiker):
    mw.stuur("dag")
    assert (await bot.get_webhook_info()).pending_update_count == 1
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()


async def test_a_duplicated_update_comes_again_after_it_was_confirmed(bot: Bot, mw: Gebruiker, nep: NepTelegram):
    nep.roep("plan", soort="dubbel", methode="update")
    mw.stuur("dag")
    (update,) = await bot.get_updates()
    (nog_eens,) = await bot.get_updates(update.update_id + 1)
    assert nog_eens.update_id == update.update_id
    assert await bot.get_updates(update.update_id + 1) == ()


async def test_a_late_update_comes_after_younger_ones(bot: Bot, mw: Gebruiker, nep: NepTelegram):
    ander = gestart(nep, "Joke")
    nep.roep("plan", soort="laat, hele chat", chat=mw.id, wacht=0.3)
    mw.stuur("laat")
    mw.stuur("daarna")
    ander.stuur("intussen")
    (vroeg,) = await bot.get_updates()
    assert vroeg.effective_chat is not None
    assert vroeg.effective_chat.id == ander.id
    later = await bot.get_updates(vroeg.update_id + 1, timeout=5)
    assert [een.message.text for een in later if een.message] == ["laat", "daarna"]
    assert all(een.update_id < vroeg.update_id for een in later)
