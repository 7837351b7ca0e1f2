"""Consent (toestemming): only an outspoken, unconditional yes counts; every doubt is no answer."""

import re
from functools import lru_cache
from typing import Any

from nlu.antwoorden.basis import GEEN, ONBESLIST, TWIJFEL, Uitslag, is_vraag, kaal
from nlu.antwoorden.door import door
from nlu.bestanden import lees_lijst
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
    r"hoewel|niettemin|na (?:de |het |haar |zijn )?(?:lunch|pauze|spreekuur|vakantie|weekend|middag)|kijkt|"
    r"neemt het woord|antwoordt voor|praat voor|spreekt voor|schudt|fronst|zucht\w*|"
    r"onder druk|onder protest|"
    r"gedwongen|tegenzin|grapje|lacht|ironisch|sarcastisch|duwt|goedemorgen|goedemiddag|hallo|bedankt|bezwaarlijk)\b|\?"
)
_NEE = re.compile(
    r"\b(?:nee+|neen|neej|nope|neu+h?|(?:ge)?weiger\w*|nietes|heeft (?:er )?bezwaar|heeft bezwaren|"
    r"nergens heen|blijft bij ons|"
    r"(?:krijg|krijgen) (?:ik|we) (?:\w+ )?niet|geeft (?:het|t|ze|hij|die) niet|(?:niets?|niks|"
    r"geen gegevens) (?:ge)?(?:deeld|delen|doorgeven)|voor zich houden|"
    r"trok (?:\w+ ){0,3}in|wil (?:\w+ ){0,2}nie|bedankt (?:vriendelijk|feestelijk|netjes|voor de eer)|"
    r"moet (?:er )?(?:niks|niets) van hebben|"
    r"(?:is|zijn) er niet van gediend|past ervoor|(?:ziet|zien) er (?:niks|niets) in|slaat (?:het|t|dit) af|"
    r"geen (?:toe?se?te?mming|akkoord|goedkeuring|pottenkijkers|"
    r"bemoeienis|behoefte|gedoe|interesse|zin)|niet (?:akkoord|gegeven|eens|delen|doen)|vind\w* (?:het|t|'t|"
    r"dat) niet (?:goed|prima|ok)|wil\w* het niet|haakt af|nader inzien niet|niks? aan\b|niets aan\b|"
    r"liever niet|wil(?:len)? (?:\w+ ){0,3}niet|doe maar niet|maar niet|ziet (?:er|het|t|'t)? ?(?:\w+ )?(?:van af|"
    r"niet zitten)|afgewezen|bedankt ervoor|trekt\w* (?:\w+ )?(?:in|terug)|"
    r"mag (?:\w+ )?niet|niet voor|liever bij de huisarts|bij de (?:huisarts|dokter)|"
    r"houd\w* (?:\w+ ){0,3}(?:voor zich|bij (?:de|zich))|voelt (?:er |daar )?(?:\w+ )?ni(?:ets|ks) voor|"
    r"hoeft (?:\w+ ){0,3}niet|tegen\b)\b|^no$"
)
_NEE_TWIJFEL = re.compile(
    r"\b(?:nog niet|nu niet|misschien|denk|twijfel\w*|weet (?:ze|hij|ik|het|t|niet)|of|geen nee|niet nee|"
    r"zei geen|geloof|vast|als|later|"
    r"straks|nog|voorlopig)\b|\?"
)
_JA = re.compile(
    r"^(?:(?:ja+|jaa?zeker|jawel|jep|jup|yep|yes|joa|jo|ok|oke|okay|akkoord|akk|prima|zeker|uiteraard|"
    r"absoluut|in orde|is goed|goed|mag|akkord|jao|👍|✅)\b|👍|✅)|"
    r"\b(?:zelf|haarzelf|ouders?|moeder|vader|gehoord|erbij|ment\w+|toestemming|mevrouw|meneer|mw|dhr|"
    r"patiente?), (?:dus )?ja$|"
    r"^(?:mw|mevr|mevrouw|meneer|dhr|ptn?|patiente?|client) (?:ok|oke)$|"
    r"^(?:gegeven|groen licht|goedgevonden|dat mag(?: allemaal| hoor)?|j)$|\btoestemming is er\b|\b(?:roept|riep) ja\b|"
    r"\bvindt alles (?:goed|prima)\b|"
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
    r"^(?:ja ?ja\b|ja(?:,)? (?:ik|we|dat staat|zie|hoor je|lees|er(?! is (?:\w+ )?toestemming)|kijk|klopt dat|"
    r"goede|moment|duh|zo |"
    r"natuurlijk joh))|^jaja|^ja maar|^(?:ja|oke?|okay|goed|prima)[ ,]+(?:en )?(?:nu|verder|dan|wat nu|"
    r"volgende|door)$|^(?:goed|mag|prima) (?:gelezen|bezig|weer|dat (?:je|we|ze|hij|het)|idee)"
)

