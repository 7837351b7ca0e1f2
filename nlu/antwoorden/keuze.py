"""Questions with two or three fixed choices (wens, route, contactroute): patterns per choice, else the classifier."""

import re

from nlu.antwoorden.basis import GEEN, ONBESLIST, TWIJFEL, VOORWAARDE, WACHT, Uitslag, is_vraag, kaal
from nlu.tekst import Tekst

_KEUZES: dict[str, dict[str, str]] = {
    "wens": {
        "zelf": r"eerste|zelluf|zelf(?:standig)?(?: aan de slag| doen| regelen| wel)?|op eigen houtje|"
        r"eigen initiatief|1|een|zelf aan de slag|gaat zelf",
        "start": r"tweede|(?:hulp|steun|begeleiding|iemand mee)(?: bij (?:de|het) (?:start|begin))?|hulp bij de start|"
        r"op weg helpen|duwtje|2|start|eerste keer samen|samen",
        "weet_niet": r"derde|wnn|kweenie|weet (?:ik |ze |hij |zij |het |t |'t |mw |mevrouw |meneer )*(?:nog )?niet|"
        r"weet nog niet|nog niet|geen idee|twijfelt|nog geen idee|3|weet ze nog niet",
    },
    "route": {
        "zelf": r"zelf|zelfstandig|op eigen houtje|(?:zonder|geen) contactpersoon(?: nodig)?|informatie mee|info mee|"
        r"folder mee|1|een|eerste",
        "contactpersoon": r"(?:via |naar |met )?(?:de |een )?(?:contactpersoon|cp)|via hem|via haar|doorsturen|"
        r"overdragen|gemeente|2|twee|tweede",
    },
    "contactroute": {
        "formulier": r"(?:via |met |door )?(?:het |een )?(?:beveiligd(?:e)? )?(?:formulier|frmulier|formuliertje)|link|"
        r"qr(?:-?code)?|beveiligde (?:link|pagina)|1|een|eerste(?: optie)?|bovenste(?: optie)?",
        "praktijk_belt": r"(?:wij|we|ik|praktijk|de praktijk|assistente) bel(?:len|t|)?(?: zelf)?(?: wel)?|"
        r"praktijk belt|2|twee|tweede(?: optie)?|middelste(?: optie)?",
        "patient_belt": r"(?:patient|pt|ptn|patiente|mw|dhr|mevrouw|meneer|ze|hij|zij|ie) belt(?: (?:zelf|"
        r"liever zelf))?(?: wel)?|3|drie|derde(?: optie)?|laatste(?: optie)?|onderste(?: optie)?|belt zelf",
    },
}
_VOORAF = (
    r"(?:(?:ja|ok|oke|nee|prima|doe|graag|dan|liever|gewoon|mw|dhr|mevrouw|meneer|ze|hij|zij|patient|pt|wil|"
    r"kiest voor|voor|optie|nummer|nr|de|het|maar|via|liefst|toch)[ ,:]+)*"
)
_PATRONEN = {
    vraag: {keuze: re.compile(
        rf"{_VOORAF}(?:{p})(?:[ ,]+(?:graag|maar|hoor|aub|svp|dan|wel|is goed|is prima|prima|doen|wil (?:ze|hij)|"
        rf"zegt (?:ze|hij)|nodig|liever|ja))*")
            for keuze, p in keuzes.items()}
    for vraag, keuzes in _KEUZES.items()
}  # fmt: skip


_PATIENT = r"(?:ze|hij|zij|ie|mw|mevr|mevrouw|dhr|meneer|pt|ptn|patient|patiente|client|die|'?m|haar|hem)"
_WIJ = r"(?:wij|we|ik|praktijk|huisarts|dokter|assistente|collega|poh|ons|balie|hier)"
_ASSISTENT_DENKT = re.compile(
    r"\b(?:ik denk|denk ik|zal (?:het )?wel|zal (?:\w+ ){1,3}worden|lijkt me|waarschijnlijk|vermoedelijk|"
    r"misschien|ik gok|gok ik|niet gevraagd|"
    r"(?:haar|zijn) (?:man|vrouw|dochter|zoon|zus) (?:zegt|wil|vindt|regelt)|volgens (?:haar|zijn)|ik neem aan)\b"
)

