"""Medical words by their build: endings of Latin and pharmacy, and Dutch compounds such as "heupoperatie"."""

from functools import lru_cache

from nlu.privacy.lijsten import plat, regels, woorden

_BESTAND = "medische_vormen"


@lru_cache(maxsize=8192)
def medische_vorm(woord: str) -> str | None:
    """Why the build of a flattened word is medical, or None.

    Args:
        woord: one word, lower case, no accents, at least five letters to be looked at.
    """
    if len(woord) < 5 or not woord.isalpha():
        return None
    return _uitgang(woord) or _samenstelling(woord) or _met_eerste_deel(woord)


def _uitgang(woord: str) -> str | None:
    if len(woord) < 6 or woord in woorden(_BESTAND, "geen_uitgang"):
        return None
    for n in range(min(len(woord) - 2, 14), 3, -1):
        if woord[-n:] in woorden(_BESTAND, "uitgangen"):
            return None if any(woord.endswith(g) for g in _lang_geen()) else f"vorm -{woord[-n:]}"
    return None


@lru_cache(maxsize=1)
def _lang_geen() -> tuple[str, ...]:
    return tuple(w for w in woorden(_BESTAND, "geen_uitgang") if len(w) > 5)


def _samenstelling(woord: str) -> str | None:
    """A first part with a head that is always medical, or a part of the body with a complaint."""
    hoofden, leden = woorden(_BESTAND, "hoofdwoorden"), woorden(_BESTAND, "lichaamsdelen")
    knippen = range(1, len(woord))
    if woord not in woorden(_BESTAND, "geen_hoofdwoord"):
        for eerste, hoofd in ((woord[:n], woord[n:]) for n in knippen if n >= 3 and woord[n:] in hoofden):
            lang = len(hoofd) > 4 or eerste in _eerste_delen()
            if lang and eerste not in woorden(_BESTAND, "geen_eerste_deel"):
                return f"samenstelling -{hoofd}"
    if woord in woorden(_BESTAND, "geen_kwaal"):
        return None
    for lid, rest in ((woord[:n], woord[n:]) for n in knippen if woord[:n] in leden):
        if rest in woorden(_BESTAND, "kwalen") or (rest[0] == "s" and rest[1:] in woorden(_BESTAND, "kwalen")):
            return f"lichaamsdeel {lid}"
    return None


@lru_cache(maxsize=1)
def _eerste_delen() -> frozenset[str]:
    """First parts that make a short head medical: parts of the body, medicines and diseases of one word."""
    namen = (n for lijst in ("medicijnen", "ziekten") for n in regels(lijst))
    return woorden(_BESTAND, "lichaamsdelen") | {plat(n) for n in namen if n.isalpha() and len(n) > 3}


@lru_cache(maxsize=1)
def _namen() -> dict[str, str]:
    """Names that can open a compound: medicines and diseases of at least five letters."""
    ziekten = {plat(n): "hulp_bij_ziekte" for n in regels("ziekten") if n.isalpha() and len(n) > 3}
    return ziekten | {plat(n): "hulp_bij_middel" for n in regels("medicijnen") if n.isalpha() and len(n) > 4}


def _met_eerste_deel(woord: str) -> str | None:
    """The name of a medicine or disease with what belongs to it: "tramadolrecept", "artroseknie"."""
    for n in range(len(woord) - 1, 3, -1):
        soort = _namen().get(woord[:n])
        lang = n > 5 and len(woord) - n > 2 and woord[:n] not in woorden(_BESTAND, "niet_vooraan")
        if soort and (lang or woord[n:] in woorden(_BESTAND, soort)):
            return f"begint met {woord[:n]}"
    return None
