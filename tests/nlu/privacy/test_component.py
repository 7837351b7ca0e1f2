"""The Rasa step: it is found under its public name, and sets what the contract says."""

from pathlib import Path

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.utils.common import class_from_module_path

from nlu.spacy_nl import PijplijnFout, controleer_pijplijn


def test_privacyfilter_in_de_keten(tmp_path: Path) -> None:
    klasse = class_from_module_path("nlu.privacy.PrivacyFilter")
    stap = klasse.create({}, LocalModelStorage(tmp_path), Resource("poort"), ExecutionContext(GraphSchema({})))
    bericht = Message({"text": "mw Jansma belt over Vlinderveld", "metadata": {"organisaties": ["Vlinderveld"]}})
    stap.process([bericht])
    assert bericht.get("schoon") == "[naam] belt over Vlinderveld"
    assert bericht.get("gevonden") == [{"soort": "naam", "begin": 0, "eind": 9, "tekst": "mw Jansma"}]


def test_andere_pijplijn_wordt_geweigerd() -> None:
    controleer_pijplijn("nl_wijkbrug-1", "nl_wijkbrug-1")
    with pytest.raises(PijplijnFout, match="Train opnieuw"):
        controleer_pijplijn("nl_wijkbrug-1", None)
