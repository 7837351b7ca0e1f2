"""The contactpersoon's side: what is in the inbox, the case card, and a status that goes back to the practice."""

from sqlmodel import or_, select

from bot.domein.bericht import Bericht, Knop
from bot.domein.casuscode import normaliseer
from bot.domein.fouten import DomeinFout
from bot.domein.lijsten import CasusStatus, Rol
from bot.domein.lus import VOLGENDE, controleer_overgang
from bot.services.casus import leg_gebeurtenis_vast
from bot.services.logboek import leg_vast
from bot.services.omgeving import Omgeving
from bot.services.status import ALTIJD_ZICHTBAAR, KLAAR, mag_terugkoppelen
from bot.services.toestemming import trek_toestemming_in
from bot.services.uitbak import zet_klaar
from bot.storage.tabellen import CasusRow, OverdrachtRow

MET_VRAAG = (CasusStatus.TERUGGEGEVEN, CasusStatus.DOORGEZET)
INTREKKEN_ZEKER, INTREKKEN_NIET = "intrekken_zeker", "intrekken_nee"


def casussen_van(omg: Omgeving) -> list[CasusRow]:
    """The cases routed to this contactpersoon, or to whom he replaces; newest first."""
    code = omg.gebruiker.contactpersoon
    return list(
        omg.session.exec(
            select(CasusRow)
            .join(OverdrachtRow, OverdrachtRow.casus_id == CasusRow.id)  # type: ignore[arg-type]
            .where(CasusRow.gemeente == omg.protocol.gemeente)
            .where(or_(OverdrachtRow.contactpersoon == code, OverdrachtRow.vervanger == code))
            .order_by(OverdrachtRow.op.desc())  # type: ignore[attr-defined]
        )
    )


def inbak(omg: Omgeving) -> Bericht:
    """The contactpersoon's open cases: code and status only, with a button to open each."""
    casussen = [c for c in casussen_van(omg) if CasusStatus(c.status) not in KLAAR]
    if not casussen:
        return Bericht(naam="contactpersoon/inbak_leeg", tekst=omg.teksten.vul("contactpersoon/inbak_leeg"))
    regels = "\n".join(f"{c.code}: {omg.teksten.label('status', c.status)}" for c in casussen)
    knoppen = tuple(
        Knop(label=omg.teksten.vul("knop/open_kaart", code=c.code), actie=f"{c.code}|-|open") for c in casussen
    )
    return Bericht(
        naam="contactpersoon/inbak", tekst=omg.teksten.vul("contactpersoon/inbak", regels=regels), knoppen=knoppen
    )


def open_kaart(omg: Omgeving, code: str) -> Bericht:
    """The case card: exactly the handover, with a button per status that may follow. Looking is logged.

    Raises:
        DomeinFout: The case is not this contactpersoon's.
    """
    casus = mijn_casus(omg, code)
    leg_vast(
        omg.session,
        gebeurtenis="kaart_geopend",
        gebruiker=omg.gebruiker.account_id,
        op=omg.klok.nu(),
        casus_code=casus.code,
    )
    return kaart_van(omg, casus)


def kaart_van(omg: Omgeving, casus: CasusRow) -> Bericht:
    """The case card as it is now, for whoever may see the case already."""
    overdracht = omg.session.get(OverdrachtRow, casus.id)
    volgende = VOLGENDE.get(CasusStatus(casus.status), frozenset())
    knoppen = tuple(
        Knop(label=omg.teksten.label("status_knop", s), actie=f"{casus.code}|-|status:{s.value}")
        for s in CasusStatus
        if s in volgende
    )
    tekst = overdracht.tekst if overdracht else ""
    return Bericht(naam="contactpersoon/kaart", tekst=tekst, knoppen=knoppen, casus_id=casus.id)


