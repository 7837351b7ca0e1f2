"""One-vs-rest linear classifiers: trained with scikit-learn, calibrated on held-out files, kept as plain numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from scipy.special import expit
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold
from sklearn.svm import LinearSVC

from nlu.kenmerker import Rijen

Getallen = npt.NDArray[np.float64]
_DELEN = 5
_GLAD = 0.03  # added to the counts of a feature, so that a rare one gets no endless weight


@dataclass(frozen=True)
class Lineair:
    """Weights of one classifier per label: chance = sigmoid(helling * (x·gewicht + rest) + hoogte)."""

    labels: tuple[str, ...]
    gewicht: npt.NDArray[np.float32]  # (features, labels)
    rest: Getallen
    helling: Getallen
    hoogte: Getallen
    drempel: Getallen

    def kansen(self, rijen: Rijen) -> Getallen:
        """Calibrated chances, one row a text and one column a label."""
        breed = rijen.ijl.shape[1]
        score = np.asarray(rijen.ijl @ self.gewicht[:breed]) + rijen.dicht @ self.gewicht[breed:] + self.rest
        uit: Getallen = sigmoid(self.helling * score + self.hoogte)
        return uit

    def bewaar(self, pad: Path) -> None:
        """Writes one npz file."""
        np.savez(pad, labels=np.array(self.labels), gewicht=self.gewicht, rest=self.rest, helling=self.helling,
                 hoogte=self.hoogte, drempel=self.drempel)  # fmt: skip

    @classmethod
    def laad(cls, pad: Path) -> "Lineair":
        """Reads what `bewaar` wrote."""
        with np.load(pad) as pak:
            return cls(tuple(str(n) for n in pak["labels"]), pak["gewicht"], pak["rest"], pak["helling"],
                       pak["hoogte"], pak["drempel"])  # fmt: skip


@dataclass(frozen=True)
class Bundel:
    """Several classifiers that read the same features, asked at once: one product instead of one each."""

    alle: Lineair
    namen: tuple[str, ...]
    grenzen: tuple[int, ...]

    @classmethod
    def van(cls, modellen: Mapping[str, Lineair]) -> "Bundel":
        """Puts their weights side by side."""
        delen = list(modellen.values())
        per_label = ("rest", "helling", "hoogte", "drempel")
        alle = Lineair(
            tuple(label for deel in delen for label in deel.labels),
            np.hstack([deel.gewicht for deel in delen]),
            *(np.concatenate([getattr(deel, naam) for deel in delen]) for naam in per_label),
        )
        return cls(alle, tuple(modellen), tuple(accumulate((len(deel.labels) for deel in delen), initial=0)))

    def kansen(self, rijen: Rijen) -> dict[str, dict[str, float]]:
        """The chance of each label of each classifier, for one text."""
        paren = list(zip(self.alle.labels, self.alle.kansen(rijen)[0].tolist(), strict=True))
        return {naam: dict(paren[a:b]) for naam, (a, b) in zip(self.namen, pairwise(self.grenzen), strict=True)}


def sigmoid(x: Getallen) -> Getallen:
    """The logistic function, safe for large numbers."""
    uit: Getallen = expit(x)
    return uit


def bayesgewicht(x: csr_matrix, y: npt.NDArray[np.bool_], menging: float) -> Getallen:
    """How much each feature counts (NB-SVM): `menging` alike for all, the rest by how well it tells yes from no."""
    ja, nee = (np.asarray(x[welke].sum(axis=0)).ravel() + _GLAD for welke in (y, ~y))
    verhouding = np.abs(np.log((ja / ja.sum()) / (nee / nee.sum())))
    uit: Getallen = menging + (1 - menging) * verhouding / np.sqrt((verhouding**2).mean())
    return uit


def _een(x: csr_matrix, y: npt.NDArray[np.bool_], *, c: float, menging: float) -> tuple[npt.NDArray[np.float32], float]:
    """Fits one label: a linear SVM, which on held-out files beat logistic regression by a point.

    A label that is always or never there gets no weights.
    """
    if y.all() or not y.any():
        return np.zeros(x.shape[1], dtype=np.float32), 6.0 if y.all() else -6.0
    model = LinearSVC(C=c, dual=True, tol=1e-2, random_state=0)
    if menging >= 1.0:
        model.fit(x, y)
        return model.coef_[0].astype(np.float32), float(model.intercept_[0])
    bayes = bayesgewicht(x, y, menging)
    model.fit(csr_matrix((x.data * bayes[x.indices], x.indices, x.indptr), shape=x.shape), y)
    return (model.coef_[0] * bayes).astype(np.float32), float(model.intercept_[0])


def _alle(
    x: csr_matrix, y: npt.NDArray[np.bool_], *, c: float, menging: float
) -> tuple[npt.NDArray[np.float32], Getallen]:
    paren = [_een(x, y[:, i], c=c, menging=menging) for i in range(y.shape[1])]
    return np.stack([g for g, _ in paren], axis=1), np.array([r for _, r in paren])


def vouwen(
    groepen: Sequence[str], *, delen: int = _DELEN
) -> Iterator[tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]]:
    """Folds that keep a group whole; neighbouring names (rounds on one subject) go to different folds."""
    namen = sorted(set(groepen))
    if len(namen) < delen:
        yield from KFold(delen, shuffle=True, random_state=0).split(groepen)
        return
    vouw = np.array([namen.index(g) % delen for g in groepen]) if len(namen) < 500 else np.arange(len(groepen)) % delen
    for i in range(delen):
        yield np.flatnonzero(vouw != i), np.flatnonzero(vouw == i)


def buiten_de_vouw(
    x: csr_matrix, y: npt.NDArray[np.bool_], groepen: Sequence[str], *, c: float, delen: int = _DELEN,
    menging: float = 1.0,
) -> Getallen:  # fmt: skip
    """Scores of every text by a model that has not seen its file (or, with too few files, the text itself)."""
    score = np.zeros(y.shape)
    for leer, toets in vouwen(groepen, delen=delen):
        gewicht, rest = _alle(x[leer], y[leer], c=c, menging=menging)
        score[toets] = x[toets] @ gewicht + rest
    return score


def ijk(score: Getallen, y: npt.NDArray[np.bool_]) -> tuple[float, float]:
    """Platt scaling of one label's held-out scores: slope and height."""
    if len(set(y.tolist())) < 2:
        return 1.0, 0.0
    platt = LogisticRegression(C=10.0).fit(score[:, None], y)
    return max(0.1, float(platt.coef_[0, 0])), float(platt.intercept_[0])


