import os
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import Session, select

from bot.services.teksten import Teksten
from bot.storage import storingen
from bot.storage.engine import lezend, maak_engine
from bot.storage.kolommen import OpslagFout
from bot.storage.tabellen import OnvervuldeBehoefteRow
from tests.storage.processen import POORT, draai_samen
from tests.storage.rijen import maak_casus

TEKSTEN = Path(__file__).parents[2] / "data" / "teksten" / "opslag.yml"
SCHRIJF_DOOR = """
import sys
from sqlalchemy import text
from bot.storage.engine import maak_engine
engine = maak_engine(sys.argv[1])
for nummer in range(100_000):
    with engine.begin() as verbinding:
        verbinding.execute(text("INSERT INTO onvervulde_behoefte VALUES ('z', 'rouw', 'w', :n, 1)"), {"n": str(nummer)})
    print(nummer, flush=True)
"""
TEL_OP = (
    """
import sys
from sqlmodel import Session
from bot.storage.engine import maak_engine
from bot.storage.tabellen import OnvervuldeBehoefteRow
"""
    + POORT
    + """
engine = maak_engine(sys.argv[1])
for _ in range(100):
    with Session(engine) as session:
        regel = session.get(OnvervuldeBehoefteRow, ("z", "rouw", "w", "2026-W48"), with_for_update=True)
        regel.aantal += 1
        session.commit()
"""
)


def _begin_te_tellen(engine: Engine) -> None:
    with Session(engine) as session:
        session.add(OnvervuldeBehoefteRow(gemeente="z", leefgebied="rouw", wsv="w", week="2026-W48"))
        session.commit()


def _niet_wachten(engine: Engine) -> None:
    """Makes a lock fail soon instead of after five seconds."""
    opdracht = "PRAGMA busy_timeout=50" if engine.dialect.name == "sqlite" else "SET lock_timeout = '50ms'"

    def zet(verbinding: DBAPIConnection, _: object) -> None:
        verbinding.cursor().execute(opdracht)
        verbinding.commit()

    event.listen(engine, "connect", zet)
    engine.dispose()


def test_two_processes_that_read_and_write_neither_deadlock_nor_lose_a_count(engine: Engine, database_url: str) -> None:
    _begin_te_tellen(engine)
    draai_samen(TEL_OP, [[database_url]] * 2)
    with Session(engine) as session:
        assert session.exec(select(OnvervuldeBehoefteRow.aantal)).one() == 200


def test_what_was_committed_survives_a_kill(engine: Engine, database_url: str) -> None:
    proces = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", SCHRIJF_DOOR, database_url], stdout=subprocess.PIPE, text=True
    )
    assert proces.stdout is not None
    for _ in range(20):
        bevestigd = int(proces.stdout.readline())
    proces.send_signal(signal.SIGKILL)
    bevestigd = max([bevestigd, *(int(regel) for regel in proces.stdout.read().split())])
    proces.wait(timeout=10)
    with Session(engine) as session:
        weken = {int(week) for week in session.exec(select(OnvervuldeBehoefteRow.week))}
    assert set(range(bevestigd + 1)) <= weken


def test_a_lock_that_is_not_given_up_is_a_clear_failure(engine: Engine) -> None:
    _niet_wachten(engine)
    _begin_te_tellen(engine)
    ophogen = text("UPDATE onvervulde_behoefte SET aantal = aantal + 1")

    def nog_eens() -> None:
        with engine.begin() as ander:
            ander.execute(ophogen)

    with engine.begin() as een:
        een.execute(ophogen)
        with pytest.raises(OpslagFout) as fout:
            nog_eens()
    assert fout.value.tekst == storingen.BEZET


