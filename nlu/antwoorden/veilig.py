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
    r"stoplijst|doorgenomen|alles|volgende|vraag|ga|maar|verder|door|we|kunnen|echt|he|een|👍))*\W*"
)
_GEEN = re.compile(
    rf"(?:nee+|neen|neej|nein|nope|nop|nah|nada|nix|noppes|niente|welnee|neehoor|nee? hoor|neu+h?(?: hoor)?|"
    rf"geen|niets|niks|"
    rf"nergens|(?:zeker|beslist|absoluut) niet|niet (?:een|1)|vijf nee's|allemaal nee|alles nee|alles (?:nagevraagd|"
    rf"uitgevraagd)|nvt|n\.v\.t|alles rustig|(?:alles )?pluis|stoplijst (?:doorgenomen|leeg|schoon|negatief)|0|nul|"
    rf"negatief){_KLEIN}"
)
_TWIJFEL = re.compile(
    r"\b(?:twijfel\w*|tweifel|twijfelt|(?<!ze )(?<!hij )(?<!en )(?<!mw )weet (?:ik )?(?:het |t |"
    r"'t )?(?:echt )?niet(?: zeker)?(?! (?:meer|waar|wie|hoe|welk))|niet zeker|"
    r"(?:niet|moeilijk|lastig) (?:\w+ )?(?:in te schatten|inschatten|uitsluiten|beoordelen|te peilen)|aarzel|"
    r"geen idee (?:of|wat)|durf (?:ik )?(?:het |t )?niet|lastig|kom er niet uit|zou (?:best )?kunnen|"
    r"overleg\w*|(?:huisarts|ha|dokter|poh) (?:\w+ ){0,3}(?:vragen|meekijken|kijken|bespreken|beoordelen)|"
    r"met de (?:huisarts|poh|dokter|ha) bespreken|bespreken met|50/50|vertrouw het niet|"
    r"kan ik niet (?:goed )?beoordelen|(?:niet|zonder) met zekerheid|niet met zekerheid|onzeker|(?<!zonder )aarzel\w*|"
    r"(?:ontweek|ontwijkt|draait om) (?:\w+ ){0,3}(?:vraag|vragen|antwoord|heen)|of (?:dat|het|"
    r"die) nee (?:\w+ ){0,2}(?:echt|waar)|"
    r"(?:man|vrouw|zoon|dochter|partner) (?:\w+ ){0,3}antwoord\w* voor (?:haar|hem)|moeilijk te zeggen)\b"
)
_KLACHT = re.compile(
    r"\b(?:niet[- ]?pluis\w*|pluis(?: is)? (?:het )?(?:niet|anders)|pluis(?:gevoel)? ontbreekt|onderbuik\w*|"
    r"(?:raar|vreemd|naar|onbestemd|slecht) gevoel|niet gerust|zit me niet lekker|vertrouw (?:dit|het|t) niet$|"
    r"mijn (?:gevoel|buik|intuitie) zegt|voelt (?:\w+ ){0,3}niet goed|(?:voelt|klopt) (?:\w+ ){0,4}niet$|"
    r"klopt iets niet|^nieuw\b|"
    r"(?:vind|ziet) (?:\w+ )?(?:er )?(?:\w+ )?(?:slecht|beroerd|anders) uit\w*|"
    r"(?:een |wel |iets )?(?:nieuwe?|onverklaarde?|onbekende|andere|"
    r"lichamelijke) (?:lichamelijke )?(?:klacht\w*|pijn\w*)|"
    r"klacht(?:en)? (?:erbij|die|waar)|klacht$|nooit (?:\w+ ){0,3}(?:gekeken|kijken|onderzocht|geprikt|bekeken)|"
    r"nog (?:niet|nooit|geen dokter|niemand) (?:\w+ ){0,4}(?:gezien|besproken|bekeken|onderzocht|gekeken|"
    r"geweest|gemeld)|"
    r"(?:weet|zag|bekeek) (?:de dokter|de huisarts|niemand|nog niemand|dr|ha)(?: nog)? niet|"
    r"(?:nog|moet) (?:\w+ ){0,2}naar gekeken worden|dat is nieuw|is nieuw\b|iets nieuws|moet (?:eerst |"
    r"nog )?gezien worden)"
)
_GEEN_KLACHT = re.compile(
    r"\b(?:geen|niets?|niks|ook geen|nul|zonder|ontken\w+|evenmin)\b(?:(?!\b(?:wel|maar|alleen|"
    r"behalve)\b)[\w ,]){0,40}$"
)
_PUNT = re.compile(
    r"^(?:(?:ja+|jawel|jazeker|helaas|nee maar|wel|oei|het is|het gaat om)[ ,:]+)*"
    r"(?:(?:de|het|die|dat|t|'t)? ?(eerste|tweede|derde|vierde|vijfde|laatste|bovenste|onderste)|"
    r"(?:de |dat )?(?:punt|nr\.?|nummer|vraag)(?: nr| nummer)? ?(1|2|3|4|5|een|twee|drie|vier|vijf))"
    r"(?: punt| vraag| vlag| van (?:de|het|die) (?:lijst|rijtje|vijf))?(?= ?[,.:;]|$| (?:ja|helaas|speelt|"
    r"klopt|wel|raak)\b)"
)
_JA_BIJ = re.compile(
    r"\b(?:bij|op) (?:de |het |dat )?(?:punt |vraag |nr |nummer )?(1|2|3|4|5|een|twee|drie|vier|vijf|eerste|tweede|"
    r"derde|vierde|"
    r"vijfde|laatste)\b(?! \w*(?:keer|jaar|minuten))(?!.*\b(?:nee|niet|geen)\b).*\b(?:ja|raak|knikt\w*|beet)\b"
)
_GEEN_ANTWOORD = re.compile(r"nee he+|\d{1,3}(?: ?(?:jaar|jr))?")
_THUIS_ONVEILIG = re.compile(
    r"\bthuis (?:is (?:het )?|voelt (?:\w+ )?)?(?:\w+ )?(?:niet |on)veilig|\bniet veilig thuis\b"
)
_PUNTEN = {
    woord: vlag
    for vlag, woorden in {
        "acuut_medisch": "1 eerste een bovenste",
        "suicidaliteit": "2 tweede twee",
        "huiselijk_geweld": "3 derde drie",
        "acute_psychiatrie": "4 vierde vier",
        "acute_nood": "5 vijfde vijf laatste onderste",
    }.items()
    for woord in woorden.split()
}
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
_ONTKENT = re.compile(
    r"\b(?:nee\w*|neu\w*|ne|nein|welnee|geen\w*|gene|niet\w*|nie|niks|nix|nada|noppes|nop\w*|nergens|niemand|nul|0|no|"
    r"ontken\w*|negatief|blanco|leeg|lege|schoon|groen|clear|nvt|rustig|prima|gezond\w*|veilig|stabiel|pluis|"
    r"koek en ei|in orde|mankeer\w*|niente|neg)\b|n\.v\.t"
)
_NOG_NIET = re.compile(
    r"\b(?:niet (?:na|uit|door)?gevraagd|niet gesproken|geen (?:tijd|idee|haast|spoed|zin|vervoer|gehoor|"
    r"antwoord|toestemming)|"
    r"kunnen vragen|heb ik (?:\w+ )?besproken|alleen naar|in (?:ieder|elk) geval (?:niet|geen)|in het dossier|"
    r"neemt niet op|"
    r"(?:heb|is|was|wordt|nog) (?:\w+ ){0,3}(?:nog|pas)\b|zover|nee (?:he|wat)\b|rotweer|"
    r"begin ik niet|neem aan|aannemen|hoop\w*|hopelijk|verwacht|zeg je|niet echt|niet direct|normaal gesproken|"
    r"helft|rest (?:\w+ )?(?:moet|nog|volgt|later|vraag)|moet nog|"
    r"dat ik weet|ze zegt|(?:eerste|alleen|punt) (?:\w+ )?(?:vier|drie|twee|en 2|1|2|3)\b)\b"
)
_ALLES_NEE = re.compile(
    r"\b(?:(?:nee|neen) op (?:alles|alle|elk|ieder)|(?:alles|overal|allemaal|op alles|elk punt|alle (?:vijf|5|"
    r"punten)|beide|rest) "
    r"(?:\w+ ){0,3}(?:nee|negatief|ontkend|ontkennend|niet|ontkent)|ontkent (?:\w+ )?(?:alles|alle)|"
    r"(?:5|vijf) ?(?:x|keer|maal) nee|vijfmaal nee|vijf nee's|"
    r"(?:geen|niets?|niks|gene|nul|0) (?:een |enkele? )?(?:van|vd|v\.d\.|uit) (?:de|die|deze|dit|dat|dien|het|"
    r"al|alle\w*|bovenstaande|"
    r"genoemde|jouw|jullie|5|vijf|drieen|lijst|punten)|(?:speelt|spelen) (?:\w+ ){0,2}niet|"
    r"niet(?: ?van)? (?:aan de orde|"
    r"toepassing|het geval)|nergens (?:\w+ ){0,2}(?:sprake|last|ja)|geen (?:van (?:alle|beide)|stoppunten|"
    r"punten|vlaggen|alarm\w*|"
    r"bijzonderheden)|(?:stop)?lijst (?:is )?(?:leeg|schoon|blanco|negatief|nee)|(?:lege|schone) lijst|"
    r"vink niets|kruis maar niks|"
    r"(?:nul|geen) treffers)\b"
)
_GEEN_WOORD = re.compile(r"\b(?:geen|niet|nee|niks|niets|of|wat|vroeger)\b")


