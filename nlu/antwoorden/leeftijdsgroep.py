"""The band of ages (leeftijdsgroep) that was asked for: a band, an age, or words that lie inside one band."""

import re

from nlu.antwoorden.basis import GEEN, ONBESLIST, TWIJFEL, WACHT, Uitslag, is_vraag, kaal
from nlu.feiten.getal import GETAL, getal
from nlu.feiten.leeftijd import JAAR_NU_STANDAARD, lees_leeftijd
from nlu.feiten.leeftijdswaarde import leeftijdsgroep
from nlu.labels import LEEFTIJDSGROEPEN
from nlu.tekst import Tekst

_OUDST = 110
_BAND = re.compile(
    r"(?<!niet )(?<!geen )\b(\d{1,2})\s?(?:-|/|t/m|tm|tot en met|tot(?: de)?|a|"
    r"–)\s?(\d{1,2})\b(?! ?(?:maanden|mnd|weken))"
)
_TUSSEN = re.compile(rf"\btussen (?:de )?({GETAL}) en (?:de )?({GETAL})\b")
_OF = re.compile(rf"\b({GETAL}) (?:of|a|,) (?:de )?({GETAL})\b")
_PLUS = re.compile(
    r"\b85\s?(?:\+|plus|en (?:ouder|hoger)|jaar en ouder|of ouder)|\b(?:boven|ouder dan|over) (?:de )?(?:85|"
    r"vijfentachtig|90|negentig|95|honderd)\b|\bhonderd en \w+|\bhonderdplusser\b"
)
_ONDER_12 = re.compile(
    r"\b(?:onder|jonger dan) (?:de )?(?:12|twaalf)|\bbaby\w*\b|\bkleuter|\bpeuter|\bbasisschool|\bdreumes|"
    r"\bzuigeling|\b\d+ (?:maanden|mnd|weken|wkn)\b"
)
_LOS = re.compile(
    rf"^(?:(?:ze|hij|zij|mw|dhr|meneer|mevrouw|pt|is|was|wordt|net|al|van|die|dat|patient|ja|nee|moet|zijn|om|"
    rf"precies|oh|ik|geloof)[ ,]+)*({GETAL})(?: ?(?:jr|jaar|j|geworden|hoor|is ze|is hij|lentes|jaartjes|pas|al|"
    rf"net|graag|bedoel ik|precies|dacht ik))*$"
)
# what is so now goes before what will be: "wordt in mei 18, nu nog 17", "84, bijna 85", "van 48, dus 77"
_NU = re.compile(rf"\b(?:nu|dus|ja)(?: (?:is|nog|dus|pas|net|ze|hij|al))* ({GETAL})\b")
_BIJNA = re.compile(rf"\b(?:bijna|wordt (?:\w+ ){{0,3}}?|tegen de) ?({GETAL})\b")
_EERST = re.compile(rf"^(?:\w+ ){{0,3}}?({GETAL})(?: ?(?:jr|jaar))?,? (?:bijna|volgend|in \w+|over|wordt|nog net)\b")
_JAAR = re.compile(
    r"(?:\b(?:van|uit|bj|bouwjaar|geb(?:oren)?\.?|geboortejaar)(?: in)?|^) ?(?:')?((?:19|20)\d\d)\b|\b(?:van|"
    r"uit|bj|bouwjaar) '(\d\d)\b"
)
_KIND = re.compile(
    rf"\b(?:zoon|zoontje|dochter|dochtertje|jongen|jongetje|meisje|kind|kindje|leerling) van ({GETAL})\b"
)
_IEMAND_ANDERS = re.compile(
    r"\b(?:haar|zijn|z'n|d'r) (?:man|vrouw|partner|moeder|vader|zus|broer|kinderen|ouders) (?:is|zijn)\b|"
    r"\bkinderen van\b"
)
_ONGEVEER = re.compile(r"\b(?:rond|omstreeks|ongeveer|iets van|daaromtrent|ouder dan|boven de|jaar of wat|of ouder)\b")
_UITGESCHREVEN = re.compile(
    r"\b(een|twee|drie|vier|vijf|zes|zeven|acht|negen) en (twintig|dertig|veertig|vijftig|zestig|zeventig|"
    r"tachtig|negentig)\b"
)


