"""What one word says about being a name: in a list, ordinary word as well, unknown, initial, tussenvoegsel."""

import re

from nlu.privacy.lijsten import achternamen, gewone_woorden, voornamen, woorden
from nlu.privacy.medische_vorm import medische_vorm
from nlu.privacy.ontleding import Ontleding, Woord
from nlu.privacy.tikfout import tikfout_van
from nlu.privacy.woordenschat import is_gewoon, woordenschat

_BESTAND = "naam_of_woord"
_PUNTEN = re.compile(r"[a-z](?:[./][a-z])+")
_LETTERS = frozenset({"th", "chr", "ph", "ij", "st", "joh", "fr"})


def kern(woord: Woord) -> str:
    """The word without a possessive: "fatima's" → "fatima"."""
    return woord.k.removesuffix("'s").removesuffix("'")


def is_voorletter(o: Ontleding, i: int) -> bool:
    """One letter with a full stop, or a capital on its own; no abbreviation such as "i.p.v."."""
    if i not in o.voorletters:
        o.voorletters[i] = _is_voorletter(o, i)
    return o.voorletters[i]


def _is_voorletter(o: Ontleding, i: int) -> bool:
    w = o.woorden[i]
    if not w.k.isalpha() or (len(w.k) > 1 and w.k not in _LETTERS):
        return False
    if not o.tussen(i).startswith("."):
        return (
            w.kap and len(w.k) == 1 and w.k not in {"u", "n", "s"} and o.tussen(i) in (" ", "") and not o.begint_zin(i)
        )
    begin = max(0, w.begin - 8)
    for m in _PUNTEN.finditer(o.tekst.plat, begin, w.eind + 8):
        if m.start() <= w.begin < m.end():
            kort = m.end() - m.start() < 4 and re.match(
                r"\.? ?[A-Z]", o.tekst.stuk(m.end(), min(m.end() + 3, len(o.tekst.plat)))
            )
            return (bool(kort) and w.kap) or m.group() not in woorden(_BESTAND, "afkortingen")
    return True


def is_tussenvoegsel(o: Ontleding, i: int) -> bool:
    """A word such as "van", "de", "v/d", "el"."""
    return o.woorden[i].k in woorden(_BESTAND, "tussenvoegsels")


def in_lijst(k: str) -> bool:
    """A given name or surname of the lists, whatever else the word means."""
    return k in voornamen() or k in achternamen()


def is_alledaags(k: str) -> bool:
    """A word of the Dutch word list or of our own additions; compounds are not looked into."""
    return k in woordenschat() or k in gewone_woorden()


def is_dubbel(k: str) -> bool:
    """A name of the lists that is an ordinary word too."""
    if k in voornamen():
        return (
            k in woorden(_BESTAND, "altijd_dubbelzinnig")
            and is_alledaags(k)
            and k not in woorden(_BESTAND, "toch_naam")
        )
    return is_alledaags(k)


def is_zeker(k: str) -> bool:
    """A name that is hardly anything else, in lower case too."""
    return len(k) > 2 and k not in woorden(_BESTAND, "nooit_klein") and in_lijst(k) and not is_dubbel(k)


def is_kalender(k: str) -> bool:
    """A month, day or season, written with a capital only as a name."""
    return k in woorden("beschermd", "kalender")


def is_bekend_woord(o: Ontleding, i: int) -> bool:
    """A protected name, a profession, a month, a language, a relative."""
    k = kern(o.woorden[i])
    return (
        i in o.beschermde_woorden
        or k in woorden("beschermd", "woorden")
        or is_kalender(k)
        or k in woorden("beschermd", "talen")
        or k in woorden(_BESTAND, "titels")
        or k in woorden(_BESTAND, "verwanten")
    )


def is_onbekend(o: Ontleding, i: int, *, streng: bool = False) -> bool:
    """A word of at least four letters that is neither ordinary Dutch, nor protected, nor medical.

    Args:
        o: the note.
        i: the word.
        streng: compounds of ordinary words count as ordinary too.
    """
    k = kern(o.woorden[i])
    if len(k) < 4 or not re.fullmatch(r"[^\W\d_]+(?:'[^\W\d_]{2,})?", k) or k.endswith("'er") or is_bekend_woord(o, i):
        return False
    if is_alledaags(k) or (streng and is_gewoon(k)):
        return False
    return not medische_vorm(k) and not tikfout_van(k)
