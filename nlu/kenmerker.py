"""Features of a text (kenmerken): TF-IDF of words, characters and begrippen, and hits in our own lists."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack

from nlu.bestanden import lees_lijst
from nlu.labels import BUITEN_ONDERWERP, LEEFGEBIEDEN, RODE_VLAGGEN, TUSSENDOOR
from nlu.leefgebiedterm import begrippen, tekens
from nlu.tekst import Tekst, heel_woord
from nlu.vlagpatroon import hints, zoek_vlaggen

Getallen = npt.NDArray[np.float32]
T = TypeVar("T")

_CIJFERS = re.compile(r"\d+")
_LIJST_GEWICHT = 0.3  # how much a hit in our own lists weighs beside the TF-IDF blocks; from benchmarks
_DICHT = len(LEEFGEBIEDEN) + 2 * len(RODE_VLAGGEN) + len(TUSSENDOOR) - 1 + 2
_MEESTE_WOORDEN = 300  # a long story is read at its begin and its end; the lists and the gate read all of it
_MEESTE_DELEN = 60  # clauses
_BEWAARDE_WOORDEN = 30_000

# Kinds of pieces: weight of the block, and in how many texts a piece must occur; from benchmarks/begrip.py.
# w: words and pairs; c: characters within a word; s: words further apart; b: begrippen; p: pairs of them in a clause;
# x: a word beside a begrip.
_SOORTEN = {"w": (1.0, 2), "c": (1.0, 3), "s": (0.7, 5), "b": (0.7, 2), "p": (0.7, 5), "x": (0.7, 5)}

Deel = list[tuple[str, tuple[str, ...]]]
"""The words of a clause, each with its begrippen."""


@lru_cache(maxsize=1)
def _afkortingen() -> dict[str, str]:
    return {str(kort): str(lang) for kort, lang in lees_lijst("afkortingen.yml").items()}


@lru_cache(maxsize=1)
def _tussendoortermen() -> list[re.Pattern[str]]:
    lijst = lees_lijst("tussendoortermen.yml")
    return [heel_woord(lijst[i]) for i in TUSSENDOOR if i != BUITEN_ONDERWERP]


def _uiteinden(rij: list[T], meeste: int) -> list[T]:
    """The first two thirds and the last third of what may be read of a long row."""
    return rij if len(rij) <= meeste else rij[: meeste - meeste // 3] + rij[-(meeste // 3) :]


def voluit(tekst: Tekst) -> list[str]:
    """The words of a text with abbreviations written out and numbers made alike."""
    lang = _afkortingen()
    uit: list[str] = []
    for woord in _uiteinden(tekst.woorden, _MEESTE_WOORDEN):
        uit += lang.get(woord, _CIJFERS.sub("0", woord)[:30]).split()
    return uit


def _stukjes(tekst: Tekst, woorden: list[str]) -> dict[str, list[str]]:
    """The pieces of a text by kind (`_SOORTEN`), but for the characters within words."""
    delen = [
        [(w, begrippen(w)) for w in voluit(Tekst(d.tekst, d.tekst))] for d in _uiteinden(tekst.zinsdelen, _MEESTE_DELEN)
    ]
    return {
        "w": woorden + [f"{a} {b}" for a, b in pairwise(woorden)],
        "s": [f"{a} {b}" for i, a in enumerate(woorden) for b in woorden[i + 2 : i + 6]],
        "b": [b for deel in delen for _, van in deel for b in van],
        "p": [paar for deel in delen for paar in _begripsparen(deel)],
        "x": [paar for deel in delen for paar in _woord_bij_begrip(deel)],
    }


def _letters(woord: str) -> list[str]:
    rond = f" {woord} "
    return [rond[i : i + n] for n in range(2, 6) for i in range(len(rond) - n + 1)]


def _begripsparen(deel: Deel) -> list[str]:
    """The pairs of different begrippen in one clause: "kind alleen_thuis"."""
    return [f"{a} {b}" for a, b in combinations(sorted({b for _, van in deel for b in van}), 2)]


def _woord_bij_begrip(deel: Deel) -> list[str]:
    """Each word with the begrippen of the four words before and after it."""
    uit: list[str] = []
    for i, (woord, _) in enumerate(deel):
        rond = deel[max(0, i - 4) : i] + deel[i + 1 : i + 5]
        uit += [f"{woord} {b}" for _, van in rond for b in van]
    return uit


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

    def vlagtreffers(self) -> Getallen:
        """Of the list hits only those of the flags, and the form of the text (question mark, length)."""
        begin = len(LEEFGEBIEDEN)
        return np.hstack([self.dicht[:, begin : begin + 2 * len(RODE_VLAGGEN)], self.dicht[:, -2:]])

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
    _van_woord: dict[str, list[int]] = field(default_factory=dict, repr=False)  # columns of the characters of a word

    @classmethod
    def leer(cls, teksten: Iterable[str]) -> "Kenmerker":
        """Learns vocabulary and weights."""
        aantal, telling = 0, Counter[str]()
        for tekst in teksten:
            aantal += 1
            plat = Tekst.van(tekst)
            woorden = voluit(plat)
            telling.update({f"c{stuk}" for woord in set(woorden) for stuk in _letters(woord)})
            for soort, stukken in _stukjes(plat, woorden).items():
                telling.update({soort + stuk for stuk in stukken})
        blijft = sorted(stuk for stuk, keer in telling.items() if keer >= _SOORTEN[stuk[0]][1])
        df = np.array([telling[stuk] for stuk in blijft], dtype=np.float32)
        idf = (np.log((1 + aantal) / (1 + df)) + 1).astype(np.float32)
        return cls({stuk: i for i, stuk in enumerate(blijft)}, idf)

    def _letterkolommen(self, woord: str) -> list[int]:
        """The columns of a word's characters, kept: most words of a message have been seen before."""
        kolommen = self._van_woord.get(woord)
        if kolommen is None:
            kolommen = [k for stuk in _letters(woord) if (k := self.kolom.get(f"c{stuk}")) is not None]
            if len(self._van_woord) < _BEWAARDE_WOORDEN:
                self._van_woord[woord] = kolommen
        return kolommen

    def _rij(self, tekst: Tekst) -> tuple[list[npt.NDArray[np.intp]], list[Getallen]]:
        woorden = voluit(tekst)
        per_soort = {"c": [k for woord in woorden for k in self._letterkolommen(woord)]}
        for soort, stukken in _stukjes(tekst, woorden).items():
            per_soort[soort] = [k for stuk in stukken if (k := self.kolom.get(soort + stuk)) is not None]
        kolommen: list[npt.NDArray[np.intp]] = []
        waarden: list[Getallen] = []
        for soort, hits in per_soort.items():
            if hits:
                plek, keer = np.unique(np.array(hits, dtype=np.intp), return_counts=True)
                gewicht = (1 + np.log(keer, dtype=np.float32)) * self.idf[plek]
                kolommen.append(plek)
                waarden.append(gewicht * np.float32(_SOORTEN[soort][0] / np.sqrt(gewicht @ gewicht)))
        return kolommen, waarden

    def rijen(self, teksten: Sequence[str | Tekst]) -> Rijen:
        """The features of these texts, one row each."""
        alle = [t if isinstance(t, Tekst) else Tekst.van(t) for t in teksten]
        lijst = np.array([_lijsttreffers(tekst) for tekst in alle], dtype=np.float32)
        dicht = lijst.reshape(len(teksten), _DICHT) * np.float32(_LIJST_GEWICHT)
        return Rijen(self.ijl(alle), dicht)

    def ijl(self, teksten: Sequence[Tekst]) -> csr_matrix:
        """Only the TF-IDF half of `rijen`; for clauses, of which the list hits are not asked."""
        kolommen, waarden, grenzen = [np.zeros(0, dtype=np.intp)], [np.zeros(0, dtype=np.float32)], [0]
        for tekst in teksten:
            k, w = self._rij(tekst)
            kolommen += k
            waarden += w
            grenzen.append(grenzen[-1] + sum(map(len, k)))
        vorm = (len(teksten), len(self.kolom))
        return csr_matrix((np.concatenate(waarden), np.concatenate(kolommen), grenzen), shape=vorm)

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
