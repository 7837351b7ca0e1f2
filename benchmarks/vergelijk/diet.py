"""Rasa's default: DIET on counts of words and characters, one intent per combination of labels."""

import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.vergelijk.proef import ENIGE, LABELS, Deel, Getallen, doelen

MINSTENS = 3  # a rarer combination is learned as the most frequent of its own labels
_STIL = 1e-6


class Diet:
    """DIETClassifier with the featurizers of `rasa init`; the chance of a label is the sum over the intents with it."""

    def __init__(self, *, rondes: int) -> None:
        self._rondes = rondes
        self._map = tempfile.TemporaryDirectory(prefix="diet-")
        self._stappen: list[Any] = []

    def leer(self, deel: Deel) -> None:
        """Trains tokenizer, featurizers and DIET on the combinations."""
        from rasa.shared.nlu.training_data.message import Message
        from rasa.shared.nlu.training_data.training_data import TrainingData

        intents = combinaties([doelen(b) for b in deel.berichten])
        data = TrainingData(
            [Message.build(text=b.tekst, intent=intent) for b, intent in zip(deel.berichten, intents, strict=True)]
        )
        for stap in self._maak():
            if hasattr(stap, "train"):
                stap.train(data)
            if hasattr(stap, "process_training_data"):
                data = stap.process_training_data(data)
            self._stappen.append(stap)

    def _maak(self) -> "list[Any]":
        from rasa.engine.graph import ExecutionContext, GraphSchema
        from rasa.engine.storage.local_model_storage import LocalModelStorage
        from rasa.engine.storage.resource import Resource
        from rasa.nlu.classifiers.diet_classifier import DIETClassifier
        from rasa.nlu.featurizers.sparse_featurizer.count_vectors_featurizer import CountVectorsFeaturizer
        from rasa.nlu.featurizers.sparse_featurizer.lexical_syntactic_featurizer import LexicalSyntacticFeaturizer
        from rasa.nlu.tokenizers.whitespace_tokenizer import WhitespaceTokenizer

        opslag, context = LocalModelStorage(Path(self._map.name)), ExecutionContext(GraphSchema({}))
        letters = {"analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4}
        diet = {"epochs": self._rondes, "constrain_similarities": True, "ranking_length": 0, "random_seed": 0,
                "entity_recognition": False}  # fmt: skip
        soorten: list[tuple[Any, dict[str, Any]]] = [
            (WhitespaceTokenizer, {}), (LexicalSyntacticFeaturizer, {}), (CountVectorsFeaturizer, {}),
            (CountVectorsFeaturizer, letters), (DIETClassifier, diet),
        ]  # fmt: skip
        return [
            soort.create({**soort.get_default_config(), **eigen}, opslag, Resource(f"stap{i}"), context)
            for i, (soort, eigen) in enumerate(soorten)
        ]

    def scores(self, teksten: Sequence[str]) -> Getallen:
        """Log-odds of the summed chances."""
        from rasa.shared.nlu.training_data.message import Message

        berichten = [Message({"text": t}) for t in teksten]
        for stap in self._stappen:
            berichten = stap.process(berichten)
        kans = np.full((len(teksten), len(LABELS)), _STIL)
        for i, bericht in enumerate(berichten):
            for intent in bericht.get("intent_ranking") or []:
                delen = intent["name"].split("+")
                delen += [ENIGE] if any(d.startswith("!") for d in delen) else []
                kans[i, [LABELS.index(d) for d in delen if d in LABELS]] += intent["confidence"]
        kans = np.clip(kans, _STIL, 1 - _STIL)
        uit: Getallen = np.log(kans / (1 - kans))
        return uit

    def megabytes(self) -> float:
        """All files that Rasa wrote."""
        return sum(p.stat().st_size for p in Path(self._map.name).rglob("*") if p.is_file()) / 1e6


def combinaties(alle: Sequence[set[str]]) -> list[str]:
    """One intent a text: its labels joined by "+", "niets" without any."""
    los = ["+".join(sorted(d - {ENIGE})) or "niets" for d in alle]
    telling, per_label = Counter(los), Counter(x for d in alle for x in d - {ENIGE})
    return [
        naam if telling[naam] >= MINSTENS else max(doel - {ENIGE}, key=lambda x: (per_label[x], x), default="niets")
        for naam, doel in zip(los, alle, strict=True)
    ]
