"""What stands around a flag word (omstandigheden): already seen by a doctor, asked and denied, over, long ago, a film.

Features for the flags' second step; none of them decides anything by itself.
"""

import re
from functools import lru_cache

from nlu.bestanden import lees_lijst
from nlu.tekst import heel_woord

_MEEST = 3
_LANGST = 4096  # characters that are read
_GERUST = ("gezien", "uitslag", "gevraagd", "ontkend")


@lru_cache(maxsize=1)
def _patronen() -> dict[str, re.Pattern[str]]:
    lijst: dict[str, list[str]] = dict(lees_lijst("omstandigheden.yml"))
    arts, zag = ("|".join(lijst.pop(naam)) for naam in ("wie", "zag"))
    delen = {naam: "|".join(p) for naam, p in lijst.items()}
    return {naam: heel_woord(p.replace("WIE", f"(?:{arts})").replace("ZAG", f"(?:{zag})")) for naam, p in delen.items()}


def omstandigheden(plat: str) -> list[float]:
    """How often each kind occurs (3 at most), and how many kinds of reassurance there are."""
    telling = {naam: len(patroon.findall(plat[:_LANGST])) for naam, patroon in _patronen().items()}
    return [float(min(_MEEST, n)) for n in telling.values()] + [float(sum(telling[naam] > 0 for naam in _GERUST))]
