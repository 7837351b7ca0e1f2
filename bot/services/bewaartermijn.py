"""Retention: what must disappear when its time has come (docs/specificatie.md, chapter 8)."""

from datetime import datetime

from sqlmodel import Session, select

from bot.domein.lijsten import CasusStatus, Uitkomst
from bot.services.casus import vergeet_gesprek
from bot.storage.tabellen import CasusRow

TELBAAR = ("uitkomst", "vlag", "stopgrond", "buiten_reden")  # what may be counted: it says nothing about a person


def verlopen_casussen(session: Session, *, nu: datetime) -> list[CasusRow]:
    """The cases whose time has come: unfinished, or ended without a handover, 24 hours ago."""
    vraag = select(CasusRow).where(CasusRow.verloopt_op <= nu).with_for_update()  # type: ignore[operator]
    return list(session.exec(vraag))


def wis_verlopen(session: Session, *, nu: datetime) -> int:
    """Empties the dossier and forgets the dialogue of every case whose time has come; the outcome stays to be counted.

    Returns:
        How many cases were emptied.
    """
    casussen = verlopen_casussen(session, nu=nu)
    for casus in casussen:
        wis(session, casus)
    return len(casussen)


def wis(session: Session, casus: CasusRow) -> None:
    """Empties one case. An unfinished one ends as `afgebroken`."""
    if casus.uitkomst is None:
        casus.uitkomst = Uitkomst.AFGEBROKEN
    if casus.status == CasusStatus.LOPEND:
        casus.status = CasusStatus.AFGESLOTEN
    rest = {veld: casus.dossier[veld] for veld in TELBAAR if casus.dossier.get(veld)}
    casus.dossier = {**rest, "uitkomst": casus.uitkomst, "hulpvraag_gesteld": True}
    casus.verloopt_op = None
    session.add(casus)
    vergeet_gesprek(session, casus.id)
