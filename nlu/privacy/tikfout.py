"""Typing errors in the names of medicines and diseases: "omepresol", "diabtes"."""

from bisect import bisect_left
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from nlu.privacy.lijsten import plat, regels, voornamen
from nlu.privacy.woordenschat import is_gewoon

_KORTST = 6


_KLANK = (("ph", "f"), ("th", "t"), ("rh", "r"), ("ch", "g"), ("x", "ks"), ("c", "k"), ("y", "i"), ("z", "s"))


def _klank(woord: str) -> str:
    """A word as it sounds, so that "katarakt" and "cataract" start alike."""
    for van, naar in _KLANK:
        woord = woord.replace(van, naar)
    return woord


@lru_cache(maxsize=1)
def _doelen() -> dict[str, dict[str, str]]:
    """Long medical words of one word as they sound → as written, by first letter: that one is rarely wrong."""
    uit: dict[str, dict[str, str]] = {}
    for lijst in ("medicijnen", "ziekten"):
        for naam in map(plat, regels(lijst)):
            if naam.isalpha() and len(naam) >= _KORTST:
                uit.setdefault(_klank(naam)[0], {})[_klank(naam)] = naam
    return uit


@lru_cache(maxsize=32)
def _klanken(letter: str) -> list[str]:
    """The sounds of `_doelen` that start with this letter, in order of the alphabet."""
    return sorted(_doelen().get(letter, {}))


def _langer(klank: str) -> str | None:
    """The first sound that goes on a little where this one stops: "diclofen" for "diclofenac"."""
    klanken = _klanken(klank[0])
    for langer in klanken[bisect_left(klanken, klank) :]:
        if not langer.startswith(klank):
            return None
        if len(langer) - len(klank) < 4:
            return langer
    return None


@lru_cache(maxsize=16384)
def tikfout_van(woord: str) -> str | None:
    """The medical word that an unknown flattened word was meant to be, or None.

    One slip (a letter more, less, wrong or swapped) in six to eight letters, two in longer words; never for a word that
    is ordinary Dutch.
    """
    if not _KORTST <= len(woord) <= 24 or not woord.isalpha() or is_gewoon(woord, 4) or woord in voornamen():
        return None
    klank = _klank(woord)
    doelen = _doelen().get(klank[0], {})
    ruimte = 1 if len(woord) < 8 else 2
    if afgekort := _langer(klank):
        return doelen[afgekort]
    beste = process.extractOne(klank, doelen.keys(), scorer=OSA.distance, score_cutoff=ruimte)
    return doelen[str(beste[0])] if beste else None
