"""Linear models on n-grams, one-vs-rest and in a chain, with more features where asked, and boosted trees."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.decomposition import TruncatedSVD
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multioutput import ClassifierChain
from sklearn.svm import LinearSVC

from benchmarks.vergelijk.meting import gewicht
from benchmarks.vergelijk.proef import LABELS, Deel, Getallen
from benchmarks.vergelijk.woorden import lexicon
from nlu.kenmerker import Kenmerker
from nlu.tekst import Tekst

Kenmerken = Callable[[Sequence[str]], csr_matrix]


class Ngrammen:
    """TF-IDF of words (1-2), characters within words (2-5), or both."""

    def __init__(self, *, woorden: bool = True, letters: bool = True, met_lexicon: bool = False) -> None:
        woord = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
        letter = TfidfVectorizer(ngram_range=(2, 5), min_df=3, sublinear_tf=True, analyzer="char_wb")
        self._delen = [woord] * woorden + [letter] * letters
        self._lexicon = met_lexicon

    def leer(self, teksten: Sequence[str]) -> csr_matrix:
        """Fits on these texts and returns their features."""
        for deel in self._delen:
            deel.fit(_plat(teksten))
        return self(teksten)

    def __call__(self, teksten: Sequence[str]) -> csr_matrix:
        """The features of texts."""
        blokken = [deel.transform(_plat(teksten)) for deel in self._delen]
        if self._lexicon:
            blokken.append(csr_matrix(0.3 * lexicon(teksten)))
        return csr_matrix(hstack(blokken))


class Eigen:
    """The features of the product: n-grams, skip-bigrams, begrippen and hits in the lists."""

    def __init__(self) -> None:
        self._kenmerker = Kenmerker()

    def leer(self, teksten: Sequence[str]) -> csr_matrix:
        """Fits on these texts and returns their features."""
        self._kenmerker = Kenmerker.leer(teksten)
        return self(teksten)

    def __call__(self, teksten: Sequence[str]) -> csr_matrix:
        """The features of texts."""
        return csr_matrix(self._kenmerker.rijen(teksten).samen(), dtype=np.float64)


class EenTegenRest:
    """One linear classifier per label."""

    def __init__(self, kenmerken: Any, *, soort: str = "svm", c: float = 0.3) -> None:
        self._kenmerken, self._soort, self._c = kenmerken, soort, c
        self._gewicht, self._rest = np.zeros((0, 0), dtype=np.float32), np.zeros(0)

    def leer(self, deel: Deel) -> None:
        """Learns every label."""
        x, y = self._kenmerken.leer(deel.teksten), deel.y()
        modellen = [self._nieuw().fit(x, y[:, i]) for i in range(len(LABELS))]
        self._gewicht = np.stack([m.coef_[0] for m in modellen], axis=1).astype(np.float32)
        self._rest = np.array([m.intercept_[0] for m in modellen])

    def scores(self, teksten: Sequence[str]) -> Getallen:
        """Distances to the borders."""
        uit: Getallen = self._kenmerken(teksten) @ self._gewicht + self._rest
        return uit

    def megabytes(self) -> float:
        """Weights and vocabulary."""
        return gewicht((self._gewicht, self._kenmerken))

    def _nieuw(self) -> Any:
        if self._soort == "svm":
            return LinearSVC(C=self._c, tol=1e-2, random_state=0)
        return LogisticRegression(C=self._c * 20, solver="liblinear", tol=1e-2)


class Ketting:
    """A classifier chain: each label also sees what was said of the labels before it."""

    def __init__(self, kenmerken: Any) -> None:
        self._kenmerken = kenmerken
        self._ketting = ClassifierChain(LogisticRegression(C=6.0, solver="liblinear", tol=1e-2), random_state=0)

    def leer(self, deel: Deel) -> None:
        """Learns the labels in the order of `LABELS`."""
        self._ketting.fit(self._kenmerken.leer(deel.teksten), deel.y())

    def scores(self, teksten: Sequence[str]) -> Getallen:
        """Log-odds."""
        kans = np.clip(self._ketting.predict_proba(self._kenmerken(teksten)), 1e-6, 1 - 1e-6)
        uit: Getallen = np.log(kans / (1 - kans))
        return uit

    def megabytes(self) -> float:
        """The chain and the vocabulary."""
        return gewicht((self._ketting, self._kenmerken))


class Bomen:
    """Gradient boosting on 100 dimensions of the n-grams (a sparse matrix is nothing for trees)."""

    def __init__(self, kenmerken: Any, *, dimensies: int = 100) -> None:
        self._kenmerken = kenmerken
        self._svd = TruncatedSVD(dimensies, random_state=0)
        self._bomen: list[HistGradientBoostingClassifier] = []

    def leer(self, deel: Deel) -> None:
        """Learns every label."""
        x, y = self._svd.fit_transform(self._kenmerken.leer(deel.teksten)), deel.y()
        for i in range(len(LABELS)):
            self._bomen.append(HistGradientBoostingClassifier(max_iter=120, random_state=0).fit(x, y[:, i]))

    def scores(self, teksten: Sequence[str]) -> Getallen:
        """Raw scores of the trees."""
        x = self._svd.transform(self._kenmerken(teksten))
        return np.stack([boom.decision_function(x) for boom in self._bomen], axis=1)

    def megabytes(self) -> float:
        """Trees, projection and vocabulary."""
        return gewicht((self._bomen, self._svd, self._kenmerken))


class PerZinsdeel:
    """Splitting on connectives: the highest score of the whole text and of each of its clauses."""

    def __init__(self, model: EenTegenRest) -> None:
        self._model = model

    def leer(self, deel: Deel) -> None:
        """Learns from whole texts: clauses have no labels of their own."""
        self._model.leer(deel)

    def scores(self, teksten: Sequence[str]) -> Getallen:
        """The maximum over whole and clauses."""
        stukken, van = list[str](), list[int]()
        for i, tekst in enumerate(teksten):
            delen = [tekst, *(d.tekst for d in Tekst.van(tekst).zinsdelen if d.tekst.count(" ") > 1)]
            stukken += delen
            van += [i] * len(delen)
        uit = np.full((len(teksten), len(LABELS)), -np.inf)
        np.maximum.at(uit, van, self._model.scores(stukken))
        return uit

    def megabytes(self) -> float:
        """As the model itself."""
        return self._model.megabytes()


def _plat(teksten: Sequence[str]) -> list[str]:
    return [Tekst.van(t).plat for t in teksten]
