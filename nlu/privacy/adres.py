"""Addresses: a street and a house number, or a street after "woont" and "adres"."""

import re
from functools import lru_cache

from nlu.privacy.lijsten import plat, reeks, woorden
from nlu.privacy.medische_vorm import medische_vorm
from nlu.privacy.naamwoord import in_lijst, is_alledaags, is_bekend_woord
from nlu.privacy.ontleding import Ontleding
from nlu.privacy.tikfout import tikfout_van
from nlu.privacy.vondst import Vondst

_HUISNUMMER = re.compile(
    r"(?:-(?:west|oost|noord|zuid))? {1,2}(?:nr\.? ?|nummer |huisnr\.? ?|no\.? ?)?"
    r"([1-9]\d{0,3})(?!\d|[.,:]\d|[.,]?-\d{2,}|%)"
    r"(?:[ \-]?[a-z]-\d{1,3}(?!\d)|(?:[ \-/]?([a-z]{1,2})(?![^\W_]))|-(\d{1,3})(?!\d)|(?:bis|hs|rd|zw|"
    r"ws)(?![^\W_])|/\d{1,3})?"
    r"(?: (?:achter|boven|beneden|onder|loods|links|rechts|bis|hs|ws|zw|zwart|rd|rood|wit)(?![^\W_]))?"
    r"(?:[ ,]{1,2}(?:kmr|kamer|hs|huis|bis|app?|appartement|flat|verd\w*|\d(?:e|de|ste) (?:etage|"
    r"verd\w*))(?:[. ]{1,2}\d{1,3}[a-z]?)?(?![^\W_]))?"
)
_CONTEXT = re.compile(
    r"(?:adres(?: is| wordt| nu)?|adreswijziging|woont(?: nu| al| sinds \w+)?(?: op| aan| in)?(?: de| het)?|"
    r"woonachtig(?: op| aan)?|verhuisd naar|verhuist naar|verhuizing naar|wonend(?:e)?(?: op| aan)?|"
    r"woonplek|bezorgen op|bezorgadres|langs (?:op|bij)|gaat naar|komt van|thuis op|huis aan|"
    r"staat ingeschreven op|ingeschreven op|juiste is|moet zijn|nieuw|nieuwe adres|flat|kamer|nu op|postadres|"
    r"briefadres|zit nu op|nu op de|op de|aan de|op het|op)[ :.,]{1,2}$"
)


_WOONT = re.compile(
    r"(?<![^\W_])(?:adres(?: is| wordt| nu)?|woont(?: nu| al| sinds \w+)?|woonachtig|verhuisd|verhuist|wonend|"
    r"bewoner|inwonend|uit)(?: op| aan| in| naar)?(?: de| het)?[ :.,]{1,2}$"
)


_VOOR_ADRES = frozenset({"bij", "naar", "moet", "staat", "op", "aan", "in", "adres", "is", "nu"})


def _straatnaam_zonder_uitgang(o: Ontleding, i: int) -> bool:
    """A capital inside a sentence on a word that is no name, no ordinary word and not protected ("Rietkraag 18")."""
    k = o.woorden[i].k
    vreemd = len(k) > 4 and k.isalpha() and not in_lijst(k) and not is_alledaags(k) and not o.woorden[i].kapitalen
    return (
        vreemd
        and i not in o.beschermde_woorden
        and not is_bekend_woord(o, i)
        and not medische_vorm(k)
        and not tikfout_van(k)
    )


def zoek_adres(o: Ontleding) -> list[Vondst]:
    """Finds addresses: looks at every word that can end a street name, and reads the number behind it."""
    uit: list[Vondst] = []
    vorige_eind = 0
    for i, w in enumerate(o.woorden):
        if w.begin < vorige_eind or not w.k[0].isalpha():
            continue
        if vondst := _straat(o, i):
            uit.append(vondst)
            vorige_eind = vondst.eind
    return uit


def _straat(o: Ontleding, i: int) -> Vondst | None:
    """The address whose street name ends at word `i`."""
    w = o.woorden[i]
    nummer = _nummer(o, i)
    if not nummer and not w.k.endswith(_uitgangen()):
        return None
    begin = _begin(o, i)
    start = o.woorden[begin].begin
    if nummer and (i not in o.beschermde_woorden or begin < i):
        grond = _grond(o, i, begin=begin, nummer=nummer)
        return Vondst(start, nummer, "adres", grond=grond) if grond else None
    if len(w.k) > 7 and w.k.endswith(reeks("straten", "sterk")) and lijkt_straat(w.k) and _woont(o, start):
        return Vondst(start, w.eind, "adres", grond="straat")
    return None


