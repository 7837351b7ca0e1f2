"""What makes it hard to take part: names from the list, in any words; [] when there is nothing."""

import re
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from nlu.antwoorden.basis import GEEN, ONBESLIST, TWIJFEL, WACHT, Uitslag, is_vraag, kaal
from nlu.feiten.belemmeringen import genoemde_belemmeringen
from nlu.labels import BELEMMERINGEN
from nlu.ontkenning import is_ontkend, zin_rond
from nlu.tekst import Tekst

_NAAM = {
    "taal":
        r"taal\w*|nederlands|spreekt (?:alleen|geen)|tolk\w*|vertaalt|arabisch|turks|pools|oekraiens|verstaan|tigrinya|"
        r"anderstalig|farsi|berber\w*|bulgaars|somalisch|(?<!voor haar )(?<!voor hem )chinees|begrijpt ons|verstaat|"
        r"analfabe\w*|vertaler",
    "vervoer":
        r"vervoer\w*|bus|ov|geen auto|taxi\w*|komt er niet|reis\w*|reizen|gehaald|opgehaald|gebracht|"
            r"halen en brengen|rijden|ophalen|ophaalt|scooter(?! ?mobiel)|chauffe\w+|(?:bus|tram|metro)?halte|"
        r"hoe (?:ze|hij|kom ik|ie) (?:er|daar|thuis)\w*|hoe komt (?:ze|hij) (?:er|daar)|wie (?:brengt|haalt|"
            r"rijdt|moet haar halen)",
    "mobiliteit":
        r"mobiliteit|(?<!minuten )(?<!min )(?<!uur )lopen|loopt|ter been|balans|gevallen|strompelt|buiten adem|"
        r"stappen|rollator|rolstoel|trap|trappen|traplopen|stok|stokken|heup|knie\w*|krukken|"
        r"scootmobiel|schuifelt|evenwicht\w*|wankel|benen",
    "geld":
        r"geld|centen|duur|kosten|kost|betalen|uitkering|bijstand|financ\w+|minima|krap|arm|budget|gratis|"
        r"contributie|bijdrage|te besteden|schulden|wsnp|zwart zaad|houtje bijten|geldgebrek|armoede|€+",
    "digitaal":
        r"digitaal|digi\w*|computer\w*|internet\w*|online|app|apps|smartphone|e-?mail|mailen|wifi|laptop|"
        r"website\w*|inlog\w*|zoom|beeldbellen|linkjes?|qr\S*|site|pc|tablets?",
    "durft_niet_alleen":
        r"durft?\w*|durven|schuchter|timide|niet zonder (?:haar|zijn) (?:zus|dochter|zoon|man|vrouw|nicht|vriendin|"
        r"buurvrouw)|"
            r"niet alleen(?! (?:laten|zijn|thuis))|verlegen|schuw|mensenschuw|bleu|drempelvrees|eng|"
            r"doodeng|bang(?! (?:voor|van) (?:\w+ )?(?:computer|internet|app|telefoon))|onzeker|"
        r"spannend|de moed|de durf",
    "niet_weg_van_huis":
        r"niet (?:weg )?van huis|(?:niet )?weg van huis|weg kan|oppas|kan niet weg|thuis(?:blijven)|man thuis|"
            r"vast aan huis|vastzitten thuis|"
        r"alleen zijn|alleen (?:ge)?laten|kinderen thuis|baby|mantelzorg\w*|wie (?:let|past|blijft)|"
            r"kinderopvang|opvang voor de kinderen|respijt|waar niemand op past|zonder toezicht",
}  # fmt: skip
_PATRONEN = {i: re.compile(rf"(?<!\w)(?:{p})(?!\w)") for i, p in _NAAM.items()}
_WOORDEN = {
    "taal": "taal", "nederlands": "taal", "vervoer": "vervoer", "mobiliteit": "mobiliteit", "lopen": "mobiliteit",
    "geld": "geld", "digitaal": "digitaal", "verlegen": "durft_niet_alleen", "oppas": "niet_weg_van_huis",
}  # fmt: skip
_GEEN = re.compile(
    r"(?:nee+|neen|nope|neu+h?|geee*ne?|gien|welnee|nada|nix|geen van (?:die|deze|dat|alle\w*)|"
    r"geen (?:enkele? )?(?:punten|punt|ding|dingen|optie|van) (?:uit|van|op) (?:de|het|deze|dit|die|dat)(?: (?:lijst|"
    r"rijtje|punten|vijf|zeven))?|"
    r"niets?|niks|"
    r"nul|0|nvt|n\.v\.t|"
    r"allemaal niet|geen (?:enkele? )?(?:belemmeringen?|bezwa(?:ar|ren)|hindernissen|beperking(?:en)?|"
    r"probleem|problemen|"
    r"obstakels|bijzonderheden)|niets van (?:dit|dat) alles|alles (?:gaat|kan)(?: gewoon)?|geen enkele|"
    r"nergens last van|"
    r"(?:niks|niets) (?:in de weg|op tegen)|"
    r"lege lijst|leeg laten|gaat prima|komt er wel)"
    r"(?:\W+(?:hoor|van|dat|dit|alles|allemaal|niets|niks|geen|nee|belemmering\w*|dus|voor|zover|ik|weet|probleem|"
    r"aan de hand|bij haar|bij hem|speelt|er|niks van|mw|zelf|hij|ze|zegt|stellig|heel|en|dat|zei|volgens))*"
)
_NEE_VOOR = re.compile(
    r"^(?:nee\w*|neen|neu\w*|welnee|geen|niets|niks)\b(?! (?:auto|vervoer|geld|nederlands|computer|internet|e|"
    r"oppas|ov|fiets|wifi|digid|woord|rijbewijs|telefoon|lange|geld|smartphone|taal))"
)
_NIETS_DUS = re.compile(
    r"\b(?:dus|: ) ?(?:nee|niets|niks|geen)$|\b(?:niets|niks|nee) dus$|"
    r"[,.;:] (?:nee|niets|niks|geen)(?: in de weg| aan de hand| op tegen)?$"
)
_ANDERS_NIETS = re.compile(r"\b(?:idee|interesse|tijd|lift|respijt|gevraagd|gehoord|zin|trek)\b")
_GAAT_GOED = re.compile(
    r"\b(?:is|gaat|lukt|zijn) (?:\w+ )?(?:geen (?:punt|probleem|ding)|prima|goed|best|geregeld|er|uitstekend|"
    r"oke|ok)\b|\bgeen punt\b|"
    r"\b(?:heeft|is) (?:ze|hij|er) (?:zat|wel|genoeg|juist)\b|\bdurft (?:wel|alles|best|prima)\b|\b(?:spreekt|"
    r"loopt|praat) (?:\w+ )?(?:goed|prima|vloeiend)\b|"
    r"\b(?:geld|auto|tijd|telefoon) zat\b|\brijdt (?:zelf|auto|nog)\b|\bpakt (?:gewoon|zelf)\b|\bkan overal\b|"
    r"\boveral\b|\bgereg(?:eld|d)\b|\bgoed nederlands\b|"
    r"\b(?:taal|nederlands|geld|vervoer|digitaal|lopen) (?:prima|wel goed|gaat|goed|lukt)\b|\bregelt (?:haar|"
    r"zijn)\b|\b(?:heeft|hebben) (?:een|hun|haar|zijn) (?:auto|fiets|rijbewijs|tablet|computer)\b"
)
_MISSCHIEN = re.compile(r"\b(?:onzeker|half|dat kan zijn|kan zijn)\b")
_VERMOED = re.compile(
    r"\b(?:vermoed\w*|ik gok|gok ik|^denk|zou (?:\w+ )?kunnen|zal (?:het |de |t )?\w+ wel (?:zijn|wezen)|"
    r"vast(?! aan))\b"
)
_TOCH_VRAAG = re.compile(
    r"^(?:kan het niet|kan er niet|kan de \w+ niet|hoe (?:kom|komt|hij|ze)|wie (?:let|past|brengt|haalt|moet|"
    r"blijft))\b"
)
_ZELFST = r"(?:de |het |aan )?(?:vervoer|geld|kosten|taal|mobiliteit)"
# "niet vervoer, …", "geld niet, lopen wel": what is set against the rest; "geen vervoer" is an obstacle
_NIET_DIT = re.compile(rf"^(?:nee )?niet {_ZELFST}\b|^(?:nee )?niet (?:lopen|durven|digitaal)\b")
_DIT_NIET = re.compile(rf"^{_ZELFST}(?: is (?:het|t|'t))?(?: ook)? niet$")
_DIT_WEL = re.compile(r"^wel\b| wel$")
_OOK_GOED = re.compile(r"^(?:en )?(?:de |het )?\w+ ook$")
_ECHO = re.compile(r"^(?:\w+ ){0,3}\w+\?(?= \w+ \w+)")  # "website? daar begint ze niet aan" asks nothing
_OVERGESLAGEN = re.compile(r"\b(?:sla|slaat) (?:\w+ ){0,3}over\b|^staat er niet (?:tussen|bij)")
_NUMMERS = re.compile(r"(?:nr |nummer )?[1-7](?:(?: ?, ?(?:en )?| ?en | ?& ?| ?\+ ?)[1-7])*")
_DEEL = re.compile(
    r"[,.;]|\b(?:maar|want|dus|en|alleen moet|behalve|wel de rest)\b|\balleen (?=\w+ (?:niet|lukt))|"
    r"(?<=niet) (?=\w+ wel\b)|(?<=wel) (?=\w+ niet\b)"
)


