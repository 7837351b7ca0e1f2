"""The bot itself: its identity, menu and texts."""

import pytest
from telegram import Bot, BotCommand, BotCommandScopeChat, MenuButtonCommands, MenuButtonWebApp, WebAppInfo
from telegram.error import TelegramError

from tests.telegram.hulp import geweigerd
from tests.telegram.nep import Gebruiker, NepTelegram


async def test_the_bot_knows_who_it_is(bot: Bot):
    await bot.initialize()
    assert (bot.username, bot.bot.is_bot, bot.bot.can_read_all_group_messages) == ("wijkbrug_proef_bot", True, False)


async def test_commands_per_scope(bot: Bot, mw: Gebruiker):
    await bot.set_my_commands([BotCommand("start", "begin")])
    await bot.set_my_commands([BotCommand("casus", "nieuwe casus")], BotCommandScopeChat(mw.id))
    assert [een.command for een in await bot.get_my_commands()] == ["start"]
    assert [een["command"] for een in mw.chat()["opdrachten"]] == ["casus"]
    await bot.delete_my_commands(BotCommandScopeChat(mw.id))
    assert [een["command"] for een in mw.chat()["opdrachten"]] == ["start"]


@pytest.mark.parametrize(
    ("opdracht", "fout"),
    [
        (("Start", "begin"), "BOT_COMMAND_INVALID"),
        (("nieuwe-casus", "begin"), "BOT_COMMAND_INVALID"),
        (("x" * 33, "begin"), "BOT_COMMAND_INVALID"),
        (("start", " "), "description must be non-empty"),
        (("start", "x" * 257), "description length must not exceed 256"),
    ],
)
async def test_commands_are_checked(bot: Bot, opdracht: tuple[str, str], fout: str):
    with geweigerd(fout):
        await bot.set_my_commands([opdracht])


async def test_commands_at_the_limit(bot: Bot):
    await bot.set_my_commands([("x" * 32, "y" * 256)] * 100)
    with geweigerd("BOT_COMMANDS_TOO_MUCH"):
        await bot.set_my_commands([("start", "begin")] * 101)


async def test_the_menu_button(bot: Bot, mw: Gebruiker):
    await bot.set_chat_menu_button(mw.id, MenuButtonCommands())
    assert mw.chat()["menu"] == {"type": "commands"}
    assert (await bot.get_chat_menu_button(mw.id)).type == "commands"
    assert (await bot.get_chat_menu_button()).type == "default"
    with geweigerd("only https links"):
        await bot.set_chat_menu_button(mw.id, MenuButtonWebApp("x", WebAppInfo("http://voorbeeld.nl")))


async def test_texts_of_the_bot(bot: Bot, nep: NepTelegram):
    await bot.set_my_description("x" * 512)
    assert nep.wereld.instellingen["description"] == "x" * 512
    with geweigerd("too long"):
        await bot.set_my_short_description("x" * 121)


async def test_there_is_nothing_to_download_and_the_attempt_is_recorded(nep: NepTelegram, bot: Bot):
    bestand = await bot.get_file("nep-beeld")
    with pytest.raises(TelegramError):
        await bestand.download_as_bytearray()
    assert [een["methode"] for een in nep.roep("aanroepen")] == ["getFile", "download"]
