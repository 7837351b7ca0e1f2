"""`wijkbrug wachtrij`: list, retry, drop."""

from datetime import UTC, datetime

from sqlmodel import Session

from bot.services.binnenkomst import Binnenkomst, Soort, neem_op
from bot.services.zendingen import Zendsoort, mislukt, zet_zending
from bot.storage.engine import maak_engine
from bot.storage.kolommen import Sleutelring, koppel_sleutels
from bot.storage.tabellen_kanaal import UpdateInRow, ZendingRow
from tests.conftest import SLEUTEL
from tests.opdrachten.hulp import Opdrachtregel

NU = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


def iets_mislukts(wijkbrug: Opdrachtregel) -> None:
    """One update and one message that need somebody."""
    wijkbrug.gelukt("wachtrij", "lijst")  # makes the database
    engine = maak_engine(f"sqlite:///{wijkbrug.map / 'wijkbrug.db'}")
    koppel_sleutels(engine, Sleutelring([SLEUTEL]))
    with Session(engine) as session:
        neem_op(session, Binnenkomst(41, 7, Soort.TIK, {"payload": "geheim"}), nu=NU)
        rij = session.get_one(UpdateInRow, 41)
        rij.mislukt_op, rij.reden = NU, "ValueError ab12"
        zet_zending(session, 7, Zendsoort.STUUR, nu=NU, inhoud={"html": "geheim"})
        session.flush()
        mislukt(session, session.query(ZendingRow).one().id or 0, nu=NU, reden="BadRequest")
        session.commit()
    engine.dispose()


def test_een_lege_wachtrij(wijkbrug: Opdrachtregel) -> None:
    assert "leeg" in wijkbrug.gelukt("wachtrij", "lijst")


def test_de_lijst_zegt_wat_en_waarom_maar_niet_wat_er_stond(wijkbrug: Opdrachtregel) -> None:
    iets_mislukts(wijkbrug)
    lijst = wijkbrug.gelukt("wachtrij", "lijst")
    for woord in ("in-41", "uit-1", "ValueError ab12", "BadRequest", "tik", "stuur"):
        assert woord in lijst
    assert "geheim" not in lijst


def test_opnieuw_en_weg_halen_uit_de_lijst(wijkbrug: Opdrachtregel) -> None:
    iets_mislukts(wijkbrug)
    assert "in-41 wordt opnieuw geprobeerd" in wijkbrug.gelukt("wachtrij", "opnieuw", "in-41")
    assert "uit-1 is weggegooid" in wijkbrug.gelukt("wachtrij", "weg", "uit-1")
    assert "leeg" in wijkbrug.gelukt("wachtrij", "lijst")


def test_wat_niet_mislukt_is_kan_niet_opnieuw_of_weg(wijkbrug: Opdrachtregel) -> None:
    iets_mislukts(wijkbrug)
    for id_ in ("in-42", "uit-9", "in-x", "x", "", "uit--1", "wacht-1"):
        assert "geen mislukt bericht" in wijkbrug.geweigerd("wachtrij", "opnieuw", id_)
        assert "geen mislukt bericht" in wijkbrug.geweigerd("wachtrij", "weg", id_)