def _band(van: int, tot: int) -> str | None:
    """The band that holds both ages, None when there are two."""
    groep = leeftijdsgroep(van)
    return groep if van <= _OUDST and groep == leeftijdsgroep(tot) else None


def _genoemde_band(plat: str) -> Uitslag | None:
    """A band that is named as one ("65-74", "tussen de 65 en 75"), the last when several are."""
    tussen = _TUSSEN.search(plat)
    if tussen:
        van, tot = getal(tussen[1]), getal(tussen[2])
        groep = _band(van, tot) or _band(van, tot - 1)
        return Uitslag(groep) if groep else GEEN
    for m in reversed(list(_BAND.finditer(plat))):
        if f"{m[1]}-{m[2]}" in LEEFTIJDSGROEPEN:
            return Uitslag(f"{m[1]}-{m[2]}")
        groep = _band(int(m[1]), int(m[2]))
        if groep:
            return Uitslag(groep)
    return None


def _geboren(plat: str) -> str | None:
    m = _JAAR.search(plat)
    if not m:
        return None
    kort = int(m[2]) if m[2] else 0
    jaar = int(m[1]) if m[1] else kort + (2000 if kort <= JAAR_NU_STANDAARD % 100 else 1900)
    oud = JAAR_NU_STANDAARD - jaar
    return _band(max(0, oud - 1), oud) if 0 <= oud <= _OUDST else None


def _nu(plat: str) -> str | None:
    """The band of the age that is said to be so now, or that is nearly past."""
    for patroon, min_ in ((_NU, 0), (_EERST, 0), (_BIJNA, 1)):
        m = patroon.search(plat)
        if m and 0 < getal(m[1]) - min_ <= _OUDST and not re.match(r"\s*(?:of|,) \d", plat[m.end(1) :]):
            return leeftijdsgroep(getal(m[1]) - min_)
    return None


def _zeker(plat: str, heel: str) -> Uitslag | None:
    """A band or an age that is said outright, of the patient and of now."""
    band = _genoemde_band(plat)
    if band:
        return band
    if _PLUS.search(plat):
        return Uitslag("85+")
    los = _LOS.match(plat)
    if los and 0 < getal(los[1]) <= _OUDST:
        return Uitslag(leeftijdsgroep(getal(los[1])))
    nu = _geboren(heel) or _nu(plat)
    if nu:
        return Uitslag(nu)
    kind = _KIND.search(plat)
    return Uitslag(leeftijdsgroep(getal(kind[1]))) if kind and not _IEMAND_ANDERS.search(plat) else None


def regels(tekst: Tekst) -> Uitslag:
    """Reads the answer."""
    plat = re.sub(r"\bachter(?:in)? de\b", "eind", _UITGESCHREVEN.sub(r"\1en\2", kaal(tekst)))
    if not plat or "?" in tekst.plat:
        return GEEN
    zeker = _zeker(plat, tekst.plat)
    if zeker:
        return zeker
    if _IEMAND_ANDERS.search(plat) or _ONGEVEER.search(plat):
        return GEEN
    of = _OF.search(plat)
    if of:
        groep = _band(getal(of[1]), getal(of[2]))
        return Uitslag(groep) if groep else GEEN
    leeftijd = lees_leeftijd(tekst if plat == tekst.plat else Tekst.van(plat))
    if leeftijd and leeftijd.groep:
        return Uitslag(leeftijd.groep)
    if _ONDER_12.search(plat):
        return Uitslag("0-11")
    return GEEN if leeftijd or TWIJFEL.search(plat) or WACHT.search(plat) or is_vraag(plat) else ONBESLIST
