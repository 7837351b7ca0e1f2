"""Consent: the exact text read aloud, proof of the answer, withdrawal (AVG art. 7 and 9; WGBO; UAVG art. 5)."""

import hashlib
from datetime import date

from sqlmodel import select

from bot.domein.dossier import Dossier
from bot.domein.fouten import DomeinFout
from bot.domein.lijsten import CasusStatus, Extra, Rol, ToestemmingDoor
from bot.domein.protocol import Contactpersoon
from bot.services.casus import leg_gebeurtenis_vast, vergeet_gesprek
from bot.services.logboek import leg_vast
from bot.services.omgeving import Omgeving
from bot.services.toestemmingstekst import DEELBARE_VELDEN, vul_toestemming
from bot.services.uitbak import zet_klaar
from bot.storage.tabellen import CasusRow, OverdrachtRow, ToestemmingRow

DOORZETTEN_VERSIE = 1  # of the text "voorlezen/doorzetten"


def ontvanger_van(omg: Omgeving) -> tuple[Contactpersoon, Contactpersoon | None]:
    """The contactpersoon of the practice and the vervanger whom the consent names.

    Raises:
        DomeinFout: The practice has no contactpersoon.
    """
    persoon = omg.protocol.contactpersoon_van(omg.praktijk)
    if persoon is None:
        raise DomeinFout("fout/geen_contactpersoon")
    return persoon, omg.protocol.contactpersoon(persoon.vervanger)


def gedeelde_veldnamen(dossier: Dossier) -> list[str]:
    """The fields that are shared; what is empty is not."""
    velden = dossier.gedeelde_velden(None)
    return [naam for naam in DEELBARE_VELDEN if velden[naam]]


def velden_in_woorden(omg: Omgeving, dossier: Dossier) -> list[str]:
    """The shared fields by name, as the consent text and its proof list them."""
    return [omg.teksten.label("veld", naam) for naam in gedeelde_veldnamen(dossier)]


def toestemmingstekst(omg: Omgeving, dossier: Dossier) -> str:
    """The consent text with its blanks filled: exactly what is read aloud and what the proof's hash covers."""
    persoon, _ = ontvanger_van(omg)
    velden, route = gedeelde_veldnamen(dossier), dossier.contactroute or ""
    return vul_toestemming(omg.protocol, omg.teksten, persoon=persoon, velden=velden, contactroute=route)


def leg_toestemming_vast(omg: Omgeving, casus: CasusRow, dossier: Dossier) -> ToestemmingRow | None:
    """Writes the proof of a clear answer: given by somebody, or refused. A bare "ja" is no proof yet."""
    keuze = dossier.toestemming
    if keuze is None or (keuze.gegeven and keuze.door is None):
        return None
    persoon, vervanger = ontvanger_van(omg)
    bron, nu = omg.protocol.toestemming, omg.klok.nu()
    regel = ToestemmingRow(
        id=omg.ids.nieuw(),
        casus_id=casus.id,
        volgnummer=_volgnummer(omg, casus),
        soort="gegeven" if keuze.gegeven else "geweigerd",
        tekst_id=bron.id,
        tekst_versie=bron.versie,
        taal=bron.taal,
        tekst_sha256=hashlib.sha256(toestemmingstekst(omg, dossier).encode()).hexdigest(),
        wijze="voorgelezen",
        door=keuze.door,
        doel=omg.teksten.vul("toestemming/doel"),
        ontvanger="; ".join(f"{p.organisatie}, {p.functie}" for p in (persoon, vervanger) if p),
        velden=velden_in_woorden(omg, dossier) if keuze.gegeven else [],
        extra={extra.value: keuze.gegeven and extra in dossier.extra for extra in Extra},
        vastgelegd_door=omg.gebruiker.account_id,
        namens=omg.protocol.praktijk(casus.praktijk).huisarts,
        op=nu,
        geldig_tot=_over_maanden(nu.date(), bron.geldig_maanden) if keuze.gegeven else None,
    )
    omg.session.add(regel)
    omg.session.flush()
    _log(omg, casus, regel)
    return regel


def laatste_toestemming(omg: Omgeving, casus: CasusRow) -> ToestemmingRow | None:
    """The newest proof of a case, or None."""
    return omg.session.exec(
        select(ToestemmingRow).where(ToestemmingRow.casus_id == casus.id).order_by(ToestemmingRow.volgnummer.desc())  # type: ignore[attr-defined]
    ).first()


