"""Messages of the bot that have buttons or can still change; a button is looked up here, and only in its own chat."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, select

from bot.services.ids import IdBron
from bot.storage.tabellen_kanaal import ChatberichtRow

KAART_BLIJFT = timedelta(hours=20)  # well within the 24 hours of docs/specificatie.md, chapter 5


class Chatsoort(StrEnum):
    """What a message is for."""

    VRAAG = "vraag"  # has the buttons of the open question; one of these is open in a chat
    SAMENVATTING = "samenvatting"  # the card at the top of a case, edited as the case grows
    CASUSKAART = "casuskaart"  # the handover as the contactpersoon sees it, for a short time
    MELDING = "melding"  # a notice with a button


def maak_chatbericht(
    session: Session,
    chat_id: int,
    soort: Chatsoort,
    *,
    account_id: str,
    ids: IdBron,
    nu: datetime,
    inhoud: dict[str, Any],
    casus_id: str | None = None,
) -> ChatberichtRow:
    """Makes a message that is still to be sent. Its id is the part of a button's payload that nobody can guess."""
    rij = ChatberichtRow(
        id=ids.nieuw()[:20],
        chat_id=chat_id,
        account_id=account_id,
        soort=soort,
        casus_id=casus_id,
        inhoud=inhoud,
        op=nu,
        verwijder_op=nu + KAART_BLIJFT if soort is Chatsoort.CASUSKAART else None,
    )
    session.add(rij)
    session.flush()
    return rij


@dataclass(frozen=True)
class Tik:
    """ "Tik": what a tap on a button means."""

    rij: ChatberichtRow
    actie: str
    label: str


def zoek_knop(session: Session, payload: str, *, chat_id: int, account_id: str) -> Tik | None:
    """The message and the action behind a payload; None when it is unknown here, or was answered already."""
    id_, _, nummer = payload.partition(".")
    rij = session.get(ChatberichtRow, id_)
    if rij is None or not rij.open or rij.chat_id != chat_id or rij.account_id != account_id:
        return None
    acties, labels = rij.inhoud.get("acties", []), rij.inhoud.get("labels", [])
    if not nummer.isdecimal() or int(nummer) >= len(acties):
        return None
    return Tik(rij, str(acties[int(nummer)]), str(labels[int(nummer)]))


def open_berichten(
    session: Session, soort: Chatsoort, *, chat_id: int | None = None, casus_id: str | None = None
) -> list[ChatberichtRow]:
    """The open messages of a kind, in a chat or of a case, oldest first."""
    vraag = select(ChatberichtRow).where(ChatberichtRow.soort == soort, col(ChatberichtRow.open))
    if chat_id is not None:
        vraag = vraag.where(ChatberichtRow.chat_id == chat_id)
    if casus_id is not None:
        vraag = vraag.where(ChatberichtRow.casus_id == casus_id)
    return list(session.exec(vraag.order_by(col(ChatberichtRow.op))))


def nummer_van(session: Session, chatbericht_id: str) -> int | None:
    """The number of a message in its chat; None when it has not been sent."""
    return session.exec(select(ChatberichtRow.message_id).where(ChatberichtRow.id == chatbericht_id)).first()


def noteer_nummer(session: Session, chatbericht_id: str, message_id: int) -> None:
    """A message was sent and has this number in its chat."""
    session.exec(update(ChatberichtRow).where(col(ChatberichtRow.id) == chatbericht_id).values(message_id=message_id))


def te_verwijderen(session: Session, *, nu: datetime) -> list[ChatberichtRow]:
    """The case cards whose time has come."""
    return list(session.exec(select(ChatberichtRow).where(col(ChatberichtRow.verwijder_op) <= nu)))
