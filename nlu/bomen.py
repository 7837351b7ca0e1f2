"""Boosted decision trees (bomen): trained with scikit-learn, kept as plain numbers, read with numpy in microseconds."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.ensemble import GradientBoostingClassifier

Getallen = npt.NDArray[np.float64]
_BLAD = -1  # place of a leaf's children


@dataclass(frozen=True)
class Bomen:
    """All nodes of all trees under each other; a leaf has no children and its `waarde` is added to the score."""

    wortel: npt.NDArray[np.intp]
    kenmerk: npt.NDArray[np.intp]
    grens: Getallen
    links: npt.NDArray[np.intp]
    rechts: npt.NDArray[np.intp]
    waarde: Getallen
    begin: float
    diepte: int

    def kansen(self, x: Getallen) -> Getallen:
        """The chance of "yes" for each row."""
        smal = x.astype(np.float32)
        rijen = np.arange(len(x))[:, None]
        knoop = np.repeat(self.wortel[None, :], len(x), axis=0)
        for _ in range(self.diepte):
            links = smal[rijen, self.kenmerk[knoop]] <= self.grens[knoop]
            kind = np.where(links, self.links[knoop], self.rechts[knoop])
            knoop = np.where(kind == _BLAD, knoop, kind)
        uit: Getallen = 1 / (1 + np.exp(-(self.begin + self.waarde[knoop].sum(axis=1))))
        return uit

    def bewaar(self, pad: Path) -> None:
        """Writes one npz file."""
        np.savez(pad, **self.__dict__)

    @classmethod
    def laad(cls, pad: Path) -> "Bomen":
        """Reads what `bewaar` wrote."""
        with np.load(pad) as pak:
            getallen = {naam: pak[naam] for naam in pak.files}
        begin, diepte = float(getallen.pop("begin")), int(getallen.pop("diepte"))
        return cls(**getallen, begin=begin, diepte=diepte)


def leer_bomen(
    x: Getallen, y: npt.NDArray[np.bool_], *, gewicht: Getallen, aantal: int = 200, diepte: int = 4
) -> Bomen | None:
    """Trains the trees; None when there is nothing to tell apart."""
    if y.all() or not y.any():
        return None
    model = GradientBoostingClassifier(
        n_estimators=aantal, max_depth=diepte, learning_rate=0.06, min_samples_leaf=15, subsample=0.6,
        max_features=0.3, random_state=0,
    ).fit(x.astype(np.float32), y, sample_weight=gewicht)  # fmt: skip
    bomen = [boom.tree_ for boom in model.estimators_[:, 0]]
    schuif = np.cumsum([0, *(boom.node_count for boom in bomen)])[:-1]
    ja = float(np.average(y, weights=gewicht))

    def kinderen(naam: str) -> npt.NDArray[np.intp]:
        delen = [(np.asarray(getattr(b, naam)), s) for b, s in zip(bomen, schuif, strict=True)]
        uit: npt.NDArray[np.intp] = np.concatenate([np.where(k < 0, _BLAD, k + s) for k, s in delen]).astype(np.intp)
        return uit

    return Bomen(
        wortel=schuif.astype(np.intp),
        kenmerk=np.concatenate([np.maximum(b.feature, 0) for b in bomen]).astype(np.intp),
        grens=np.concatenate([b.threshold for b in bomen]),
        links=kinderen("children_left"),
        rechts=kinderen("children_right"),
        waarde=np.concatenate([b.value[:, 0, 0] for b in bomen]) * model.learning_rate,
        begin=float(np.log(ja / (1 - ja))),
        diepte=diepte,
    )
