"""spaCy: its own multi-label text classifier, and lemmas, vectors and tags of a Dutch pipeline as features."""

import importlib.util
import random
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_matrix, hstack

from benchmarks.vergelijk.lineair import Ngrammen
from benchmarks.vergelijk.proef import LABELS, Deel, Getallen, doelen
from nlu.spacy_nl import MAP, OFFICIEEL

if TYPE_CHECKING:
    from spacy.language import Language

_RONDES = 8
_SOORTEN = ("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "NOUN", "NUM", "PRON", "PROPN", "SCONJ", "VERB")


class Textcat:
    """`textcat_multilabel` on a blank Dutch pipeline."""

    def __init__(self, *, rondes: int = _RONDES) -> None:
        self._rondes = rondes
        self._nlp: Language

    def leer(self, deel: Deel) -> None:
        """Trains a few epochs with dropout; the same input gives the same model."""
        import spacy
        from spacy.training import Example
        from spacy.util import compounding, fix_random_seed, minibatch

        fix_random_seed(0)
        self._nlp = spacy.blank("nl")
        self._nlp.add_pipe("textcat_multilabel")
        voorbeelden = [
            Example.from_dict(self._nlp.make_doc(b.tekst), {"cats": {x: float(x in doelen(b)) for x in LABELS}})
            for b in deel.berichten
        ]
        optimizer = self._nlp.initialize(lambda: voorbeelden)
        lot = random.Random(0)  # noqa: S311 - repeatable, not secret
        for _ in range(self._rondes):
            lot.shuffle(voorbeelden)
            for groep in minibatch(voorbeelden, size=compounding(16.0, 64.0, 1.001)):
                self._nlp.update(groep, sgd=optimizer, drop=0.2)

    def scores(self, teksten: Sequence[str]) -> Getallen:
        """Log-odds."""
        kans = np.array([[doc.cats[label] for label in LABELS] for doc in self._nlp.pipe(teksten)])
        kans = np.clip(kans, 1e-6, 1 - 1e-6)
        uit: Getallen = np.log(kans / (1 - kans))
        return uit

    def megabytes(self) -> float:
        """The pipeline."""
        return len(self._nlp.to_bytes()) / 1e6


class PijplijnKenmerken:
    """N-grams of words and characters, with lemmas, a vector and tags of a Dutch pipeline beside them.

    The vector is the mean of the pipeline's own word vectors in context (tok2vec); the own pipeline has no tagger.
    """

    def __init__(self, nlp: "Language") -> None:
        self._nlp = nlp
        self._ngrammen, self._lemmas = Ngrammen(), Ngrammen(letters=False)

    def leer(self, teksten: Sequence[str]) -> csr_matrix:
        """Fits on these texts and returns their features."""
        lemmas, vector = self._lees(teksten)
        return csr_matrix(hstack([self._ngrammen.leer(teksten), self._lemmas.leer(lemmas), vector]))

    def __call__(self, teksten: Sequence[str]) -> csr_matrix:
        """The features of texts."""
        lemmas, vector = self._lees(teksten)
        return csr_matrix(hstack([self._ngrammen(teksten), self._lemmas(lemmas), vector]))

    def _lees(self, teksten: Sequence[str]) -> tuple[list[str], csr_matrix]:
        docs = list(self._nlp.pipe(teksten))
        lemmas = [" ".join(t.lemma_.lower() or t.lower_ for t in doc) for doc in docs]
        rijen = []
        for doc in docs:
            midden = self._vectoren(doc).mean(axis=0)
            soorten = [t.pos_ for t in doc]
            tellen = [soorten.count(s) / max(len(soorten), 1) for s in _SOORTEN]
            rijen.append([*(midden / max(float(np.linalg.norm(midden)), 1e-9)), *tellen])
        return lemmas, csr_matrix(np.array(rijen))

    def _vectoren(self, doc: Any) -> Any:
        if doc.tensor.size:
            return doc.tensor
        recht = self._nlp.get_pipe("ner").model.get_ref("tok2vec").predict([doc])
        return np.vstack(list(recht)) if len(doc) else np.zeros((1, 64))

    def __getstate__(self) -> dict[str, Any]:
        """The pipeline weighs as its bytes."""
        return {"nlp": self._nlp.to_bytes(), "ngrammen": self._ngrammen, "lemmas": self._lemmas}


def pijplijn(naam: str) -> "Language | None":
    """A Dutch pipeline by name, None where it is not there."""
    import spacy

    if naam == OFFICIEEL:
        return spacy.load(OFFICIEEL, exclude=["parser"]) if importlib.util.find_spec(OFFICIEEL) else None
    return spacy.load(MAP) if (MAP / "meta.json").is_file() else None
