"""Names that nothing announces: by the lists, a capital inside a sentence, a tussenvoegsel, what people do."""

import re

from nlu.privacy.lijsten import achternamen, gewone_woorden, voornamen, woorden
from nlu.privacy.naamreeks import lees_naam
from nlu.privacy.naamwoord import (
    in_lijst,
    is_alledaags,
    is_bekend_woord,
    is_onbekend,
    is_tussenvoegsel,
    is_voorletter,
    is_zeker,
    kern,
)
from nlu.privacy.ontleding import Ontleding

_BESTAND = "naam_of_woord"
_HERKOMST = re.compile(r"(?:se|iaan|aar|ander|ers|er|ing|tje|isch)$")

_STRAAT = ("straat", "laan", "weg", "plein", "gracht", "singel", "dreef", "plantsoen", "kade", "steeg", "boulevard")

Treffer = tuple[int, int, str]
"""First word, end (exclusive) and reason of a name."""


def zoek_los(o: Ontleding, i: int) -> Treffer | None:
    """A name without anything that announces it."""
    w = o.woorden[i]
    k = kern(w)
    if len(k) < 2 or not k[0].isalpha():
        return None
    if naam_is := _is_de_naam(o, i) or _toch_een_naam(o, i):
        return naam_is
    if is_tussenvoegsel(o, i) and not (w.kap and in_lijst(k) and not o.begint_zin(i)):
        return _met_tussenvoegsel(o, i)
    if is_bekend_woord(o, i):
        return _taal_of_naam(o, i)
    if _is_straat(k):
        return None
    if is_zeker(k):
        return i, max(lees_naam(o, i), i + 1), "lijst"
    if not w.kap or w.kapitalen:
        return _voornaam_klein(o, i)
    return _vooraan(o, i) if o.begint_zin(i) else _middenin(o, i)


def _toch_een_naam(o: Ontleding, i: int) -> Treffer | None:
    """A word that is a name by its accent, its possessive or what stands behind it."""
    w = o.woorden[i]
    if w.k not in voornamen():
        if i == 0 and _onbekende_belt(o):
            return 0, 1, "onbekende belt"
        return (i, i + 1, "bezit") if w.kap and _bezit(o, i) else None
    if w.kap and w.k in gewone_woorden() and _met_accent(o, i):
        return i, max(lees_naam(o, i), i + 1), "accent"
    return (i, i + 1, "doet iets") if _iemand_belt(o, i) else None


def _onbekende_belt(o: Ontleding) -> bool:
    """A note that starts with an unknown word in lower case that calls or asks: "oualid belt voor zijn moeder"."""
    volgend = o.woorden[1].k if len(o.woorden) > 2 and o.tussen(0) == " " else ""
    return volgend in woorden(_BESTAND, "mens_belt") and len(o.woorden[0].k) < 12 and is_onbekend(o, 0, streng=True)


def _iemand_belt(o: Ontleding, i: int) -> bool:
    """A given name that is a word too, in lower case at the start: "jan belt", "roos vraagt"."""
    k = o.woorden[i].k
    if i + 1 >= len(o.woorden) or o.woorden[i + 1].k not in woorden(_BESTAND, "mens_belt"):
        return False
    if not o.begint_zin(i) or o.tussen(i) != " " or k in woorden(_BESTAND, "verwanten"):
        return False
    mag = k not in woorden(_BESTAND, "nooit_klein") and not is_bekend_woord(o, i) and k not in gewone_woorden()
    return mag or k in woorden(_BESTAND, "maand_of_naam")


def _bezit(o: Ontleding, i: int) -> bool:
    """A given name with its possessive written on: "Annemiekes dochter"."""
    w = o.woorden[i]
    if len(w.k) < 5 or not w.k.endswith("s") or w.k[:-1] not in voornamen() or is_bekend_woord(o, i):
        return False
    volgend = o.woorden[i + 1].k if i + 1 < len(o.woorden) and o.tussen(i) == " " else ""
    return volgend in woorden(_BESTAND, "verwanten") or not is_alledaags(w.k)


def _is_straat(k: str) -> bool:
    """A street without a house number ("de Van Leeuwenhoeklaan"), which says little and may stay."""
    return len(k) > 6 and k.endswith(_STRAAT) and not in_lijst(k)


def noemt_straat(o: Ontleding, treffer: Treffer) -> bool:
    """A name that is part of a street without a house number: "op de Karel Doormanlaan"."""
    begin, eind, _ = treffer
    if not begin or o.woorden[begin - 1].k not in woorden(_BESTAND, "voor_straat"):
        return False
    erna = eind < len(o.woorden) and o.tussen(eind - 1) == " " and _is_straat(o.woorden[eind].k)
    return erna or _is_straat(kern(o.woorden[eind - 1]))


