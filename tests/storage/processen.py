"""Runs a script in several processes that really start at the same moment."""

import subprocess
import sys
from collections.abc import Sequence

POORT = "import sys; print('klaar', flush=True); sys.stdin.readline()"
"""Stands in the script after its imports: there each process waits until all of them are there."""


def draai_samen(script: str, argumenten: Sequence[Sequence[str]]) -> None:
    """One process per list of arguments; fails when one of them fails or complains."""
    processen = [
        subprocess.Popen(  # noqa: S603 - our own scripts
            [sys.executable, "-c", script, *deze],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for deze in argumenten
    ]
    for proces in processen:
        assert proces.stdout is not None
        assert proces.stdout.readline() == "klaar\n", proces.communicate()[1]
    for proces in processen:
        assert proces.stdin is not None
        proces.stdin.write("\n")
        proces.stdin.flush()
    uitkomsten = [(proces.communicate(timeout=60)[1], proces.returncode) for proces in processen]
    assert uitkomsten == [("", 0)] * len(processen), uitkomsten
