"""Age (leeftijd) and band (leeftijdsgroep): "82", "dochter (12)", "eind 70", "zestiger"; not house numbers or times."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlu.labels import LEEFTIJDSGROEPEN
from nlu.tekst import Tekst

JAAR_NU_STANDAARD = 2026  # only where the caller gives no year

_TIENTAL = {"twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80,
            "negentig": 90, "honderd": 100}  # fmt: skip
_EEN = {"een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9}
_TELWOORD = {
    **_EEN, "nul": 0, "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15,
    "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19, **_TIENTAL,
    **{f"{e}{'en'}{t}": w + v for e, w in _EEN.items() for t, v in _TIENTAL.items() if v < 100},
}  # fmt: skip
_GETAL = r"(?:\d{1,3}|" + "|".join(sorted(_TELWOORD, key=len, reverse=True)) + ")"
_TIEN = r"(?:[2-9]0|100|" + "|".join(_TIENTAL) + ")"

_PERSOON = (
    r"(?:mw|mevr?|mevrouw|mvr|mevrouwtje|dhr|hr|mnr|meneer|heer|pt|ptn|pat|patiente?|man|vrouw|vr|dame|jongen|meisje|"
    r"knul|gast|jongeman|weduwe|weduwnaar|zoon(?:tje)?|zn|dochter(?:tje)?|dtr|kind|client|cliente|opa|oma|"
    r"moeder|vader|"
    r"ma|pa|zus|broer|m|v|hij|zij|ze|is|wordt|van|ben|bin|ik|leerling|gepensioneerde?|puber|student|studente|"
    r"tante|oom|vriendin|kleinzoon|kleindochter)"
)
# what shows that the number is no age: times, counts, measures, money, places
_NIET_VOOR = re.compile(
    r"(?:\b(?:om|tot|sinds|vanaf|rond|na|voor|over|groep|klas|kamer|nr|nummer|huisnummer|bus|lijn|tram|metro|bmi|"
    r"rr|pols|temp|a4|etage|verdieping|maat|week|weken|wk|€|euro|met|x|tsh|hb|crp|zeker|al|blok|flat|toestel|tel|"
    r"afd|route|optie|kanaal|havo|vwo|vmbo|mavo|afgelopen|laatste|komende|eerste|ruim|bijna|nog|elke|iedere|"
    r"om de|per|die|"
    r"paar|ongeveer|zo'n|meer dan|langer dan|minder dan|getrouwd|samen|geleden|duurt?|binnen|en|of|a|zo|wel|dan|geen)|"
    r"straat|laan|weg|plein|hof|kade|singel|dreef|pad|gracht)\s*$"
)
_NIET_NA = re.compile(
    r"(?:\s*(?:[.,:]\d|[x%€°/]|-\d)|\s*(?:uur|u|uurtjes|min\w*|sec\w*|keer|maal|x|kg|kilo\w*|cm|meter|m2|km|"
    r"mg|ml|g|gram|"
    r"weken|week|wkn|wk|mnd|maand\w*|dagen|dgn|dag|dagdelen|euro|eur|kinderen|kids|kind|katten|hoog|procent|"
    r"personen|mensen|"
    r"man|stuks|pillen|tabl\w*|glazen|flessen|biertjes|brieven|nachten|trappen|treden|huizen|jaar (?:na|nadat|"
    r"voordat|als|weg|dezelfde|op rij|mantel\w*|thuis|geleden|getrouwd|lang|"
    r"samen|bij|niet|gewoond|gewerkt|weduw\w+|in|niemand|ziek|gescheiden|terug|op|aan|gerookt|later|geen|"
    r"naast|huwelijk|"
    r"met|dood|eerder|alleen|voor|zonder|nederland|al|huisvrouw|man)|jr (?:na|nadat|weg|thuis|geleden|"
    r"getrouwd|samen|lang|bij|in|terug|"
    r"gescheiden|alleen|op|weduw\w+|huwelijk)|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|"
    r"november|december|jan|feb|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec|x|e|ste|de|graden|gr|rechtop|halen|"
    r"voor|bij)\b)"
)


@dataclass(frozen=True)
class Leeftijd:
    """What the text says of an age: exact years or only a range, with its place in `Tekst.plat`."""

    van: int
    tot: int
    begin: int
    punten: int = 0

    @property
    def jaren(self) -> int | None:
        """The exact age, None for a range."""
        return self.van if self.van == self.tot else None

    @property
    def groep(self) -> str | None:
        """The band, only when the whole range lies inside one."""
        groep = leeftijdsgroep(self.van)
        return groep if groep == leeftijdsgroep(self.tot) else None


def leeftijdsgroep(jaren: int) -> str:
    """The band of the protocol that holds this age."""
    for groep in LEEFTIJDSGROEPEN[:-1]:
        if jaren <= int(groep.split("-")[1]):
            return groep
    return LEEFTIJDSGROEPEN[-1]


def getal(woord: str) -> int:
    """A number in digits or words."""
    return int(woord) if woord.isdigit() else _TELWOORD[woord]


_PATRONEN: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(rf"\b({_GETAL})[ -]?(?:jarige?|(?:jr|jaar|jaartjes|lentes) (?:oud|jong))\b"), 6),
    (re.compile(rf"\b({_GETAL}) ?(?:jr|jaar|j)\b"), 3),
    (re.compile(rf"\b(?:leeftijd|lft|wordt|werd|net|bijna|inmiddels|nu|ruim)[: ]+({_GETAL})\b(?: geworden)?"), 3),
    (re.compile(rf"\b{_PERSOON}\.?,? (?:is )?(?:(?:van|nu|net|bijna) )?\(?({_GETAL})\b"), 4),
    (re.compile(rf"\(({_GETAL})(?: ?jr| ?jaar)?[,)]"), 4),
    (re.compile(rf"\(\w[\w ]{{0,20}}, ?({_GETAL})\)"), 4),
    (re.compile(rf"(?:^|[,.;] ?)({_GETAL})(?=\s*(?:[,.;]|$| jr| woont| uit))"), 2),
    (re.compile(rf"^({_GETAL})\b"), 1),
    (re.compile(r"\b(?:m|v|vr|mw|mevr|dhr|pt)\.?(\d{2})\b"), 4),
    (
        re.compile(
            rf"\b(?:jongen|meisje|meid|knul|man|vrouw|zoon(?:tje)?|dochter(?:tje)?|kind) v[/.]?d?\.? ({_GETAL})\b"
        ),
        4,
    ),
    (re.compile(rf"\b(?:zij|ze|hij|ie|mw|dhr)? ?zelf (?:is )?(?:(?:ze|hij|zij|ie|ook|al|pas|nu) )*({_GETAL})\b"), 5),
    (re.compile(rf"\b[a-z]{{4,}},? ({_GETAL}) (?:jr|jaar)\b"), 3),
    (re.compile(r"\b[a-z]{3,},? (\d{2})(?=[,.;)]|$)"), 1),
)
_BEREIK = (
    (re.compile(rf"\bbegin (?:de |in de )?({_TIEN})"), 0, 3),
    (re.compile(rf"\b(?:halverwege|midden|mid|medio) (?:in )?(?:de )?({_TIEN})"), 4, 6),
    (re.compile(
        rf"\b(?:eind|achter in de|dik in de|ver in de|diep in de|hoog in de) ?(?:de |in de )?({_TIEN})"), 7, 9),
    (re.compile(rf"\b(?:vroeg|net|begin) in de ({_TIEN})"), 0, 3),
    (re.compile(rf"\bin de ({_TIEN})\b"), 0, 9),
    (re.compile(rf"\b({_TIEN})-?\s?(?:plusser|plus\b|\+)"), 0, 25),
    (re.compile(r"\b(\d\d)\s?\+(?!\d)"), 0, 25),
    (re.compile(rf"\b(?:ruim |ver |dik )?(?:over|boven|voorbij) de ({_TIEN})\b"), 1, 9),
)  # fmt: skip
_TIGER = re.compile(r"\b(" + "|".join(_TIENTAL) + r")(?:er|ers)\b")
_GEBOREN = re.compile(
    r"\b(?:geb(?:oren)?|gebj|bouwjaar|van)\.?(?: in| op)?(?: \d{1,2}[-/. ](?:\d{1,2}|"
    r"[a-z]{3,9})[-/. ])? ?((?:19|20)\d\d)\b"
)
_GETROUWD = re.compile(
    r"\b(?:vader|moeder|zoon(?:tje)?|dochter(?:tje)?|dtr|man|vrouw|partner|buurvrouw|buurman|vriendin|zus|"
                       r"broer|echtgeno+te?|kind|kleinkind|zn|oma|opa|baby)\b")  # fmt: skip


def _exact(plat: str) -> Iterator[Leeftijd]:
    gezien: dict[int, Leeftijd] = {}
    for patroon, punten in _PATRONEN:
        for m in patroon.finditer(plat):
            voor, na = plat[max(0, m.start(1) - 14) : m.start(1)], plat[m.end(1) : m.end(1) + 24]
            jaren = getal(m[1])
            zeker = punten >= 4
            if (
                jaren > 110
                or (jaren < 13 and punten < 6 and not m[1].isdigit())
                or _NIET_NA.match(na)
                or (not zeker and _NIET_VOOR.search(voor))
            ):
                continue
            nodig = 3 if jaren > 20 and jaren % 10 else 4  # "twintig jaar" is a time, "tweeentachtig jaar" an age
            if re.search(r"[\d:/€-]$|\d[.,]$", voor) or (not m[1].isdigit() and punten < nodig):
                continue
            oud = gezien.get(m.start(1))
            if oud is None or oud.punten < punten:
                gezien[m.start(1)] = Leeftijd(jaren, jaren, m.start(1), punten)
    yield from gezien.values()


def _bereiken(plat: str) -> Iterator[Leeftijd]:
    for patroon, van, tot in _BEREIK:
        for m in patroon.finditer(plat):
            basis = getal(m[1])
            if re.match(r"\s*(?:euro|kilo|kg|km|uur|jaren\b)", plat[m.end() :]):
                continue
            yield Leeftijd(basis + van, min(basis + tot, 110), m.start(), 4)
    for m in _TIGER.finditer(plat):
        basis = _TIENTAL[m[1]]
        voor = plat[max(0, m.start() - 12) : m.start()]
        if voor.endswith(("eind ", "late ", "oude ")):
            yield Leeftijd(basis + 7, basis + 9, m.start(), 5)
        elif voor.endswith(("begin ", "vroege ", "jonge ")):
            yield Leeftijd(basis, basis + 3, m.start(), 5)
        else:
            yield Leeftijd(basis, basis + 9, m.start(), 4)


def leeftijden(tekst: Tekst, *, jaar_nu: int = JAAR_NU_STANDAARD) -> list[Leeftijd]:
    """All ages in the text, in order of place."""
    plat = tekst.plat
    alle = [*_exact(plat), *_bereiken(plat)]
    for m in _GEBOREN.finditer(plat):
        jaren = jaar_nu - int(m[1])
        if 0 <= jaren <= 110 and m[0].startswith("geb"):
            alle.append(Leeftijd(max(0, jaren - 1), jaren, m.start(), 5))
    uit: list[Leeftijd] = []
    for een in sorted(alle, key=lambda le: (le.begin, -le.punten)):
        dubbel = [a for a in uit if abs(a.begin - een.begin) < 14 and (a.jaren is None or een.jaren is None)]
        if not dubbel:
            uit.append(een)
        elif een.jaren is None and dubbel[0].jaren is not None and een.begin <= dubbel[0].begin:
            uit[uit.index(dubbel[0])] = een
    return uit


_BELLER = re.compile(
    r"\b(?:vader|moeder|zoon|dochter|dtr|man|vrouw|partner|zus|broer|buurvrouw|buurman|vriendin|opa|oma|nicht|"
    r"neef|ouders?|"
    r"schoondochter|schoonzoon|kleindochter|tante|mantelzorger|juf|docent|leerkracht)(?: \w+){0,2} "
    r"(?:belt|aan de (?:lijn|telefoon|balie)|vraagt|mailt|meldt|aan de tel)(?: \w+){0,4} (?:voor|over|namens|mbt|om)"
)


def lees_leeftijd(tekst: Tekst, *, jaar_nu: int = JAAR_NU_STANDAARD) -> Leeftijd | None:
    """The patient's age: the one that is said of the patient when several people's ages are named."""
    alle = leeftijden(tekst, jaar_nu=jaar_nu)
    if not alle:
        return None
    sterk = [le for le in alle if le.punten >= 3]
    if len(alle) == 1:
        return alle[0]
    kandidaten = sterk or alle
    beller = _BELLER.search(tekst.plat)
    if beller:
        na = [le for le in kandidaten if le.begin >= beller.end() - 4]
        if na:
            return na[0]
    return max(kandidaten, key=lambda le: (_over_patient(tekst.plat, le.begin), le.punten >= 3, -le.begin))


_PATIENT_VOOR = re.compile(
    r"(?:\b(?:mw|mevr?|mevrouw|mvr|dhr|meneer|mnr|hr|pt|ptn|patiente?|vr|client\w*)\b[^.;]{0,14}|^[^a-z0-9]*)$"
)
_ANDER_VOOR = re.compile(
    r"\b(?:haar|zijn|z'n|d'r|hun|een|de|met|van|voor|over|en|drie|twee|\d) ?(?:oudste|jongste|demente|zieke)? ?"
    r"(?:man|vrouw|zoon\w*|dochter\w*|moeder|vader|kind\w*|partner|zus|broer|kleinzoon|kleindochter|baby|"
    r"jongens|meisjes|dtr|zn|"
    r"echtgenoo?t\w*|buurvrouw|buurman|vriend\w*)\b[^.;]{0,8}$"
)


def _over_patient(plat: str, begin: int) -> int:
    voor = plat[max(0, begin - 34) : begin]
    if _PATIENT_VOOR.search(voor):
        return 2
    return 0 if _ANDER_VOOR.search(voor) else 1
