"""The people of the emulator: they write and tap through its client routes, and read what the bot sent."""

import html
import itertools
import re
import time
from dataclasses import dataclass
from typing import Any

import httpx

from tests.telegram.nep.fouten import MensFout
from tests.telegram.nep.handelingen import MEDIA
from tests.telegram.nep.mensen import wacht_tot

_LABEL = re.compile(r"</?[a-zA-Z][^>]*>")
_OPDRACHT = re.compile(r"/[A-Za-z0-9_]+")
_bots = itertools.count(6_660_001)
_mensen = itertools.count(900_001)


@dataclass(frozen=True)
class EmulatorBericht:
    """A message of the bot as it is now; `html` is what the bot sent, `tekst` is without tags."""

    nummer: int
    html: str
    knoppen: list[list[dict[str, Any]]]
    bewerkt: bool

    @property
    def tekst(self) -> str:
        return html.unescape(_LABEL.sub("", self.html))

    @property
    def knopteksten(self) -> list[str]:
        return [knop["text"] for rij in self.knoppen for knop in rij]


class Emulator:
    """One bot on the running emulator, with a token of its own."""

    def __init__(self, url: str) -> None:
        self.url, self.token = url, f"{next(_bots)}:emulator-token-voor-de-proeven"
        self.base_url = f"{url}/bot"
        self._http = httpx.Client(base_url=url, trust_env=False)

    def mens(self, voornaam: str, *, id_: int = 0, groep: int = 0) -> "EmulatorMens":
        """A person in the private chat with the bot, or with `groep` (a negative number) in a group."""
        return EmulatorMens(self, id_ or next(_mensen), voornaam, groep)

    def sluit(self) -> None:
        self._http.close()

    def geschiedenis(self) -> list[dict[str, Any]]:
        """Everything that the emulator keeps for this bot, as it keeps it."""
        uit = self.roep("getUpdatesHistory", {"token": self.token})
        return list(uit["result"])

    def wachtend(self) -> int:
        """How many updates the bot has not confirmed."""
        return sum("isRead" in een and self._is_update(een) and not een.get("confirmed") for een in self.geschiedenis())

    def roep(self, route: str, inhoud: dict[str, Any]) -> dict[str, Any]:
        antwoord = self._http.post(f"/{route}", json=inhoud)
        antwoord.raise_for_status()
        return dict(antwoord.json())

    @staticmethod
    def _is_update(een: dict[str, Any]) -> bool:
        return "callbackQuery" in een or "chat_id" not in een["message"]


class EmulatorMens:
    """A person: types, sends things, taps, and looks at what the bot has in the chat."""

    def __init__(self, emulator: Emulator, id_: int, voornaam: str, groep: int) -> None:
        self._emulator, self.id, self.voornaam = emulator, id_, voornaam
        self.chat = groep or id_
        self._gezien = 0

    def stuur(self, tekst: str) -> None:
        """A text; what begins with `/` is a command."""
        opdracht = _OPDRACHT.match(tekst)
        if opdracht is None:
            self._verstuur("sendMessage", {"text": tekst})
            return
        merk = {"type": "bot_command", "offset": 0, "length": len(opdracht[0])}
        self._verstuur("sendCommand", {"text": tekst, "entities": [merk]})

    def start(self, code: str = "") -> None:
        self.stuur(f"/start {code}".strip())

    def stuur_media(self, soort: str, bijschrift: str = "") -> None:
        """A `photo`, `voice`, `sticker`, `contact`, `location`, … ."""
        self._verstuur("sendMessage", {soort: MEDIA[soort], **({"caption": bijschrift} if bijschrift else {})})

    def tik(self, knop: str) -> None:
        """Taps the newest button with this text or data."""
        for bericht in reversed(self.scherm()):
            for een in (een for rij in bericht.knoppen for een in rij):
                if knop in (een["text"], een.get("callback_data")):
                    self.tik_data(een["callback_data"], bericht.nummer)
                    return
        raise MensFout(f"there is no button {knop!r}")

    def tik_data(self, data: str, bericht: int) -> None:
        """A tap with this data, whether or not there is such a button."""
        over = {"message_id": bericht, "chat": self._chat(), "date": int(time.time())}
        self._verstuur("sendCallback", {"data": data, "message": over})

    def scherm(self) -> list[EmulatorBericht]:
        """The messages of the bot in this chat as they are now, oldest first."""
        return [
            EmulatorBericht(
                een["messageId"],
                een["message"]["text"],
                (een["message"].get("reply_markup") or {}).get("inline_keyboard", []),
                "edited" in een,
            )
            for een in self._emulator.geschiedenis()
            if str(een.get("message", {}).get("chat_id")) == str(self.chat) and not een.get("deleted")
        ]

    def nieuw(self) -> list[EmulatorBericht]:
        """Messages that came after the last call of this method or of `antwoord`."""
        berichten = [een for een in self.scherm() if een.nummer > self._gezien]
        self._gezien = max((een.nummer for een in berichten), default=self._gezien)
        return berichten

    async def antwoord(self, seconden: float = 10.0) -> EmulatorBericht:
        """Waits for a new message of the bot; returns the newest."""
        return (await wacht_tot(self.nieuw, seconden, op="for an answer of the bot"))[-1]

    async def ziet(self, tekst: str, seconden: float = 10.0) -> EmulatorBericht:
        """Waits until a message of the bot contains this text."""
        gevonden = await wacht_tot(
            lambda: [een for een in self.scherm() if tekst in een.tekst], seconden, op=f"for {tekst!r} on the screen"
        )
        return gevonden[-1]

    def _verstuur(self, route: str, inhoud: dict[str, Any]) -> None:
        vast = {"botToken": self._emulator.token, "date": int(time.time()), "chat": self._chat()}
        wie = {"id": self.id, "is_bot": False, "first_name": self.voornaam, "language_code": "nl"}
        self._emulator.roep(route, {**vast, "from": wie, **inhoud})

    def _chat(self) -> dict[str, Any]:
        if self.chat < 0:
            return {"id": self.chat, "type": "group", "title": "Groep"}
        return {"id": self.chat, "type": "private", "first_name": self.voornaam}
