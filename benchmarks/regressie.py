"""A slope through noise: Theil–Sen, with an interval from a bootstrap over blocks of neighbouring samples."""

import random
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.statistiek import getal

BLOKKEN = 20  # neighbours resemble each other: they are drawn together
TREKKINGEN = 200
PAREN = 1500


@dataclass(frozen=True)
class Helling:
    """MB per thousand turns, with its 95 % interval, and the first and last level in MB."""

    waarde: float
    laag: float
    hoog: float
    begin: float
    eind: float

    def is_vlak(self, *, hoogstens: float = 0.0) -> bool:
        """Whether the growth may be no more than this, within the noise."""
        return self.laag <= hoogstens

    def __str__(self) -> str:
        van, tot = getal(self.laag, 2), getal(self.hoog, 2)
        per = f"{getal(self.waarde, 2)} MB per 1.000 beurten (95 %: {van} tot {tot})"
        return f"{getal(self.begin, 0)} MB, aan het eind {getal(self.eind, 0)} MB; {per}"


def helling(punten: Sequence[tuple[float, float]], *, seed: int = 1) -> Helling:
    """The slope of at least forty points, in order of their first coordinate."""
    dobbel = random.Random(seed)  # noqa: S311 - repeatable
    maat = max(1, len(punten) // BLOKKEN)
    blokken = [punten[plek : plek + maat] for plek in range(0, len(punten), maat)]
    trekkingen = sorted(
        _theil_sen([punt for blok in dobbel.choices(blokken, k=len(blokken)) for punt in blok], dobbel)
        for _ in range(TREKKINGEN)
    )
    rand = max(1, len(punten) // 10)
    return Helling(
        _theil_sen(punten, dobbel),
        trekkingen[int(0.025 * TREKKINGEN)],
        trekkingen[int(0.975 * TREKKINGEN)],
        statistics.median(y for _, y in punten[:rand]),
        statistics.median(y for _, y in punten[-rand:]),
    )


def _theil_sen(punten: Sequence[tuple[float, float]], dobbel: random.Random) -> float:
    """The median slope over pairs of points; a sample of the pairs is enough."""
    hellingen = []
    for _ in range(PAREN):
        (x1, y1), (x2, y2) = dobbel.choice(punten), dobbel.choice(punten)
        if x1 != x2:
            hellingen.append((y2 - y1) / (x2 - x1))
    return statistics.median(hellingen)
