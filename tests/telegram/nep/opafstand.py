"""The fake in a process of its own: it lives on while the bot is killed, and answers the same commands over HTTP."""

import subprocess
import sys
from pathlib import Path
from typing import Any, Self

import httpx

from tests.telegram.nep.fouten import MensFout
from tests.telegram.nep.mensen import Mensen
from tests.telegram.nep.server import TOKEN

PROJECT = Path(__file__).resolve().parents[3]
GEDULD = 30.0


class NepOpAfstand(Mensen):
    """`with NepOpAfstand() as nep:` starts `python -m tests.telegram.nep`; arguments of that command can be added."""

    def __init__(self, *argumenten: str, token: str = TOKEN) -> None:
        self.token, self._argumenten = token, argumenten
        self.url = ""
        self._proces: subprocess.Popen[str] | None = None
        self._http = httpx.Client(timeout=GEDULD, trust_env=False)

    @property
    def base_url(self) -> str:
        return f"{self.url}/bot"

    def roep(self, opdracht: str, **velden: Any) -> Any:
        antwoord = self._http.post(f"{self.url}/bediening/{opdracht}", json=velden)
        if antwoord.status_code == httpx.codes.UNPROCESSABLE_ENTITY:
            raise MensFout(antwoord.json()["fout"])
        antwoord.raise_for_status()
        return antwoord.json()["uitkomst"]

    def start(self) -> Self:
        vast = ["--token", self.token, "--tot-invoer-sluit"]
        opdracht = [sys.executable, "-m", "tests.telegram.nep", *vast, *self._argumenten]
        self._proces = subprocess.Popen(  # noqa: S603 - our own module
            opdracht, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._proces.stdout is not None
        self.url = self._proces.stdout.readline().strip()
        if not self.url:
            raise RuntimeError("the fake Bot API did not start")
        return self

    def stop(self) -> None:
        self._http.close()
        if self._proces is not None:
            self._proces.terminate()
            self._proces.communicate(timeout=GEDULD)
            self._proces = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()
