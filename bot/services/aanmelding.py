"""Accounts and signing in: a one-time code ties a Telegram chat to an account, until the account is revoked."""

import hashlib
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot.domein.fouten import DomeinFout
from bot.domein.lijsten import Rol
from bot.services.ids import IdBron
from bot.services.logboek import leg_vast
from bot.services.omgeving import Gebruiker
from bot.storage.tabellen import AccountRow
from bot.storage.tabellen_kanaal import TelegramChatRow, UitnodigingRow

GELDIG = timedelta(days=7)
_BEHEER = "beheer"  # the user in the audit trail when the command line acts


@dataclass(frozen=True)
class Uitnodiging:
    """ "Uitnodiging": the code, shown once; it fits in a Telegram deep link."""

    account_id: str
    code: str
    verloopt_op: datetime


def nodig_uit(
    session: Session, gebruiker: Gebruiker, *, naam: str, ids: IdBron, nu: datetime, geldig: timedelta = GELDIG
) -> Uitnodiging:
    """Makes the account if it is new, and a one-time code to sign in as it. Only the code's hash is kept.

    Raises:
        DomeinFout: The account was revoked, or has another role, practice or contactpersoon than was asked.
    """
    account_id = gebruiker.account_id or ids.nieuw()[:10]
    account = session.get(AccountRow, account_id)
    if account is None:
        account = AccountRow(
            id=account_id,
            rol=gebruiker.rol,
            gemeente=gebruiker.gemeente,
            naam=naam,
            praktijk=gebruiker.praktijk,
            contactpersoon=gebruiker.contactpersoon,
        )
        session.add(account)
        session.flush()
    if account.ingetrokken_op is not None:
        raise DomeinFout("fout/account_ingetrokken", account=account_id)
    if _als_gebruiker(account) != replace(gebruiker, account_id=account_id):
        raise DomeinFout("fout/account_anders", account=account_id)
    code = secrets.token_urlsafe(24)
    session.add(UitnodigingRow(code_sha256=_hash(code), account_id=account_id, verloopt_op=nu + geldig))
    leg_vast(session, gebeurtenis="account_uitgenodigd", gebruiker=_BEHEER, op=nu, namens=account_id)
    return Uitnodiging(account_id, code, nu + geldig)


def meld_aan(session: Session, chat_id: int, code: str, *, nu: datetime) -> Gebruiker | None:
    """Uses an invitation: this chat is the account's from now on, and no other chat. None when the code is no good."""
    rij = session.get(UitnodigingRow, _hash(code), with_for_update=True)
    if rij is None or rij.gebruikt_op is not None or rij.verloopt_op <= nu:
        return None
    account = session.get(AccountRow, rij.account_id)
    if account is None or account.ingetrokken_op is not None:
        return None
    for eerder in session.exec(select(TelegramChatRow).where(TelegramChatRow.account_id == account.id)):
        eerder.account_id = None
        session.add(eerder)
    chat = chat_van(session, chat_id, nu=nu)
    chat.account_id, chat.geblokkeerd_op = account.id, None
    rij.gebruikt_op = nu
    session.add_all([chat, rij])
    leg_vast(session, gebeurtenis="account_aangemeld", gebruiker=account.id, op=nu)
    return _als_gebruiker(account)


def gebruiker_van(session: Session, chat_id: int) -> Gebruiker | None:
    """Who is behind a chat; None for a stranger and for an account that was revoked."""
    chat = session.get(TelegramChatRow, chat_id)
    account = session.get(AccountRow, chat.account_id) if chat is not None and chat.account_id else None
    return None if account is None or account.ingetrokken_op is not None else _als_gebruiker(account)


def chat_van(session: Session, chat_id: int, *, nu: datetime) -> TelegramChatRow:
    """The chat's row, made when it writes for the first time."""
    chat = session.get(TelegramChatRow, chat_id)
    if chat is None:
        chat = TelegramChatRow(chat_id=chat_id, op=nu)
        session.add(chat)
        session.flush()
    return chat


def chats_van(session: Session, rol: Rol, *, gemeente: str, code: str) -> list[tuple[int, str]]:
    """The chats (with their accounts) of a practice, a contactpersoon, or a gemeente's beheerders, if reachable."""
    kolom = {Rol.ASSISTENT: AccountRow.praktijk, Rol.CONTACTPERSOON: AccountRow.contactpersoon}.get(rol)
    vraag = (
        select(TelegramChatRow.chat_id, AccountRow.id)
        .join(AccountRow, col(TelegramChatRow.account_id) == col(AccountRow.id))
        .where(AccountRow.rol == rol, AccountRow.gemeente == gemeente, col(AccountRow.ingetrokken_op).is_(None))
        .where(col(TelegramChatRow.geblokkeerd_op).is_(None))
    )
    if kolom is not None:
        vraag = vraag.where(kolom == code)
    return [(chat_id, account_id) for chat_id, account_id in session.exec(vraag.order_by(col(AccountRow.id)))]


def chats_van_account(session: Session, account_id: str) -> list[int]:
    """The chats in which somebody signed in as this account."""
    return list(session.exec(select(TelegramChatRow.chat_id).where(TelegramChatRow.account_id == account_id)))


def trek_account_in(session: Session, account_id: str, *, nu: datetime) -> AccountRow:
    """Revokes an account: it is refused from the next message on, and its invitations are worth nothing.

    Raises:
        DomeinFout: There is no such account.
    """
    account = session.get(AccountRow, account_id)
    if account is None:
        raise DomeinFout("fout/account_onbekend", account=account_id)
    if account.ingetrokken_op is None:
        account.ingetrokken_op = nu
        session.add(account)
        leg_vast(session, gebeurtenis="account_ingetrokken", gebruiker=_BEHEER, op=nu, namens=account_id)
    return account


def accounts(session: Session, *, gemeente: str) -> list[tuple[AccountRow, bool]]:
    """All accounts of a gemeente, and whether somebody signed in."""
    gekoppeld = set(session.exec(select(TelegramChatRow.account_id)))
    rijen = session.exec(select(AccountRow).where(AccountRow.gemeente == gemeente).order_by(col(AccountRow.id)))
    return [(rij, rij.id in gekoppeld) for rij in rijen]


def _als_gebruiker(account: AccountRow) -> Gebruiker:
    return Gebruiker(
        account.id,
        Rol(account.rol),
        account.gemeente,
        praktijk=account.praktijk,
        contactpersoon=account.contactpersoon,
    )


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
