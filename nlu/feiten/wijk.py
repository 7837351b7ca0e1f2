"""District (wijk): a name of the gemeente's list, typing errors allowed, and whether the patient lives elsewhere."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from nlu.bestanden import lees_lijst
from nlu.feiten.wijk_elders import WOONT, is_elders, rang
from nlu.privacy.woordenschat import woordenschat
from nlu.tekst import Tekst

_MEEST = 2  # typing errors that are forgiven in the longest names
_KORTST = 6  # letters from which a typing error is forgiven
_WOORD = re.compile(r"[a-z]+")
_GEWOON = frozenset({"dorp", "centrum", "noord", "zuid", "oost", "west", "stad", "binnenstad", "hart", "park", "haven"})
_IN_DE_STAD = re.compile(r"\b(?:in|uit) de (?:oude )?binnenstad$")
_KOP = re.compile(r"[a-z]+ ?[,:/]")  # "dorp, boven de bakker": the wijk as a heading
_GEWOON_VOOR = re.compile(r"\b(?:het|een|ons|hun|klein|t|'t|dat|elk|haar|zijn|hele|geboorte|vakantie|vissers)\s*$")


@dataclass(frozen=True)
class Wijk:
    """A wijk that the text names: the list's own spelling, its place, and whether it is said to be not this one."""

    naam: str
    begin: int
    eind: int
    niet: bool


@lru_cache(maxsize=1)
def _lijst() -> dict[str, list[str]]:
    lijst: dict[str, list[str]] = lees_lijst("wijken.yml")
    return lijst


def standaard_wijken() -> tuple[str, ...]:
    """The wijken of the demo gemeente, used when the runtime context names none."""
    return tuple(_lijst()["wijken"])


