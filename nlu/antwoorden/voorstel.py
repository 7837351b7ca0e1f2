"""Proposal (voorstel): which of the three activities, by number, rank or place on the screen; [] is none."""

import re

from nlu.antwoorden.basis import GEEN, ONBESLIST, TWIJFEL, VOORWAARDE, WACHT, Uitslag, is_vraag, kaal
from nlu.tekst import Tekst

_AANTAL = 3
_RANG = (
    "1 een eerst eerste eerstse 1e bovenste boven voorste",
    "2 twee tweede twede 2e middelste midden tussenste",
    "3 drie derde 3e laatste onderste onder achterste",
)
_PLEK = {woord: nr for nr, woorden in enumerate(_RANG, 1) for woord in woorden.split()}
_WOORD = re.compile(
    r"(?<![\w.])(?:"
    + "|".join(sorted(_PLEK, key=len, reverse=True))
    + r")(?![\w]|\s?(?:keer|x|uur|euro|km|jaar|maal)\b)"
)
_ALLE = re.compile(
    r"\b(?:alle ?(?:drie|3)?|allemaal|alledrie|allen|de hele lijst|alles|1 ?(?:t/m|tm|tot en met|-) ?3)\b"
)
_EERSTE_TWEE = re.compile(r"\b(?:eerste|bovenste) (?:twee|2)\b")
_LAATSTE_TWEE = re.compile(r"\b(?:laatste|onderste) (?:twee|2)\b")
_GEEN = re.compile(
    r"^(?:nee+|neen|nope|geen|geeneen|geen enkele|niets?|niks|0|nul|noppes|neuh?)\b|\b(?:geen (?:van|vd|ervan|"
    r"enkele?|activiteit\w*|interesse|een)|niets (?:van|voor|bij|kiezen|passends)|niks (?:bij|voor|van)|"
    r"past (?:allemaal )?niet|spreekt (?:\w+ )?niet aan|hoeft (?:\w+ )?(?:geen|niet)|wil (?:er )?geen|"
    r"sla (?:\w+ )?over|(?:alle ?drie|allemaal) niet|niet een)\b"
)
_NIET = re.compile(
    r"\b(?:niet|geen|behalve|zonder|niks|ipv|in plaats van|uitgezonderd)\b(?: de| het| nr| nummer| optie)?\s*$"
)
_NIET_NA = re.compile(r"^(?: \w+){0,1}? (?:niet|valt af|hoeft niet|vervalt|nee)\b")
_OF = re.compile(r"\b(?:of)\b")
_GETAL_ANDERS = re.compile(r"^\D{0,8}(?:[4-9]|\d{2,})\D{0,8}$")


_GEWOON = ("een", "onder", "boven", "eerst")
_EEN_EN = re.compile(r"een(?:,| en| &| \+) ?(?:twee|drie|2|3|de|nummer)|een twee")


def posities(plat: str) -> tuple[list[int], list[int]]:
    """The positions chosen and the positions refused in a flattened answer."""
    ja: set[int] = set()
    nee: set[int] = set()
    for m in _WOORD.finditer(plat):
        if m[0] in _GEWOON and not (m[0] == "een" and _EEN_EN.match(plat[m.start() :])):
            continue
        doel = nee if _NIET.search(plat[: m.start()]) or _NIET_NA.match(plat[m.end() :]) else ja
        doel.add(_PLEK[m[0]])
    return sorted(ja - nee), sorted(nee)


def regels(tekst: Tekst) -> Uitslag:
    """Reads the positions; a question, doubt, or "one or the other" is no answer."""
    plat = kaal(tekst)
    if not plat or is_vraag(plat) or "?" in tekst.plat or _GETAL_ANDERS.match(plat):
        return GEEN
    onzeker = (
        TWIJFEL.search(plat)
        or WACHT.search(plat)
        or VOORWAARDE.search(re.sub(r"\bbehalve\b", "", plat))
        or plat == "twee"
    )
    plat = re.sub(r"\b(?:van de|vd|van|uit de) (?:drie|3)\b|\beerste keer\b|\been van\b", " ", plat)
    alle = _ALLE.search(plat)
    ja, nee = posities(re.sub(_ALLE, " ", plat))
    if onzeker:
        return GEEN
    if alle and not re.search(
        r"\b(?:niet|geen|niets|niks|sla|nee)\b", plat[: alle.start()] + plat[alle.end() : alle.end() + 6]
    ):
        return Uitslag([i for i in range(1, _AANTAL + 1) if i not in nee])
    if _EERSTE_TWEE.search(plat):
        return Uitslag([1, 2])
    if _LAATSTE_TWEE.search(plat):
        return Uitslag([2, 3])
    if ja:
        return GEEN if len(ja) > 1 and _OF.search(plat) else Uitslag(ja)
    if nee and re.search(r"\b(?:rest|andere|overige|wel)\b|behalve", plat):
        return Uitslag([i for i in range(1, _AANTAL + 1) if i not in nee])
    if plat == "nee":
        return ONBESLIST
    return Uitslag([]) if _GEEN.search(plat) and not nee else ONBESLIST
