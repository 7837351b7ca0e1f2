"""Whose age it is: of the client, of the one who calls, of somebody who stands beside."""

import re

from nlu.feiten.leeftijdswaarde import Leeftijd
from nlu.feiten.patroon import een_van

_VOLWASSEN = 18
_KIN = "(?:" + een_van(
    "(?:stief|pleeg|schoon|klein|achter)?(?:vader|moeder|zoon|dochter|zus|broer|ouders?)(?:tje)? dtr zn man vrouw "
    "partner echtgenoo?te? nicht neef tante oom opa oma buurvrouw buurman vriendin vriend kind kleinkind mama papa"
) + ")"  # fmt: skip
_BEZIT = r"(?:haar|zijn|z'n|zn|d'r|dr|hun|mijn|m'n|mn)"
_BELLER = re.compile(
    rf"\b(?:{_KIN}|mantelzorger|juf|docent|leerkracht|verzorgende|overbuur|mw|dhr|pt)\b\W+(?:[\w']+\W+){{0,3}}"
    r"(?:belt|belde|maak(?:t|te|en) zich (?:\w+ )?zorgen|aan de (?:lijn|tel\w*|balie)|vraagt|mailt|meldt|appt)"
    r"(?:\W+\w+){0,4}?(?:\W+(?:voor|vr|over|namens|mbt|om|hiernaast|naast)\b|: )"
)
_PATIENT_VOOR = re.compile(
    r"(?:\b(?:mw|mevr?|mevrouw|mvr|dhr|meneer|mnr|hr|pt|ptn|patiente?|vr|client\w*)\b[^.;]{0,14}|^[^a-z0-9]*)$"
)
_ANDER_VOOR = re.compile(
    rf"\b(?:{_BEZIT}|een|de|met|van|voor|over|en|drie|twee|\d) ?(?:oudste|jongste|demente|zieke)? ?"
    r"(?:man|vrouw|(?:stief|pleeg|schoon|klein)?(?:zoon|dochter|kind|moeder|vader)\w*|partner|zus|broer|baby|"
    r"jongens|meisjes|dtr|zn|echtgenoo?t\w*|buurvrouw|buurman|vriend\w*|puber)\b[^.;]{0,8}$"
)
_ZELF_VOOR = re.compile(r"(?<!\w\w\w\w is )\bzelf,? (?:is )?(?:\w+ )?$")
_IK_VOOR = re.compile(r"\b(?:hij|zij|ze|ie|ik)(?: is| ben)? (?:\w+ )?$")
_NU_VOOR = re.compile(r"\bnu,? $")
# several children at once: their ages are of none of them
_KINDEREN = een_van(
    "kinderen kids kinders kleintjes jongens meisjes meiden dochters zoons zonen zoontjes dochtertjes pubers "
    "kleinkinderen"
)
_ZOON = r"(?:zoon|dochter)(?:tje)?,? \(?(?:van |v )?\d{1,2}"
_MEER_KINDEREN = re.compile(
    rf"\b(?:{_KINDEREN})\b,?(?: van| v)? ?\(?\d{{1,2}}(?: ?(?:,|en|&|\+) ?\d{{1,2}})+|"
    rf"\b{_ZOON}\)? en (?:een )?{_ZOON}"
)
_PAAR = re.compile(r" ?(?:en|&|/) ?(?:van )?(\d{1,2})(?!\w|[:.]\d)(?! (?:kilo|kg|uur|jaar ge|euro))")
# who is never the client, when it is his age that is named
_OMSTANDER = re.compile(
    "(?<!-)\\b(?:"
    + een_van(
        r"(?:de_(?:\w+_)?)?buur(?:vrouw|man) stagiaire? collega \w*huisarts chef baas begeleid(?:st)?er "
        r"leidinggevende verhuurder huisbaas eigenaar vriend vriendje ex hulp"
    )
    + r")(?:,| \(| van| v|,? \(| is) ?\(?$"
)
_OMSTANDER_NA = re.compile(
    r"(?:[ -]?jarige?)(?: \w+)? (?:buur\w+|collega|stagiaire?|huisarts|eigenaar|vriend|ex|baas|chef)\b"
)
_ZIJN_LEEFTIJD = r",? \(?(?:van |v |is )?\(?$"
_NAASTE_VOOR = re.compile(
    rf"(?:^|[.;,:!?] )(?:(?:schoon|klein)?(?:zoon|dochter)|zus|broer|dtr|partner){_ZIJN_LEEFTIJD}"
)
_NAASTE_BEZIT = re.compile(rf"\b{_BEZIT} (?:\w+ )?{_KIN}{_ZIJN_LEEFTIJD}")
_VERZORGDE_VOOR = re.compile(
    rf"\b(?:{_BEZIT} (?:\w+ )?{_KIN}|(?:voor|van|met) (?:de |een )?(?:\w+ )?{_KIN}|^partner){_ZIJN_LEEFTIJD}"
)
_CLIENT_NA = re.compile(
    r"\b(?:mw|mevr|mevrouw|mvr|dhr|meneer|pt|ptn|patiente?|(?:oma|opa|zij|ze|hij) zelf)\b|"
    r"\bzelf (?:wil|zit|is|heeft|kan)\b"
)
_ZIJ_NA = re.compile(r"(?:^|[.;] )(?:zij|hij|ze) (?:is|zit|wil|heeft|kan|mist|eet|woont)\b")
_BELT_OVER = re.compile(r"\b(?:belt|belde|mailt|appt|vraagt|meldt|zorgen|over|namens|vr|om)\b")