def _met_accent(o: Ontleding, i: int) -> bool:
    """A name that only its accent tells from a word: "Gé"."""
    w = o.woorden[i]
    return not o.tekst.stuk(w.begin, w.eind).isascii() and w.k not in woorden(_BESTAND, "nooit_klein")


def _uit_plaats(o: Ontleding, i: int) -> bool:
    """ "Rasoul uit Aleppo": a place that everyone knows stands behind it."""
    return i + 2 < len(o.woorden) and o.woorden[i + 1].k == "uit" and i + 2 in o.beschermde_woorden


def _grote_naam(o: Ontleding, i: int) -> bool:
    """A name of the lists with a capital inside the sentence: "Prins en Koning"."""
    return i < len(o.woorden) and o.woorden[i].kap and in_lijst(kern(o.woorden[i])) and not is_bekend_woord(o, i)


def _is_de_naam(o: Ontleding, i: int) -> Treffer | None:
    """ "Mei is haar naam", "Snijder heet hij"."""
    if i + 1 >= len(o.woorden) or o.woorden[i + 1].k not in {"is", "heet", "noemen"}:
        return None
    na = [w.k for w in o.woorden[i + 1 : i + 4]]
    naam = (
        na[:1] == ["is"]
        and na[1:2] in (["haar"], ["zijn"])
        and na[2:3] in (["naam"], ["voornaam"], ["achternaam"], ["roepnaam"])
    )
    heet = na[:1] == ["heet"] and na[1:2] in (["hij"], ["ze"], ["zij"], ["ie"])
    heet = heet or (i == 0 and na[:1] == ["noemen"] and na[1:2] in (["ze"], ["we"]) and na[2:3] in (["hem"], ["haar"]))
    k = o.woorden[i].k
    if (
        not (naam or heet)
        or len(k) < 3
        or k in woorden(_BESTAND, "verwanten")
        or k in {"hoe", "wie", "dat", "die", "dit", "wat", "zo"}
    ):
        return None
    return i, i + 1, "heet zo"


def _taal_of_naam(o: Ontleding, i: int) -> Treffer | None:
    """A given name that is a language or month too, before a surname: "Frans van den Tillaart"."""
    w = o.woorden[i]
    if kern(w) not in voornamen() or i in o.beschermde_woorden:
        return None
    volgend = kern(o.woorden[i + 1]) if i + 1 < len(o.woorden) and o.tussen(i) in (" ", "-") else ""
    if volgend in voornamen() and is_zeker(volgend) and not (i and o.woorden[i - 1].k.isdigit()):
        return i, max(lees_naam(o, i + 1), i + 2), "dubbele voornaam"
    if not w.kap:
        return None
    cijfer = (i and o.woorden[i - 1].k.isdigit()) or volgend.isdigit()
    if volgend in woorden(_BESTAND, "mens_doet") or (w.k in woorden(_BESTAND, "maand_of_naam") and not cijfer):
        return i, max(lees_naam(o, i, titel=True, zwak=True), i + 1), "naam, geen maand"
    eind = lees_naam(o, i + 1) if o.tussen(i) == " " and i + 1 < len(o.woorden) and is_tussenvoegsel(o, i + 1) else i
    return (i, eind, "voor- en achternaam") if eind > i + 1 else None


def _voornaam_klein(o: Ontleding, i: int) -> Treffer | None:
    """A given name that is a word too, in lower case before a certain surname: "wil bergsma"."""
    if kern(o.woorden[i]) not in voornamen() or i + 1 >= len(o.woorden) or o.tussen(i) != " ":
        return None
    if len(o.woorden[i + 1].k) == 1 and is_voorletter(o, i + 1) and len(o.woorden[i].k) > 2:
        return i, i + 2, "voornaam en letter"
    k = kern(o.woorden[i + 1])
    zeker = k in achternamen() and k not in voornamen() and is_zeker(k)
    vooraan = i == 0 or o.begint_zin(i)
    return (i, max(lees_naam(o, i + 1), i + 2), "voor- en achternaam") if zeker and vooraan else None


