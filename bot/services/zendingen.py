"""The outgoing post: calls to Telegram, written in the transaction of the turn that causes them, sent by the relay."""

import zlib
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, exists, or_, update
from sqlalchemy.orm import aliased, defer
from sqlmodel import Session, col, select

from bot.storage.tabellen_kanaal import ZendingRow

LANGSTE_PAUZE = timedelta(minutes=5)
GEEF_OP_NA = timedelta(hours=24)  # a reply of yesterday helps nobody; it goes to the dead-letter place


class Zendsoort(StrEnum):
    """Which call it is."""

    STUUR = "stuur"
    BEWERK = "bewerk"
    KNOPPEN_WEG = "knoppen_weg"
    VERWIJDER = "verwijder"
    TIK_ANTWOORD = "tik_antwoord"
    VERLAAT = "verlaat"
    MENU = "menu"
    EMAIL = "email"


ZONDER_INHOUD = defer(ZendingRow.inhoud)  # type: ignore[arg-type]  # not decrypted where it is not needed
TELT_MEE = (Zendsoort.STUUR, Zendsoort.BEWERK)  # what counts for Telegram's limits


def zet_zending(
    session: Session,
    chat_id: int,
    soort: Zendsoort,
    *,
    nu: datetime,
    inhoud: dict[str, Any] | None = None,
    chatbericht_id: str | None = None,
    uitbak_id: int | None = None,
) -> None:
    """Queues a call; an edit replaces an edit of the same message that has not gone out yet."""
    if soort is Zendsoort.BEWERK:
        session.exec(
            delete(ZendingRow).where(
                col(ZendingRow.chatbericht_id) == chatbericht_id,
                col(ZendingRow.soort) == Zendsoort.BEWERK,
                col(ZendingRow.begonnen_op).is_(None),
            )
        )
    session.add(
        ZendingRow(
            chat_id=chat_id,
            soort=soort,
            inhoud=inhoud or {},
            chatbericht_id=chatbericht_id,
            uitbak_id=uitbak_id,
            op=nu,
        )
    )
    session.flush()


def te_verzenden(session: Session, *, nu: datetime, bezet: set[int], rustig: set[int], aantal: int) -> list[ZendingRow]:
    """The next call of each chat that is due, oldest first.

    What it says is read when it is asked for, so that one that no key can read does not hold up the others.

    Args:
        session: The caller's.
        nu: The present moment.
        bezet: Chats whose call is on its way.
        rustig: Chats that may not get another message yet; what is no message may go.
        aantal: At most so many.
    """
    eerder = aliased(ZendingRow)
    ouder_open = (
        exists()
        .where(col(eerder.chat_id) == col(ZendingRow.chat_id), col(eerder.id) < col(ZendingRow.id))
        .where(col(eerder.klaar_op).is_(None), col(eerder.mislukt_op).is_(None))
    )
    vraag = (
        select(ZendingRow)
        .options(ZONDER_INHOUD)
        .where(col(ZendingRow.klaar_op).is_(None), col(ZendingRow.mislukt_op).is_(None), ~ouder_open)
        .where(or_(col(ZendingRow.niet_voor).is_(None), col(ZendingRow.niet_voor) <= nu))
        .where(col(ZendingRow.chat_id).not_in(bezet))
        .where(or_(col(ZendingRow.soort).not_in(TELT_MEE), col(ZendingRow.chat_id).not_in(rustig)))
        .order_by(col(ZendingRow.id))
        .limit(aantal)
        .with_for_update(skip_locked=True)  # a turn of another process may be replacing this edit just now
    )
    return list(session.exec(vraag))


def begin(session: Session, rijen: list[ZendingRow], *, nu: datetime) -> int:
    """Notes that these calls are being made; returns how many may repeat one whose answer was never seen."""
    herhaald = 0
    for rij in rijen:
        if rij.begonnen_op is not None:
            rij.herhaald += 1
            herhaald += 1
        rij.begonnen_op = nu
        session.add(rij)
    return herhaald


def bezorgd(session: Session, zending_id: int, *, nu: datetime) -> ZendingRow:
    """Marks a call as made and drops what it said."""
    rij = session.get_one(ZendingRow, zending_id, options=[ZONDER_INHOUD])
    rij.klaar_op, rij.inhoud = nu, None
    session.add(rij)
    return rij


def later(
    session: Session,
    zending_id: int,
    *,
    nu: datetime,
    reden: str,
    pauze: timedelta | None = None,
    onzeker: bool = False,
) -> bool:
    """A call that failed for now waits: as long as Telegram asked, else twice as long each time.

    Args:
        session: The caller's.
        zending_id: The call.
        nu: The present moment.
        reden: What went wrong, for whoever looks at the queue.
        pauze: How long Telegram asked to wait.
        onzeker: The call may have arrived all the same, so that the next attempt may be a repeat.

    Returns:
        False when it waited too long already; it was put in the dead-letter place.
    """
    rij = session.get_one(ZendingRow, zending_id, options=[ZONDER_INHOUD])
    rij.reden = reden[:80]
    session.add(rij)
    if nu - rij.op > GEEF_OP_NA:
        rij.mislukt_op = nu
        return False
    rij.pogingen += 1
    rij.begonnen_op = rij.begonnen_op if onzeker else None
    rij.niet_voor = nu + (pauze or min(LANGSTE_PAUZE, timedelta(seconds=0.5) * 2 ** min(rij.pogingen, 12)))
    return True


def mislukt(session: Session, zending_id: int, *, nu: datetime, reden: str) -> ZendingRow:
    """A call that can never succeed goes to the dead-letter place."""
    rij = session.get_one(ZendingRow, zending_id, options=[ZONDER_INHOUD])
    rij.mislukt_op, rij.reden = nu, reden[:80]
    session.add(rij)
    return rij


def vervallen(session: Session, chat_id: int, *, nu: datetime, reden: str) -> list[ZendingRow]:
    """All that waits for a chat that can no longer be reached goes to the dead-letter place at once."""
    vraag = (
        select(ZendingRow)
        .options(ZONDER_INHOUD)
        .where(col(ZendingRow.chat_id) == chat_id)
        .where(col(ZendingRow.klaar_op).is_(None), col(ZendingRow.mislukt_op).is_(None))
    )
    return [mislukt(session, rij.id or 0, nu=nu, reden=reden) for rij in session.exec(vraag)]


def is_elders_bezorgd(session: Session, zending: ZendingRow) -> bool:
    """Whether the message of the outbox for which this call was made reached another chat, or still may."""
    vraag = select(ZendingRow.id).where(
        ZendingRow.uitbak_id == zending.uitbak_id,
        col(ZendingRow.id) != zending.id,
        col(ZendingRow.mislukt_op).is_(None),
    )
    return session.exec(vraag).first() is not None


def trek_terug(session: Session, chatbericht_id: str, *, nu: datetime) -> None:
    """A message that must disappear: what still waits or failed for it is dropped, with what it said."""
    session.exec(
        update(ZendingRow)
        .where(col(ZendingRow.chatbericht_id) == chatbericht_id, col(ZendingRow.klaar_op).is_(None))
        .where(or_(col(ZendingRow.begonnen_op).is_(None), col(ZendingRow.mislukt_op).is_not(None)))
        .values(klaar_op=nu, mislukt_op=None, inhoud=None, reden="ingetrokken")
    )


def postbus(adres: str) -> int:
    """The "chat" of an e-mail address: its mail goes in order, and holds up nobody else's."""
    return -(10**15) - zlib.crc32(adres.lower().encode())
