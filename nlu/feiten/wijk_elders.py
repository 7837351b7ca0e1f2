"""Whether a wijk that the text names is where the client lives: not that of a relative, a shop, a job or of before."""

import re

from nlu.feiten.patroon import een_van

_NAASTE = "(?:" + een_van(
    "(?:schoon|klein|stief|pleeg)?(?:dochter|zoon|zus|broer|moeder|vader|ouders|kinderen) vriend(?:in)? nicht neef "
    "tante oom oma opa familie man vrouw partner ex"
) + ")"  # fmt: skip
_BEZIT = r"(?:haar|zijn|z'n|zn|d'r|dr|hun|mijn|m'n|de|een|beide)"
_ORGANISATIE = "(?:" + een_van(
    r"buurthuis wijkcentrum wijkteam speeltuin zwembad "
    r"(?:zwem|voetbal|tennis|sport|hockey|kaart|bridge)?(?:club|vereniging) winkelcentrum apotheek praktijk "
    r"huisarts\w* hap fysio\w* tandarts (?:basis)?school kerk moskee bieb bibliotheek halte station wijkverpleging "
    r"thuiszorg jumbo ah albert_heijn lidl aldi plus dirk supermarkt sportschool sv vv verpleeghuis verzorgingshuis "
    r"hospice garage kringloop opvang creche politie(?:bureau)? begraafplaats kantoor baan werk zaak winkel bedrijf "
    r"kapsalon"
) + ")"  # fmt: skip
# directly before the name: not where the client lives
_NIET_HIER = re.compile(
    r"(?:\b(?:niet|geen)|verhuisd van|vroeger|(?:vroeger|voorheen|eerst|daarvoor) in|voorheen|daarvoor|kwam uit|"
    r"niet meer in|niet in|niet uit|werkt in|werkt op|werkte in|tram naar|bus naar|i\.p\.v\.|ipv|in plaats van|"
    rf"\b{_ORGANISATIE}(?: (?:in|op|van|te))?(?: de)?)\s*$"
)
_VAN_NAASTE = re.compile(
    rf"(?:\b{_BEZIT} (?:\w+ )?{_NAASTE}|\bmet {_NAASTE}|\b(?:ex|kinderen|familie|kleinkinderen))(?: die)?"
    r"(?: (?:woont|wonen|zit|zitten|heeft|hebben|werkt|ligt|verblijft|huurt))?"
    r"(?: (?:nu|ook|vlakbij|ver|daar|zelf|alleen|al jaren|samen))? (?:in|op|uit|te)(?: de)? $"
)
_KIND_WOONT = re.compile(
    r"\b(?:dochter|zoon|zus|broer|kinderen|vriendin|nicht|ex)s? (?:woont|wonen|zit|zitten)(?: \w+){0,2} (?:in|op|te) $"
)
_WERK = re.compile(r"\b(?:werkt|werkte|werken|winkelt|sport|traint|kerkt|stapt)\b(?: \w+){1,4} (?:in|op)(?: de)? $")
_BIJ = re.compile(rf"\bbij (?:{_BEZIT} )?(?:\w+ )?{_NAASTE} (?:in|op|uit|te) $")
_BELT_VOOR = 150  # characters in which it is said who calls
_BELT = re.compile(r"\b(?:belt|belde|mailt|appt|aan de (?:lijn|telefoon|balie)|over|namens|maakt zich zorgen)\b")
# where the client would like to go, or came from
_WIL_NAAR = re.compile(r"\b(?:wil|wilde|wou|willen|droomt|graag|liever|terug|moet|hoopt)\b[^.;]{0,30}\bnaar(?: de)? $")
WOONT = (
    r"(?:woont|wonen|wonend|woonachtig|woon|verhuisd|is verhuisd|ingeschreven|staat ingeschreven|komt|hoort|valt)"
    r"(?: \w+){0,4}? (?:in|te|naar|uit|onder|bij)"
)
_NU_HIER = re.compile(
    rf"\b(?:{WOONT}|(?:nu|sinds(?: \w+){{1,2}}|inmiddels|tegenwoordig|zelf)(?: \w+){{0,3}}? (?:in|te|op|naar)"
    r"|verhuisde (?:\w+ ){0,4}naar|kwam (?:\w+ ){0,5}naar)(?: de)? $"
)
_ZOEKT = re.compile(
    r"\b(?:zoekt|zoek|is er|bestaat|vraagt naar|vraagt om|kent u|weten jullie) (?:een|n|'n|ook)? ?"
    rf"{_ORGANISATIE} in $"
)
_LIGGING = re.compile(
    r"\b(?:achter|naast|tegenover|boven|vlakbij|dichtbij|woont (?:\w+ )?bij) (?:de |het |'?t |een )?"
    rf"{_ORGANISATIE}(?: (?:in|op|van|te))? $"
)
_VANDAAN = re.compile(r"\b(?:van|uit|vanuit) $")
_NAAR_NA = re.compile(r"(?: \w+)?,? (?:naar|gewoond|weg|vandaan)\b")


def is_elders(plat: str, begin: int) -> bool:
    """True when the words before the name say that somebody else lives there, or that the client does not."""
    voor = plat[max(0, begin - 60) : begin]
    if _ZOEKT.search(voor) or _LIGGING.search(voor):
        return False
    if _NIET_HIER.search(voor[-34:]) or _WERK.search(voor) or _WIL_NAAR.search(voor):
        return True
    if _BIJ.search(voor) or _BELT.search(plat, max(0, begin - _BELT_VOOR), begin):
        return False
    return bool(_VAN_NAASTE.search(voor) or _KIND_WOONT.search(voor))


def rang(plat: str, begin: int, eind: int) -> int:
    """How surely this is the wijk of now, when several are named: 2 said so, 1 open, 0 left behind."""
    voor = plat[max(0, begin - 60) : begin]
    na = _NAAR_NA.match(plat, eind)
    if na and (_VANDAAN.search(voor) or "gewoond" in na[0]):
        return 0
    return 2 if _NU_HIER.search(voor) else 1
