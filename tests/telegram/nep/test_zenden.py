"""Sending: every limit of the Bot API, with python-telegram-bot on the other side."""

import pytest
from telegram import (
    Bot,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import Forbidden, InvalidToken, RetryAfter

from tests.telegram.hulp import gestart, geweigerd
from tests.telegram.nep import Gebruiker, NepTelegram

pytestmark = pytest.mark.filterwarnings("ignore:.*`retry_after`")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def knop(**wat) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("Ja", **wat)]])


async def test_a_message_arrives_as_it_was_sent(bot: Bot, mw: Gebruiker):
    bericht = await bot.send_message(mw.id, "Dag <b>Fatima</b>", ParseMode.HTML, reply_markup=knop(callback_data="ja"))
    assert bericht.chat.id == mw.id
    assert bericht.from_user is not None
    assert bericht.from_user.is_bot
    assert [een.type for een in bericht.entities] == ["bold"]
    assert (mw.laatste().tekst, mw.laatste().knopteksten) == ("Dag Fatima", ["Ja"])


@pytest.mark.parametrize(
    "tekst", ["x" * 4096, "<b>" + "é" * 4096 + "</b>", "&lt;" * 4096], ids=["kaal", "vet", "teken"]
)
async def test_text_of_4096_characters_after_parsing_fits(bot: Bot, mw: Gebruiker, tekst: str):
    await bot.send_message(mw.id, tekst, ParseMode.HTML)
    assert len(mw.laatste().tekst) == 4096


@pytest.mark.parametrize(
    ("tekst", "fout"), [("x" * 4097, "message is too long"), (" \n ", "message text is empty")], ids=["lang", "leeg"]
)
async def test_text_that_is_too_long_or_empty_is_refused(bot: Bot, mw: Gebruiker, tekst: str, fout: str):
    with geweigerd(fout):
        await bot.send_message(mw.id, tekst)
    assert mw.van_bot() == []


@pytest.mark.parametrize(
    ("knoppen", "fout"),
    [
        (knop(callback_data="é" * 33), "BUTTON_DATA_INVALID"),  # 66 bytes, 33 characters
        (knop(copy_text=CopyTextButton("x" * 257)), "BUTTON_COPY_TEXT_INVALID"),
        (knop(url="http://localhost/x"), "Wrong HTTP URL"),
        (knop(url="ftp://voorbeeld.nl/x"), "Wrong HTTP URL"),
        (knop(), "Text buttons are unallowed in the inline keyboard"),
        (knop(callback_data="a", url="https://voorbeeld.nl"), "BUTTON_TYPE_INVALID"),
        (InlineKeyboardMarkup([[InlineKeyboardButton(" ", callback_data="a")]]), "text must be non-empty"),
        (InlineKeyboardMarkup([[InlineKeyboardButton("a", callback_data="a")] * 9]), "reply markup is too long"),
        (InlineKeyboardMarkup([[InlineKeyboardButton("a", callback_data="a")]] * 101), "reply markup is too long"),
    ],
)
async def test_keyboards_are_checked(bot: Bot, mw: Gebruiker, knoppen: InlineKeyboardMarkup, fout: str):
    with geweigerd(fout):
        await bot.send_message(mw.id, "vraag", reply_markup=knoppen)


@pytest.mark.parametrize(
    "knoppen",
    [
        knop(callback_data="é" * 32),
        knop(copy_text=CopyTextButton("é" * 256)),
        knop(url="https://voorbeeld.nl/x"),
        knop(url="tg://user?id=5"),
    ],
)
async def test_keyboards_at_the_limit_pass(bot: Bot, mw: Gebruiker, knoppen: InlineKeyboardMarkup):
    await bot.send_message(mw.id, "vraag", reply_markup=knoppen)
    assert mw.laatste().knopteksten == ["Ja"]


async def test_a_keyboard_below_the_screen_sends_its_text(bot: Bot, mw: Gebruiker):
    await bot.send_message(mw.id, "kies", reply_markup=ReplyKeyboardMarkup([[KeyboardButton("Nieuwe casus")]]))
    mw.tik("Nieuwe casus")
    assert mw.scherm()[-1].tekst == "Nieuwe casus"
    await bot.send_message(mw.id, "weg", reply_markup=ReplyKeyboardRemove())
    assert mw.chat()["toetsenbord"] == {}


async def test_one_message_per_second_with_a_small_burst(stil: NepTelegram, maak_bot):
    bot, mw, ander = maak_bot(stil), gestart(stil), gestart(stil, "Joke")
    for nummer in range(3):
        await bot.send_message(mw.id, str(nummer))
    with pytest.raises(RetryAfter) as fout:
        await bot.send_message(mw.id, "te snel")
    assert fout.value._retry_after.total_seconds() == 1
    await bot.send_message(ander.id, "een ander heeft er geen last van")
    stil.tijd.vooruit(0.5)
    with pytest.raises(RetryAfter):
        await bot.send_message(mw.id, "nog steeds te snel")
    assert [chat for _, chat, _ in stil.roep("te_vroeg")] == [mw.id]
    stil.tijd.vooruit(0.6)
    await bot.send_message(mw.id, "nu wel")
    assert [een.tekst for een in mw.van_bot()] == ["0", "1", "2", "nu wel"]


