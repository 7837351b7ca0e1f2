"""What the house rules look at: the source files of the repository, and their syntax trees."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

PROJECT = Path(__file__).resolve().parents[2]
EIGEN = ("bot", "nlu", "actions")
PYTHON = (*EIGEN, "tests", "benchmarks", "scripts")


@cache
def bestanden() -> tuple[str, ...]:
    """Every file of the repository, tracked or about to be, as a path from its root."""
    opdracht = ("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    uit = subprocess.run(opdracht, cwd=PROJECT, capture_output=True, check=True).stdout.decode()  # noqa: S603
    return tuple(sorted(pad for pad in uit.split("\0") if pad and (PROJECT / pad).is_file()))


def python_bestanden(*mappen: str) -> tuple[str, ...]:
    """The Python files under these top-level folders."""
    return tuple(pad for pad in bestanden() if pad.endswith(".py") and pad.split("/")[0] in mappen)


def lees(pad: str) -> str:
    return (PROJECT / pad).read_text(encoding="utf-8")


@cache
def boom(pad: str) -> ast.Module:
    return ast.parse(lees(pad), filename=pad)


def laad_yaml(pad: str) -> Any:
    return yaml.safe_load(lees(pad))


@dataclass(frozen=True)
class Import:
    """One import in one file: the module that is named, and the line."""

    pad: str
    module: str
    regel: int

    def __str__(self) -> str:
        return f"{self.pad}:{self.regel} imports {self.module}"


def module_van(pad: str) -> str:
    """The dotted name of a Python file."""
    return pad.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def imports(pad: str) -> Iterator[Import]:
    """Every import of a file, also inside functions; `from a import b` counts as `a.b` where that is a module."""
    for knoop in ast.walk(boom(pad)):
        if isinstance(knoop, ast.Import):
            for naam in knoop.names:
                yield Import(pad, naam.name, knoop.lineno)
        elif isinstance(knoop, ast.ImportFrom):
            assert knoop.level == 0, f"{pad}:{knoop.lineno}: write imports in full"
            basis = knoop.module or ""
            modules = {f"{basis}.{naam.name}" for naam in knoop.names if _is_module(f"{basis}.{naam.name}")}
            for module in modules or {basis}:
                yield Import(pad, module, knoop.lineno)


def _is_module(naam: str) -> bool:
    pad = PROJECT / naam.replace(".", "/")
    return pad.with_suffix(".py").is_file() or (pad / "__init__.py").is_file()