def _delen(plat: str) -> list[str]:
    return [deel.strip() for deel in _DEEL.split(plat) if deel and deel.strip()]


@dataclass
class _Stand:
    """What an answer says part by part: no obstacle (goed), named (anders), and set against the rest as one (wel)."""

    goed: set[str] = field(default_factory=set)
    anders: set[str] = field(default_factory=set)
    wel: set[str] = field(default_factory=set)


def _stand(plat: str) -> _Stand:
    """Weighs the parts of the answer in their order: "ook" and "niet" lean on the part before."""
    stand = _Stand()
    gaat = geen = False  # the part before says that something goes well; that something is no obstacle
    for deel in _delen(plat):
        hier = {i for i, p in _PATRONEN.items() if p.search(deel)}
        if _DIT_NIET.search(deel) and gaat and not geen and "ook" not in deel:
            stand.wel |= hier  # "vervoer gaat goed, geld niet"
        elif _DIT_NIET.search(deel) or _NIET_DIT.search(deel):
            stand.goed |= hier
            geen = True
        elif geen and _DIT_WEL.search(deel):
            stand.wel |= hier
        else:
            zegt_goed = bool(_GAAT_GOED.search(deel)) and not re.search(r"\b(?:niet|geen (?!punt|probleem))\b", deel)
            gaat = zegt_goed or (gaat and bool(_OOK_GOED.search(deel)))
            geen = geen or (zegt_goed and bool(re.search(r"\bgeen (?:punt|probleem|ding)\b", deel)))
            (stand.goed if gaat else stand.anders).update(hier)
    return stand


