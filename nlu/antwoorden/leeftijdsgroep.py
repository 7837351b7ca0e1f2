"""The band of ages (leeftijdsgroep) that was asked for: a band, an age, or words that lie inside one band."""

import re

from nlu.antwoorden.basis import GEEN, ONBESLIST, TWIJFEL, Uitslag, kaal
from nlu.feiten.leeftijd import _GETAL as GETAL
from nlu.feiten.leeftijd import getal, leeftijdsgroep, lees_leeftijd
from nlu.labels import LEEFTIJDSGROEPEN
from nlu.tekst import Tekst

_BAND = re.compile(r"\b(\d{1,2})\s?(?:-|/|t/m|tm|tot en met|tot|a|–)\s?(\d{1,2})\b")
_PLUS = re.compile(
    r"\b85\s?(?:\+|plus|en (?:ouder|hoger)|jaar en ouder|of ouder)|\b(?:boven|ouder dan|over) (?:de )?(?:85|"
    r"vijfentachtig|90|negentig)\b"
)
_ONDER_12 = re.compile(
    r"\b(?:onder|jonger dan) (?:de )?(?:12|twaalf)|\bbaby\b|\bkleuter|\bpeuter|\bbasisschool|\bdreumes|"
    r"\bzuigeling|\b\d+ (?:maanden|mnd|weken|wkn)\b"
)
_LOS = re.compile(
    rf"^(?:(?:ze|hij|zij|mw|dhr|meneer|mevrouw|pt|is|was|wordt|net|al|van|die|dat|patient|ja|nee|moet|zijn|om|"
    rf"precies|oh|ik|geloof)[ ,]+)*({GETAL})(?: ?(?:jr|jaar|j|geworden|hoor|is ze|is hij|lentes|jaartjes|pas|al|"
    rf"net|graag))*$"
)


def regels(tekst: Tekst) -> Uitslag:
    """Reads the answer."""
    plat = kaal(tekst)
    if not plat or "?" in tekst.plat:
        return GEEN
    for m in _BAND.finditer(plat):
        band = f"{m[1]}-{m[2]}"
        if band in LEEFTIJDSGROEPEN:
            return Uitslag(band)
        if leeftijdsgroep(int(m[1])) == leeftijdsgroep(int(m[2])):
            return Uitslag(leeftijdsgroep(int(m[1])))
    if _PLUS.search(plat):
        return Uitslag("85+")
    los = _LOS.match(plat)
    if los and 0 < getal(los[1]) <= 110:
        return Uitslag(leeftijdsgroep(getal(los[1])))
    leeftijd = lees_leeftijd(tekst)
    if leeftijd and leeftijd.groep:
        return Uitslag(leeftijd.groep)
    if _ONDER_12.search(plat):
        return Uitslag("0-11")
    return GEEN if leeftijd or TWIJFEL.search(plat) else ONBESLIST
