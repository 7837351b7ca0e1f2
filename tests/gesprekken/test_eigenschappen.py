"""Random conversations through the real engine: nothing leaves without consent, and a stop rule wins."""

import random
from typing import Any

import pytest
from sqlmodel import select

from bot.domein.lijsten import Uitkomst, VraagId
from bot.storage.tabellen import CasusRow, OverdrachtRow, ToestemmingRow, UitbakRow
from nlu.begrip import Begrip
from tests.gesprekken.balie import RIJKE_ZIN, Balie, eerste_zin

pytestmark = pytest.mark.model

ANTWOORDEN: dict[VraagId, list[Any]] = {
    VraagId.VEILIG: ["geen"] * 6 + ["twijfel", "acute_nood"],
    VraagId.LEEFGEBIEDEN: ["klopt", {"erbij": ["wonen"], "eraf": []}, {"erbij": [], "eraf": ["rouw"]}, None],
    VraagId.WIJK: ["Palenstein", "Dorp", "buiten", None],
    VraagId.LEEFTIJDSGROEP: ["75-84", "12-15", None],
    VraagId.WENS: ["zelf", "start", None],
    VraagId.BELEMMERINGEN: [[], ["taal"], None],
    VraagId.VOORSTEL: [[1], [], [1, 2], [7], None],
    VraagId.ROUTE: ["contactpersoon"] * 4 + ["zelf", None],
    VraagId.CONTACTROUTE: ["praktijk_belt", "formulier", "patient_belt"],
    VraagId.TOESTEMMING: [{"gegeven": True, "door": d} for d in ("zelf", "zelf", "ouders", None)]
    + [{"gegeven": False, "door": None}, None],
    VraagId.BEVESTIGEN: ["versturen", "versturen", "aanpassen", "annuleren", None],
}
ONDERBREKINGEN = ["terug", "waarom", "kosten", "later", "verder", "status", "nieuwe_casus", "bedankt", "stop"]


@pytest.mark.parametrize("zaad", range(30))
async def test_willekeurig_gesprek(balie: Balie, zaad: int) -> None:
    kies = random.Random(zaad)
    vlaggen = 0
    for _ in range(25):
        vraag = balie.open_vraag
        daad = kies.random()
        if daad < 0.03:
            await balie.begrepen(Begrip(rode_vlaggen=(("suicidaliteit", 0.9, ""),), schoon="x"))
            assert balie.namen == ["vlag/suicidaliteit"]
            vlaggen += 1
        elif daad < 0.2:
            await balie.tussendoor(kies.choice(ONDERBREKINGEN))
        elif daad < 0.25:
            balie.engine.vergeet()  # a restart: memory is gone, the database is not
            continue
        elif vraag in ANTWOORDEN:
            await balie.antwoord(vraag.value, kies.choice(ANTWOORDEN[vraag]))
        else:
            await balie.begrepen(kies.choice([RIJKE_ZIN, eerste_zin(), eerste_zin(wijk="Meerzicht")]))
        assert balie.laatste
        assert not any(b.naam == "fout/technisch" for b in balie.laatste)
        _controleer(balie)


def _controleer(balie: Balie) -> None:
    with balie.sessie() as session:
        toestemmingen = list(session.exec(select(ToestemmingRow)))
        gegeven = {t.casus_id for t in toestemmingen if t.soort == "gegeven" and t.door}
        overgedragen = {o.casus_id for o in session.exec(select(OverdrachtRow))}
        berichten = list(session.exec(select(UitbakRow)))
        casussen = {c.id: c for c in session.exec(select(CasusRow))}
    assert overgedragen <= gegeven
    assert {b.casus_id for b in berichten} <= overgedragen
    assert all(casussen[id_].uitkomst == Uitkomst.OVERGEDRAGEN for id_ in overgedragen)
    gestopt = {c.id for c in casussen.values() if c.uitkomst == Uitkomst.GESTOPT}
    assert not gestopt & overgedragen