def test_a_reader_does_not_wait_for_a_writer_and_cannot_write(engine: Engine) -> None:
    _niet_wachten(engine)
    _begin_te_tellen(engine)
    with engine.begin() as schrijver:
        schrijver.execute(text("UPDATE onvervulde_behoefte SET aantal = 7"))
        with Session(lezend(engine)) as session:
            regel = session.exec(select(OnvervuldeBehoefteRow)).one()
            assert regel.aantal == 0
            regel.aantal = 3
            with pytest.raises(OpslagFout) as fout:
                session.commit()
        assert fout.value.tekst == storingen.ALLEEN_LEZEN
    with engine.begin() as schrijver:  # a connection that was used for reading can write again
        schrijver.execute(text("UPDATE onvervulde_behoefte SET aantal = 8"))


def test_a_rolled_back_transaction_leaves_nothing(engine: Engine) -> None:
    with Session(engine) as session:
        session.add(OnvervuldeBehoefteRow(gemeente="z", leefgebied="rouw", wsv="w", week="2026-W48"))
        session.flush()
        session.connection().execute(text("CREATE TABLE tijdelijk (x INTEGER)"))
        session.rollback()
        assert session.exec(select(OnvervuldeBehoefteRow)).first() is None
    with pytest.raises(OpslagFout) as fout, engine.connect() as verbinding:
        verbinding.execute(text("SELECT * FROM tijdelijk"))
    assert fout.value.tekst == storingen.SCHEMA


def test_foreign_keys_are_kept(session: Session) -> None:
    maak_casus(session)
    with pytest.raises(IntegrityError):
        session.connection().execute(text("DELETE FROM gesprek"))


def test_errors_never_show_values(session: Session) -> None:
    with pytest.raises(StatementError) as fout:
        session.connection().execute(text("INSERT INTO account (id) VALUES (:id)"), {"id": "GEHEIM"})
    assert "GEHEIM" not in str(fout.value).split("DETAIL")[0]
    with pytest.raises(StatementError) as fout:
        session.connection().execute(text("SELECT :x"), {"y": "GEHEIM"})
    assert "GEHEIM" not in str(fout.value)


def test_an_empty_database_is_the_wrong_schema(lege_database_url: str) -> None:
    engine = maak_engine(lege_database_url)
    with pytest.raises(OpslagFout) as fout, engine.connect() as verbinding:
        verbinding.execute(text("SELECT * FROM casus"))
    assert fout.value.tekst == storingen.SCHEMA
    engine.dispose()


def test_sqlite_settings(tmp_path: Path) -> None:
    engine = maak_engine(f"sqlite:///{tmp_path / 'map' / 'a.db'}")
    with engine.connect() as verbinding:
        waarden = [
            verbinding.exec_driver_sql(f"PRAGMA {naam}").scalar()
            for naam in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "busy_timeout")
        ]
    assert waarden == ["wal", 2, 1, 1, 5000]
    for bestand in (tmp_path / "map").iterdir():
        assert stat.S_IMODE(bestand.stat().st_mode) == 0o600, bestand.name
    engine.dispose()


def test_many_may_open_a_new_sqlite_file_at_once(tmp_path: Path) -> None:
    """The switch to WAL does not wait by itself: without the retry one in twenty fails."""
    fouten: list[Exception] = []

    def open_(url: str, samen: threading.Barrier) -> None:
        engine = maak_engine(url)
        samen.wait()
        try:
            engine.connect().close()
        except OpslagFout as fout:
            fouten.append(fout)
        engine.dispose()

    for nummer in range(30):
        samen = threading.Barrier(4)
        draden = [threading.Thread(target=open_, args=(f"sqlite:///{tmp_path}/{nummer}.db", samen)) for _ in range(4)]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join()
    assert fouten == []


def test_sqlite_in_memory_is_one_database_for_all_threads() -> None:
    engine = maak_engine("sqlite://")
    with engine.begin() as verbinding:
        verbinding.execute(text("CREATE TABLE iets (x INTEGER)"))
    gezien: list[object] = []

    def kijk() -> None:
        with engine.connect() as verbinding:
            gezien.append(verbinding.execute(text("SELECT count(*) FROM iets")).scalar())

    draad = threading.Thread(target=kijk)
    draad.start()
    draad.join()
    assert gezien == [0]
    engine.dispose()


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"dit is geen database" * 100)
    with pytest.raises(OpslagFout) as fout:
        maak_engine(f"sqlite:///{tmp_path / 'a.db'}").connect()
    assert fout.value.tekst == storingen.BESCHADIGD


