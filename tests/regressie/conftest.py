"""The understanding as the product has it: the trained model, the demo gemeente, nothing kept."""

from collections.abc import Awaitable, Callable

import pytest

from bot.bootstrap import DATA, bouw_engine
from bot.log_setup import zet_log_op
from bot.services.protocollen import laad_protocol
from bot.settings import Instellingen
from nlu.begrip import Begrip

Begrijp = Callable[[str], Awaitable[Begrip]]


@pytest.fixture(scope="session")
def begrijp() -> Begrijp:
    """Understands one message."""
    zet_log_op()
    engine, protocol = bouw_engine(Instellingen()), laad_protocol(DATA / "protocol" / "zoetermeer.yml")
    return lambda tekst: engine.begrijp(tekst, protocol)