def _middenin(o: Ontleding, i: int) -> Treffer | None:
    """A capital inside a sentence: a name, unless a place or thing stands there ("naar Shanghai", "het Westerpark")."""
    k = kern(o.woorden[i])
    plaats = bool(i) and o.woorden[i - 1].k in woorden(_BESTAND, "plaats_voor") and o.voor(i) == " "
    ding = plaats or (
        bool(i) and o.woorden[i - 1].k in {"de", "op", "bij", "deze", "die", "haar", "zijn"} and o.voor(i) == " "
    )
    if in_lijst(k) and not plaats and k not in gewone_woorden():
        return i, max(lees_naam(o, i, titel=True, zwak=True), i + 1), "hoofdletter"
    if not ding and is_onbekend(o, i, streng=True) and not _HERKOMST.search(k):
        return i, max(lees_naam(o, i, titel=True, zwak=True), i + 1), "hoofdletter"
    return None


def _vooraan(o: Ontleding, i: int) -> Treffer | None:
    """The first word of a sentence: a name when a surname, an age or what people do follows."""
    k = kern(o.woorden[i])
    lijst = in_lijst(k)
    onbekend = is_onbekend(o, i, streng=True) and not _HERKOMST.search(k)
    if not (lijst or onbekend) or k in gewone_woorden():
        return None
    gat = o.tussen(i)
    volgend = o.woorden[i + 1].k if i + 1 < len(o.woorden) else ""
    if gat == " " and volgend and (o.woorden[i + 1].kap or is_tussenvoegsel(o, i + 1)):
        eind = lees_naam(o, i + 1)
        eind = eind if eind > i + 1 else lees_naam(o, i, titel=True, zwak=True)
        if eind > i + 1:
            return i, eind, "voor- en achternaam"
    if lijst and volgend == "en" and gat == " " and _grote_naam(o, i + 2):
        return i, i + 1, "naam en naam"
    doet = volgend in woorden(_BESTAND, "mens_doet") or (
        volgend in woorden(_BESTAND, "werkwoorden") and volgend not in {"en", "is", "was", "aan", "bij"}
    )
    if (
        gat == " "
        and doet
        and (
            k in voornamen()
            or onbekend
            or volgend in woorden(_BESTAND, "mens_doet")
            or k not in woorden(_BESTAND, "nooit_klein")
        )
    ):
        return i, i + 1, "doet iets"
    if k in voornamen() or onbekend:
        telt = gat.strip()[:1] in {",", "(", ":"} or (
            gat == " " and volgend in {"en", "is", "was"} and (onbekend or volgend == "en")
        )
        werkt = gat == " " and len(volgend) > 3 and volgend.endswith("t") and is_alledaags(volgend)
        if telt or werkt or _uit_plaats(o, i) or volgend[:1].isdigit() or not volgend:
            return i, i + 1, "vooraan"
    return None


def _met_tussenvoegsel(o: Ontleding, i: int) -> Treffer | None:
    """ "van Dijk", "El Amrani", "de jong 94": a tussenvoegsel and a name."""
    j = i
    while j + 1 < len(o.woorden) and j - i < 3 and is_tussenvoegsel(o, j) and _vast(o, j):
        j += 1
    w, eerste = o.woorden[j], o.woorden[i]
    k = kern(w)
    if j == i or eerste.k in {"in", "op", "te", "en", "a", "het"}:
        return None
    if _is_straat(k):
        return None
    if is_bekend_woord(o, j) and not (w.kap and in_lijst(k) and eerste.kap and j not in o.beschermde_woorden):
        return None
    if is_zeker(k):
        alleen_voornaam = not eerste.kap and k not in achternamen()
        return (j if alleen_voornaam else i), max(lees_naam(o, j), j + 1), "lijst"
    if w.kap and (
        in_lijst(k) or (eerste.kap and eerste.k not in {"de", "al", "la", "le"} and k not in gewone_woorden())
    ):
        return i, max(lees_naam(o, j, titel=True, zwak=True), j + 1), "tussenvoegsel en hoofdletter"
    volgend = o.woorden[j + 1].k if j + 1 < len(o.woorden) else ""
    vooraan = i == 0 and eerste.k == "de" and j == i + 1 and k in woorden(_BESTAND, "met_de")
    if (
        vooraan
        and o.tussen(j) == " "
        and (volgend in woorden(_BESTAND, "mens_doet") or volgend[:1].isdigit() or volgend == "geb")
    ):
        return i, j + 1, "de en naam"
    return None


def _vast(o: Ontleding, j: int) -> bool:
    """Whether tussenvoegsel `j` is joined to the next word."""
    gat = o.tussen(j)
    return gat in (" ", "/", " '", "'", "-") or (gat in (".", ". ") and len(o.woorden[j].k) == 1)
