"""The lexicon: words of our own lists that point to a label, as a prior on its own and as features."""

from collections.abc import Sequence

import numpy as np

from benchmarks.vergelijk.proef import Deel, Getallen
from nlu.labels import RODE_VLAGGEN
from nlu.leefgebiedterm import tekens
from nlu.tekst import Tekst
from nlu.vlagpatroon import hints, zoek_vlaggen


def lexicon(teksten: Sequence[str]) -> Getallen:
    """Signs per label of `LABELS`: how many words point to it, a sure pattern of a flag for two."""
    return np.array([_tekens(Tekst.van(t)) for t in teksten], dtype=np.float64)


def _tekens(tekst: Tekst) -> list[float]:
    zeker, zwak = {v.id for v in zoek_vlaggen(tekst) if v.hoe == "nu"}, set(hints(tekst))
    vlaggen = [2.0 * (v in zeker) + (v in zwak) for v in RODE_VLAGGEN]
    return [*map(float, tekens(tekst.plat)), *vlaggen, max(vlaggen)]


class Lexicon:
    """The lists alone, with nothing learned."""

    def leer(self, deel: Deel) -> None:
        """Nothing to learn."""

    def scores(self, teksten: Sequence[str]) -> Getallen:
        """The number of signs."""
        return lexicon(teksten)

    def megabytes(self) -> float:
        """The lists are a few dozen kilobytes."""
        return 0.1
