"""The tables. Dutch singular names; every column with personal data is annotated with purpose and term.

Rows are written by `bot.services` only. Append-only tables (`casus_gebeurtenis`, `toestemming`, `logregel`) are
guarded by triggers in the database itself (see the migrations).
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Date, ForeignKey, Index, Integer, String, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from bot.storage.kolommen import UtcDatumTijd, VersleuteldeTekst, VersleuteldJson, persoonsgegeven

SQLModel.metadata.naming_convention = {  # one name on both databases, so that a later migration can change a constraint
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
_NIEUW = text("bezorgd_op IS NULL")


class AccountRow(SQLModel, table=True):
    """ "Account": a person who may use Wijkbrug in one role; signing in follows with the Telegram door."""

    __tablename__ = "account"

    id: str = Field(primary_key=True, max_length=32)
    rol: str = Field(max_length=20)
    gemeente: str = Field(max_length=40, index=True)
    naam: str = Field(
        sa_column=Column(Text, nullable=False, info=persoonsgegeven(doel="tonen wie iets deed", termijn="account"))
    )
    praktijk: str | None = Field(default=None, max_length=40)
    contactpersoon: str | None = Field(default=None, max_length=40)
    ingetrokken_op: datetime | None = Field(default=None, sa_column=Column(UtcDatumTijd))


class ProtocolVersieRow(SQLModel, table=True):
    """ "Protocolversie": the exact YAML of a version that was used; never changes once used."""

    __tablename__ = "protocol_versie"

    gemeente: str = Field(primary_key=True, max_length=40)
    versie: int = Field(primary_key=True)
    sha256: str = Field(max_length=64)
    inhoud: str = Field(sa_column=Column(Text, nullable=False))
    vastgelegd_op: datetime = Field(sa_column=Column(UtcDatumTijd, nullable=False))


class GesprekRow(SQLModel, table=True):
    """ "Gesprek": one chat of one account; points at the case that is open in it, and at a choice that waits."""

    __tablename__ = "gesprek"

    id: str = Field(primary_key=True, max_length=64)
    account_id: str = Field(sa_column=Column(String(32), ForeignKey("account.id"), nullable=False, index=True))
    actieve_casus_id: str | None = Field(default=None, max_length=32)
    wacht_op: str | None = Field(default=None, max_length=80)  # bot.services.gesprek.Keuze: the name of a text, a code


class CasusRow(SQLModel, table=True):
    """ "Casus": one question of one patient, from the first sentence to the end of the contactpersoon's loop."""

    __tablename__ = "casus"

    id: str = Field(primary_key=True, max_length=32)
    code: str = Field(max_length=12, unique=True)
    gemeente: str = Field(max_length=40)
    protocol_versie: int
    praktijk: str = Field(max_length=40, index=True)
    gesprek_id: str = Field(sa_column=Column(String(64), ForeignKey("gesprek.id"), nullable=False, index=True))
    status: str = Field(max_length=20, index=True)
    status_reden: str | None = Field(default=None, max_length=40)  # bot.domein.lijsten.TeruggaafReden
    uitkomst: str | None = Field(default=None, max_length=20)
    dossier: dict[str, Any] = Field(
        sa_column=Column(
            VersleuteldJson,
            nullable=False,
            info=persoonsgegeven(doel="triage en overdracht", termijn="24 uur of 30 dagen na afsluiting"),
        )
    )
    interacties: int = 0
    aangemaakt_op: datetime = Field(sa_column=Column(UtcDatumTijd, nullable=False))
    bijgewerkt_op: datetime = Field(sa_column=Column(UtcDatumTijd, nullable=False))
    verloopt_op: datetime | None = Field(default=None, sa_column=Column(UtcDatumTijd, index=True))


