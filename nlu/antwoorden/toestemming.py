"""Consent (toestemming): only an outspoken, unconditional yes counts; every doubt is no answer."""

import re
from typing import Any

from nlu.antwoorden.basis import GEEN, ONBESLIST, Uitslag, is_vraag, kaal
from nlu.tekst import Tekst

# Words after which a yes is no consent: doubt, condition, future, asking first, somebody else to decide, irony.
_VOORBEHOUD = re.compile(
    r"\b(?:denk\w*|dacht|zal|zullen|zou\w*|vast|misschien|wellicht|mogelijk|waarschijnlijk|vermoedelijk|wrs|"
    r"twijfel\w*|geloof|lijkt|schijnt|volgens|"
    r"weet|onzeker|hoop|hopelijk|mits|als|indien|tenzij|zolang|wanneer|pas|behalve|straks|later|morgen|"
    r"vanmiddag|overmorgen|volgende|zometeen|"
    r"dadelijk|zodra|eerst(?! (?:wie|wat|gevraagd))|overleg\w*|nadenken|bedenk\w*|nachtje|vraag(?!t?e)|vragen|"
    r"navragen|nagaan|checken|wacht\w*|moment\w*|bezig|halverwege|"
    r"moet\w*|wil eerst|tja|hm+|mwah?|ongeveer|principe|op zich|eventueel|hangt|ligt eraan|normaal|meestal|"
    r"altijd|vorige|vorig|vroeger|ooit|"
    r"part|tuurlijk|geweldig|schiet op|dus ik neem aan|neem aan|aangenomen|ga (?:er|ik)|vermoed|verwacht|"
    r"kan (?:het|ze|hij)|mag ik|wie|hoe|waarom|welke|wanneer|"
    r"nog|maar (?!door|liefst goed|akkoord|verder)|behoudens|deels|half|gedeeltelijk|zonder|alleen (?!als je)|"
    r"schouders|zwijgt|stil|mompel\w*|iets als|soort van|blijkbaar|"
    r"iedereen|jullie|jij|van mij|formaliteit|snapt|begrijpt|begreep|leest|lezen|even|ff|of(?! \w+ ouders)|"
    r"hoewel|niettemin|goedemorgen|goedemiddag|hallo|bedankt|bezwaarlijk)\b|\?"
)
_NEE = re.compile(
    r"\b(?:nee+|neen|neej|nope|neu+h?|weiger\w*|geen (?:toe?se?te?mming|akkoord|goedkeuring|pottenkijkers|"
    r"bemoeienis|behoefte|gedoe|interesse|zin)|niet (?:akkoord|gegeven|eens|delen|doen)|vind\w* (?:het|t|'t|"
    r"dat) niet (?:goed|prima|ok)|wil\w* het niet|haakt af|nader inzien niet|niks? aan\b|niets aan\b|"
    r"liever niet|wil (?:\w+ ){0,3}niet|doe maar niet|maar niet|ziet (?:er|het|t|'t)? ?(?:\w+ )?(?:van af|"
    r"niet zitten)|afgewezen|bedankt ervoor|trekt\w* (?:\w+ )?(?:in|terug)|"
    r"mag (?:\w+ )?niet|niet voor|liever bij de huisarts|bij de (?:huisarts|dokter)|"
    r"houd\w* (?:\w+ ){0,3}(?:voor zich|bij (?:de|zich))|voelt (?:er |daar )?(?:\w+ )?ni(?:ets|ks) voor|"
    r"hoeft (?:\w+ )?niet|tegen\b)\b"
)
_NEE_TWIJFEL = re.compile(
    r"\b(?:nog niet|nu niet|misschien|denk|twijfel\w*|weet|of|geen nee|niet nee|zei geen|geloof|vast|als|later|"
    r"straks|nog|voorlopig)\b|\?"
)
_JA = re.compile(
    r"^(?:(?:ja+|jaa?zeker|jawel|jep|jup|yep|yes|joa|jo|ok|oke|okay|akkoord|akk|prima|zeker|uiteraard|"
    r"absoluut|in orde|is goed|goed|mag|👍|✅)\b|👍|✅)|"
    r"\b(?:volmondig|luid en duidelijk|uitdrukkelijk|nadrukkelijk|duidelijk|hardop) ?(?:\w+ )?(?:ja|akkoord)|"
    r"\b(?:zei|zegt|zeggen|gezegd|antwoord\w*|zeiden|riep|knikt\w*)\b[^.]{0,24}\b(?:ja|akkoord|doe maar|mag|"
    r"goed|prima)\b|"
    r"\b(?:zegt|zei|heeft|hebben) (?:\w+ ){0,3}ja\b|: ?(?:ja|akkoord)\b|\bakkoord\b|\bja gezegd\b|\b(?:geeft|"
    r"gaf|geven|gegeven)\b.{0,30}\btoe?s?temming\b|\btoest?e?mm?ing (?:is |\w+ )?(?:gegeven|gegevn|verleend|"
    r"ja|binnen|akkoord)|"
    r"\btoest?emming: ?ja|\ber is (?:\w+ )?toestemming|\b(?:vindt|vinden|vind) (?:het|t|'t|dat|ie|"
    r"alles)? ?(?:\w+ ){0,2}(?:goed|prima|best|ok|oke|fijn|akkoord|in orde)\b|\bstem(?:t|men|de|"
    r"den) (?:\w+ ){0,2}(?:in|toe)\b|"
    r"\b(?:mag|mogen|mag je) (?:\w+ ){0,2}(?:gedeeld|delen|door|doorgegeven|worden gedeeld)\b|"
    r"\bgeen bezwaar\b|\bga(?:at|an)? (?:er|ermee|hiermee|daarmee) ?(?:\w+ )?akkoord|\b(?:dat|het|"
    r"t) is (?:\w+ )?(?:in orde|goed|akkoord|prima|ja)\b|"
    r"\bgoedgekeurd\b|\bbevestigd\b|\bdoe(?:t)? maar\b|\bknikt\w*\b|\bis het (?:ermee )?eens\b|"
    r"\bgaat ermee akkoord\b|\btekent (?:\w+ )?(?:ervoor|akkoord)"
)
_NIET = re.compile(r"\b(?:niet|geen(?! bezwaar)|nooit|nie|nt|niks|niets|zonder|noch)\b")
_HALF_JA = re.compile(
    r"^(?:ja ?ja\b|ja(?:,)? (?:ik|we|dat staat|zie|hoor je|lees|er|kijk|klopt dat|goede|moment|duh|zo |"
    r"natuurlijk joh))|^jaja|^ja maar|^(?:goed|mag|prima) (?:gelezen|bezig|weer|dat je|idee)"
)

