"""Who types what does not belong there: in the first sentence, as an answer, in own words, in what is no text."""

import json
import random
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from benchmarks.meting import BenchFout
from benchmarks.planten import Zin, antwoord, eerste_zin
from nlu.begrip import Begrip
from tests.telegram.nep import Chatbericht, Gebruiker, NepTelegram

WEG = (
    "Niets van dit alles",
    "Klopt",
    "Via de contactpersoon",
    "Praktijk belt door",
    "Ja, de patiënt zelf",
    "Versturen",
)
_KLAAR = re.compile(r"Klaar\. Casus")


@dataclass(frozen=True)
class Zintuig:
    """What a player may ask: how the gate reads a sentence, and to wait until a chat is at rest."""

    begrijp: Callable[[str], Awaitable[Begrip]]
    rust: Callable[[int], Awaitable[None]]


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
        self,
        nep: NepTelegram,
        mens: Gebruiker,
        *,
        wijken: tuple[str, ...],
        zintuig: Zintuig,
        geplant: Geplant,
        seed: int,
    ) -> None:
        self._nep, self._mens, self._wijken = nep, mens, wijken
        self._begrijp, self._rust = zintuig.begrijp, zintuig.rust
        self._geplant, self._dobbel = geplant, random.Random(seed)  # noqa: S311 - repeatable

    async def zeg(self, tekst: str) -> int:
        """Types, and waits until the turn is over and all of it has arrived; returns the number of the message."""
        nummer = self._mens.stuur(tekst)
        await self._rust(self._mens.id)
        return nummer

    async def speel(self, gesprekken: int) -> None:
        """So many conversations, one after another."""
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
            keuzes = [label for label in labels if label != "↩ Terug" and not label.endswith("›")]
            if not keuzes:
                return
            await self._tik(next((knop for knop in WEG if knop in keuzes), keuzes[0]))
            if any(_KLAAR.search(bericht.tekst) for bericht in self._van_bot()[-4:]):
                self._geplant.overgedragen += 1
                return

    async def _geen_tekst(self) -> None:
        """A photo with a caption, a contact, an edited message, a command with more behind it."""
        zin, telefoon = eerste_zin(self._dobbel, self._dobbel.choice(self._wijken)), "+31612341234"
        self._geplant.planten.update({*zin.planten, telefoon})
        foto = self._mens.stuur_media("photo", bijschrift=zin.tekst)
        contact = self._mens.stuur_media("contact", first_name=zin.planten[0], phone_number=telefoon)
        self._geplant.berichten += [(self._mens.id, foto), (self._mens.id, contact)]
        self._mens.bewerk(await self.zeg("help"), zin.tekst)
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
        self._geplant.planten.update(zin.planten)
        self._geplant.berichten.append((self._mens.id, await self.zeg(zin.tekst)))

    async def _tik(self, knop: str) -> None:
        self._mens.tik(knop)
        await self._rust(self._mens.id)

    def _van_bot(self) -> list[Chatbericht]:
        return [b for b in self._nep.wereld.chats[self._mens.id].zichtbaar() if b.van_bot]

    def _vraag(self) -> Chatbericht | None:
        return next((b for b in reversed(self._van_bot()) if b.knoppen), None)
