"""Rules and classifier of one question put together: which of them decides, and when neither may."""

import json
import re
from collections.abc import Callable, Sequence
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
from nlu.labels import BELEMMERINGEN, LEEFGEBIEDEN
from nlu.tekst import Tekst
from nlu.vlagpatroon import zoek_vlaggen

NUL = "null"
GEEN_VAN_ALLES = '"geen"'
_MEERVOUD = ("belemmeringen", "voorstel")
_DREMPEL = 0.4  # chance from which the classifier may decide where the rules do not
_DREMPEL_NAAST = 0.55  # chance from which an obstacle counts beside others
_DREMPEL_GENOEMD = 0.15  # the same where the words name it too
_ZEKER_NUL = 0.6  # chance of no answer from which the words that name an obstacle do not count
_DREMPEL_GEEN = 0.5  # the same for "geen" at veilig
_ANDERS_DAN_GEEN = 0.4  # chance of anything else at which "geen" is not sure enough
_DREMPEL_BUITEN = 0.5  # chance of another gemeente than ours
_DREMPEL_KLACHT = 0.7  # chance from which a complaint is not made an acute one
_VETO_JA = 0.04  # a yes of the rules that the classifier finds less likely than this is no answer
_KNOPWOORDEN = ("versturen", "verstuur", "aanpassen", "annuleren")
_STUURT = re.compile(r"\b(?:ver|op|door|toe)?(?:stu+r|zend|zond)\w*|\b(?:naar de contactpersoon|verzending)\b")


_RESERVE = re.compile(r"\b(?:maar|alleen|behalve|hoewel|wel)\b")


_NIET_STUREN = re.compile(
    r"\b(?:al (?:ver|door|op)\w+|net|pas|kopie|voorbeeld|mail|mailtje|bericht terug|je|jij|jullie|heb ik|is (?:hij|"
    r"het|ie|dat)|had|"
    r"gisteren|zo meteen|"
    r"ik (?:ver)?stuur|(?:ver)?stu(?:ur|urt|ren|urde) (?:ik|je|jij|jullie|we|wij|ze|zij|hij|doet)|"
    r"verstuurde?(?! (?:(?:mag|kan) )?(?:worden|maar)))\b|"
    r"\b(?:niet|geen|niks|niets|nooit|nog|of|toch|afzien|vervallen|alleen|eerst|na (?:het|de)|schudt|"
    r"wie|waar\w*|wanneer|hoe|waarom|welke|wat|wordt|werd|zou|zijn vrouw|haar man|zodra|als|bijna|klaar om|huisarts|"
    r"dokter|ik (?:het|dit|dat)|tuurlijk|dat doet|"
    r"collega)\b"
)


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


def _voorstel(kansen: dict[str, float]) -> list[int] | None:
    beste, deel = _enkel(kansen)
    if beste == NUL or deel < 0.3:
        return None
    if beste == "[]":
        return [] if deel >= _DREMPEL else None
    return sorted(int(k) for k, kans in kansen.items() if k not in (NUL, "[]") and kans >= _DREMPEL) or None


def _belemmeringen(tekst: Tekst, kansen: dict[str, float]) -> list[str] | None:
    """The obstacles that the words name and those that the classifier finds likely, without what goes well."""
    beste, deel = _enkel(kansen)
    if beste == "[]":
        return [] if deel >= _DREMPEL else None
    if beste == NUL and deel >= _ZEKER_NUL:
        return None
    gekozen = {beste} if beste != NUL and kansen[beste] >= _DREMPEL else set()
    gekozen |= {k for k, kans in kansen.items() if k in BELEMMERINGEN and kans >= _DREMPEL_NAAST}
    gekozen |= {k for k in belemmeringen.zeker(tekst) if kansen.get(k, 0.0) >= _DREMPEL_GENOEMD}
    goed = belemmeringen.lukt_wel(tekst.plat)
    if goed and not gekozen - goed and not _RESERVE.search(tekst.plat):
        return []
    gekozen -= goed
    return [i for i in BELEMMERINGEN if i in gekozen] or None


def _knopwoord(woord: str) -> str | None:
    """One of the three button words with a typing error; "verstuurd" tells of something else and is none."""
    raak = process.extractOne(woord, _KNOPWOORDEN, scorer=fuzz.ratio, score_cutoff=80)
    if not raak or "stor" in woord:  # "verstoren"
        return None
    if raak[0].startswith("verstu"):
        return "versturen" if woord.startswith("ve") and not woord.endswith("d") else None
    return str(raak[0])


def _bevestigen(tekst: Tekst, kansen: dict[str, float]) -> Any:
    beste, deel = _enkel(kansen)
    plat = kaal(tekst)
    if " " not in plat:
        return _knopwoord(plat)
    onzeker = bool(TWIJFEL.search(plat) or WACHT.search(plat))
    if beste == '"versturen"':
        vuil = onzeker or any(p.search(plat) for p in (VOORWAARDE, _NIET_STUREN)) or is_vraag(plat) or "?" in tekst.plat
        return "versturen" if deel >= _DREMPEL and _STUURT.search(plat) and not vuil else None
    onzeker = onzeker or bevestigen.nog_niet(plat)
    return json.loads(beste) if beste != NUL and deel >= _DREMPEL and not onzeker else None


