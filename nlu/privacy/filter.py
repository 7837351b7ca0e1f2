"""The privacy gate (de poort): what identifies a person or is medical is cut before anything is kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from nlu.privacy.adres import zoek_adres
from nlu.privacy.bsn import zoek_bsn
from nlu.privacy.email import zoek_email
from nlu.privacy.geboortedatum import zoek_geboortedatum
from nlu.privacy.medisch import zoek_medisch
from nlu.privacy.naam import zoek_naam
from nlu.privacy.ontleding import Ontleding
from nlu.privacy.postcode import zoek_postcode
from nlu.privacy.samenvoegen import voeg_samen
from nlu.privacy.telefoon import zoek_telefoon
from nlu.privacy.vondst import Vondst
from nlu.tekst import Tekst

_CIJFERS = (zoek_email, zoek_bsn, zoek_telefoon, zoek_geboortedatum, zoek_postcode, zoek_adres)


@dataclass(frozen=True)
class Filtering:
    """The cleaned text and what was cut from it, in order and without overlaps."""

    schoon: str
    gevonden: tuple[Vondst, ...]


def filter_tekst(tekst: str | Tekst, *, doc: Any = None, beschermd: Iterable[str] = ()) -> Filtering:
    """Cuts names, addresses, numbers and medical facts from a text; each find is replaced by "[soort]".

    Args:
        tekst: the text as typed, of any length and content, flattened already or not.
        doc: the spaCy Doc of the text; not used by the recognisers now (see `nlu.spacy_nl` for why).
        beschermd: names that may stay, besides those of data/lijsten/beschermd.yml.
    """
    del doc
    o = Ontleding.van(tekst, beschermd=beschermd)
    _ = o.beschermde_woorden  # worked out here, once, with the words; `zonder` hands them on
    vondsten: list[Vondst] = []
    for zoek in _CIJFERS:
        vondsten += zoek(o.zonder(vondsten) if vondsten else o)
    rest = o.zonder(vondsten) if vondsten else o
    medisch = zoek_medisch(rest)
    weg = _woorden_in(o, vondsten)
    namen = zoek_naam(rest, bezet=_woorden_in(o, medisch) | weg)
    gevonden = tuple(o.naar_origineel(v) for v in voeg_samen(o, [*vondsten, *medisch, *namen]))
    return Filtering(_schoon(o.tekst.origineel, gevonden), gevonden)


def _woorden_in(o: Ontleding, vondsten: Iterable[Vondst]) -> frozenset[int]:
    """The numbers of the words that a find touches."""
    bezet = bytearray(len(o.tekst.plat))
    for v in vondsten:
        bezet[v.begin : v.eind] = b"\x01" * (v.eind - v.begin)
    return frozenset(n for n, w in enumerate(o.woorden) if 1 in bezet[w.begin : w.eind])


def _schoon(tekst: str, gevonden: Iterable[Vondst]) -> str:
    delen: list[str] = []
    vorige = 0
    for v in gevonden:
        delen += [tekst[vorige : v.begin], f"[{v.soort}]"]
        vorige = v.eind
    return "".join([*delen, tekst[vorige:]])
