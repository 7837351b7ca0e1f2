"""Which leefgebieden are used: what passes its threshold, else the likeliest by far, and little beside a flag."""

from nlu.leefgebieden import kies_leefgebieden

_DREMPELS = dict.fromkeys(("rouw", "wonen", "vervoer"), 0.4)


def _gebruikt(kansen: dict[str, float], *, ontkend: frozenset[str] = frozenset(), vlag: float = 0.0) -> list[str]:
    return [i for i, _ in kies_leefgebieden(kansen, _DREMPELS, set(ontkend), vlag=vlag)[0]]


def test_boven_de_drempel_beste_eerst() -> None:
    assert _gebruikt({"rouw": 0.5, "wonen": 0.9, "vervoer": 0.1}) == ["wonen", "rouw"]


def test_niets_boven_de_drempel_dan_wie_duidelijk_vooraan_staat() -> None:
    assert _gebruikt({"rouw": 0.3, "wonen": 0.1, "vervoer": 0.1}) == ["rouw"]
    assert _gebruikt({"rouw": 0.3, "wonen": 0.28, "vervoer": 0.1}) == []
    assert _gebruikt({"rouw": 0.2, "wonen": 0.1, "vervoer": 0.1}) == []


def test_naast_een_zekere_vlag_alleen_wat_duidelijk_is() -> None:
    assert _gebruikt({"rouw": 0.5, "wonen": 0.9, "vervoer": 0.1}, vlag=0.8) == ["wonen"]
    assert _gebruikt({"rouw": 0.3, "wonen": 0.1, "vervoer": 0.1}, vlag=0.3) == []


def test_ontkend_telt_niet() -> None:
    assert _gebruikt({"rouw": 0.9, "wonen": 0.5, "vervoer": 0.1}, ontkend=frozenset({"rouw"})) == ["wonen"]
