"""Postcodes: four digits and two letters, without the year that stands before a short word."""

import re

from stdnum.nl import postcode as toets

from nlu.privacy.lijsten import woorden
from nlu.privacy.ontleding import Ontleding
from nlu.privacy.vondst import Vondst

_VORM = re.compile(r"(?<![\w.,/\-])([1-9]\d{3})( {0,2}|-)([a-z]{2})(?![\w'])")
_AANGEKONDIGD = re.compile(r"(?<![^\W_])(?:postcode|pc|postc)[ .:]{1,3}(?:is )?([1-9]\d{3})(?![\d.,]| gebied)")
_MATEN = frozenset({"mg", "kg", "km", "cm", "ml", "mm", "kw", "kb", "mb", "gb"})


def zoek_postcode(o: Ontleding) -> list[Vondst]:
    """Finds postcodes; apart in lower case only when the letters are no word and the digits no year."""
    uit = [
        Vondst(m.start(), m.end(), "postcode", grond="vorm")
        for m in _VORM.finditer(o.plat)
        if toets.is_valid(m[1] + m[3]) and _telt(o, m)
    ]
    rest = o.zonder(uit).plat
    uit += [Vondst(m.start(1), m.end(1), "postcode", grond="aankondiging") for m in _AANGEKONDIGD.finditer(rest)]
    return uit


def _telt(o: Ontleding, m: re.Match[str]) -> bool:
    getypt = o.tekst.stuk(m.start(3), m.end(3))
    if not m[2]:
        return m[3] not in _MATEN
    if getypt.isupper():
        return True
    jaar = 1900 <= int(m[1]) <= 2039
    return m[3] not in woorden("straten", "geen_postcodeletters") and not jaar
