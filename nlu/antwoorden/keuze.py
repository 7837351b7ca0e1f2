"""Questions with two or three fixed choices (wens, route, contactroute): patterns per choice, else the classifier."""

import re

from nlu.antwoorden.basis import GEEN, ONBESLIST, TWIJFEL, VOORWAARDE, WACHT, Uitslag, is_vraag, kaal
from nlu.tekst import Tekst

_KEUZES: dict[str, dict[str, str]] = {
    "wens": {
        "zelf": r"eerste|zelluf|zelf(?:standig)?(?: aan de slag| doen| regelen| wel)?|op eigen houtje|"
        r"eigen initiatief|1|zelf aan de slag|gaat zelf",
        "start": r"tweede|(?:hulp|steun|begeleiding|iemand mee)(?: bij (?:de|het) (?:start|begin))?|hulp bij de start|"
        r"op weg helpen|duwtje|2|start|eerste keer samen|samen",
        "weet_niet": r"derde|wnn|kweenie|weet (?:ik |ze |hij |zij |het |t |'t |mw |mevrouw |meneer )*(?:nog )?niet|"
        r"weet nog niet|nog niet|geen idee|twijfelt|nog geen idee|3|weet ze nog niet",
    },
    "route": {
        "zelf": r"zelf|zelfstandig|op eigen houtje|(?:zonder|geen) contactpersoon(?: nodig)?|informatie mee|info mee|"
        r"folder mee|1",
        "contactpersoon": r"(?:via |naar |met )?(?:de |een )?(?:contactpersoon|cp)|via hem|via haar|doorsturen|"
        r"overdragen|gemeente|2",
    },
    "contactroute": {
        "formulier": r"(?:via |met |door )?(?:het |een )?(?:beveiligd(?:e)? )?(?:formulier|frmulier|formuliertje)|link|"
        r"qr(?:-?code)?|beveiligde (?:link|pagina)|1",
        "praktijk_belt": r"(?:wij|we|ik|praktijk|de praktijk|assistente) bel(?:len|t|)?(?: zelf)?(?: wel)?|"
        r"praktijk belt|2",
        "patient_belt": r"(?:patient|pt|ptn|patiente|mw|dhr|mevrouw|meneer|ze|hij|zij|ie) belt(?: (?:zelf|"
        r"liever zelf))?(?: wel)?|3|belt zelf",
    },
}
_VOORAF = (
    r"(?:(?:ja|ok|oke|nee|prima|doe|graag|dan|liever|gewoon|mw|dhr|mevrouw|meneer|ze|hij|zij|patient|pt|wil|"
    r"kiest voor|voor|optie|nummer|nr|de|het|maar|via|liefst|toch)[ ,:]+)*"
)
_PATRONEN = {
    vraag: {keuze: re.compile(
        rf"{_VOORAF}(?:{p})(?:[ ,]+(?:graag|maar|hoor|aub|svp|dan|wel|is goed|is prima|prima|doen|wil (?:ze|hij)|"
        rf"zegt (?:ze|hij)|nodig|liever))*")
            for keuze, p in keuzes.items()}
    for vraag, keuzes in _KEUZES.items()
}  # fmt: skip


# wens in running text: what is refused first, then not knowing, then help, then doing it alone
_WENS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("zelf", re.compile(
        r"\b(?:geen (?:hulp|begeleiding|steun)|niemand mee|hoeft (?:\w+ )?(?:niemand|geen hulp)|niet aan (?:het|"
        r"t) handje|redt zich (?:wel|prima))\b")),
    ("weet_niet", re.compile(
        r"\b(?:weet (?:\w+ ){0,4}niet|weet nog niet|nachtje over|haalt (?:\w+ )?schouders|kweenie|"
        r"nog geen idee|twijfelt nog|is er nog niet uit|ziet wel|onbekend)\b")),
    ("start", re.compile(
        r"\b(?:duwtje|zetje|op gang|op weg|bij de hand|samen met|iemand (?:mee|die meegaat|die helpt)|meegaan|"
        r"gaat mee|in (?:d'r|haar|zijn|z'n) eentje|niet alleen|hulp bij|"
        r"begeleiding|er zelf niet uit|steuntje)\b")),
)  # fmt: skip


def _wens(plat: str) -> Uitslag:
    raak = [keuze for keuze, patroon in _WENS if patroon.search(plat)]
    zelf = re.search(r"\bzelf\b", plat)
    if (
        raak
        and not (raak[0] == "start" and zelf and "zelf niet" not in plat)
        and not (raak == ["weet_niet"] and re.search(r"\bik\b", plat))
    ):
        return Uitslag(raak[0])
    return ONBESLIST


def regels(tekst: Tekst, *, vraag: str) -> Uitslag:
    """Reads the answer to one of the three questions."""
    plat = kaal(tekst)
    if not plat:
        return GEEN
    raak = [keuze for keuze, patroon in _PATRONEN[vraag].items() if patroon.fullmatch(plat)]
    if len(raak) == 1 and "?" not in tekst.plat:
        return Uitslag(raak[0])
    if vraag == "wens" and "?" not in tekst.plat and not is_vraag(plat) and _wens(plat).beslist:
        return _wens(plat)
    if "?" in tekst.plat or is_vraag(plat) or WACHT.search(plat) or (vraag != "wens" and TWIJFEL.search(plat)):
        return GEEN
    if vraag == "wens":
        return GEEN if re.search(r"\bik denk\b", plat) else ONBESLIST
    return GEEN if VOORWAARDE.search(plat) else ONBESLIST