def test_a_full_disk(sqlite_sjabloon: Path, tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(sqlite_sjabloon.read_bytes())
    engine = maak_engine(f"sqlite:///{tmp_path / 'a.db'}")
    with engine.begin() as verbinding:
        bladen = verbinding.exec_driver_sql("PRAGMA page_count").scalar()
        verbinding.exec_driver_sql(f"PRAGMA max_page_count={bladen}")
        with pytest.raises(OpslagFout) as fout:
            verbinding.execute(text("INSERT INTO protocol_versie VALUES ('z', 1, 'x', :i, 'x')"), {"i": "x" * 100_000})
    assert fout.value.tekst == storingen.GEEN_PLEK
    engine.dispose()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    with pytest.raises(OpslagFout) as fout:
        maak_engine(f"sqlite:///{tmp_path / 'bestand' / 'a.db'}")
    assert fout.value.tekst == storingen.ONBEREIKBAAR


def test_a_server_that_is_not_there() -> None:
    begin = time.monotonic()
    with pytest.raises(OpslagFout) as fout:
        maak_engine("postgresql://x:geheim@127.0.0.1:1/niets").connect()
    assert fout.value.tekst == storingen.ONBEREIKBAAR
    assert "geheim" not in str(fout.value)
    assert time.monotonic() - begin < 6


@pytest.mark.parametrize("url", ["postgres://h/d", "postgresql://h/d", "postgresql+psycopg://h/d"])
def test_every_way_to_write_a_postgresql_url(url: str) -> None:
    assert maak_engine(url).url.drivername == "postgresql+psycopg"


@pytest.mark.parametrize("url", ["", "wijkbrug.db", "mysql://h/d", "sqlite+aiosqlite:///x.db"])
def test_other_urls_are_refused(url: str) -> None:
    with pytest.raises(OpslagFout) as fout:
        maak_engine(url)
    assert fout.value.tekst == "fout/database_url"


@pytest.mark.parametrize(
    ("fout", "tekst"),
    [
        (psycopg.errors.DeadlockDetected(), storingen.BEZET),
        (psycopg.errors.SerializationFailure(), storingen.BEZET),
        (psycopg.errors.DiskFull(), storingen.GEEN_PLEK),
        (psycopg.errors.DataCorrupted(), storingen.BESCHADIGD),
        (psycopg.errors.AdminShutdown(), storingen.ONBEREIKBAAR),
        (psycopg.errors.ConnectionFailure(), storingen.ONBEREIKBAAR),
        (psycopg.errors.InvalidPassword(), storingen.ONBEREIKBAAR),
        (psycopg.OperationalError("server closed the connection"), storingen.ONBEREIKBAAR),
    ],
)
def test_failures_of_postgresql(fout: psycopg.Error, tekst: str) -> None:
    gevonden = storingen.opslagfout(fout)
    assert gevonden is not None
    assert gevonden.tekst == tekst


@pytest.mark.parametrize(
    "fout", [None, ValueError(), psycopg.errors.UniqueViolation(), psycopg.ProgrammingError(), sqlite3.DatabaseError()]
)
def test_what_is_no_failure_of_the_storage(fout: BaseException | None) -> None:
    assert storingen.opslagfout(fout) is None


def test_every_failure_has_one_dutch_line() -> None:
    teksten = Teksten.uit_map(TEKSTEN.parent)
    namen = {waarde for naam, waarde in vars(storingen).items() if naam.isupper() and isinstance(waarde, str)}
    for naam in (
        *namen,
        "fout/database_url",
        "fout/database_nieuwer",
        "fout/sleutel_ontbreekt",
        "fout/sleutel_ongeldig",
    ):
        assert teksten.ruw(naam).count("\n") == 0
        assert os.linesep not in teksten.ruw(naam)
