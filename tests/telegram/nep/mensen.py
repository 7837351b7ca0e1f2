"""People and groups as a test holds them; the same in the process of the fake and at a distance."""

import asyncio
import time
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from tests.telegram.nep.fouten import MensFout
from tests.telegram.nep.toestand import Chatbericht

T = TypeVar("T")
TUSSEN_KIJKEN = 0.01


class Deur(Protocol):
    """The way to the fake: directly (`NepTelegram`) or over HTTP (`NepOpAfstand`)."""

    def roep(self, opdracht: str, **velden: Any) -> Any: ...


async def wacht_tot(voorwaarde: Callable[[], T], seconden: float = 10.0, *, op: str = "") -> T:
    """Looks again and again until there is an answer that counts as true, and returns it."""
    eind = time.monotonic() + seconden
    while not (uitkomst := voorwaarde()):
        if time.monotonic() > eind:
            raise MensFout(f"waited {seconden:g} s in vain {op}".strip())
        await asyncio.sleep(TUSSEN_KIJKEN)
    return uitkomst


class Gebruiker:
    """A person in the private chat with the bot: types, taps, sends things, and looks at the screen."""

    def __init__(self, deur: Deur, id_: int) -> None:
        self._deur, self.id = deur, id_
        self._gezien = 0

    # what he does

    def stuur(self, tekst: str) -> int:
        """Sends a text; returns the number of the (last) message."""
        return int(self._doe("stuur", tekst=tekst)[-1])

    def start(self, code: str = "") -> int:
        """Opens the deep link with this code and presses start."""
        return int(self._doe("start", code=code)[-1])

    def tik(self, knop: str, *, bericht: int = 0, forceer: bool = False) -> dict[str, Any]:
        """Taps the newest button with this text or data; with `forceer` also one that is gone."""
        return dict(self._doe("tik", knop=knop, bericht=bericht, forceer=forceer))

    def kopieer(self, knop: str) -> str:
        """Taps a copy button; returns what is on the clipboard then."""
        return str(self.tik(knop)["kopie"])

    def bewerk(self, bericht: int, tekst: str) -> None:
        self._doe("bewerk", bericht=bericht, tekst=tekst)

    def verwijder(self, bericht: int) -> None:
        self._doe("verwijder", bericht=bericht)

    def stuur_media(self, soort: str, bijschrift: str = "", **velden: Any) -> int:
        """Sends a `photo`, `voice`, `sticker`, `contact`, `location`, `document`, `video`, `audio`, … ."""
        return int(self._doe("stuur_media", soort=soort, bijschrift=bijschrift, **velden))

    def blokkeer(self) -> None:
        self._doe("blokkeer")

    def deblokkeer(self) -> None:
        self._doe("deblokkeer")

    def hef_op(self) -> None:
        self._doe("hef_op")

    # what he sees

    def scherm(self) -> list[Chatbericht]:
        """The chat as it is shown now, oldest first."""
        return self.alles(ook_verwijderd=False)

    def alles(self, *, sinds: int = 0, ook_verwijderd: bool = True) -> list[Chatbericht]:
        """The messages after this number, also those that were deleted."""
        gevonden = self._deur.roep("berichten", chat=self.id, sinds=sinds, ook_verwijderd=ook_verwijderd)
        return [Chatbericht.uit_json(een) for een in gevonden]

    def van_bot(self) -> list[Chatbericht]:
        """What is shown of the bot, oldest first."""
        return [een for een in self.scherm() if een.van_bot]

    def laatste(self) -> Chatbericht:
        """The newest message of the bot."""
        berichten = self.van_bot()
        if not berichten:
            raise MensFout("the bot has said nothing yet")
        return berichten[-1]

    def nieuw(self) -> list[Chatbericht]:
        """Messages of the bot that came after the last call of this method or of `antwoord`."""
        berichten = [een for een in self.alles(sinds=self._gezien, ook_verwijderd=False) if een.van_bot]
        self._gezien = max((een.nummer for een in berichten), default=self._gezien)
        return berichten

    async def antwoord(self, seconden: float = 10.0) -> Chatbericht:
        """Waits for a new message of the bot; returns the newest."""
        return (await wacht_tot(self.nieuw, seconden, op="for an answer of the bot"))[-1]

    async def ziet(self, tekst: str, seconden: float = 10.0) -> Chatbericht:
        """Waits until a message of the bot on the screen contains this text."""

        def zoek() -> Chatbericht | None:
            return next((een for een in reversed(self.van_bot()) if tekst in een.tekst), None)

        gevonden = await wacht_tot(zoek, seconden, op=f"for {tekst!r} on the screen")
        assert gevonden is not None
        return gevonden

    def chat(self) -> dict[str, Any]:
        """Pinned message, `bezig`, pop-ups (`meldingen`), keyboard, command menu."""
        return dict(self._deur.roep("chat", chat=self.id))

    def melding(self, tik: dict[str, Any]) -> str | None:
        """The pop-up after this tap; None while the bot has not answered it."""
        gevonden = next(een for een in self._deur.roep("tikken", chat=self.id) if een["id"] == tik["tik"])
        return None if gevonden["beantwoord"] is None else str(gevonden["tekst"])

    def _doe(self, opdracht: str, **velden: Any) -> Any:
        return self._deur.roep(opdracht, mens=self.id, **velden)


class Groep:
    """A group; the bot is not in it until someone adds it."""

    def __init__(self, deur: Deur, id_: int) -> None:
        self._deur, self.id = deur, id_

    def voeg_bot_toe(self, door: Gebruiker) -> None:
        self._deur.roep("voeg_toe", mens=door.id, groep=self.id)

    def zet_bot_uit(self, door: Gebruiker) -> None:
        self._deur.roep("zet_uit", mens=door.id, groep=self.id)

    def stuur(self, wie: Gebruiker, tekst: str) -> int:
        return int(self._deur.roep("stuur", mens=wie.id, tekst=tekst, groep=self.id)[-1])

    def scherm(self) -> list[Chatbericht]:
        return [Chatbericht.uit_json(een) for een in self._deur.roep("berichten", chat=self.id)]

    def status(self) -> str:
        """Of the bot: member, left or kicked."""
        return str(self._deur.roep("chat", chat=self.id)["status"])


class Mensen:
    """Makes people and groups; the base of both ways to the fake."""

    def roep(self, opdracht: str, **velden: Any) -> Any:
        raise NotImplementedError

    def gebruiker(self, voornaam: str, **velden: Any) -> Gebruiker:
        """A person: `id`, `achternaam`, `gebruikersnaam`, `taal` as needed."""
        return Gebruiker(self, int(self.roep("maak_mens", voornaam=voornaam, **velden)))

    def groep(self, titel: str) -> Groep:
        return Groep(self, int(self.roep("maak_groep", titel=titel)))
