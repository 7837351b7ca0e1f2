"""Words that name a leefgebied or point to one (leefgebiedtermen.yml), and words that mean the same (begrippen.yml)."""

import re
from functools import lru_cache

from nlu.bestanden import lees_lijst
from nlu.labels import LEEFGEBIEDEN
from nlu.tekst import heel_woord


@lru_cache(maxsize=2)
def _termen(soort: str) -> dict[str, re.Pattern[str]]:
    lijst = lees_lijst("leefgebiedtermen.yml")
    return {i: heel_woord(lijst[i][soort]) for i in LEEFGEBIEDEN}


def genoemd(plat: str) -> list[tuple[str, int, int]]:
    """The leefgebieden that a flattened text calls by name, with place, in order of place."""
    uit = [(i, m.start(), m.end()) for i, patroon in _termen("naam").items() for m in patroon.finditer(plat)]
    return sorted(uit, key=lambda t: (t[1], -t[2]))


def tekens(plat: str) -> list[int]:
    """For each leefgebied the number of different signs in the text, at most 3; features for the classifier."""
    return [min(3, len({m[0] for m in patroon.finditer(plat)})) for patroon in _termen("teken").values()]


@lru_cache(maxsize=1)
def _begripwoorden() -> dict[str, list[str]]:
    """The begrippen by word: "woord", "begin*" or "*eind", as the list has them."""
    uit: dict[str, list[str]] = {}
    for begrip, woorden in lees_lijst("begrippen.yml").items():
        for woord in str(woorden).split():
            uit.setdefault(woord, []).append(str(begrip))
    return uit


@lru_cache(maxsize=2)
def _lengtes(plek: int) -> list[int]:
    """How long the pieces of the list are that have their star last (-1) or first (0)."""
    return sorted({len(woord) - 1 for woord in _begripwoorden() if woord[plek] == "*"})


@lru_cache(maxsize=20_000)
def begrippen(woord: str) -> tuple[str, ...]:
    """The begrippen that a flattened word stands for: "vannacht" is `nu`, "boterham" is `honger`."""
    lijst = _begripwoorden()
    vormen = [woord, *(f"{woord[:n]}*" for n in _lengtes(-1)), *(f"*{woord[-n:]}" for n in _lengtes(0))]
    return tuple(sorted({begrip for vorm in vormen for begrip in lijst.get(vorm, ())}))
