"""Giving a case back to the practice: with a reason from a closed list, and by phone where it cannot wait."""

from bot.domein.bericht import Bericht, Knop
from bot.domein.fouten import DomeinFout
from bot.domein.lijsten import CasusStatus, TeruggaafReden
from bot.domein.lus import controleer_overgang
from bot.services.lus import mijn_casus, zeg_praktijk, zet_status
from bot.services.omgeving import Omgeving
from bot.services.status import mag_terugkoppelen
from bot.storage.tabellen import CasusRow

TERUG = "terug"
BELT = (TeruggaafReden.RODE_VLAG, TeruggaafReden.OVERLEG)  # told by phone: nothing about it stands in a chat


def vraag_reden(omg: Omgeving, code: str, *, naam: str = "contactpersoon/waarom_terug") -> Bericht:
    """Asks why the case goes back, with a button per reason; of one that went back already, says so.

    Raises:
        DomeinFout: The case is not this contactpersoon's, or cannot go back now.
    """
    casus = mijn_casus(omg, code)
    if casus.status == CasusStatus.TERUGGEGEVEN:
        return _antwoord(omg, casus)
    controleer_overgang(CasusStatus(casus.status), CasusStatus.TERUGGEGEVEN)
    knoppen = tuple(
        Knop(label=omg.teksten.label("teruggaaf", reden), actie=f"{casus.code}|-|{TERUG}:{reden.value}")
        for reden in TeruggaafReden
    )
    return Bericht(naam=naam, tekst=omg.teksten.vul(naam, code=casus.code), knoppen=knoppen)


def geef_terug(omg: Omgeving, code: str, reden: str) -> Bericht:
    """The case goes back with this reason, and the practice is told. A second time changes nothing.

    Raises:
        DomeinFout: The case is not this contactpersoon's, cannot go back now, or this is no reason of the list.
    """
    if reden not in tuple(TeruggaafReden):
        raise DomeinFout("fout/knop_onbekend")
    casus, waarom = mijn_casus(omg, code), TeruggaafReden(reden)
    if casus.status != CasusStatus.TERUGGEGEVEN:
        controleer_overgang(CasusStatus(casus.status), CasusStatus.TERUGGEGEVEN)
        casus.status_reden = waarom
        zet_status(omg, casus, CasusStatus.TERUGGEGEVEN, reden=waarom.value)
        _meld_praktijk(omg, casus, waarom)
    return _antwoord(omg, casus)


def _antwoord(omg: Omgeving, casus: CasusRow) -> Bericht:
    """What to do now; with a rode vlag: phone the practice, and write nothing about it here."""
    praktijk = omg.protocol.praktijk(casus.praktijk)
    soort = casus.status_reden if casus.status_reden in BELT else "klaar"
    naam = f"contactpersoon/terug_{soort}"
    tekst = omg.teksten.vul(naam, code=casus.code, praktijk=praktijk.naam, telefoon=praktijk.telefoon)
    return Bericht(naam=naam, tekst=tekst)


def _meld_praktijk(omg: Omgeving, casus: CasusRow, reden: TeruggaafReden) -> None:
    """The reason says something of the patient: without permission the practice hears only that the case is back."""
    if reden in BELT:
        naam = "assistent/terug_bel"
    else:
        naam = "assistent/terug_reden" if mag_terugkoppelen(omg, casus) else "assistent/terug"
    zeg_praktijk(omg, casus, naam, reden=omg.teksten.label("teruggaaf_reden", reden))
