"""Obstacles: what is named outright needs less of the classifier, and one obstacle is not read as two."""

from nlu.feiten.belemmeringen import kies_belemmeringen
from nlu.labels import BELEMMERINGEN
from nlu.tekst import Tekst

DREMPELS = dict.fromkeys(BELEMMERINGEN, 0.4)


def _kies(tekst: str, **kansen: float) -> list[str]:
    return kies_belemmeringen(Tekst.van(tekst), dict.fromkeys(BELEMMERINGEN, 0.0) | kansen, DREMPELS)


def test_wat_letterlijk_genoemd_is_heeft_genoeg_aan_een_derde() -> None:
    assert _kies("ze heeft geen vervoer", vervoer=0.2) == ["vervoer"]
    assert _kies("ze wil graag mee", vervoer=0.2) == []


def test_niet_weg_zonder_vervoer_is_een_belemmering() -> None:
    assert _kies("kan slecht weg zonder vervoer", vervoer=0.9, niet_weg_van_huis=0.5) == ["vervoer"]
    assert _kies("kan haar man niet alleen laten", niet_weg_van_huis=0.5) == ["niet_weg_van_huis"]
