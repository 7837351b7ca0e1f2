"""Putting the finds of all recognisers together: no overlaps, in order."""

from collections.abc import Iterable
from dataclasses import replace

from nlu.privacy.ontleding import Ontleding
from nlu.privacy.vondst import Vondst

_RANG = ("email", "bsn", "telefoon", "geboortedatum", "postcode", "adres", "naam", "medisch")
_RAND = " ,;:-/\n\t"


def voeg_samen(o: Ontleding, vondsten: Iterable[Vondst]) -> list[Vondst]:
    """Keeps every covered place covered once: the surer kind keeps its span, others keep what is left of theirs."""
    gekozen: list[Vondst] = []
    for v in sorted(vondsten, key=lambda v: (_RANG.index(v.soort), v.begin, -v.eind)):
        gekozen += [stuk for rest in _resten(v, gekozen) if (stuk := _bijgesneden(o, rest))]
    return sorted(gekozen)


def _resten(v: Vondst, gekozen: list[Vondst]) -> list[Vondst]:
    """What of a find is not covered by those already chosen."""
    resten = [v]
    for g in gekozen:
        nieuw: list[Vondst] = []
        for r in resten:
            if g.eind <= r.begin or r.eind <= g.begin:
                nieuw.append(r)
                continue
            if r.begin < g.begin:
                nieuw.append(replace(r, eind=g.begin))
            if g.eind < r.eind:
                nieuw.append(replace(r, begin=g.eind))
        resten = nieuw
    return resten


def _bijgesneden(o: Ontleding, v: Vondst) -> Vondst | None:
    """A find without blanks and commas at its edges, or None when nothing is left."""
    begin, eind, plat = v.begin, v.eind, o.tekst.plat
    while begin < eind and plat[begin] in _RAND:
        begin += 1
    while eind > begin and plat[eind - 1] in _RAND:
        eind -= 1
    if not any(t.isalnum() for t in plat[begin:eind]):
        return None
    return replace(v, begin=begin, eind=eind)
