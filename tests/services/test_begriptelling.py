"""Counting how well messages are understood: numbers per week, and nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from bot.domein.lijsten import Rol
from bot.services.begriptelling import Teller, tel, tel_bevestigd, tellingen, week_van
from bot.services.ids import VasteIds
from bot.services.klok import VasteKlok
from bot.services.omgeving import Gebruiker, Omgeving
from bot.services.protocollen import Protocollen
from bot.services.teksten import Teksten
from tests.huisregels.tekstgebruik import WORTEL

TEKSTEN = Teksten.uit_map(WORTEL / "data" / "teksten")
PROTOCOLLEN = Protocollen.uit_map(WORTEL / "data" / "protocol", TEKSTEN)


@pytest.fixture
def omg(session: Session, klok: VasteKlok) -> Omgeving:
    return Omgeving(
        session=session,
        klok=klok,
        ids=VasteIds(1),
        protocollen=PROTOCOLLEN,
        protocol=PROTOCOLLEN.van("zoetermeer"),
        teksten=TEKSTEN,
        gebruiker=Gebruiker("a1", Rol.ASSISTENT, "zoetermeer", praktijk="de_linde"),
    )


def _deze_week(omg: Omgeving) -> dict[tuple[str, str], int]:
    return tellingen(omg.session, "zoetermeer", nu=omg.klok.nu(), weken=1)[week_van(omg.klok.nu())]


def test_what_was_suggested_is_compared_with_what_was_confirmed(omg: Omgeving) -> None:
    tel_bevestigd(omg, herkend=["rouw", "vervoer"], gekozen=["rouw", "geldzorgen"])
    assert _deze_week(omg) == {
        ("voorgesteld", "rouw"): 1,
        ("voorgesteld", "vervoer"): 1,
        ("eraf", "vervoer"): 1,
        ("erbij", "geldzorgen"): 1,
    }


def test_every_week_has_its_own_count(omg: Omgeving, klok: VasteKlok) -> None:
    tel(omg, Teller.ONBEGREPEN, "balie")
    klok.verzet(timedelta(weeks=1))
    tel(omg, Teller.ONBEGREPEN, "balie")
    tel(omg, Teller.ONBEGREPEN, "balie")
    per_week = tellingen(omg.session, "zoetermeer", nu=klok.nu(), weken=3)
    assert [week.get(("onbegrepen", "balie"), 0) for week in per_week.values()] == [0, 1, 2]
    assert not any(tellingen(omg.session, "vlissingen", nu=klok.nu(), weken=3).values())


@pytest.fixture
def twee_sessies(engine: Engine) -> Iterator[tuple[Session, Session]]:
    with Session(engine) as een, Session(engine) as twee:
        yield een, twee


def test_two_turns_that_count_the_same_one_after_the_other_lose_nothing(
    omg: Omgeving, twee_sessies: tuple[Session, Session]
) -> None:
    for session in twee_sessies:
        tel(replace(omg, session=session), Teller.VLAG, "suicidaliteit")
        session.commit()
    assert _deze_week(omg) == {("vlag", "suicidaliteit"): 2}
