"""Wijken in messages: typing errors forgiven, ordinary words not taken for a wijk, other places recognised."""

import pytest

from nlu.feiten.wijk import lees_buiten, lees_wijk
from nlu.tekst import Tekst


@pytest.mark.parametrize(
    ("tekst", "wijk"),
    [
        ("mw 82 Palenstein, alleen", "Palenstein"),
        ("woont in plaenstein", "Palenstein"),
        ("dhr uit segwaert", "Seghwaert"),
        ("meneer (60, De Leyens)", "De Leyens"),
        ("mevr woont in Dorp", "Dorp"),
        ("in het dorp is het druk", None),
        ("ze komt uit een klein dorp", None),
        ("niet Meerzicht maar Rokkeveen", "Rokkeveen"),
        ("zit alleen thuis", None),
    ],
)
def test_wijk(tekst: str, wijk: str | None) -> None:
    assert lees_wijk(Tekst.van(tekst)) == wijk


def test_wijken_van_een_andere_gemeente() -> None:
    assert lees_wijk(Tekst.van("woont in Lombok"), wijken=("Lombok", "Overvecht")) == "Lombok"
    assert lees_wijk(Tekst.van("woont in Palenstein"), wijken=("Lombok",)) is None


@pytest.mark.parametrize(
    ("tekst", "buiten"),
    [
        ("ze woont in Leiden", True),
        ("is verhuisd naar Den Haag", True),
        ("staat ingeschreven in een andere gemeente", True),
        ("haar dochter woont in Rotterdam", False),
        ("zestiger uit Katwijk van oorsprong", False),
        ("mw 82 Palenstein", False),
        ("mw woont in Putten", True),
        ("woont in huizen van de woningbouw", False),
    ],
)
def test_buiten(tekst: str, buiten: bool) -> None:
    assert lees_buiten(Tekst.van(tekst)) is buiten


@pytest.mark.parametrize(
    ("tekst", "buiten"),
    [
        ("Best", True),
        ("dat is best", False),
        ("hoorn", True),
        ("de buren weten het", False),
        ("'s-Hertogenbosch", True),
        ("gemeente Súdwest-Fryslân", True),
        ("noordhoek", False),
    ],
)
def test_buiten_als_de_wijk_gevraagd_is(tekst: str, buiten: bool) -> None:
    assert lees_buiten(Tekst.van(tekst), los=True) is buiten