_VERTEGENWOORDIGER = re.compile(
    r"\b(?:ment(?:or|rix)\w*|curat(?:or|rice)\w*|vertegenw\w*|bewindvoerder\w*|(?:ge)?volmacht\w*|gemachtigd\w*|"
    r"(?:wettelijk )?vertegenwoordig\w*|levenstestament|voogd\w*|zaakwaarnemer)\b|\b(?:namens|voor) (?:mw|mevrouw|"
    r"meneer|dhr|haar man|haar vrouw|zijn vrouw|zijn moeder|haar moeder|pa|ma|zijn vader|haar vader)\b"
)
_OUDER = (
    r"(?:ouders?|oudrs|moeder|vader|ma|pa|mama|papa|mam|pap|beide ouders|allebei de ouders|pa en ma|haar ouders|"
    r"zijn ouders|mem|heit|moeders|vaders)"
)
_KIND = (
    r"(?:kind|dochter\w*|zoon\w*|jongen|meisje|puber|hijzelf|zijzelf|haarzelf|hemzelf|hij|zij|ze|ie|jongere|knul|"
    r"dtr|zn|allebei|allemaal|alle ?drie|hijzelf|zelf)"
)
_KIND_EN_OUDERS = re.compile(
    rf"\b{_KIND}\b(?: van \d+| \(\d+\)| \d+)?(?: \w+){{0,4}}(?: en|,| \+| plus| net als|, ook|"
    rf" &) ?(?:ook )?(?:haar |zijn |de |d'r |z'n |beide )?{_OUDER}\b|\b{_OUDER}\b(?: \w+){{0,3}} (?:en|\+|plus|"
    rf"&|net als) (?:ook )?(?:de |het |haar |zijn |hun |d'r )?{_KIND}\b|"
    r"\bkind en ouders?\b|\bouders? en kind\b|\ballebei, kind\b"
)
_OUDERS = re.compile(rf"\b{_OUDER}\b")
_ZELF = re.compile(
    r"\b(?:zelf|haarzelf|hemzelf|mevrouw|meneer|mw|mevr|dhr|mvr|mnr|pt|ptn|patiente?|client\w*|ze|hij|zij|ie|"
    r"mantelzorger|man|vrouw|jongen van 1[6-9]|meisje van 1[6-9]|dame|oma|opa)\b"
)
_OUDER_IS_CLIENT = re.compile(
    r"\b(?:moeder|vader|mama|papa|ouder) (?:zelf|is (?:zelf )?(?:de )?client\w*)|eigen (?:opvoed)?vraag|als client"
)


