"""Bad input at the door: a clear Dutch line, nothing lost, nothing broken."""

import asyncio
from datetime import timedelta

import pytest

from bot.domein.lijsten import Uitkomst, VraagId
from bot.services.klok import VasteKlok
from tests.gesprekken.balie import Balie

pytestmark = pytest.mark.model

RAAR = {
    "emoji": "😀😀😀",
    "arabisch": "أريد المساعدة من فضلك",
    "besturingstekens": "\x00\x01\x1b[31m\u202e\u200b",
    "sql": "'; DROP TABLE casus; --",
    "html": "<script>alert(1)</script><b>vet</b>",
    "accolades": "{wijk} {0} {{}} %s",
    "knoppayload": "K7X-4F9M|1|veilig:geen",
    "lang": "a" * 4096,
    "veel_regels": "\n".join(["ja"] * 800),
    "nul": "0",
    "groot_getal": "9" * 300,
}


@pytest.mark.parametrize("naam", RAAR)
@pytest.mark.parametrize("vraag", [VraagId.VEILIG, VraagId.TOESTEMMING], ids=str)
async def test_rare_invoer_laat_de_vraag_openstaan(balie: Balie, vraag: VraagId, naam: str) -> None:
    await balie.tot(vraag)
    voor = balie.dossier()
    await balie.typ(RAAR[naam])
    assert balie.laatste
    assert not any(b.naam == "fout/technisch" for b in balie.laatste)
    na = balie.dossier()
    assert na.toestemming == voor.toestemming
    assert na.stoplijst_nee == voor.stoplijst_nee


async def test_leeg_bericht(balie: Balie) -> None:
    assert [b.naam for b in await balie.typ("   \n")] == ["fout/leeg_bericht"]


async def test_te_lang_bericht(balie: Balie) -> None:
    assert [b.naam for b in await balie.typ("a" * 4097)] == ["fout/te_lang"]
    assert balie.casussen() == []


async def test_tien_berichten_tegelijk_blijven_in_volgorde(balie: Balie) -> None:
    await balie.tot(VraagId.VEILIG)
    teksten = ["nee, niets van dat alles", "klopt", *["wat kost dat?"] * 8]
    antwoorden = await asyncio.gather(*(balie.voering.zeg(balie.gebruiker, "g", tekst) for tekst in teksten))
    assert all(antwoorden)
    assert balie.dossier().leefgebieden_bevestigd
    assert len(balie.casussen()) == 1


async def test_antwoord_na_24_uur_begint_niet_stilletjes_opnieuw(balie: Balie, klok: VasteKlok) -> None:
    await balie.tot(VraagId.TOESTEMMING)
    klok.verzet(timedelta(hours=25))
    await balie.typ("ja, mevrouw vindt het goed")
    assert balie.namen[0] == "casus/verlopen"
    assert {casus.uitkomst for casus in balie.casussen()} <= {None, Uitkomst.AFGEBROKEN}
