"""Birth dates: announced ("geb.", "geboren"), beside a name, or so long ago that it can be nothing else."""

import re

from nlu.privacy.ontleding import Ontleding
from nlu.privacy.vondst import Vondst

_MAAND = (
    r"(?:jan(?:uari)?|febr?(?:uari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_JAAR = r"(?:(?:19|20)\d\d|'?\d\d)"
_S = r"[ .\-/]{1,3}"
_DATUM = re.compile(
    rf"(?<![\w+])(?<!\d[.,/\-])(?:"
    rf"(?P<dag>0?[1-9]|[12]\d|3[01])(?:e|ste|de)?(?:{_S}(?P<maandnr>0?[1-9]|1[0-2]){_S}|"
    rf"[ .\-/]{{0,3}}{_MAAND}[ .\-/']{{0,3}})(?P<jaar>{_JAAR})"
    rf"|(?P<jaar2>(?:19|20)\d\d)[\-/.](?:0?[1-9]|1[0-2])[\-/.](?:0?[1-9]|[12]\d|3[01])"
    rf")(?![\w]|[\-/]\d|[.,]\d)"
)
_GEBOREN = (
    r"(?:geb(?:oren|oortedatum|\.? ?dat(?:um)?|dd|dt|d)?|gebdatum|geboorte(?:datum|dag|jaar)|gb|gebd|gbd|dob|"
    r"gd|bouwjaar|bj|jaargang|"
    r"lichting|geboren|gebortedatum|gebooren|gboren|verjaart|jarig)"
)
_AANGEKONDIGD = re.compile(
    rf"(?<![^\W_]){_GEBOREN}\.?(?![^\W\d_])[ :.,\-*(]{{0,4}}(?:(?:op|is|dus|in|van|uit|dd|d\.d\.|dat|datum|"
    rf"te [a-z]{{3,20}}) ?[:.]? ?){{0,2}}"
)
_ACHTERAF = re.compile(rf"[ ,)]{{0,3}}(?:is )?{_GEBOREN}(?![^\W_])")
_LOS_NA = re.compile(
    rf"(?:(?:(?:de |het )?(?:zomer|winter|najaar|voorjaar|herfst|lente|begin|eind) (?:van )?(?:19|20)\d\d)|"
    rf"(?:19|20)\d\d[01]\d[0-3]\d|[0-3]\d[01]\d(?:19|20)\d\d|[0-3]\d[01]\d\d\d|(?:19|20)\d\d|'\d\d|"
    rf"(?:0?[1-9]|[12]\d|3[01])(?:{_S}(?:0?[1-9]|1[0-2])(?:{_S}{_JAAR})?| ?{_MAAND}(?:[ '.]{{1,3}}{_JAAR})?)|"
    rf"{_MAAND} (?:19|20)\d\d)(?![\w]|[.,]\d)"
)
_JAAR_TUSSEN_HAKEN = re.compile(r"\(((?:19\d\d|200\d|201[0-5]))\)")
_STER = re.compile(r"\* ?$")
_ANDERS = re.compile(
    r"(?:sinds|vanaf|afspraak|afspr|afspraakdatum|overl\w*|ovl|gestorven|overgekomen|dd|d\.d\.|ingeschreven|"
    r"verhuisd|getrouwd|gehuwd|operatie|opname|"
    r"opgenomen|controle|gezien|zitting|uiterlijk|poststempel|stempel|geldig|verlengd|deadline|gesprek|"
    r"uitnodiging|komst|aankomst|gekomen|gescheiden|"
    r"ontslag|ontslagen|contract|start|einde|huur|aanslag|rekening|beschikking|aangevraagd|verloopt|"
    r"verlopen)(?: op| per| in| van)?[ :(]{0,3}$"
)
_ANDERS_RECENT = re.compile(r"(?:op|per|tot|datum|brief|brieven|voor|na|rond|van de|van)[ :(]{0,3}$")
_RECENT = 1995
_SEIZOEN = (
    r"(?:(?:de |het )?(?:zomer|winter|najaar|voorjaar|herfst|lente|begin|eind|midden|"
    r"(?:eerste|tweede) (?:kerst|paas|pinkster)dag|kerst|oorlog|hongerwinter) (?:van )?)"
)
_ERACHTER = re.compile(
    rf"(?<![\w.,])({_SEIZOEN}?(?:in )?(?:19\d\d|20[01]\d)|(?:0[1-9]|"
    rf"1[0-2])[\-/]'?\d\d)(?=[ ,)]{{1,3}}(?:[a-z]{{2,6}},? ){{0,3}}(?:is |ben |was )?(?:geb\.?|geboren)(?![^\W_]))"
)
_VAN_JAAR = re.compile(r"(?<![^\W_])(?:is|ben|hij|zij|ze|mw|dhr|mevrouw|meneer) van (19\d\d|200\d)(?!\d)")
_AANEEN = re.compile(
    r"(?<![\w.,\-/])((?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19\d\d|20[01]\d)|(?:19\d\d|20[01]\d)(?:0[1-9]|"
    r"1[0-2])(?:0[1-9]|[12]\d|3[01]))(?![\w\-]|[.,]\d)"
)


def zoek_geboortedatum(o: Ontleding) -> list[Vondst]:
    """Finds birth dates; dates of appointments and events stay."""
    uit: list[Vondst] = []
    for m in _AANGEKONDIGD.finditer(o.plat):
        datum = _DATUM.match(o.plat, m.end()) or _LOS_NA.match(o.plat, m.end())
        if datum and not (m.group().startswith(("verjaart", "jarig")) and not _heeft_jaar(datum)):
            uit.append(Vondst(datum.start(), datum.end(), "geboortedatum", grond="aankondiging"))
    rest = o.zonder(uit).plat
    for vorm, reden in (
        (_JAAR_TUSSEN_HAKEN, "jaar tussen haken"),
        (_VAN_JAAR, "van jaar"),
        (_ERACHTER, "geboren erachter"),
        (_AANEEN, "aaneen"),
    ):
        uit += [Vondst(m.start(1), m.end(1), "geboortedatum", grond=reden) for m in vorm.finditer(rest)]
        rest = o.zonder(uit).plat
    for m in _DATUM.finditer(rest):
        if grond := _grond(rest, m):
            uit.append(Vondst(m.start(), m.end(), "geboortedatum", grond=grond))
    return uit


def _heeft_jaar(datum: re.Match[str]) -> bool:
    return bool(re.search(r"(?:19|20)\d\d|'\d\d|\d[\-/. ]\d{1,2}[\-/. ]\d\d$", datum.group()))


def _grond(rest: str, m: re.Match[str]) -> str | None:
    """Why a full date is a birth date, or None when it is an appointment or event."""
    links = rest[max(0, m.start() - 24) : m.start()]
    if _ACHTERAF.match(rest, m.end()) or _STER.search(links):
        return "geboren erachter"
    jaar = int(re.sub(r"\D", "", m["jaar"] or m["jaar2"]))
    if jaar < 100:
        jaar += 1900 if jaar > 27 else 2000
    if links.endswith("(") and rest[m.end() : m.end() + 1] == ")":
        return "tussen haken"
    if _ANDERS.search(links) or (jaar >= _RECENT and _ANDERS_RECENT.search(links)):
        return None
    if 1900 < jaar <= 2021:
        return "lang geleden"
    return None
