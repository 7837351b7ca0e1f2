"""Age (leeftijd) and band (leeftijdsgroep): "82", "dochter (12)", "eind 70", "zestiger"; whose of several."""

import re

from nlu.feiten.leeftijd_bereik import bereiken
from nlu.feiten.leeftijd_jaren import exacte_leeftijden
from nlu.feiten.leeftijd_wie import (
    als_paar,
    einde_van_beller,
    is_omstander,
    is_van_naaste,
    is_van_verzorgde,
    over_patient,
    zonder_kindereeks,
)
from nlu.feiten.leeftijdswaarde import Leeftijd
from nlu.tekst import Tekst

JAAR_NU_STANDAARD = 2026  # only where the caller gives no year
_MEERDERJARIG = 18
_OVER_NAASTE = frozenset({"mantelzorg", "rouw"})  # the relative who is named is cared for or dead, not the client
_LANGST = 1500  # characters in which the age is looked for: who writes more has named it by then
# most messages hold no number at all: those are done at once
_EEN_GETAL = re.compile(
    r"\d|t(?:ig|ien|waalf)|honderd|\belf\b|peuter|kleuter|dreumes|zuigeling|basisschool|"
    r"\b(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen) ?(?:jaar|jr|jarig|mnd|maanden|weken)|"
    r"\b(?:van|v|vd) (?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)\b"
)
_DICHTBIJ = 14  # characters between a range and an exact age that say the same


def leeftijden(tekst: Tekst, *, jaar_nu: int = JAAR_NU_STANDAARD) -> list[Leeftijd]:
    """All ages in the text, in order of place."""
    plat = tekst.plat[:_LANGST]
    if not _EEN_GETAL.search(plat):
        return []
    alle = [*exacte_leeftijden(plat), *bereiken(plat, jaar_nu=jaar_nu)]
    uit: list[Leeftijd] = []
    for een in sorted(alle, key=lambda le: (le.begin, -le.punten)):
        dubbel = [
            a
            for a in uit[-_DICHTBIJ:]
            if abs(a.begin - een.begin) < _DICHTBIJ and (a.jaren is None or een.jaren is None)
        ]
        if not dubbel:
            uit.append(een)
        elif een.jaren is None and dubbel[0].jaren is not None and een.begin <= dubbel[0].begin:
            uit[uit.index(dubbel[0])] = een
    return uit


def _van_client(plat: str, alle: list[Leeftijd], leefgebied: str | None) -> Leeftijd:
    """Which of several ages is the client's."""
    kandidaten = [le for le in alle if le.punten >= 3] or alle
    einde = einde_van_beller(plat)
    na = [le for le in kandidaten if einde is not None and le.begin >= einde - 4]
    if na:
        return na[0]
    kinderen = [le for le in kandidaten if le.tot < _MEERDERJARIG]
    if leefgebied == "opvoeding_jeugd" and len(kinderen) == 1:
        return kinderen[0]
    if not any(over_patient(plat, le.begin) for le in kandidaten):
        kandidaten = alle
    return max(kandidaten, key=lambda le: (over_patient(plat, le.begin), le.punten >= 3, -le.begin))


def lees_leeftijd(tekst: Tekst, *, jaar_nu: int = JAAR_NU_STANDAARD, leefgebied: str | None = None) -> Leeftijd | None:
    """The client's age: the one that is said of the client when several people's ages are named.

    Args:
        tekst: the message.
        jaar_nu: the year by which a birth year becomes a band.
        leefgebied: what the message is about most of all, where known: at opvoeding the child's age goes before the
            parent's, at mantelzorg and rouw the age of the relative is not the client's.
    """
    plat = tekst.plat[:_LANGST]
    alle = leeftijden(tekst, jaar_nu=jaar_nu)
    alle = [als_paar(plat, le) for le in zonder_kindereeks(plat, alle) if not is_omstander(plat, le)]
    if not alle:
        return None
    if len(alle) > 1:
        return _van_client(plat, alle, leefgebied)
    van_ander = is_van_naaste(plat, alle[0]) or (leefgebied in _OVER_NAASTE and is_van_verzorgde(plat, alle[0]))
    return None if van_ander else alle[0]
