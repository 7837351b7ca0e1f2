"""A typed answer to a choice that stands open in the contactpersoon's chat, as the button that says the same."""

import re
from collections.abc import Callable
from functools import lru_cache

from bot.dialogue.janee import lees_ja_nee
from bot.domein.bericht import Bericht
from bot.services.doorzetten import DOOR, NEE, vraag_doorzetten, vraag_wie
from bot.services.gesprek import Keuze
from bot.services.lus import INTREKKEN_NIET, INTREKKEN_ZEKER, vraag_zeker_intrekken
from bot.services.omgeving import Omgeving
from bot.services.teruggave import TERUG, vraag_reden
from nlu.begrip import Begrip
from nlu.bestanden import lees_lijst
from nlu.status import lees_aanwezigheid

WIE, KIES = "wie", "kies_reden"
VRAGEN: dict[str, Callable[[Omgeving, str], Bericht]] = {
    "contactpersoon/intrekken_zeker": vraag_zeker_intrekken,
    "contactpersoon/waarom_terug": vraag_reden,
    "contactpersoon/kies_reden": vraag_reden,
    "contactpersoon/toestemming_doorzetten": vraag_doorzetten,
    "contactpersoon/wie_toestemming": vraag_wie,
}


def gekozen_actie(omg: Omgeving, begrip: Begrip, keuze: Keuze) -> str | None:
    """The action of the button that was meant; None when the message is no answer to the choice."""
    nummer = begrip.schoon.strip().rstrip(".)")
    if nummer.isdecimal():
        knoppen = VRAGEN[keuze.naam](omg, keuze.code).knoppen
        return knoppen[int(nummer) - 1].actie if 1 <= int(nummer) <= len(knoppen) else None
    wat = _gekozen(begrip, keuze)
    return f"{keuze.code}|-|{wat}" if wat else None


def _gekozen(begrip: Begrip, keuze: Keuze) -> str | None:
    match keuze.naam:
        case "contactpersoon/intrekken_zeker":
            ja = lees_ja_nee(begrip)
            return None if ja is None else INTREKKEN_ZEKER if ja else INTREKKEN_NIET
        case "contactpersoon/waarom_terug" | "contactpersoon/kies_reden":
            if reden := lees_reden(begrip.schoon):
                return f"{TERUG}:{reden}"
            is_eerste = keuze.naam == "contactpersoon/waarom_terug"
            return KIES if is_eerste and not (begrip.tussendoor or lees_aanwezigheid(begrip.schoon)) else None
        case "contactpersoon/wie_toestemming":
            door = begrip.antwoord("toestemming_door")
            return f"{DOOR}:{door}" if door else _toestemming(begrip)
        case _:
            return _toestemming(begrip)


def _toestemming(begrip: Begrip) -> str | None:
    """Read as strictly as the consent at the desk; doubt is no answer."""
    gelezen = begrip.antwoord("toestemming")
    if not gelezen:
        return None
    if not gelezen["gegeven"]:
        return f"{DOOR}:{NEE}"
    return f"{DOOR}:{gelezen['door']}" if gelezen["door"] else WIE


def lees_reden(tekst: str) -> str | None:
    """Why a case goes back, as an id of the closed list; the words themselves are not kept."""
    return next((reden for reden, patroon in _redenen() if patroon.search(tekst.lower())), None)


@lru_cache(maxsize=1)
def _redenen() -> list[tuple[str, re.Pattern[str]]]:
    return [(reden, re.compile("|".join(delen))) for reden, delen in lees_lijst("teruggaafredenen.yml").items()]
