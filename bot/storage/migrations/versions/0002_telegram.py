"""The tables of the Telegram door, and what the outbox must know to deliver.

Column types are plain here: a migration must not change when the models do.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_OPEN = sa.text("klaar_op IS NULL AND mislukt_op IS NULL")


def upgrade() -> None:
    """Makes the tables."""
    _aanmelden()
    _binnen()
    _buiten()


def _tekst(naam: str, lengte: int, *, leeg: bool = False) -> sa.Column[str]:
    return sa.Column(naam, sa.String(lengte), nullable=leeg)


def _moment(naam: str, *, leeg: bool = False) -> sa.Column[object]:
    return sa.Column(naam, sa.DateTime(timezone=True), nullable=leeg)


def _groot(naam: str, *, leeg: bool = False) -> sa.Column[int]:
    return sa.Column(naam, sa.BigInteger, nullable=leeg, autoincrement=False)


def _verwijzing(tabel: str, kolom: str, doel: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([kolom], [doel], name=f"fk_{tabel}_{kolom}")


def _aanmelden() -> None:
    op.create_table(
        "telegram_chat",
        _groot("chat_id"),
        _tekst("account_id", 32, leeg=True),
        _moment("op"),
        _moment("gegroet_op", leeg=True),
        _moment("geblokkeerd_op", leeg=True),
        sa.PrimaryKeyConstraint("chat_id", name="pk_telegram_chat"),
        _verwijzing("telegram_chat", "account_id", "account.id"),
    )
    op.create_index("ix_telegram_chat_account_id", "telegram_chat", ["account_id"])
    op.create_table(
        "uitnodiging",
        _tekst("code_sha256", 64),
        _tekst("account_id", 32),
        _moment("verloopt_op"),
        _moment("gebruikt_op", leeg=True),
        sa.PrimaryKeyConstraint("code_sha256", name="pk_uitnodiging"),
        _verwijzing("uitnodiging", "account_id", "account.id"),
    )
    op.create_index("ix_uitnodiging_account_id", "uitnodiging", ["account_id"])
    op.create_table(
        "afwezigheid",
        _tekst("gemeente", 40),
        _tekst("contactpersoon", 40),
        _moment("sinds"),
        sa.PrimaryKeyConstraint("gemeente", "contactpersoon", name="pk_afwezigheid"),
    )


def _binnen() -> None:
    op.create_table(
        "update_in",
        _groot("update_id"),
        _groot("chat_id"),
        _tekst("soort", 20),
        sa.Column("inhoud", sa.Text, nullable=True),
        _moment("op"),
        *_voortgang(),
        sa.PrimaryKeyConstraint("update_id", name="pk_update_in"),
    )
    _index_open("update_in", "update_id")


def _buiten() -> None:
    op.create_table(
        "chatbericht",
        _tekst("id", 24),
        _groot("chat_id"),
        _tekst("account_id", 32),
        _tekst("soort", 20),
        _tekst("casus_id", 32, leeg=True),
        _groot("message_id", leeg=True),
        sa.Column("inhoud", sa.Text, nullable=False),
        sa.Column("open", sa.Boolean, nullable=False),
        _moment("op"),
        _moment("verwijder_op", leeg=True),
        sa.PrimaryKeyConstraint("id", name="pk_chatbericht"),
        _verwijzing("chatbericht", "account_id", "account.id"),
    )
    op.create_index("ix_chatbericht_chat_id", "chatbericht", ["chat_id", "soort"])
    for kolom in ("casus_id", "verwijder_op"):
        op.create_index(f"ix_chatbericht_{kolom}", "chatbericht", [kolom])
    op.create_table(
        "zending",
        sa.Column("id", sa.Integer, nullable=False),
        _groot("chat_id"),
        _tekst("soort", 20),
        sa.Column("inhoud", sa.Text, nullable=True),
        _tekst("chatbericht_id", 24, leeg=True),
        sa.Column("uitbak_id", sa.Integer, nullable=True),
        _moment("op"),
        _moment("begonnen_op", leeg=True),
        *_voortgang(),
        sa.Column("herhaald", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_zending"),
        _verwijzing("zending", "chatbericht_id", "chatbericht.id"),
        _verwijzing("zending", "uitbak_id", "uitbak.id"),
    )
    _index_open("zending", "id")
    op.create_index("ix_zending_chatbericht_id", "zending", ["chatbericht_id"])


def _voortgang() -> tuple[sa.Column[Any], ...]:
    return (
        _moment("klaar_op", leeg=True),
        _moment("niet_voor", leeg=True),
        sa.Column("pogingen", sa.Integer, nullable=False),
        _moment("mislukt_op", leeg=True),
        _tekst("reden", 80, leeg=True),
    )


def _index_open(tabel: str, nummer: str) -> None:
    op.create_index(f"ix_{tabel}_open", tabel, ["chat_id", nummer], sqlite_where=_OPEN, postgresql_where=_OPEN)
