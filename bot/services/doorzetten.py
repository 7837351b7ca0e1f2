"""Passing a case on to another organisation: only with a new consent, which the contactpersoon records."""

from bot.domein.bericht import Bericht, Knop
from bot.domein.fouten import DomeinFout
from bot.domein.lijsten import CasusStatus, ToestemmingDoor
from bot.domein.lus import controleer_overgang
from bot.domein.verloop import wie_mag_toestemmen
from bot.services.casus import dossier_van, leg_gebeurtenis_vast
from bot.services.lus import meld_einde, mijn_casus, zeg_praktijk, zet_status
from bot.services.omgeving import Omgeving
from bot.services.status import mag_terugkoppelen
from bot.services.teksten import opsomming
from bot.services.toestemming import laatste_toestemming, leg_doorzetten_vast
from bot.storage.tabellen import CasusRow

DOOR, NEE = "doorzetten", "nee"


def vraag_doorzetten(omg: Omgeving, code: str) -> Bericht:
    """Asks whether the patient agrees, and who says so, with the text to read out; once passed on, says so.

    Raises:
        DomeinFout: The case is not this contactpersoon's, cannot be passed on now, or no consent stands.
    """
    if (al := mijn_casus(omg, code)).status == CasusStatus.DOORGEZET:
        return _antwoord(omg, "contactpersoon/doorgezet", al)
    casus = _mag_door(omg, code)
    naam = "contactpersoon/toestemming_doorzetten"
    knoppen = (*_wie(omg, casus, soort="toestemming"), _knop(casus, NEE, label=omg.teksten.vul("knop/door_nee")))
    return Bericht(naam=naam, tekst=omg.teksten.vul(naam, tekst=doorzettekst(omg, casus)), knoppen=knoppen)


def vraag_wie(omg: Omgeving, code: str) -> Bericht:
    """A bare "ja" is not enough: by whom?

    Raises:
        DomeinFout: As `vraag_doorzetten`.
    """
    casus = _mag_door(omg, code)
    naam = "contactpersoon/wie_toestemming"
    return Bericht(naam=naam, tekst=omg.teksten.vul(naam), knoppen=_wie(omg, casus, soort="toestemming_door"))


def zet_door(omg: Omgeving, code: str, wie: str) -> Bericht:
    """Records the consent and passes the case on; or, without consent, leaves it where it is.

    Raises:
        DomeinFout: As `vraag_doorzetten`, or this person may not consent at this age.
    """
    casus = mijn_casus(omg, code)
    if casus.status == CasusStatus.DOORGEZET:
        return _antwoord(omg, "contactpersoon/doorgezet", casus)
    casus = _mag_door(omg, code)
    if wie == NEE:
        leg_gebeurtenis_vast(omg, casus, "doorzetten_geweigerd")
        return _antwoord(omg, "contactpersoon/niet_doorgezet", casus)
    if wie not in wie_mag_toestemmen(dossier_van(casus)):
        raise DomeinFout("fout/deze_persoon_mag_niet")
    leg_doorzetten_vast(omg, casus, door=ToestemmingDoor(wie), tekst=doorzettekst(omg, casus))
    zet_status(omg, casus, CasusStatus.DOORGEZET, door=wie)
    _meld_praktijk(omg, casus, ToestemmingDoor(wie))
    return _antwoord(omg, "contactpersoon/doorgezet", casus)


def doorzettekst(omg: Omgeving, casus: CasusRow) -> str:
    """What is read out to the patient, exactly; the proof's hash covers it."""
    bewijs = laatste_toestemming(omg, casus)
    return omg.teksten.vul("voorlezen/doorzetten", velden=opsomming(list(bewijs.velden) if bewijs else []))


def _mag_door(omg: Omgeving, code: str) -> CasusRow:
    casus = mijn_casus(omg, code)
    controleer_overgang(CasusStatus(casus.status), CasusStatus.DOORGEZET)
    return casus


def _wie(omg: Omgeving, casus: CasusRow, *, soort: str) -> tuple[Knop, ...]:
    wie = wie_mag_toestemmen(dossier_van(casus))
    return tuple(_knop(casus, w.value, label=omg.teksten.label(soort, w)) for w in wie)


def _knop(casus: CasusRow, waarde: str, *, label: str) -> Knop:
    return Knop(label=label, actie=f"{casus.code}|-|{DOOR}:{waarde}")


def _antwoord(omg: Omgeving, naam: str, casus: CasusRow) -> Bericht:
    return Bericht(naam=naam, tekst=omg.teksten.vul(naam, code=casus.code))


def _meld_praktijk(omg: Omgeving, casus: CasusRow, door: ToestemmingDoor) -> None:
    if not mag_terugkoppelen(omg, casus):
        meld_einde(omg, casus)
        return
    zeg_praktijk(omg, casus, "assistent/doorgezet", door=omg.teksten.label("door", door))
