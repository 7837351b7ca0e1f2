"""Figures with an interval: shares, precision, recall and F1, each with a bootstrap interval of 95 %."""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Rij = npt.NDArray[np.float64]
HERHALINGEN = 1000
_RAND = (2.5, 97.5)
_Z = 1.96


@dataclass(frozen=True)
class Maat:
    """A figure, the interval it lies in 95 times of 100, and of how many cases it is."""

    waarde: float
    laag: float
    hoog: float
    n: int

    def als_dict(self) -> dict[str, Any]:
        """For the JSON file, in four decimals."""
        return {naam: round(waarde, 4) if naam != "n" else waarde for naam, waarde in asdict(self).items()}


class Trekking:
    """Draws the units (messages, or whole files of one writer) a thousand times over; the same draws every run."""

    def __init__(self, eenheden: Sequence[str | int], *, keer: int = HERHALINGEN) -> None:
        _, self._plaats = np.unique(np.asarray(eenheden), return_inverse=True)
        self._aantal = int(self._plaats.max()) + 1 if len(self._plaats) else 0
        lot = np.random.default_rng(20261125)
        self._keer = lot.multinomial(self._aantal, [1 / self._aantal] * self._aantal, size=keer).astype(np.float64)

    def som(self, x: npt.ArrayLike) -> Rij:
        """The sums over the texts, one row a draw; `x` has one row a text."""
        rijen = np.asarray(x, dtype=np.float64)
        per = np.zeros((self._aantal, *rijen.shape[1:]))
        np.add.at(per, self._plaats, rijen)
        uit: Rij = self._keer @ per
        return uit


def aandeel(goed: Sequence[bool], trekking: Trekking, *, van: Sequence[bool] | None = None) -> Maat:
    """The share that is right, of all cases or of those where `van` holds."""
    telt = np.ones(len(goed), dtype=bool) if van is None else np.asarray(van, dtype=bool)
    raak, n = np.asarray(goed, dtype=bool) & telt, int(telt.sum())
    return _maat((raak.sum(), n), (trekking.som(raak), trekking.som(telt)), n=n)


@dataclass(frozen=True, kw_only=True)
class Labelmaten:
    """What a closed list of labels comes to: per label and together (micro), and the share of exactly right sets."""

    per_label: dict[str, dict[str, Maat]]
    samen: dict[str, Maat]
    precies: Maat


def meet_labels(
    labels: Sequence[str], *, waar: Sequence[set[str]], gezegd: Sequence[set[str]], trekking: Trekking
) -> Labelmaten:
    """Precision (p), recall (r) and F1 of multi-label answers."""
    er = np.array([[label in w for label in labels] for w in waar], dtype=np.float64)
    ge = np.array([[label in g for label in labels] for g in gezegd], dtype=np.float64)
    raak = er * ge
    tellen = [(x, trekking.som(x)) for x in (raak, er, ge)]
    per_label = {
        label: _prf(*[(x[:, i].sum(), boot[:, i]) for x, boot in tellen], n=int(er[:, i].sum()))
        for i, label in enumerate(labels)
    }
    samen = _prf(*[(x.sum(), boot.sum(axis=1)) for x, boot in tellen], n=int(er.sum()))
    precies = aandeel([w == g for w, g in zip(waar, gezegd, strict=True)], trekking)
    return Labelmaten(per_label=per_label, samen=samen, precies=precies)


def _prf(raak: tuple[Any, Rij], er: tuple[Any, Rij], ge: tuple[Any, Rij], *, n: int) -> dict[str, Maat]:
    paren = {"p": (raak[0], ge[0]), "r": (raak[0], er[0]), "f1": (2 * raak[0], er[0] + ge[0])}
    boot = {"p": (raak[1], ge[1]), "r": (raak[1], er[1]), "f1": (2 * raak[1], er[1] + ge[1])}
    return {naam: _maat(paren[naam], boot[naam], n=n) for naam in paren}


def _maat(deel: tuple[Any, Any], boot: tuple[Rij, Rij], *, n: int) -> Maat:
    """A quotient with its interval; draws in which nothing could be counted do not count."""
    teller, noemer = float(deel[0]), float(deel[1])
    if not noemer or not n:
        return Maat(0.0, 0.0, 1.0, n)
    waarde = teller / noemer
    if waarde in (0.0, 1.0):
        return Maat(waarde, *_wilson(waarde, n), n)
    telt = boot[1] > 0
    laag, hoog = np.percentile(boot[0][telt] / boot[1][telt], _RAND)
    return Maat(waarde, float(laag), float(hoog), n)


def _wilson(waarde: float, n: int) -> tuple[float, float]:
    """Wilson's interval: where everything is right (or wrong), drawing again would show no doubt at all."""
    midden = (waarde + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    helft = _Z / (1 + _Z**2 / n) * math.sqrt(waarde * (1 - waarde) / n + _Z**2 / (4 * n**2))
    return max(0.0, midden - helft), min(1.0, midden + helft)


def ijkcurve(kans: npt.ArrayLike, waar: npt.ArrayLike, *, vakken: int = 10) -> tuple[list[dict[str, float]], float]:
    """Reliability: per bin of stated chance the share that was true, and the expected calibration error (ECE)."""
    k, w = np.asarray(kans, dtype=np.float64).ravel(), np.asarray(waar, dtype=np.float64).ravel()
    vak = np.minimum((k * vakken).astype(int), vakken - 1)
    uit = [
        {"kans": float(k[vak == i].mean()), "waar": float(w[vak == i].mean()), "n": int((vak == i).sum())}
        for i in range(vakken)
        if (vak == i).any()
    ]
    ece = sum(v["n"] * abs(v["kans"] - v["waar"]) for v in uit) / max(len(k), 1)
    return uit, float(ece)
