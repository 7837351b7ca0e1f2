"""The card of leefgebieden: right as it stands ("klopt"), or which to add (erbij) and which to take off (eraf)."""

import re
from typing import Any

from nlu.antwoorden.basis import GEEN, JA, ONBESLIST, TWIJFEL, WACHT, Uitslag, heel, is_vraag, kaal
from nlu.labels import LEEFGEBIEDEN
from nlu.leefgebiedterm import genoemd
from nlu.tekst import Tekst

_KLOPT = heel(
    r"(?:(?:ja+|jazeker|jawel|jep|yes|joa|ok|oke|okay|akkoord|prima|top|mooi|zeker|juist|precies|correct|goed|"
    r"goed zo|is goed|inderdaad|helemaal|klopt?|kolpt|kloptt|kloopt|dat|zo|is|het|allemaal|alles|"
    r"goed begrepen|goed gezien|zo bedoelde (?:ik|ze|hij) het|(?:dit|dat) dekt (?:de lading|het(?: wel)?)|"
    r"in een keer goed|"
    r"herkent zich (?:erin|hierin|daarin)|(?:niks|niets) (?:weglaten|toevoegen)|doe maar zo|"
    r"laat(?: maar)?(?: zo)?(?: staan)?|zo laten|sjuust|perfect|"
    r"spijker op (?:z'n|zijn) kop|(?:niks|niets) (?:vergeten|(?:aan )?te passen|te veranderen|meer|bij|af)|"
    r"kan niet beter|zoals het (?:is|er staat)|staan|hoeft|aan te (?:merken|vullen)|"
    r"meer is het niet en minder ook niet|"
    r"👍|✅|hoor|zijn|ze|alle|drie|twee|de|goede|en|verder (?:niets|niks)|mevrouw|meneer|mw|dhr|zegt|vindt|"
    r"compleet|in orde|verder)(?![a-z])[ ,.!]*)+"
)
_HALF = re.compile(r"(?:(?:alle|drie|twee|de|en|ze|het|dat|zijn|is|hoor|verder|mevrouw|meneer|mw|dhr|zegt|vindt) ?)+")
_NIET_KLAAR = re.compile(
    r"(?:ja |ok |oke |nee )?(?:en |maar )?maar|hoeft.{0,12}|aanpassen|wijzig(?:en)?|anders|andere|de (?:eerste|tweede|"
    r"derde)|haha.*|zelf.*"
)
_VULLING = r"(?:\s+(?:meer|de|het|van|om|zozeer|echt|over|en|alleen|ook|die|dat|maar|er|sprake|door|bij))*\s*"
_ERAF_VOOR = re.compile(
    r"(?:\b(?:niet|geen|(?<!zit )(?<!zitten )(?<!is )(?<!komt )(?<!al )zonder|haal|verwijder|schrap|streep|min|"
    r"behalve|ipv|i\.p\.v\.|in plaats van|eraf|weg met|"
    rf"minder)\b{_VULLING}|(?:^|\s)-\s*)$"
)
_ERBIJ_VOOR = re.compile(rf"(?:\b(?:mis|mist|vergeet|vergat|vergeten|ook|plus|wel|erbij|voeg)\b{_VULLING}|\+\s*)$")
_ERAF_NA = re.compile(
    r"^[\w' ]{0,30}?\b(?:eraf|weg|eruit|uit|af|schrappen|niet|verwijderen|geen (?:punt|probleem|issue)|"
    r"weghalen|weglaten|hoeft niet|valt mee|valt wel mee|is opgelost|klopt niet|vervalt|verwijderd|"
    r"lukt wel|gaat goed|is goed|is prima|is te zwaar|laten vallen|nee|slaat nergens op|overbodig|onzin|verkeerd|fout|"
    r"is (?:al |inmiddels |nu )?(?:geregeld|voorbij|klaar|verleden tijd|in orde)|uitvinken|uitzetten|doorhalen|"
    r"doorstrepen|"
    r"wissen)\b"
)
_ERBIJ_NA = re.compile(
    r"^[\w' ]{0,30}?\b(?:erbij|erop|bij(?! (?:haar|zijn|hem|de|een|mij))|toevoegen|ook|erin|ja|wel|ervoor|mis|"
    r"mist|ontbreekt)\b"
)
_DIE_WEG = re.compile(
    r"\b(?:die|dat|deze|dus|twee|allebei|maar|mag|mogen|kan|kunnen) (?:\w+ )?(?:weg|eraf|eruit)\b|"
    r"\b(?:haal|verwijder|schrap|laat) (?:die|dat|deze|maar)\b|\b(?:niks|niets) mis\b|\bstreep door\b|"
    r"\b(?:uitvinken|uitzetten|doorhalen|doorstrepen|weghalen|verwijderen|schrappen|wissen|vinkje (?:weg|uit|eraf))$"
)
_TOCH_ERBIJ = re.compile(r"\b(?:mist|ontbreekt|graag ook|hoort er ?(?:ook )?bij|erbij|erin)\b")
_OP_NA = re.compile(r"\bop (?:dat (?:van|met) )?(?:de |het )?$")
_ALLEEN_VOEGT = re.compile(r"(?:^|\b(?:klopt|goed|ja|prima|ok|oke|akkoord)[ ,]*|[,.] )$")
_WORDT = r"(?:→|->|=>|moet(?: (?:\w+ ){0,2}(?:zijn|worden))?|wordt|vervang\w* door|veranderen in|is eigenlijk)"
_VERVANG = re.compile(rf"\s*(?:\w+ )?{_WORDT}\s*(?:de |het |meer )?")
_IPV = re.compile(r"\b(?:ipv|i\.p\.v\.?|in plaats van)\s*(?:de |het )?$")
_EN = re.compile(r"\s*(?:en|,|/|\+|&|, en|of|plus|noch)\s*(?:de|het|ook|geen)?\s*")
_ANDERE_KAART = re.compile(
    r"\b(?:wijk|leeftijd|jaar|jr|meerzicht|palenstein|buytenwegh|seghwaert|rokkeveen|oosterheem|noordhove|"
    r"leyens|driemanspolder)\b|\b\d{2}\b"
)
_AANVULLING = re.compile(
    r"\b(?:erbij|erin|bij ?zetten|(?:er|nog) bij|toevoegen|voeg|ook|mis|mist|missen|ontbreekt|vergeet|vergat|vergeten|"
    r"opnemen|meenemen|"
    r"neem (?:\w+ )?mee|nog (?:eentje|een|iets|dit|dat)|plus|aanvinken|staat er (?:nog )?niet (?:in|bij|op|tussen))\b"
)
_GEEN_AANVULLING = re.compile(
    r"\b(?:weg|eraf|eruit|af|schrap\w*|haal|verwijder\w*|weglaten|klopt niet|onzin|hoeft|uitvinken|wijk|leeftijd|"
    r"jaar)\b"
)
_LEEG = re.compile(
    r"\b(?:er|het|de|dat|die|dit|een|twee|nog|wat|iets|eentje|ja|nee|maar|en|ook|mis|mist|missen|ontbreekt|erbij|erin|"
    r"bij|"
    r"moet|mag|kan|graag|zet|zetten|toevoegen|voeg|toe|staat|staan|niet|alles|ding|punt|ik|je|we|in|op|zo|wel|vergeten|"
    r"vergeet|hoort|klopt)\b"
)

