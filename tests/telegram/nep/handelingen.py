"""What people do in Telegram, and what a test may ask or set: commands by name with plain values.

The same commands serve in the process of the test (`NepTelegram.roep`) and over HTTP (`/bediening/<command>`).
"""

import re
from typing import Any

from tests.telegram.nep.fouten import MensFout
from tests.telegram.nep.toestand import Chat, Chatbericht, Inhoud, Mens
from tests.telegram.nep.wereld import Wereld

MAX_TEKST = 4096
_STARTCODE = re.compile(r"[A-Za-z0-9_-]{0,64}")
_OPDRACHT = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{5,32})?")
_BEELD = {"file_id": "nep-beeld", "file_unique_id": "beeld", "width": 90, "height": 90, "file_size": 2048}
_GELUID = {"file_id": "nep-geluid", "file_unique_id": "geluid", "duration": 3, "file_size": 4096}
MEDIA: dict[str, Any] = {
    "photo": [_BEELD, {**_BEELD, "file_unique_id": "groot", "width": 800, "height": 800}],
    "voice": {**_GELUID, "mime_type": "audio/ogg"},
    "audio": {**_GELUID, "mime_type": "audio/mpeg"},
    "video": {**_BEELD, "duration": 3},
    "animation": {**_BEELD, "duration": 1},
    "video_note": {"file_id": "nep-rond", "file_unique_id": "rond", "length": 240, "duration": 3},
    "sticker": {**_BEELD, "type": "regular", "is_animated": False, "is_video": False, "emoji": "👍"},
    "document": {"file_id": "nep-bestand", "file_unique_id": "bestand", "file_name": "verwijsbrief.pdf"},
    "contact": {"phone_number": "+31612345678", "first_name": "Proef"},
    "location": {"latitude": 52.0607, "longitude": 4.494},
    "dice": {"emoji": "🎲", "value": 4},
}
LOS = frozenset({"contact", "location", "dice", "sticker", "video_note"})  # these have no caption


