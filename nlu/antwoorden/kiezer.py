"""Rules and classifier of one question put together: which of them decides, and when neither may."""

import json
import re
from collections.abc import Sequence
from typing import Any

from rapidfuzz import fuzz, process

from nlu.antwoorden import (
    belemmeringen,
    bevestigen,
    keuze,
    leefgebieden,
    leeftijdsgroep,
    toestemming,
    veilig,
    voorstel,
    wijk,
)
from nlu.antwoorden.basis import TWIJFEL, VOORWAARDE, WACHT, Uitslag, is_vraag, kaal
from nlu.bestanden import Antwoordregel
from nlu.labels import BELEMMERINGEN
from nlu.tekst import Tekst

NUL = "null"
_MEERVOUD = ("belemmeringen", "voorstel")
_DREMPEL = 0.4  # chance from which the classifier may decide where the rules do not
_DREMPEL_GEEN = 0.5  # the same for "geen" at veilig
_VETO_JA = 0.06  # a yes of the rules that the classifier finds less likely than this is no answer
_KNOPWOORDEN = ("versturen", "verstuur", "aanpassen", "annuleren")
_STUURT = re.compile(
    r"\b(?:ver)?(?:stu+r|zend|zond)\w*|\b(?:door|eruit|deur uit|op de post|naar de contactpersoon|"
    r"verzending)\b"
)


_NIET_STUREN = re.compile(
    r"\b(?:niet|geen|niks|niets|nooit|nog|of|toch|afzien|vervallen|alleen|eerst|ik (?:het|dit|dat)|tuurlijk|dat doet|"
    r"collega)\b"
)
_NEE_VOOROP = re.compile(
    r"^(?:'?nee\w*|geen|gene|niets?|niks|nergens|neen|nop\w*|0|alles|heb|kan|n\.?v\.?t|lijst|da's|speelt niet|"
    r"ik vink niets|is niet)\b"
)
_TOCH_IETS = re.compile(
    r"\b(?:maar|alleen|wel (?!goed|oke)|behalve|wacht|bedoel\w*|pluis|ja|sinds|niet (?:na)?gevraagd|nog|nieuw\w*|"
    r"pijn\w*|klacht\w*|verkeerde|spoed|eten|verwarming|water|cent|uitgezonderd|hoewel|knobbel\w*|plek)\b"
)


def klassen(vraag: str, regels: Sequence[Antwoordregel]) -> tuple[str, ...]:
    """The classes that a question's classifier chooses from."""
    return tuple(sorted({k for r in regels for k in klassen_van(vraag, r.waarde)}))


def klassen_van(vraag: str, waarde: Any) -> tuple[str, ...]:
    """The classes of one value: several for a list, one for the rest."""
    if waarde is None:
        return (NUL,)
    if vraag in _MEERVOUD:
        return tuple(str(w) for w in waarde) or ("[]",)
    if vraag == "toestemming":
        return ("true" if waarde["gegeven"] else "false",)
    if vraag == "leefgebieden":
        return ("klopt",) if waarde == "klopt" else ("wijziging",)
    if vraag == "wijk":
        return ("buiten",) if waarde == "buiten" else ("wijk",)
    return (json.dumps(waarde, ensure_ascii=False),)


def regels_van(vraag: str, tekst: Tekst, *, wijken: tuple[str, ...]) -> Uitslag:
    """What the rules of this question make of the text."""
    if vraag == "wijk":
        return wijk.regels(tekst, wijken=wijken)
    if vraag in ("wens", "route", "contactroute"):
        return keuze.regels(tekst, vraag=vraag)
    per_vraag = {"veilig": veilig, "leefgebieden": leefgebieden, "leeftijdsgroep": leeftijdsgroep, "voorstel": voorstel,
                 "belemmeringen": belemmeringen, "toestemming": toestemming, "bevestigen": bevestigen}  # fmt: skip
    uitslag: Uitslag = per_vraag[vraag].regels(tekst)
    return uitslag


def _enkel(kansen: dict[str, float]) -> tuple[str, float]:
    som = sum(kansen.values()) or 1.0
    beste = max(kansen, key=lambda k: kansen[k])
    return beste, kansen[beste] / som


def _meervoud(vraag: str, kansen: dict[str, float]) -> Any:
    beste, deel = _enkel(kansen)
    if beste == NUL or deel < 0.3:
        return None
    if beste == "[]":
        return [] if deel >= _DREMPEL else None
    gekozen = {k for k, kans in kansen.items() if k not in (NUL, "[]") and kans >= 0.4}
    if vraag == "voorstel":
        return sorted(int(k) for k in gekozen) or None
    return [i for i in BELEMMERINGEN if i in gekozen] or None


def _bevestigen(tekst: Tekst, beste: str, deel: float) -> Any:
    plat = kaal(tekst)
    if " " not in plat:
        raak = process.extractOne(plat, _KNOPWOORDEN, scorer=fuzz.ratio, score_cutoff=80)
        return (raak[0].replace("verstuur", "versturen") if raak[0] == "verstuur" else raak[0]) if raak else None
    if beste == '"versturen"':
        onzeker = any(p.search(plat) for p in (TWIJFEL, VOORWAARDE, WACHT, _NIET_STUREN))
        vuil = onzeker or is_vraag(plat) or "?" in tekst.plat
        return "versturen" if deel >= _DREMPEL and _STUURT.search(plat) and not vuil else None
    return json.loads(beste) if beste != NUL and deel >= _DREMPEL else None


def kies_antwoord(vraag: str, tekst: Tekst, kansen: dict[str, float] | None, *, wijken: tuple[str, ...]) -> Any:
    """The answer to `vraag` as in docs/opdrachten.md, None when it is not clear enough to act on."""
    uitslag = regels_van(vraag, tekst, wijken=wijken)
    if not kansen:
        return uitslag.waarde
    beste, deel = _enkel(kansen)
    if vraag == "toestemming":
        if uitslag.beslist:
            ja = isinstance(uitslag.waarde, dict) and uitslag.waarde["gegeven"]
            return None if ja and kansen["true"] < _VETO_JA else uitslag.waarde
        nee = beste == "false" and deel >= 0.7 and not TWIJFEL.search(kaal(tekst)) and not is_vraag(kaal(tekst))
        return {"gegeven": False, "door": None} if nee else None
    if uitslag.beslist:
        return uitslag.waarde
    if vraag in _MEERVOUD:
        return _meervoud(vraag, kansen)
    if vraag == "bevestigen":
        return _bevestigen(tekst, beste, deel)
    if vraag == "leefgebieden":
        anders = re.search(r"\b(?:niet|geen|bijna|maar|ongeveer|weg|bij|ook)\b", tekst.plat)
        return "klopt" if beste == "klopt" and deel >= _DREMPEL and not anders else None
    if vraag == "wijk":
        return "buiten" if beste == "buiten" and deel >= 0.7 else None
    if vraag == "veilig" and beste == '"geen"':
        return "geen" if _zegt_geen(kaal(tekst)) and deel >= _DREMPEL_GEEN else None
    return json.loads(beste) if beste != NUL and deel >= _DREMPEL else None


def _zegt_geen(plat: str) -> bool:
    """True when an answer to the stop list opens with a denial and adds nothing that could be a complaint."""
    anders = any(p.search(plat) for p in (_TOCH_IETS, WACHT, TWIJFEL))
    return bool(_NEE_VOOROP.search(plat)) and not anders
