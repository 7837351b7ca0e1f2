"""What makes it hard to take part (belemmeringen): patterns for what is said outright, a classifier for the rest."""

import re

from nlu.kenmerker import Rijen
from nlu.labels import BELEMMERINGEN
from nlu.lineair import Lineair, leer_lineair
from nlu.ontkenning import is_ontkend, zin_rond
from nlu.tekst import Tekst

BETA = 0.6  # an obstacle that is not there takes good activities off the list; one that is missed is a tap on the card
STERKTE = 0.6  # C of the classifiers, from cross-validation
MENGING = 0.4  # share of the weights that all features have alike (NB-SVM)

_ZEKER: dict[str, str] = {
    "taal":
        r"spreekt (?:\w+ )?(?:geen|nauwelijks|amper|weinig|alleen (?:maar )?(?:arabisch|turks|pools|tigrinya|"
        r"spaans|engels|berber|"
    r"farsi|dari|russisch|oekraiens|chinees|portugees|roemeens|bulgaars|somalisch|frans|papiaments))|(?:geen|"
    r"nauwelijks|amper|slecht|"
    r"weinig|gebrekkig) nederlands|taalbarriere|taalprobleem|tolk nodig|via (?:een |de )?tolk|verstaat (?:ons|"
    r"het|me) niet",
    "vervoer":
        r"(?:zonder|geen|gebrek aan|mist) vervoer|(?:kan|komt|kom) (?:slecht |niet |moeilijk )?(?:weg|"
        r"er) (?:niet )?zonder (?:vervoer|auto)|"
    r"(?:geen|zonder) (?:auto|rijbewijs)|bus (?:rijdt|stopt|komt) (?:\w+ )?(?:niet|nergens)|"
    r"niet zelf (?:komen|rijden)|"
    r"moet gehaald worden|gehaald en gebracht|(?:geen|weinig) ov\b|durft niet (?:meer )?(?:te )?(?:rijden|fietsen)",
    "mobiliteit":
        r"rollator|rolstoel|scootmobiel|slecht ter been|loopt (?:heel )?(?:slecht|moeilijk)|(?:kan|"
        r"komt) (?:\w+ ){0,3}(?:de )?trap(?:pen)? niet|"
    r"niet (?:ver|lang) lopen|stok\b|krukken|bedlegerig|moeilijk ter been|lopen (?:gaat|lukt) (?:niet|"
    r"moeilijk|slecht)",
    "geld":
        r"(?:geen|te weinig|niet genoeg) geld|kan (?:het|dat|t|'t) niet betalen|te duur|niets? kosten|gratis moet|"
        r"moet gratis|niet te betalen|"
    r"geen cent|krap bij kas|mag niets kosten",
    "digitaal":
        r"(?:kan|weet|snapt|begrijpt) (?:\w+ ){0,4}(?:niet|niks|niets) (?:\w+ ){0,3}(?:computer|internet|app|"
        r"tablet|smartphone|telefoon)|"
    r"geen (?:computer|internet|smartphone|e-?mail|digid)|niet digitaal|digibeet|niet online|"
    r"handig met (?:computers|internet)",
    "durft_niet_alleen":
        r"durft? (?:er |daar |het |t )?(?:niet|nergens) (?:\w+ )?alleen|alleen durft? (?:ze|hij|zij|ie|mw|dhr|"
        r"mevrouw|meneer)|niet alleen (?:heen|naar)|"
    r"stapt (?:niet|nergens)|(?:te |erg |heel )?verlegen|durft (?:er )?niet (?:naar binnen|heen)|"
    r"drempel(?:vrees| te hoog)",
    "niet_weg_van_huis":
        r"(?:kan|durft|wil) (?:\w+ ){0,4}(?:niet|nooit|geen (?:uur|moment|dag|weekend|"
        r"minuut)) (?:\w+ ){0,2}(?:alleen laten|van huis|weg)|"
    r"kan (?:\w+ ){0,2}niet (?:van huis|de deur uit)|(?:geen|zonder) oppas|niet alleen (?:thuis )?(?:blijven|laten)",
}  # fmt: skip
_PATRONEN = {i: re.compile(rf"(?<!\w)(?:{p})(?!\w)") for i, p in _ZEKER.items()}


def genoemde_belemmeringen(tekst: Tekst) -> list[str]:
    """The belemmeringen that the text says outright and does not deny."""
    uit = []
    for id_, patroon in _PATRONEN.items():
        m = patroon.search(tekst.plat)
        if m:
            zin = zin_rond(tekst, m.start())
            if not is_ontkend(zin.tekst, m.start() - zin.begin, m.end() - zin.begin):
                uit.append(id_)
    return uit


def leer_belemmeringen(rijen: Rijen, doelen: list[tuple[str, ...]], groepen: list[str]) -> Lineair:
    """Trains the seven classifiers on the @ labels."""
    return leer_lineair(rijen, doelen, labels=BELEMMERINGEN, groepen=groepen, c=STERKTE, beta=BETA, menging=MENGING)


def kies_belemmeringen(tekst: Tekst, kansen: dict[str, float], drempels: dict[str, float]) -> list[str]:
    """Patterns and classifier together, in the order of the closed list."""
    genoemd = genoemde_belemmeringen(tekst)
    return [i for i in BELEMMERINGEN if kansen[i] >= drempels[i] or (i in genoemd and kansen[i] >= drempels[i] / 3)]
