"""The pictures of docs/begrip.md: calibration curves and confusion; the same figures give the same file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from benchmarks.evaluatie.maten import ijkcurve
from benchmarks.evaluatie.oordeel import Berichtoordeel
from benchmarks.statistiek import getal

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MAP = "begrip"  # beside docs/begrip.md
_DPI = 90
_KLEUR = "#1f5a92"
_ZONDER_DATUM: dict[str, Any] = {"Software": None}


def _nieuw(breed: float, hoog: float, *, delen: int = 1) -> "tuple[Figure, list[Axes]]":
    from matplotlib.figure import Figure  # no pyplot: no state and no window

    beeld = Figure(figsize=(breed, hoog), dpi=_DPI, layout="constrained")
    return beeld, list(beeld.subplots(1, delen, squeeze=False)[0])


def teken_ijking(pad: Path, reeksen: dict[str, tuple[Sequence[float], Sequence[bool]]]) -> dict[str, float]:
    """Draws a reliability curve per series, with how often each chance is given below it.

    Returns:
        The expected calibration error (ECE) per series.
    """
    beeld, vakken = _nieuw(4.6 * len(reeksen), 4.4, delen=len(reeksen))
    uit = {}
    for vak, (naam, (kans, waar)) in zip(vakken, reeksen.items(), strict=True):
        punten, uit[naam] = ijkcurve(kans, waar)
        totaal, kansen = sum(p["n"] for p in punten), [100 * p["kans"] for p in punten]
        vak.plot([0, 100], [0, 100], color="0.7", linestyle="--", linewidth=1)
        vak.plot(kansen, [100 * p["waar"] for p in punten], marker="o", color=_KLEUR)
        vak.bar(kansen, [100 * p["n"] / totaal for p in punten], width=5, color="0.85", zorder=0)
        vak.set(xlim=(0, 100), ylim=(0, 100), xlabel="kans die Wijkbrug noemt (%)", ylabel="hoe vaak het klopte (%)")
        vak.set_title(f"{naam}\nECE {getal(uit[naam], 3)}, n = {totaal}", fontsize=10)
    beeld.savefig(pad, metadata=_ZONDER_DATUM)
    return uit


def verwarring(oordelen: Sequence[Berichtoordeel], lijst: str, labels: Sequence[str]) -> npt.NDArray[np.int64]:
    """Counts (waar, gezegd) pairs; the last row and column stand for "niets".

    A label that is both true and said counts on the diagonal. What was missed is set against what was said in its
    place, and against "niets" when nothing was.
    """
    plek, niets = {label: i for i, label in enumerate(labels)}, len(labels)
    uit = np.zeros((niets + 1, niets + 1), dtype=np.int64)
    for o in oordelen:
        waar, gezegd = o.waar[lijst], o.gezegd[lijst]
        for label in waar & gezegd:
            uit[plek[label], plek[label]] += 1
        gemist = [plek[x] for x in waar - gezegd]
        te_veel = [plek[x] for x in gezegd - waar]
        for i in gemist or [niets] * bool(te_veel):
            for j in te_veel or [niets]:
                uit[i, j] += 1
        if not waar and not gezegd:
            uit[niets, niets] += 1
    return uit


def teken_verwarring(pad: Path, telling: npt.NDArray[np.int64], labels: Sequence[str], *, titel: str) -> None:
    """Draws the counts as shares of each row."""
    namen = [label.replace("_", " ") for label in labels] + ["niets"]
    deel = telling / np.maximum(telling.sum(axis=1, keepdims=True), 1)
    zij = 0.4 * len(namen) + 2.4
    beeld, (vak,) = _nieuw(zij, zij)
    vak.imshow(deel**0.5, cmap="Blues", vmin=0, vmax=1)  # the root, so that small confusions show
    vak.set_xticks(range(len(namen)), namen, rotation=60, ha="right", rotation_mode="anchor", fontsize=8)
    vak.set_yticks(range(len(namen)), namen, fontsize=8)
    vak.set(xlabel="door Wijkbrug gezegd", ylabel="waar")
    vak.set_title(f"{titel} (procent van de rij)", fontsize=10)
    for i, j in zip(*np.nonzero(deel >= 0.01), strict=True):
        kleur = "white" if deel[i, j] > 0.35 else "black"
        vak.text(j, i, f"{100 * deel[i, j]:.0f}", ha="center", va="center", fontsize=7, color=kleur)
    beeld.savefig(pad, metadata=_ZONDER_DATUM)