@lru_cache(maxsize=64)
def _namen(wijken: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    uit = [(Tekst.van(naam).plat.replace("-", " "), naam) for naam in wijken]
    uit += [(Tekst.van(n).plat.removeprefix("de "), n) for n in wijken if n.lower().startswith("de ")]
    bijnamen: dict[str, str] = dict(_lijst().get("bijnamen") or {})  # type: ignore[arg-type]
    return tuple(uit + [(bij, naam) for bij, naam in bijnamen.items() if naam in wijken])


def _mag(naam: str) -> int:
    """How many typing errors are forgiven in a name."""
    return 0 if len(naam) < _KORTST else 1 if len(naam) < 9 else _MEEST


def _lijkt(woord: str, naam: str) -> bool:
    if woord == naam:
        return True
    delen = set(woord.split()) - set(naam.split())
    if delen & woordenschat():  # "overzicht" is no typing error of Meerzicht
        return False
    mag = 0 if woord in _plaatsnamen("plaatsen") else _mag(naam)  # Noordhoek is no typing error of Noordhove
    begin_anders, eind_anders = woord[0] != naam[0], woord[-1] != naam[-1]
    if not mag or abs(len(woord) - len(naam)) > mag or len(woord) < _KORTST - 1:
        return False
    if begin_anders and (mag < 2 or eind_anders):
        return False
    return DamerauLevenshtein.distance(woord, naam, score_cutoff=mag) <= mag


@lru_cache(maxsize=20_000)
def _bij_woord(woord: str, wijken: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The names that a word can be, or begin: kept, as most words of a message have been seen before."""
    uit = [
        (naam, echt)
        for naam, echt in _namen(wijken)
        if (" " in naam and abs(len(woord) - len(naam.split()[0])) <= _MEEST)
        or (" " not in naam and _lijkt(woord, naam))
    ]
    return tuple(sorted(uit, key=lambda paar: paar[0].split()[0] != woord))  # Oost-Souburg before West-Souburg


def wijken_in(tekst: Tekst, *, wijken: tuple[str, ...], los: bool = False) -> list[Wijk]:
    """All wijken named in the text, in order.

    Args:
        tekst: the message.
        wijken: the names of the gemeente.
        los: True when the wijk was asked for: an ordinary word such as "dorp" then counts without more.
    """
    plat = tekst.plat
    woorden = [(m[0], m.start(), m.end()) for m in _WOORD.finditer(plat)][:700]
    uit: list[Wijk] = []
    kort = {naam.split()[0] for naam, _ in _namen(wijken)}
    for i, (woord, begin, eind) in enumerate(woorden):
        if len(woord) < _KORTST - 1 and woord not in kort:
            continue
        for naam, echt in _bij_woord(woord, wijken):
            heel, einde = woord, eind
            if " " in naam:
                heel = " ".join(w for w, _, _ in woorden[i : i + 1 + naam.count(" ")])
                einde = woorden[min(i + naam.count(" "), len(woorden) - 1)][2]
            if not _lijkt(heel, naam) or not _bedoeld(tekst, naam, begin=begin, los=los):
                continue
            if not any(w.begin <= begin < w.eind for w in uit):
                uit.append(Wijk(echt, begin, einde, is_elders(plat, begin)))
    return uit


def _bedoeld(tekst: Tekst, naam: str, *, begin: int, los: bool) -> bool:
    """False for an ordinary word ("het dorp") that only looks like the name of a wijk."""
    if naam not in _GEWOON:
        return True
    plat = tekst.plat
    voor = plat[max(0, begin - 24) : begin]
    hoofdletter = tekst.stuk(begin, begin + 1).isupper() and begin > 0 and not voor.rstrip().endswith((".", "!", "?"))
    if _IN_DE_STAD.search(voor + naam) or (hoofdletter and re.search(r"\b(?:in|uit) (?:het|'t|t) $", voor)):
        return True
    if _GEWOON_VOOR.search(voor):
        return los and not re.search(r"\b(?:een|ons|geboorte|vakantie)\s*$", voor)
    los = los or (bool(_KOP.match(plat)) and begin == 0)
    return los or hoofdletter or bool(re.search(r"(?:wijk|woont in|mw \d\d|dhr \d\d|mevr \d\d|\d\d)[ ,]*$", voor))


def lees_wijk(tekst: Tekst, *, wijken: tuple[str, ...] | None = None, los: bool = False) -> str | None:
    """The wijk where the patient lives, None when the text names none (or only others)."""
    alle = wijken_in(tekst, wijken=wijken or standaard_wijken(), los=los)
    hier = [w for w in alle if not w.niet]
    if not hier:
        return None
    rangen = [rang(tekst.plat, w.begin, w.eind) for w in hier]
    beste = [w for w, r in zip(hier, rangen, strict=True) if r == max(rangen)]
    return beste[-1 if los and len({w.naam for w in beste}) == 1 else 0].naam


def _een_van(namen: frozenset[str]) -> str:
    """A pattern for one of the names, the longest first; by first letter, so that few are tried at a place."""
    op_letter: dict[str, list[str]] = {}
    for naam in sorted(namen, key=lambda naam: (-len(naam), naam)):
        op_letter.setdefault(naam[0], []).append(re.escape(naam[1:]))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in op_letter.items())


@lru_cache(maxsize=2)
def _plaatsnamen(soort: str) -> frozenset[str]:
    return frozenset(Tekst.van(p).plat for p in _lijst()[soort])


@lru_cache(maxsize=1)
def _plaatsen() -> re.Pattern[str]:
    return re.compile(
        rf"(?=[\w'])(?<![\w'])({_een_van(_plaatsnamen('plaatsen') | _plaatsnamen('plaats_of_woord'))})(?![\w-])"
    )


def _is_plaats(tekst: Tekst, m: re.Match[str]) -> bool:
    """False for an ordinary word ("de buren", "best wel") that is also the name of a place."""
    if m[1] not in _plaatsnamen("plaats_of_woord"):
        return True
    if re.fullmatch(rf"(?:(?:in|uit|te|woont in|komt uit) )?{m[1]}[ .!]*", tekst.plat):
        return True
    hoofdletter = tekst.stuk(m.start(), m.start() + 1).isupper()
    return hoofdletter and bool(re.search(r"\b(?:in|uit|te|gemeente|naar) $", tekst.plat[: m.start()]))


_BUITEN_VAST = re.compile(
    r"\b(?:andere|buur|naburige|een andere) ?gemeente|buiten (?:de |onze |deze )?gemeente|niet (?:in|"
    r"uit) (?:deze|onze) (?:gemeente|stad)|"
    r"van buiten(?: de stad)?\b|andere (?:stad|plaats)\b|(?:een )?dorp verderop"
)


def lees_buiten(tekst: Tekst, *, los: bool = False) -> bool:
    """True when the text says that the patient lives in another gemeente (`buiten`)."""
    plat = tekst.plat
    if _BUITEN_VAST.search(plat):
        return True
    for m in _plaatsen().finditer(plat):
        voor = plat[max(0, m.start() - 50) : m.start()]
        oorsprong = plat[m.end() : m.end() + 16]
        if (
            not _is_plaats(tekst, m)
            or is_elders(plat, m.start())
            or re.match(r"\s*(?:van oorsprong|gekomen|gevlucht|geboren)", oorsprong)
        ):
            continue
        if los or re.search(rf"\b{WOONT} $", voor):
            return not re.search(
                r"\b(?:dochter|zoon|zus|broer|moeder|familie|kinderen|vriendin|werkt)\b(?: \w+){0,3} $", voor
            ) or (los and "woont" not in voor)
    return False