def _grond(o: Ontleding, i: int, *, begin: int, nummer: int) -> str | None:
    """Why the words `begin` to `i` with a number behind them are a street, or None."""
    w = o.woorden[i]
    if begin < i and w.kap and (w.k.endswith(_uitgangen()) or o.woorden[begin].k == "hof"):
        return "straat en nummer"
    if lijkt_straat(w.k) and (w.kap or begin < i or (len(w.k) > 6 and w.k.endswith(_sterk()))):
        return "straat en nummer"
    eigennaam = w.kap and not o.begint_zin(i)
    if (eigennaam or (w.kap and begin < i)) and _aangekondigd(o, begin):
        return "naam en nummer"
    if eigennaam and _straatnaam_zonder_uitgang(o, i):
        return "onbekende naam en nummer"
    vorig = o.woorden[i - 1].k if i else ""
    if eigennaam and not in_lijst(w.k) and i not in o.beschermde_woorden and vorig in _VOOR_ADRES:
        return "onbekend woord en nummer"
    if w.kap and _adres_eromheen(o, nummer):
        return "postcode erachter"
    vreemd = len(w.k) > 5 and not is_alledaags(w.k) and not is_bekend_woord(o, i) and not in_lijst(w.k)
    return "woont en nummer" if vreemd and _woont(o, o.woorden[begin].begin) else None


def _woont(o: Ontleding, start: int) -> bool:
    return bool(_WOONT.search(o.plat[max(0, start - 30) : start]))


def lijkt_straat(woord: str) -> bool:
    """Whether a flattened word ends as street names do ("tulpstraat") and is no ordinary word."""
    geen = woord in woorden("straten", "geen_straat") or woord in woorden("beschermd", "woorden")
    return woord.endswith(_uitgangen()) and not geen


@lru_cache(maxsize=1)
def _uitgangen() -> tuple[str, ...]:
    return tuple(plat(u) for u in reeks("straten", "uitgangen"))


@lru_cache(maxsize=1)
def _sterk() -> tuple[str, ...]:
    return (
        *(plat(u) for u in reeks("straten", "sterk")),
        "dijk",
        "park",
        "burg",
        "zoom",
        "hove",
        "horst",
        "rode",
        "veld",
        "weide",
        "oord",
        "plaats",
    )


def _nummer(o: Ontleding, i: int) -> int | None:
    """The end of the house number behind word `i`."""
    m = _HUISNUMMER.match(o.plat, o.woorden[i].eind)
    if not m:
        return None
    volgend = re.match(r" ?([^\W\d_]+)", o.plat[m.end(1) : m.end(1) + 20])
    eerste = volgend[1] if volgend else ""
    if eerste in woorden("straten", "geen_huisnummer"):
        return None
    if m[2] and m[2] in woorden("straten", "geen_toevoeging"):
        return m.end(1)
    return m.end()


def _begin(o: Ontleding, i: int) -> int:
    """The first word of the street name that ends at word `i`."""
    voor = woorden("straten", "voor")
    begin = i
    while begin > 0 and i - begin < 5 and o.voor(begin) in (" ", ". ", "'", "-"):
        vorig = o.woorden[begin - 1]
        mag = (vorig.kap and not o.begint_zin(begin - 1)) or vorig.k in voor
        if not mag or begin - 1 in o.beschermde_woorden:
            break
        begin -= 1
    while (
        begin < i
        and o.woorden[begin].k in {"op", "aan", "in", "van", "te", "de", "der", "den", "het"}
        and not o.woorden[begin].kap
    ):
        begin += 1
    return begin


def _aangekondigd(o: Ontleding, begin: int) -> bool:
    eind = o.woorden[begin].begin
    return bool(_CONTEXT.search(o.plat[max(0, eind - 30) : eind]))


def _adres_eromheen(o: Ontleding, eind: int) -> bool:
    return bool(re.match(r"[ ,.\-]{1,3}(?:\x00|[1-9]\d{3} ?[a-z]{2}(?![^\W_]))", o.plat[eind : eind + 12]))
