"""The methods that put something into a chat."""

import hashlib
from typing import Any

from tests.telegram.nep.fouten import weiger
from tests.telegram.nep.knoppen import lees_toetsenbord
from tests.telegram.nep.opmaak import lees_tekst
from tests.telegram.nep.toestand import Chat, Inhoud
from tests.telegram.nep.velden import Bestand, Velden
from tests.telegram.nep.wereld import Wereld

MAX_TEKST = 4096
MAX_BIJSCHRIFT = 1024
MAX_FOTO = 10 << 20
MAX_BESTAND = 50 << 20
ACTIES = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
        "record_audio",
        "upload_audio",
    ]
)
_BEELD = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF")


def lees_berichttekst(velden: Velden) -> Inhoud:
    """The text of a message, 1 to 4096 characters after parsing."""
    tekst, opmaak = lees_tekst(velden, "text", "entities")
    if not tekst:
        weiger("message text is empty")
    if len(tekst) > MAX_TEKST:
        weiger("message is too long")
    return Inhoud(tekst, opmaak)


def lees_bijschrift(velden: Velden) -> Inhoud:
    """The caption of a file, up to 1024 characters after parsing."""
    tekst, opmaak = lees_tekst(velden, "caption", "caption_entities")
    if len(tekst) > MAX_BIJSCHRIFT:
        weiger("message caption is too long")
    return Inhoud(tekst, opmaak)


def stuur_tekst(wereld: Wereld, velden: Velden) -> dict[str, Any]:
    """`sendMessage`."""
    return _plaats(wereld, velden, "text", lees_berichttekst(velden))


def stuur_foto(wereld: Wereld, velden: Velden) -> dict[str, Any]:
    """`sendPhoto`: an upload that is a picture, at most 10 MB."""
    bestand = _bestand(velden, "photo", MAX_FOTO)
    if not bestand.inhoud.startswith(_BEELD):
        weiger("IMAGE_PROCESS_FAILED")
    maat = {**_bestandsvelden(bestand), "width": 320, "height": 320}
    return _plaats(wereld, velden, "photo", lees_bijschrift(velden), photo=[maat])


def stuur_document(wereld: Wereld, velden: Velden) -> dict[str, Any]:
    """`sendDocument`: an upload of at most 50 MB."""
    bestand = _bestand(velden, "document", MAX_BESTAND)
    document = {**_bestandsvelden(bestand), "file_name": bestand.naam, "mime_type": bestand.soort}
    return _plaats(wereld, velden, "document", lees_bijschrift(velden), document=document)


def toon_bezig(wereld: Wereld, velden: Velden) -> bool:
    """`sendChatAction`: shown for five seconds, or until a message comes."""
    if velden.tekst("action") not in ACTIES:
        weiger("wrong parameter action in request")
    wereld.chat_voor(velden, zenden=True).bezig_sinds = wereld.tijd.nu()
    return True


def _plaats(wereld: Wereld, velden: Velden, soort: str, inhoud: Inhoud, **media: Any) -> dict[str, Any]:
    toetsenbord = lees_toetsenbord(velden)
    chat = wereld.chat_voor(velden, zenden=True)
    opties = _opties(chat, velden)
    with wereld.verkeer.bericht(chat.id):
        inhoud.knoppen = toetsenbord.get("inline_keyboard", [])
        bericht = wereld.plaats(chat.id, wereld.bot_id, soort, inhoud, media=media, opties=opties)
    if "keyboard" in toetsenbord or "remove_keyboard" in toetsenbord:
        chat.toetsenbord = toetsenbord if "keyboard" in toetsenbord else {}
    return wereld.als_api(bericht)


def _opties(chat: Chat, velden: Velden) -> dict[str, Any]:
    antwoord = velden.json("reply_parameters") or {}
    op = int(antwoord.get("message_id") or velden.geheel("reply_to_message_id"))
    if op and (op not in chat.berichten or chat.berichten[op].verwijderd is not None):
        if not antwoord.get("allow_sending_without_reply"):
            weiger("message to be replied not found")
        op = 0
    vlaggen = {naam: True for naam in ("protect_content", "disable_notification") if velden.waar(naam)}
    return {**vlaggen, "antwoord_op": op} if op else vlaggen


def _bestand(velden: Velden, naam: str, hoogstens: int) -> Bestand:
    bestand = velden.bestand(naam)
    if bestand is None or not bestand.inhoud:
        weiger(f"there is no {naam} in the request")
    if len(bestand.inhoud) > hoogstens:
        weiger("Request Entity Too Large", code=400)
    return bestand


def _bestandsvelden(bestand: Bestand) -> dict[str, Any]:
    merk = hashlib.sha256(bestand.inhoud).hexdigest()
    return {"file_id": f"nep-{merk[:32]}", "file_unique_id": merk[:16], "file_size": len(bestand.inhoud)}
