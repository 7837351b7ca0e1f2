"""The Rasa component that computes the features (kenmerken) once a message, for every classifier after it."""

from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, vstack

from nlu.bestanden import lees_antwoorden, lees_berichten
from nlu.component import Onderdeel
from nlu.kenmerker import Kenmerker, Rijen
from nlu.kern import kerntekst
from nlu.tekst import Tekst

VERHAAL = 600  # characters; a longer message is a story, no answer or command, and its core is enough for all


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class TekstKenmerken(Onderdeel):
    """Puts `kenmerken` (one row) on every message; in training also adds our own texts to the training data."""

    kenmerker: Kenmerker = Kenmerker()

    def leer(self, training_data: TrainingData) -> None:
        """Fits on Rasa's examples and on all `.txt` training texts."""
        eigen = [b.tekst for b in lees_berichten()] + [a.tekst for a in lees_antwoorden()]
        rasa = [m.get("text") for m in training_data.training_examples if m.get("text")]
        self.kenmerker = Kenmerker.leer(sorted({*eigen, *rasa}))

    def bewaar(self, map_: Path) -> None:
        """Writes the fitted vocabulary."""
        self.kenmerker.bewaar(map_)

    def laad(self, map_: Path) -> None:
        """Reads the fitted vocabulary."""
        self.kenmerker = Kenmerker.laad(map_)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Adds berichten and antwoorden as examples (`bron`) and features all of them in one batch."""
        voorbeelden = [m for m in training_data.training_examples if m.get("text")]
        voorbeelden += [Message({"text": b.tekst, "bron": "bericht", "regel": b}) for b in lees_berichten()]
        voorbeelden += [Message({"text": a.tekst, "bron": "antwoord", "regel": a}) for a in lees_antwoorden()]
        teksten = [Tekst.van(m.get("text")) for m in voorbeelden]
        rijen = self.kenmerker.rijen(teksten)
        kernen = [kerntekst(tekst) for tekst in teksten]  # after the rows: what these found in a text is kept on it
        anders = [i for i, m in enumerate(voorbeelden) if m.get("bron") == "bericht" and kernen[i] != m.get("text")]
        kernrijen = self.kenmerker.rijen([kernen[i] for i in anders])
        plek = {i: n for n, i in enumerate(anders)}
        for i, bericht in enumerate(voorbeelden):
            bericht.set("kenmerken", rijen.een(i))
            bericht.set("kern", kernrijen.een(plek[i]) if i in plek else bericht.get("kenmerken"))
        return TrainingData(training_examples=voorbeelden)

    def lees(self, bericht: Message, tekst: Tekst) -> dict[str, Any]:
        """Sets the rows for the classifiers; nothing of it goes to the output."""
        kern = kerntekst(tekst)
        heel = kern == tekst.origineel
        kernrij = self.kenmerker.rijen([tekst if heel else kern])
        bericht.set("tekst", tekst)
        bericht.set("kenmerker", self.kenmerker)
        bericht.set("kern", kernrij)
        verhaal = len(tekst.plat) > VERHAAL
        bericht.set("kenmerken", kernrij if heel or verhaal else self.kenmerker.rijen([tekst]))
        return {}


def stapel(berichten: list[Message], naam: str = "kenmerken") -> Rijen:
    """The rows of several training messages under each other."""
    rijen: list[Rijen] = [m.get(naam) for m in berichten]
    return Rijen(csr_matrix(vstack([r.ijl for r in rijen])), np.vstack([r.dicht for r in rijen]))
