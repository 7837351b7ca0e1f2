"""Numbers of a measurement: percentiles, spread over repeats, and how they are written down in Dutch."""

import statistics
from collections.abc import Sequence


def percentiel(waarden: Sequence[float], deel: float) -> float:
    """The nearest-rank percentile.

    Args:
        waarden: At least one value, in any order.
        deel: Between 0 and 1; 0.95 is the p95.
    """
    op_volgorde = sorted(waarden)
    return op_volgorde[min(len(op_volgorde) - 1, int(deel * len(op_volgorde)))]


def midden(waarden: Sequence[float]) -> float:
    """The median."""
    return statistics.median(waarden)


def getal(waarde: float, cijfers: int = 1) -> str:
    """A number with a decimal comma."""
    return f"{waarde:.{cijfers}f}".replace(".", ",")


def spreiding(waarden: Sequence[float], cijfers: int = 1) -> str:
    """Lowest and highest of the repeats; a dash when there was only one."""
    if len(waarden) < 2:
        return "–"
    return f"{getal(min(waarden), cijfers)} – {getal(max(waarden), cijfers)}"
