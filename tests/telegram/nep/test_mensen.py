"""The other side: what people do becomes the updates that Telegram sends."""

import pytest
from telegram import Bot, CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import Forbidden
from telegram.ext import filters

from tests.telegram.hulp import geweigerd
from tests.telegram.nep import Gebruiker, MensFout, NepTelegram

KNOPPEN = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("Ja", callback_data="v1:ja"), InlineKeyboardButton("Nee", callback_data="v1:nee")],
        [InlineKeyboardButton("Kopieer", copy_text=CopyTextButton("SOEP"))],
        [InlineKeyboardButton("Beheer", url="https://voorbeeld.nl/beheer")],
    ]
)


async def laatste(bot: Bot) -> Update:
    return (await bot.get_updates(allowed_updates=Update.ALL_TYPES))[-1]


async def test_start_carries_the_code_of_the_link(nep: NepTelegram, bot: Bot):
    mens = nep.gebruiker("Joke", achternaam="de Wit", gebruikersnaam="joke", id=4242)
    mens.start("abc_DEF-123")
    bericht = (await laatste(bot)).message
    assert bericht is not None
    assert bericht.text == "/start abc_DEF-123"
    assert [(een.type, een.offset, een.length) for een in bericht.entities] == [("bot_command", 0, 6)]
    assert bericht.from_user is not None
    assert (bericht.chat.id, bericht.from_user.full_name) == (4242, "Joke de Wit")
    for code in ("x" * 65, "spatie hier", "é"):
        with pytest.raises(MensFout):
            mens.start(code)


async def test_a_long_text_becomes_several_messages(bot: Bot, mw: Gebruiker):
    mw.stuur("x" * 5000)
    assert [len(een.message.text) for een in await bot.get_updates() if een.message and een.message.text] == [4096, 904]
    with pytest.raises(MensFout):
        mw.stuur("  ")


async def test_a_tap_is_a_callback_query_that_is_answered_once(bot: Bot, mw: Gebruiker):
    vraag = await bot.send_message(mw.id, "vraag", reply_markup=KNOPPEN)
    tik = mw.tik("Ja")
    query = (await laatste(bot)).callback_query
    assert query is not None
    assert (query.data, query.message, query.from_user.id) == ("v1:ja", vraag, mw.id)
    assert mw.melding(tik) is None
    await query.answer("genoteerd")
    assert (mw.melding(tik), mw.chat()["meldingen"]) == ("genoteerd", ["genoteerd"])
    with geweigerd("query is too old"):
        await query.answer()


async def test_an_answer_to_a_tap_is_short_known_and_soon(bot: Bot, mw: Gebruiker, nep: NepTelegram):
    await bot.send_message(mw.id, "vraag", reply_markup=KNOPPEN)
    tik = mw.tik("v1:nee")["tik"]
    with geweigerd("MESSAGE_TOO_LONG"):
        await bot.answer_callback_query(tik, "x" * 201)
    with geweigerd("query ID is invalid"):
        await bot.answer_callback_query("123")
    nep.roep("vooruit", seconden=31)
    with geweigerd("query is too old"):
        await bot.answer_callback_query(tik)


async def test_only_buttons_that_are_there_can_be_tapped(bot: Bot, mw: Gebruiker):
    vraag = await bot.send_message(mw.id, "vraag", reply_markup=KNOPPEN)
    await vraag.edit_reply_markup(None)
    with pytest.raises(MensFout, match="there is no button 'Ja'"):
        mw.tik("Ja")
    mw.tik("Ja", forceer=True)
    query = (await laatste(bot)).callback_query
    assert query is not None
    assert query.data == "v1:ja"
    await vraag.delete()
    mw.tik("Ja", forceer=True)
    oud = (await laatste(bot)).callback_query
    assert oud is not None
    assert oud.message is not None
    assert not oud.message.is_accessible


async def test_copy_and_link_buttons_stay_with_the_person(bot: Bot, mw: Gebruiker):
    await bot.send_message(mw.id, "tekst", reply_markup=KNOPPEN)
    assert mw.kopieer("Kopieer") == "SOEP"
    assert mw.tik("Beheer") == {"url": "https://voorbeeld.nl/beheer"}
    assert await bot.get_updates() == ()


@pytest.mark.parametrize(
    ("soort", "filter_"),
    [
        ("photo", filters.PHOTO),
        ("voice", filters.VOICE),
        ("audio", filters.AUDIO),
        ("video", filters.VIDEO),
        ("video_note", filters.VIDEO_NOTE),
        ("animation", filters.ANIMATION),
        ("sticker", filters.Sticker.ALL),
        ("document", filters.Document.ALL),
        ("contact", filters.CONTACT),
        ("location", filters.LOCATION),
        ("dice", filters.Dice.ALL),
    ],
)
async def test_everything_that_is_not_text(bot: Bot, mw: Gebruiker, soort: str, filter_: filters.BaseFilter):
    mw.stuur_media(soort)
    update = await laatste(bot)
    assert filter_.check_update(update)
    assert update.message is not None
    assert update.message.text is None


async def test_a_caption_and_own_values(bot: Bot, mw: Gebruiker):
    mw.stuur_media("photo", "wond van mevrouw")
    assert (bericht := (await laatste(bot)).message) is not None
    assert bericht.caption == "wond van mevrouw"
    mw.stuur_media("contact", phone_number="+31687654321")
    assert (bericht := (await laatste(bot)).message) is not None
    assert bericht.contact is not None
    assert bericht.contact.phone_number == "+31687654321"


async def test_an_edited_message(bot: Bot, mw: Gebruiker):
    nummer = mw.stuur("mevrouw is 82")
    mw.bewerk(nummer, "mevrouw is 83")
    bericht = (await laatste(bot)).edited_message
    assert bericht is not None
    assert (bericht.message_id, bericht.text, bericht.edit_date is not None) == (nummer, "mevrouw is 83", True)


async def test_blocking_and_unblocking_are_told(bot: Bot, mw: Gebruiker):
    mw.blokkeer()
    lid = (await laatste(bot)).my_chat_member
    assert lid is not None
    assert (lid.old_chat_member.status, lid.new_chat_member.status) == ("member", "kicked")
    with pytest.raises(MensFout):
        mw.stuur("dag")
    mw.start()
    assert [een.my_chat_member is None for een in await bot.get_updates()] == [False, False, True]


async def test_a_group_adds_the_bot_and_the_bot_leaves(bot: Bot, mw: Gebruiker, nep: NepTelegram):
    groep = nep.groep("Praktijk De Linde")
    with pytest.raises(Forbidden, match="not a member of the group"):
        await bot.send_message(groep.id, "dag")
    groep.voeg_bot_toe(mw)
    lid, dienst = await bot.get_updates()
    assert lid.my_chat_member is not None
    assert lid.my_chat_member.chat.type == "group"
    assert lid.my_chat_member.new_chat_member.status == "member"
    assert dienst.message is not None
    assert dienst.message.new_chat_members[0].id == nep.wereld.bot_id
    groep.stuur(mw, "gewone tekst ziet een bot niet")
    assert len(await bot.get_updates()) == 2
    await bot.send_message(groep.id, "ik werk alleen in een eigen gesprek")
    await bot.leave_chat(groep.id)
    assert groep.status() == "left"
    with pytest.raises(Forbidden):
        await bot.send_message(groep.id, "nog iets")


async def test_a_kicked_bot_is_told_so(bot: Bot, mw: Gebruiker, nep: NepTelegram):
    groep = nep.groep("Praktijk")
    groep.voeg_bot_toe(mw)
    groep.zet_bot_uit(mw)
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(groep.id, "dag")
