"""The wijk that was asked for: a name of the list, or "buiten" (another gemeente)."""

import re

from rapidfuzz import fuzz, process

from nlu.antwoorden.basis import GEEN, ONBESLIST, TWIJFEL, Uitslag, kaal
from nlu.feiten.wijk import Wijk, lees_buiten, wijken_in
from nlu.tekst import Tekst

_OF = re.compile(r"\b(?:of|tussen)\b")
_NU = re.compile(r"\b(?:nu|sinds|woont|tegenwoordig|inmiddels|nee|verhuisd naar|moet|naar)\b")
_TOCH_ZEKER = re.compile(r"\bzonder twijfel\b|\bgeloof ik\b|\bin (?:elk|ieder) geval\b|\bstaat hier\b|\bklopt\b")
_TWIJFELT = re.compile(
    r"\bzal (?:\w+ ){1,3}(?:zijn|wezen)\b|\bbinnenkort\b|\bgaat verhuizen\b|^(?:vast|zal)\b|\bverhuist\b(?! is)|"
    r"\btwee huizen\b"
)
_BIJ_IEMAND = re.compile(
    r"\b(?:bij|met) (?:haar|zijn|z'n|d'r|een|de) (?:dochter|zoon|zus|broer|moeder|vader|ouders|vriendin|"
    r"kinderen|nicht|man|vrouw)"
)
_IEMAND_ANDERS = re.compile(
    r"^(?:haar|zijn|z'n|d'r) (?:dochter|zoon|zus|broer|moeder|vader|ouders|vriendin|"
    r"kinderen)\b(?: \w+)? (?:woont|wonen|zit)"
)
_ECHO = re.compile(r"^[^?]{3,40}\?+ ?(?=(?:nee|neen|ja)\b)")
_KORT = re.compile(r"^(?!(?:noord|zuid|oost|west)$)([a-z]{4,})\.?$")
_GELIJKENIS = 80  # how like a name (0-100) an answer of one or two words must be


def _schoon(tekst: Tekst) -> Tekst:
    """The answer without hyphens, and without the relative where the patient lives with one."""
    plat = _BIJ_IEMAND.sub("", re.sub(r"(?<=[a-z])-(?=[a-z])", " ", kaal(tekst)))
    return tekst if plat == tekst.plat else Tekst.van(plat)


def _lijkt_op(plat: str, wijken: tuple[str, ...]) -> str | None:
    """A short answer that is nearly a name, or the beginning of just one."""
    namen = {Tekst.van(w).plat: w for w in wijken}
    kort = _KORT.match(plat)
    begin = [w for n, w in namen.items() if kort and n.startswith(kort[1])]
    if len(begin) == 1:
        return begin[0]
    if len(plat.split()) > 2 or len(plat) < 5:
        return None
    beste = process.extract(plat.replace(" ", ""), list(namen), scorer=fuzz.ratio, score_cutoff=_GELIJKENIS, limit=2)
    return namen[beste[0][0]] if beste and (len(beste) == 1 or beste[0][1] > beste[1][1]) else None


def _een_van(hier: list[Wijk], plat: str) -> str:
    """Which of several wijken is the present one: the one said to be so, else the first."""
    nu = [w for w in hier if _NU.search(plat[max(0, w.begin - 30) : w.begin])]
    return (nu[-1] if nu else hier[0]).naam


def regels(tekst: Tekst, *, wijken: tuple[str, ...]) -> Uitslag:
    """Reads the answer; two wijken without a choice between them are no answer."""
    schoon = _schoon(tekst)
    plat = schoon.plat
    if _ECHO.match(tekst.plat) and "?" not in _ECHO.sub("", tekst.plat):  # "meerzicht? nee, rokkeveen"
        return regels(Tekst.van(_ECHO.sub("", tekst.plat)), wijken=wijken)
    hier = [w for w in wijken_in(schoon, wijken=wijken, los=True) if not w.niet]
    namen = list(dict.fromkeys(w.naam for w in hier))
    zeker = _TOCH_ZEKER.sub("", plat) if len(namen) == 1 else plat
    if "?" in tekst.plat or TWIJFEL.search(zeker) or _TWIJFELT.search(plat) or _IEMAND_ANDERS.search(plat):
        return GEEN
    if len(namen) > 1:
        return GEEN if _OF.search(plat) else Uitslag(_een_van(hier, plat))
    if namen:
        return Uitslag(namen[0])
    if lees_buiten(tekst, los=True):
        return Uitslag("buiten")
    naam = _lijkt_op(plat, wijken)
    return Uitslag(naam) if naam else ONBESLIST


def kan_buiten(plat: str) -> bool:
    """Whether an answer speaks of a place at all: then the classifier may read it as another gemeente."""
    return " " in plat and bool(
        re.search(r"\b(?:in|uit|naar|te|gemeente|stad|dorp|buiten|elders|niet|woont|hoort)\b", plat)
    )
