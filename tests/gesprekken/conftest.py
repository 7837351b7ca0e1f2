"""Conversations through the real engine: a desk with an assistant, on SQLite and PostgreSQL."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine as DatabaseEngine

from bot.bootstrap import Opslag, bouw_huis, zaai_demo
from bot.dialogue.engine import Engine
from bot.services.ids import VasteIds
from bot.services.klok import VasteKlok
from bot.settings import Instellingen
from tests.gesprekken.balie import Balie


@pytest.fixture
def maak_balie(
    engine: DatabaseEngine, engine_met_model: Engine, instellingen: Instellingen, klok: VasteKlok, ids: VasteIds
) -> Callable[..., Balie]:
    """A desk on a fresh database with the demo data of both gemeenten."""
    huis = bouw_huis(instellingen, opslag=Opslag(engine), klok=klok, ids=ids)
    for gemeente in ("zoetermeer", "vlissingen"):
        zaai_demo(huis, gemeente)
    engine_met_model.vergeet()
    return lambda **wie: Balie(huis, engine_met_model, **wie)


@pytest.fixture
def balie(maak_balie: Callable[..., Balie]) -> Balie:
    return maak_balie()
