"""What a contactpersoon reports about a case in a few words, read as a status of the loop."""

import re
from functools import lru_cache

from nlu.bestanden import lees_lijst


@lru_cache(maxsize=1)
def _patronen() -> list[tuple[str, re.Pattern[str]]]:
    """The patterns in the order of the list: "niet bereikt" is tried before "bereikt"."""
    return [(status, re.compile("|".join(delen))) for status, delen in lees_lijst("statuswoorden.yml").items()]


def lees_status(tekst: str) -> str | None:
    """The status that a typed line reports, or None when it reports none."""
    return next((status for status, patroon in _patronen() if patroon.search(tekst.lower())), None)
