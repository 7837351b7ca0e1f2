"""The benchmark itself, in its short form: it must not rot, and a busy machine must not fail it (generous limits)."""

from pathlib import Path

import pytest

from benchmarks import bench, beurten, lange_dag, matching, starten
from benchmarks.meting import Meting, Opdracht
from benchmarks.opstelling import Opstelling, instellingen, kent_nederlands, vers_huis
from benchmarks.uitslag import schrijf
from bot.bootstrap import bouw_engine
from bot.dialogue.engine import Engine
from bot.log_setup import zet_log_op
from bot.settings import Instellingen

pytestmark = [pytest.mark.model, pytest.mark.traag]


@pytest.fixture(scope="module")
def opdracht(tmp_path_factory: pytest.TempPathFactory) -> Opdracht:
    return Opdracht(Instellingen().modelmap.resolve(), tmp_path_factory.mktemp("bench"), is_kort=True)


@pytest.fixture(scope="module")
def engine(opdracht: Opdracht) -> Engine:
    zet_log_op()
    return bouw_engine(instellingen(opdracht.werkmap / "bot", opdracht.modelmap))


@pytest.fixture
async def opstelling(opdracht: Opdracht, engine: Engine, tmp_path: Path) -> Opstelling:
    huis = vers_huis(tmp_path, opdracht.modelmap)
    engine.vergeet()
    return Opstelling(huis, engine, await kent_nederlands(huis, engine))


async def test_a_turn_is_faster_than_the_ordinary_way_and_both_say_the_same(opdracht: Opdracht, opstelling: Opstelling):
    beurt, gewoon = await beurten.meet(opdracht, opstelling)
    assert beurt.cijfers["p50_ms"] < 250
    assert gewoon.cijfers["verhouding"] > 1.0


async def test_turn_1000_of_a_day_is_about_as_fast_as_the_first(opdracht: Opdracht, opstelling: Opstelling):
    (meting,) = await lange_dag.meet(opdracht, opstelling)
    assert meting.cijfers["verhouding"] < 2.0


def test_memory_stays_bounded(opdracht: Opdracht):
    (meting,) = starten.meet_geheugen(opdracht)
    assert 100 < meting.cijfers["mb"] < 1600


async def test_matching_thousands_of_activities_is_quick(opdracht: Opdracht):
    (meting,) = await matching.meet(opdracht)
    assert meting.cijfers["p95_ms"] < 100


def test_the_result_says_what_was_missed_and_shows_the_profile(opdracht: Opdracht, tmp_path: Path):
    gemist = Meting("beurt", "31,0 ms", is_gehaald=False, herhalingen=3, spreiding="30,0 – 32,0 ms", profiel="ncalls …")
    gehaald = Meting("training", "niet gemeten", is_gehaald=None, herhalingen=0, spreiding="–")
    schrijf(tmp_path / "gemeten", opdracht, [gemist, gehaald], is_getypt=True)
    tekst = (tmp_path / "gemeten").read_text(encoding="utf-8")
    assert "| p50 onder 10 ms | 31,0 ms | nee | 3 | 30,0 – 32,0 ms |" in tekst
    assert "| onder 3 minuten | niet gemeten | – | – | – |" in tekst
    assert "ncalls …" in tekst


def test_what_was_not_measured_keeps_its_page(tmp_path: Path):
    beurt, storing = (
        Meting(id_, "–", is_gehaald=None, herhalingen=0, spreiding="–") for id_ in ("beurt", "telegram_storing")
    )
    gewoon, telegram = tmp_path / "uitslag.txt", tmp_path / "uitslag-telegram.txt"
    assert bench.verdeel(gewoon, [beurt, storing]) == {gewoon: [beurt], telegram: [storing]}
    assert bench.verdeel(gewoon, [storing]) == {telegram: [storing]}
