"""What makes it hard to take part: names from the list, in any words; [] when there is nothing."""

import re

from nlu.antwoorden.basis import GEEN, ONBESLIST, TWIJFEL, WACHT, Uitslag, is_vraag, kaal
from nlu.feiten.belemmeringen import genoemde_belemmeringen
from nlu.labels import BELEMMERINGEN
from nlu.ontkenning import is_ontkend, zin_rond
from nlu.tekst import Tekst

_NAAM = {
    "taal": r"taal|nederlands|spreekt (?:alleen|geen)|tolk|arabisch|turks|pools|oekraiens|verstaan|tigrinya",
    "vervoer":
        r"vervoer|bus|ov|geen auto|taxi|komt er niet|reis\w*|gehaald|rijden|hoe (?:ze|hij) er komt|hoe komt (?:ze|"
        r"hij) er",
    "mobiliteit": r"mobiliteit|lopen|loopt|ter been|rollator|rolstoel|trap|trappen|stok|heup|knie\w*|mobiel",
    "geld": r"geld|duur|kosten|betalen|uitkering|financ\w+|minima|krap|arm",
    "digitaal": r"digitaal|digi\w*|computer\w*|internet|online|app|apps|telefoon|smartphone|e-?mail",
    "durft_niet_alleen": r"durft?\w*|niet alleen|verlegen|drempel|eng|bang|schuw|onzeker|spannend",
    "niet_weg_van_huis":
        r"niet (?:weg )?van huis|(?:niet )?weg van huis|weg kan|oppas|kan niet weg|thuis(?:blijven)?|man thuis|"
        r"alleen zijn|kinderen|kind|baby|mantelzorg\w*",
}  # fmt: skip
_PATRONEN = {i: re.compile(rf"\b(?:{p})\b") for i, p in _NAAM.items()}
_GEEN = re.compile(
    r"(?:nee+|neen|nope|neu+h?|geen|geen van (?:die|deze|dat|alle\w*)|niets?|niks|nul|0|nvt|n\.v\.t|"
    r"allemaal niet|geen (?:belemmeringen?|bezwaren|hindernissen|beperkingen|problemen|obstakels|"
    r"bijzonderheden)|niets van (?:dit|dat) alles|alles gaat|geen enkele|nergens last van)"
    r"(?:\W+(?:hoor|van|dat|dit|alles|allemaal|niets|niks|geen|nee|belemmering\w*|dus|voor|zover|ik|weet|"
    r"aan de hand|bij haar|bij hem|speelt|er|niks van))*"
)


def regels(tekst: Tekst) -> Uitslag:
    """Reads the answer."""
    plat = kaal(tekst)
    if not plat or "?" in tekst.plat or is_vraag(plat):
        return GEEN
    if _GEEN.fullmatch(plat):
        return Uitslag([])
    if WACHT.search(plat) or TWIJFEL.search(plat):
        return GEEN
    if len(plat.split()) > 7:
        return ONBESLIST
    uit = set(genoemde_belemmeringen(tekst))
    for id_, patroon in _PATRONEN.items():
        m = patroon.search(tekst.plat)
        zin = zin_rond(tekst, m.start()) if m else None
        if m and zin and not is_ontkend(zin.tekst, m.start() - zin.begin, m.end() - zin.begin):
            uit.add(id_)
    return Uitslag([i for i in BELEMMERINGEN if i in uit]) if uit and "niet" not in plat else ONBESLIST
