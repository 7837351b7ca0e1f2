"""Runs Rasa's graph one step after another, in an order that is worked out once per target.

Rasa's own runner has dask plan the graph anew for every message and every prediction; with one thread and a dozen steps
that planning is a tenth of a turn.
"""

from collections.abc import Sequence
from typing import Any

from rasa.engine.graph import GraphSchema
from rasa.engine.runner.dask import DaskGraphRunner


class Graafloper(DaskGraphRunner):  # type: ignore[misc]  # rasa is untyped
    """The runner that Rasa loaded, with another `run`."""

    def __init__(self, geladen: DaskGraphRunner) -> None:  # the nodes are loaded already: no call of the parent
        self.__dict__ |= geladen.__dict__
        self._volgordes: dict[tuple[str, ...], list[tuple[str, tuple[str, ...]]]] = {}

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        """The output of each target; an input takes the place of the step of that name."""
        doelen = tuple(targets or self._graph_schema.target_names)
        if doelen not in self._volgordes:
            self._volgordes[doelen] = volgorde(self._graph_schema, doelen)
        uit: dict[str, Any] = {naam: (naam, waarde) for naam, waarde in (inputs or {}).items()}
        for naam, nodig in self._volgordes[doelen]:
            uit[naam] = self._instantiated_nodes[naam](*(uit[vorige] for vorige in nodig))
        return {doel: uit[doel][1] for doel in doelen}


def volgorde(schema: GraphSchema, doelen: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
    """The steps that the targets need, each after those it needs itself; what is no step comes from the inputs."""
    nodig = schema.minimal_graph_schema(list(doelen)).nodes
    uit: dict[str, tuple[str, ...]] = {}

    def zet(naam: str) -> None:
        if naam in uit or naam not in nodig:
            return
        vorige = tuple(nodig[naam].needs.values())
        for ander in vorige:
            zet(ander)
        uit[naam] = vorige

    for doel in doelen:
        zet(doel)
    return list(uit.items())