_EINDE = re.compile(r"[,.;]|\bmaar\b(?! (?:weg|uit|eraf|eruit|af)\b)|\bwel\b|\ben\b")

Groep = list[tuple[str, int, int]]


def _groepen(plat: str) -> list[Groep]:
    """The leefgebieden that the answer names, those of one list ("rouw en vervoer") together."""
    groepen: list[Groep] = []
    gezien: set[str] = set()
    for id_, begin, eind in genoemd(plat):
        vorige = groepen[-1][-1] if groepen else ("", 0, 0)
        if begin < vorige[2] or id_ in gezien:
            continue
        if (
            plat[begin:eind] == "alleen"
            and eind < len(plat)
            and plat[eind : eind + 3] != " en"
            and _ALLEEN_VOEGT.search(plat[:begin])
        ):
            continue  # "klopt, alleen …" names no loneliness
        gezien.add(id_)
        if groepen and _EN.fullmatch(plat[vorige[2] : begin]):
            groepen[-1].append((id_, begin, eind))
        else:
            groepen.append([(id_, begin, eind)])
    return groepen


def _moet_eraf(voor: str, na: str, *, enige: bool) -> bool:
    """Whether what stands before and after a named leefgebied takes it off the card."""
    kort = _EINDE.split(na)[0]
    if _OP_NA.search(voor) and re.match(r"\s+na\b", na):
        return True
    erbij_na = bool(_ERBIJ_NA.match(kort[: kort.find("niet")] if "niet" in kort else kort))
    eraf_na = bool(_ERAF_NA.match(kort)) and not erbij_na
    if _ERBIJ_VOOR.search(voor):
        return eraf_na and "verge" not in voor
    if _ERAF_VOOR.search(voor):
        return not (erbij_na or _TOCH_ERBIJ.search(na)) or eraf_na
    return eraf_na or (enige and bool(_DIE_WEG.search(na)) and not erbij_na) or bool(re.search(r"\bdoor $", voor))


