"""The wijk that was asked for: a name of the list, or "buiten" (another gemeente)."""

import re

from nlu.antwoorden.basis import GEEN, ONBESLIST, TWIJFEL, Uitslag, kaal
from nlu.feiten.wijk import lees_buiten, wijken_in
from nlu.tekst import Tekst

_OF = re.compile(r"\b(?:of|tussen)\b")


def regels(tekst: Tekst, *, wijken: tuple[str, ...]) -> Uitslag:
    """Reads the answer; two wijken without a choice between them are no answer."""
    plat = kaal(tekst)
    alle = wijken_in(tekst, wijken=wijken, los=True)
    hier = [w for w in alle if not w.niet]
    namen = list(dict.fromkeys(w.naam for w in hier))
    onzeker = TWIJFEL.search(plat) or "?" in tekst.plat
    if namen and not onzeker:
        if len(namen) == 1:
            return Uitslag(namen[0])
        if _OF.search(plat):
            return GEEN
        nu = [
            w
            for w in hier
            if re.search(
                r"\b(?:nu|sinds|woont|tegenwoordig|inmiddels|nee|verhuisd naar|moet)\b",
                plat[max(0, w.begin - 30) : w.begin],
            )
        ]
        return Uitslag(nu[0].naam if nu else namen[0])
    if not namen and not onzeker and lees_buiten(tekst, los=True):
        return Uitslag("buiten")
    return GEEN if onzeker or namen else ONBESLIST
