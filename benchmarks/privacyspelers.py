"""Who types what does not belong there: in the first sentence, as an answer, in own words, in what is no text at all."""

import json
import random
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from benchmarks.meting import BenchFout
from benchmarks.planten import Zin, antwoord, eerste_zin
from nlu.begrip import Begrip
from tests.telegram.nep import Chatbericht, Gebruiker, MensFout
from tests.telegram.storing.rollen import Toneel

GEDULD = 60.0
WEG = (
    "Niets van dit alles",
    "Klopt",
    "Via de contactpersoon",
    "praktijk belt door",
    "Ja, de patiënt zelf",
    "Versturen",
)
_KLAAR = re.compile(r"Klaar\. Casus")
Begrijp = Callable[[str], Awaitable[Begrip]]


@dataclass
class Geplant:
    """Everything that was planted, and in which messages (chat and number)."""

    planten: set[str] = field(default_factory=set)
    berichten: list[tuple[int, int]] = field(default_factory=list)
    gesprekken: int = 0
    overgedragen: int = 0
    gemist: int = 0


class Speler:
    """An assistant who is careless. Only sentences that the gate certainly cuts are used: this is about the door."""

    def __init__(
        self, toneel: Toneel, mens: Gebruiker, *, wijken: tuple[str, ...], begrijp: Begrijp, geplant: Geplant, seed: int
    ) -> None:
        self._toneel, self._mens, self._wijken, self._begrijp = toneel, mens, wijken, begrijp
        self._geplant, self._dobbel = geplant, random.Random(seed)  # noqa: S311 - repeatable

    async def zeg(self, tekst: str) -> None:
        """Types, and waits for an answer."""
        vorige = self._laatste_nummer()
        self._mens.stuur(tekst)
        await self._wacht(vorige)

    async def speel(self, gesprekken: int) -> None:
        for nummer in range(gesprekken):
            await self._plant(await self._zeker(eerste_zin))
            if nummer % 4 == 3:
                await self._speel_uit()
            elif self._dobbel.random() < 0.7:
                await self._plant(await self._zeker(antwoord))
            if nummer % 10 == 0:
                await self._geen_tekst()
            await self.zeg("stop")
            self._geplant.gesprekken += 1

    async def speel_vreemde(self) -> None:
        """Somebody who never signed in; the bot answers the first time only, and keeps nothing."""
        for _ in range(3):
            zin = eerste_zin(self._dobbel, self._dobbel.choice(self._wijken))
            self._geplant.planten.update(zin.planten)
            self._mens.stuur(zin.tekst)
            self._mens.stuur(f"/start {zin.tekst}")

    async def _speel_uit(self) -> None:
        """The whole case, with a wish in own words on the way."""
        gewenst = False
        for _ in range(14):
            labels = self._vraag().knopteksten if self._vraag() else []
            if "Wens invullen" in labels and not gewenst:
                gewenst = True
                await self._tik("Wens invullen")
                await self._plant(await self._zeker(antwoord))
                continue
            knop = next((knop for knop in WEG if knop in labels), None) or ("1 en 2" if "1 en 2" in labels else None)
            if knop is None:
                return
            await self._tik(knop)
            if any(_KLAAR.search(bericht.tekst) for bericht in self._van_bot()[-4:]):
                self._geplant.overgedragen += 1
                return

    async def _geen_tekst(self) -> None:
        """A photo with a caption, a contact, an edited message, a command with more behind it."""
        zin = eerste_zin(self._dobbel, self._dobbel.choice(self._wijken))
        self._geplant.planten.update(zin.planten)
        vorige = self._laatste_nummer()
        self._geplant.berichten.append((self._mens.id, self._mens.stuur_media("photo", bijschrift=zin.tekst)))
        vorige = await self._wacht(vorige)
        naam, telefoon = zin.planten[0], "+31612341234"
        self._geplant.planten.add(telefoon)
        contact = self._mens.stuur_media("contact", first_name=naam, phone_number=telefoon)
        self._geplant.berichten.append((self._mens.id, contact))
        vorige = await self._wacht(vorige)
        self._mens.bewerk(self._mens.stuur("help"), zin.tekst)
        vorige = await self._wacht(vorige)
        await self.zeg(f"/start {zin.tekst}")

    async def _zeker(self, maak: Callable[[random.Random, str], Zin]) -> Zin:
        """A sentence of which the gate leaves no plant; what it misses is counted and not used."""
        for _ in range(200):
            zin = maak(self._dobbel, self._dobbel.choice(self._wijken))
            parse = json.dumps((await self._begrijp(zin.tekst)).to_parse(met_grond=False), ensure_ascii=False)
            if not any(plant.lower() in parse.lower() for plant in zin.planten):
                return zin
            self._geplant.gemist += 1
        raise BenchFout("het filter mist alles")

    async def _plant(self, zin: Zin) -> None:
        vorige = self._laatste_nummer()
        self._geplant.planten.update(zin.planten)
        self._geplant.berichten.append((self._mens.id, self._mens.stuur(zin.tekst)))
        await self._wacht(vorige)

    async def _tik(self, knop: str) -> None:
        vorige, nu = self._laatste_nummer(), self._toneel.nep.tijd.nu()
        self._mens.tik(knop)
        await self._wacht(vorige, ook_bewerkt_na=nu)

    async def _wacht(self, vorige: int, *, ook_bewerkt_na: float | None = None) -> int:
        """Until the bot has said something new, or changed its question; returns the number of its last message."""
        tot = self._toneel.nep.tijd.nu() + GEDULD
        while self._laatste_nummer() <= vorige and not self._is_bewerkt(ook_bewerkt_na):
            if self._toneel.nep.tijd.nu() > tot:
                raise MensFout(f"no answer: {[b.tekst[:80] for b in self._van_bot()[-2:]]}")
            await self._toneel.luister(self._mens.id, 1)
        return self._laatste_nummer()

    def _is_bewerkt(self, sinds: float | None) -> bool:
        vraag = self._vraag()
        return sinds is not None and vraag is not None and (vraag.bewerkt or 0.0) >= sinds

    def _van_bot(self) -> list[Chatbericht]:
        return [b for b in self._toneel.nep.wereld.chats[self._mens.id].berichten.values() if b.van_bot]

    def _laatste_nummer(self) -> int:
        return max((b.nummer for b in self._van_bot()), default=0)

    def _vraag(self) -> Chatbericht | None:
        return next((b for b in reversed(self._van_bot()) if b.knoppen and b.verwijderd is None), None)
