"""The program under test as a process: started forked or cold, killed without warning, started again."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.telegram.storing.kweker import KwekerProces, leeft

PROJECT = Path(__file__).resolve().parents[3]


@dataclass
class Programma:
    """`wijkbrug serve`, with its workers if it has them.

    Attributes:
        kweker: Where forked processes come from.
        env: The settings.
        workers: As in `serve --workers`.
        kaal: Not the product but the plain polling loop.
    """

    kweker: KwekerProces
    env: dict[str, str]
    workers: int = 1
    kaal: bool = False
    pid: int = 0
    is_koud: bool = False
    _koud: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def start(self, *, koud: bool = False) -> None:
        self.is_koud = koud
        if koud:
            self._start_koud()
            return
        env = {**self.env, "STORING_KWEKER": self.kweker.socketpad}
        rol = "kaal" if self.kaal else "serve"
        self.pid = int(self.kweker.vraag({"rol": rol, "env": env, "workers": self.workers})["pid"])

    def _start_koud(self) -> None:
        opdracht = [sys.executable, "-m", "bot", "serve", "--workers", str(self.workers)]
        if self.kaal:
            opdracht = [sys.executable, "-m", "tests.telegram.storing.kaal"]
        env = {**os.environ, **self.env}
        with Path(self.env["STORING_LOG"]).open("ab") as log:
            self._koud = subprocess.Popen(opdracht, env=env, cwd=PROJECT, stdout=log, stderr=log)  # noqa: S603
        self.pid = self._koud.pid

    def werkers(self) -> list[int]:
        """The worker processes that live now."""
        if self.is_koud:
            with suppress(psutil.NoSuchProcess):
                return [kind.pid for kind in psutil.Process(self.pid).children()]
            return []
        return [int(pid) for pid, rol in self.kweker.vraag({"rol": "lijst"}).items() if rol == "werker"]

    def leeft(self) -> bool:
        if self._koud is not None:
            return self._koud.poll() is None
        return leeft(self.pid)

    def dood(self, pid: int = 0) -> None:
        """SIGKILL, to the program itself or to one of its workers."""
        with suppress(ProcessLookupError):
            os.kill(pid or self.pid, signal.SIGKILL)
        if self._koud is not None and pid in (0, self.pid):
            self._koud.wait()
            self._koud = None

    def stop(self) -> None:
        """Asks it to end, as systemd does."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGTERM)
