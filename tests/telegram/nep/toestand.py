"""What there is in Telegram: people, chats, messages with every earlier version, taps on buttons."""

from dataclasses import asdict, dataclass, field
from typing import Any

from tests.telegram.nep.knoppen import Rijen
from tests.telegram.nep.opmaak import Opmaak

BEZIG = 5.0  # seconds that "typing…" is shown


@dataclass
class Inhoud:
    """What a message shows; an edit replaces it as a whole."""

    tekst: str = ""
    opmaak: Opmaak = field(default_factory=list)
    knoppen: Rijen = field(default_factory=list)


@dataclass
class Chatbericht:
    """A message in a chat: what it shows now, what it showed before, and when it went."""

    chat: int
    nummer: int
    van: int
    van_bot: bool
    soort: str  # text, photo, document, voice, sticker, …
    datum: float
    inhoud: Inhoud
    media: dict[str, Any] = field(default_factory=dict)
    opties: dict[str, Any] = field(default_factory=dict)
    versies: list[Inhoud] = field(default_factory=list)
    bewerkt: float | None = None
    verwijderd: float | None = None
    verwijderd_door: str = ""

    @property
    def tekst(self) -> str:
        return self.inhoud.tekst

    @property
    def knoppen(self) -> Rijen:
        return self.inhoud.knoppen

    @property
    def knopteksten(self) -> list[str]:
        return [knop["text"] for rij in self.knoppen for knop in rij]

    def wordt(self, inhoud: Inhoud, moment: float) -> None:
        self.versies.append(self.inhoud)
        self.inhoud, self.bewerkt = inhoud, moment

    def verdwijn(self, moment: float, door: str) -> None:
        self.verwijderd, self.verwijderd_door = moment, door

    def als_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def uit_json(cls, velden: dict[str, Any]) -> "Chatbericht":
        versies = [Inhoud(**een) for een in velden["versies"]]
        return cls(**{**velden, "inhoud": Inhoud(**velden["inhoud"]), "versies": versies})


@dataclass
class Mens:
    """A person with an account; `gestart` once he has written to the bot or pressed start."""

    id: int
    voornaam: str
    achternaam: str = ""
    gebruikersnaam: str = ""
    taal: str = "nl"
    gestart: bool = False
    blokkeert: bool = False
    bestaat: bool = True

    def als_api(self) -> dict[str, Any]:
        los = {"last_name": self.achternaam, "username": self.gebruikersnaam, "language_code": self.taal}
        vast = {"id": self.id, "is_bot": False, "first_name": self.voornaam}
        return vast | {naam: waarde for naam, waarde in los.items() if waarde}


@dataclass
class Chat:
    """A private chat (its id is that of the person) or a group (a negative id)."""

    id: int
    titel: str = ""
    status: str = "member"  # of the bot in a group: member, left, kicked
    berichten: dict[int, Chatbericht] = field(default_factory=dict)
    vastgezet: int | None = None
    toetsenbord: dict[str, Any] = field(default_factory=dict)
    bezig_sinds: float = 0.0
    meldingen: list[str] = field(default_factory=list)

    @property
    def is_groep(self) -> bool:
        return self.id < 0

    def zichtbaar(self) -> list[Chatbericht]:
        """The messages as the people in the chat see them, oldest first."""
        return [een for een in self.berichten.values() if een.verwijderd is None]


@dataclass
class Tik:
    """A tap on a button: waits for `answerCallbackQuery`."""

    id: str
    mens: int
    chat: int
    bericht: int
    data: str
    tijd: float
    beantwoord: float | None = None
    tekst: str = ""
    venster: bool = False  # shown as an alert

    def als_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass
class Aanroep:
    """One call of the bot, for the record; `code` is the status of the answer, None while it runs or got none."""

    nummer: int
    tijd: float
    methode: str
    chat: int | None
    velden: dict[str, Any]
    code: int | None = None
    omschrijving: str = ""
    storing: str = ""
    klaar: float | None = None

    def als_json(self) -> dict[str, Any]:
        return asdict(self)
