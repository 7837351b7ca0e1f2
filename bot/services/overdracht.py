"""The handover: what the contactpersoon gets, exactly once, and only what the consent covers."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import select

from bot.domein.dossier import Dossier
from bot.domein.lijsten import Extra, Rol
from bot.services.casus import leg_gebeurtenis_vast
from bot.services.catalogus import activiteit_namen
from bot.services.logboek import leg_vast
from bot.services.omgeving import Omgeving
from bot.services.termijnen import tel_werkdagen
from bot.services.toestemming import laatste_toestemming, ontvanger_van
from bot.services.uitbak import zet_klaar
from bot.storage.tabellen import CasusRow, OverdrachtRow, ToestemmingRow

NEDERLAND = ZoneInfo("Europe/Amsterdam")


def draag_over(omg: Omgeving, casus: CasusRow, dossier: Dossier) -> OverdrachtRow:
    """Writes the handover of a case and queues the content-free notice. A second call returns the first handover.

    Raises:
        LookupError: No valid consent stands; the caller must have checked `mag_overdragen`.
    """
    bestaand = omg.session.get(OverdrachtRow, casus.id)
    if bestaand is not None:
        return bestaand
    toestemming = laatste_toestemming(omg, casus)
    if toestemming is None or toestemming.soort != "gegeven":
        raise LookupError("a handover needs consent")
    persoon, vervanger = ontvanger_van(omg)
    nu, contact_voor = omg.klok.nu(), _contact_voor(omg, dossier)
    velden = overdracht_velden(omg, casus, dossier, contact_voor=contact_voor)
    overdracht = OverdrachtRow(
        casus_id=casus.id,
        toestemming_id=toestemming.id,
        contactpersoon=persoon.code,
        vervanger=vervanger.code if vervanger else None,
        velden=velden,
        tekst=overdracht_tekst(omg, velden),
        op=nu,
        contact_voor=contact_voor,
    )
    omg.session.add(overdracht)
    omg.session.flush()
    zet_klaar(
        omg, casus, rol=Rol.CONTACTPERSOON, ontvanger=persoon.code, naam="contactpersoon/nieuwe_casus", code=casus.code
    )
    _log(omg, casus, toestemming)
    return overdracht


def _log(omg: Omgeving, casus: CasusRow, toestemming: ToestemmingRow) -> None:
    leg_gebeurtenis_vast(omg, casus, "overdracht")
    leg_vast(
        omg.session,
        gebeurtenis="overdracht",
        gebruiker=omg.gebruiker.account_id,
        op=omg.klok.nu(),
        casus_code=casus.code,
        namens=toestemming.namens,
        toestemming_id=toestemming.id,
    )


def _contact_voor(omg: Omgeving, dossier: Dossier) -> date:
    """The day by which the first contact is due, in working days; sooner with spoed."""
    termijnen = omg.protocol.termijnen
    dagen = termijnen.eerste_contact_spoed if dossier.spoed else termijnen.eerste_contact
    return tel_werkdagen(omg.protocol, omg.klok.nu().astimezone(NEDERLAND).date(), dagen)


def overdracht_velden(omg: Omgeving, casus: CasusRow, dossier: Dossier, *, contact_voor: date) -> dict[str, Any]:
    """The fields of the handover in the order in which they are shown; no name, no birth date, nothing medical."""
    praktijk, teksten = omg.protocol.praktijk(casus.praktijk), omg.teksten
    velden: dict[str, Any] = {
        "casuscode": casus.code,
        "praktijk": f"{praktijk.naam}, {praktijk.telefoon}",
        "wsv": omg.protocol.wsv_van(casus.praktijk).naam,
        "wijk": dossier.wijk,
        "leefgebieden": [teksten.label("leefgebied", x) for x in dossier.leefgebieden],
        "spoed": teksten.vul("overdracht/spoed") if dossier.spoed else None,
        "leeftijdsgroep": _leeftijd(omg, dossier),
        "wens": teksten.label("wens", dossier.wens) if dossier.wens else None,
        "wens_tekst": dossier.wens_tekst,
        "belemmeringen": [teksten.label("belemmering", x) for x in dossier.alle_belemmeringen],
        "activiteiten": activiteit_namen(omg.session, omg.protocol.gemeente, dossier.gekozen or ()),
        "contactroute": teksten.label("contactroute", dossier.contactroute or ""),
        "toestemming": teksten.label("door", dossier.toestemming.door or "") if dossier.toestemming else None,
        "extra": [teksten.label("extra", x) for x in Extra if x in dossier.extra],
        "contact_voor": datum(contact_voor),
    }
    return {naam: waarde for naam, waarde in velden.items() if waarde}


def _leeftijd(omg: Omgeving, dossier: Dossier) -> str:
    groep = omg.teksten.label("leeftijdsgroep", dossier.leeftijdsgroep or "")
    return omg.teksten.vul("overdracht/ouder_is_client", groep=groep) if dossier.ouder_is_client else groep


def overdracht_tekst(omg: Omgeving, velden: dict[str, Any]) -> str:
    """The handover as the contactpersoon reads it: a line per field."""
    regels = [omg.teksten.vul("overdracht/kop", code=velden["casuscode"])]
    for naam, waarde in velden.items():
        if naam == "casuscode":
            continue
        inhoud = ", ".join(waarde) if isinstance(waarde, list) else waarde
        regels.append(f"{omg.teksten.label('overdracht', naam)}: {inhoud}")
    regels.append(omg.teksten.vul("overdracht/slot"))
    return "\n".join(regels)


def overdracht_van(omg: Omgeving, casus: CasusRow) -> OverdrachtRow | None:
    """The handover of a case, or None."""
    return omg.session.exec(select(OverdrachtRow).where(OverdrachtRow.casus_id == casus.id)).first()


_DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def datum(dag: date | datetime) -> str:
    """A date as it is read aloud, e.g. "vrijdag 27 november 2026"."""
    if isinstance(dag, datetime):
        dag = dag.astimezone(NEDERLAND).date()
    return f"{_DAGEN[dag.weekday()]} {dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"
