"""The comparison of models: one honest split, and the same judgement for all."""

from collections.abc import Sequence

import numpy as np
import pytest

from benchmarks.vergelijk.diet import combinaties
from benchmarks.vergelijk.lineair import EenTegenRest, Ngrammen, PerZinsdeel
from benchmarks.vergelijk.meting import meet
from benchmarks.vergelijk.proef import ENIGE, LABELS, Deel, doelen, splits
from nlu.bestanden import Bericht


def bericht(tekst: str, *labels: str, bestand: str = "a.txt") -> Bericht:
    vlaggen = tuple(x[1:] for x in labels if x.startswith("!"))
    leef = tuple(x for x in labels if not x.startswith("!"))
    return Bericht(tekst=tekst, leefgebieden=leef, vlaggen=vlaggen, belemmeringen=(), ontkend=(), bestand=bestand)


def deel(aantal: int = 40) -> Deel:
    """Messages in which each label has a word of its own."""
    return Deel(
        tuple(
            bericht(f"nummer {i} over {label.strip('!')}", label, bestand=f"{i % 7}")
            for i in range(aantal)
            for label in LABELS
            if label != ENIGE
        )
    )


class Weet:
    """Knows the answers, to see that the judgement sees it."""

    def __init__(self, waar: Deel) -> None:
        self.antwoorden = dict(zip(waar.teksten, waar.y().astype(float), strict=True))

    def leer(self, deel: Deel) -> None:
        """Nothing to learn."""

    def scores(self, teksten: Sequence[str]) -> np.ndarray:
        return np.array([self.antwoorden[t] for t in teksten])

    def megabytes(self) -> float:
        return 1.0


def test_a_model_that_knows_everything_is_found_perfect():
    alles = deel()
    uit = meet(lambda: Weet(alles), leer=alles, ijkdeel=alles, toets=alles)
    assert uit["f1"]["waarde"] == 1.0
    assert uit["ap"] == uit["gevonden"] == 1.0


@pytest.mark.parametrize("maak", [lambda: EenTegenRest(Ngrammen()), lambda: PerZinsdeel(EenTegenRest(Ngrammen()))])
def test_a_linear_model_learns_what_words_say(maak):
    alles = deel()
    assert meet(maak, leer=alles, ijkdeel=alles, toets=alles)["f1"]["waarde"] > 0.95


def test_a_flag_is_also_any_flag():
    assert doelen(bericht("x", "wonen", "!acute_nood")) == {"wonen", "!acute_nood", ENIGE}
    assert len(LABELS) == 22


def test_a_rare_combination_is_learned_as_its_most_frequent_label():
    alle = [{"rouw"}] * 4 + [{"wonen"}] * 2 + [{"rouw", "wonen"}, set(), {"!acute_nood", ENIGE}]
    intents = combinaties(alle)
    assert intents[6] == "rouw"
    assert intents[-1] == "!acute_nood"


@pytest.mark.traag
def test_no_file_stands_in_two_parts_and_the_small_part_is_drawn_from_the_whole():
    leer, ijk, toets = splits()
    klein, ijk_klein, toets_klein = splits(hoogstens=500)
    assert not set(leer.bestanden) & (set(ijk.bestanden) | set(toets.bestanden))
    assert not set(ijk.bestanden) & set(toets.bestanden)
    assert len(klein.teksten) == 500
    assert set(klein.teksten) <= set(leer.teksten)
    assert (ijk_klein, toets_klein) == (ijk, toets)
