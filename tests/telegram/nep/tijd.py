"""The clock of the fake: real by default; a test can push it forward, or stop it and move it by hand."""

import asyncio
import time
from datetime import datetime


class Tijd:
    """Seconds since 1970. `loopt=False` stops the clock: then only `vooruit` moves it.

    Dates, rate limits, the 24 and 48 hours, the age of a tap and the waits between webhook attempts follow this clock.
    Long polls and faults that take time use real seconds, because the other side waits with a real clock.
    """

    def __init__(self, *, begin: datetime | None = None, loopt: bool = True) -> None:
        self.loopt = loopt
        self._start = time.monotonic()
        self._begin = begin.timestamp() if begin else time.time()
        self._verschoven = 0.0
        self._wekkers: set[asyncio.Event] = set()

    def nu(self) -> float:
        gelopen = time.monotonic() - self._start if self.loopt else 0.0
        return self._begin + self._verschoven + gelopen

    def vooruit(self, seconden: float) -> None:
        """Moves the clock, and wakes whoever waits for it."""
        self._verschoven += seconden
        for wekker in self._wekkers:
            wekker.set()

    async def slaap_tot(self, moment: float, *wekkers: asyncio.Event) -> None:
        """Returns at this moment of the clock, or when one of the events is set."""
        eigen = asyncio.Event()
        self._wekkers.add(eigen)
        try:
            while (rest := moment - self.nu()) > 0 and not any(wekker.is_set() for wekker in wekkers):
                eigen.clear()
                taken = [asyncio.ensure_future(wekker.wait()) for wekker in (eigen, *wekkers)]
                await asyncio.wait(taken, timeout=rest if self.loopt else None, return_when=asyncio.FIRST_COMPLETED)
                for taak in taken:
                    taak.cancel()
        finally:
            self._wekkers.discard(eigen)
