"""What a contactpersoon reports about a case in a few words, read as a status of the loop."""

import re
from functools import lru_cache

from nlu.bestanden import lees_lijst

_KORT = 6  # words: in a longer line somebody else may be away


@lru_cache(maxsize=1)
def _patronen() -> list[tuple[str, re.Pattern[str]]]:
    """The patterns in the order of the list: "niet bereikt" is tried before "bereikt"."""
    return [(status, re.compile("|".join(delen))) for status, delen in lees_lijst("statuswoorden.yml").items()]


def lees_status(tekst: str) -> str | None:
    """The status that a typed line reports, or None when it reports none."""
    return next((status for status, patroon in _patronen() if patroon.search(tekst.lower())), None)


def lees_aanwezigheid(tekst: str) -> str | None:
    """ "afwezig" or "aanwezig" when that is what a contactpersoon says of himself, else None."""
    woorden = re.findall(r"[a-z]+", tekst.lower())
    if len(woorden) > _KORT:
        return None
    if "afwezig" in woorden:
        return "aanwezig" if "niet" in woorden else "afwezig"
    if "aanwezig" in woorden:
        return "afwezig" if "niet" in woorden else "aanwezig"
    return None