# running text, in the order in which it is tried: what is said first wins over what follows
_LOPEND: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "wens": (
        ("zelf", re.compile(
            r"\b(?:(?:geen|niks|niets) (?:hulp|begeleiding|steun\w*|ondersteuning)|niemand (?:\w+ )?(?:mee|nodig|bij|"
            r"naast)|"
                r"hoeft (?:\w+ )?(?:niemand|geen hulp|niet mee)|"
            r"niet aan (?:het|t) handje|redt (?:ze |hij )?(?:zich|het)(?: \w+)? (?:wel|prima|zelf)|redt (?:ze|"
                r"hij) het$|zelfredzaam|"
            r"zonder (?:hulp|steun\w*|begeleiding)|"
            r"(?:regelt|doet|gaat|redt|lukt|kan) (?!.*\b(?:niet|niks|nooit)\b)(?:\w+ ){0,4}in (?:d'r|haar|zijn|"
            r"z'n) eentje|"
            r"hulp (?:\w+ ){0,3}(?:onnodig|niet nodig)|komt er wel)\b")),
        ("start", re.compile(
            r"\b(?:weet niet hoe|daar graag iemand bij|hulp om te starten|(?:dus|graag|wil|met) (?:\w+ )?hulp|"
                r"hulp (?:nodig|graag|dus))\b")),
        ("weet_niet", re.compile(
            r"\b(?:weet (?:\w+ ){0,4}niet|weetniet|weet nog niet|nachtje over|nacht over|"
                r"haalt (?:\w+ )?schouders|kweenie|wnn|nog geen idee|"
            r"twijfelt nog|(?:is|nog) (?:\w+ ){0,3}niet (?:over )?uit|ziet wel|onbekend|nadenken|bezinken|"
                r"besluiteloos|in het midden|"
            r"nog (?:niet (?:kiezen|zeggen|duidelijk|kunnen)|onduidelijk)|niet (?:kiezen|zeggen)|"
                r"vraag (?:het )?me (?:dat |het )?|"
            r"eens kijken|eerst (?:\w+ ){1,4}bespreken|moet nog landen)\b")),
        ("start", re.compile(
            r"\b(?:zelf (?:\w+ ){0,2}niet|duwtje|zetje|op gang|op weg|bij de hand|samen met|"
                r"iemand (?:\w+ ){0,3}(?:mee\w*|die|belt|bij is|helpt|naast)|meegaan|"
            r"gaat mee|in (?:d'r|haar|zijn|z'n) eentje|niet alleen|hulp bij|begeleiding|er zelf niet uit|"
                r"steuntje|maatje|buddy|"
            r"vrijwilliger|meekijk\w*|meedenk\w*|ophaalt|handje|sleeptouw|gezelschap|ondersteuning|"
                r"wil gebeld)\b|^hulp$")),
        ("zelf", re.compile(
            r"\b(?:(?:kan|doet|gaat|belt|pakt|regelt|loopt|zoekt|schrijft) (?:\w+ ){0,4}zelf|"
            r"zelf (?:\w+ ){0,2}(?:doen|proberen|"
            r"regelen|gang|slag|oppakken|heen|op)|op z'n eentje|eigen (?:houtje|kracht)|zelf,? zegt (?:ze|"
                r"hij)|zegt (?:ze|hij) zelf)\b")),
    ),
    "route": (
        ("zelf", re.compile(r"\b(?:liever|het liefst) zelf (?:dan|en|want)\b")),
        ("contactpersoon", re.compile(
            r"\bniet zelf\b|\b(?:kan|komt|redt) (?:\w+ ){0,3}(?:niet alleen|zelf niet|er niet uit)\b")),
        ("zelf", re.compile(
            r"\b(?:niet via|geen|zonder|liever geen) (?:de |een )?(?:contactpersoon|gemeente|tussen\w+|gedoe)|"
                r"(?:gemeente|contactpersoon) "
            r"(?:\w+ ){0,3}(?:buiten|niet|erbuiten)\b")),
        ("contactpersoon", re.compile(
            r"\b(?:contactpersoo[nm]|contact persoon|cp|sociaal domein|welzijn\w*|van de gemeente|verwijzen|"
                r"overdragen|iemand (?:haar|hem|ze)? ?"
            r"(?:belt|bel|uitlegt|helpt|met (?:haar|hem))|gebeld worden|iemand het (?:\w+ ){0,2}regelt|"
                r"schakel|gesprek met iemand)\b")),
        ("zelf", re.compile(
            r"\b(?:zelf|zelluf|zlf|zelfstandig|eigen (?:houtje|beweging|gelegenheid|kracht)|(?:info\w*|folder|"
                r"blaadje|papier\w*|briefje|print\w*|"
            r"uitprinten|adres|flyer) (?:\w+ ){0,3}(?:mee|genoeg|vooruit|maar|redt|op papier)|alleen (?:de |"
                r"het )?(?:info\w*|blaadje|folder)|"
            r"op (?:een )?(?:papier|briefje)|ik print)\b")),
    ),
    "contactroute": (
        ("patient_belt", re.compile(
            rf"\b(?:formulier|qr\S*|link\w*|code|scannen|invullen)\b[^,.]*\b(?:niet|nooit|"
            rf"geen)\b.*\b{_PATIENT} (?:zelf )?belt\b|"
            r"\bniet wij\b(?!.*\b(?:formulier|qr|link)\b)|\b(?:gaat|wil) zelf bellen\b|\bformulier vindt\b|"
            r"\bbelt als\b|\bze belt\b.*\bnummer\b")),
        ("praktijk_belt", re.compile(
            r"\bniet (?:die|de|het) (?:link|formulier|qr)\b.*\b(?:wij|we|ik)\b|\bdat ik (?:even )?bel\b|"
                r"\b(?:durft|kan|wil) (?:\w+ )?niet (?:te )?bellen\b.*\b(?:ik|wij|we)\b|\blaat ons\b|"
                r"\bformulier werkt niet\b|(?<!invullen )\bdoen (?:wij|we)\b|"
            r"\b(?:formulier|qr\S*|link\w*|code|scannen|invullen)\b[^,.]*\b(?:niet|nooit|geen)\b.*\b(?:ik|wij|"
            r"we) bel(?:len)?\b|"
            r"\b(?:formulier|qr\S*|link\w*|code|scannen|invullen)\b[^,.]*\b(?:niet|nooit|geen)\b.*\bbel(?:len)? (?:ik|"
            r"wij|we)\b")),
        ("formulier", re.compile(
            r"\b(?:niet bellen|bellen (?:hoeft|lukt|kan|gaat) (?:\w+ )?niet|geen tijd (?:\w+ )?bellen|"
                r"bellen heb ik geen tijd)\b|"
            r"(?<!geen )(?<!niet het )(?<!niet met )(?<!liever geen )\b(?:\w*formulier\w*|form|formuleir|link\w*|"
                r"qr\w*|scan\w*|beveiligde (?:pagina|link)|"
            r"vul (?:\w+ ){0,5}in|invullen|ingevuld|(?:in)?tik(?:t|ken)?|(?:in)?typ(?:t|en)?|digitaal|online|website|"
            r"vierkantje|"
                r"blokjes\w*)\b(?! werkt niet)")),
        ("praktijk_belt", re.compile(
            rf"\b{_WIJ} (?:\w+ ){{0,5}}(?:bel|belt|bellen|telefonisch|telefoon|telefoontje|contact op)\b|"
                rf"\b(?:bel|bellen|belt) (?:\w+ ){{0,3}}(?:ik|wij|we|collega)\b|"
            r"\bik (?:\w+ ){0,5}(?:telefoon|telefonisch|bel)\b|^bel (?:zo|ze|straks|ik)\b|"
                r"\btelefonisch (?:\w+ ){0,2}(?:vanuit hier|door)\b|\bons belletje\b|"
            r"\btelefoontje neem ik\b|\bvanuit (?:hier|de praktijk)\b")),
        ("patient_belt", re.compile(
            rf"\b{_PATIENT} (?:\w+ ){{0,6}}(?:bel|belt|bellen|telefoon|contact op|belt zelf)\b|"
                rf"\bbelt (?:liever |morgen |wel )?(?:zelf|zelluf)\b|"
            r"\b(?:nummer|code) (?:\w+ ){0,4}mee\b|\bgeef (?:haar|hem) (?:\w+ ){0,2}nummer\b|\blaat (?:mw|"
                r"mevrouw|meneer|dhr|haar|hem|mij) (?:\w+ )?bellen\b|"
            r"\bzelf (?:op)?bellen doet\b|\bpatient (?:\w+ )?zelf\b")),
    ),
}  # fmt: skip
_CITAAT_BELT = re.compile(r"['\"‘“][^'\"’”]*\b(?:ik bel|bel ik|mij maar bellen)\b")