def wijzigingen(plat: str) -> dict[str, list[str]]:
    """Which leefgebieden the flattened answer adds and takes off."""
    groepen = _groepen(plat)
    eraf: set[str] = set()
    erbij: set[str] = set()
    for i, groep in enumerate(groepen):
        voor = plat[groepen[i - 1][-1][2] if i else 0 : groep[0][1]]
        na = plat[groep[-1][2] : groepen[i + 1][0][1] if i + 1 < len(groepen) else len(plat)]
        vervangen = i + 1 < len(groepen) and _VERVANG.fullmatch(na)
        if vervangen or _IPV.search(voor):
            doel = eraf
        elif i and _VERVANG.fullmatch(voor):
            doel = erbij
        else:
            doel = eraf if _moet_eraf(voor, na, enige=len(groepen) == 1) else erbij
        doel |= {id_ for id_, _, _ in groep}
    return {"erbij": [i for i in LEEFGEBIEDEN if i in erbij], "eraf": [i for i in LEEFGEBIEDEN if i in eraf]}


def vult_aan(tekst: Tekst) -> bool:
    """Whether the answer asks for more on the card, in whatever words ("haar hond is dood, dat hoort erbij")."""
    plat = kaal(tekst)
    vaag = "?" in tekst.plat or is_vraag(plat) or TWIJFEL.search(plat) or WACHT.search(plat)
    zegt_iets = len(_LEEG.sub(" ", plat).split()) >= 2  # "er mist nog wat" names nothing
    return not vaag and zegt_iets and bool(_AANVULLING.search(plat)) and not _GEEN_AANVULLING.search(plat)


def regels(tekst: Tekst) -> Uitslag:
    """Reads the answer to the card."""
    if tekst.origineel.strip() in ("👍", "✅", "👌"):
        return Uitslag("klopt")
    plat = kaal(tekst)
    if not plat:
        return GEEN
    if _NIET_KLAAR.fullmatch(plat):
        return GEEN
    if _KLOPT.fullmatch(plat) and not _HALF.fullmatch(plat):
        return Uitslag("klopt")
    if "?" in tekst.plat or is_vraag(plat) or TWIJFEL.search(plat) or WACHT.search(plat):
        return GEEN
    uit: dict[str, Any] = wijzigingen(plat if plat[0] != "-" and tekst.plat.strip()[:1] != "-" else f"- {plat}")
    if uit["erbij"] or uit["eraf"]:
        return GEEN if len(plat.split()) == 1 and plat.startswith("formulier") else Uitslag(uit)
    if _ANDERE_KAART.search(plat):
        return GEEN
    half = re.search(
        r"\b(?:niet|bijna|half|deels|deel|ongeveer|grotendeels|maar|behalve|een van|ander\w*|paar|meeste|"
        r"(?:de|het) (?:eerste|tweede|derde|laatste))\b",
        plat,
    )
    return (
        Uitslag("klopt")
        if JA.match(plat) and re.search(r"\bklopt\b", plat) and not half
        else GEEN
        if half
        else ONBESLIST
    )
