"""The catalogue: taking files in and writing them out, and what is read from the database."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine
from sqlmodel import Session, func, select

from bot.domein.activiteit import ActiviteitStatus
from bot.services.catalogus import (
    CelFout,
    activiteit_namen,
    activiteiten_van,
    bewaar_activiteiten,
    controleer,
    exporteer,
    importeer,
    laad_demo,
    schrijf_sjabloon,
    stop_verdwenen,
)
from bot.services.catalogus.kolommen import KOLOMMEN
from bot.storage.tabellen import ActiviteitRow
from tests.domein.activiteiten import een_activiteit
from tests.services.catalogusrijen import GOED, schrijf

NU = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
DATA = Path(__file__).parents[2] / "data"


def aantal(session: Session) -> int:
    return session.exec(select(func.count()).select_from(ActiviteitRow)).one()


def test_the_differences_are_told_and_taken_over(session: Session, tmp_path: Path):
    een, twee, drie = ({**GOED, "id": id_, "naam": f"Naam {id_}"} for id_ in ("a1", "b2", "c3"))
    eerste = importeer(session, "dorp", schrijf(tmp_path / "1.csv", een, twee), droog=False, nu=NU)
    assert (eerste.nieuw, eerste.geschreven) == (("Naam a1", "Naam b2"), True)
    anders = een | {"kosten": "3", "kosten_tekst": "€ 3 per keer"}
    bestand = schrijf(tmp_path / "2.csv", anders, drie)
    proef = importeer(session, "dorp", bestand, droog=True, nu=NU)
    assert [(w.id, w.velden) for w in proef.gewijzigd] == [("a1", ("kosten", "kosten_tekst"))]
    assert (proef.nieuw, [a.id for a in proef.verdwenen], proef.ongewijzigd) == (("Naam c3",), ["b2"], 0)
    assert (aantal(session), proef.geschreven) == (2, False)
    echt = importeer(session, "dorp", bestand, droog=False, nu=NU)
    assert {a.id: (a.kosten, a.status) for a in activiteiten_van(session, "dorp")} == {
        "a1": (300, "actief"),
        "b2": (250, "actief"),
        "c3": (250, "actief"),
    }
    assert stop_verdwenen(session, "dorp", proef, nu=NU) == 0
    assert stop_verdwenen(session, "dorp", echt, nu=NU) == 1
    assert [a.id for a in activiteiten_van(session, "dorp") if a.status is ActiviteitStatus.GESTOPT] == ["b2"]
    nogmaals = importeer(session, "dorp", bestand, droog=True, nu=NU)
    assert (nogmaals.nieuw, nogmaals.gewijzigd, nogmaals.ongewijzigd) == ((), (), 2)


def test_all_or_nothing(session: Session, tmp_path: Path):
    bestand = schrijf(tmp_path / "a.csv", GOED, {**GOED, "id": "b2", "kosten": "veel"})
    verslag = importeer(session, "dorp", bestand, droog=False, nu=NU)
    assert ([fout.rij for fout in verslag.fouten], verslag.geschreven) == ([3], False)
    assert aantal(session) == 0


def test_a_check_in_the_future_is_refused(session: Session, tmp_path: Path):
    bestand = schrijf(tmp_path / "a.csv", {**GOED, "gecontroleerd_op": "26-11-2026"})
    (fout,) = importeer(session, "dorp", bestand, droog=False, nu=NU).fouten
    assert (fout.rij, fout.naam) == (2, "catalogus/fout/in_de_toekomst")


@pytest.mark.parametrize("soort", ["csv", "xlsx"])
def test_what_is_written_out_reads_back_the_same(session: Session, tmp_path: Path, soort: str):
    importeer(session, "zoetermeer", DATA / "catalogus" / "zoetermeer.csv", droog=False, nu=NU)
    bestand = tmp_path / f"uit.{soort}"
    assert exporteer(session, "zoetermeer", bestand) == aantal(session)
    verslag = importeer(session, "zoetermeer", bestand, droog=True, nu=NU)
    assert (verslag.fouten, verslag.nieuw, verslag.gewijzigd, verslag.verdwenen) == ((), (), (), ())
    assert verslag.ongewijzigd == aantal(session)


def test_the_form_has_an_example_and_lists_to_pick_from(tmp_path: Path):
    schrijf_sjabloon(tmp_path / "s.xlsx", voorbeeld=DATA / "catalogus" / "sjabloon.csv")
    blad = load_workbook(tmp_path / "s.xlsx").worksheets[0]
    assert [cel.value for cel in blad[1]] == list(KOLOMMEN)
    assert len(blad.data_validations.dataValidation) == 10
    assert controleer(tmp_path / "s.xlsx").activiteiten[0].status is ActiviteitStatus.CONCEPT
    with pytest.raises(CelFout):
        schrijf_sjabloon(tmp_path / "s.doc", voorbeeld=DATA / "catalogus" / "sjabloon.csv")


def test_the_cache_notices_every_change(engine: Engine):
    def bewaar(naam: str) -> None:
        with Session(engine) as session:
            bewaar_activiteiten(session, "dorp", [een_activiteit(naam=naam)], nu=NU)
            session.commit()

    def namen() -> list[str]:
        with Session(engine) as session:
            return [activiteit.naam for activiteit in activiteiten_van(session, "dorp")]

    assert namen() == []
    for naam in ("Een naam", "Andere naam", "Derde naam"):  # at the same moment each time
        bewaar(naam)
        assert namen() == [naam]
    with Session(engine) as session:
        assert activiteiten_van(session, "dorp") is activiteiten_van(session, "dorp")
        assert activiteiten_van(session, "elders") == ()


def test_what_is_rolled_back_was_never_seen_by_others(engine: Engine):
    with Session(engine) as session:
        bewaar_activiteiten(session, "dorp", [een_activiteit()], nu=NU)
        assert len(activiteiten_van(session, "dorp")) == 1
        session.rollback()
    with Session(engine) as session:
        assert activiteiten_van(session, "dorp") == ()


def test_names_in_the_order_that_was_asked(session: Session):
    bewaar_activiteiten(session, "dorp", [een_activiteit(id=id_, naam=f"Naam {id_}") for id_ in ("a1", "b2")], nu=NU)
    assert activiteit_namen(session, "dorp", ("b2", "weg", "a1")) == ["Naam b2", "Naam a1"]
    assert activiteit_namen(session, "dorp", ()) == []


def test_the_demo_moves_along_with_time_until_somebody_works_on_it(session: Session):
    bestand = DATA / "catalogus" / "zoetermeer.csv"

    def nieuwste() -> date:
        return max(activiteit.gecontroleerd_op for activiteit in activiteiten_van(session, "zoetermeer"))

    assert laad_demo(session, "zoetermeer", bestand=bestand, nu=NU).geschreven
    assert nieuwste() == date(2026, 11, 22)
    later = NU + timedelta(days=400)
    assert laad_demo(session, "zoetermeer", bestand=bestand, nu=later).geschreven
    assert nieuwste() == date(2026, 11, 22) + timedelta(days=400)
    eigen = activiteiten_van(session, "zoetermeer")[0].model_copy(update={"naam": "Zelf veranderd"})
    bewaar_activiteiten(session, "zoetermeer", [eigen], nu=later)
    assert not laad_demo(session, "zoetermeer", bestand=bestand, nu=later + timedelta(days=9)).geschreven
    assert activiteit_namen(session, "zoetermeer", [eigen.id]) == ["Zelf veranderd"]
