"""A loop that goes on: it works while there is work, rests until it is woken, and survives its errors."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field

from bot.log_setup import meld_fout
from bot.storage.kolommen import OpslagFout
from bot.storage.slot import Rolslot

logger = logging.getLogger(__name__)
LANGSTE_PAUZE = 15.0
KIJK_SLOT = 5.0  # seconds between two looks whether the role is still ours


@dataclass
class Lus:
    """ "Lus": one task of the running program.

    Attributes:
        naam: For the log and the health page.
        stap: Does one piece of work; True when there may be more at once.
        rust: The longest rest in seconds when there is nothing to do and nobody wakes it.
        slot: The role that only one process at a time may have.
        laatst_goed: When a step last ended without an error, on the monotonic clock.
    """

    naam: str
    stap: Callable[[], Awaitable[bool]]
    rust: float
    slot: Rolslot | None = None
    laatst_goed: float = field(default_factory=time.monotonic)
    _wekker: asyncio.Event = field(default_factory=asyncio.Event)
    _slot_tot: float = 0.0

    def wek(self) -> None:
        """There is work."""
        self._wekker.set()

    async def draai(self) -> None:
        """Goes on until it is cancelled."""
        fouten = 0
        while True:
            try:
                meer = await self.stap() if self._heeft_rol() else False
            except Exception as fout:  # noqa: BLE001 - the boundary: a loop that stops is a service that is silent
                fouten += 1
                if not isinstance(fout, OpslagFout) or fouten == 1:
                    meld_fout(logger, f"lus_{self.naam}", fout)
                await asyncio.sleep(min(LANGSTE_PAUZE, 0.1 * 2 ** min(fouten, 10)))
                continue
            fouten, self.laatst_goed = 0, time.monotonic()
            if meer:
                await asyncio.sleep(0)
            else:
                await self._rust()

    async def _rust(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(self.rust):  # wait_for would lose a cancellation that comes with the waking
                await self._wekker.wait()
        self._wekker.clear()

    def _heeft_rol(self) -> bool:
        if self.slot is None:
            return True
        nu = time.monotonic()
        if nu >= self._slot_tot:
            self._slot_tot = nu + KIJK_SLOT if self.slot.neem() else 0.0
        return self._slot_tot > 0


class Dienst:
    """ "Dienst": the loops of one process, started and stopped together."""

    def __init__(self, lussen: list[Lus]) -> None:
        self.lussen = lussen
        self._taken: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Starts every loop."""
        self._taken = [asyncio.create_task(lus.draai(), name=lus.naam) for lus in self.lussen]

    def leeft(self) -> bool:
        """Whether every loop still goes round; one that ended is a fault that only a restart mends."""
        return bool(self._taken) and not any(taak.done() for taak in self._taken)

    async def stop(self, *, afmaken: Callable[[], Awaitable[None]] | None = None) -> None:
        """Stops every loop, lets what is under way be finished, and only then gives the roles back."""
        for taak in self._taken:
            taak.cancel()
        await asyncio.gather(*self._taken, return_exceptions=True)
        if afmaken is not None:
            await afmaken()
        for lus in self.lussen:
            if lus.slot is not None:
                lus.slot.geef_vrij()

    def is_gezond(self, *, binnen: float) -> bool:
        """Whether every loop ended a step without error lately: its rest and so many seconds more."""
        nu = time.monotonic()
        return all(nu - lus.laatst_goed < binnen + lus.rust for lus in self.lussen)
