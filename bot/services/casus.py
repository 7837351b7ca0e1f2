"""Keeping a case: its dossier, its status, and the append-only row of events."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, func
from sqlmodel import Session, col, select

from bot.domein.casuscode import nieuwe_code
from bot.domein.dossier import Dossier
from bot.domein.fouten import DomeinFout
from bot.domein.lijsten import CasusStatus, Uitkomst, VraagId
from bot.domein.verloop import volgende_vraag
from bot.services.omgeving import Omgeving
from bot.storage.tabellen import CasusGebeurtenisRow, CasusRow, DialoogGebeurtenisRow, GesprekRow

WACHTTIJD = timedelta(hours=24)  # an unfinished case disappears after this (docs/specificatie.md, chapter 4)


def maak_casus(omg: Omgeving, gesprek: GesprekRow) -> CasusRow:
    """Opens a new, empty case in a conversation and makes it the active one."""
    nu = omg.klok.nu()
    casus = CasusRow(
        id=omg.ids.nieuw(),
        code=_vrije_code(omg),
        gemeente=omg.protocol.gemeente,
        protocol_versie=omg.protocol.versie,
        praktijk=omg.praktijk,
        gesprek_id=gesprek.id,
        status=CasusStatus.LOPEND,
        dossier={},
        aangemaakt_op=nu,
        bijgewerkt_op=nu,
        verloopt_op=nu + WACHTTIJD,
    )
    gesprek.actieve_casus_id = casus.id
    omg.session.add_all([casus, gesprek])
    omg.session.flush()
    leg_gebeurtenis_vast(omg, casus, "gestart")
    return casus


def _vrije_code(omg: Omgeving) -> str:
    while True:
        code = nieuwe_code(omg.ids.getal)
        if omg.session.exec(select(CasusRow.id).where(CasusRow.code == code)).first() is None:
            return code


def dossier_van(casus: CasusRow) -> Dossier:
    """The dossier that is stored with a case."""
    return Dossier.model_validate(casus.dossier)


def zet_dossier(casus: CasusRow, dossier: Dossier) -> None:
    """Writes a dossier into its case, with the undo history."""
    casus.dossier = {**dossier.kale_stand(), "geschiedenis": list(dossier.geschiedenis)}


def open_vraag(omg: Omgeving, casus: CasusRow) -> VraagId | None:
    """The question that is open in a case, or None."""
    return volgende_vraag(dossier_van(casus), omg.protocol.vragen, omg.contactpersoon_code)


def bewaar(omg: Omgeving, casus: CasusRow, dossier: Dossier, *, soort: str, **gegevens: Any) -> Dossier:
    """Stores a changed dossier with the event that changed it; an outcome ends the triage of the case."""
    dossier = dossier.wijzig(stap=dossier.stap + 1)
    nu = omg.klok.nu()
    zet_dossier(casus, dossier)
    casus.bijgewerkt_op = nu
    casus.uitkomst = dossier.uitkomst
    if casus.status in (CasusStatus.LOPEND, CasusStatus.AFGESLOTEN):
        casus.status = _status(dossier.uitkomst)
        casus.verloopt_op = None if dossier.uitkomst is Uitkomst.OVERGEDRAGEN else nu + WACHTTIJD
    omg.session.add(casus)
    leg_gebeurtenis_vast(omg, casus, soort, **gegevens)
    return dossier


def _status(uitkomst: Uitkomst | None) -> CasusStatus:
    if uitkomst is None:
        return CasusStatus.LOPEND
    return CasusStatus.OVERGEDRAGEN if uitkomst is Uitkomst.OVERGEDRAGEN else CasusStatus.AFGESLOTEN


def leg_gebeurtenis_vast(omg: Omgeving, casus: CasusRow, soort: str, **gegevens: Any) -> None:
    """Appends an event of a case: ids and choices only, never text.

    The database numbers it while it inserts; the case's row must be there already. Written at the end of the action.
    """
    hoogste = select(func.max(CasusGebeurtenisRow.volgnummer)).where(CasusGebeurtenisRow.casus_id == casus.id)
    omg.session.add(
        CasusGebeurtenisRow(
            casus_id=casus.id,
            volgnummer=func.coalesce(hoogste.scalar_subquery(), 0) + 1,  # type: ignore[arg-type]
            soort=soort,
            gegevens=gegevens,
            door=omg.gebruiker.account_id,
            op=omg.klok.nu(),
        )
    )


def vergeet_gesprek(session: Session, casus_id: str) -> None:
    """Deletes what Rasa remembers of a case: its trackers, in every conversation that had it."""
    session.exec(delete(DialoogGebeurtenisRow).where(col(DialoogGebeurtenisRow.sender_id).endswith(f":{casus_id}")))


def zoek_casus(omg: Omgeving, code: str) -> CasusRow:
    """The case with this code, if the user may see it.

    Raises:
        DomeinFout: There is no such case, or it belongs to another practice.
    """
    casus = omg.session.exec(select(CasusRow).where(CasusRow.code == code).with_for_update()).first()
    if casus is None or casus.praktijk != omg.gebruiker.praktijk or casus.gemeente != omg.protocol.gemeente:
        raise DomeinFout("fout/casus_onbekend", code=code)
    return casus


def lopende_casussen(omg: Omgeving) -> list[CasusRow]:
    """The practice's unfinished cases that have not expired, newest first: to resume or to take over."""
    return list(
        omg.session.exec(
            select(CasusRow)
            .where(CasusRow.praktijk == omg.praktijk, CasusRow.gemeente == omg.protocol.gemeente)
            .where(CasusRow.status == CasusStatus.LOPEND, CasusRow.verloopt_op > omg.klok.nu())  # type: ignore[operator]
            .order_by(CasusRow.bijgewerkt_op.desc())  # type: ignore[attr-defined]
        )
    )


def recente_casussen(omg: Omgeving, *, aantal: int | None = 5, zonder: Collection[CasusStatus] = ()) -> list[CasusRow]:
    """The practice's cases that were handed over, newest first, for "hoe staat het met …"; `zonder` leaves out."""
    return list(
        omg.session.exec(
            select(CasusRow)
            .where(CasusRow.praktijk == omg.praktijk, CasusRow.gemeente == omg.protocol.gemeente)
            .where(CasusRow.uitkomst == Uitkomst.OVERGEDRAGEN, col(CasusRow.status).not_in(zonder))
            .order_by(CasusRow.bijgewerkt_op.desc())  # type: ignore[attr-defined]
            .limit(aantal)
        )
    )
