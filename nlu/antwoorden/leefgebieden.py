"""The card of leefgebieden: right as it stands ("klopt"), or which to add (erbij) and which to take off (eraf)."""

import re
from typing import Any

from nlu.antwoorden.basis import GEEN, JA, ONBESLIST, TWIJFEL, WACHT, Uitslag, heel, is_vraag, kaal
from nlu.labels import LEEFGEBIEDEN
from nlu.leefgebiedterm import genoemd
from nlu.tekst import Tekst

_KLOPT = heel(
    r"(?:(?:ja+|jazeker|jawel|jep|yes|joa|ok|oke|okay|akkoord|prima|top|mooi|zeker|juist|precies|correct|goed|"
    r"goed zo|is goed|inderdaad|helemaal|klopt?|kolpt|kloptt|dat|zo|is|het|allemaal|alles|"
    r"goed begrepen|goed gezien|doe maar zo|laat (?:maar )?(?:zo )?staan|zo laten|sjuust|perfect|"
    r"spijker op (?:z'n|zijn) kop|niks vergeten|niets vergeten|👍|✅|hoor|zijn|ze|alle|drie|twee|de|goede|"
    r"compleet|in orde|verder)[ ,.!]*)+"
)
_ERAF_VOOR = re.compile(
    r"(?:\b(?:niet|geen|zonder|haal|verwijder|schrap|vink|streep|min|behalve|ipv|i\.p\.v\.|in plaats van|laat|"
    r"eraf|weg met|minder|uit)\b(?:\s(?:meer|de|het|van|om|zozeer|echt|over|en|alleen|ook|die|dat|maar|er|"
    r"sprake))*\s*)$"
)
_ERAF_NA = re.compile(
    r"^[\w' ]{0,22}?\b(?:eraf|weg|eruit|uit|af|schrappen|niet|verwijderen|geen (?:punt|probleem|issue)|"
    r"kan weg|mag weg|hoeft niet|valt mee|valt wel mee|is opgelost|klopt niet|vervalt|verwijderd|lukt wel|"
    r"gaat goed|laten vallen)\b"
)
_ERBIJ_NA = re.compile(r"^[\w' ]{0,26}?\b(?:erbij|bij|toevoegen|ook|erin|wel|ervoor)\b")
_VERVANG = re.compile(r"^(.*?)\b(?:moet (?:\w+ )?(?:zijn|worden)|wordt|vervangen door|ipv|in plaats van)\b(.*)$")
_ANDERE_KAART = re.compile(
    r"\b(?:wijk|leeftijd|jaar|jr|meerzicht|palenstein|buytenwegh|seghwaert|rokkeveen|oosterheem|noordhove|"
    r"leyens|driemanspolder)\b|\b\d{2}\b"
)


def wijzigingen(plat: str) -> dict[str, list[str]]:
    """Which leefgebieden the flattened answer adds and takes off."""
    erbij: list[str] = []
    eraf: list[str] = []
    vorige: list[str] | None = None
    eind_vorige = 0
    for id_, begin, eind in genoemd(plat):
        if begin < eind_vorige or id_ in erbij or id_ in eraf:
            continue
        voor, na = plat[eind_vorige:begin], plat[eind:]
        na = re.split(r"[,.;]|\bmaar\b|\bwel\b", na)[0]
        if vorige is not None and re.fullmatch(r"\s*(?:en|,|/|\+|&|, en|of|plus)\s*(?:de|het|ook)?\s*", voor):
            doel = vorige
            if vorige is erbij and _ERAF_NA.match(na):
                doel = eraf
        elif _ERAF_VOOR.search(voor) or (
            _ERAF_NA.match(na) and not _ERBIJ_NA.match(na[: na.find("niet")] if "niet" in na else na)
        ):
            doel = eraf
        else:
            doel = erbij
        doel.append(id_)
        vorige, eind_vorige = doel, eind
    return {"erbij": [i for i in LEEFGEBIEDEN if i in erbij], "eraf": [i for i in LEEFGEBIEDEN if i in eraf]}


def regels(tekst: Tekst) -> Uitslag:
    """Reads the answer to the card."""
    if tekst.origineel.strip() in ("👍", "✅", "👌"):
        return Uitslag("klopt")
    plat = kaal(tekst)
    if not plat:
        return GEEN
    if _KLOPT.fullmatch(plat):
        return Uitslag("klopt")
    if "?" in tekst.plat or is_vraag(plat) or TWIJFEL.search(plat) or WACHT.search(plat):
        return GEEN
    uit: dict[str, Any] = wijzigingen(plat)
    if uit["erbij"] or uit["eraf"]:
        return Uitslag(uit)
    if _ANDERE_KAART.search(plat):
        return GEEN
    return Uitslag("klopt") if JA.match(plat) and re.search(r"\bklopt\b", plat) and "niet" not in plat else ONBESLIST
