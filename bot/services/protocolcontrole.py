"""What a protocol must be besides well-formed: own wording that fits, a complete consent text, numbers that work."""

import difflib
import re

import phonenumbers

from bot.domein.protocol import Protocol
from bot.services.teksten import Teksten, opsomming
from bot.services.toestemmingstekst import INVULPLEKKEN, MAX_WOORDEN, invulplekken, langste_toestemming
from bot.services.yamlbestand import Plek, YamlBestand

MAX_BERICHT = 4096
_NUMMER = re.compile(r"\b(?:112|113|0[89]00-?\d{4,7}|0\d{2,3}-?\d{6,7})\b")


def controleer_protocol(protocol: Protocol, bestand: YamlBestand, teksten: Teksten) -> None:
    """Checks a protocol against the texts that it uses.

    Raises:
        BestandFout: Something does not hold; names the line and the mend.
    """
    _controleer_nummers(protocol, bestand)
    for naam, tekst in protocol.teksten.items():
        _controleer_eigen_tekst(naam, tekst, bestand=bestand, teksten=teksten)
    _controleer_toestemming(protocol, bestand, teksten.met(protocol.teksten))


def nummers_in(tekst: str) -> frozenset[str]:
    """The telephone numbers of a text, without what separates the digits."""
    return frozenset(_kaal(nummer) for nummer in _NUMMER.findall(tekst))


def _kaal(nummer: str) -> str:
    return nummer.replace("-", "")


def _controleer_nummers(protocol: Protocol, bestand: YamlBestand) -> None:
    plekken: list[tuple[Plek, str]] = [
        (("spoedroute_telefoon",), protocol.spoedroute_telefoon),
        (("loket_telefoon",), protocol.loket_telefoon),
    ]
    plekken += [(("contactpersonen", nr, "telefoon"), p.telefoon) for nr, p in enumerate(protocol.contactpersonen)]
    plekken += [(("praktijken", nr, "telefoon"), p.telefoon) for nr, p in enumerate(protocol.praktijken)]
    for plek, nummer in plekken:
        if not _is_nummer(nummer):
            bestand.fout(plek, "telefoon", waarde=nummer)


def _is_nummer(nummer: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(nummer, "NL"))
    except phonenumbers.NumberParseException:
        return False


def _controleer_eigen_tekst(naam: str, tekst: str, *, bestand: YamlBestand, teksten: Teksten) -> None:
    plek = ("teksten", naam)
    if not teksten.heeft(naam):
        lijkt = difflib.get_close_matches(naam, teksten.namen(), n=3, cutoff=0.5) or teksten.namen()[:3]
        bestand.fout(plek, "tekst_onbekend", keuze=", ".join(lijkt))
    if not tekst.strip():
        bestand.fout(plek, "leeg_veld")
    if len(tekst) > MAX_BERICHT:
        bestand.fout(plek, "te_lang", maximum=MAX_BERICHT)
    oud = teksten.velden(naam)
    nieuw = _invulplekken(plek, tekst, bestand)
    for vreemd in sorted(nieuw - oud):
        if not oud:
            bestand.fout(plek, "invulplek_geen", plek=_tussen_accolades(vreemd))
        bestand.fout(plek, "invulplek_onbekend", plek=_tussen_accolades(vreemd), keuze=_opgesomd(oud))
    if naam.startswith("vlag/"):  # a card for a rode vlag keeps its numbers
        weg = [nr for nr in dict.fromkeys(_NUMMER.findall(teksten.ruw(naam))) if _kaal(nr) not in nummers_in(tekst)]
        weg += [_tussen_accolades(x) for x in sorted(oud - nieuw)]
        if weg:
            bestand.fout(plek, "kaart_onvolledig", wat=opsomming(weg))


def _controleer_toestemming(protocol: Protocol, bestand: YamlBestand, teksten: Teksten) -> None:
    plek = ("toestemming", "tekst")
    gevonden = _invulplekken(plek, protocol.toestemming.tekst, bestand)
    for vreemd in sorted(gevonden - INVULPLEKKEN):
        bestand.fout(plek, "invulplek_onbekend", plek=_tussen_accolades(vreemd), keuze=_opgesomd(INVULPLEKKEN))
    for missend in sorted(INVULPLEKKEN - gevonden):
        bestand.fout(plek, "toestemming_mist", plek=_tussen_accolades(missend))
    langste = langste_toestemming(protocol, teksten)
    if langste is not None and langste[0] > MAX_WOORDEN:
        woorden, persoon = langste
        bestand.fout(plek, "toestemming_te_lang", woorden=woorden, contactpersoon=persoon.naam, maximum=MAX_WOORDEN)


def _invulplekken(plek: Plek, tekst: str, bestand: YamlBestand) -> frozenset[str]:
    try:
        return invulplekken(tekst)
    except ValueError:
        haakje = "{" if tekst.count("{") >= tekst.count("}") else "}"
        bestand.fout(plek, "accolade", haakje=haakje)


def _tussen_accolades(naam: str) -> str:
    return f"{{{naam}}}"


def _opgesomd(namen: set[str] | frozenset[str]) -> str:
    return opsomming(_tussen_accolades(naam) for naam in sorted(namen))
