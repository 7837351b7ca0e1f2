"""What makes it hard to take part (belemmeringen): patterns for what is said outright, a classifier for the rest."""

import re
from functools import lru_cache

from nlu.bestanden import lees_lijst
from nlu.kenmerker import Rijen
from nlu.labels import BELEMMERINGEN
from nlu.lineair import Lineair, leer_lineair
from nlu.ontkenning import is_ontkend, zin_rond
from nlu.tekst import Tekst, heel_woord

BETA = 0.9  # near the best F1; not above 1, as one that is not there takes good activities off the list
STERKTE = 0.6  # C of the classifiers, from cross-validation
MENGING = 0.4  # share of the weights that all features have alike (NB-SVM)


@lru_cache(maxsize=1)
def _patronen() -> dict[str, re.Pattern[str]]:
    lijst = lees_lijst("belemmeringen.yml")
    return {i: heel_woord("|".join(lijst[i])) for i in BELEMMERINGEN}


def genoemde_belemmeringen(tekst: Tekst) -> list[str]:
    """The belemmeringen that the text says outright and does not deny."""
    uit = []
    for id_, patroon in _patronen().items():
        m = patroon.search(tekst.plat)
        if m:
            zin = zin_rond(tekst, m.start())
            if not is_ontkend(zin.tekst, m.start() - zin.begin, m.end() - zin.begin):
                uit.append(id_)
    return uit


def leer_belemmeringen(rijen: Rijen, doelen: list[tuple[str, ...]], groepen: list[str]) -> Lineair:
    """Trains the seven classifiers on the @ labels."""
    return leer_lineair(rijen, doelen, labels=BELEMMERINGEN, groepen=groepen, c=STERKTE, beta=BETA, menging=MENGING)


def kies_belemmeringen(tekst: Tekst, kansen: dict[str, float], drempels: dict[str, float]) -> list[str]:
    """Patterns and classifier together, in the order of the closed list."""
    genoemd = genoemde_belemmeringen(tekst)
    uit = [i for i in BELEMMERINGEN if kansen[i] >= drempels[i] or (i in genoemd and kansen[i] >= drempels[i] / 3)]
    if "vervoer" in genoemd and "niet_weg_van_huis" not in genoemd:  # "kan niet weg zonder vervoer": one obstacle
        return [i for i in uit if i != "niet_weg_van_huis"]
    return uit
