"""What the channel may forget: handled updates, delivered post, old buttons, strangers, used invitations."""

from datetime import datetime, timedelta

from sqlalchemy import delete, exists, update
from sqlmodel import Session, col

from bot.storage.tabellen_kanaal import ChatberichtRow, TelegramChatRow, UitnodigingRow, UpdateInRow, ZendingRow

HERKEN_HERHALING = timedelta(days=2)  # Telegram keeps an update for 24 hours
KNOPPEN = timedelta(days=30)
VREEMDEN = timedelta(days=30)


def vergeet_post(session: Session, *, nu: datetime) -> None:
    """Deletes what is over its term. What failed stays until somebody looks at it (`wijkbrug wachtrij`)."""
    grens = nu - HERKEN_HERHALING
    session.exec(delete(UpdateInRow).where(col(UpdateInRow.klaar_op) < grens))
    session.exec(delete(ZendingRow).where(col(ZendingRow.klaar_op) < grens))
    for tabel in (UpdateInRow, ZendingRow):  # a failure is kept, what it said is not
        session.exec(update(tabel).where(col(tabel.mislukt_op) < grens).values(inhoud=None))
    nog_te_zenden = exists().where(col(ZendingRow.chatbericht_id) == col(ChatberichtRow.id))
    session.exec(delete(ChatberichtRow).where(col(ChatberichtRow.op) < nu - KNOPPEN, ~nog_te_zenden))
    session.exec(
        delete(TelegramChatRow).where(
            col(TelegramChatRow.account_id).is_(None), col(TelegramChatRow.op) < nu - VREEMDEN
        )
    )
    session.exec(delete(UitnodigingRow).where(col(UitnodigingRow.verloopt_op) < nu - VREEMDEN))
