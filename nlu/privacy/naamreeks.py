"""Reading a name word by word: initials, given names, tussenvoegsels, surnames, hyphens."""

import re
from dataclasses import dataclass

from nlu.privacy.lijsten import gewone_woorden, meerdelige_namen, voornamen, woorden
from nlu.privacy.naamwoord import (
    in_lijst,
    is_alledaags,
    is_bekend_woord,
    is_kalender,
    is_onbekend,
    is_tussenvoegsel,
    is_voorletter,
    is_zeker,
    kern,
)
from nlu.privacy.ontleding import Ontleding

_BESTAND = "naam_of_woord"
_GAT = re.compile(r"\.? ?'?|-| - |- | -|/|\. ?-?")
_LANGST = 8


@dataclass(frozen=True)
class Plek:
    """Where the reader is: how many real parts it has, and what stands right before this word."""

    titel: bool
    zwak: bool
    delen: int = 0
    letter: bool = False
    tussen: bool = False
    streepje: bool = False


def lees_naam(o: Ontleding, i: int, *, titel: bool = False, zwak: bool = False) -> int:
    """The end (exclusive word number) of the name that starts at word `i`; `i` itself when there is none.

    Args:
        o: the note.
        i: where the name would start.
        titel: a title stands right before it, so that an ordinary word can be a name.
        zwak: the title is weak ("familie"), a word in lower case must be a known name.
    """
    j, eind, delen, letter = i, i, 0, False
    while j < len(o.woorden) and j - i < _LANGST and (j == i or _sluit_aan(o, j - 1)):
        if (is_voorletter(o, j) or (titel and j == i and _losse_letter(o, j))) and not (
            delen and o.voor(j).startswith(".")
        ):
            j, letter = j + 1, True
            eind = j if delen else eind
            continue
        if (heel := meerdelige_namen().op(o, j)) and (titel or o.woorden[j].kap or delen):
            j = eind = heel[0]
            delen, letter = delen + 1, False
            continue
        k = _na_tussenvoegsels(o, j, titel=titel or letter or delen > 0)
        streepje = k > i and o.tussen(k - 1).strip() == "-"
        plek = Plek(titel, zwak, delen, letter, k > j, streepje)
        if k >= len(o.woorden) or not _is_deel(o, k, plek):
            break
        j = eind = k + 1
        delen, letter = delen + 1, False
    if eind == i and titel and o.woorden[i].kap and o.woorden[i].k in woorden(_BESTAND, "tussenvoegsel_of_naam"):
        return i + 1
    if eind == i and titel and letter and o.woorden[i].kap:
        return j
    return eind


def _losse_letter(o: Ontleding, j: int) -> bool:
    """A capital on its own, as behind a title: "mw. K belt"."""
    w = o.woorden[j]
    return w.kap and len(w.k) == 1 and o.tussen(j)[:1] in {"", " ", ",", ":", ";", ")", "!", "?"}


def _sluit_aan(o: Ontleding, i: int) -> bool:
    """Whether the word after `i` can belong to the same name."""
    gat = o.tussen(i)
    if not _GAT.fullmatch(gat):
        return False
    return "." not in gat or is_voorletter(o, i) or (len(o.woorden[i].k) == 1 and is_tussenvoegsel(o, i))


def _na_tussenvoegsels(o: Ontleding, j: int, *, titel: bool) -> int:
    k = j
    while k + 1 < len(o.woorden) and k - j < 3 and is_tussenvoegsel(o, k) and _sluit_aan(o, k):
        if k == j and o.woorden[k].k in {"in", "op", "te"} and not (titel and _groot_vervolg(o, k)):
            break
        k += 1
    return k


def _groot_vervolg(o: Ontleding, k: int) -> bool:
    """After "in" and "op" only a name of the lists with a capital: "in 't Veld"."""
    verder = [w for w in o.woorden[k + 1 : k + 3] if w.kap]
    return bool(verder) and in_lijst(kern(verder[-1])) and o.woorden[k + 1].k in {"t", "de", "den", "der"}


def _is_deel(o: Ontleding, j: int, plek: Plek) -> bool:
    """Whether word `j` is a part of the name being read."""
    w = o.woorden[j]
    k = kern(w)
    if len(k) < 2 or not k[0].isalpha():
        return False
    if k in woorden(_BESTAND, "werkwoorden") and not (plek.tussen and in_lijst(k) and plek.titel):
        return False
    if is_tussenvoegsel(o, j) and not in_lijst(k):
        return False
    if is_bekend_woord(o, j):
        return _bekend_en_toch(o, j, plek)
    if plek.streepje and plek.delen:
        return w.kap or in_lijst(k) or not is_alledaags(k) or plek.tussen
    if w.kap:
        return _groot_deel(o, j, plek)
    return _klein_vervolg(o, j, plek) if plek.delen else _klein_eerste(o, j, plek)


