"""Kweker: a process that has imported everything heavy, and forks the real program from there.

`python -m tests.telegram.storing.kweker SOCKET` answers one JSON command per connection:
`{"rol": "serve" | "werker" | "kaal", "workers": 1, "env": {…}}` gives `{"pid": …}`; `{"rol": "lijst"}` gives who lives.
A worker that `wijkbrug serve --workers` starts is forked here as well; the read end of its pipe travels along.
"""

import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, NoReturn, Self

PR_SET_PDEATHSIG = 1
GEDULD = 10.0


def vraag(socketpad: str, opdracht: dict[str, Any], *fds: int) -> dict[str, Any]:
    """Sends one command and returns the answer."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as lijn:
        lijn.settimeout(GEDULD)
        lijn.connect(socketpad)
        socket.send_fds(lijn, [json.dumps(opdracht).encode()], list(fds))
        lijn.shutdown(socket.SHUT_WR)
        antwoord: dict[str, Any] = json.loads(lijn.makefile().read())
        return antwoord


def leeft(pid: int) -> bool:
    """Whether there is a process with this number."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


class GevorkteWerker:
    """Takes the place of `subprocess.Popen` in `bot.opdrachten.serve`: the kweker forks what would be started cold."""

    def __init__(self, _opdracht: list[str], *, stdin: int) -> None:
        lees, schrijf = os.pipe()
        opdracht = {"rol": "werker", "env": dict(os.environ)}
        self.pid = int(vraag(os.environ["STORING_KWEKER"], opdracht, lees)["pid"])
        os.close(lees)
        self.stdin: IO[bytes] | None = os.fdopen(schrijf, "wb")

    def poll(self) -> int | None:
        return None if leeft(self.pid) else 0

    def wait(self, timeout: float) -> int:
        eind = time.monotonic() + timeout
        while self.poll() is None:
            if time.monotonic() > eind:
                raise subprocess.TimeoutExpired("werker", timeout)
            time.sleep(0.02)
        return 0

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)


class Kweker:
    """The parent. One thread only: what is forked must not inherit a lock that nobody holds."""

    def __init__(self, socketpad: str) -> None:
        self._socketpad = socketpad
        self._kinderen: dict[int, str] = {}
        self._laad()

    def _laad(self) -> None:
        """Everything that takes long: imports, and the model."""
        import uvicorn  # noqa: F401

        import bot.bootstrap_kanaal  # noqa: F401
        import tests.telegram.storing.kaal  # noqa: F401
        from bot.bootstrap import bouw_engine
        from bot.settings import lees_instellingen

        self._engine = bouw_engine(lees_instellingen())

    def draai(self) -> NoReturn:
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the children
        deur = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        deur.bind(self._socketpad)
        deur.listen(16)
        print("klaar", flush=True)  # noqa: T201 - whoever started this waits for it
        while True:
            lijn, _ = deur.accept()
            with lijn:
                inhoud, fds, *_ = socket.recv_fds(lijn, 1 << 20, 1)
                lijn.sendall(json.dumps(self._doe(json.loads(inhoud), fds, (deur, lijn))).encode())

    def _doe(self, opdracht: dict[str, Any], fds: list[int], dicht: tuple[socket.socket, ...]) -> dict[str, Any]:
        if opdracht["rol"] == "lijst":
            self._kinderen = {pid: rol for pid, rol in self._kinderen.items() if leeft(pid)}
            return {str(pid): rol for pid, rol in self._kinderen.items()}
        pid = os.fork()
        if pid == 0:
            self._wees_kind(opdracht, fds, dicht)
        for fd in fds:
            os.close(fd)
        self._kinderen[pid] = opdracht["rol"]
        return {"pid": pid}

    def _wees_kind(self, opdracht: dict[str, Any], fds: list[int], dicht: tuple[socket.socket, ...]) -> NoReturn:
        code = 1
        try:
            for stekker in dicht:
                stekker.close()
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.environ.update(opdracht["env"])
            if fds:
                os.dup2(fds[0], 0)
            logboek = os.open(os.environ["STORING_LOG"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            os.dup2(logboek, 1)
            os.dup2(logboek, 2)
            code = self._speel(opdracht)
        finally:
            os._exit(code)

    def _speel(self, opdracht: dict[str, Any]) -> int:
        if opdracht["rol"] == "kaal":
            from tests.telegram.storing.kaal import main as kaal

            return kaal()
        from bot.opdrachten import serve
        from bot.opdrachten.uitleg import met_uitleg
        from bot.settings import lees_instellingen

        serve.bouw_engine = lambda _instellingen: self._engine  # type: ignore[assignment]
        serve.subprocess.Popen = GevorkteWerker  # type: ignore[assignment,misc]
        werkt = opdracht["rol"] == "werker"
        workers = int(opdracht.get("workers", 1))
        return met_uitleg(
            lambda: serve.dien(lees_instellingen(), workers=workers, alleen_werken=werkt, hoort_bij_ouder=werkt)
        )


class KwekerProces:
    """The kweker as whoever runs the test holds it: `with KwekerProces(map_) as kweker:`."""

    def __init__(self, map_: Path) -> None:
        self.socketpad, self._log = str(map_ / "kweker.sock"), map_ / "kweker.log"
        self._proces: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        opdracht = [sys.executable, "-m", "tests.telegram.storing.kweker", self.socketpad]
        with self._log.open("w") as log:
            self._proces = subprocess.Popen(opdracht, stdout=subprocess.PIPE, stderr=log, text=True)  # noqa: S603
        assert self._proces.stdout is not None
        if "klaar" not in self._proces.stdout.readline():
            raise RuntimeError(f"the kweker did not start: {self._log.read_text()[-2000:]}")
        return self

    def __exit__(self, *_: object) -> None:
        if self._proces is not None:
            self._proces.kill()  # its children go with it
            self._proces.wait()

    def vraag(self, opdracht: dict[str, Any]) -> dict[str, Any]:
        return vraag(self.socketpad, opdracht)


if __name__ == "__main__":
    Kweker(sys.argv[1]).draai()
