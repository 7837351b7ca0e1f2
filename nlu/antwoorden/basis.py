"""What all questions share: the outcome of reading, and the words for yes, no, doubt, waiting and asking."""

import re
from dataclasses import dataclass
from typing import Any

from nlu.tekst import Tekst


@dataclass(frozen=True)
class Uitslag:
    """What rules make of an answer: a value (None: no clear answer), and whether that is settled."""

    waarde: Any = None
    beslist: bool = True


ONBESLIST = Uitslag(None, beslist=False)
"""The rules do not know: the classifier may."""

GEEN = Uitslag(None)
"""No clear answer, whatever the classifier thinks."""

JA = re.compile(
    r"(?:ja+|jazeker|jawel|jep|jup|yep|yes|joa?|jo|ok|oke|okay|okee?|akkoord|akk|prima|klopt|goed|is goed|"
    r"dat is goed|doe maar|"
    r"zeker|uiteraard|graag|in orde|top|mooi|perfect|helemaal goed|correct|juist|precies|sjuust|inderdaad|yess?)\b"
)
NEE = re.compile(r"(?:nee+|neen|neej?|nope|neu+h?|nah|geen|niets?|niks|geeneen|nooit|noppes|nul)\b")

TWIJFEL = re.compile(
    r"\b(?:neem (?:ik|we|het|hij|ze|dat)? ?(?:\w+ )?aan|aangenomen|ik hoop|hoop (?:ik|het|van)|hopelijk|"
    r"vermoed\w*|ik gok|gok ik|"
    r"ik schat|schat ik|meen ik|ik meen|als het goed is|bij mijn weten|voor zover (?:ik|bekend|we|hij|ze)|"
    r"ga (?:ik )?er(?:\w+ )?(?: ?van)? ?(?:maar )?uit|ga ik van uit|ervan uit|er van uit|zo te (?:zien|horen)|"
    r"onder (?:protest|voorbehoud)|"
    r"als ik het goed \w+|naar mijn idee|naar het schijnt|ik denk|denk ik|dacht ik|denkt? (?:het )?wel|"
    r"zal wel|zullen wel|vast wel|vast niet|misschien|"
    r"wellicht|mogelijk|"
    r"waarschijnlijk|vermoedelijk|wrs|twijfel\w*|twijfeld\w*|geen idee|weet (?:ik |ze |hij |het |t |"
    r"'t )*(?:nog )?niet|weet ik nog niet|onzeker|"
    r"niet zeker|niet helemaal zeker|geloof (?:het|van|ik|niet)|geloof ik|volgens mij|lijkt me|lijkt mij|"
    r"zou kunnen|kan zijn|hm+|tja|mwah?|"
    r"ongeveer|in principe|op zich|eventueel|hangt ervan af|hangt af|ligt eraan|nog niet|schijnt|min of meer|"
    r"half|als het moet|"
    r"voor mijn part|maakt (?:me |mij |haar |hem )?niet uit|wat denk jij|kies (?:jij )?maar|doe jij maar|"
    r"zeg jij maar)\b"
)
WACHT = re.compile(
    r"\b(?:wacht (?!erop)|(?<!in de )wacht$|wacht even|moment(?:je)?|momentj\w*|eventjes|even (?:kijken|vragen|wachten|"
    r"bellen|overleggen|checken|nagaan|nadenken|geduld|niet)|ff (?:kijken|vragen|checken|"
    r"wachten|pauze|overleggen)|straks|zo meteen|zometeen|dadelijk|later|morgen|vanmiddag|volgende week|"
    r"eerst (?:nog |even |ff |met |overleg|"
    r"vragen|lezen|bellen|mevrouw|meneer|de )|moet ik (?:nog |even |ff )?(?:vragen|overleggen|navragen|"
    r"checken)|(?:ik )?vraag (?:het|t|'t) (?:zo|even|nog|haar|hem|"
    r"ff|straks)|vraag ik (?:zo|even|nog|straks)|nog (?:vragen|overleggen|bespreken|navragen|lezen|even|niet)|"
    r"overleg\w*|nachtje over|bespreken|zo terug|ben zo)\b"
)
VOORWAARDE = re.compile(
    r"\b(?:mits|als|indien|tenzij|zolang|pas (?:als|wanneer|na)|op voorwaarde|behalve|maar (?:niet|alleen|dan|wel|"
    r"eerst|pas)|alleen als)\b"
)
VRAAG = re.compile(
    r"\?|^(?:ze|hij|zij|mw|dhr|mevrouw|meneer|patient|patiente|pt) (?:vraagt|wil weten) (?:of|wat|hoe|wie|"
    r"waar|wanneer)\b|"
    r"^(?:en |maar |ja,? |ok,? |oke,? |eerst |hm,? |maar )*(?:wie|wat (?!een)|waar(?!om niet)\w*|wanneer|"
    r"hoe(?!ft|zo ja)\w*|welke?|waarom|mag (?:ik|je|de|het|dat|hij|ze|zij|dit|mijn|mw|een|zijn|haar(?! wel)|"
    r"er|de \w+)\b.*|"
    r"kan (?:ik|je|de|het|dat|dit|ze|hij|er)\b|kun je|moet (?:ik|je|dat|dit|ze|hij|de|zij)\b|krijgt? (?:ik|ze|"
    r"hij|zij|die)\b|komt er|wordt (?:dat|dit|het|haar|zijn)\b|heb je|bedoel (?:je|jij)|hebben jullie|"
    r"heeft (?:die|dat)\b|zou(?:den)? (?:er|ik|je|dat|dit|het)\b(?! niet)|"
    r"is (?:dat|dit|die|er|het)\b|zit er(?! niet)|zijn er|gaat (?:dat|dit)\b|vraagt (?:of|wat|hoe|wie)\b)"
)  # fmt: skip


def kaal(tekst: Tekst) -> str:
    """The flattened answer without quotes, emoji and punctuation at its ends, spaces made single."""
    return tekst.eenmaal(_kaal)  # all eleven questions ask it


def _kaal(tekst: Tekst) -> str:
    plat = re.sub(r"[\"*_]|(?<!\w)'|'(?!\w)", " ", tekst.plat)
    return re.sub(r"\s+", " ", plat).strip(" .,!;:-/()")


def is_vraag(plat: str) -> bool:
    """True for an answer that is put as a question."""
    return bool(VRAAG.search(plat))


def heel(patroon: str) -> re.Pattern[str]:
    """A pattern that must cover the whole answer, closing words such as "hoor" and "graag" forgiven."""
    franje = (
        r"(?: (?:hoor|graag|maar|aub|svp|dan|dus|toch|gewoon|alsjeblieft|dank je|dankjewel|bedankt|allemaal|zo|"
        r"voor nu))*"
    )
    return re.compile(rf"(?:{patroon}){franje}")
