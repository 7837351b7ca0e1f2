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
    """ "Bericht": one message of the bot.

    Attributes:
        naam: Its key in data/teksten.
        tekst: What is said.
        knoppen: The buttons under it.
        vraag: The open question it asks.
        bladen: More pages of the same message, with their own buttons above the others, for a channel that can flip.
        casus_id: The case of which this is the card.
    """

    naam: str
    tekst: str
    knoppen: tuple[Knop, ...] = ()
    vraag: VraagId | None = None
    bladen: tuple["Blad", ...] = ()
    casus_id: str | None = None


@dataclass(frozen=True)
class Blad:
    """ "Blad": a page behind a message, such as all there is to know of one activity."""

    tekst: str
    knoppen: tuple[Knop, ...] = ()


@dataclass(frozen=True)
class Knopdruk:
    """ "Knopdruk": a tap; the `actie` of a button."""

    actie: str
