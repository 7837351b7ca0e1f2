"""The own Dutch pipeline: built, saved, loaded, and remembered by the model."""

import json
import time
from pathlib import Path

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu import spacy_nl
from nlu.spacy_bouw import eigen_id, train_pipeline
from nlu.spacy_nl import NederlandsSpacy, PijplijnFout

NOTITIES = [("mw Jansma heeft astma", ((0, 9, "naam"), (16, 21, "medisch"))), ("geen post vandaag", ())] * 4


def bouw_klein(map_: Path) -> str:
    nlp = train_pipeline(NOTITIES)
    nlp.meta["wijkbrug"] = {"id": eigen_id()}
    nlp.to_disk(map_)
    return eigen_id()


def omgeving(tmp_path: Path) -> tuple[LocalModelStorage, Resource, ExecutionContext]:
    (tmp_path / "opslag").mkdir()
    return LocalModelStorage(tmp_path / "opslag"), Resource("spacy"), ExecutionContext(GraphSchema({}))


@pytest.mark.traag
def test_trainen_laden_en_weigeren(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy_nl, "MAP", tmp_path / "nl_wijkbrug")
    monkeypatch.setattr(spacy_nl, "OFFICIEEL", "nl_bestaat_niet")
    monkeypatch.setattr(spacy_nl, "bouw_eigen_pipeline", bouw_klein)
    opslag, bron, context = omgeving(tmp_path)
    NederlandsSpacy.create({}, opslag, bron, context).train(TrainingData())
    stap = NederlandsSpacy.load({}, opslag, bron, context)
    bericht = Message({"text": "mw Pietersz wandelde gisteren"})
    stap.process([bericht])
    assert [t.lemma_ for t in bericht.get("spacy_doc")()][2] == "wandelen"
    assert "spacy_doc" not in bericht.as_dict(only_output_properties=True)

    meta = tmp_path / "nl_wijkbrug" / "meta.json"
    inhoud = json.loads(meta.read_text())
    inhoud["wijkbrug"]["id"] = "nl_wijkbrug-anders"
    meta.write_text(json.dumps(inhoud))
    with pytest.raises(PijplijnFout, match="nl_wijkbrug-anders"):
        NederlandsSpacy.load({}, opslag, bron, context)


@pytest.mark.traag
def test_doc_is_snel() -> None:
    nlp = train_pipeline(NOTITIES)
    nlp("warm")
    begin = time.process_time()
    for _ in range(50):
        nlp("mw wil graag een maatje voor de markt op zaterdag, bus rijdt niet meer")
    assert (time.process_time() - begin) / 50 < 0.006
