"""Burgerservicenummers: the word "bsn" in front, or nine digits that pass the elfproef."""

import re

from stdnum.nl import bsn as elfproef

from nlu.privacy.ontleding import Ontleding
from nlu.privacy.vondst import Vondst

_AANGEKONDIGD = re.compile(
    r"(?<![^\W_])(?:bsn\w{0,6}|b\.s\.n\.?|burgerservice\w{0,8}|sofi\w{0,8}|service ?nummer)"
    r"[^\n\x00]{0,25}?(?<!\d)(\d(?:[ .\-]?\d){7,8})(?!\d)"
)
_LOS = re.compile(r"(?<![\w+.,\-/])(?<!\d )(\d(?:[ .\-]?\d){8})(?![\w\-]|[.,]\d| \d)")
_AANEEN = re.compile(r"(?<=\d )(?<!31 )(\d{9})(?![\w\-]|[.,]\d| \d)")
_ACHT = re.compile(r"(?<![\w+.,\-/])(\d{8})(?![\w\-]|[.,]\d)")
_ACHT_CIJFERS = re.compile(r"(?<![^\W_])(?:bsn|nul (?:er)?voor\w*|voorloopnul|acht cijfers|8 cijfers|burgerservice)")
_TELEFOONWOORD = re.compile(r"(?:tel|telnr|telefoon\w*|mob\w*|bel\w*|nummer|nr)[ .:]*$")


def zoek_bsn(o: Ontleding) -> list[Vondst]:
    """Finds burgerservicenummers; with the word in front also those that fail the elfproef: a typo hides nothing."""
    uit = [Vondst(m.start(1), m.end(1), "bsn", grond="aankondiging") for m in _AANGEKONDIGD.finditer(o.plat)]
    rest = o.zonder(uit).plat
    for m in (*_LOS.finditer(rest), *_AANEEN.finditer(rest)):
        cijfers = re.sub(r"\D", "", m[1])
        telefoon = _TELEFOONWOORD.search(rest[max(0, m.start() - 14) : m.start()])
        if elfproef.is_valid(cijfers) and not telefoon:
            uit.append(Vondst(m.start(1), m.end(1), "bsn", grond="elfproef"))
    if _ACHT_CIJFERS.search(rest):
        rest = o.zonder(uit).plat
        uit += [
            Vondst(m.start(1), m.end(1), "bsn", grond="elfproef, nul ervoor")
            for m in _ACHT.finditer(rest)
            if elfproef.is_valid("0" + m[1])
        ]
    return uit
