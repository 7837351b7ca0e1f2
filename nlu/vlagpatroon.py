"""Patterns of red flags (vlagpatronen): what names a flag in so many words, and whether it is denied or long ago."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from nlu.bestanden import lees_lijst
from nlu.labels import RODE_VLAGGEN
from nlu.ontkenning import is_ontkend, is_vroeger, ontkende, wil_leven, zin_rond
from nlu.tekst import Tekst, heel_woord


@dataclass(frozen=True)
class Vondst:
    """A pattern that hit: where (in `Tekst.plat`), and how to take it (`nu`, `ontkend` or `vroeger`)."""

    id: str
    begin: int
    eind: int
    hoe: str


@dataclass(frozen=True)
class _Patronen:
    zeker: dict[str, list[re.Pattern[str]]]
    enig: dict[str, re.Pattern[str]]
    """Any of `zeker`: most texts hold none, and are then done at once."""
    hint: dict[str, re.Pattern[str]]
    term: dict[str, re.Pattern[str]]
    weg: re.Pattern[str]
    fictie: re.Pattern[str]


def _los(patronen: list[str]) -> re.Pattern[str]:
    """One pattern for all of them."""
    return heel_woord("|".join(f"(?:{p})" for p in patronen))


@lru_cache(maxsize=1)
def _patronen() -> _Patronen:
    lijst: dict[str, Any] = lees_lijst("vlagpatronen.yml")
    return _Patronen(
        zeker={i: [_los([p]) for p in lijst[i]["zeker"]] for i in RODE_VLAGGEN},
        enig={i: _los(lijst[i]["zeker"]) for i in RODE_VLAGGEN},
        hint={i: _los(lijst[i]["hint"]) for i in RODE_VLAGGEN},
        term={i: _los(lijst[i]["term"]) for i in RODE_VLAGGEN},
        weg=_los(lijst["figuurlijk"]),
        fictie=_los(lijst["fictie"]),
    )


def zonder_beeldspraak(tekst: Tekst) -> str:
    """The flattened text with figures of speech ("doodmoe", "klap in het gezicht") blanked, place for place."""
    return _patronen().weg.sub(lambda m: " " * len(m[0]), tekst.plat)


def _hoe(tekst: Tekst, id_: str, plek: tuple[int, int]) -> str:
    zin = zin_rond(tekst, plek[0])
    begin, eind = plek[0] - zin.begin, plek[1] - zin.begin
    if is_ontkend(zin.tekst, begin, eind) or (id_ == "suicidaliteit" and wil_leven(tekst.plat)):
        return "ontkend"
    if is_vroeger(zin.tekst):
        return "vroeger"
    return "fictie" if _patronen().fictie.search(zin.tekst) else "nu"


def zoek_vlaggen(tekst: Tekst) -> list[Vondst]:
    """All flags that the text names in so many words; a present hit hides a denied one of the same flag."""
    return tekst.eenmaal(_zoek)


def _zoek(tekst: Tekst) -> list[Vondst]:
    patronen, plat = _patronen(), tekst.eenmaal(zonder_beeldspraak)
    uit: dict[str, Vondst] = {}
    for id_ in RODE_VLAGGEN:
        raak = patronen.enig[id_].search(plat)
        hits = (m for patroon in (patronen.zeker[id_] if raak else ()) for m in patroon.finditer(plat))
        vondst = _sterkste(Vondst(id_, m.start(), m.end(), _hoe(tekst, id_, m.span())) for m in hits)
        uit |= {id_: vondst} if vondst else _vroeger_genoemd(tekst, id_, plat)
    for o in ontkende(tekst, [i for i in RODE_VLAGGEN if i not in uit]):
        uit[o.id] = Vondst(o.id, o.begin, o.eind, "ontkend")
    return list(uit.values())


def _sterkste(vondsten: Iterable[Vondst]) -> Vondst | None:
    """The first hit about now, else the first one that is denied or past."""
    eerste = None
    for vondst in vondsten:
        if vondst.hoe == "nu":
            return vondst
        eerste = eerste or vondst
    return eerste


def _vroeger_genoemd(tekst: Tekst, id_: str, plat: str) -> dict[str, Vondst]:
    """A flag's own word in a sentence about long ago ("als kind geslagen")."""
    m = _patronen().term[id_].search(plat)
    if m and id_ != "acuut_medisch" and is_vroeger(zin_rond(tekst, m.start()).tekst):
        return {id_: Vondst(id_, m.start(), m.end(), "vroeger")}
    return {}


def hints(tekst: Tekst) -> list[str]:
    """The flags for which something in the text is a faint sign; a feature for the classifier, nothing more."""
    plat = tekst.eenmaal(zonder_beeldspraak)
    return [i for i in RODE_VLAGGEN if _patronen().hint[i].search(plat)]