_KNOP = re.compile(
    r"(?:ja,? ?)?(?:(?:door|van|via) )?(?:de |mijn |zijn |haar |allebei )?(?:(?:patiente?|cliente?) zelf|zelf|"
    r"(?:zij|hij|ze) zelf|haarzelf|"
    r"hemzelf|papp?a en mamm?a|mamm?a en papp?a|mentor|mentrix|curator|curatrice|bewindvoerder|gevolmachtigde|"
    r"(?:ouders|moeder|vader) gekregen|"
    r"ouder\(?s?\)?|(?:zowel )?(?:het )?kind (?:en|als|met|\+) (?:de )?ouders(?: samen)?(?: ja)?|"
    r"ouders? (?:en|\+) kind(?: ja)?|(?:wettelijk )?vertegenwoordiger|vertegenw\.?)(?:,? ja)?"
)
_GEEN_BEZWAAR = re.compile(
    r"\b(?:(?:er |daar )?(?:geen|niks|niets)(?: enkel)? (?:bezwaar|op)(?: er)? ?tegen|"
    r"(?:heeft|hebben) (?:er |daar |hier )?geen (?:enkele? )?(?:probleem|problemen|moeite) (?:er|daar|hier)?mee|"
    r"geen(?: enkel)? bezwa(?:ar|ren)(?: tegen)?)\b"
)
_DERDE = re.compile(
    r"^(?:de )?man\b.*\b(?:zij|ze|mevrouw|mw|haar)\b|^(?:de )?vrouw\b.*\b(?:hij|meneer|dhr|hem)\b|"
    r"\b(?:(?:haar|zijn|z'n|d'r|de|hun) (?:eigen )?(?:man|vrouw|partner|zus|broer|echtgeno\w+|vriend\w*)|"
    r"dochter\w*|zoon\w*|schoon\w+|nicht|neef|buur\w+|dokter|huisarts|"
    r"ha|poh|collega|thuiszorg|wijkverple\w+|kleinzoon|kleindochter|familie|dossier|assistente|gemeente|"
    r"contactpersoon|jongen van 1[0-5]|meisje van 1[0-5]|kind|puber|tiener)\b"
)


@lru_cache(maxsize=1)
def _ja_woorden() -> frozenset[str]:
    return frozenset(lees_lijst("jawoorden.yml")["woorden"].split())


_STERK = re.compile(
    r"\b(?:akkoord|ermee eens|van harte|toestemming is (?:binnen|gegeven)|gevraagd en gegeven|"
    r"(?:geven|hebben) toestemming|toestemming (?:is )?(?:\w+ ){0,4}(?:gekregen|verkregen|ontvangen)|"
    r"van (?:haar|hem|mw|mevrouw|mevr|meneer|dhr|de patient|patiente) mag (?:het|dat|t|alles)|"
    r"(?:mw|mevr|mevrouw|meneer|dhr|ptn?|patiente?|client) (?:is )?(?:ok|oke|akkoord|prima) met (?:het )?(?:delen|"
    r"doorgeven)|"
    r"(?:zei|zegt|vond|vindt) (?:\w+ ){0,2}dat (?:het|t|dat) (?:goed|prima|in orde|ok|oke|best) (?:was|is)|"
    r"(?:roept|riep) (?:\w+ )?ja|tekent er (?:\w+ )?voor|(?:helder|ferm) ja|deel (?:het|dat|t)? ?maar$|"
    r"toest?e?mm?ing (?:gegeven|gegevn|verleend)|toestemming: ?ja|(?:geeft|gaf|heeft|"
    r"geef) (?:\w+ ){0,4}toestemming|stem(?:t|men|de|den) (?:\w+ ){0,3}(?:in|toe)|ingestemd|"
    r"(?:zeg\w*|zei\w*|gezegd|zee|antwoordt?\w*|knikt\w*) (?:\w+ ){0,4}(?:ja|akkoord)|ja gezegd|(?:vindt|"
    r"vinden) (?:het|t|dat|'t) (?:\w+ )?(?:goed|prima|best|ok|oke|in orde)|vindt ie goed|"
    r"(?:zegt|zei) (?:\w+ ){0,3}(?:dat )?(?:mag|mag je)|dat mag je delen|doe maar|geen bezwaar\w*|"
    r"(?:duidelijk|hardop|volmondig|uitdrukkelijk) (?:\w+ )?ja|er is toestemming|toestemming van|"
    r"toestemming door|mag (?:\w+ )?gedeeld worden)\b|: ?ja$"
)


def _gegeven(plat: str, *, ja: bool) -> dict[str, Any]:
    return {"gegeven": ja, "door": door(plat) if ja else None}


_AFGEBROKEN = re.compile(
    r"\b(?:van|en|namens|te|na|net|zijn|de|met|bij|voor|door|een|of|maar|dan|we|wil)$|^ja (?:zo|ze|hij|zij|alles|"
    r"dat)$"
)