def lukt_wel(plat: str) -> set[str]:
    """What the answer names to say that it is no obstacle ("vervoer is geregeld", "taal gaat goed")."""
    stand = _stand(plat)
    return stand.goed - stand.anders - stand.wel


def _genoemd(tekst: Tekst) -> set[str]:
    uit = set(genoemde_belemmeringen(tekst))
    for id_, patroon in _PATRONEN.items():
        m = patroon.search(tekst.plat)
        zin = zin_rond(tekst, m.start()) if m else None
        if m and zin and not is_ontkend(zin.tekst, m.start() - zin.begin, m.end() - zin.begin):
            uit.add(id_)
    return uit


def zeker(tekst: Tekst) -> set[str]:
    """What the words name outright, for beside the classifier."""
    return _genoemd(tekst) - lukt_wel(tekst.plat)


def regels(tekst: Tekst) -> Uitslag:
    """Reads the answer."""
    plat = kaal(tekst)
    vraagt = "?" in _ECHO.sub("", tekst.plat)
    if not vraagt and _GEEN.fullmatch(plat):
        return Uitslag([])
    if not plat or vraagt or _OVERGESLAGEN.search(plat) or (is_vraag(plat) and not _TOCH_VRAAG.search(plat)):
        return GEEN
    if _NUMMERS.fullmatch(plat):
        return Uitslag([b for nr, b in enumerate(BELEMMERINGEN, 1) if str(nr) in plat])
    beslist = _MISSCHIEN.sub(" ", plat)
    if any(p.search(beslist) for p in (WACHT, TWIJFEL, _VERMOED)) and not _TOCH_VRAAG.search(plat):
        return GEEN
    if " " not in plat and len(plat) > 3 and not _genoemd(tekst):
        raak = process.extractOne(plat, list(_WOORDEN), scorer=fuzz.ratio, score_cutoff=75)
        return Uitslag([_WOORDEN[raak[0]]]) if raak else ONBESLIST
    wel = _stand(plat).wel
    uit = (_genoemd(tekst) - lukt_wel(plat)) | wel
    if wel:
        return Uitslag([i for i in BELEMMERINGEN if i in uit])
    if (
        not uit
        and not _ANDERS_NIETS.search(plat)
        and (_NEE_VOOR.search(plat) or _NIETS_DUS.search(plat))
        and not re.search(r"\b(?:maar|behalve|alleen|wel)\b", plat)
    ):
        return Uitslag([])
    if len(plat.split()) > 7:
        return ONBESLIST
    return Uitslag([i for i in BELEMMERINGEN if i in uit]) if uit and "niet" not in plat else ONBESLIST
