"""The in-process endpoint: what Rasa's own machinery does with it, and still does with any other endpoint."""

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk import Action

from bot.dialogue.acties import InProcessActies, bouw_uitvoerder

DOMEIN = Domain.from_dict({"actions": ["action_proef"], "intents": ["groet"]})
GEEN_LIJST = {"events": "no list", "responses": []}


class _Proef(Action):
    def __init__(self) -> None:
        self.domein: object = None

    def name(self) -> str:
        return "action_proef"

    def run(self, dispatcher: object, tracker: object, domain: object) -> list[dict[str, object]]:
        self.domein = domain
        return [{"event": "slot", "name": "stap", "value": 1}]


async def test_rasa_runs_an_action_without_its_schema_check_and_without_the_domain(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("jsonschema.validate", lambda *_: pytest.fail("checked again"))
    proef = _Proef()
    actie = RemoteAction("action_proef", InProcessActies(bouw_uitvoerder([proef])))
    events = await actie.run(None, None, DialogueStateTracker.from_events("s", []), DOMEIN)
    assert [(event.key, event.value) for event in events] == [("stap", 1)]
    assert proef.domein == {}


def test_what_another_action_server_answers_is_still_checked():
    InProcessActies(bouw_uitvoerder([]))
    with pytest.raises(ValidationError):
        RemoteAction("action_proef", EndpointConfig("http://elders/"))._validate_action_result(GEEN_LIJST)