def _ja(plat: str) -> bool:
    """True for an outspoken yes of somebody who may give it, with no word that takes anything back."""
    if _AFGEBROKEN.search(plat) and not _STERK.search(plat):
        return False
    if _DERDE.search(plat) and door(plat) not in ("vertegenwoordiger", "ouders", "kind_en_ouders"):
        return False
    if not _JA.search(plat) and not _STERK.search(plat):
        return False
    return bool(_STERK.search(plat)) or set(re.findall(r"[a-z']+", plat)) <= _ja_woorden()


# what is no reserve though it has its words: a time, a calling name, "zowel ... als", somebody's own question
_GEEN_VOORBEHOUD = (
    (re.compile(r"\bgeen van beiden\b"), "nee"),
    (_GEEN_BEZWAAR, "akkoord"),
    (
        re.compile(
            r"\bzonder (?:enig |enige |ook maar )*(?:voorbehoud|aarzel\w*|twijfel\w*|omhaal|omwegen|nadenken)\b|"
            r"\bom half \w+\b|\bhaar eigen (?:opvoed)?vraag\b|"
            r"\beigen (?:opvoed)?vraag\b"
        ),
        "",
    ),
    (
        re.compile(
            r"(?<=\bhoor) (?:kind|meid|meisje|lieverd|schat)\b|(?<=\bmaar) (?:kind|meid|meisje|liefje|lieverd|schat)\b"
        ),
        "",
    ),
    (re.compile(r"\b(zegt|zei|zeggen|riep|roept|:) (?:na)?tuurlijk(?=$|,| hoor| mag| joh)"), r"\1 ja"),
    (
        re.compile(
            r"^.*\b(?:nu|uiteindelijk|inmiddels|daarna|achteraf|bij nader inzien) (?:\w+ )?toch (?:maar )?(?:nee|niet)$"
        ),
        "nee",
    ),
    (re.compile(r"\bzowel\b(.{1,40}?)\bals\b"), r"\1 en "),
    (
        re.compile(
            r"^.*\b(?:daarna|inmiddels|nu) (?:\w+ ){0,3}(?:duidelijk|helder|volmondig|uitdrukkelijk) (ja|akkoord)$"
        ),
        r"patient zegt \1",
    ),
)


# agreeing with something else than sharing
_ANDERS_MET = re.compile(
    r"\btoestemming (?:\w+ ){0,3}(?:voor|om) (?:het|de|een) (?!(?:delen|doorgeven|kind|jongen|meisje|dochter|zoon|"
    r"overdracht|"
    r"aanmelding|verwijzing|contact|contactpersoon|hulp)\b)|"
    r"\b(?:akkoord|eens|ok|oke|prima) met (?!(?:het )?(?:delen|doorgeven|doorsturen|versturen|alles|dit|dat|deze|"
    r"wat)\b|"
    r"(?:de|het|haar|zijn) (?:tekst|overdracht|aanmelding|verwijzing|gegevens|voorwaarden|toestemming|verhaal|"
    r"voorstel)\b)"
)
# a verb before its subject may ask: "geeft ze toestemming"
_VRAAGT = re.compile(
    r"^(?:en |maar )?(?:heeft|hebben|geeft|gaat|is|was|wil|vindt|mogen|zegt|zei) (?:ze|hij|zij|we|wij|je|jij|mw|"
    r"mevrouw|"
    r"meneer|dhr|de \w+|haar \w+|zijn \w+) |^(?:en |maar )?heb (?:ik|je|jij) "
)
_TEGENSTRIJDIG = re.compile(r"\b(?:ja(?! weer)|(?<!niet )(?<!geen )akkoord|wil wel|wacht|wel)\b")


def _eenvoudig(plat: str) -> str:
    for patroon, voor in _GEEN_VOORBEHOUD:
        plat = patroon.sub(voor, plat)
    return re.sub(r"\s+", " ", plat).strip(" ,")


def regels(tekst: Tekst) -> Uitslag:
    """Reads the answer; a yes only when it is outspoken and nothing qualifies it."""
    if tekst.origineel.strip() in ("👍", "✅", "👌"):
        return Uitslag(_gegeven("", ja=True))
    plat = kaal(tekst)
    if not plat or is_vraag(plat) or "?" in tekst.plat or _VRAAGT.search(plat):
        return GEEN
    if _KNOP.fullmatch(plat):
        return Uitslag(_gegeven(plat, ja=True))
    los = _eenvoudig(plat)
    if _NEE.search(los):
        tegenstrijdig = _TEGENSTRIJDIG.search(los) and "bedenkt" not in los
        return GEEN if _NEE_TWIJFEL.search(los) or tegenstrijdig else Uitslag(_gegeven(los, ja=False))
    if (
        _VOORBEHOUD.search(los)
        or TWIJFEL.search(los)
        or _HALF_JA.search(los)
        or _ANDERS_MET.search(los)
        or _NIET.search(los)
    ):
        return GEEN
    return Uitslag(_gegeven(los, ja=True)) if _ja(los) else ONBESLIST
