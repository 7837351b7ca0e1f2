"""The first tables, and the triggers that keep the append-only ones append-only.

Column types are plain here: a migration must not change when the models do.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ALLEEN_TOEVOEGEN = ("casus_gebeurtenis", "toestemming", "logregel")
MELDING = "append-only: rows never change, and go only when they are older than 5 years"


def upgrade() -> None:
    """Makes all tables and triggers."""
    _gesprekken()
    _casussen()
    _toestemming()
    _overdracht()
    _gegevens()
    _uitbak_en_dialoog()
    _logregel()
    if op.get_bind().dialect.name == "postgresql":
        _postgresql_functie()
    for tabel in ALLEEN_TOEVOEGEN:
        _bewaak(tabel)


def _tekst(naam: str, lengte: int, *, leeg: bool = False) -> sa.Column[str]:
    return sa.Column(naam, sa.String(lengte), nullable=leeg)


def _moment(naam: str, *, leeg: bool = False) -> sa.Column[object]:
    return sa.Column(naam, sa.DateTime(timezone=True), nullable=leeg)


def _gesprekken() -> None:
    op.create_table(
        "account",
        _tekst("id", 32),
        _tekst("rol", 20),
        _tekst("gemeente", 40),
        sa.Column("naam", sa.Text, nullable=False),
        _tekst("praktijk", 40, leeg=True),
        _tekst("contactpersoon", 40, leeg=True),
        _moment("ingetrokken_op", leeg=True),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
    )
    op.create_index("ix_account_gemeente", "account", ["gemeente"])
    op.create_table(
        "gesprek",
        _tekst("id", 64),
        _tekst("account_id", 32),
        _tekst("actieve_casus_id", 32, leeg=True),
        sa.PrimaryKeyConstraint("id", name="pk_gesprek"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_gesprek_account_id"),
    )
    op.create_index("ix_gesprek_account_id", "gesprek", ["account_id"])


def _casussen() -> None:
    op.create_table(
        "casus",
        _tekst("id", 32),
        _tekst("code", 12),
        _tekst("gemeente", 40),
        sa.Column("protocol_versie", sa.Integer, nullable=False),
        _tekst("praktijk", 40),
        _tekst("gesprek_id", 64),
        _tekst("status", 20),
        _tekst("uitkomst", 20, leeg=True),
        sa.Column("dossier", sa.Text, nullable=False),
        sa.Column("interacties", sa.Integer, nullable=False),
        _moment("aangemaakt_op"),
        _moment("bijgewerkt_op"),
        _moment("verloopt_op", leeg=True),
        sa.PrimaryKeyConstraint("id", name="pk_casus"),
        sa.UniqueConstraint("code", name="uq_casus_code"),
        sa.ForeignKeyConstraint(["gesprek_id"], ["gesprek.id"], name="fk_casus_gesprek_id"),
    )
    for kolom in ("gesprek_id", "praktijk", "status", "verloopt_op"):
        op.create_index(f"ix_casus_{kolom}", "casus", [kolom])
    op.create_table(
        "casus_gebeurtenis",
        sa.Column("id", sa.Integer, nullable=False),
        _tekst("casus_id", 32),
        sa.Column("volgnummer", sa.Integer, nullable=False),
        _tekst("soort", 40),
        sa.Column("gegevens", sa.JSON, nullable=False),
        _tekst("door", 64),
        _moment("op"),
        sa.PrimaryKeyConstraint("id", name="pk_casus_gebeurtenis"),
        sa.UniqueConstraint("casus_id", "volgnummer", name="uq_casus_gebeurtenis_casus_id_volgnummer"),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name="fk_casus_gebeurtenis_casus_id"),
    )


def _toestemming() -> None:
    op.create_table(
        "toestemming",
        _tekst("id", 32),
        _tekst("casus_id", 32),
        sa.Column("volgnummer", sa.Integer, nullable=False),
        _tekst("soort", 20),
        _tekst("tekst_id", 40),
        sa.Column("tekst_versie", sa.Integer, nullable=False),
        _tekst("taal", 8),
        _tekst("tekst_sha256", 64),
        _tekst("wijze", 20),
        _tekst("door", 20, leeg=True),
        _tekst("doel", 200),
        _tekst("ontvanger", 400),
        sa.Column("velden", sa.JSON, nullable=False),
        sa.Column("extra", sa.JSON, nullable=False),
        _tekst("vastgelegd_door", 64),
        _tekst("namens", 200),
        _moment("op"),
        sa.Column("geldig_tot", sa.Date, nullable=True),
        _tekst("intrekking_wijze", 40, leeg=True),
        _tekst("intrekking_gemeld_aan", 400, leeg=True),
        sa.PrimaryKeyConstraint("id", name="pk_toestemming"),
        sa.UniqueConstraint("casus_id", "volgnummer", name="uq_toestemming_casus_id_volgnummer"),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name="fk_toestemming_casus_id"),
    )


def _overdracht() -> None:
    op.create_table(
        "overdracht",
        _tekst("casus_id", 32),
        _tekst("toestemming_id", 32),
        _tekst("contactpersoon", 40),
        _tekst("vervanger", 40, leeg=True),
        sa.Column("velden", sa.Text, nullable=False),
        sa.Column("tekst", sa.Text, nullable=False),
        _moment("op"),
        sa.Column("contact_voor", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("casus_id", name="pk_overdracht"),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name="fk_overdracht_casus_id"),
        sa.ForeignKeyConstraint(["toestemming_id"], ["toestemming.id"], name="fk_overdracht_toestemming_id"),
    )
    op.create_index("ix_overdracht_contactpersoon", "overdracht", ["contactpersoon"])


def _gegevens() -> None:
    op.create_table(
        "protocol_versie",
        _tekst("gemeente", 40),
        sa.Column("versie", sa.Integer, nullable=False),
        _tekst("sha256", 64),
        sa.Column("inhoud", sa.Text, nullable=False),
        _moment("vastgelegd_op"),
        sa.PrimaryKeyConstraint("gemeente", "versie", name="pk_protocol_versie"),
    )
    op.create_table(
        "activiteit",
        _tekst("gemeente", 40),
        _tekst("id", 40),
        _tekst("naam", 120),
        sa.Column("gegevens", sa.JSON, nullable=False),
        _tekst("status", 20),
        _moment("bijgewerkt_op"),
        sa.PrimaryKeyConstraint("gemeente", "id", name="pk_activiteit"),
    )
    op.create_index("ix_activiteit_stand", "activiteit", ["gemeente", "bijgewerkt_op"])
    op.create_table(
        "onvervulde_behoefte",
        _tekst("gemeente", 40),
        _tekst("leefgebied", 40),
        _tekst("wsv", 40),
        _tekst("week", 8),
        sa.Column("aantal", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("gemeente", "leefgebied", "wsv", "week", name="pk_onvervulde_behoefte"),
    )


def _uitbak_en_dialoog() -> None:
    op.create_table(
        "uitbak",
        sa.Column("id", sa.Integer, nullable=False),
        _tekst("sleutel", 120),
        _tekst("rol", 20),
        _tekst("ontvanger", 64),
        _tekst("naam", 80),
        sa.Column("tekst", sa.Text, nullable=False),
        _tekst("casus_id", 32, leeg=True),
        _moment("op"),
        _moment("bezorgd_op", leeg=True),
        sa.PrimaryKeyConstraint("id", name="pk_uitbak"),
        sa.UniqueConstraint("sleutel", name="uq_uitbak_sleutel"),
    )
    op.create_index("ix_uitbak_ontvanger", "uitbak", ["ontvanger"])
    op.create_table(
        "dialoog_gebeurtenis",
        sa.Column("id", sa.Integer, nullable=False),
        _tekst("sender_id", 120),
        sa.Column("volgnummer", sa.Integer, nullable=False),
        sa.Column("gebeurtenissen", sa.Text, nullable=False),
        _moment("op"),
        sa.PrimaryKeyConstraint("id", name="pk_dialoog_gebeurtenis"),
        sa.UniqueConstraint("sender_id", "volgnummer", name="uq_dialoog_gebeurtenis_sender_id_volgnummer"),
    )


def _logregel() -> None:
    op.create_table(
        "logregel",
        sa.Column("id", sa.Integer, nullable=False),
        _tekst("gebeurtenis", 60),
        _tekst("casus_code", 12, leeg=True),
        _tekst("gebruiker", 64),
        _tekst("namens", 200, leeg=True),
        _tekst("toestemming_id", 32, leeg=True),
        _moment("op"),
        _tekst("anker", 64, leeg=True),
        _tekst("vorige", 64),
        _tekst("digest", 64),
        sa.PrimaryKeyConstraint("id", name="pk_logregel"),
        sa.UniqueConstraint("vorige", name="uq_logregel_vorige"),
        sa.UniqueConstraint("digest", name="uq_logregel_digest"),
    )


def _bewaak(tabel: str) -> None:
    """Triggers that refuse UPDATE always and DELETE within the term, by the database's own clock."""
    if op.get_bind().dialect.name == "sqlite":
        te_jong = "OLD.op > strftime('%Y-%m-%d %H:%M:%f', 'now', '-5 years')"
        weiger = f"BEGIN SELECT RAISE(ABORT, '{tabel}: {MELDING}'); END"
        op.execute(f"CREATE TRIGGER {tabel}_update BEFORE UPDATE ON {tabel} {weiger}")
        op.execute(f"CREATE TRIGGER {tabel}_delete BEFORE DELETE ON {tabel} WHEN {te_jong} {weiger}")
        return
    te_jong = "OLD.op > now() - interval '5 years'"
    weiger = "EXECUTE FUNCTION weiger_wijziging()"
    op.execute(f"CREATE TRIGGER {tabel}_update BEFORE UPDATE ON {tabel} FOR EACH ROW {weiger}")
    op.execute(f"CREATE TRIGGER {tabel}_delete BEFORE DELETE ON {tabel} FOR EACH ROW WHEN ({te_jong}) {weiger}")
    op.execute(f"CREATE TRIGGER {tabel}_truncate BEFORE TRUNCATE ON {tabel} FOR EACH STATEMENT {weiger}")


def _postgresql_functie() -> None:
    op.execute(
        f"""
        CREATE FUNCTION weiger_wijziging() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '%: {MELDING}', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END $$
        """
    )