def vraag_zeker_intrekken(omg: Omgeving, code: str) -> Bericht:
    """Asks once more before a tap wipes what was shared.

    Raises:
        DomeinFout: The case is not this contactpersoon's.
    """
    casus = mijn_casus(omg, code)
    knoppen = (
        Knop(label=omg.teksten.vul("knop/intrekken_ja"), actie=f"{casus.code}|-|{INTREKKEN_ZEKER}"),
        Knop(label=omg.teksten.vul("knop/intrekken_nee"), actie=f"{casus.code}|-|{INTREKKEN_NIET}"),
    )
    tekst = omg.teksten.vul("contactpersoon/intrekken_zeker", code=casus.code)
    return Bericht(naam="contactpersoon/intrekken_zeker", tekst=tekst, knoppen=knoppen, casus_id=casus.id)


def laat_staan(omg: Omgeving, code: str) -> Bericht:
    """The answer when a withdrawal was a slip.

    Raises:
        DomeinFout: The case is not this contactpersoon's.
    """
    tekst = omg.teksten.vul("intrekken/niet", code=mijn_casus(omg, code).code)
    return Bericht(naam="intrekken/niet", tekst=tekst)


def meld_status(omg: Omgeving, code: str, status: CasusStatus) -> Bericht:
    """Sets a status and tells the practice what it may know. The same status twice changes nothing.

    Raises:
        DomeinFout: The case is not this contactpersoon's, or the step is impossible.
        LookupError: The status asks a reason or a consent first: `services.teruggave`, `services.doorzetten`.
    """
    casus = mijn_casus(omg, code)
    huidig = CasusStatus(casus.status)
    if status is huidig:
        return _status_bericht(omg, casus)
    if status is CasusStatus.INGETROKKEN:
        trek_toestemming_in(omg, casus, wijze="contactpersoon")
        return _status_bericht(omg, casus)
    if status in MET_VRAAG:
        raise LookupError("this status asks something first")
    controleer_overgang(huidig, status)
    zet_status(omg, casus, status)
    _meld_praktijk(omg, casus, status)
    return _status_bericht(omg, casus)


def zet_status(omg: Omgeving, casus: CasusRow, status: CasusStatus, **gegevens: str) -> None:
    """Writes a status that was checked, with the event that keeps it."""
    van, casus.status = casus.status, status
    casus.bijgewerkt_op = omg.klok.nu()
    omg.session.add(casus)
    leg_gebeurtenis_vast(omg, casus, "status", van=str(van), naar=status.value, **gegevens)


def _meld_praktijk(omg: Omgeving, casus: CasusRow, status: CasusStatus) -> None:
    if status in ALTIJD_ZICHTBAAR or mag_terugkoppelen(omg, casus):
        _zeg_status(omg, casus, status.value)
    elif status in KLAAR:
        meld_einde(omg, casus)


def meld_einde(omg: Omgeving, casus: CasusRow) -> None:
    """Without permission for terugkoppeling the practice hears only that the case ended."""
    _zeg_status(omg, casus, "klaar")


def _zeg_status(omg: Omgeving, casus: CasusRow, wat: str) -> None:
    zeg_praktijk(omg, casus, f"assistent/status_{wat}", nummer=casus.status)


def zeg_praktijk(omg: Omgeving, casus: CasusRow, naam: str, **variabelen: object) -> None:
    """Tells the practice something of its case, with the name and telephone of who works on it."""
    persoon = omg.protocol.contactpersoon(omg.gebruiker.contactpersoon)
    zet_klaar(
        omg,
        casus,
        rol=Rol.ASSISTENT,
        ontvanger=casus.praktijk,
        naam=naam,
        code=casus.code,
        contactpersoon=persoon.naam if persoon else "",
        telefoon=persoon.telefoon if persoon else "",
        **variabelen,
    )


def _status_bericht(omg: Omgeving, casus: CasusRow) -> Bericht:
    naam = f"contactpersoon/status_{casus.status}"
    return Bericht(naam=naam, tekst=omg.teksten.vul(naam, code=casus.code))


def mijn_casus(omg: Omgeving, code: str) -> CasusRow:
    """The case with this code.

    Raises:
        DomeinFout: The case is not this contactpersoon's.
    """
    netjes = normaliseer(code)
    casus = next((c for c in casussen_van(omg) if c.code == netjes), None)
    if casus is None:
        raise DomeinFout("fout/casus_onbekend", code=netjes or code)
    return casus