def trek_toestemming_in(omg: Omgeving, casus: CasusRow, *, wijze: str) -> ToestemmingRow:
    """Withdraws consent: a new row, the contactpersoon is told, what was shared is wiped, the proof remains.

    Args:
        omg: The surroundings; practice and contactpersoon may both withdraw on the patient's word.
        casus: The case that was handed over.
        wijze: How the patient asked, e.g. "aan de balie".

    Raises:
        DomeinFout: No consent stands, or it was withdrawn before.
    """
    oud = laatste_toestemming(omg, casus)
    if oud is None or oud.soort != "gegeven":
        raise DomeinFout("fout/geen_toestemming_om_in_te_trekken", code=casus.code)
    nu = omg.klok.nu()
    nieuw = ToestemmingRow(
        **{
            **oud.model_dump(),
            "id": omg.ids.nieuw(),
            "volgnummer": oud.volgnummer + 1,
            "soort": "ingetrokken",
            "op": nu,
        },
    )
    nieuw.vastgelegd_door = omg.gebruiker.account_id
    nieuw.intrekking_wijze = wijze
    nieuw.intrekking_gemeld_aan = oud.ontvanger
    omg.session.add(nieuw)
    omg.session.flush()
    _wis_gedeelde_gegevens(omg, casus)
    leg_gebeurtenis_vast(omg, casus, "ingetrokken")
    _log(omg, casus, nieuw)
    return nieuw


def leg_doorzetten_vast(omg: Omgeving, casus: CasusRow, *, door: ToestemmingDoor, tekst: str) -> ToestemmingRow:
    """Writes the proof of a new consent: the contactpersoon may pass the case on to another organisation.

    The separate permissions stay as they were given.

    Raises:
        DomeinFout: No consent stands.
    """
    oud = laatste_toestemming(omg, casus)
    if oud is None or oud.soort != "gegeven":
        raise DomeinFout("fout/geen_toestemming_om_in_te_trekken", code=casus.code)
    persoon, nu = omg.protocol.contactpersoon(omg.gebruiker.contactpersoon), omg.klok.nu()
    nieuw = ToestemmingRow(**{**oud.model_dump(), "id": omg.ids.nieuw(), "volgnummer": oud.volgnummer + 1, "op": nu})
    nieuw.tekst_id, nieuw.tekst_versie, nieuw.door = "doorzetten", DOORZETTEN_VERSIE, door
    nieuw.tekst_sha256 = hashlib.sha256(tekst.encode()).hexdigest()
    nieuw.doel = omg.teksten.vul("toestemming/doel_doorzetten")
    nieuw.ontvanger = omg.teksten.vul("toestemming/ontvanger_doorzetten")
    nieuw.vastgelegd_door = omg.gebruiker.account_id
    nieuw.namens = persoon.organisatie if persoon else oud.namens
    nieuw.geldig_tot = _over_maanden(nu.date(), omg.protocol.toestemming.geldig_maanden)
    omg.session.add(nieuw)
    omg.session.flush()
    _log(omg, casus, nieuw)
    return nieuw


def _log(omg: Omgeving, casus: CasusRow, regel: ToestemmingRow) -> None:
    leg_vast(
        omg.session,
        gebeurtenis=f"toestemming_{regel.soort}",
        gebruiker=omg.gebruiker.account_id,
        op=regel.op,
        casus_code=casus.code,
        namens=regel.namens,
        toestemming_id=regel.id,
    )


def _wis_gedeelde_gegevens(omg: Omgeving, casus: CasusRow) -> None:
    overdracht = omg.session.get(OverdrachtRow, casus.id)
    vergeet_gesprek(omg.session, casus.id)
    casus.status, casus.status_reden = CasusStatus.INGETROKKEN, None
    casus.dossier = {"uitkomst": casus.uitkomst}
    omg.session.add(casus)
    if overdracht is None:
        return
    overdracht.velden = {"casuscode": casus.code}
    overdracht.tekst = omg.teksten.vul("contactpersoon/ingetrokken_kaart", code=casus.code)
    omg.session.add(overdracht)
    for rol, ontvanger in (
        (Rol.CONTACTPERSOON, overdracht.contactpersoon),
        (Rol.ASSISTENT, casus.praktijk),
    ):
        zet_klaar(omg, casus, rol=rol, ontvanger=ontvanger, naam=f"{rol.value}/ingetrokken", code=casus.code)


def _volgnummer(omg: Omgeving, casus: CasusRow) -> int:
    laatste = laatste_toestemming(omg, casus)
    return laatste.volgnummer + 1 if laatste else 1


def _over_maanden(dag: date, maanden: int) -> date:
    jaar, maand = divmod(dag.month - 1 + maanden, 12)
    return date(dag.year + jaar, maand + 1, min(dag.day, 28))
