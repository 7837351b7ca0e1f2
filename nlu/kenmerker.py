"""Features of a text (kenmerken): word 1-2 and character 2-5 TF-IDF, and hits in our own lists."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack

from nlu.bestanden import lees_lijst
from nlu.labels import BUITEN_ONDERWERP, LEEFGEBIEDEN, RODE_VLAGGEN, TUSSENDOOR
from nlu.leefgebiedterm import tekens
from nlu.tekst import Tekst
from nlu.vlagpatroon import hints, zoek_vlaggen

Getallen = npt.NDArray[np.float32]

_CIJFERS = re.compile(r"\d+")
_LIJST_GEWICHT = 0.3  # how much a hit in our own lists weighs beside the two TF-IDF blocks of length 1; from benchmarks
_DICHT = len(LEEFGEBIEDEN) + 2 * len(RODE_VLAGGEN) + len(TUSSENDOOR) - 1 + 2
_MEESTE_WOORDEN = 700  # 4,096 characters of ordinary Dutch


@lru_cache(maxsize=1)
def _afkortingen() -> dict[str, str]:
    return {str(kort): str(lang) for kort, lang in lees_lijst("afkortingen.yml").items()}


@lru_cache(maxsize=1)
def _tussendoortermen() -> list[re.Pattern[str]]:
    lijst = lees_lijst("tussendoortermen.yml")
    return [re.compile(rf"(?<!\w)(?:{lijst[i]})(?!\w)") for i in TUSSENDOOR if i != BUITEN_ONDERWERP]


def voluit(tekst: Tekst) -> list[str]:
    """The words of a text with abbreviations written out and numbers made alike."""
    lang = _afkortingen()
    uit: list[str] = []
    for woord in tekst.woorden[:_MEESTE_WOORDEN]:
        uit += lang.get(woord, _CIJFERS.sub("0", woord)[:30]).split()
    return uit


def _stukjes(woorden: list[str]) -> tuple[list[str], list[str]]:
    """The word 1-2 grams, and the character 2-5 grams within the padded words."""
    paren = [f"{a} {b}" for a, b in pairwise(woorden)]
    tekens: list[str] = []
    for woord in woorden:
        rond = f" {woord} "
        for n in range(2, 6):
            tekens += [rond[i : i + n] for i in range(len(rond) - n + 1)]
    return woorden + paren, tekens


def _lijsttreffers(tekst: Tekst) -> list[float]:
    """Signs of each leefgebied, and of each flag a sure and a faint one."""
    zeker = {v.id for v in zoek_vlaggen(tekst) if v.hoe == "nu"}
    zwak = set(hints(tekst))
    vlag = [float(i in zeker) * 2 for i in RODE_VLAGGEN] + [float(i in zwak) for i in RODE_VLAGGEN]
    # what asks or commands is short: length and a question mark tell it from a question for help
    vorm = [2.0 * float("?" in tekst.plat), min(len(tekst.plat) / 100, 3.0)]
    tussendoor = [2.0 * float(bool(patroon.search(tekst.plat[:400]))) for patroon in _tussendoortermen()]
    return [float(n > 0) + 0.5 * float(n > 1) for n in tekens(tekst.plat)] + vlag + tussendoor + vorm


@dataclass(frozen=True)
class Rijen:
    """Features of n texts: `ijl` is (n, vocabulary) TF-IDF, `dicht` hits in our own lists."""

    ijl: csr_matrix
    dicht: Getallen

    def samen(self) -> csr_matrix:
        """Both side by side, for training."""
        return csr_matrix(hstack([self.ijl, csr_matrix(self.dicht)], dtype=np.float32))

    def een(self, i: int) -> "Rijen":
        """One of the rows."""
        return Rijen(self.ijl[i], self.dicht[i : i + 1])

    def fingerprint(self) -> str:
        """Stable for Rasa's cache: the texts themselves are fingerprinted beside it."""
        return f"rijen{self.ijl.shape}"


@dataclass
class Kenmerker:
    """Turns texts into `Rijen`; fitted once on all training text."""

    kolom: dict[str, int] = field(default_factory=dict)
    idf: Getallen = field(default_factory=lambda: np.zeros(0, dtype=np.float32))

    @classmethod
    def leer(cls, teksten: Iterable[str], *, minstens: int = 2) -> "Kenmerker":
        """Learns vocabulary and weights; a piece counts when it occurs in at least `minstens` texts."""
        aantal, telling = 0, Counter[str]()
        for tekst in teksten:
            aantal += 1
            woorden, tekens = _stukjes(voluit(Tekst.van(tekst)))
            telling.update({f"w{w}" for w in woorden} | {f"c{t}" for t in tekens})
        blijft = sorted(stuk for stuk, keer in telling.items() if keer >= minstens)
        df = np.array([telling[stuk] for stuk in blijft], dtype=np.float32)
        idf = (np.log((1 + aantal) / (1 + df)) + 1).astype(np.float32)
        return cls({stuk: i for i, stuk in enumerate(blijft)}, idf)

    def _rij(self, woorden: list[str]) -> tuple[list[int], list[float]]:
        kolommen: list[int] = []
        waarden: list[float] = []
        for teken, stukken in zip("wc", _stukjes(woorden), strict=True):
            telling = Counter(self.kolom.get(teken + stuk, -1) for stuk in stukken)
            telling.pop(-1, None)
            if not telling:
                continue
            plek = list(telling)
            gewicht = (1 + np.log(np.fromiter(telling.values(), dtype=np.float32))) * self.idf[plek]
            kolommen += plek
            waarden += (gewicht / np.linalg.norm(gewicht)).tolist()
        return kolommen, waarden

    def rijen(self, teksten: Sequence[str | Tekst]) -> Rijen:
        """The features of these texts, one row each."""
        alle = [t if isinstance(t, Tekst) else Tekst.van(t) for t in teksten]
        grenzen, kolommen, waarden = [0], list[int](), list[float]()
        for tekst in alle:
            k, w = self._rij(voluit(tekst))
            kolommen += k
            waarden += w
            grenzen.append(len(kolommen))
        lijst = np.array([_lijsttreffers(tekst) for tekst in alle], dtype=np.float32)
        dicht = lijst.reshape(len(teksten), _DICHT) * np.float32(_LIJST_GEWICHT)
        vorm = (len(teksten), len(self.kolom))
        ijl = csr_matrix((np.array(waarden, dtype=np.float32), kolommen, grenzen), shape=vorm)
        return Rijen(ijl, dicht)

    @property
    def breedte(self) -> int:
        """Number of columns of `Rijen.samen()`."""
        return len(self.kolom) + _DICHT

    def bewaar(self, map_: Path) -> None:
        """Writes the vocabulary as JSON and the weights as npz."""
        (map_ / "kolommen.json").write_text(json.dumps(list(self.kolom), ensure_ascii=False), encoding="utf-8")
        np.savez_compressed(map_ / "idf.npz", idf=self.idf)

    @classmethod
    def laad(cls, map_: Path) -> "Kenmerker":
        """Reads what `bewaar` wrote."""
        stukken = json.loads((map_ / "kolommen.json").read_text(encoding="utf-8"))
        with np.load(map_ / "idf.npz") as pak:
            return cls({stuk: i for i, stuk in enumerate(stukken)}, pak["idf"])