async def test_thirty_messages_per_second_over_all_chats(stil: NepTelegram, maak_bot):
    bot = maak_bot(stil)
    mensen = [gestart(stil, f"mens {nummer}") for nummer in range(31)]
    for mens in mensen[:30]:
        await bot.send_message(mens.id, "bericht")
    with pytest.raises(RetryAfter):
        await bot.send_message(mensen[30].id, "de 31e")
    stil.tijd.vooruit(1.01)
    await bot.send_message(mensen[30].id, "de 31e")


async def test_twenty_messages_per_minute_in_a_group(stil: NepTelegram, maak_bot):
    bot, mw, groep = maak_bot(stil), gestart(stil), stil.groep("Praktijk")
    groep.voeg_bot_toe(mw)
    for _ in range(20):
        await bot.send_message(groep.id, "bericht")
        stil.tijd.vooruit(1)
    with pytest.raises(RetryAfter) as fout:
        await bot.send_message(groep.id, "de 21e")
    assert fout.value._retry_after.total_seconds() == 40


async def test_a_429_says_how_long_in_body_and_header(nep: NepTelegram, mw: Gebruiker, http):
    nep.roep("plan", soort="429", methode="sendMessage", wacht=7)
    antwoord = await http.post(f"{nep.base_url}{nep.token}/sendMessage", json={"chat_id": mw.id, "text": "x"})
    assert antwoord.status_code == 429
    assert antwoord.json()["parameters"] == {"retry_after": 7}
    assert antwoord.headers["Retry-After"] == "7"


async def test_nobody_is_written_to_who_did_not_start(nep: NepTelegram, bot: Bot):
    mens = nep.gebruiker("Joke")
    for chat in (mens.id, 12345):
        with geweigerd("chat not found"):
            await bot.send_message(chat, "dag")


async def test_who_blocks_gets_nothing_but_can_be_edited_and_deleted(bot: Bot, mw: Gebruiker):
    bericht = await bot.send_message(mw.id, "kaart")
    mw.blokkeer()
    with geweigerd("bot was blocked by the user", Forbidden):
        await bot.send_message(mw.id, "dag")
    with pytest.raises(Forbidden):
        await bot.send_chat_action(mw.id, ChatAction.TYPING)
    await bericht.edit_text("andere kaart")
    await bericht.delete()
    mw.deblokkeer()
    await bot.send_message(mw.id, "dag")


async def test_a_deleted_account_is_gone(bot: Bot, mw: Gebruiker):
    mw.hef_op()
    with geweigerd("user is deactivated", Forbidden):
        await bot.send_message(mw.id, "dag")


async def test_typing_is_shown_until_a_message_comes(bot: Bot, mw: Gebruiker):
    await bot.send_chat_action(mw.id, ChatAction.TYPING)
    assert mw.chat()["bezig"]
    await bot.send_message(mw.id, "klaar")
    assert not mw.chat()["bezig"]
    with geweigerd("wrong parameter action"):
        await bot.send_chat_action(mw.id, "denken")


async def test_photos_and_documents_are_uploaded(bot: Bot, mw: Gebruiker):
    foto = await bot.send_photo(mw.id, PNG, caption="<i>QR</i>", parse_mode=ParseMode.HTML)
    assert foto.photo
    assert foto.caption == "QR"
    document = await bot.send_document(mw.id, b"inhoud", filename="soep.txt")
    assert document.document is not None
    assert document.document.file_name == "soep.txt"
    with geweigerd("IMAGE_PROCESS_FAILED"):
        await bot.send_photo(mw.id, b"geen beeld")
    with geweigerd("caption is too long"):
        await bot.send_photo(mw.id, PNG, caption="x" * 1025)


async def test_a_reply_points_at_a_message_that_is_there(bot: Bot, mw: Gebruiker):
    nummer = mw.stuur("vraag")
    bericht = await bot.send_message(mw.id, "antwoord", reply_to_message_id=nummer)
    assert bericht.reply_to_message is not None
    with geweigerd("message to be replied not found"):
        await bot.send_message(mw.id, "antwoord", reply_to_message_id=999)


async def test_wrong_tokens_and_methods(nep: NepTelegram, http):
    async def roep(token: str, methode: str) -> tuple[int, str]:
        antwoord = await http.post(f"{nep.base_url}{token}/{methode}")
        return antwoord.status_code, antwoord.json()["description"]

    assert await roep("123:fout", "getMe") == (401, "Unauthorized")
    assert await roep("fout", "getMe") == (404, "Not Found")
    assert await roep(nep.token, "sendTelepathy") == (404, "Not Found: method not found")
    assert (await roep(nep.token, "sendMessage"))[1] == "Bad Request: message text is empty"
    with pytest.raises(InvalidToken):
        await Bot("123:fout", base_url=nep.base_url).get_me()