_GEEN_KEUZE = {
    "wens": re.compile(
        r"^(?:overslaan|sla)\b|^(?:ja )?graag$|^ja graag$|^(?:\w+ )?(?:zegt|zei) (?:ja|nee)$|"
        r"^\d+$|^kost\b|\bafspraak bij de dokter\b|"
        r"\bmaar ook weer niet\b"
    ),
    "route": re.compile(
        r"\bniet zelf en (?:ook )?niet\b|^kost\b|^bel de\b|^(?:ja )?doe maar$|^\d+$|"
        r"\bmag (?:\w+ )?zelf (?:weten|kiezen|beslissen|bepalen)\b|\b(?:hij|zij|ze) zegt dit\b"
    ),
    "contactroute": re.compile(
        r"\b(?:heeft|hebben) (?:\w+ )?(?:geen|een nieuwe) (?:smart)?(?:telefoon|phone|mobiel)|^(?:niet|"
        r"zelf) bellen$|"
        r"^(?:via de telefoon|telefonisch|bellen)(?: graag| maar)?$|^(?:liever )?(?:niet|geen) (?:het |"
        r"een )?formulier$|^doe maar iets$|^\d+$|^iemand|"
        r"^(?:haar|zijn|de|z'n|d'r) (?:zus|broer|zoon|dochter|man|vrouw|moeder|vader|buur\w+|vriend\w*|nicht|"
        r"neef) (?:\w+ )?belt"
    ),
}


