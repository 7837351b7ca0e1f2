"""An announced eviction or cut-off is spoed; one that was averted, or never came, is not."""

import pytest

from nlu.spoed import is_spoed


@pytest.mark.parametrize(
    ("tekst", "spoed"),
    [
        ("gezin moet volgende week hun huis uit, vonnis ligt er", True),
        ("brief gekregen dat het gas 3 december wordt afgesloten", True),
        ("ontruiming aangezegd voor vrijdag", True),
        ("huurschuld, maar de ontruiming is voorkomen", False),
        ("geen afsluiting aangekondigd, wel een aanmaning", False),
        ("komt de deur niet meer uit", False),
        ("zoekt een woning", False),
    ],
)
def test_spoed(tekst: str, spoed: bool) -> None:
    assert is_spoed(tekst) is spoed