class Handelingen:
    """The acts of people. Every method takes and returns plain values."""

    def __init__(self, wereld: Wereld) -> None:
        self.wereld = wereld

    def maak_mens(self, voornaam: str, id: int = 0, **rest: Any) -> int:  # noqa: A002 - Telegram's word
        """A person who has not met the bot yet."""
        id_ = id or 700_000_001 + len(self.wereld.mensen)
        self.wereld.mensen[id_] = Mens(id_, voornaam, **rest)
        self.wereld.chats[id_] = Chat(id_)
        return id_

    def maak_groep(self, titel: str) -> int:
        id_ = -400_000_001 - sum(chat.is_groep for chat in self.wereld.chats.values())
        self.wereld.chats[id_] = Chat(id_, titel, status="left")
        return id_

    def stuur(self, mens: int, tekst: str, groep: int = 0) -> list[int]:
        """Types a text; the client cuts it into messages of 4096 characters. Returns their numbers."""
        delen = [tekst[plek : plek + MAX_TEKST].strip() for plek in range(0, len(tekst), MAX_TEKST)]
        if not any(delen):
            raise MensFout("an empty message cannot be sent")
        inhouden = [Inhoud(deel, _opdrachten(deel)) for deel in delen if deel]
        return [self._schrijf(mens, "text", inhoud, groep=groep).nummer for inhoud in inhouden]

    def start(self, mens: int, code: str = "") -> list[int]:
        """Opens `t.me/bot?start=code` and presses start."""
        if not _STARTCODE.fullmatch(code):
            raise MensFout(f"Telegram does not open a link with this code: {code!r}")
        if self.wereld.mens(mens).blokkeert:
            self.deblokkeer(mens)
        return self.stuur(mens, f"/start {code}".strip())

    def stuur_media(self, mens: int, soort: str, bijschrift: str = "", groep: int = 0, **velden: Any) -> int:
        """Sends a photo, voice message, sticker, contact, location, …; `velden` replaces parts of the object."""
        if bijschrift and soort in LOS:
            raise MensFout(f"a {soort} has no caption")
        object_ = MEDIA[soort]
        media: dict[str, Any] = {soort: {**object_, **velden} if isinstance(object_, dict) else object_}
        if soort == "animation":  # for backward compatibility the API sets both
            media["document"] = MEDIA["document"]
        return self._schrijf(mens, soort, Inhoud(bijschrift), media=media, groep=groep).nummer

    def bewerk(self, mens: int, bericht: int, tekst: str) -> None:
        """Edits an own message."""
        eigen = self._bericht(mens, bericht)
        if eigen.van != mens:
            raise MensFout("only an own message can be edited")
        eigen.wordt(Inhoud(tekst, _opdrachten(tekst)), self.wereld.tijd.nu())
        self.wereld.updates.voeg_toe(eigen.chat, "edited_message", self.wereld.als_api(eigen))

    def verwijder(self, mens: int, bericht: int) -> None:
        """Deletes a message for both sides; the bot is not told."""
        self._bericht(mens, bericht).verdwijn(self.wereld.tijd.nu(), "mens")

    def tik(self, mens: int, knop: str, bericht: int = 0, groep: int = 0, forceer: bool = False) -> dict[str, Any]:
        """Taps the newest button with this text or data; `forceer` also takes one that is no longer shown.

        Returns what the tap did: `{"tik": id}`, `{"kopie": text}`, `{"url": …}`, or `{"bericht": number}` for a button
        of the keyboard under the screen.
        """
        chat = self.wereld.chats[groep or mens]
        for een in sorted(chat.berichten.values(), key=lambda een: -een.nummer):
            if bericht in (0, een.nummer) and (gevonden := _vind(een, knop, forceer=forceer)):
                return self._druk(mens, een, gevonden)
        if any(knop == een["text"] for rij in chat.toetsenbord.get("keyboard", []) for een in rij):
            return {"bericht": self.stuur(mens, knop, groep)[0]}
        te_zien = [tekst for een in chat.zichtbaar() for tekst in een.knopteksten]
        raise MensFout(f"there is no button {knop!r}; to be seen are {te_zien}")

    def _druk(self, mens: int, bericht: Chatbericht, knop: dict[str, Any]) -> dict[str, Any]:
        if "url" in knop:
            return {"url": knop["url"]}
        if "copy_text" in knop:
            return {"kopie": knop["copy_text"]["text"]}
        tik = self.wereld.nieuwe_tik(mens, bericht, knop["callback_data"])
        inhoud: dict[str, Any] = {
            "id": tik.id,
            "from": self.wereld.mens(mens).als_api(),
            "message": self.wereld.als_api(bericht),
        }
        inhoud |= {"chat_instance": self.wereld.chat_instance(bericht.chat), "data": tik.data}
        self.wereld.updates.voeg_toe(bericht.chat, "callback_query", inhoud)
        return {"tik": tik.id}

    def blokkeer(self, mens: int) -> None:
        self.wereld.mens(mens).blokkeert = True
        self._lid(mens, mens, "member", "kicked")

    def deblokkeer(self, mens: int) -> None:
        self.wereld.mens(mens).blokkeert = False
        self._lid(mens, mens, "kicked", "member")

    def hef_op(self, mens: int) -> None:
        """Deletes the account."""
        self.wereld.mens(mens).bestaat = False

    def voeg_toe(self, mens: int, groep: int) -> None:
        """Adds the bot to a group."""
        oud, self.wereld.chats[groep].status = self.wereld.chats[groep].status, "member"
        self._lid(groep, mens, oud, "member")
        nieuw = {"new_chat_members": [self.wereld.bot_als_api()]}
        self._schrijf(mens, "new_chat_members", Inhoud(), media=nieuw, groep=groep)

    def zet_uit(self, mens: int, groep: int) -> None:
        """Removes the bot from a group."""
        self.wereld.chats[groep].status = "kicked"
        self._lid(groep, mens, "member", "kicked")

    def _lid(self, chat: int, mens: int, oud: str, nieuw: str) -> None:
        bot = self.wereld.bot_als_api()
        leden: list[dict[str, Any]] = [{"user": bot, "status": status} for status in (oud, nieuw)]
        for lid in leden:
            if lid["status"] == "kicked":
                lid["until_date"] = 0
        inhoud: dict[str, Any] = {"chat": self.wereld.chat_als_api(chat), "from": self.wereld.mens(mens).als_api()}
        inhoud |= {"date": int(self.wereld.tijd.nu()), "old_chat_member": leden[0], "new_chat_member": leden[1]}
        self.wereld.updates.voeg_toe(chat, "my_chat_member", inhoud)

    def _schrijf(self, mens: int, soort: str, inhoud: Inhoud, *, groep: int, **rest: Any) -> Chatbericht:
        wie = self.wereld.mens(mens)
        if not groep and wie.blokkeert:
            raise MensFout("who blocks the bot cannot write to it")
        wie.gestart = wie.gestart or not groep
        bericht = self.wereld.plaats(groep or mens, mens, soort, inhoud, **rest)
        if not groep or (self.wereld.chats[groep].status == "member" and self._voor_bot(bericht)):
            self.wereld.updates.voeg_toe(bericht.chat, "message", self.wereld.als_api(bericht))
        return bericht

    def _voor_bot(self, bericht: Chatbericht) -> bool:
        """In a group a bot in privacy mode sees commands, mentions and service messages only."""
        return bericht.soort == "new_chat_members" or bool(
            bericht.inhoud.opmaak or f"@{self.wereld.botnaam}" in bericht.tekst
        )

    def _bericht(self, mens: int, bericht: int) -> Chatbericht:
        gevonden = self.wereld.chats[mens].berichten.get(bericht)
        if gevonden is None or gevonden.verwijderd is not None:
            raise MensFout(f"there is no message {bericht} in this chat")
        return gevonden


def _opdrachten(tekst: str) -> list[dict[str, Any]]:
    """Commands, as the client marks them; all characters before one are counted in UTF-16."""
    return [
        {
            "type": "bot_command",
            "offset": len(tekst[: een.start()].encode("utf-16-le")) // 2,
            "length": len(een[0]),
        }
        for een in _OPDRACHT.finditer(tekst)
    ]


def _vind(bericht: Chatbericht, knop: str, *, forceer: bool) -> dict[str, Any] | None:
    if bericht.verwijderd is not None and not forceer:
        return None
    borden = [bericht.knoppen, *([versie.knoppen for versie in reversed(bericht.versies)] if forceer else [])]
    return next(
        (een for rijen in borden for rij in rijen for een in rij if knop in (een["text"], een.get("callback_data"))),
        None,
    )