class CasusGebeurtenisRow(SQLModel, table=True):
    """ "Casusgebeurtenis": what happened to a case, in order. Append-only; holds ids and choices, never text."""

    __tablename__ = "casus_gebeurtenis"
    __table_args__ = (UniqueConstraint("casus_id", "volgnummer"),)

    id: int | None = Field(default=None, primary_key=True)
    casus_id: str = Field(sa_column=Column(String(32), ForeignKey("casus.id"), nullable=False))
    volgnummer: int
    soort: str = Field(max_length=40)
    gegevens: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    door: str = Field(max_length=64)
    op: datetime = Field(sa_column=Column(UtcDatumTijd, nullable=False))


class ToestemmingRow(SQLModel, table=True):
    """ "Toestemming": proof of a consent given, refused or withdrawn (AVG art. 7). Append-only: each is a new row."""

    __tablename__ = "toestemming"
    __table_args__ = (UniqueConstraint("casus_id", "volgnummer"),)

    id: str = Field(primary_key=True, max_length=32)
    casus_id: str = Field(sa_column=Column(String(32), ForeignKey("casus.id"), nullable=False))
    volgnummer: int
    soort: str = Field(max_length=20)  # gegeven | geweigerd | ingetrokken
    tekst_id: str = Field(max_length=40)
    tekst_versie: int
    taal: str = Field(max_length=8)
    tekst_sha256: str = Field(max_length=64)
    wijze: str = Field(max_length=20)  # voorgelezen | getoond
    door: str | None = Field(default=None, max_length=20)
    doel: str = Field(max_length=200)
    ontvanger: str = Field(max_length=400)  # organisation and function, never the patient
    velden: list[str] = Field(sa_column=Column(JSON, nullable=False))
    extra: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))  # terugkoppeling, voicemail, evaluatie
    vastgelegd_door: str = Field(max_length=64)
    namens: str = Field(max_length=200)
    op: datetime = Field(sa_column=Column(UtcDatumTijd, nullable=False))
    geldig_tot: date | None = Field(default=None, sa_column=Column(Date))
    intrekking_wijze: str | None = Field(default=None, max_length=40)
    intrekking_gemeld_aan: str | None = Field(default=None, max_length=400)  # as long as `ontvanger`


class OverdrachtRow(SQLModel, table=True):
    """ "Overdracht": what the contactpersoon got, exactly; one per case."""

    __tablename__ = "overdracht"

    casus_id: str = Field(sa_column=Column(String(32), ForeignKey("casus.id"), primary_key=True))
    toestemming_id: str = Field(sa_column=Column(String(32), ForeignKey("toestemming.id"), nullable=False))
    contactpersoon: str = Field(max_length=40, index=True)
    vervanger: str | None = Field(default=None, max_length=40)
    velden: dict[str, Any] = Field(
        sa_column=Column(
            VersleuteldJson, nullable=False, info=persoonsgegeven(doel="overdracht", termijn="30 dagen na afsluiting")
        )
    )
    tekst: str = Field(
        sa_column=Column(
            VersleuteldeTekst, nullable=False, info=persoonsgegeven(doel="overdracht", termijn="30 dagen na afsluiting")
        )
    )
    op: datetime = Field(sa_column=Column(UtcDatumTijd, nullable=False))
    contact_voor: date = Field(sa_column=Column(Date, nullable=False))


class UitbakRow(SQLModel, table=True):
    """ "Uitbak": a message to somebody else, in the same transaction as what caused it; sent by a relay."""

    __tablename__ = "uitbak"
    __table_args__ = (Index("ix_uitbak_wacht", "id", sqlite_where=_NIEUW, postgresql_where=_NIEUW),)

    id: int | None = Field(default=None, primary_key=True)
    sleutel: str = Field(
        max_length=120, unique=True
    )  # what the message is about: the same notice is never queued twice
    rol: str = Field(max_length=20)
    ontvanger: str = Field(max_length=64, index=True)  # contactpersoon code or praktijk code
    naam: str = Field(max_length=80)  # the text's name in data/teksten
    tekst: str = Field(
        sa_column=Column(
            VersleuteldeTekst, nullable=False, info=persoonsgegeven(doel="bezorgen van een bericht", termijn="30 dagen")
        )
    )
    casus_id: str | None = Field(default=None, max_length=32)
    op: datetime = Field(sa_column=Column(UtcDatumTijd, nullable=False))
    bezorgd_op: datetime | None = Field(default=None, sa_column=Column(UtcDatumTijd))
    mislukt_op: datetime | None = Field(default=None, sa_column=Column(UtcDatumTijd))
    reden: str | None = Field(default=None, max_length=80)


