"""Planted names, numbers and medicines through Telegram's door: they come nowhere (`make bench`: a thousand times)."""

from pathlib import Path

import pytest

from benchmarks.telegram_privacy import speel
from bot.bootstrap import bouw_engine
from bot.dialogue.engine import Engine
from bot.settings import Instellingen

pytestmark = [pytest.mark.model, pytest.mark.telegram, pytest.mark.traag]


@pytest.fixture(scope="module")
def rasa() -> Engine:
    return bouw_engine(Instellingen())


async def test_nothing_planted_is_kept_logged_counted_or_sent(rasa: Engine, tmp_path: Path):
    uitslag = await speel(rasa, tmp_path, gesprekken=40)
    assert uitslag.gevonden == []
    assert uitslag.niet_weg == []
    assert uitslag.geplant.gesprekken == 40
    assert uitslag.geplant.overgedragen >= 5
    assert len(uitslag.geplant.planten) > 150
    assert all(uitslag.doorzocht.values())
