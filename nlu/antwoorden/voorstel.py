"""Proposal (voorstel): which of the three activities, by number, rank or place on the screen; [] is none."""

import re

from nlu.antwoorden.basis import GEEN, ONBESLIST, TWIJFEL, VOORWAARDE, WACHT, Uitslag, is_vraag, kaal
from nlu.tekst import Tekst

_ALLEN = (1, 2, 3)
_RANG = (
    "1 een eerst eerste eerstse 1e bovenste bovenaan boven voorste uno",
    "2 twee tweede twede 2e middelste midden tussenste",
    "3 drie derde dörde dorde 3e laatste onderste onderaan onder achterste",
)
_PLEK = {woord: nr for nr, woorden in enumerate(_RANG, 1) for woord in woorden.split()}
_WOORD = re.compile(
    r"(?<![\w.])(?:"
    + "|".join(sorted(_PLEK, key=len, reverse=True))
    + r")(?![\w]|\s?(?:keer|x|uur|euro|km|jaar|maal)\b)"
)
_ALLE = re.compile(
    r"\b(?:alle ?(?:drie|3)|allemaal|alledrie|allen|(?:de|het) hele (?:lijst|lijstje|rij|rijtje|rits|stel)|alles|"
    r"1 ?(?:t/m|tm|"
    r"tot en met|-) ?3)\b"
)
_PAREN = (
    (re.compile(r"\b(?:eerste|bovenste) (?:twee|2)\b"), " 1 en 2 "),
    (re.compile(r"\b(?:laatste|onderste) (?:twee|2)\b"), " 2 en 3 "),
    (re.compile(r"\b(?:twee|2) buitenste\b|\bbuitenste (?:twee|2)\b"), " 1 en 3 "),
    (re.compile(r"\beerste (?:graag |ook )?en die daaronder\b|\beerste, en die daaronder\b"), " 1 en 2 "),
    (re.compile(r"\b(?:onderste|laatste),? en die daarboven\b"), " 2 en 3 "),
)
_DRIETAL = re.compile(
    r"\b(?:van |uit )?(?:de|deze|die|alle|vd) (?:drie|3)(?: \w+en)?\b|\bdrieen\b|\beerste keer\b|\been van\b|"
    r"\bop een\b(?= na)"
)
_GEEN = re.compile(
    r"^(?:nee+|neen|nope|geen|geeneen|geen enkele|niets?|niks|0|nul|noppes|neuh?)\b(?! de)|\b(?:geen (?:van|vd|ervan|"
    r"enkele?|activiteit\w*|interesse|een)|niets (?:van|voor|bij|kiezen|passends)|niks (?:bij|voor|van)|"
    r"past (?:allemaal )?niet|spreekt (?:\w+ )?niet aan|hoeft (?:\w+ )?(?:geen|niet)|wil (?:er )?geen|"
    r"sla (?:\w+ )?over|geen een|(?:alle ?drie|allemaal) niet|niet een|zit er niet (?:bij|tussen))\b"
)
_ALLE_WEG = re.compile(r"\b(?:niet|geen|niets|niks|sla|nee|weg|afgewezen|over|laten)\b")
_NIET_VOOR = re.compile(
    r"\b(?:niet|geen|behalve|zonder|niks|ipv|in plaats van|uitgezonderd|minus|streep|schrap|kruis)\b(?: de| het| nr|"
    r" nummer|"
    r" optie| in)*\s*$"
)
_OP_NA = re.compile(r"\bop(?: de| nr| nummer)? *$")
_NIET_NA = re.compile(
    r"^(?: \w+){0,1}? (?:niet|valt af|hoeft niet|vervalt|nee|eruit|weg|af)\b|^ (?:is|ligt|zijn|was) (?:\w+ ){0,2}?"
    r"(?:te|niks|niets|niet|s avonds|'s avonds|in de avond)\b|^ (?:kent|kende|deed) \w+ al\b"
)
_NA_OP = re.compile(r"^ na\b")
_REST = re.compile(r"\b(?:rest|anderen?|andere twee|overige)\b(?: twee| 2)?(?P<na>[^,.;]{0,20})")
_REST_NIET = re.compile(r"\b(?:niet|geen|nee|hoeft|kent|ver|niks|weg)\b")
_LIJST = re.compile(r"\s*(?:en|,|/|\+|&|, en|plus|als|en ook|en de|en nummer|en nr)?\s*(?:de|het|nr|nummer|ook)?\s*")
# one of them and then the reason; "maar wel" before a place on the list is no condition
_ALLEEN = re.compile(
    r"(?:nee,? |ja,? )?(?:alleen|enkel|slechts) (?:(?:de|het|nr|nummer|optie) )?(1|2|3|eerste|tweede|derde|bovenste|"
    r"middelste|onderste)"
    r",(?! (?:en |ook |of )?(?:de |nr |nummer )?(?:[1-9]|een|twee|drie|eerste|tweede|derde|mits|als|indien|tenzij)\b)"
)
_TOCH_WEL = re.compile(r"\bbehalve\b|\bmaar (?=(?:wel|niet|alleen) (?:de|die|nr|nummer|[123]|een|twee|drie)\b)")
_OF = re.compile(r"\bof\b")
_GETAL_ANDERS = re.compile(
    r"^\D{0,8}(?:[4-9]|\d{2,})\D{0,8}$|\b(?:en|of|,|\+) ?(?:de |nr |nummer )?(?:[4-9]|vierde|vijfde)\b"
)
_ANDERE = re.compile(
    r"\b(?:drie|3|twee|2|paar) andere\b|(?<!geen )(?<!in )\been van de (?:twee|drie)\b|\bbestaat\b|\bbel eerst\b"
)
_GEWOON = ("een", "onder", "boven", "eerst", "midden")
_EEN_EN = re.compile(r"een(?:,| en| &| \+| plus) ?(?:twee|drie|2|3|de|nummer)|een twee")
_NUMMER = re.compile(r"\b(?:nummer|nummertje|nummero|nr|optie|keuze|voor|activiteit|op)\.? $")