def noemt_klacht(plat: str) -> bool:
    """Whether a new or unexplained complaint is named, and not denied."""
    return any(not _GEEN_KLACHT.search(plat[: m.start()]) for m in _KLACHT.finditer(plat))


def ontkent_klacht(plat: str) -> bool:
    """Whether the answer speaks of a new complaint only to say that there is none."""
    return bool(_KLACHT.search(plat)) and not noemt_klacht(plat)


def _genoemd(plat: str) -> str | None:
    """The flag that a short answer names, by its word or by its place on the list."""
    punt = _PUNT.search(plat)
    if punt and not _GEEN_WOORD.search(plat) and not _TWIJFEL.search(plat):
        return _PUNTEN[punt[1] or punt[2]]
    bij = _JA_BIJ.search(plat)
    if bij and not _TWIJFEL.search(plat):
        return _PUNTEN[bij[1]]
    if _THUIS_ONVEILIG.search(plat):
        return "huiselijk_geweld"
    if len(plat.split()) > 5 or _GEEN_WOORD.search(plat):
        return None
    return next((i for i, p in _VLAGGEN.items() if p.search(plat)), None)


def regels(tekst: Tekst) -> Uitslag:
    """Reads the answer; only a bare "none of these" lets the case go on."""
    plat = kaal(tekst)
    if not plat or (_GEEN_ANTWOORD.fullmatch(plat) and plat != "0"):
        return GEEN
    if re.fullmatch(_GEEN, plat):
        return Uitslag("geen")
    wacht = WACHT.search(
        re.sub(r"overleg\w*|nog (?:niet|nooit)|besproken|bespreken|huisarts even|eerst met de", "", plat)
    )
    twijfelt = _TWIJFEL.search(plat) and not wacht and "?" not in tekst.plat
    if "?" in tekst.plat or (is_vraag(plat) and not twijfelt):
        return GEEN
    nu = [v for v in zoek_vlaggen(tekst) if v.hoe == "nu"]
    if nu:
        return Uitslag(min(nu, key=lambda v: v.begin).id)
    vlag = _genoemd(plat)
    if vlag:
        return Uitslag(vlag)
    if twijfelt:
        return Uitslag("twijfel")
    if noemt_klacht(plat) and not wacht:
        return Uitslag("klacht")
    return ONBESLIST


def ontkent_lijst(plat: str) -> bool:
    """True when an answer denies the list as a whole ("vijf keer nee", "niks van dit alles")."""
    return bool(_ALLES_NEE.search(plat))


_GEPLAKT = re.compile(r"[|{}<>\\]|\w:\w")  # pasted from a screen, not said


def zegt_geen(plat: str) -> bool:
    """True when an answer denies, waits for nothing and doubts nothing: then the classifier may read it as "geen"."""
    if _GEPLAKT.search(plat):
        return False
    return bool(_ONTKENT.search(plat)) and not any(p.search(plat) for p in (_NOG_NIET, WACHT, TWIJFEL, _TWIJFEL))
