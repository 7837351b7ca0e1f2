"""Editing, deleting and pinning."""

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from tests.telegram.hulp import gestart, geweigerd
from tests.telegram.nep import Gebruiker, NepTelegram

JA = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="ja")]])


async def test_an_edit_replaces_text_and_buttons_in_place(bot: Bot, mw: Gebruiker):
    bericht = await bot.send_message(mw.id, "vraag", reply_markup=JA)
    nieuw = await bericht.edit_text("<b>andere</b> vraag", "HTML")
    assert nieuw is not True
    assert nieuw.edit_date is not None
    (op_scherm,) = mw.van_bot()
    assert (op_scherm.tekst, op_scherm.knopteksten) == ("andere vraag", [])  # no markup given: the buttons go
    assert [versie.tekst for versie in op_scherm.versies] == ["vraag"]


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot, mw: Gebruiker):
    bericht = await bot.send_message(mw.id, "vraag", reply_markup=JA)
    with geweigerd("message is not modified"):
        await bericht.edit_text("vraag", reply_markup=JA)
    with geweigerd("message is not modified"):
        await bericht.edit_reply_markup(JA)
    await bericht.edit_reply_markup(None)
    with geweigerd("message is not modified"):
        await bericht.edit_reply_markup(None)
    await bericht.edit_text("vraag", reply_markup=JA)  # with buttons again: that is a change


async def test_only_an_own_message_that_is_there_can_be_edited(bot: Bot, mw: Gebruiker):
    with geweigerd("message to edit not found"):
        await bot.edit_message_text("x", mw.id, 999)
    with geweigerd("message can't be edited"):
        await bot.edit_message_text("x", mw.id, mw.stuur("van mij"))
    bericht = await bot.send_message(mw.id, "weg ermee")
    mw.verwijder(bericht.message_id)
    with geweigerd("message to edit not found"):
        await bericht.edit_text("x")


async def test_the_limits_hold_for_an_edit_too(bot: Bot, mw: Gebruiker):
    bericht = await bot.send_message(mw.id, "vraag")
    with geweigerd("message is too long"):
        await bericht.edit_text("x" * 4097)
    with geweigerd("can't parse entities"):
        await bericht.edit_text("a < b", "HTML")


async def test_text_and_caption_are_not_the_same(bot: Bot, mw: Gebruiker):
    foto = await bot.send_photo(mw.id, b"\x89PNG....", caption="QR")
    with geweigerd("there is no text in the message to edit"):
        await foto.edit_text("x")
    await foto.edit_caption("code verlopen")
    assert mw.laatste().tekst == "code verlopen"
    tekst = await bot.send_message(mw.id, "x")
    with geweigerd("there is no caption in the message to edit"):
        await tekst.edit_caption("y")


async def test_a_deleted_message_is_gone_from_the_screen(bot: Bot, mw: Gebruiker):
    foto = mw.stuur_media("photo")
    bericht = await bot.send_message(mw.id, "kaart")
    await bot.delete_message(mw.id, foto)  # in a private chat also what the person sent
    await bericht.delete()
    assert [een.tekst for een in mw.scherm()] == ["/start"]
    assert {een.verwijderd_door for een in mw.alles() if een.verwijderd} == {"bot"}
    with geweigerd("message to delete not found"):
        await bericht.delete()


async def test_after_48_hours_a_message_stays(stil: NepTelegram, maak_bot):
    bot, mw = maak_bot(stil), gestart(stil)
    bericht = await bot.send_message(mw.id, "kaart")
    stil.tijd.vooruit(48 * 3600 - 1)
    ander = await bot.send_message(mw.id, "kaart 2")
    stil.tijd.vooruit(1)
    with geweigerd("message can't be deleted for everyone"):
        await bericht.delete()
    await ander.delete()
    await bericht.edit_text("afgesloten")  # editing has no such limit


async def test_several_at_once(bot: Bot, mw: Gebruiker):
    nummers = [(await bot.send_message(mw.id, tekst)).message_id for tekst in "ab"]
    await bot.delete_messages(mw.id, [*nummers, 999])
    assert mw.van_bot() == []
    with geweigerd("too many message identifiers"):
        await bot.delete_messages(mw.id, list(range(101)))


async def test_in_a_group_the_bot_deletes_only_its_own(bot: Bot, mw: Gebruiker, nep: NepTelegram):
    groep = nep.groep("Praktijk")
    groep.voeg_bot_toe(mw)
    nummer = groep.stuur(mw, "/hallo")
    with geweigerd("message can't be deleted"):
        await bot.delete_message(groep.id, nummer)
    assert await (await bot.send_message(groep.id, "dag")).delete()


async def test_pinning(bot: Bot, mw: Gebruiker):
    bericht = await bot.send_message(mw.id, "samenvatting")
    await bericht.pin()
    assert mw.chat()["vastgezet"] == bericht.message_id
    assert (await bot.get_chat(mw.id)).pinned_message is not None
    await bot.unpin_all_chat_messages(mw.id)
    assert mw.chat()["vastgezet"] is None
    with geweigerd("message to pin not found"):
        await bot.pin_chat_message(mw.id, 999)
