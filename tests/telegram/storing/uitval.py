"""Uitval: the plug is pulled at random instants, spread over the messages, and put back at once."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.telegram.storing.proces import Programma

WACHT_KOUD = (3.0, 12.0)  # a cold start takes about six seconds; some die before they are ready


@dataclass(frozen=True)
class Klap:
    """One SIGKILL: when (the clock of the fake), which process, and how that had been started."""

    tijd: float
    wat: str
    was_koud: bool
    daden: int


class Uitval:
    """Kills `aantal` times while the count of messages goes from 0 to `berichten`."""

    def __init__(
        self, programma: Programma, dobbel: random.Random, *, nu: Callable[[], float], ook: Programma | None = None
    ) -> None:
        """`ook` is killed and started at the same instants."""
        self._programma, self._dobbel, self._nu, self._ook = programma, dobbel, nu, ook
        self.klappen: list[Klap] = []

    async def woed(self, *, aantal: int, berichten: int, koud: int, teller: Callable[[], int]) -> None:
        momenten = sorted(self._dobbel.uniform(0, berichten) for _ in range(aantal))
        koude = set(self._dobbel.sample(range(aantal), min(koud, aantal)))
        for nummer, moment in enumerate(momenten):
            while teller() < moment:  # noqa: ASYNC110 - a count, no event
                await asyncio.sleep(0.01)
            tussen = WACHT_KOUD if self._programma.is_koud else (0.0, 1.0)
            await asyncio.sleep(self._dobbel.uniform(*tussen))
            await asyncio.to_thread(self._sla, nummer in koude, teller())

    def _sla(self, straks_koud: bool, daden: int) -> None:
        werkers = self._programma.werkers() if self._programma.workers > 1 else []
        if werkers and self._dobbel.random() < 0.4:
            self.klappen.append(Klap(self._nu(), "werker", self._programma.is_koud, daden))
            self._programma.dood(self._dobbel.choice(werkers))
            return
        self.klappen.append(Klap(self._nu(), "serve", self._programma.is_koud, daden))
        for programma in filter(None, (self._programma, self._ook)):
            programma.dood()
        self._programma.start(koud=straks_koud)
        if self._ook is not None:
            self._ook.start()

    def herstel(self) -> None:
        """Starts again what ended by itself."""
        if not self._programma.leeft():
            self._programma.start()
