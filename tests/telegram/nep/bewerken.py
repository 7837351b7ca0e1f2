"""The methods that change or remove what is already in a chat."""

from dataclasses import replace
from typing import Any

from tests.telegram.nep.fouten import weiger
from tests.telegram.nep.knoppen import lees_toetsenbord
from tests.telegram.nep.toestand import Chat, Chatbericht, Inhoud
from tests.telegram.nep.velden import Velden
from tests.telegram.nep.wereld import Wereld
from tests.telegram.nep.zenden import lees_berichttekst, lees_bijschrift

VERWIJDERBAAR = 48 * 3600.0
MAX_LIJST = 100


def bewerk_tekst(wereld: Wereld, velden: Velden) -> dict[str, Any]:
    """`editMessageText`: without `reply_markup` the buttons go."""
    inhoud = lees_berichttekst(velden)
    bericht = _te_bewerken(wereld, velden)
    if bericht.soort != "text":
        weiger("there is no text in the message to edit")
    return _bewerk(wereld, velden, bericht, inhoud)


def bewerk_bijschrift(wereld: Wereld, velden: Velden) -> dict[str, Any]:
    """`editMessageCaption`."""
    inhoud = lees_bijschrift(velden)
    bericht = _te_bewerken(wereld, velden)
    if bericht.soort == "text":
        weiger("there is no caption in the message to edit")
    return _bewerk(wereld, velden, bericht, inhoud)


def bewerk_knoppen(wereld: Wereld, velden: Velden) -> dict[str, Any]:
    """`editMessageReplyMarkup`."""
    bericht = _te_bewerken(wereld, velden)
    return _bewerk(wereld, velden, bericht, replace(bericht.inhoud))


def verwijder(wereld: Wereld, velden: Velden) -> bool:
    """`deleteMessage`: at most 48 hours old; in a group only what the bot wrote itself."""
    chat = wereld.chat_voor(velden, zenden=False)
    bericht = _bericht(chat, velden, "delete")
    _keur_verwijderen(wereld, chat, bericht)
    _verwijder(wereld, bericht)
    return True


def verwijder_lijst(wereld: Wereld, velden: Velden) -> bool:
    """`deleteMessages`: what is not found is skipped."""
    nummers = velden.json("message_ids") or []
    if not nummers:
        weiger("message identifiers are not specified")
    if len(nummers) > MAX_LIJST:
        weiger("Too many message identifiers specified")
    chat = wereld.chat_voor(velden, zenden=False)
    gevonden = [chat.berichten[nummer] for nummer in nummers if nummer in chat.berichten]
    for bericht in gevonden:
        _keur_verwijderen(wereld, chat, bericht)
    for bericht in gevonden:
        _verwijder(wereld, bericht)
    return True


def zet_vast(wereld: Wereld, velden: Velden) -> bool:
    """`pinChatMessage`."""
    chat = wereld.chat_voor(velden, zenden=False)
    chat.vastgezet = _bericht(chat, velden, "pin").nummer
    return True


def maak_los(wereld: Wereld, velden: Velden) -> bool:
    """`unpinChatMessage` and `unpinAllChatMessages`."""
    chat = wereld.chat_voor(velden, zenden=False)
    if chat.vastgezet is None and velden.geheel("message_id"):
        weiger("message to unpin not found")
    chat.vastgezet = None
    return True


def _bericht(chat: Chat, velden: Velden, waarvoor: str) -> Chatbericht:
    bericht = chat.berichten.get(velden.geheel("message_id"))
    if bericht is None or bericht.verwijderd is not None:
        weiger(f"message to {waarvoor} not found")
    return bericht


def _te_bewerken(wereld: Wereld, velden: Velden) -> Chatbericht:
    if not velden.geheel("message_id"):
        weiger("message identifier is not specified")
    bericht = _bericht(wereld.chat_voor(velden, zenden=False), velden, "edit")
    if not bericht.van_bot:
        weiger("message can't be edited")
    return bericht


def _bewerk(wereld: Wereld, velden: Velden, bericht: Chatbericht, inhoud: Inhoud) -> dict[str, Any]:
    inhoud.knoppen = lees_toetsenbord(velden, alleen_inline=True).get("inline_keyboard", [])
    if inhoud == bericht.inhoud:
        weiger(
            "message is not modified: specified new message content and reply markup are exactly the same as a current "
            "content and reply markup of the message"
        )
    bericht.wordt(inhoud, wereld.tijd.nu())
    wereld.meld("bewerkt", bericht)
    return wereld.als_api(bericht)


def _verwijder(wereld: Wereld, bericht: Chatbericht) -> None:
    bericht.verdwijn(wereld.tijd.nu(), "bot")
    wereld.meld("verwijderd", bericht)


def _keur_verwijderen(wereld: Wereld, chat: Chat, bericht: Chatbericht) -> None:
    if chat.is_groep and not bericht.van_bot:
        weiger("message can't be deleted")
    if wereld.tijd.nu() - bericht.datum >= VERWIJDERBAAR:
        weiger("message can't be deleted for everyone")