class ActiviteitRow(SQLModel, table=True):
    """ "Activiteit": one offer of the local welfare catalogue (docs/specificatie.md, chapter 6)."""

    __tablename__ = "activiteit"
    __table_args__ = (Index("ix_activiteit_stand", "gemeente", "bijgewerkt_op"),)

    gemeente: str = Field(primary_key=True, max_length=40)
    id: str = Field(primary_key=True, max_length=40)
    naam: str = Field(max_length=120)
    gegevens: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))  # bot.domein.activiteit.Activiteit
    status: str = Field(max_length=20)
    bijgewerkt_op: datetime = Field(sa_column=Column(UtcDatumTijd, nullable=False))


class OnvervuldeBehoefteRow(SQLModel, table=True):
    """ "Onvervulde behoefte": no activity matched; leefgebied × WSV × week, no person."""

    __tablename__ = "onvervulde_behoefte"

    gemeente: str = Field(primary_key=True, max_length=40)
    leefgebied: str = Field(primary_key=True, max_length=40)
    wsv: str = Field(primary_key=True, max_length=40)
    week: str = Field(primary_key=True, max_length=8)  # ISO, "2026-W48"
    aantal: int = 0


class BegripTellingRow(SQLModel, table=True):
    """ "Begriptelling": how often something was understood or put right in a week; a number, no text, no person."""

    __tablename__ = "begrip_telling"

    gemeente: str = Field(primary_key=True, max_length=40)
    week: str = Field(primary_key=True, max_length=8)  # ISO, "2026-W48"
    teller: str = Field(primary_key=True, max_length=20)  # bot.services.begriptelling.Teller
    id: str = Field(primary_key=True, max_length=40)
    aantal: int = 0


class DialoogGebeurtenisRow(SQLModel, table=True):
    """ "Dialooggebeurtenis": the events of one turn of one Rasa tracker; disappears with the unfinished case."""

    __tablename__ = "dialoog_gebeurtenis"
    __table_args__ = (UniqueConstraint("sender_id", "volgnummer"),)

    id: int | None = Field(default=None, primary_key=True)
    sender_id: str = Field(sa_column=Column(String(120), nullable=False))
    volgnummer: int = Field(sa_column=Column(Integer, nullable=False))
    gebeurtenissen: list[dict[str, Any]] = Field(
        sa_column=Column(
            VersleuteldJson, nullable=False, info=persoonsgegeven(doel="het gesprek vervolgen", termijn="24 uur")
        )
    )
    op: datetime = Field(sa_column=Column(UtcDatumTijd, nullable=False))


class LogregelRow(SQLModel, table=True):
    """ "Logregel": audit trail after NEN 7513; append-only, each row carries the digest of the one before it."""

    __tablename__ = "logregel"

    id: int | None = Field(default=None, primary_key=True)
    gebeurtenis: str = Field(max_length=60)
    casus_code: str | None = Field(default=None, max_length=12)
    gebruiker: str = Field(max_length=64)
    namens: str | None = Field(default=None, max_length=200)
    toestemming_id: str | None = Field(default=None, max_length=32)
    op: datetime = Field(sa_column=Column(UtcDatumTijd, nullable=False))
    anker: str | None = Field(
        default=None, max_length=64
    )  # digest of the last row that was cleared away at the end of its term
    vorige: str = Field(max_length=64, unique=True)  # unique: the chain cannot fork
    digest: str = Field(max_length=64, unique=True)
