"""Whole conversations through model, engine, gate, services and storage: a script per user goal and outcome."""

from pathlib import Path

import pytest

from bot.dialogue.engine import Engine
from bot.opdrachten.proef import speel
from bot.opdrachten.proefscript import lees_script
from bot.settings import Instellingen

SCRIPTS = sorted((Path(__file__).parent / "scripts").glob("*.yml"))

pytestmark = pytest.mark.model


@pytest.mark.parametrize("pad", SCRIPTS, ids=lambda pad: pad.stem)
def test_script_loopt_zoals_verwacht(pad: Path, engine_met_model: Engine, instellingen: Instellingen) -> None:
    verslag = speel(lees_script(pad), instellingen, engine_met_model)
    assert verslag["fouten"] == [], verslag["transcript"]
