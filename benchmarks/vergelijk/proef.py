"""One split for every model: three folds to learn from, one to calibrate on, one to measure; a file stays whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from benchmarks.evaluatie.groepen import Indeling, deel_in
from nlu.bestanden import Bericht, lees_berichten
from nlu.labels import LEEFGEBIEDEN, RODE_VLAGGEN

ENIGE = "enige"
LABELS: tuple[str, ...] = (*LEEFGEBIEDEN, *(f"!{v}" for v in RODE_VLAGGEN), ENIGE)
"""The columns of every model: leefgebieden, the flags apart, and "any flag", which decides whether the case stops."""
TOETS, IJK = 0, 1  # folds
Getallen = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Deel:
    """Messages of some folds, and what holds of each (one column a label)."""

    berichten: tuple[Bericht, ...]

    @property
    def teksten(self) -> list[str]:
        """The texts."""
        return [b.tekst for b in self.berichten]

    @property
    def bestanden(self) -> list[str]:
        """The file of each text."""
        return [b.bestand for b in self.berichten]

    def y(self) -> npt.NDArray[np.bool_]:
        """(texts, labels)."""
        return np.array([[label in doel for label in LABELS] for doel in map(doelen, self.berichten)], dtype=bool)


class Model(Protocol):
    """What is compared: learns once, then gives each text a score per label (higher is likelier)."""

    def leer(self, deel: Deel) -> None:
        """Learns."""

    def scores(self, teksten: Sequence[str]) -> Getallen:
        """One row a text, one column a label of `LABELS`."""

    def megabytes(self) -> float:
        """The size of what has to be kept."""


def doelen(bericht: Bericht) -> set[str]:
    """The labels of a message, flags with "!"."""
    vlaggen = {f"!{v}" for v in bericht.vlaggen}
    return {*bericht.leefgebieden, *vlaggen, *([ENIGE] if vlaggen else [])}


@lru_cache(maxsize=1)
def _verdeeld() -> tuple[list[Bericht], Indeling]:
    """All messages and their folds; read once, as training texts may be added while models are compared."""
    berichten = lees_berichten()
    return berichten, deel_in([b.tekst for b in berichten], [b.bestand for b in berichten])


def splits(*, hoogstens: int | None = None) -> tuple[Deel, Deel, Deel]:
    """To learn, to calibrate, to measure; with `hoogstens` a fixed draw of that many to learn from."""
    berichten, indeling = _verdeeld()
    vouw: Any = indeling.vouw
    weg = {ander for i in indeling.toets(TOETS) + indeling.toets(IJK) for ander in indeling.dubbel.get(i, ())}
    leer = [i for i in range(len(berichten)) if vouw[i] not in (TOETS, IJK) and i not in weg]
    if hoogstens:
        leer = sorted(np.random.default_rng(0).permutation(leer)[:hoogstens].tolist())
    kies = [leer, indeling.toets(IJK), indeling.toets(TOETS)]
    delen = [Deel(tuple(berichten[i] for i in plaatsen)) for plaatsen in kies]
    return delen[0], delen[1], delen[2]