def _woorden(plat: str) -> list[re.Match[str]]:
    """The words that name a place on the list; ordinary words ("een", "onder") only where they stand for a place."""
    uit = []
    for m in _WOORD.finditer(plat):
        los = _NUMMER.search(plat[max(0, m.start() - 12) : m.start()]) or m[0] == plat.strip()
        paar = m[0] in ("boven", "midden", "onder") and re.search(
            r"\b(?:boven|midden|onder) en (?:boven|midden|onder)\b", plat
        )
        een = m[0] == "een" and _EEN_EN.match(plat[m.start() : m.start() + 16])
        if m[0] not in _GEWOON or los or paar or een:
            uit.append(m)
    return uit


def posities(plat: str) -> tuple[list[int], list[int]]:
    """The positions chosen and the positions refused in a flattened answer."""
    ja: set[int] = set()
    nee: set[int] = set()
    groepen: list[list[re.Match[str]]] = []
    for m in _woorden(plat):
        if groepen and _LIJST.fullmatch(plat[groepen[-1][-1].end() : m.start()]):
            groepen[-1].append(m)
        else:
            groepen.append([m])
    for groep in groepen:
        voor, na = plat[max(0, groep[0].start() - 30) : groep[0].start()], plat[groep[-1].end() : groep[-1].end() + 40]
        weg = _NIET_VOOR.search(voor) or (_OP_NA.search(voor) and _NA_OP.match(na))
        laatste_weg = bool(_NIET_NA.match(na))
        # "een en twee graag, drie is te duur": what stands behind a comma is refused alone
        los = len(groep) > 1 and laatste_weg and "," in plat[groep[-2].end() : groep[-1].start()]
        for m in groep:
            (nee if weg or (laatste_weg and (not los or m is groep[-1])) else ja).add(_PLEK[m[0]])
    return sorted(ja - nee), sorted(nee)


def _plat(tekst: Tekst) -> str:
    plat = re.sub(r"\b(nr|nummer|optie)(\d)\b", r"\1 \2", kaal(tekst))
    for patroon, voluit in _PAREN:
        plat = patroon.sub(voluit, plat)
    return re.sub(r"\s+", " ", re.sub(r"\bzowel\b|(?<=\d) als(?= \d)", " en ", plat)).strip()


def _alle(plat: str, alle: re.Match[str]) -> Uitslag:
    """ "Allemaal", or all but some, or none of them."""
    rest = plat[: alle.start()] + " " + plat[alle.end() :]
    ja, nee = posities(rest)
    if nee:
        return Uitslag([i for i in _ALLEN if i not in nee])
    if _ALLE_WEG.search(plat[: alle.start()] + plat[alle.end() : alle.end() + 14]):
        return Uitslag([])
    return Uitslag(list(_ALLEN)) if not ja else ONBESLIST


def regels(tekst: Tekst) -> Uitslag:
    """Reads the positions; a question, doubt, or "one or the other" is no answer."""
    plat = _plat(tekst)
    if not plat or is_vraag(plat) or "?" in tekst.plat or _GETAL_ANDERS.search(plat) or _ANDERE.search(plat):
        return GEEN
    alleen = _ALLEEN.match(plat)
    if alleen and not (TWIJFEL.search(plat) or _OF.search(plat)):
        return Uitslag([_PLEK[alleen[1]]])
    voorwaarde = VOORWAARDE.search(_TOCH_WEL.sub("", plat))
    if plat == "twee" or voorwaarde or TWIJFEL.search(plat) or WACHT.search(plat):
        return GEEN
    alle = _ALLE.search(plat)
    if alle:
        return _alle(plat, alle)
    zonder = _DRIETAL.sub(" ", plat)
    ja, nee = posities(zonder)
    rest = _REST.search(zonder)
    if rest and (nee or ja) and not _REST_NIET.search(rest["na"]) and (nee or "ook" in rest["na"]):
        return Uitslag([i for i in _ALLEN if i not in nee])
    if ja:
        return GEEN if len(ja) > 1 and _OF.search(plat) else Uitslag(ja)
    if nee and re.search(r"\b(?:behalve|zonder|wel|alleen|streep|schrap|kruis)\b", plat):
        return Uitslag([i for i in _ALLEN if i not in nee])
    if nee:
        return GEEN
    return Uitslag([]) if _GEEN.search(plat) and plat != "nee" else ONBESLIST
