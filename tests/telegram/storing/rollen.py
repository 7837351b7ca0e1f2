"""Who plays: assistants with scripted cases, and contactpersonen who open what they get. They wait as people do."""

import asyncio
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.telegram.nep import Chatbericht, Gebruiker, MensFout, NepTelegram

WIJKEN = ("Palenstein", "Meerzicht", "Rokkeveen", "Oosterheem", "Noordhove", "Driemanspolder")
LEEFTIJDEN = {"18-29": 24, "30-49": 41, "50-64": 57, "65-74": 69, "75-84": 79, "85+": 88}
ZINNEN = {
    "rouw": "mw {jaar} {wijk}, zit sinds overlijden man alleen, kan slecht weg zonder vervoer",
    "werk": "dhr {jaar} {wijk}, werk kwijt en nu stapelen de rekeningen zich op",
    "wonen": "mw {jaar} {wijk}, heeft ruzie met de buren over geluid en wil verhuizen",
    "mantelzorg": "dhr {jaar} {wijk}, zorgt al drie jaar voor zijn vrouw en is op",
}
GETYPT = {
    "Niets van dit alles": "nee, niets van dat alles",
    "Klopt": "klopt",
}  # words that mean nothing at the next question: Telegram may bring them late
CONTACTROUTES = {"Praktijk belt door": "praktijk_belt", "Patiënt belt zelf": "patient_belt"}
TOESTEMMINGEN = ("Ja, de patiënt zelf", "Ja, de vertegenwoordiger")
TUSSENDOOR = "waarom wil je dat weten?"
GEDULD = (8.0, 16.0)  # seconds before somebody tries again
MAX_POGINGEN = 40
GEBIEDEN = {"rouw": "rouw", "werk": "werk_dagbesteding", "wonen": "wonen", "mantelzorg": "mantelzorg"}
_KLAAR = re.compile(r"Klaar\. Casus ([A-Z0-9]{3}-[A-Z0-9]{4}) staat bij")
_OPEN, _ONTVANGEN = "Open ", "Ontvangen"


@dataclass
class Script:
    """One case as the assistant means it, and what came of it."""

    chat: int
    soort: str
    wijk: str
    leeftijdsgroep: str
    contactroute: str
    door: str
    gekozen: str = ""
    code: str = ""
    vreemd: list[str] = field(default_factory=list)

    @property
    def zin(self) -> str:
        return ZINNEN[self.soort].format(jaar=LEEFTIJDEN[self.leeftijdsgroep], wijk=self.wijk)

    @property
    def gebied(self) -> str:
        return GEBIEDEN[self.soort]


@dataclass
class Daad:
    """What somebody did: a message or a tap."""

    tijd: float
    chat: int
    wat: str


class Toneel:
    """What all players share: the fake, the acts so far, and a bell per chat."""

    def __init__(self, nep: NepTelegram, *, bij_daad: Callable[[Daad], None] = lambda _daad: None) -> None:
        self.nep, self._bij_daad = nep, bij_daad
        self.daden: list[Daad] = []
        self._bellen: dict[int, asyncio.Event] = {}
        nep.wereld.luisteraars.append(self._gehoord)

    def _gehoord(self, _wat: str, bericht: Chatbericht) -> None:
        if bericht.van_bot:
            self._bel(bericht.chat).set()

    def _bel(self, chat: int) -> asyncio.Event:
        return self._bellen.setdefault(chat, asyncio.Event())

    def gedaan(self, chat: int, wat: str) -> None:
        daad = Daad(self.nep.tijd.nu(), chat, wat)
        self.daden.append(daad)
        self._bij_daad(daad)

    async def luister(self, chat: int, seconden: float) -> None:
        """Waits until something happens in the chat, or not any longer."""
        bel = self._bel(chat)
        try:
            async with asyncio.timeout(seconden):  # wait_for in 3.11 loses a cancellation that comes with the bell
                await bel.wait()
        except TimeoutError:
            return
        bel.clear()


