from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from bot.services.logboek import BEGIN, OPGERUIMD, Breuk, Breuksoort, controleer, leg_vast, ruim_op
from bot.storage.tabellen import LogregelRow
from tests.storage.processen import POORT, draai_samen

NU = datetime.now(UTC)
OUD = NU - timedelta(days=6 * 365)
VIJF_JAAR = NU - timedelta(days=5 * 366)
SCHRIJF = (
    """
from datetime import UTC, datetime
from sqlmodel import Session
from bot.services.logboek import leg_vast
from bot.storage.engine import maak_engine
"""
    + POORT
    + """
engine = maak_engine(sys.argv[1])
for _ in range(20):
    with Session(engine) as session:
        leg_vast(session, gebeurtenis="proef", gebruiker=sys.argv[2], op=datetime.now(UTC))
        leg_vast(session, gebeurtenis="proef", gebruiker=sys.argv[2], op=datetime.now(UTC))
        session.commit()
"""
)


def _schrijf(session: Session, *momenten: datetime) -> list[LogregelRow]:
    regels = [
        leg_vast(
            session, gebeurtenis="kaart_geopend", gebruiker="a1", op=op, casus_code="K7X-4F9M", namens="dr. Jansen"
        )
        for op in momenten
    ]
    session.commit()
    return regels


def _zonder_triggers(engine: Engine, opdracht: str) -> None:
    """What somebody with full rights on the database could do."""
    tabel = "" if engine.dialect.name == "sqlite" else " ON logregel"
    with engine.begin() as verbinding:
        for naam in ("update", "delete"):
            verbinding.execute(text(f"DROP TRIGGER logregel_{naam}{tabel}"))
        verbinding.execute(text(opdracht))


def test_an_empty_and_an_untouched_chain_hold(session: Session) -> None:
    assert controleer(session) == []
    regels = _schrijf(session, NU, NU, NU)
    assert controleer(session) == []
    assert [regel.vorige for regel in regels] == [BEGIN, regels[0].digest, regels[1].digest]


def test_the_moment_counts_wherever_it_was_written(session: Session) -> None:
    _schrijf(session, NU.astimezone())
    assert controleer(session) == []


@pytest.mark.parametrize("kolom", ["gebeurtenis", "casus_code", "gebruiker", "namens", "toestemming_id", "anker"])
def test_a_changed_row_shows(engine: Engine, session: Session, kolom: str) -> None:
    regels = _schrijf(session, NU, NU, NU)
    id_ = regels[1].id
    assert id_ is not None
    session.commit()
    _zonder_triggers(engine, f"UPDATE logregel SET {kolom} = 'anders' WHERE id = {id_}")
    assert controleer(session) == [Breuk(id=id_, soort=Breuksoort.INHOUD)]


@pytest.mark.parametrize(("weg", "soort"), [(0, Breuksoort.BEGIN), (1, Breuksoort.SCHAKEL)])
def test_a_removed_row_shows_at_the_next_one(engine: Engine, session: Session, weg: int, soort: Breuksoort) -> None:
    ids = [regel.id or 0 for regel in _schrijf(session, NU, NU, NU)]
    session.commit()
    _zonder_triggers(engine, f"DELETE FROM logregel WHERE id = {ids[weg]}")
    assert controleer(session) == [Breuk(id=ids[weg + 1], soort=soort)]


def test_the_chain_cannot_fork(session: Session) -> None:
    regel = _schrijf(session, NU)[0]
    session.add(LogregelRow(**{**regel.model_dump(), "id": None, "digest": "x"}))
    with pytest.raises(IntegrityError):
        session.flush()


def test_two_processes_make_one_chain(engine: Engine, database_url: str) -> None:
    draai_samen(SCHRIJF, [[database_url, "a1"], [database_url, "a2"]])
    with Session(engine) as session:
        assert len(session.exec(select(LogregelRow.id)).all()) == 80
        assert controleer(session) == []


def test_a_turn_that_is_rolled_back_leaves_the_chain_whole(session: Session) -> None:
    _schrijf(session, NU)
    leg_vast(session, gebeurtenis="proef", gebruiker="a1", op=NU)
    session.rollback()
    _schrijf(session, NU)
    assert controleer(session) == []


def test_clearing_takes_the_old_rows_records_it_and_keeps_the_chain(session: Session) -> None:
    regels = _schrijf(session, OUD, OUD, NU, OUD, NU)
    anker = regels[1].digest
    assert ruim_op(session, tot=VIJF_JAAR, gebruiker="bewaartermijn", op=NU, proef=True) == 2
    assert ruim_op(session, tot=VIJF_JAAR, gebruiker="bewaartermijn", op=NU) == 2
    session.commit()
    over = session.exec(select(LogregelRow).order_by(LogregelRow.id)).all()  # type: ignore[arg-type]
    assert [regel.gebeurtenis for regel in over] == ["kaart_geopend"] * 3 + [OPGERUIMD]
    assert over[-1].anker == anker
    assert controleer(session) == []
    assert ruim_op(session, tot=VIJF_JAAR, gebruiker="bewaartermijn", op=NU) == 0


def test_clearing_everything_keeps_the_record_of_it(session: Session) -> None:
    _schrijf(session, OUD, OUD)
    assert ruim_op(session, tot=VIJF_JAAR, gebruiker="bewaartermijn", op=NU) == 2
    session.commit()
    _schrijf(session, NU)
    assert controleer(session) == []


def test_clearing_more_than_the_term_allows_is_refused(session: Session) -> None:
    _schrijf(session, NU - timedelta(days=30), NU)
    with pytest.raises(IntegrityError, match="append-only"):
        ruim_op(session, tot=NU - timedelta(days=1), gebruiker="bewaartermijn", op=NU)


def test_an_unrecorded_removal_after_a_clearing_shows(engine: Engine, session: Session) -> None:
    ids = [regel.id or 0 for regel in _schrijf(session, OUD, NU, NU)]
    ruim_op(session, tot=VIJF_JAAR, gebruiker="bewaartermijn", op=NU)
    session.commit()
    _zonder_triggers(engine, f"DELETE FROM logregel WHERE id = {ids[1]}")
    assert controleer(session) == [Breuk(id=ids[2], soort=Breuksoort.BEGIN)]
