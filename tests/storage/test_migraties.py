from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel

from bot.services.logboek import leg_vast
from bot.storage import migrations, tabellen, tabellen_kanaal
from bot.storage.engine import maak_engine
from bot.storage.kolommen import OpslagFout
from bot.storage.migrations import migreer
from tests.storage.processen import POORT, draai_samen
from tests.storage.rijen import NU, maak_casus, maak_gebeurtenis, maak_toestemming

ALLEEN_TOEVOEGEN = ("casus_gebeurtenis", "toestemming", "logregel")
OUD = datetime.now(UTC) - timedelta(days=5 * 366)
BIJNA_OUD = datetime.now(UTC) - timedelta(days=5 * 365 - 3)
MIGREER = (
    """
import sys
from bot.storage.engine import maak_engine
from bot.storage.migrations import migreer
"""
    + POORT
    + """
migreer(maak_engine(sys.argv[1]))
"""
)


def _vul(session: Session, *, op: datetime = NU) -> None:
    casus = maak_casus(session)
    maak_gebeurtenis(session, casus, op=op)
    maak_toestemming(session, casus, op=op)
    leg_vast(session, gebeurtenis="kaart_geopend", gebruiker="a1", op=op)
    session.commit()


def test_an_empty_database_comes_to_the_newest_schema_and_a_second_time_changes_nothing(lege_database_url: str) -> None:
    engine = maak_engine(lege_database_url)
    migreer(engine)
    migreer(engine)
    assert set(SQLModel.metadata.tables) < set(inspect(engine).get_table_names())
    engine.dispose()


def test_models_and_migrations_agree(engine: Engine) -> None:
    for bekend in (tabellen.CasusRow, tabellen_kanaal.ZendingRow):
        assert bekend.__tablename__ in SQLModel.metadata.tables
    with engine.connect() as verbinding:
        opties = {"compare_type": True, "compare_server_default": True}
        assert compare_metadata(MigrationContext.configure(verbinding, opts=opties), SQLModel.metadata) == []


def nieuwste_versie() -> str:
    map_ = Path(migrations.__file__).parent / "versions"
    return max(pad.name.split("_")[0] for pad in map_.glob("0*.py"))


def test_several_processes_may_start_at_once(lege_database_url: str) -> None:
    draai_samen(MIGREER, [[lege_database_url]] * 4)
    engine = maak_engine(lege_database_url)
    with engine.connect() as verbinding:
        assert verbinding.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [
            nieuwste_versie()
        ]
    engine.dispose()


def test_a_failed_migration_leaves_nothing_behind(lege_database_url: str) -> None:
    engine = maak_engine(lege_database_url)
    with engine.begin() as verbinding:
        verbinding.execute(text("CREATE TABLE uitbak (iets INTEGER)"))
    with pytest.raises(Exception, match="uitbak"):
        migreer(engine)
    assert inspect(engine).get_table_names() == ["uitbak"]
    engine.dispose()


def test_a_database_of_a_newer_version_is_refused(engine: Engine) -> None:
    with engine.begin() as verbinding:
        verbinding.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(OpslagFout) as fout:
        migreer(engine)
    assert fout.value.tekst == "fout/database_nieuwer"


@pytest.mark.parametrize("tabel", ALLEEN_TOEVOEGEN)
@pytest.mark.parametrize("op", [NU, OUD])
def test_rows_of_append_only_tables_never_change(session: Session, tabel: str, op: datetime) -> None:
    _vul(session, op=op)
    with pytest.raises(IntegrityError, match="append-only"):
        session.connection().execute(text(f"UPDATE {tabel} SET op = op"))


@pytest.mark.parametrize("tabel", ALLEEN_TOEVOEGEN)
def test_rows_of_append_only_tables_stay_for_five_years(session: Session, tabel: str) -> None:
    _vul(session, op=BIJNA_OUD)
    with pytest.raises(IntegrityError, match="append-only"):
        session.connection().execute(text(f"DELETE FROM {tabel}"))


@pytest.mark.parametrize("tabel", ALLEEN_TOEVOEGEN)
def test_rows_of_append_only_tables_may_go_after_five_years(session: Session, tabel: str) -> None:
    _vul(session, op=OUD)
    assert session.connection().execute(text(f"DELETE FROM {tabel}")).rowcount == 1


@pytest.mark.parametrize("tabel", ALLEEN_TOEVOEGEN)
def test_there_is_no_way_around_the_triggers(session: Session, engine: Engine, tabel: str) -> None:
    _vul(session, op=BIJNA_OUD)
    opdracht = (
        f"INSERT OR REPLACE INTO {tabel} SELECT * FROM {tabel}"
        if engine.dialect.name == "sqlite"
        else f"TRUNCATE {tabel} CASCADE"
    )
    with pytest.raises(IntegrityError, match="append-only"):
        session.connection().execute(text(opdracht))
