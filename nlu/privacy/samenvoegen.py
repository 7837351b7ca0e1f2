"""Putting the finds of all recognisers together: no overlaps, in order."""

from collections.abc import Iterable
from dataclasses import replace

from nlu.privacy.ontleding import Ontleding
from nlu.privacy.vondst import Vondst

_RANG = ("email", "bsn", "telefoon", "geboortedatum", "postcode", "adres", "naam", "medisch")
_RAND = " ,;:-/\n\t"


def voeg_samen(o: Ontleding, vondsten: Iterable[Vondst]) -> list[Vondst]:
    """Keeps every covered place covered once: the surer kind keeps its span, others keep what is left of theirs."""
    bezet = bytearray(len(o.tekst.plat))
    gekozen: list[Vondst] = []
    for v in sorted(vondsten, key=lambda v: (_RANG.index(v.soort), v.begin, -v.eind)):
        gekozen += [stuk for rest in _resten(v, bezet) if (stuk := _bijgesneden(o, rest))]
        bezet[v.begin : v.eind] = b"\x01" * (v.eind - v.begin)
    return sorted(gekozen)


def _resten(v: Vondst, bezet: bytearray) -> list[Vondst]:
    """What of a find is not covered by those already chosen."""
    resten: list[Vondst] = []
    begin = v.begin
    while begin < v.eind:
        if bezet[begin]:
            begin += 1
            continue
        eind = bezet.find(1, begin, v.eind)
        eind = v.eind if eind < 0 else eind
        resten.append(replace(v, begin=begin, eind=eind))
        begin = eind
    return resten


def _bijgesneden(o: Ontleding, v: Vondst) -> Vondst | None:
    """A find without blanks and commas at its edges, or None when nothing is left."""
    begin, eind, plat = v.begin, v.eind, o.tekst.plat
    while begin < eind and plat[begin] in _RAND:
        begin += 1
    while eind > begin and plat[eind - 1] in _RAND:
        eind -= 1
    if not any(map(str.isalnum, plat[begin : min(eind, begin + 40)])):
        return None
    return replace(v, begin=begin, eind=eind)
