"""Safety (veilig): "niets van dit alles" only when the whole answer says so; a complaint, doubt or flag always wins."""

import re

from nlu.antwoorden.basis import GEEN, ONBESLIST, TWIJFEL, WACHT, Uitslag, is_vraag, kaal
from nlu.tekst import Tekst
from nlu.vlagpatroon import zoek_vlaggen

_KLEIN = (
    r"(?:\W*(?:hoor|van|dat|dit|deze|alles|alle|allemaal|die|punten|punt|vijf|lijst|rijtje|de|het|er|is|niets|"
    r"niks|nee+|nop|geen|gelukkig|speelt|aan|hand|bij|haar|hem|mevrouw|meneer|mw|dhr|"
    r"nagevraagd|gevraagd|heb|ik|allebei|helemaal|echt|absoluut|zeker|en|ook|hier|enkel|enkele|daarvan|vd|"
    r"bovenstaande|van toepassing|nvt|n.v.t|zo|ze|hij|zegt|heeft|last|nergens|triage|gedaan|uitgevraagd|"
    r"stoplijst|doorgenomen|alles|👍))*\W*"
)
_GEEN = re.compile(
    rf"(?:nee+|neen|neej|nope|neu+h?(?: hoor)?|geen|niets|niks|nergens|allemaal nee|alles nee|alles (?:nagevraagd|"
    rf"uitgevraagd)|nvt|n\.v\.t|alles rustig|stoplijst (?:doorgenomen|leeg|schoon|negatief)|0|nul|negatief){_KLEIN}"
)
_TWIJFEL = re.compile(
    r"\b(?:twijfel\w*|tweifel|twijfelt|weet (?:ik )?(?:het |t |'t )?(?:echt )?niet(?: zeker)?|niet zeker|"
    r"geen idee|durf (?:ik )?(?:het |t )?niet|lastig|kom er niet uit|zou (?:best )?kunnen|"
    r"overleg\w*|(?:huisarts|ha|dokter|poh) (?:\w+ ){0,3}(?:vragen|meekijken|kijken|bespreken|beoordelen)|"
    r"met de (?:huisarts|poh|dokter|ha) bespreken|bespreken met|50/50|vertrouw het niet|"
    r"kan ik niet (?:goed )?beoordelen|moeilijk te zeggen)\b"
)
_KLACHT = re.compile(
    r"\b(?:klacht(?:en)?|niet[- ]pluis\w*|pluis|onderbuik\w*|niet lekker|raar gevoel|vreemd gevoel|nieuw\w*|"
    r"knobbel\w*|onverklaard\w*|afgevallen|kwijt zonder reden|buikpijn|hoofdpijn|duizelig|vage|hoest\w*|"
    r"plek op)\b"
)
_VLAG = {
    "acuut_medisch":
        r"acuut medisch|acute? (?:of nieuwe )?(?:lichamelijke )?klacht\w*|medisch acuut|lichamelijk acuut|"
        r"pijn op de borst|benauwd",
    "suicidaliteit":
        r"suicid\w*|doodswens|zelfmoord\w*|zelfdoding|zelfbeschadiging|wil (?:\w+ )?(?:niet meer leven|dood)",
    "huiselijk_geweld":
        r"huiselijk geweld|geweld|mishandeling|wordt geslagen|onveilig thuis|kindermishandeling|"
        r"ouderenmishandeling",
    "acute_psychiatrie": r"acute psychiatrie|psychiatrie|psychose|psychotisch|verward(?:heid)?|in de war",
    "acute_nood": r"acute nood|nood|geen (?:onderdak|eten|dak)|dakloos|afgesloten|op straat|kind alleen",
}  # fmt: skip
_VLAGGEN = {i: re.compile(rf"\b(?:{p})\b") for i, p in _VLAG.items()}
_MAAR = re.compile(r"\b(?:maar|alleen|behalve|wel|zonder dat)\b")


def regels(tekst: Tekst) -> Uitslag:
    """Reads the answer; only a bare "none of these" lets the case go on."""
    plat = kaal(tekst)
    if not plat:
        return GEEN
    if re.fullmatch(_GEEN, plat):
        return Uitslag("geen")
    if "?" in tekst.plat or is_vraag(plat):
        return GEEN
    nu = [v for v in zoek_vlaggen(tekst) if v.hoe == "nu"]
    if nu:
        return Uitslag(min(nu, key=lambda v: v.begin).id)
    kort = len(plat.split()) <= 5
    genoemd = [i for i, p in _VLAGGEN.items() if p.search(plat)]
    if genoemd and kort and not re.search(r"\b(?:geen|niet|nee|of|wat|vroeger)\b", plat):
        return Uitslag(genoemd[0])
    if _TWIJFEL.search(plat) and not WACHT.search(re.sub(r"overleg\w*", "", plat)):
        return Uitslag("twijfel")
    if WACHT.search(plat) or TWIJFEL.search(plat):
        return GEEN
    return ONBESLIST
