"""When an action fails the person gets an answer, nothing half is kept, and the question stays open."""

import pytest

from bot.domein.lijsten import VraagId
from bot.services import triage
from tests.gesprekken.balie import Balie

pytestmark = pytest.mark.model


async def test_een_actie_die_faalt_antwoordt_en_laat_de_vraag_open(
    balie: Balie, monkeypatch: pytest.MonkeyPatch
) -> None:
    await balie.tot(VraagId.LEEFGEBIEDEN)
    voor = balie.dossier()

    def stuk(*_: object, **__: object) -> None:
        raise RuntimeError("kapot")

    with monkeypatch.context() as nep:
        nep.setattr(triage, "vervolg", stuk)  # after the answer was stored: the savepoint must take it back
        await balie.antwoord("leefgebieden", "klopt")
    assert balie.namen[0] == "fout/technisch"
    assert balie.open_vraag is VraagId.LEEFGEBIEDEN
    assert balie.dossier() == voor
    await balie.antwoord("leefgebieden", "klopt")
    assert balie.open_vraag is VraagId.VOORSTEL
