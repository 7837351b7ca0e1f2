"""The outbox: messages to somebody else, queued in the same transaction as what caused them."""

from datetime import datetime

from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from bot.domein.lijsten import Rol
from bot.services.omgeving import Omgeving
from bot.storage.tabellen import CasusRow, UitbakRow

ZONDER_TEKST = defer(UitbakRow.tekst)  # type: ignore[arg-type]  # what it says is read when it is asked for


def zet_klaar(omg: Omgeving, casus: CasusRow, *, rol: Rol, ontvanger: str, naam: str, **variabelen: object) -> None:
    """Queues a message on a case once: the same text about the same state of the case is no new message."""
    zet_melding(
        omg.session,
        sleutel=f"{casus.id}:{ontvanger}:{naam}:{variabelen.get('nummer', '')}",
        rol=rol,
        ontvanger=ontvanger,
        naam=naam,
        tekst=omg.teksten.vul(naam, **variabelen),
        casus_id=casus.id,
        nu=omg.klok.nu(),
    )


def zet_melding(
    session: Session,
    *,
    sleutel: str,
    rol: Rol,
    ontvanger: str,
    naam: str,
    tekst: str,
    nu: datetime,
    casus_id: str | None = None,
) -> bool:
    """Queues a message once per `sleutel`; False when it was queued before."""
    if session.exec(select(UitbakRow.id).where(UitbakRow.sleutel == sleutel)).first() is not None:
        return False
    session.add(
        UitbakRow(sleutel=sleutel, rol=rol, ontvanger=ontvanger, naam=naam, tekst=tekst, casus_id=casus_id, op=nu)
    )
    session.flush()
    return True


def te_verdelen(session: Session, *, overslaan: set[int], aantal: int = 50) -> list[UitbakRow]:
    """Messages that were not given to anybody's chat yet, oldest first.

    What they say is read one by one, when it is asked for: one that no key can read does not hold up the others.
    """
    vraag = (
        select(UitbakRow)
        .options(ZONDER_TEKST)
        .where(col(UitbakRow.bezorgd_op).is_(None), col(UitbakRow.mislukt_op).is_(None))
        .where(col(UitbakRow.id).not_in(overslaan))
        .order_by(col(UitbakRow.id))
        .limit(aantal)
        .with_for_update(skip_locked=True)
    )
    return list(session.exec(vraag))


def geef_op(session: Session, rij: UitbakRow, *, nu: datetime, reden: str) -> None:
    """A message that can never be told goes to the dead-letter place."""
    rij.mislukt_op, rij.reden = nu, reden[:80]
    session.add(rij)
    session.flush()
