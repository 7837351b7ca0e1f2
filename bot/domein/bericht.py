"""What is said to a person: a rendered text with its buttons. Channels draw it; they never change it."""

from dataclasses import dataclass

from bot.domein.lijsten import VraagId


@dataclass(frozen=True)
class Knop:
    """ "Knop": a button. `actie` is short and meaningless to others: "<casuscode>|<stap>|<wat>" , at most 64 bytes."""

    label: str
    actie: str


@dataclass(frozen=True)
class Bericht:
    """ "Bericht": one message of the bot. `naam` is its key in data/teksten; `vraag` the open question it asks."""

    naam: str
    tekst: str
    knoppen: tuple[Knop, ...] = ()
    vraag: VraagId | None = None


@dataclass(frozen=True)
class Knopdruk:
    """ "Knopdruk": a tap; the `actie` of a button."""

    actie: str
