"""Phone numbers in every Dutch notation and from abroad; public lines may stay."""

import re

import phonenumbers

from nlu.privacy.lijsten import reeks
from nlu.privacy.ontleding import Ontleding
from nlu.privacy.vondst import Vondst

_TUSSEN = r"[ ._\-/]{0,3}"
_NEDERLANDS = re.compile(
    rf"(?<![\w+])(?:(?:\+|00) ?31{_TUSSEN}(?:\(0\){_TUSSEN})?|"
    rf"\(?[0o] ?)[1-9](?:{_TUSSEN}\d)?(?:{_TUSSEN}\d)?\)?(?:{_TUSSEN}\d){{6,8}}(?!\d)"
)
_MOBIEL_SLORDIG = re.compile(rf"(?<![\w+])[0o]6(?:{_TUSSEN}\d){{7,9}}(?![\d])")
_BUITENLAND = re.compile(r"(?<![\w])(?:\+|00) ?[1-9](?:[ .\-/()]{0,2}\d){7,13}(?!\d)")
_AANGEKONDIGD = re.compile(
    r"(?<![^\W_])(?:tel(?:efoon)?(?:nr|nummer)?|mob(?:iel)?|nr|nummer|06|bereikbaar(?: op)?|bel(?:len)? (?:op|"
    r"naar)?|gsm|vast)"
    r"[^\w\n\x00]{0,3}(?:is |op )?([1-9](?:[ .\-]?\d){6,8})(?![\w\-])"
)
_CIJFERWOORD = (
    r"(?:nul|tien|elf|twaalf|dertien|veertien|(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)"
    r"(?:tien|(?:en)?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig))?)"
)
_GESPROKEN_DEEL = rf"(?:[ ,\-]{{1,2}}(?:dubbel )?(?:{_CIJFERWOORD}|\d{{1,2}})(?![^\W_]))"
_UITGESPROKEN = re.compile(
    rf"(?<![^\W_])(?:(?:(?:nul|zero) zes|0 ?6){_GESPROKEN_DEEL}{{4,12}}|(?:nul|zes){_GESPROKEN_DEEL}{{6,12}})"
)
_OPENBAAR = ("0800", "0900", "0906", "0909", "088", "116")
_DATUM = re.compile(r"\d{1,2}[ .\-/]{1,3}\d{1,2}[ .\-/]{1,3}(?:19|20)\d\d")


def zoek_telefoon(o: Ontleding) -> list[Vondst]:
    """Finds phone numbers, leaving out public helplines and dates."""
    uit: list[Vondst] = []
    for vorm, grond in ((_NEDERLANDS, "vorm"), (_MOBIEL_SLORDIG, "mobiel"), (_BUITENLAND, "buitenland"),
                        (_AANGEKONDIGD, "aankondiging"), (_UITGESPROKEN, "uitgesproken")):  # fmt: skip
        rest = o.zonder(uit).plat
        for m in vorm.finditer(rest):
            groep = 1 if vorm is _AANGEKONDIGD else 0
            if _is_nummer(m[groep], grond):
                uit.append(Vondst(m.start(groep), m.end(groep), "telefoon", grond=grond))
    return uit


def _is_nummer(tekst: str, grond: str) -> bool:
    cijfers = re.sub(r"\D", "", tekst.replace("o", "0", 1) if tekst.lstrip("(").startswith("o") else tekst)
    if cijfers in reeks("beschermd", "hulplijnen") or cijfers.startswith(_OPENBAAR) or _DATUM.match(tekst):
        return False
    if grond == "buitenland":
        nummer = "+" + cijfers.removeprefix("00")
        try:
            return phonenumbers.is_possible_number(phonenumbers.parse(nummer))
        except phonenumbers.NumberParseException:
            return False
    if grond == "vorm":
        landelijk = "0" + cijfers.removeprefix("0031").removeprefix("31").lstrip("0")
        return len(landelijk) == 10
    return True
