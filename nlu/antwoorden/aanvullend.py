"""What may be typed beside the eleven answers: whose question it is, who said yes, and the separate permissions.

These count only where the dialogue asks for them: `ouder` when a child is concerned, `toestemming_door` after a clear
yes, `extra` with the consent, `veld` when something must be changed before sending.
"""

import re
from typing import Any

from nlu.antwoorden.door import door
from nlu.tekst import Tekst

_OUDER = r"(?:ouders?|moeder|vader|mama|papa|ma|pa|mam|pap|moeders|vaders)"
_KIND = (
    r"(?:het kind|kind zelf|jongere|haarzelf|hemzelf|zichzelf|hijzelf|zijzelf|de jongen|het meisje|"
    r"dochter zelf|zoon zelf)"
)
_JA = re.compile(rf"^(?:ja|jazeker|klopt|inderdaad|jep|jawel|zeker)\b(?!.*\b{_KIND}\b)")
_VAN_OUDER = re.compile(rf"\b(?:van|voor) (?:de |haar |zijn |beide )?{_OUDER}\b|\b{_OUDER} (?:zelf|heeft|wil|vraagt)\b")
_NEE = re.compile(r"^(?:nee|neen|nope)\b")
_VAN_KIND = re.compile(
    rf"\b{_KIND}\b|\b(?:van|voor) (?:hem|haar) ?(?:zelf)?$|\b(?:hij|zij|ze) (?:heeft|wil|vraagt) (?:het )?zelf\b"
)
_TWIJFEL = re.compile(r"\b(?:denk|misschien|weet|twijfel|beide|allebei)\b|\?")

_EXTRA = {
    "terugkoppeling": (
        r"terug ?(?:koppel\w*|horen|bericht\w*)|"
        r"(?:praktijk|wij|we|huisarts|dokter|u|jullie)\b[^.,]{0,30}\b(?:horen?|weten|bericht)\b[^.,]{0,30}"
    ),
    "voicemail": r"(?:voicemail|inspreken|ingesproken|antwoordapparaat)[^.,]{0,20}",
    "evaluatie": r"(?:evaluatie|anoniem|meetellen|onderzoek)[^.,]{0,20}",
}
_EXTRA_PATROON = {id_: re.compile(patroon) for id_, patroon in _EXTRA.items()}
_EXTRA_ZIN = re.compile(
    rf"[,.;]? ?(?:en |ook |plus ){{0,3}}(?:de |het )?(?:{'|'.join(_EXTRA.values())})"
    r"(?: ?(?:mag|ook|prima|goed|is)){0,5}"
)
_VELD = {
    "wijk": r"wijk|buurt|woonplaats",
    "leeftijdsgroep": r"leeftijd\w*|jaar|oud",
    "voorstel": r"activiteit\w*|voorstel\w*|keuze|maatje|cursus|groep",
    "contactroute": r"nummer|telefoon\w*|naam|contactroute|bellen|formulier",
    "leefgebieden": r"leefgebied\w*|onderwerp\w*|waar het over gaat|gaat over|hulpvraag|probleem|problemen",
}
_VELD_PATROON = {vraag: re.compile(rf"\b(?:{patroon})\b") for vraag, patroon in _VELD.items()}
_NIET = re.compile(r"\b(?:niet|geen|liever niet|nooit)\b")


def lees_aanvullend(tekst: Tekst) -> dict[str, Any]:
    """Reads `ouder` (bool or None), `toestemming_door` (an id or None), `extra` (ids), `veld` (a question or None)."""
    plat = tekst.plat
    return {
        "ouder": _ouder(plat),
        "toestemming_door": None if _TWIJFEL.search(plat) else door(plat),
        "extra": _extra(plat),
        "veld": _veld(plat),
    }


def _veld(plat: str) -> str | None:
    """Which earlier answer somebody wants to change; None when none or several are named."""
    genoemd = [vraag for vraag, patroon in _VELD_PATROON.items() if patroon.search(plat)]
    return genoemd[0] if len(genoemd) == 1 else None


def _ouder(plat: str) -> bool | None:
    if _TWIJFEL.search(plat):
        return None
    if _NEE.search(plat) or (_VAN_KIND.search(plat) and not _VAN_OUDER.search(plat)):
        return False
    return True if _JA.search(plat) or _VAN_OUDER.search(plat) else None


def _extra(plat: str) -> list[str]:
    if "?" in plat:
        return []
    gevonden = []
    for id_, patroon in _EXTRA_PATROON.items():
        hit = patroon.search(plat)
        if hit and not _NIET.search(plat[max(0, hit.start() - 12) : hit.end() + 12]):
            gevonden.append(id_)
    return gevonden


def zonder_extra(tekst: Tekst) -> Tekst:
    """The text without what it says of the separate permissions, so that the consent itself can be read."""
    plat = re.sub(r"\s+", " ", tekst.plat)
    return Tekst.van(_EXTRA_ZIN.sub("", plat).strip(" ,.;"))