def _veilig(plat: str, kansen: dict[str, float]) -> Any:
    """The stop list by the classifier; "none of these" only when the words deny and nothing else is likely."""
    beste, deel = _enkel(kansen)
    tegen = (GEEN_VAN_ALLES, NUL, '"klacht"') if veilig.ontkent_klacht(plat) else (GEEN_VAN_ALLES, NUL)
    anders = max(k for naam, k in kansen.items() if naam not in tegen)
    if beste in (GEEN_VAN_ALLES, NUL) and veilig.zegt_geen(plat):
        ruim = veilig.ontkent_lijst(plat) and deel >= _DREMPEL
        zeker = beste == GEEN_VAN_ALLES and deel >= _DREMPEL_GEEN and kansen[NUL] <= _ANDERS_DAN_GEEN
        if (ruim or zeker) and anders <= _ANDERS_DAN_GEEN:
            return "geen"
    return json.loads(beste) if beste not in (GEEN_VAN_ALLES, NUL) and deel >= _DREMPEL else None


def met_vlag(waarde: Any, tekst: Tekst, *, kansen: dict[str, float] | None, vlaggen: Sequence[str]) -> Any:
    """The answer at veilig with the flags that the message was found to hold: a flag goes before anything but "geen".

    A new complaint is seldom acute: where words or classifier say so, and no pattern names a flag, it stays one.
    """
    if not vlaggen or waarde not in (None, "klacht", "twijfel"):
        return waarde
    los = [v for v in zoek_vlaggen(tekst) if v.hoe == "nu"]
    if waarde == "klacht" and vlaggen[0] == "acuut_medisch" and not los:
        beste, deel = _enkel(kansen) if kansen else ("", 0.0)
        if veilig.noemt_klacht(kaal(tekst)) or (beste == '"klacht"' and deel >= _DREMPEL_KLACHT):
            return waarde
    return vlaggen[0]


def met_leefgebieden(waarde: Any, tekst: Tekst, *, gevonden: Sequence[str]) -> Any:
    """The answer to the card with the leefgebieden that the message was found to hold, where it asks for more."""
    if waarde is not None or not gevonden or not leefgebieden.vult_aan(tekst):
        return waarde
    return {"erbij": [i for i in LEEFGEBIEDEN if i in gevonden], "eraf": []}


def _toestemming(tekst: Tekst, uitslag: Uitslag, kansen: dict[str, float]) -> Any:
    """Consent: a yes comes from the rules alone, and the classifier may refuse it; a no may come from both."""
    if uitslag.beslist:
        ja = isinstance(uitslag.waarde, dict) and uitslag.waarde["gegeven"]
        return None if ja and kansen["true"] < _VETO_JA else uitslag.waarde
    beste, deel = _enkel(kansen)
    nee = beste == "false" and deel >= 0.7 and not TWIJFEL.search(kaal(tekst)) and not is_vraag(kaal(tekst))
    return {"gegeven": False, "door": None} if nee else None


def _leefgebieden(tekst: Tekst, kansen: dict[str, float]) -> str | None:
    beste, deel = _enkel(kansen)
    anders = re.search(r"\b(?:niet|geen|bijna|maar|ongeveer|weg|bij|ook)\b", tekst.plat)
    return "klopt" if beste == "klopt" and deel >= _DREMPEL and not anders else None


def _wijk(tekst: Tekst, kansen: dict[str, float]) -> str | None:
    beste, deel = _enkel(kansen)
    return "buiten" if beste == "buiten" and deel >= _DREMPEL_BUITEN and wijk.kan_buiten(kaal(tekst)) else None


_PER_VRAAG: dict[str, Callable[[Tekst, dict[str, float]], Any]] = {
    "voorstel": lambda _, kansen: _voorstel(kansen),
    "belemmeringen": _belemmeringen,
    "bevestigen": _bevestigen,
    "leefgebieden": _leefgebieden,
    "wijk": _wijk,
    "veilig": lambda tekst, kansen: _veilig(kaal(tekst), kansen),
}


def kies_antwoord(vraag: str, tekst: Tekst, kansen: dict[str, float] | None, *, wijken: tuple[str, ...]) -> Any:
    """The answer to `vraag` as in docs/opdrachten.md, None when it is not clear enough to act on."""
    uitslag = regels_van(vraag, tekst, wijken=wijken)
    if not kansen:
        return uitslag.waarde
    if vraag == "toestemming":
        return _toestemming(tekst, uitslag, kansen)
    if uitslag.beslist:
        return uitslag.waarde
    if vraag in _PER_VRAAG:
        return _PER_VRAAG[vraag](tekst, kansen)
    beste, deel = _enkel(kansen)
    return json.loads(beste) if beste != NUL and deel >= _DREMPEL else None
