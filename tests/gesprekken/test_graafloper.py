"""The own runner of Rasa's graph gives what Rasa's own gives, and runs only what a target needs."""

from pathlib import Path
from typing import Any, ClassVar

from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage

from bot.dialogue.graafloper import Graafloper, volgorde


class Stap(GraphComponent):  # type: ignore[misc]  # rasa is untyped
    """Adds its own number to what it gets."""

    gedaan: ClassVar[list[int]] = []

    def __init__(self, getal: int) -> None:
        self.getal = getal

    @classmethod
    def create(cls, config: dict[str, Any], **_: Any) -> "Stap":
        return cls(config["getal"])

    def doe(self, **wat: int) -> int:
        self.gedaan.append(self.getal)
        return sum(wat.values()) + self.getal


def _stap(getal: int, **nodig: str) -> SchemaNode:
    return SchemaNode(needs=nodig, uses=Stap, constructor_name="create", fn="doe", config={"getal": getal}, eager=True)


SCHEMA = GraphSchema(
    {
        "som": _stap(1000, links="links", rechts="rechts"),
        "links": _stap(1, x="begin"),
        "rechts": _stap(20, x="begin", y="invoer"),
        "begin": _stap(300, x="invoer"),
        "los": _stap(7, x="invoer"),
    }
)


def test_zelfde_uitkomst_als_die_van_rasa(tmp_path: Path) -> None:
    gewoon = DaskGraphRunner.create(SCHEMA, LocalModelStorage(tmp_path), ExecutionContext(SCHEMA))
    eigen = Graafloper(gewoon)
    for invoer, doelen in ((5, ["som"]), (5, ["links", "los"]), (8, ["som"])):
        assert eigen.run({"invoer": invoer}, doelen) == gewoon.run({"invoer": invoer}, doelen)


def test_alleen_wat_nodig_is_en_elk_een_keer(tmp_path: Path) -> None:
    eigen = Graafloper(DaskGraphRunner.create(SCHEMA, LocalModelStorage(tmp_path), ExecutionContext(SCHEMA)))
    Stap.gedaan.clear()
    assert eigen.run({"invoer": 5}, ["som"]) == {"som": 1000 + 1 + 20 + 2 * (300 + 5) + 5}
    assert sorted(Stap.gedaan) == [1, 20, 300, 1000]
    assert [naam for naam, _ in volgorde(SCHEMA, ["los"])] == ["los"]
