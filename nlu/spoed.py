"""Spoed: an announced eviction or cut-off. No red flag, but a shorter deadline, and the practice phones as well."""

import re
from functools import lru_cache

from nlu.bestanden import lees_lijst


@lru_cache(maxsize=1)
def _patronen() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lijst = lees_lijst("spoed.yml")
    spoed, niet = ("|".join(rf"\b(?:{p})\b" for p in lijst[naam]) for naam in ("spoed", "niet"))
    return re.compile(spoed), re.compile(niet)


def is_spoed(tekst: str) -> bool:
    """Whether a text says that somebody is about to lose home or energy (docs/specificatie.md, chapter 7)."""
    spoed, niet = _patronen()
    plat = tekst.lower()
    return spoed.search(plat) is not None and niet.search(plat) is None
