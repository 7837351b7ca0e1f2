"""Which texts may not stand on both sides of a fold: a file is one writer's round, and near-duplicates count as one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

from nlu.tekst import Tekst

VOUWEN = 5
BIJNA_GELIJK = 80  # per cent of rapidfuzz's token_sort_ratio: words in any order
MINSTE_WOORDEN = 4  # "ja hoor" is what everybody types; only longer texts can be copies of one another
_VERWANT = 0.4  # cosine over words and pairs of words from which a pair is worth comparing
_BLOK = 2000


@dataclass(frozen=True)
class Indeling:
    """For each text its fold, and its near-duplicates (places in the same row of texts)."""

    vouw: npt.NDArray[np.intp]
    dubbel: dict[int, list[int]] = field(default_factory=dict)

    def leer(self, nummer: int) -> list[int]:
        """The texts to learn from when this fold is held out: none of its own, and no near-duplicate of them."""
        toets = set(self.toets(nummer))
        weg = {ander for i in toets for ander in self.dubbel.get(i, ())}
        return [i for i in range(len(self.vouw)) if i not in toets and i not in weg]

    def toets(self, nummer: int) -> list[int]:
        """The texts of a fold."""
        uit: list[int] = np.flatnonzero(self.vouw == nummer).tolist()
        return uit

    @property
    def paren(self) -> int:
        """The number of pairs of near-duplicates."""
        return sum(len(anderen) for anderen in self.dubbel.values()) // 2


def deel_in(teksten: Sequence[str], groepen: Sequence[str | None]) -> Indeling:
    """Divides texts over the folds.

    Args:
        teksten: the texts.
        groepen: the file of a text when a file is one writer's; None when the text may be divided on its own.
    """
    namen = sorted({g for g in groepen if g is not None})
    plaats = {naam: i % VOUWEN for i, naam in enumerate(namen)}
    los = np.random.default_rng(0).permutation(len(teksten)) % VOUWEN
    vouw = np.array([los[i] if g is None else plaats[g] for i, g in enumerate(groepen)], dtype=np.intp)
    return Indeling(vouw, bijna_gelijk(teksten))


def bijna_gelijk(teksten: Sequence[str], *, vanaf: float = BIJNA_GELIJK) -> dict[int, list[int]]:
    """For each text that has any, the places of its near-duplicates."""
    plat = [" ".join(Tekst.van(t).woorden) for t in teksten]
    lang = [i for i, t in enumerate(plat) if t.count(" ") + 1 >= MINSTE_WOORDEN]
    uit: dict[int, list[int]] = {}
    for a, b in _verwant([plat[i] for i in lang]):
        i, j = lang[a], lang[b]
        if fuzz.token_sort_ratio(plat[i], plat[j], score_cutoff=vanaf):
            uit.setdefault(i, []).append(j)
            uit.setdefault(j, []).append(i)
    return uit


def _woordparen(plat: str) -> list[str]:
    woorden = plat.split()
    return [*woorden, *(f"{a} {b}" for a, b in pairwise(woorden))]


def _verwant(plat: list[str]) -> list[tuple[int, int]]:
    """Pairs that share enough rare words to be worth a comparison letter by letter."""
    if len(plat) < 2:
        return []
    rijen = TfidfVectorizer(analyzer=_woordparen, sublinear_tf=True, dtype=np.float32)
    x = csr_matrix(rijen.fit_transform(plat))
    uit: list[tuple[int, int]] = []
    for begin in range(0, x.shape[0], _BLOK):
        gelijkenis = (x[begin : begin + _BLOK] @ x.T).tocoo()
        raak = gelijkenis.data >= _VERWANT
        paren = zip(gelijkenis.row[raak].tolist(), gelijkenis.col[raak].tolist(), strict=True)
        uit += [(begin + a, b) for a, b in paren if begin + a < b]
    return uit
