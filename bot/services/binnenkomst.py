"""The inbox: an update is written before it is acknowledged, once, and handled in order per chat."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import exists, or_, text
from sqlalchemy.orm import aliased, defer
from sqlmodel import Session, col, select

from bot.storage.samen import voeg_toe_als_nieuw
from bot.storage.tabellen_kanaal import UpdateInRow

MAX_POGINGEN = 4
_EERSTE_PAUZE = timedelta(seconds=1)
ZONDER_INHOUD = defer(UpdateInRow.inhoud)  # type: ignore[arg-type]  # what it says is read when it is asked for


class Soort(StrEnum):
    """What kind of update it is."""

    TEKST = "tekst"
    TIK = "tik"
    START = "start"
    ANDERS = "anders"
    GROEP = "groep"
    GEBLOKKEERD = "geblokkeerd"
    TERUG_VAN_BLOKKADE = "terug"


@dataclass(frozen=True)
class Binnenkomst:
    """ "Binnenkomst": one update as it may be kept: ids and what was understood, never the raw text."""

    update_id: int
    chat_id: int
    soort: Soort
    inhoud: dict[str, Any] = field(default_factory=dict)


def neem_op(session: Session, binnen: Binnenkomst, *, nu: datetime) -> bool:
    """Writes an update; False when it was written before (Telegram repeats what was not acknowledged)."""
    waarden = {
        "update_id": binnen.update_id,
        "chat_id": binnen.chat_id,
        "soort": binnen.soort.value,
        "inhoud": binnen.inhoud,
        "op": nu,
        "pogingen": 0,
    }
    return voeg_toe_als_nieuw(session, UpdateInRow, waarden, sleutel=["update_id"])


def is_bekend(session: Session, update_id: int) -> bool:
    """Whether an update was written before; saves reading its message again."""
    return session.get(UpdateInRow, update_id) is not None


def volgende(session: Session, *, nu: datetime) -> UpdateInRow | None:
    """Claims the oldest update whose chat has nothing older open; other workers skip it until the transaction ends.

    An update that waits for another attempt holds back what came after it in its own chat, and nothing else. What it
    says is read when it is played, so that one that no key can read does not stop the queue.
    """
    eerder = aliased(UpdateInRow)
    ouder_open = (
        exists()
        .where(col(eerder.chat_id) == col(UpdateInRow.chat_id), col(eerder.update_id) < col(UpdateInRow.update_id))
        .where(col(eerder.klaar_op).is_(None), col(eerder.mislukt_op).is_(None))
    )
    vraag = (
        select(UpdateInRow)
        .options(ZONDER_INHOUD)
        .where(col(UpdateInRow.klaar_op).is_(None), col(UpdateInRow.mislukt_op).is_(None), ~ouder_open)
        .where(or_(col(UpdateInRow.niet_voor).is_(None), col(UpdateInRow.niet_voor) <= nu))
        .order_by(col(UpdateInRow.update_id))
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    bezet: set[int] = set()
    while (rij := session.exec(vraag.where(col(UpdateInRow.chat_id).not_in(bezet))).first()) is not None:
        if _is_vrij(session, rij.chat_id):
            return rij
        bezet.add(rij.chat_id)
    return None


def _is_vrij(session: Session, chat_id: int) -> bool:
    """Takes the chat until the transaction ends; a late update must not be played while a newer one is."""
    if session.get_bind().dialect.name != "postgresql":
        return True
    slot = text("SELECT pg_try_advisory_xact_lock(:chat)")
    return bool(session.connection().execute(slot, {"chat": chat_id}).scalar())


def rond_af(session: Session, rij: UpdateInRow, *, nu: datetime) -> None:
    """Marks an update as handled and drops what it said."""
    rij.klaar_op, rij.inhoud = nu, None
    session.add(rij)


def noteer_mislukt(session: Session, update_id: int, *, reden: str, nu: datetime) -> bool:
    """After a turn that failed and was rolled back: another attempt later, or the dead-letter place.

    Returns:
        True when the attempts are used up: the person must be told, and somebody must look (`wijkbrug wachtrij`).
    """
    rij = session.get(UpdateInRow, update_id, options=[ZONDER_INHOUD], with_for_update=True)
    if rij is None or rij.klaar_op is not None:
        return False
    rij.pogingen += 1
    rij.reden = reden[:80]
    session.add(rij)
    if rij.pogingen >= MAX_POGINGEN:
        rij.mislukt_op = nu
        return True
    rij.niet_voor = nu + _EERSTE_PAUZE * 2 ** (rij.pogingen - 1)
    return False
