"""Everything that the fake knows, in one place: the bot, its settings, people, chats, updates, limits, the record."""

import hashlib
import itertools
from collections.abc import Callable
from typing import Any

from tests.telegram.nep.fouten import MensFout, weiger
from tests.telegram.nep.limieten import Limieten, Verkeer
from tests.telegram.nep.storingen import Storingen
from tests.telegram.nep.tijd import Tijd
from tests.telegram.nep.toestand import Aanroep, Chat, Chatbericht, Inhoud, Mens, Tik
from tests.telegram.nep.updates import Updates
from tests.telegram.nep.velden import Velden


class Wereld:
    """The state of one fake Telegram with one bot."""

    def __init__(self, token: str, tijd: Tijd, limieten: Limieten) -> None:
        self.token, self.tijd = token, tijd
        self.bot_id, self.botnaam = int(token.split(":", maxsplit=1)[0]), "wijkbrug_proef_bot"
        self.storingen = Storingen(tijd)
        self.updates = Updates(tijd, self.storingen)
        self.verkeer = Verkeer(tijd, limieten)
        self.mensen: dict[int, Mens] = {}
        self.chats: dict[int, Chat] = {}
        self.tikken: dict[str, Tik] = {}
        self.aanroepen: list[Aanroep] = []
        self.instellingen: dict[str, Any] = {"commands": {}, "menu": {}}
        self.webhook: dict[str, Any] = {}
        self.webhook_gezet = 0.0
        self.tik_geldig = 30.0  # seconds in which a tap can be answered; Telegram documents no number
        self.luisteraars: list[Callable[[str, Chatbericht], None]] = []  # for load tests: new, edited, deleted
        self._nummers = itertools.count(1)
        self._tiknummers = itertools.count(4_870_000_000_000_001)

    # what the API shows

    def bot_als_api(self) -> dict[str, Any]:
        return {"id": self.bot_id, "is_bot": True, "first_name": "Wijkbrug", "username": self.botnaam}

    def chat_als_api(self, chat: int) -> dict[str, Any]:
        if chat < 0:
            return {
                "id": chat,
                "type": "group",
                "title": self.chats[chat].titel,
                "all_members_are_administrators": True,
            }
        mens = self.mensen[chat].als_api()
        namen = {naam: mens[naam] for naam in ("first_name", "last_name", "username") if naam in mens}
        return {"id": chat, "type": "private"} | namen

    def als_api(self, bericht: Chatbericht) -> dict[str, Any]:
        """The Message object of this message as it is now."""
        if bericht.verwijderd is not None:  # an InaccessibleMessage
            return {"chat": self.chat_als_api(bericht.chat), "message_id": bericht.nummer, "date": 0}
        van = self.bot_als_api() if bericht.van_bot else self.mensen[bericht.van].als_api()
        velden: dict[str, Any] = {"message_id": bericht.nummer, "from": van, "date": int(bericht.datum)}
        velden |= {"chat": self.chat_als_api(bericht.chat), **bericht.media}
        is_tekst = bericht.soort == "text"
        if bericht.tekst:
            velden["text" if is_tekst else "caption"] = bericht.tekst
        if bericht.inhoud.opmaak:
            velden["entities" if is_tekst else "caption_entities"] = bericht.inhoud.opmaak
        if bericht.knoppen:
            velden["reply_markup"] = {"inline_keyboard": bericht.knoppen}
        if bericht.bewerkt is not None:
            velden["edit_date"] = int(bericht.bewerkt)
        if bericht.opties.get("protect_content"):
            velden["has_protected_content"] = True
        antwoord_op = self.chats[bericht.chat].berichten.get(bericht.opties.get("antwoord_op", 0))
        if antwoord_op is not None and antwoord_op.verwijderd is None:
            velden["reply_to_message"] = self.als_api(antwoord_op)
        return velden

    # what happens

    def plaats(self, chat: int, van: int, soort: str, inhoud: Inhoud, **rest: Any) -> Chatbericht:
        """A new message in a chat, from the bot or from a person."""
        hier = self.chats[chat]
        bericht = Chatbericht(chat, next(self._nummers), van, van == self.bot_id, soort, self.tijd.nu(), inhoud, **rest)
        hier.berichten[bericht.nummer] = bericht
        if bericht.van_bot:
            hier.bezig_sinds = 0.0
        self.meld("nieuw", bericht)
        return bericht

    def meld(self, wat: str, bericht: Chatbericht) -> None:
        """Tells who listens that a message is `nieuw`, `bewerkt` or `verwijderd`."""
        for luister in self.luisteraars:
            luister(wat, bericht)

    def nieuwe_tik(self, mens: int, bericht: Chatbericht, data: str) -> Tik:
        id_ = str(next(self._tiknummers))
        tik = self.tikken[id_] = Tik(id_, mens, bericht.chat, bericht.nummer, data, self.tijd.nu())
        return tik

    @staticmethod
    def chat_instance(chat: int) -> str:
        return str(int.from_bytes(hashlib.sha256(str(chat).encode()).digest()[:7], "big"))

    def mens(self, id_: int) -> Mens:
        if id_ not in self.mensen:
            raise MensFout(f"there is no person {id_}")
        return self.mensen[id_]

    # who may be written to

    def chat_voor(self, velden: Velden, *, zenden: bool) -> Chat:
        """The chat of a call. Sending is refused by who blocks the bot; editing and deleting are not."""
        if not velden.tekst("chat_id"):
            weiger("chat_id is empty")
        chat = self.chats.get(velden.chat or 0)
        if chat is None:
            weiger("chat not found")
        if chat.is_groep:
            self._keur_groep(chat)
        else:
            self._keur_mens(self.mensen[chat.id], zenden=zenden)
        return chat

    @staticmethod
    def _keur_groep(chat: Chat) -> None:
        if chat.status == "kicked":
            weiger("bot was kicked from the group chat", code=403)
        if chat.status == "left":
            weiger("bot is not a member of the group chat", code=403)

    @staticmethod
    def _keur_mens(mens: Mens, *, zenden: bool) -> None:
        if not mens.bestaat:
            weiger("user is deactivated", code=403)
        if not mens.gestart:
            weiger("chat not found")
        if zenden and mens.blokkeert:
            weiger("bot was blocked by the user", code=403)
