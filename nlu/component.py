"""Base of our Rasa graph components: life cycle here, what is understood in the recogniser (onderdeel) itself."""

from pathlib import Path
from typing import Any, Self

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.bestanden import vingerafdruk
from nlu.tekst import Tekst


class Onderdeel(GraphComponent):  # type: ignore[misc]  # rasa is untyped
    """One step of the pipeline. Subclasses implement `lees`, and when they learn also `leer`, `bewaar` and `laad`."""

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self.config = config
        self._model_storage = model_storage
        self._resource = resource

    @classmethod
    def create(  # noqa: PLR0917 - the order is Rasa's
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Self:
        """Creates an untrained component."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(  # noqa: PLR0917 - the order is Rasa's
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Self:
        """Creates a component from what `train` persisted."""
        onderdeel = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as map_:
            onderdeel.laad(Path(map_))
        return onderdeel

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Rasa's cache sees neither our data files nor helper modules: their digest makes it retrain."""
        return vingerafdruk()

    def train(self, training_data: TrainingData) -> Resource:
        """Learns and persists."""
        self.leer(training_data)
        with self._model_storage.write_to(self._resource) as map_:
            self.bewaar(Path(map_))
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds what this step understands to each message."""
        for bericht in messages:
            tekst = bericht.get("tekst") or Tekst.van(bericht.get("text") or "")
            bericht.set("tekst", tekst)  # flattened once, for every step after it
            for naam, waarde in self.lees(bericht, tekst).items():
                bericht.set(naam, waarde, add_to_output=True)
        return messages

    def lees(self, bericht: Message, tekst: Tekst) -> dict[str, Any]:
        """Returns the properties to set on the message, JSON-safe."""
        raise NotImplementedError

    def leer(self, training_data: TrainingData) -> None:
        """Learns from the featured training data; nothing by default."""

    def bewaar(self, map_: Path) -> None:
        """Writes what was learned; nothing by default."""

    def laad(self, map_: Path) -> None:
        """Reads what was learned; nothing by default."""


def metadata(bericht: Message) -> dict[str, Any]:
    """The runtime context of a message (`UserMessage.metadata`), {} when there is none."""
    return bericht.get("metadata") or {}
