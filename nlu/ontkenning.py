"""Denial and past (ontkenning, vroeger): what a message names only to say that it is not there, or no longer.

Own rules, because no maintained library has them for telegram-style Dutch; every rule has regression cases in
`tests/nlu/test_ontkenning.py`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from nlu.bestanden import lees_lijst
from nlu.labels import LEEFGEBIEDEN, RODE_VLAGGEN
from nlu.tekst import Tekst, Zinsdeel

_SNEL = re.compile(
    r"\b(?:geen|niet|nooit|zonder|ontken\w+|noch|evenmin|nergens|nee|nie|nt|valt|prima|goed|orde|genoeg|geregeld|uitgesloten|niks|niets|vrij)\b"
)


@dataclass(frozen=True)
class Ontkend:
    """An id that is denied, with the place of the words that do it in `Tekst.plat`."""

    id: str
    begin: int
    eind: int


@dataclass(frozen=True)
class _Regels:
    ontkend: dict[str, re.Pattern[str]]
    vroeger: re.Pattern[str]
    toch_nu: re.Pattern[str]
    voor: re.Pattern[str]
    na: re.Pattern[str]
    leven: re.Pattern[str]


@lru_cache(maxsize=1)
def _regels() -> _Regels:
    lijst: dict[str, Any] = lees_lijst("ontkenning.yml")
    vlaggen: dict[str, Any] = lees_lijst("vlagpatronen.yml")
    termen = {i: lijst["termen"][i] for i in LEEFGEBIEDEN} | {i: "|".join(vlaggen[i]["term"]) for i in RODE_VLAGGEN}
    voor = rf"\b(?:{lijst['voor']})\s+(?:(?:{lijst['tussen']})\s+){{0,3}}"
    los = r"(?:[ ?:]+|, (?=nee\b))"
    na = rf"{los}(?:(?:{lijst['na_tussen']})[ ?:]+){{0,3}}(?:{lijst['na']})\b(?! (?:de|voor het) eerst| alleen)"
    rest = r"(?:(?:,| of| en| noch| of een|, geen)\s+(?:\w+\s+)?(?:T))*"
    return _Regels(
        ontkend={
            i: re.compile(
                rf"{voor}(?:\w+,? (?:of|en|noch) (?:van )?)?(?:{t})(?!\w){rest.replace('T', t)}|\b(?:{t})(?!\w){na}"
                rf"|\b(?:{lijst['termen_na'].get(i, t)}) {lijst['geen_probleem']}\b"
            )
            for i, t in termen.items()
        },
        vroeger=re.compile(rf"\b(?:{lijst['vroeger']})(?!\w)"),
        toch_nu=re.compile(rf"\b(?:{lijst['toch_nu']})"),
        voor=re.compile(voor + "$"),
        na=re.compile("^" + na),
        leven=re.compile(rf"\b(?:{lijst['leven']})\b"),
    )


def ontkende(tekst: Tekst, ids: Sequence[str] = LEEFGEBIEDEN) -> list[Ontkend]:
    """The ids of which the text says that they are not there ("geen schulden", "eenzaam is ze niet")."""
    gevonden = tekst.eenmaal(_alle_ontkende)
    return [gevonden[id_] for id_ in ids if id_ in gevonden]


def _alle_ontkende(tekst: Tekst) -> dict[str, Ontkend]:
    uit: dict[str, Ontkend] = {}
    zinnen = [zin for zin in tekst.eenmaal(_zinnen) if _SNEL.search(zin.tekst)]
    for id_, patroon in _regels().ontkend.items() if zinnen else ():
        for deel in zinnen:
            m = patroon.search(deel.tekst)
            if m and not _dubbel(deel.tekst, m.start()):
                uit[id_] = Ontkend(id_, deel.begin + m.start(), deel.begin + m.end())
                break
    return uit


def _dubbel(zin: str, begin: int) -> bool:
    """ "Niet alleen schulden" and "weet niet of ze geen schulden heeft" deny nothing."""
    return bool(
        re.search(r"(?:niet alleen|weet niet of|vraagt? (?:zich )?(?:af )?of|of er|of ze|of hij)\s*$", zin[:begin])
    )


_ZINSEINDE = re.compile(r"[.!;\n]+(?=\s|$)|\smaar\s")


def _zinnen(tekst: Tekst) -> list[Zinsdeel]:
    """Sentences, cut at "maar" too: the reach of a denial may cross a comma but not these."""
    uit: list[Zinsdeel] = []
    begin = 0
    for eind, volgend in [*((m.start(), m.end()) for m in _ZINSEINDE.finditer(tekst.plat)), (len(tekst.plat), 0)]:
        uit.append(Zinsdeel(begin, eind, tekst.plat[begin:eind]))
        begin = volgend
    return uit


def is_ontkend(zin: str, begin: int, eind: int) -> bool:
    """True when the words at `zin[begin:eind]` are denied by what stands directly before or after them."""
    regels = _regels()
    voor = zin[max(0, begin - 80) : begin]
    return bool(regels.voor.search(voor) or regels.na.search(zin[eind : eind + 80]))


def is_vroeger(zin: str) -> bool:
    """True when a flattened sentence speaks of long ago, and of nothing that goes on."""
    regels = _regels()
    return bool(regels.vroeger.search(zin)) and not regels.toch_nu.search(zin)


def wil_leven(plat: str) -> bool:
    """True when the text says in so many words that the patient wants to live."""
    return bool(_regels().leven.search(plat))


def zonder(tekst: Tekst, weg: list[tuple[int, int]]) -> str:
    """The original text without these stretches of `Tekst.plat`."""
    uit, vorige = list[str](), 0
    for begin, eind in sorted(weg):
        if begin >= vorige:
            uit.append(tekst.stuk(vorige, begin))
            vorige = eind
    uit.append(tekst.stuk(vorige, len(tekst.plat)))
    return " ".join(deel for deel in uit if deel.strip())


def zin_rond(tekst: Tekst, begin: int) -> Zinsdeel:
    """The sentence of `_zinnen` that holds this place."""
    for zin in tekst.eenmaal(_zinnen):
        if zin.begin <= begin <= zin.eind:
            return zin
    return Zinsdeel(0, len(tekst.plat), tekst.plat)
