"""Reading a name word by word: initials, given names, tussenvoegsels, surnames, hyphens."""

import re

from nlu.privacy.lijsten import voornamen, woorden
from nlu.privacy.naamwoord import (
    in_lijst,
    is_bekend_woord,
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


def lees_naam(o: Ontleding, i: int, *, titel: bool = False, zwak: bool = False) -> int:
    """The end (exclusive word number) of the name that starts at word `i`; `i` itself when there is none.

    Args:
        titel: a title stands right before it, so that an ordinary word can be a name.
        zwak: the title is weak ("familie"), a word in lower case must be a known name.
    """
    j, eind, delen = i, i, 0
    while j < len(o.woorden) and j - i < _LANGST:
        if j > i and not _sluit_aan(o, j - 1):
            break
        if is_voorletter(o, j) and not (delen and o.begint_zin(j)):
            j += 1
            eind = j if delen else eind
            continue
        k = _na_tussenvoegsels(o, j)
        if k < len(o.woorden) and _is_deel(o, k, i, delen=delen, tussen=k > j, titel=titel, zwak=zwak):
            j = eind = k + 1
            delen += 1
            continue
        break
    return eind


def _sluit_aan(o: Ontleding, i: int) -> bool:
    """Whether the word after `i` can belong to the same name."""
    gat = o.tussen(i)
    if not _GAT.fullmatch(gat):
        return False
    return "." not in gat or is_voorletter(o, i) or len(o.woorden[i].k) <= 2


def _na_tussenvoegsels(o: Ontleding, j: int) -> int:
    k = j
    while k + 1 < len(o.woorden) and k - j < 3 and is_tussenvoegsel(o, k) and _sluit_aan(o, k):
        k += 1
    return k


def _is_deel(o: Ontleding, j: int, i: int, *, delen: int, tussen: bool, titel: bool, zwak: bool) -> bool:
    """Whether word `j` is a part of the name that starts at word `i`."""
    w = o.woorden[j]
    k = kern(w)
    if not k[0].isalpha() or len(k) < 2:
        return False
    lijst = in_lijst(k)
    if is_bekend_woord(o, j) and not (lijst and w.kap and (titel or delen or tussen) and not _taal(o, j)):
        return titel and lijst and not zwak and not w.kap and _naam_door_vervolg(o, j) and j not in o.beschermde_woorden
    streepje = j > i and o.tussen(j - 1).strip() == "-"
    if delen == 0:
        return _is_eerste(o, j, tussen=tussen or j > i, titel=titel, zwak=zwak)
    if streepje:
        return w.kap or lijst or is_onbekend(o, j)
    if w.kap:
        return lijst or is_onbekend(o, j) or tussen
    return is_zeker(k) or (lijst and tussen and k not in woorden(_BESTAND, "werkwoorden"))


def _is_eerste(o: Ontleding, j: int, *, tussen: bool, titel: bool, zwak: bool) -> bool:
    """Whether word `j` can be the first real part of a name, with a title, initial or tussenvoegsel before it or not."""
    w = o.woorden[j]
    k = kern(w)
    lijst = in_lijst(k)
    if k in woorden(_BESTAND, "werkwoorden") or (k in woorden(_BESTAND, "tussenvoegsels") and not lijst):
        return False
    if w.kap and (titel or tussen):
        return lijst or is_onbekend(o, j) or (titel and not zwak and len(k) > 2)
    if is_zeker(k):
        return True
    if not titel or zwak:
        return tussen and lijst and k not in woorden(_BESTAND, "nooit_klein")
    if tussen:
        return lijst or is_onbekend(o, j)
    if not lijst:
        return is_onbekend(o, j)
    return _naam_door_vervolg(o, j)


def _taal(o: Ontleding, j: int) -> bool:
    """A language that is spoken ("Engels sprekend") or a wijk, which is no name even after a title."""
    k = kern(o.woorden[j])
    volgend = o.woorden[j + 1].k if j + 1 < len(o.woorden) else ""
    return (k in woorden("beschermd", "talen") and volgend.startswith(("spre", "talig"))) or k in woorden("beschermd", "wijken")


def _naam_door_vervolg(o: Ontleding, j: int) -> bool:
    """Whether a word that is a name as well as a thing is a name here: "mw groen wil", "dhr jong (ja zo heet ie)"."""
    k = kern(o.woorden[j])
    gat = o.tussen(j)
    volgend = o.woorden[j + 1].k if j + 1 < len(o.woorden) else ""
    if k not in woorden(_BESTAND, "nooit_klein") or k in woorden(_BESTAND, "met_de") & voornamen():
        return True
    if volgend in woorden(_BESTAND, "werkwoorden") and gat == " " and volgend not in {"en", "aan", "bij", "is", "was"}:
        return True
    return gat.strip()[:1] in {"("} or volgend[:1].isdigit() or volgend in {"geb", "geboren", "bsn", "tel"}
