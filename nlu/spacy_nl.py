"""The Dutch spaCy pipeline: `nl_core_news_sm` where it is installed, else the project's own under models/nl_wijkbrug.

The Doc gives lemmas and entities to whoever asks (`bericht.get("spacy_doc")()`). The gate does not use its entities:
see `benchmarks/ner_stem.py` for the measurement and its outcome below.

Measured on 2026-11-25: 1,575 notes, 3 folds by file, the recogniser never trained on the file it is measured on.

    voice                   medisch  identificerend  precision  clean notes untouched
    rules                     0.985           0.983      0.998                  0.996
    entity recogniser         0.530           0.722      0.821                  0.806
    rules or recogniser       0.991           0.988      0.894                  0.804
    rules or its capitals     0.985           0.985      0.977                  0.957

One extra find in two hundred costs four to nineteen clean notes in a hundred, so the rules decide alone. The rules were
mended on these notes: their own figures are those of known text.
Training took 20 to 36 s on two shared cores, a Doc 1 to 2 ms.
"""

import importlib.util
import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.bestanden import PROJECT, vingerafdruk
from nlu.component import Onderdeel
from nlu.spacy_bouw import bouw_eigen_pipeline, eigen_id
from nlu.tekst import Tekst

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

OFFICIEEL = "nl_core_news_sm"
EIGEN = "nl_wijkbrug"
MAP = PROJECT / "models" / EIGEN
_BEWAARD = "pijplijn.json"


class PijplijnFout(RuntimeError):
    """The model was trained with another Dutch pipeline than the one that is here, or there is none."""


def beschikbare_pijplijn(map_: Path | None = None) -> str | None:
    """The identity of the pipeline that would be loaded, or None when there is none yet."""
    if importlib.util.find_spec(OFFICIEEL) is not None:
        from importlib.metadata import version

        return f"{OFFICIEEL}-{version(OFFICIEEL)}"
    meta = (map_ or MAP) / "meta.json"
    if not meta.is_file():
        return None
    return str(json.loads(meta.read_text(encoding="utf-8")).get("wijkbrug", {}).get("id"))


def laad_pijplijn(map_: Path | None = None) -> "Language":
    """Loads the official pipeline, else the own one; without parser, which nobody asks for.

    Raises:
        PijplijnFout: neither is there.
    """
    import spacy

    if importlib.util.find_spec(OFFICIEEL) is not None:
        return spacy.load(OFFICIEEL, exclude=["parser"])
    if not ((map_ or MAP) / "meta.json").is_file():
        raise PijplijnFout(
            f"Er is geen Nederlandse taalpijplijn: voer 'make model' of 'make train' uit ({map_ or MAP})."
        )
    return spacy.load(map_ or MAP)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class NederlandsSpacy(Onderdeel):
    """Puts a function on the message that gives its spaCy Doc: `bericht.get("spacy_doc")()` (not in the output)."""

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._nlp: Language | None = None

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Another pipeline, or none, is a reason to train again."""
        nu = beschikbare_pijplijn()
        klopt = nu if nu and (nu.startswith(OFFICIEEL) or nu == eigen_id()) else "opnieuw"
        return f"{vingerafdruk()}:{klopt}"

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leaves the training data alone: no other step learns from Docs."""
        return training_data

    def leer(self, training_data: TrainingData) -> None:
        """Builds the own pipeline when the official one is not installed and the one on disk is of other data."""
        nu = beschikbare_pijplijn()
        if nu is None or (not nu.startswith(OFFICIEEL) and nu != eigen_id()):
            bouw_eigen_pipeline(MAP)

    def bewaar(self, map_: Path) -> None:
        """Remembers which pipeline it was."""
        (map_ / _BEWAARD).write_text(json.dumps({"pijplijn": beschikbare_pijplijn()}), encoding="utf-8")

    def laad(self, map_: Path) -> None:
        """Refuses another pipeline than the one of the training."""
        toen = json.loads((map_ / _BEWAARD).read_text(encoding="utf-8"))["pijplijn"]
        controleer_pijplijn(toen, beschikbare_pijplijn())

    def lees(self, bericht: Message, tekst: Tekst) -> dict[str, Any]:
        """Sets a function beside the output: the Doc is made when a step asks for it (1 ms that most messages save)."""
        bericht.set("spacy_doc", partial(self._doc, tekst.origineel))
        return {}

    def _doc(self, tekst: str) -> "Doc":
        if self._nlp is None:
            self._nlp = laad_pijplijn()
        return self._nlp(tekst)


def controleer_pijplijn(toen: str | None, nu: str | None) -> None:
    """Compares the pipeline of the training with the one that is here.

    Raises:
        PijplijnFout: they differ.
    """
    if toen != nu:
        raise PijplijnFout(
            f"Dit model is getraind met de taalpijplijn '{toen}', maar hier staat '{nu or 'geen'}'. "
            "Train opnieuw met 'make train', of zet de pijplijn van toen terug."
        )