def door(plat: str) -> str | None:
    """Who gives the consent; None: the bot asks by whom."""
    if _OUDER_IS_CLIENT.search(plat):
        return "zelf"
    if _VERTEGENWOORDIGER.search(plat):
        return "vertegenwoordiger"
    if _KIND_EN_OUDERS.search(plat):
        return "kind_en_ouders"
    if _OUDERS.search(plat):
        return "ouders"
    return "zelf" if _ZELF.search(plat) else None


_KNOP = re.compile(
    r"(?:ja,? ?)?(?:(?:door|van) )?(?:de |mijn |zijn |haar )?(?:patient(?:e)? zelf|zelf|haarzelf|hemzelf|"
    r"ouder\(?s?\)?|(?:zowel )?(?:het )?kind (?:en|als|met|\+) (?:de )?ouders(?: samen)?(?: ja)?|"
    r"ouders? (?:en|\+) kind(?: ja)?|(?:wettelijk )?vertegenwoordiger|vertegenw\.?(?: ja)?)"
)
_GEEN_BEZWAAR = re.compile(
    r"\b(?:(?:er |daar )?(?:geen|niks|niets)(?: enkel)? (?:bezwaar|op)(?: er)? ?tegen|"
    r"geen(?: enkel)? bezwa(?:ar|ren)(?: tegen)?)\b"
)
_DERDE = re.compile(
    r"\b(?:(?:haar|zijn|z'n|d'r|de|hun) (?:eigen )?(?:man|vrouw|partner|zus|broer|echtgeno\w+|vriend\w*)|"
    r"dochter\w*|zoon\w*|schoon\w+|nicht|neef|buur\w+|dokter|huisarts|"
    r"ha|poh|collega|thuiszorg|wijkverple\w+|kleinzoon|kleindochter|familie|dossier|assistente|gemeente|"
    r"contactpersoon|jongen van 1[0-5]|meisje van 1[0-5]|kind|puber|tiener)\b"
)
_JA_WOORDEN = frozenset(
    [
        "ja",
        "jaa",
        "jazeker",
        "jawel",
        "jep",
        "jup",
        "yep",
        "yes",
        "joa",
        "jo",
        "ok",
        "oke",
        "okay",
        "akkoord",
        "akk",
        "prima",
        "zeker",
        "uiteraard",
        "absoluut",
        "is",
        "goed",
        "in",
        "orde",
        "dat",
        "mag",
        "hoor",
        "volmondig",
        "uitdrukkelijk",
        "mondeling",
        "telefonisch",
        "voorgelezen",
        "tekst",
        "hele",
        "helemaal",
        "de",
        "het",
        "t",
        "is",
        "dit",
        "haar",
        "hem",
        "zij",
        "ze",
        "hij",
        "ie",
        "zelf",
        "haarzelf",
        "hemzelf",
        "zelluf",
        "mevrouw",
        "meneer",
        "mw",
        "mevr",
        "mvr",
        "dhr",
        "mnr",
        "pt",
        "ptn",
        "pat",
        "patient",
        "patiente",
        "client",
        "vindt",
        "vind",
        "gegeven",
        "toestemming",
        "gegevn",
        "toesteming",
        "gaf",
        "geeft",
        "heeft",
        "gezegd",
        "zegt",
        "zei",
        "knikt",
        "en",
        "ook",
        "door",
        "van",
        "gewoon",
        "alles",
        "geregeld",
        "doe",
        "maar",
        "verder",
        "ga",
        "door",
        "graag",
        "vertegenwoordiger",
        "mentor",
        "mentrix",
        "curator",
        "curatrice",
        "bewindvoerder",
        "gevolmachtigde",
        "gemachtigde",
        "ouders",
        "ouder",
        "vader",
        "moeder",
        "beide",
        "kind",
        "jongen",
        "meisje",
        "allebei",
        "met",
        "voor",
        "na",
        "te",
        "er",
        "bij",
        "goedgekeurd",
        "mee",
        "eens",
        "best",
        "fijn",
        "duidelijk",
        "hardop",
        "net",
        "zojuist",
        "nu",
        "namens",
        "wettelijk",
        "wettelijke",
        "een",
        "oudrs",
    ]
)
_STERK = re.compile(
    r"\b(?:akkoord|ermee eens|van harte|toestemming is (?:binnen|gegeven)|gevraagd en gegeven|"
    r"geven toestemming|toest?e?mm?ing (?:gegeven|gegevn|verleend)|toestemming: ?ja|(?:geeft|gaf|heeft|"
    r"geef) (?:\w+ ){0,4}toestemming|stem(?:t|men|de|den) (?:\w+ ){0,3}(?:in|toe)|ingestemd|"
    r"(?:zeg\w*|zei\w*|gezegd|zee|antwoordt?\w*|knikt\w*) (?:\w+ ){0,4}(?:ja|akkoord)|ja gezegd|(?:vindt|"
    r"vinden) (?:het|t|dat|'t) (?:\w+ )?(?:goed|prima|best|ok|oke|in orde)|vindt ie goed|"
    r"(?:zegt|zei) (?:\w+ ){0,3}(?:dat )?(?:mag|mag je)|dat mag je delen|doe maar|geen bezwaar\w*|"
    r"(?:duidelijk|hardop|volmondig|uitdrukkelijk) (?:\w+ )?ja|er is toestemming|toestemming van|"
    r"toestemming door|mag (?:\w+ )?gedeeld worden)\b|: ?ja$"
)


