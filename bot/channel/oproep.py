"""One call to the Bot API, made from what the outbox holds."""

from dataclasses import dataclass
from typing import Any

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.channel.menu import zet_menu
from bot.domein.lijsten import Rol
from bot.services.teksten import Teksten
from bot.services.zendingen import Zendsoort

_AL_ZO = (
    "message is not modified",
    "message to edit not found",
    "message can't be edited",
    "message to delete not found",
)
_GEEN_VOORBEELD = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True)
class Oproep:
    """ "Oproep": what to call; `message_id` is of the message that it changes."""

    id: int
    chat_id: int
    soort: Zendsoort
    inhoud: dict[str, Any]
    message_id: int | None


async def doe_oproep(bot: Bot, oproep: Oproep, teksten: Teksten) -> int | None:
    """Makes the call; returns the number of a message that was sent.

    Raises:
        TelegramError: What Telegram answered.
    """
    inhoud, chat_id = oproep.inhoud, oproep.chat_id
    match oproep.soort:
        case Zendsoort.STUUR:
            return await _stuur(bot, chat_id, inhoud)
        case Zendsoort.TIK_ANTWOORD:
            await bot.answer_callback_query(inhoud["tik_id"], text=inhoud["tekst"] or None)
        case Zendsoort.VERLAAT:
            await bot.leave_chat(chat_id)
        case Zendsoort.MENU:
            await zet_menu(bot, chat_id, rol=Rol(inhoud["rol"]), teksten=teksten)
        case _ if oproep.message_id is not None:
            await _verander(bot, oproep, oproep.message_id, teksten=teksten)
        case _:
            pass  # it was never sent, so there is nothing to change
    return None


async def _stuur(bot: Bot, chat_id: int, inhoud: dict[str, Any]) -> int:
    bericht = await bot.send_message(
        chat_id,
        inhoud["html"],
        parse_mode=ParseMode.HTML,
        reply_markup=_toetsenbord(inhoud),
        link_preview_options=_GEEN_VOORBEELD,
    )
    return bericht.message_id


async def _verander(bot: Bot, oproep: Oproep, message_id: int, *, teksten: Teksten) -> None:
    chat_id, inhoud = oproep.chat_id, oproep.inhoud
    match oproep.soort:
        case Zendsoort.KNOPPEN_WEG if "html" not in inhoud:
            await bot.edit_message_reply_markup(chat_id, message_id, reply_markup=None)
        case Zendsoort.BEWERK | Zendsoort.KNOPPEN_WEG:
            await bot.edit_message_text(
                inhoud["html"],
                chat_id,
                message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=_toetsenbord(inhoud),
                link_preview_options=_GEEN_VOORBEELD,
            )
        case Zendsoort.VERWIJDER:
            await _verwijder(bot, oproep, message_id, teksten=teksten)


async def _verwijder(bot: Bot, oproep: Oproep, message_id: int, *, teksten: Teksten) -> None:
    """Deletes a message. One of the bot itself that is too old to be deleted (48 hours) is emptied instead."""
    try:
        await bot.delete_message(oproep.chat_id, message_id)
    except BadRequest as fout:
        if is_al_zo(fout) or "message_id" in oproep.inhoud:  # of the person: nothing more can be done
            return
        await bot.edit_message_text(teksten.vul("kanaal/kaart_weg"), oproep.chat_id, message_id)


def _toetsenbord(inhoud: dict[str, Any]) -> InlineKeyboardMarkup | None:
    rijen = [
        [InlineKeyboardButton(toets["t"], callback_data=toets["d"]) for toets in rij]
        for rij in inhoud.get("knoppen", [])
    ]
    return InlineKeyboardMarkup(rijen) if rijen else None


def is_al_zo(fout: BadRequest) -> bool:
    """Whether a refusal means that nothing needs to be done any more."""
    tekst = str(fout).lower()
    return any(deel in tekst for deel in _AL_ZO)