def is_omstander(plat: str, leeftijd: Leeftijd) -> bool:
    """True when the age is of somebody who is never the client: a neighbour, a colleague, an ex."""
    voor = plat[max(0, leeftijd.begin - 40) : leeftijd.begin]
    if _OMSTANDER_NA.match(plat, leeftijd.eind):
        return True
    m = _OMSTANDER.search(voor)
    return bool(m) and not re.match(r"\)?:? (?:belt|vraagt|meldt)", plat[leeftijd.eind :])


def is_van_naaste(plat: str, leeftijd: Leeftijd) -> bool:
    """True when the only age is of a grown-up relative, while the text goes on about the client."""
    if leeftijd.van < _VOLWASSEN:
        return False
    voor = plat[max(0, leeftijd.begin - 40) : leeftijd.begin]
    if _BELT_OVER.search(plat[: leeftijd.begin]):
        return False
    if _NAASTE_BEZIT.search(voor):
        return bool(_CLIENT_NA.search(plat, leeftijd.eind) or _ZIJ_NA.search(plat, leeftijd.eind))
    return bool(_NAASTE_VOOR.search(voor) and _CLIENT_NA.search(plat, leeftijd.eind))


def zonder_kindereeks(plat: str, alle: list[Leeftijd]) -> list[Leeftijd]:
    """The ages that are not in a list of several children ("kinderen van 6 en 9")."""
    reeksen = [m.span() for m in _MEER_KINDEREN.finditer(plat)]
    return [le for le in alle if not any(b <= le.begin < e for b, e in reeksen)]


def over_patient(plat: str, begin: int) -> int:
    """How surely the age at this place is the client's: 4 said of himself, 2 named, 1 open, 0 of somebody else."""
    voor = plat[max(0, begin - 34) : begin]
    if _ZELF_VOOR.search(voor):
        return 4
    if _PATIENT_VOOR.search(voor):
        return 2
    if _ANDER_VOOR.search(voor):
        return 0
    return 2 if _IK_VOOR.search(voor) or _NU_VOOR.search(voor) else 1


def einde_van_beller(plat: str) -> int | None:
    """Where the words about the caller end, None when nobody calls about somebody else."""
    m = _BELLER.search(plat)
    return m.end() if m else None


def als_paar(plat: str, leeftijd: Leeftijd) -> Leeftijd:
    """Two ages in one breath ("echtpaar, 79 en 81") are a range, of children too; any other age stays what it is."""
    m = _PAAR.match(plat, leeftijd.eind) if leeftijd.jaren is not None else None
    ander = int(m[1]) if m else 0
    if not m or (ander < _VOLWASSEN) != (leeftijd.van < _VOLWASSEN):
        return leeftijd
    van, tot = sorted((leeftijd.van, ander))
    return Leeftijd(van, tot, leeftijd.begin, leeftijd.punten, m.end())


def is_van_verzorgde(plat: str, leeftijd: Leeftijd) -> bool:
    """True when the only age is of the relative that is cared for: the carer is the client."""
    voor = plat[max(0, leeftijd.begin - 40) : leeftijd.begin]
    return leeftijd.van >= _VOLWASSEN and bool(_VERZORGDE_VOOR.search(voor))
