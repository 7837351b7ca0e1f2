"""Ages that are only a range: "eind 70", "zestiger", "bijna 90", "75+", a birth year, "kleuter"."""

import re
from collections.abc import Iterator

from nlu.feiten.getal import GETAL, TIEN, TIENTAL, getal
from nlu.feiten.leeftijdswaarde import OUDST, Leeftijd

# of a ten: where the range begins and ends, counted from it
_TIENTALLEN = (
    (re.compile(rf"\b(?:begin|vroeg in de|net in de|prille?) (?:de |in de )?({TIEN})(?!\d)"), 0, 3),
    (re.compile(rf"\b(?:halverwege|midden|mid|medio) (?:in )?(?:de )?({TIEN})(?!\d)"), 4, 6),
    (re.compile(rf"\b(?:eind|einde|achter ?in(?: de)?|laat in(?: de)?) ?(?:de |in de )?({TIEN})(?!\d)"), 7, 9),
    (re.compile(rf"\b(?:dik|ver|diep|hoog) in de ({TIEN})(?!\d)"), 4, 9),
    (re.compile(rf"\bin de ({TIEN})(?!\d)\b"), 0, 9),
    (re.compile(rf"\b({TIEN})-? ?(?:plusser|plus\b|\+)"), 0, 25),
    (re.compile(r"\b(\d\d) ?\+(?!\d)"), 0, 25),
    (re.compile(rf"\b(?:ruim |ver |dik )?(?:over|boven|voorbij|gepasseerd) de ({TIEN})(?!\d)\b"), 1, 9),
    (re.compile(rf"\bde ({TIEN}) (?:\w+ )?(?:voorbij|gepasseerd|over)\b"), 1, 9),
)  # fmt: skip
# of any age: "bijna 90", "rond de 50", "een jaar of zestig"
_ONGEVEER = (
    (re.compile(rf"\b(?:bijna|haast|tegen de|net geen|op een haar na) ({GETAL})(?![\w%])"), -2, -1),
    (re.compile(rf"\bruim (?:de )?({TIEN})(?![\w%])"), 0, 4),
    (re.compile(rf"(?:\b(?:rond|omstreeks|ongeveer|circa|ca\.?|zo'n)(?: de)?|[±~]) ?({GETAL})(?![\w%])"), -2, 2),
    (re.compile(rf"\b(?:jaar|jr) of ({GETAL})\b"), -2, 2),
)  # fmt: skip
_TIGER = re.compile(r"\b(?:(" + "|".join(TIENTAL) + r")|([2-9]0)'?)(?:er|ers)(?:s?-?crisis)?\b")
_MAAT = re.compile(
    r"[.,:]\d| "
    r"?(?:euro|kilo|kg|km|uur|u\b|jaren\b|min|m2|meter|procent|mensen|keer|x\b|cm|kinder|weken|wkn|mnd|maand|"
    r"dagen|jaar (?!oud|jong|en\b)|jr (?!oud)|\d|brieven|stuks|sollicitaties|mille|graden|boeken)"
)
_GEBOREN = re.compile(
    r"\b(?:geb(?:oren)?|geboortejaar|gebj|bouwjaar)\.?(?: in| op)?(?: \d{1,2}[-/. ](?:\d{1,2}|"
    r"[a-z]{3,9})[-/. ])? ?((?:19|20)\d\d)\b"
)
_KLEIN = re.compile(r"^\W*(?:\w+ )?(?:peuter|kleuter|dreumes|zuigeling|basisschoolkind)(?:tje)?\b(?! van | v )")


def _van_tiental(plat: str) -> Iterator[Leeftijd]:
    for patroon, van, tot in _TIENTALLEN:
        for m in patroon.finditer(plat):
            if not _MAAT.match(plat, m.end()):
                basis = getal(m[1])
                yield Leeftijd(basis + van, min(basis + tot, OUDST), m.start(), 4, m.end())
    for m in _TIGER.finditer(plat):
        basis = TIENTAL[m[1]] if m[1] else int(m[2])
        voor = plat[max(0, m.start() - 12) : m.start()]
        van, tot, punten = 0, 9, 4
        if voor.endswith(("eind ", "late ", "oude ")):
            van, punten = 7, 5
        elif voor.endswith(("begin ", "vroege ", "jonge ")):
            tot, punten = 3, 5
        yield Leeftijd(basis + van, basis + tot, m.start(), punten, m.end())


def _ongeveer(plat: str) -> Iterator[Leeftijd]:
    for patroon, van, tot in _ONGEVEER:
        for m in patroon.finditer(plat):
            basis = getal(m[1])
            if 5 < basis <= OUDST and not _MAAT.match(plat, m.end()):
                yield Leeftijd(basis + van, basis + tot, m.start(), 3, m.end())


def bereiken(plat: str, *, jaar_nu: int) -> Iterator[Leeftijd]:
    """Every range that the flattened text names."""
    yield from _van_tiental(plat)
    yield from _ongeveer(plat)
    for m in _GEBOREN.finditer(plat):
        jaren = jaar_nu - int(m[1])
        if 0 <= jaren <= OUDST:
            yield Leeftijd(max(0, jaren - 1), jaren, m.start(), 5, m.end())
    klein = _KLEIN.search(plat)
    if klein:
        yield Leeftijd(1, 11, klein.start(), 1, klein.end())
