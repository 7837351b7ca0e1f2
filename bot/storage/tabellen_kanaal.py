"""The tables of the Telegram door: who is behind a chat, what came in, what goes out, and what can still change there.

What a message says is kept only until it is handled or delivered; the row without its content stays for two days, so
that a repeated update is recognised (Telegram keeps updates for 24 hours).
"""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Index, String, text
from sqlmodel import Field, SQLModel

from bot.storage.kolommen import UtcDatumTijd, VersleuteldJson, persoonsgegeven

_BEZORGEN = persoonsgegeven(doel="een bericht aan de juiste chat bezorgen", termijn="2 dagen na bezorging")
_KOPPELING = persoonsgegeven(doel="weten wie in deze chat zit", termijn="account, of 30 dagen zonder account")
_INHOUD = persoonsgegeven(doel="een bericht verwerken of bezorgen", termijn="tot het verwerkt of bezorgd is")
_KNOPPEN = persoonsgegeven(doel="weten wat een knop betekent", termijn="30 dagen")
_OPEN = text("klaar_op IS NULL AND mislukt_op IS NULL")


def _chat(info: dict[str, Any], *, primair: bool = False) -> Column[int]:
    return Column(BigInteger, primary_key=primair, autoincrement=False, nullable=False, info=info)


class TelegramChatRow(SQLModel, table=True):
    """ "Telegramchat": a private chat, and the account that signed in there. In a private chat its id is the user's."""

    __tablename__ = "telegram_chat"

    chat_id: int = Field(sa_column=_chat(_KOPPELING, primair=True))
    account_id: str | None = Field(
        default=None, sa_column=Column(String(32), ForeignKey("account.id"), nullable=True, index=True)
    )
    op: datetime = Field(sa_column=Column(UtcDatumTijd, nullable=False))
    gegroet_op: datetime | None = Field(default=None, sa_column=Column(UtcDatumTijd))
    geblokkeerd_op: datetime | None = Field(default=None, sa_column=Column(UtcDatumTijd))


class UitnodigingRow(SQLModel, table=True):
    """ "Uitnodiging": a one-time code to sign in as an account. Only its SHA-256 is kept."""

    __tablename__ = "uitnodiging"

    code_sha256: str = Field(primary_key=True, max_length=64)
    account_id: str = Field(sa_column=Column(String(32), ForeignKey("account.id"), nullable=False, index=True))
    verloopt_op: datetime = Field(sa_column=Column(UtcDatumTijd, nullable=False))
    gebruikt_op: datetime | None = Field(default=None, sa_column=Column(UtcDatumTijd))


class UpdateInRow(SQLModel, table=True):
    """ "Update in": one update of Telegram, written before it is acknowledged. Never the raw text of a message."""

    __tablename__ = "update_in"
    __table_args__ = (
        Index("ix_update_in_open", "chat_id", "update_id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_update_in_wacht", "update_id", sqlite_where=_OPEN, postgresql_where=_OPEN),
    )

    update_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    chat_id: int = Field(sa_column=_chat(_BEZORGEN))
    soort: str = Field(max_length=20)  # bot.services.binnenkomst.Soort
    inhoud: dict[str, Any] | None = Field(sa_column=Column(VersleuteldJson, nullable=True, info=_INHOUD))
    op: datetime = Field(sa_column=Column(UtcDatumTijd, nullable=False))
    klaar_op: datetime | None = Field(default=None, sa_column=Column(UtcDatumTijd))
    niet_voor: datetime | None = Field(default=None, sa_column=Column(UtcDatumTijd))
    pogingen: int = 0
    mislukt_op: datetime | None = Field(default=None, sa_column=Column(UtcDatumTijd))
    reden: str | None = Field(default=None, max_length=80)


class ChatberichtRow(SQLModel, table=True):
    """ "Chatbericht": a message of the bot that has buttons or can still change: a question, a card, a notice.

    A button's payload is "<id>.<number>": it means nothing outside this table, and only in this chat.
    """

    __tablename__ = "chatbericht"
    __table_args__ = (Index("ix_chatbericht_chat_id", "chat_id", "soort"),)

    id: str = Field(primary_key=True, max_length=24)
    chat_id: int = Field(sa_column=_chat(_BEZORGEN))
    account_id: str = Field(sa_column=Column(String(32), ForeignKey("account.id"), nullable=False))
    soort: str = Field(max_length=20)  # bot.services.chatberichten.Chatsoort
    casus_id: str | None = Field(default=None, max_length=32, index=True)
    message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    inhoud: dict[str, Any] = Field(sa_column=Column(VersleuteldJson, nullable=False, info=_KNOPPEN))
    open: bool = True
    op: datetime = Field(sa_column=Column(UtcDatumTijd, nullable=False))
    verwijder_op: datetime | None = Field(default=None, sa_column=Column(UtcDatumTijd, index=True))


class ZendingRow(SQLModel, table=True):
    """ "Zending": one call to Telegram that must be made for one chat, in order; sent by the relay, at least once."""

    __tablename__ = "zending"
    __table_args__ = (
        Index("ix_zending_open", "chat_id", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_zending_wacht", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
    )

    id: int | None = Field(default=None, primary_key=True)
    chat_id: int = Field(sa_column=_chat(_BEZORGEN))
    soort: str = Field(max_length=20)  # bot.services.zendingen.Zendsoort
    inhoud: dict[str, Any] | None = Field(sa_column=Column(VersleuteldJson, nullable=True, info=_INHOUD))
    chatbericht_id: str | None = Field(
        default=None, sa_column=Column(String(24), ForeignKey("chatbericht.id"), nullable=True, index=True)
    )
    uitbak_id: int | None = Field(default=None, sa_column=Column(ForeignKey("uitbak.id"), nullable=True))
    op: datetime = Field(sa_column=Column(UtcDatumTijd, nullable=False))
    begonnen_op: datetime | None = Field(default=None, sa_column=Column(UtcDatumTijd))
    klaar_op: datetime | None = Field(default=None, sa_column=Column(UtcDatumTijd))
    niet_voor: datetime | None = Field(default=None, sa_column=Column(UtcDatumTijd))
    pogingen: int = 0
    herhaald: int = 0  # sent again after a start that was never confirmed: the person may have seen it twice
    mislukt_op: datetime | None = Field(default=None, sa_column=Column(UtcDatumTijd))
    reden: str | None = Field(default=None, max_length=80)


class AfwezigheidRow(SQLModel, table=True):
    """ "Afwezigheid": this contactpersoon is away; notices of new cases go to the vervanger whom the consent names."""

    __tablename__ = "afwezigheid"

    gemeente: str = Field(primary_key=True, max_length=40)
    contactpersoon: str = Field(primary_key=True, max_length=40)
    sinds: datetime = Field(sa_column=Column(UtcDatumTijd, nullable=False))
