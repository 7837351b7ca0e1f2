"""Reads an update of Telegram: who, which chat, what kind. Pure; the text of a message stays in memory."""

import re
from dataclasses import dataclass, field
from typing import Any

from telegram import CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message, Update

from bot.services.binnenkomst import Soort

TOEGESTAAN = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]
_WEG = ("foto", "spraak", "contact", "video", "bestand", "locatie")  # may hold anything: not fetched, deleted at once
_CODE = re.compile(r"[A-Za-z0-9_-]{20,64}")  # as in our links; what somebody types behind /start is not kept
SOORT_BERICHT = {  # which part of a message: what we call it (a text in data/teksten, `anders/…`)
    "photo": "foto",
    "voice": "spraak",
    "audio": "spraak",
    "video_note": "video",
    "video": "video",
    "animation": "video",
    "document": "bestand",
    "contact": "contact",
    "location": "locatie",
    "venue": "locatie",
    "sticker": "sticker",
}


@dataclass(frozen=True)
class Gelezen:
    """What an update is. `tekst` is what the person typed and must not be kept; `inhoud` holds ids only."""

    update_id: int
    chat_id: int
    soort: Soort
    tekst: str = ""
    inhoud: dict[str, Any] = field(default_factory=dict)


def lees_update(gegevens: dict[str, Any]) -> Gelezen | None:
    """Reads the JSON of one update; None for a kind that we did not ask for.

    Raises:
        ValueError: It is no update.
    """
    try:
        gelezen = _lees(Update.de_json(gegevens, None))
    except Exception as fout:  # noqa: BLE001 - the library raises many kinds, and some name the text
        raise ValueError(type(fout).__name__) from None
    if gelezen is not None and not (_is_id(gelezen.update_id) and _is_id(gelezen.chat_id)):
        raise ValueError("id")
    return gelezen


def _is_id(waarde: object) -> bool:
    """The library does not look at types; what is no number of 64 bits cannot be stored."""
    return isinstance(waarde, int) and not isinstance(waarde, bool) and abs(waarde) < 1 << 63


def _lees(update: Update) -> Gelezen | None:
    if update.callback_query is not None:
        return _tik(update.update_id, update.callback_query)
    if update.my_chat_member is not None:
        return _lidmaatschap(update.update_id, update.my_chat_member)
    bericht = update.message or update.edited_message
    if bericht is None:
        return None
    if bericht.chat.type != Chat.PRIVATE:
        return Gelezen(update.update_id, bericht.chat.id, Soort.GROEP)
    return _bericht(update.update_id, bericht, is_bewerkt=update.message is None)


def _tik(update_id: int, tik: CallbackQuery) -> Gelezen | None:
    bericht = tik.message
    if bericht is None or bericht.chat.type != Chat.PRIVATE:
        return None
    inhoud = {"tik_id": tik.id, "payload": (tik.data or "")[:64], "message_id": bericht.message_id}
    return Gelezen(update_id, bericht.chat.id, Soort.TIK, inhoud=inhoud)


def _lidmaatschap(update_id: int, wijziging: ChatMemberUpdated) -> Gelezen | None:
    weg = wijziging.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT)
    if wijziging.chat.type == Chat.PRIVATE:
        return Gelezen(update_id, wijziging.chat.id, Soort.GEBLOKKEERD if weg else Soort.TERUG_VAN_BLOKKADE)
    return None if weg else Gelezen(update_id, wijziging.chat.id, Soort.GROEP)


def _bericht(update_id: int, bericht: Message, *, is_bewerkt: bool) -> Gelezen | None:
    chat_id, inhoud = bericht.chat.id, {"message_id": bericht.message_id}
    if is_bewerkt:
        tekst = bericht.text or bericht.caption or ""
        return Gelezen(update_id, chat_id, Soort.ANDERS, tekst=tekst, inhoud={**inhoud, "wat": "bewerkt"})
    if bericht.text is None:
        wat = next((naam for deel, naam in SOORT_BERICHT.items() if getattr(bericht, deel, None)), "onbekend")
        return Gelezen(update_id, chat_id, Soort.ANDERS, inhoud={**inhoud, "wat": wat, "weg": wat in _WEG})
    opdracht, _, rest = bericht.text.partition(" ")
    if opdracht == "/start":
        return Gelezen(update_id, chat_id, Soort.START, inhoud={**inhoud, "code": _code(rest.strip())})
    return Gelezen(update_id, chat_id, Soort.TEKST, tekst=bericht.text, inhoud=inhoud)


def _code(woorden: str) -> str:
    """The code of an invitation; of anything else only that there was something."""
    return woorden if _CODE.fullmatch(woorden) else "?" * bool(woorden)
