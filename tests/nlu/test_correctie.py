"""An earlier fact that is put right in so many words is a correction, whatever question is open."""

import pytest

from nlu.antwoorden.tussen import is_uitdrukkelijke_correctie
from nlu.feiten.wijk import standaard_wijken
from nlu.tekst import Tekst


@pytest.mark.parametrize(
    ("tekst", "vraag", "correctie"),
    [
        ("nee, ik bedoelde Seghwaert", "route", True),
        ("nee ik bedoelde meerzicht", "voorstel", True),
        ("ze is 72, niet 82", "veilig", True),
        ("oh wacht het is Rokkeveen, niet Meerzicht", "toestemming", True),
        ("nee ik bedoelde Meerzicht", "wijk", False),
        ("nee ik bedoelde de contactpersoon", "route", False),
        ("nummer 2, niet 1", "voorstel", False),
        ("bedoel je Meerzicht?", "route", False),
        ("ja, mevrouw vindt het goed", "toestemming", False),
    ],
)
def test_uitdrukkelijke_correctie(tekst: str, vraag: str, correctie: bool) -> None:
    assert is_uitdrukkelijke_correctie(Tekst.van(tekst), vraag, wijken=standaard_wijken()) is correctie
