"""Typing errors in the names of medicines and diseases: "omepresol", "diabtes"."""

from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from nlu.privacy.lijsten import plat, regels
from nlu.privacy.woordenschat import is_gewoon

_KORTST = 6


@lru_cache(maxsize=1)
def _doelen() -> dict[str, tuple[str, ...]]:
    """Long medical words of one word, by first letter: the first letter is rarely the wrong one."""
    uit: dict[str, set[str]] = {}
    for lijst in ("medicijnen", "ziekten"):
        for naam in map(plat, regels(lijst)):
            if naam.isalpha() and len(naam) >= _KORTST:
                uit.setdefault(naam[0], set()).add(naam)
    return {letter: tuple(sorted(namen)) for letter, namen in uit.items()}


@lru_cache(maxsize=16384)
def tikfout_van(woord: str) -> str | None:
    """The medical word that an unknown flattened word was meant to be, or None.

    One slip (a letter more, less, wrong or swapped) in six to eight letters, two in longer words; never for a word that
    is ordinary Dutch.
    """
    if not _KORTST <= len(woord) <= 24 or not woord.isalpha() or is_gewoon(woord, 4):
        return None
    ruimte = 1 if len(woord) < 8 else 2
    if afgekort := next((d for d in _doelen().get(woord[0], ()) if d.startswith(woord) and len(d) - len(woord) < 4), None):
        return afgekort
    beste = process.extractOne(woord, _doelen().get(woord[0], ()), scorer=OSA.distance, score_cutoff=ruimte)
    return str(beste[0]) if beste else None
