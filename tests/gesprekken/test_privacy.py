"""Nothing that identifies or is medical reaches a table, a log, a tracker or a message, whatever the turn does."""

import io
from collections.abc import Iterator

import pytest
from sqlalchemy import text
from sqlmodel import Session, SQLModel

from bot.domein.lijsten import VraagId
from bot.log_setup import zet_log_op
from bot.storage.kolommen import sleutelring_van
from tests.gesprekken.balie import Balie

pytestmark = pytest.mark.model

GEHEIM = (
    "Zwaluwenberg",
    "0612345678",
    "123456782",
    "metoprolol",
    "levercirrose",
    "2711 AB",
    "wilma@voorbeeld.nl",
    "3-4-1951",
)
ZINNEN = (
    (
        "mw. Zwaluwenberg, tel 0612345678, bsn 123456782, slikt metoprolol, "
        "zit alleen sinds haar man stierf, 79 jr Noordhove"
    ),
    "heeft levercirrose, woont 2711 AB, mail wilma@voorbeeld.nl, geb 3-4-1951, en komt niet rond van haar pensioen",
)


@pytest.fixture
def logboek() -> Iterator[io.StringIO]:
    """All log output of the product at its most talkative."""
    stroom = io.StringIO()
    zet_log_op(niveau="DEBUG", stroom=stroom)
    yield stroom
    zet_log_op()


def _alles(session: Session) -> str:
    """Every value of every table, decrypted."""
    ring = sleutelring_van(session.get_bind().dialect)
    delen: list[str] = []
    for tabel in SQLModel.metadata.sorted_tables:
        for rij in session.execute(text(f'SELECT * FROM "{tabel.name}"')):
            for waarde in rij:
                delen.append(str(waarde))
                if isinstance(waarde, str) and waarde.startswith("gAAAA"):
                    delen.append(ring.ontsleutel(waarde).decode())
    return "\n".join(delen)


@pytest.mark.parametrize("zin", ZINNEN)
@pytest.mark.parametrize("vraag", [None, VraagId.VEILIG, VraagId.VOORSTEL, VraagId.TOESTEMMING], ids=str)
async def test_wat_geheim_is_komt_nergens(balie: Balie, logboek: io.StringIO, zin: str, vraag: VraagId | None) -> None:
    if vraag is not None:
        await balie.tot(vraag)
    berichten = await balie.typ(zin)
    assert balie.namen[0] == "gate/weggelaten"
    with balie.sessie() as session:
        plekken = {
            "tabel": _alles(session),
            "log": logboek.getvalue(),
            "bericht": "\n".join(b.tekst for b in berichten),
        }
    for plek, inhoud in plekken.items():
        for geheim in GEHEIM:
            assert geheim.lower() not in inhoud.lower(), (plek, geheim)


async def test_de_casus_gaat_door_met_de_rest(balie: Balie) -> None:
    await balie.typ(ZINNEN[0])
    dossier = balie.dossier()
    assert dossier.wijk == "Noordhove"
    assert dossier.leeftijdsgroep == "75-84"
    assert dossier.leefgebieden
    assert balie.open_vraag is VraagId.VEILIG


async def test_alleen_een_naam_vraagt_opnieuw(balie: Balie) -> None:
    await balie.typ("mw. Zwaluwenberg 0612345678")
    assert balie.namen == ["gate/niets_over", "vraag/hulpvraag"]


async def test_geen_tekst_van_een_bericht_in_de_tracker(balie: Balie) -> None:
    await balie.typ("mevrouw van 79 uit Noordhove, kwetsbaarwoord, ziet niemand meer")
    with balie.sessie() as session:
        assert "kwetsbaarwoord" not in _alles(session)
