"""What one word says about being a name: in a list, ordinary word as well, unknown, initial, tussenvoegsel."""

import re

from nlu.privacy.lijsten import achternamen, voornamen, woorden
from nlu.privacy.medische_vorm import medische_vorm
from nlu.privacy.ontleding import Ontleding, Woord
from nlu.privacy.tikfout import tikfout_van
from nlu.privacy.woordenschat import is_gewoon, woordenschat

_BESTAND = "naam_of_woord"


def kern(woord: Woord) -> str:
    """The word without a possessive: "fatima's" → "fatima"."""
    return woord.k.removesuffix("'s").removesuffix("'")


def is_voorletter(o: Ontleding, i: int) -> bool:
    """One letter with a full stop, or a capital on its own."""
    w = o.woorden[i]
    if len(w.k) > 2 or not w.k.isalpha() or (len(w.k) == 2 and w.k not in {"th", "chr", "ph", "ij", "st"}):
        return False
    punt = o.tussen(i).startswith(".")
    return punt or (w.kap and len(w.k) == 1 and w.k not in {"u", "n"})


def is_tussenvoegsel(o: Ontleding, i: int) -> bool:
    """A word such as "van", "de", "v/d", "el"."""
    return o.woorden[i].k in woorden(_BESTAND, "tussenvoegsels")


def in_lijst(k: str) -> bool:
    """A given name or surname of the lists, whatever else the word means."""
    return k in voornamen() or k in achternamen()


def is_dubbel(k: str) -> bool:
    """A name of the lists that is an ordinary word too."""
    return k in woorden(_BESTAND, "altijd_dubbelzinnig") or (k not in voornamen() and k in woordenschat())


def is_zeker(k: str) -> bool:
    """A name that is hardly anything else, in lower case too."""
    if k in woorden(_BESTAND, "nooit_klein") or len(k) < 3:
        return False
    return in_lijst(k) and (not is_dubbel(k) or (k in voornamen() and k in woorden(_BESTAND, "toch_naam")))


def is_bekend_woord(o: Ontleding, i: int) -> bool:
    """A protected name, a profession, a month, a language, a word of the calendar."""
    k = kern(o.woorden[i])
    return (
        i in o.beschermde_woorden
        or k in woorden("beschermd", "woorden")
        or k in woorden("beschermd", "kalender")
        or k in woorden("beschermd", "talen")
        or k in woorden(_BESTAND, "titels")
        or k in woorden(_BESTAND, "verwanten")
    )


def is_onbekend(o: Ontleding, i: int, *, streng: bool = False) -> bool:
    """A word of at least four letters that is neither ordinary Dutch, nor protected, nor medical.

    Args:
        streng: compounds of ordinary words count as ordinary too.
    """
    k = kern(o.woorden[i])
    if len(k) < 4 or not re.fullmatch(r"[^\W\d_]+(?:'[^\W\d_]+)?", k) or is_bekend_woord(o, i):
        return False
    if is_gewoon(k) if streng else k in woordenschat():
        return False
    return not medische_vorm(k) and not tikfout_van(k)