def _bekend_en_toch(o: Ontleding, j: int, plek: Plek) -> bool:
    """A month, a place or a profession that is a surname here: "hr. Maandag", "mw de Visser", "dhr. van Leiden"."""
    w = o.woorden[j]
    k = kern(w)
    if k in woorden("beschermd", "wijken") or k in woorden(_BESTAND, "titels") or _gesproken(o, j):
        return False
    voor = plek.titel or plek.letter or plek.tussen or plek.delen > 0
    if w.kap:
        plaats = j in o.beschermde_woorden and not (plek.titel or plek.tussen or plek.letter)
        vreemd = plek.titel and plek.tussen and not w.kapitalen
        return voor and (in_lijst(k) or is_kalender(k) or vreemd) and not plaats
    if j in o.beschermde_woorden or not in_lijst(k):
        return False
    return plek.letter or (plek.titel and not plek.zwak and (plek.tussen or _naam_door_vervolg(o, j)))


def _gesproken(o: Ontleding, j: int) -> bool:
    """A language that is spoken: "Engels sprekend"."""
    volgend = o.woorden[j + 1].k if j + 1 < len(o.woorden) else ""
    return kern(o.woorden[j]) in woorden("beschermd", "talen") and volgend.startswith(("spre", "talig", "en"))


def _groot_deel(o: Ontleding, j: int, plek: Plek) -> bool:
    """A word with a capital."""
    k = kern(o.woorden[j])
    if in_lijst(k) or plek.tussen or plek.letter:
        return k not in gewone_woorden() or plek.letter or plek.tussen
    if plek.delen:
        vorig = kern(o.woorden[j - 1])
        na_naam = vorig in voornamen() or (plek.titel and o.woorden[j - 1].kap)
        return not is_alledaags(k) or (na_naam and k not in gewone_woorden() and not o.begint_zin(j))
    if plek.titel:
        return not is_alledaags(k) or (not plek.zwak and k not in gewone_woorden() and len(k) > 3)
    return is_onbekend(o, j, streng=True)


def _klein_eerste(o: Ontleding, j: int, plek: Plek) -> bool:
    """The first part, in lower case."""
    k = kern(o.woorden[j])
    lijst = in_lijst(k)
    mag = plek.titel and k not in gewone_woorden() and not o.woorden[j - 1].kap
    if plek.letter and (lijst or (len(k) > 3 and (is_onbekend(o, j) or mag))):
        return True
    if is_zeker(k):
        return True
    if plek.zwak and plek.titel and o.voor(j).startswith(".") and is_onbekend(o, j, streng=True):
        return True
    if not plek.titel or plek.zwak:
        return False
    if plek.tussen:
        van_haar = k in {"haar", "hem"} and o.woorden[j - 1].k == "van"
        return (lijst and not van_haar) or is_onbekend(o, j, streng=True)
    return _naam_door_vervolg(o, j) if lijst else is_onbekend(o, j)


def _klein_vervolg(o: Ontleding, j: int, plek: Plek) -> bool:
    """A later part, in lower case: a surname behind a given name or tussenvoegsel."""
    k = kern(o.woorden[j])
    if is_zeker(k):
        return True
    if plek.tussen or plek.letter:
        lijst = in_lijst(k) and (plek.titel or k not in woorden(_BESTAND, "nooit_klein"))
        return lijst or is_onbekend(o, j, streng=True)
    if kern(o.woorden[j - 1]) not in voornamen():
        return plek.titel and len(k) > 4 and is_onbekend(o, j, streng=True)
    if in_lijst(k) and k not in woorden(_BESTAND, "nooit_klein"):
        return True
    return len(k) > 4 and is_onbekend(o, j, streng=True)


def _naam_door_vervolg(o: Ontleding, j: int) -> bool:
    """Whether an ordinary word is a name after this title: "mw groen wil", "dhr jong (ja zo heet ie)"."""
    k = kern(o.woorden[j])
    if k in gewone_woorden():
        return False
    if k not in woorden(_BESTAND, "nooit_klein") or o.voor(j).startswith("."):
        return True
    if j + 1 >= len(o.woorden):
        return True
    volgend = o.woorden[j + 1].k
    if o.tussen(j).strip()[:1] in {"(", ",", ":", "-", ";"}:
        return True
    doet = volgend in woorden(_BESTAND, "werkwoorden") and volgend not in {"en", "aan", "bij", "graag"}
    return doet or volgend[:1].isdigit() or (len(volgend) > 4 and volgend.endswith("t") and is_alledaags(volgend))