def _gegeven(plat: str, *, ja: bool) -> dict[str, Any]:
    return {"gegeven": ja, "door": door(plat) if ja else None}


def _ja(plat: str) -> bool:
    """True for an outspoken yes of somebody who may give it, with no word that takes anything back."""
    if _DERDE.search(plat) and door(plat) not in ("vertegenwoordiger", "ouders", "kind_en_ouders"):
        return False
    if not _JA.search(plat) and not _STERK.search(plat):
        return False
    return bool(_STERK.search(plat)) or set(re.findall(r"[a-z']+", plat)) <= _JA_WOORDEN


def regels(tekst: Tekst) -> Uitslag:
    """Reads the answer; a yes only when it is outspoken and nothing qualifies it."""
    if tekst.origineel.strip() in ("👍", "✅", "👌"):
        return Uitslag(_gegeven("", ja=True))
    plat = kaal(tekst)
    if not plat or is_vraag(plat) or "?" in tekst.plat:
        return GEEN
    if _KNOP.fullmatch(plat):
        return Uitslag(_gegeven(plat, ja=True))
    los = _GEEN_BEZWAAR.sub("akkoord", re.sub(r"\bgeen van beiden\b", "nee", plat))
    if _NEE.search(los):
        tegenstrijdig = re.search(r"\b(?:ja|(?<!niet )akkoord|wil wel|wacht)\b", los) and "bedenkt" not in los
        return GEEN if _NEE_TWIJFEL.search(los) or tegenstrijdig else Uitslag(_gegeven(los, ja=False))
    if _VOORBEHOUD.search(los) or _HALF_JA.search(los) or _NIET.search(los):
        return GEEN
    return Uitslag(_gegeven(los, ja=True)) if _ja(los) else ONBESLIST
