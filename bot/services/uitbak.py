"""The outbox: messages to somebody else, queued in the same transaction as what caused them."""

from sqlmodel import select

from bot.domein.lijsten import Rol
from bot.services.omgeving import Omgeving
from bot.storage.tabellen import CasusRow, UitbakRow


def zet_klaar(omg: Omgeving, casus: CasusRow, *, rol: Rol, ontvanger: str, naam: str, **variabelen: object) -> None:
    """Queues a message once: the same text about the same state of the case is no new message."""
    sleutel = f"{casus.id}:{ontvanger}:{naam}:{variabelen.get('nummer', '')}"
    if omg.session.exec(select(UitbakRow.id).where(UitbakRow.sleutel == sleutel)).first() is not None:
        return
    omg.session.add(
        UitbakRow(
            sleutel=sleutel,
            rol=rol,
            ontvanger=ontvanger,
            naam=naam,
            tekst=omg.teksten.vul(naam, **variabelen),
            casus_id=casus.id,
            op=omg.klok.nu(),
        )
    )
    omg.session.flush()
