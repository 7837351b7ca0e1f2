"""Names of people: after a title, beside a relative, with initials, or known by themselves; in lower case too."""

from nlu.privacy.lijsten import gewone_woorden, voornamen, woorden
from nlu.privacy.naam_los import Treffer, noemt_straat, zoek_los
from nlu.privacy.naamreeks import lees_naam
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
from nlu.privacy.vondst import Vondst
from nlu.privacy.woordenschat import is_gewoon

_BESTAND = "naam_of_woord"
_KOMMA = (", ", ",")
_TITELGAT = frozenset({"", " ", "  ", ".", ". ", ".  "})


def zoek_naam(o: Ontleding, *, bezet: frozenset[int] = frozenset()) -> list[Vondst]:
    """Finds names of people.

    Args:
        o: the note.
        bezet: numbers of words that are medical; only a title makes a name of them.
    """
    uit: list[Vondst] = []
    i = 0
    while i < len(o.woorden):
        treffer = _met_titel(o, i)
        if treffer is None and i not in bezet:
            treffer = _na_aankondiging(o, i) or _achternaam_komma(o, i) or _met_voorletters(o, i) or zoek_los(o, i)
        if treffer is None and i not in bezet and uit and i > 1 and o.woorden[i - 2].eind == uit[-1].eind:
            treffer = _na_en(o, i)
        if treffer is None or (treffer[2] != "titel" and noemt_straat(o, treffer)):
            i += 1
            continue
        begin, eind, grond = treffer
        begin_teken = max(o.woorden[begin].begin, uit[-1].eind if uit else 0)
        uit.append(Vondst(begin_teken, _slot(o, eind), "naam", grond=grond))
        i = max(eind, i + 1)
    return uit


def _slot(o: Ontleding, eind: int) -> int:
    """The last place of a name, with the full stop of an initial but without a possessive."""
    w = o.woorden[eind - 1]
    if len(w.k) == 1 and o.tussen(eind - 1).startswith("."):
        return w.eind + 1
    return w.begin + len(kern(w))


def _met_titel(o: Ontleding, i: int) -> Treffer | None:
    """ "mw. Aydın", "de heer en mevrouw Castelijn", "de hr. Pelgrim": the title belongs to the name."""
    laatste = _laatste_titel(o, i)
    if laatste is None or laatste + 1 >= len(o.woorden):
        return None
    w, volgend = o.woorden[laatste], o.woorden[laatste + 1]
    los = volgend.k in gewone_woorden() and not in_lijst(volgend.k) and not is_tussenvoegsel(o, laatste + 1)
    if volgend.kap and (los or _nieuwe_zin(o, laatste)) and o.tussen(laatste).startswith("."):
        return None
    eind = lees_naam(o, laatste + 1, titel=True, zwak=w.k in woorden(_BESTAND, "zwakke_titels"))
    if eind <= laatste + 1:
        return None
    de_heer = o.woorden[i].k in {"heer", "hr"} and i > 0 and o.woorden[i - 1].k == "de" and o.voor(i) == " "
    return (i - 1 if de_heer else i), eind, "titel"


def _nieuwe_zin(o: Ontleding, i: int) -> bool:
    """Whether the full stop behind title `i`, written in full, ends the sentence: "zegt mevrouw. De hond"."""
    k = kern(o.woorden[i + 1])
    return o.woorden[i].k in woorden(_BESTAND, "volle_titels") and (is_tussenvoegsel(o, i + 1) or is_alledaags(k))


def _laatste_titel(o: Ontleding, i: int) -> int | None:
    """The last of at most three titles in a row that starts at word `i` ("dhr. ir.", "heer en mevrouw")."""
    if o.woorden[i].k not in woorden(_BESTAND, "titels"):
        return None
    laatste = None
    for _ in range(3):
        w = o.woorden[i]
        gat = o.tussen(i)
        sluit = gat in _TITELGAT or (gat == ": " and w.k in {"betr", "betreft"})
        if w.k not in woorden(_BESTAND, "titels") or not sluit:
            break
        laatste = i
        i += 2 if i + 2 < len(o.woorden) and o.woorden[i + 1].k in {"en", "of"} else 1
        if i >= len(o.woorden):
            break
    return laatste


