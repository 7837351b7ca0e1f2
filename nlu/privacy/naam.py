"""Names of people: after a title, beside a relative, with initials, or known by themselves; in lower case too."""

import re

from nlu.privacy.lijsten import achternamen, voornamen, woorden
from nlu.privacy.naamreeks import lees_naam
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
from nlu.privacy.vondst import Vondst

_BESTAND = "naam_of_woord"
_MENS_DOET = frozenset("belt belde zegt zei vraagt vroeg wil wilde woont zoekt mailt meldt vindt spreekt huilt durft".split())


def zoek_naam(o: Ontleding, *, bezet: frozenset[int] = frozenset()) -> list[Vondst]:
    """Finds names of people.

    Args:
        bezet: numbers of words that are medical; only a title makes a name of them.
    """
    uit: list[Vondst] = []
    i = 0
    while i < len(o.woorden):
        treffer = _met_titel(o, i)
        if treffer is None and i not in bezet:
            treffer = _na_aankondiging(o, i) or _achternaam_komma(o, i) or _met_voorletters(o, i) or _los(o, i)
        if treffer is None:
            i += 1
            continue
        begin, eind, grond = treffer
        begin_teken = o.woorden[begin].begin
        if uit and uit[-1].eind > begin_teken:
            begin_teken = uit[-1].eind
        uit.append(Vondst(begin_teken, _slot(o, eind), "naam", grond=grond))
        i = max(eind, i + 1)
    return uit


def _slot(o: Ontleding, eind: int) -> int:
    """The last place of a name, with the full stop of an initial but without a possessive."""
    w = o.woorden[eind - 1]
    if len(w.k) == 1 and o.tussen(eind - 1).startswith("."):
        return w.eind + 1
    return w.begin + len(kern(w))


def _met_titel(o: Ontleding, i: int) -> tuple[int, int, str] | None:
    w = o.woorden[i]
    if w.k not in woorden(_BESTAND, "titels") or not re.fullmatch(r"\.? {0,2}|: ", o.tussen(i)) or i + 1 >= len(o.woorden):
        return None
    if o.woorden[i + 1].k in woorden(_BESTAND, "titels"):
        verder = _met_titel(o, i + 1)
        return (i, verder[1], "titel") if verder else None
    zwak = w.k in woorden(_BESTAND, "zwakke_titels")
    eind = lees_naam(o, i + 1, titel=True, zwak=zwak)
    return (i, eind, "titel") if eind > i + 1 else None


def _na_aankondiging(o: Ontleding, i: int) -> tuple[int, int, str] | None:
    """A name right behind a relative or "heet": also one that is an ordinary word ("dochter roos")."""
    if i == 0 or o.voor(i) not in (" ", ": ", ", ", " (", ": '", ' "', " '"):
        return None
    vorig = o.woorden[i - 1].k
    heet = vorig in woorden(_BESTAND, "aankondiging") and o.voor(i) != ", "
    verwant = vorig in woorden(_BESTAND, "verwanten") and o.voor(i) in (" ", " (")
    if not heet and not verwant:
        return None
    k = kern(o.woorden[i])
    eind = lees_naam(o, i, zwak=True)
    if eind > i:
        return i, eind, "verwant"
    gewoon = k in woorden(_BESTAND, "nooit_klein") or k in woorden(_BESTAND, "werkwoorden") or is_bekend_woord(o, i)
    if k in voornamen() and len(k) > 2 and (o.woorden[i].kap or not gewoon):
        return i, max(lees_naam(o, i, titel=True, zwak=True), i + 1), "verwant"
    if o.woorden[i].kap and is_onbekend(o, i):
        return i, i + 1, "verwant"
    return None


