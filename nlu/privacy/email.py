"""E-mail addresses, also with "(at)" or "apenstaartje"."""

import re

from nlu.privacy.ontleding import Ontleding
from nlu.privacy.vondst import Vondst

_LINKS = re.compile(r"[\w.+\-]+$")
_RECHTS = re.compile(r"\s?[\w\-]+(?:\.[\w\-]+)+")
_AAPJE = re.compile(r"@| ?[(\[]at[)\]] ?| ?apenstaart(?:je)? ?")
_LANGST = 80


def zoek_email(o: Ontleding) -> list[Vondst]:
    """Finds e-mail addresses: looks outwards from each @, so that long texts stay fast."""
    uit: list[Vondst] = []
    for m in _AAPJE.finditer(o.plat):
        links = _LINKS.search(o.plat[max(0, m.start() - _LANGST) : m.start()])
        rechts = _RECHTS.match(o.plat, m.end())
        if links and rechts:
            begin = m.start() - (links.end() - links.start())
            uit.append(Vondst(begin, rechts.end(), "email", grond="vorm"))
    return uit
