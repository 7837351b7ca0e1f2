"""E-mail addresses, also with "(at)" or "apenstaartje"."""

import re

from nlu.privacy.ontleding import Ontleding
from nlu.privacy.vondst import Vondst

_LINKS = re.compile(r"[\w.+\-]+$")
_RECHTS = re.compile(r"\s?[\w\-]+(?:\.[\w\-]+)+|[a-z][\w\-]{2,}(?:,[a-z]{2,4}(?![^\W_]))?")
_AAPJE = re.compile(r"@| ?[(\[]at[)\]] ?| ?apenstaart(?:je)? ?")
_UITGESPROKEN = re.compile(
    r"[a-z0-9_\-.]{1,40}(?: punt [a-z0-9_\-]{1,40}){0,3} (?:apenstaartje?|at) [a-z0-9\-]{1,40}(?:(?: punt |"
    r"\.)[a-z]{2,12}){1,2}(?![^\W_])"
)
_LANGST = 80


def zoek_email(o: Ontleding) -> list[Vondst]:
    """Finds e-mail addresses: looks outwards from each @, so that long texts stay fast."""
    uit = [Vondst(m.start(), m.end(), "email", grond="uitgesproken") for m in _UITGESPROKEN.finditer(o.plat)]
    for m in _AAPJE.finditer(o.zonder(uit).plat if uit else o.plat):
        links = _LINKS.search(o.plat[max(0, m.start() - _LANGST) : m.start()])
        rechts = _RECHTS.match(o.plat, m.end())
        if links and rechts:
            begin = m.start() - (links.end() - links.start())
            uit.append(Vondst(begin, rechts.end(), "email", grond="vorm"))
    return uit