def _achternaam_komma(o: Ontleding, i: int) -> tuple[int, int, str] | None:
    """ "Kowalski, Piotr", "de wit, karin", "lelieveld, j.m."."""
    j = i
    while j + 1 < len(o.woorden) and j - i < 3 and is_tussenvoegsel(o, j) and o.tussen(j).strip() in ("", "/", "."):
        j += 1
    k = kern(o.woorden[j])
    if o.tussen(j) not in (", ", ",") or j + 1 >= len(o.woorden) or j in o.beschermde_woorden:
        return None
    n = j + 1
    while n < len(o.woorden) and is_voorletter(o, n) and (n == j + 1 or o.tussen(n - 1) in (".", ". ")):
        n += 1
    letters = n > j + 1
    voor = kern(o.woorden[n]) if not letters and n < len(o.woorden) else ""
    voornaam = voor in voornamen() and (is_zeker(voor) or o.woorden[n].kap)
    vooraan = i == 0 or o.begint_zin(i) or o.woorden[j].kap
    achternaam = in_lijst(k) or is_onbekend(o, j) or (j > i and o.woorden[j].kap)
    if not achternaam or not (letters or voornaam) or not (vooraan or is_zeker(k)):
        return None
    eind = n if letters else n + 1
    while eind < len(o.woorden) and o.tussen(eind - 1) == " " and o.woorden[eind].kap and in_lijst(kern(o.woorden[eind])):
        eind += 1
    return i, eind, "achternaam vooraan"


def _met_voorletters(o: Ontleding, i: int) -> tuple[int, int, str] | None:
    if not is_voorletter(o, i) or (i and o.voor(i) not in ("", " ") and not o.begint_zin(i) and "," not in o.voor(i) and "(" not in o.voor(i)):
        return None
    if not o.tussen(i).startswith("."):
        return None
    eind = lees_naam(o, i)
    return (i, eind, "voorletters") if eind > i + 1 else None


def _los(o: Ontleding, i: int) -> tuple[int, int, str] | None:
    """A name without anything that announces it."""
    w = o.woorden[i]
    k = kern(w)
    if len(k) < 2 or not k[0].isalpha():
        return None
    if is_tussenvoegsel(o, i) and not (w.kap and in_lijst(k) and not o.begint_zin(i)):
        return _met_tussenvoegsel(o, i)
    if is_bekend_woord(o, i):
        return None
    if is_zeker(k):
        return i, max(lees_naam(o, i), i + 1), "lijst"
    if not w.kap or w.kapitalen and len(k) < 5:
        return None
    vooraan = o.begint_zin(i)
    volgend = o.woorden[i + 1].k if i + 1 < len(o.woorden) else ""
    if not vooraan and (in_lijst(k) or is_onbekend(o, i, streng=True)):
        return i, max(lees_naam(o, i, titel=True, zwak=True), i + 1), "hoofdletter"
    if vooraan and in_lijst(k) and o.tussen(i) == " " and i + 1 < len(o.woorden):
        eind = lees_naam(o, i + 1, zwak=True)
        if eind > i + 1 and (o.woorden[i + 1].kap or is_tussenvoegsel(o, i + 1)):
            return i, eind, "voor- en achternaam"
    if vooraan and (in_lijst(k) or is_onbekend(o, i, streng=True)) and volgend in _MENS_DOET and o.tussen(i) == " ":
        return i, i + 1, "doet iets"
    if vooraan and is_onbekend(o, i, streng=True) and k not in woorden(_BESTAND, "nooit_klein"):
        return i, max(lees_naam(o, i, titel=True, zwak=True), i + 1), "onbekend woord"
    return None


def _met_tussenvoegsel(o: Ontleding, i: int) -> tuple[int, int, str] | None:
    """ "van Dijk", "El Amrani", "de jong 94": a tussenvoegsel and a name."""
    j = i
    while j + 1 < len(o.woorden) and j - i < 3 and is_tussenvoegsel(o, j) and o.tussen(j) in (" ", "/", ".", " '", "'", ". ", "-"):
        j += 1
    w = o.woorden[j]
    k = kern(w)
    if j == i or is_bekend_woord(o, j) and not (w.kap and in_lijst(k) and o.woorden[i].kap):
        return None
    if is_zeker(k):
        start = j if k in voornamen() and not o.woorden[i].kap and not k in achternamen() else i
        return start, max(lees_naam(o, j), j + 1), "lijst"
    groot = w.kap and in_lijst(k) and (not o.begint_zin(i) or o.woorden[i].kap)
    if groot:
        return i, max(lees_naam(o, j, titel=True, zwak=True), j + 1), "tussenvoegsel en hoofdletter"
    vooraan = i == 0 and o.woorden[i].k == "de" and j == i + 1 and k in woorden(_BESTAND, "met_de")
    volgend = o.woorden[j + 1].k if j + 1 < len(o.woorden) else ""
    if vooraan and o.tussen(j) == " " and (volgend in _MENS_DOET or volgend[:1].isdigit() or volgend == "geb"):
        return i, j + 1, "de en naam"
    return None
