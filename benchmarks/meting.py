"""One line of the result, and what all measurements are told."""

import os
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


class BenchFout(Exception):
    """A turn did not do what it should, so its time would mean nothing; says which turn."""


@dataclass(frozen=True)
class Opdracht:
    """How the benchmark is run.

    Attributes:
        modelmap: Where the trained model is.
        werkmap: A folder for databases and logs, on the disk on which the program itself would keep them.
        is_kort: Fewer repeats, shorter load: under two minutes in all.
        met_training: Train a model as well, and time it.
        drukte: The load average of the machine when it began: others may be at work on it.
    """

    modelmap: Path
    werkmap: Path
    is_kort: bool = False
    met_training: bool = False
    drukte: float = field(default_factory=lambda: os.getloadavg()[0])

    def keer(self, *, lang: int, kort: int) -> int:
        """A number of repeats, by whether the run is short."""
        return kort if self.is_kort else lang


@dataclass(frozen=True)
class Meting:
    """A figure beside its target.

    Attributes:
        id: Key in metingen.yml, where name, target and method are told.
        uitkomst: The figure as it is written, with its unit; empty when nothing was measured.
        is_gehaald: Whether the target was reached; None where there is no target or no figure.
        herhalingen: How many times it was measured.
        spreiding: Lowest and highest of the repeats.
        bijzonder: What else was seen, one line each.
        profiel: Where the time or the memory goes, only when the target was missed.
    """

    id: str
    uitkomst: str
    is_gehaald: bool | None
    herhalingen: int
    spreiding: str
    bijzonder: tuple[str, ...] = ()
    profiel: str = ""
    cijfers: dict[str, float] = field(default_factory=dict)
