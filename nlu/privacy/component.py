"""The privacy gate (de poort) as a step of the Rasa pipeline; the work is done in `nlu.privacy.filter`."""

from typing import Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message

from nlu.component import Onderdeel, metadata
from nlu.privacy.filter import filter_tekst
from nlu.tekst import Tekst


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class PrivacyFilter(Onderdeel):
    """Sets `schoon` (the text with each find replaced by "[soort]") and `gevonden` ([{soort, begin, eind, tekst}])."""

    @classmethod
    def load(  # noqa: PLR0917 - the order is Rasa's
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "PrivacyFilter":
        """Nothing was trained; the word lists are read now, so that the first message does not wait for them."""
        filter_tekst("mevrouw Jansen slikt paracetamol")
        return cls(config, model_storage, resource)

    def lees(self, bericht: Message, tekst: Tekst) -> dict[str, Any]:
        """Filters one message; names of the gemeente in the metadata may stay."""
        context = metadata(bericht)
        beschermd = (*context.get("wijken", ()), *context.get("organisaties", ()))
        uitslag = filter_tekst(tekst, beschermd=beschermd)
        return {"schoon": uitslag.schoon, "gevonden": [v.als_dict() for v in uitslag.gevonden]}