def _lopend(tekst: Tekst, plat: str, vraag: str) -> Uitslag:
    """Reads a choice in running text: the first pattern that hits, unless the assistant only supposes it."""
    if vraag == "contactroute" and _CITAAT_BELT.search(tekst.plat):
        return Uitslag("patient_belt")
    if _GEEN_KEUZE[vraag].search(plat):
        return GEEN
    raak = [keuze for keuze, patroon in _LOPEND[vraag] if patroon.search(plat)]
    if not raak:
        return ONBESLIST
    eigen = re.search(r"\b(?:zegt|zei) (?:ze|hij|zij|ie|mw|mevrouw|meneer|dhr)$", plat)
    if (
        vraag == "wens"
        and raak[0] == "weet_niet"
        and not eigen
        and re.search(r"\bik\b(?! denk)", re.sub(r"\b(?:zegt|zei)\b.*", "", plat))
    ):
        return GEEN
    return Uitslag(raak[0])


def regels(tekst: Tekst, *, vraag: str) -> Uitslag:
    """Reads the answer to one of the three questions."""
    plat = kaal(tekst)
    if not plat or "?" in tekst.plat:
        return GEEN
    raak = [keuze for keuze, patroon in _PATRONEN[vraag].items() if patroon.fullmatch(plat)]
    if len(raak) == 1:
        return Uitslag(raak[0])
    if (
        (is_vraag(plat) and not _GEEN_VRAAG.search(plat))
        or _ASSISTENT_DENKT.search(plat)
        or re.search(r"\bof\b(?! er iemand)|\ballebei\b|\bnee\b.*\b(?:wacht|contactpersoon)\b", plat)
    ):
        return GEEN
    lopend = _lopend(tekst, plat, vraag)
    if vraag == "wens":
        return lopend
    if WACHT.search(_MOMENT.sub(" ", plat)) or TWIJFEL.search(plat) or VOORWAARDE.search(_MOMENT.sub(" ", plat)):
        return GEEN
    return lopend


_GEEN_VRAAG = re.compile(
    r"^(?:kan|moet) (?:ze|hij) (?:prima|best|wel|nog|zelf|er|dat)\b|\bvraagt of er iemand\b|^zegt\b"
)
# when somebody will phone is no waiting
_MOMENT = re.compile(
    r"\b(?:straks|zo|op een rustig moment|als (?:ze|hij) (?:\w+ )?(?:thuis|vrij|klaar|terug) is|"
    r"morgen(?:ochtend)?|vanmiddag|later|dadelijk|volgende week|eerst|even|ff)\b"
)
