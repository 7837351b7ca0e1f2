"""A typed yes or no to a choice beside the questions of the protocol, such as: really withdraw?"""

import re

from bot.dialogue.duiding import Duiding
from bot.services.gesprek import Keuze
from nlu.begrip import Begrip, Feiten

ZEKER, NOG_EENS = "intrekken/zeker", "intrekken/nog_eens"
MAX_WOORDEN = 6

_JA = re.compile(
    r"(?:1$|ja+\b|jazeker|jawel|jep|yes|klopt|inderdaad|zeker\b|graag|akkoord|ok(?:e|é|ay)?\b|prima|"
    r"doe (?:het |dat )?maar|trek (?:hem |het |'?m )?(?:maar )?in|intrekken)"
)
_NEE = re.compile(r"(?:2$|nee+\b|neen|nope|niet\b|nog niet|laat (?:maar|staan)|toch niet|stop\b|terug\b|annule)")
_VOORBEHOUD = re.compile(
    r"\bja+[ ,]+maar\b|\bja+[ ,]+nee|\b(?:eerst|straks|later|denk|misschien|weet|twijfel\w*|nog niet|toch niet)\b|\?"
)


def lees_ja_nee(begrip: Begrip) -> bool | None:
    """True or False when that is what was said; None for doubt, a condition, a rode vlag, or anything else."""
    tekst = begrip.schoon.strip().lower().rstrip(".)")
    if begrip.rode_vlaggen:
        return None
    if _NEE.match(tekst):
        return False
    return True if _JA.match(tekst) and not _VOORBEHOUD.search(tekst) else None


def duid_intrekkeuze(begrip: Begrip, keuze: Keuze | None) -> Duiding | None:
    """The answer to "really withdraw?", as its button would give it; None when it was not asked, or this is no answer.

    Doubt asks once more; doubt after that leaves the case as it is.
    """
    if keuze is None or keuze.naam not in (ZEKER, NOG_EENS):
        return None
    ja = lees_ja_nee(begrip)
    if ja is None and not _is_twijfel(begrip):
        return None
    vraag_nog_eens = ja is None and keuze.naam == ZEKER
    stap = "nog_eens" if vraag_nog_eens else "intrekken_ja" if ja else "intrekken_nee"
    return Duiding("intrekken", {"soort": "commando", "stap": stap, "code": keuze.code})


def _is_twijfel(begrip: Begrip) -> bool:
    """A few words that say nothing else: no question, no flag, nothing about a patient."""
    iets_anders = begrip.rode_vlaggen or begrip.tussendoor or begrip.leefgebieden or begrip.feiten != Feiten()
    return not iets_anders and len(begrip.schoon.split()) <= MAX_WOORDEN