def _na_aankondiging(o: Ontleding, i: int) -> Treffer | None:
    """A name right behind a relative or "heet": also one that is an ordinary word ("dochter roos")."""
    if i == 0 or is_tussenvoegsel(o, i):
        return None
    vorig, gat, w = o.woorden[i - 1].k, o.voor(i), o.woorden[i]
    heet = vorig in woorden(_BESTAND, "aankondiging") and gat in (" ", ": ", " '", ' "')
    verwant = vorig in woorden(_BESTAND, "verwanten") and gat in (" ", " (")
    if not heet and not verwant:
        return None
    eind = lees_naam(o, i, zwak=True)
    if eind > i:
        return i, eind, "verwant"
    k = kern(w)
    if heet and w.kap and is_kalender(k) and vorig in woorden(_BESTAND, "heet_zo"):
        return i, i + 1, "heet zo"
    gewoon = k in woorden(_BESTAND, "nooit_klein") or k in woorden(_BESTAND, "werkwoorden") or is_bekend_woord(o, i)
    if k in voornamen() and len(k) > 2 and not gewoon:
        return i, max(lees_naam(o, i, titel=True, zwak=True), i + 1), "verwant"
    kort = len(k) in {2, 3} and not w.kapitalen and k.isalpha() and not is_alledaags(k) and not is_bekend_woord(o, i)
    if w.kap and (k in voornamen() or kort) and i not in o.beschermde_woorden:
        return i, i + 1, "verwant"
    return None


def _na_en(o: Ontleding, i: int) -> Treffer | None:
    """A given name that is a word too, beside a name: "wessel en mo"."""
    k = kern(o.woorden[i])
    naast = o.woorden[i - 1].k == "en" and o.voor(i) == " " and k in voornamen()
    gewoon = k in gewone_woorden() or k in woorden(_BESTAND, "nooit_klein") or k in woorden(_BESTAND, "werkwoorden")
    return (i, i + 1, "naam en naam") if naast and not gewoon and not is_bekend_woord(o, i) else None


def _achternaam_komma(o: Ontleding, i: int) -> Treffer | None:
    """ "Kowalski, Piotr", "de wit, karin", "lelieveld, j.m."."""
    if o.tussen(i) not in _KOMMA and not is_tussenvoegsel(o, i):
        return None
    j = i
    while (
        j + 1 < len(o.woorden) and j - i < 3 and is_tussenvoegsel(o, j) and o.tussen(j) in (" ", "/", ".", " '", ". ")
    ):
        j += 1
    k = kern(o.woorden[j])
    if o.tussen(j) not in _KOMMA or j + 1 >= len(o.woorden) or j in o.beschermde_woorden or len(k) < 2:
        return None
    eind = _voornaam_erachter(o, j + 1, zeker=j > i or is_zeker(k))
    vooraan = i == 0 or o.begint_zin(i) or o.woorden[j].kap or o.woorden[i - 1].k in woorden(_BESTAND, "aankondiging")
    kan = in_lijst(k) or is_onbekend(o, j) or (i == 0 and o.woorden[j].kap and k not in gewone_woorden())
    if not eind or not kan or not (vooraan or is_zeker(k)) or k in woorden(_BESTAND, "verwanten"):
        return None
    return i, eind, "achternaam vooraan"


def _voornaam_erachter(o: Ontleding, j: int, *, zeker: bool) -> int:
    """The end of the initials or given names that follow a surname and a comma; 0 when there are none."""
    n = j
    while n < len(o.woorden) and is_voorletter(o, n) and (n == j or o.tussen(n - 1) in (".", ". ")):
        n += 1
    if n > j:
        return n if o.tussen(n - 1).startswith(".") else 0
    voor = kern(o.woorden[j])
    telt = is_zeker(voor) or zeker or o.woorden[j].kap
    if voor not in voornamen() or not telt or voor in gewone_woorden():
        return 0
    n += 1
    while n < len(o.woorden) and o.tussen(n - 1) == " " and o.woorden[n].kap and in_lijst(kern(o.woorden[n])):
        n += 1
    return n


def _met_voorletters(o: Ontleding, i: int) -> Treffer | None:
    if not is_voorletter(o, i) or not o.tussen(i).startswith(".") or (i and o.voor(i) in (".", "-", "/")):
        return None
    eind = lees_naam(o, i)
    if eind <= i + 1 or (i and o.voor(i) == "&"):
        return None
    achternaam = o.woorden[eind - 1]
    k = kern(achternaam)
    zin = not (o.woorden[i].kap and achternaam.kap) and not in_lijst(k) and is_gewoon(k)
    return None if zin else (i, eind, "voorletters")
