"""The wish in the patient's own words closes the question and stands in the preview."""

import pytest

from bot.domein.lijsten import VraagId, Wens
from nlu.begrip import Begrip
from tests.gesprekken.balie import Balie

pytestmark = pytest.mark.model


async def test_eigen_woorden_sluiten_de_vraag(balie: Balie) -> None:
    await balie.tot(VraagId.WENS)
    woorden = "ze wil graag hulp bij de start, liefst met koffie erbij"
    await balie.begrepen(Begrip(antwoorden={"wens": {"antwoord": "start", "tussendoor": None}}, schoon=woorden))
    assert balie.open_vraag is VraagId.LEEFGEBIEDEN
    dossier = balie.dossier()
    assert (dossier.wens, dossier.wens_tekst) == (Wens.START, woorden)
