"""How it stands: the open case first, then what else runs at the practice, and a way to the rest."""

from datetime import timedelta
from typing import cast

import pytest

from bot.domein.lijsten import Rol, VraagId
from bot.services.klok import VasteKlok
from bot.services.omgeving import Gebruiker
from bot.services.status import MAX_ANDERE
from nlu.begrip import Begrip
from tests.gesprekken.balie import RIJKE_ZIN, Balie
from tests.gesprekken.test_contactpersoon import een_overdracht

pytestmark = pytest.mark.model


async def _nog_een(balie: Balie) -> None:
    """A new case a minute later, while the open one waits."""
    cast(VasteKlok, balie.huis.klok).verzet(timedelta(minutes=1))
    await balie.tussendoor("nieuwe_casus")
    await balie.begrepen(RIJKE_ZIN)


async def test_de_open_casus_staat_vooraan_en_daarna_wat_er_verder_loopt(balie: Balie) -> None:
    overgedragen, _ = await een_overdracht(balie)
    await _nog_een(balie)
    await _nog_een(balie)
    wachtend, eigen = (c.code for c in balie.casussen()[1:])
    await balie.tussendoor("status")
    assert balie.namen[:2] == ["status/casus", "status/andere"]
    assert balie.open_vraag is VraagId.VEILIG
    eerste, andere = (b.tekst for b in balie.laatste[:2])
    assert eerste.startswith(f"{eigen}: nog niet af")
    assert eigen not in andere
    assert [regel.split(":")[0] for regel in andere.splitlines()[1:]] == [wachtend, overgedragen]
    assert "Eerste contact" not in andere
    assert not balie.laatste[1].knoppen


async def test_zonder_andere_casussen_alleen_de_open_casus(balie: Balie) -> None:
    await balie.tot(VraagId.WIJK)
    await balie.tussendoor("status")
    assert balie.namen == ["status/casus", "vraag/wijk"]


async def test_een_casus_die_klaar_is_loopt_niet_meer(balie: Balie) -> None:
    code, persoon = await een_overdracht(balie)
    await balie.druk(f"{code}|-|status:ingetrokken", gesprek="cp", wie=persoon)
    await balie.druk(balie.laatste[0].knoppen[0].actie, gesprek="cp", wie=persoon)
    await _nog_een(balie)
    await balie.tussendoor("status")
    assert "status/andere" not in balie.namen


async def test_zijn_het_er_veel_dan_is_er_een_weg_naar_alles(balie: Balie) -> None:
    for _ in range(MAX_ANDERE + 3):
        await _nog_een(balie)
    await balie.tussendoor("status")
    andere = balie.laatste[1]
    assert len(andere.tekst.splitlines()) == 1 + MAX_ANDERE + 1
    assert andere.tekst.endswith("En nog 2. Alles zien? Typ: status alles.")
    await balie.druk(andere.knoppen[0].actie)
    assert len(balie.laatste[0].tekst.splitlines()) == 1 + MAX_ANDERE + 3
    assert balie.open_vraag is VraagId.VEILIG
    await balie.typ("status alles")
    assert len(balie.laatste[0].tekst.splitlines()) == 1 + MAX_ANDERE + 3


async def test_aan_de_balie_staat_ook_dat_er_meer_is(balie: Balie) -> None:
    for _ in range(6):
        await een_overdracht(balie)
        await balie.tussendoor("nieuwe_casus")
    await balie.begrepen(Begrip(tussendoor="status", schoon="status"))
    assert balie.laatste[0].tekst.endswith("En nog 1. Alles zien? Typ: status alles.")


async def test_een_andere_praktijk_ziet_niets_van_deze(balie: Balie) -> None:
    await _nog_een(balie)
    ander = Gebruiker("ander", Rol.ASSISTENT, "zoetermeer", praktijk=balie.assistent(praktijk=1).praktijk)
    await balie.begrepen(RIJKE_ZIN, gesprek="ander", wie=ander)
    await balie.begrepen(Begrip(tussendoor="status", schoon="status alles"), gesprek="ander", wie=ander)
    assert balie.casussen()[0].code not in balie.laatste[0].tekst