class Assistent:
    """Plays cases one after another in her own chat."""

    def __init__(self, toneel: Toneel, mens: Gebruiker, dobbel: random.Random) -> None:
        self._toneel, self._mens, self._dobbel = toneel, mens, dobbel
        self.denktijd, self.geduld, self.is_grillig = 1.0, GEDULD, True
        self.scripts: list[Script] = []

    async def meld_aan(self, code: str) -> None:
        self._mens.start(code)
        self._toneel.gedaan(self._mens.id, "start")
        for _ in range(MAX_POGINGEN):
            if any("Welkom" in bericht.tekst for bericht in self._berichten()):
                return
            await self._toneel.luister(self._mens.id, 5)
        raise MensFout("nobody welcomed me")

    async def speel(self, mag_nog: Callable[[], bool]) -> None:
        while mag_nog():
            await self._casus(self._nieuw_script())

    def _nieuw_script(self) -> Script:
        kies = self._dobbel.choice
        velden = (kies(list(ZINNEN)), kies(WIJKEN), kies(list(LEEFTIJDEN)), kies(list(CONTACTROUTES)))
        script = Script(self._mens.id, *velden, kies(TOESTEMMINGEN))
        self.scripts.append(script)
        return script

    async def _casus(self, script: Script) -> None:
        vorige = self._laatste_nummer()
        self._typ(script.zin)
        vraag = await self._wacht_op(lambda: self._vraag(na=vorige), nog_eens=lambda: self._typ(TUSSENDOOR))
        for _ in range(40):
            knop = self._kies(script, vraag)
            self._antwoord(vraag, knop)
            vraag = await self._volgende(script, vraag, knop)
            if script.code:
                return
        raise MensFout(f"the case did not end: {script}")

    async def _volgende(self, script: Script, vraag: Chatbericht, knop: str) -> Chatbericht:
        return await self._wacht_op(
            lambda: self._klaar(script, vraag) or self._vraag(na=vraag.nummer),
            nog_eens=lambda: self._tik(vraag, knop) or self._typ(TUSSENDOOR),
        )

    async def _wacht_op(self, kijk: Callable[[], Chatbericht | None], *, nog_eens: Callable[[], object]) -> Chatbericht:
        """Waits; tries again after a while, as people do; then thinks for a moment."""
        for _ in range(MAX_POGINGEN):
            geduld = self._toneel.nep.tijd.nu() + self._dobbel.uniform(*self.geduld)
            while (rest := geduld - self._toneel.nep.tijd.nu()) > 0:
                if (gezien := kijk()) is not None:
                    await asyncio.sleep(self._dobbel.uniform(0.0, self.denktijd))
                    return kijk() or gezien
                await self._toneel.luister(self._mens.id, rest)
            nog_eens()
        raise MensFout(f"nothing came in chat {self._mens.id}: {[b.tekst[:60] for b in self._berichten()[-3:]]}")

    def _antwoord(self, vraag: Chatbericht, knop: str) -> None:
        lot = self._dobbel.random() if self.is_grillig else 0.2
        if knop in GETYPT and lot < 0.3:
            self._typ(GETYPT[knop])
            return
        if lot > 0.97:
            self._typ(TUSSENDOOR)  # a question in between; the answer follows at once
        self._tik(vraag, knop)
        if 0.3 < lot < 0.38:
            self._tik(vraag, knop)  # twice, as impatient thumbs do

    def _typ(self, tekst: str) -> bool:
        self._mens.stuur(tekst)
        self._toneel.gedaan(self._mens.id, "tekst")
        return True

    def _tik(self, vraag: Chatbericht, knop: str) -> bool:
        """Taps, if that button is still there."""
        try:
            self._mens.tik(knop, bericht=vraag.nummer)
        except MensFout:
            return False
        self._toneel.gedaan(self._mens.id, "tik")
        return True

    def _kies(self, script: Script, vraag: Chatbericht) -> str:
        labels = vraag.knopteksten
        hoofdletterloos = {label.lower(): label for label in labels}
        for knop in (*GETYPT, "Via de contactpersoon", script.contactroute, script.door, "Versturen"):
            if knop.lower() in hoofdletterloos:
                return hoofdletterloos[knop.lower()]
        if "Geen van deze" in labels:
            eerste = labels[1] if labels[0].endswith("›") else labels[0]
            script.gekozen = script.gekozen or self._dobbel.choice([eerste, "Geen van deze"])
            return script.gekozen
        script.vreemd.append(" / ".join(labels))
        return labels[0]

    def _berichten(self) -> list[Chatbericht]:
        return [b for b in self._toneel.nep.wereld.chats[self._mens.id].zichtbaar() if b.van_bot]

    def _laatste_nummer(self) -> int:
        return max((b.nummer for b in self._berichten()), default=0)

    def _vraag(self, *, na: int) -> Chatbericht | None:
        """The newest question that still has its buttons."""
        gevonden = (
            b for b in reversed(self._berichten()) if b.nummer > na and b.knoppen and "↩ Terug" in b.knopteksten
        )
        return next(gevonden, None)

    def _klaar(self, script: Script, vorige: Chatbericht) -> Chatbericht | None:
        for bericht in self._berichten():
            if bericht.nummer > vorige.nummer and (gevonden := _KLAAR.search(bericht.tekst)):
                script.code = gevonden[1]
                return bericht
        return None


class Contactpersoon:
    """Opens some of the notices, and says of some cards that they arrived."""

    def __init__(self, toneel: Toneel, mens: Gebruiker, dobbel: random.Random) -> None:
        self._toneel, self._mens, self._dobbel = toneel, mens, dobbel
        self._gezien: set[int] = set()

    async def meld_aan(self, code: str) -> None:
        self._mens.start(code)
        self._toneel.gedaan(self._mens.id, "start")

    async def speel(self) -> None:
        """Until it is cancelled."""
        while True:
            await self._toneel.luister(self._mens.id, 60)
            for bericht in self._toneel.nep.wereld.chats[self._mens.id].zichtbaar():
                if bericht.van_bot and bericht.knoppen and bericht.nummer not in self._gezien:
                    self._gezien.add(bericht.nummer)
                    self._bekijk(bericht)

    def _bekijk(self, bericht: Chatbericht) -> None:
        for begin in (_OPEN, _ONTVANGEN):
            knop = next((knop for knop in bericht.knopteksten if knop.startswith(begin)), None)
            if knop is not None and self._dobbel.random() < 0.4:
                self._mens.tik(knop, bericht=bericht.nummer)
                self._toneel.gedaan(self._mens.id, "tik")