def beste_drempel(kans: Getallen, y: npt.NDArray[np.bool_], *, beta: float = 1.0) -> float:
    """The threshold with the highest F-beta, smoothed towards 0.4 when there are few examples."""
    if not y.any():
        return 0.5
    kandidaten = np.linspace(0.12, 0.8, 35)
    waar = np.array([(y & (kans >= d)).sum() for d in kandidaten], dtype=float)
    gekozen = np.array([(kans >= d).sum() for d in kandidaten], dtype=float)
    f = (1 + beta**2) * waar / (beta**2 * y.sum() + gekozen + 1e-9)
    glad = np.convolve(np.pad(f, 2, mode="edge"), np.ones(5) / 5, mode="valid")
    gewicht = y.sum() / (y.sum() + 20)
    return float(gewicht * kandidaten[int(glad.argmax())] + (1 - gewicht) * 0.4)


def leer_lineair(
    rijen: Rijen, doelen: Sequence[Sequence[str]], *, labels: tuple[str, ...], groepen: Sequence[str], c: float,
    beta: float = 1.0, delen: int = _DELEN, menging: float = 1.0,
) -> Lineair:  # fmt: skip
    """Trains, calibrates and sets thresholds.

    Args:
        rijen: features of the texts.
        doelen: the labels that each text has.
        labels: the closed list, in the order of the columns.
        groepen: the file each text comes from; a file is never on both sides of a held-out score.
        c: inverse strength of the regularisation.
        beta: above 1 a threshold favours recall.
        delen: number of folds for the held-out scores.
        menging: 1 weighs all features alike, less weighs them by what they tell alone (`bayesgewicht`).
    """
    return leer_met_buiten(rijen, doelen, labels=labels, groepen=groepen, c=c, beta=beta, delen=delen, menging=menging)[
        0
    ]


def leer_met_buiten(
    rijen: Rijen, doelen: Sequence[Sequence[str]], *, labels: tuple[str, ...], groepen: Sequence[str], c: float,
    beta: float = 1.0, delen: int = _DELEN, menging: float = 1.0,
) -> tuple[Lineair, Getallen]:  # fmt: skip
    """As `leer_lineair`, with the chances of each text by a model that has not seen its file: a second step's input."""
    x = csr_matrix(rijen.samen(), dtype=np.float64)  # once, or scikit-learn converts it at each fit
    y = np.array([[label in doel for label in labels] for doel in doelen], dtype=bool)
    score = buiten_de_vouw(x, y, groepen, c=c, delen=delen, menging=menging)
    ijking = [ijk(score[:, i], y[:, i]) for i in range(len(labels))]
    helling, hoogte = np.array([h for h, _ in ijking]), np.array([g for _, g in ijking])
    kans = sigmoid(helling * score + hoogte)
    drempel = np.array([beste_drempel(kans[:, i], y[:, i], beta=beta) for i in range(len(labels))])
    gewicht, rest = _alle(x, y, c=c, menging=menging)
    return Lineair(labels, gewicht, rest, helling, hoogte, drempel), kans
