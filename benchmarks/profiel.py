"""Where the time goes: the heaviest functions of a stretch of code."""

import cProfile
import io
import pstats
import re
from collections.abc import Awaitable, Callable

from benchmarks.meting import PROJECT

REGELS = 15
_MAP = re.compile(rf"/\S*(?:site-packages|lib/python3\.\d+)/|{re.escape(str(PROJECT))}/")


async def profileer(doe: Callable[[], Awaitable[object]]) -> str:
    """Runs something under cProfile, which makes it two to four times slower; the top 15 by cumulative time."""
    meter = cProfile.Profile()
    meter.enable()
    try:
        await doe()
    finally:
        meter.disable()
    return zwaarste(meter)


def zwaarste(meter: cProfile.Profile) -> str:
    """The top 15 lines of a profile by cumulative time, with paths from the project or from site-packages."""
    uitvoer = io.StringIO()
    stand = pstats.Stats(meter, stream=uitvoer)
    stand.sort_stats("cumulative").print_stats(REGELS)
    regels = uitvoer.getvalue().splitlines()
    begin = next((nr for nr, regel in enumerate(regels) if regel.lstrip().startswith("ncalls")), 0)
    return "\n".join(_korter(regel) for regel in regels[begin:] if regel.strip())


def _korter(regel: str) -> str:
    return _MAP.sub("", regel)
