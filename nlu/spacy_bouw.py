"""Builds the project's own Dutch pipeline: blank("nl"), lookup lemmas, and a small entity recogniser."""

import hashlib
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nlu.bestanden import LIJSTEN, NLU_DATA, lees_notities

if TYPE_CHECKING:
    from spacy.language import Language

_RONDES = 8
_NAMEN = 400
_TOK2VEC: dict[str, Any] = {
    "@architectures": "spacy.HashEmbedCNN.v2",
    "pretrained_vectors": None,
    "width": 64,
    "depth": 2,
    "embed_size": 2000,
    "window_size": 1,
    "maxout_pieces": 3,
    "subword_features": True,
}
_VORM = "spacy_bouw 1"


def eigen_id() -> str:
    """The identity of the own pipeline that belongs to the notes and names of now, and to the installed spaCy."""
    import spacy

    som = hashlib.sha256(f"{_VORM} {spacy.__version__} {_RONDES} {_TOK2VEC}".encode())
    for pad in (*sorted((NLU_DATA / "notities").glob("*.txt")), LIJSTEN / "voornamen.txt", LIJSTEN / "achternamen.txt"):
        som.update(pad.read_bytes())
    return f"nl_wijkbrug-{som.hexdigest()[:12]}"


def bouw_eigen_pipeline(map_: Path) -> str:
    """Trains the pipeline on all notes and saves it; under a minute on two cores.

    Returns:
        Its identity, which is kept in its meta.json.
    """
    nlp = train_pipeline([(n.tekst, n.spans) for n in lees_notities()])
    nlp.meta["name"] = "wijkbrug"
    nlp.meta["wijkbrug"] = {"id": eigen_id()}
    map_.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(map_)
    return eigen_id()


def train_pipeline(notities: Sequence[tuple[str, tuple[tuple[int, int, str], ...]]]) -> "Language":
    """Trains on the given notes and a few hundred names; the same input gives the same pipeline."""
    import spacy
    from spacy.util import compounding, fix_random_seed, minibatch

    fix_random_seed(0)
    nlp = spacy.blank("nl")
    nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
    nlp.add_pipe("ner", config={"model": {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner",
                                          "extra_state_tokens": False, "hidden_width": 64, "maxout_pieces": 2,
                                          "use_upper": True, "tok2vec": _TOK2VEC}})  # fmt: skip
    voorbeelden = _voorbeelden(nlp, [*notities, *_losse_namen()])
    nlp.initialize(lambda: voorbeelden[:200])
    lot = random.Random(0)  # noqa: S311  # repeatable, not secret
    with nlp.select_pipes(enable="ner"):
        optimizer = nlp.resume_training()
        for _ in range(_RONDES):
            lot.shuffle(voorbeelden)
            for groep in minibatch(voorbeelden, size=compounding(8.0, 64.0, 1.01)):
                nlp.update(groep, sgd=optimizer, drop=0.2)
    return nlp


def _voorbeelden(nlp: "Language", notities: Iterable[tuple[str, tuple[tuple[int, int, str], ...]]]) -> list[Any]:
    """SpaCy examples; a span that does not fit the tokens is widened to them."""
    from spacy.training import Example

    uit = []
    for tekst, spans in notities:
        doc = nlp.make_doc(tekst)
        deel = [doc.char_span(b, e, label=soort.upper(), alignment_mode="expand") for b, e, soort in spans]
        gehouden: list[Any] = []
        for span in sorted((s for s in deel if s is not None), key=lambda s: s.start):
            if not gehouden or span.start >= gehouden[-1].end:
                gehouden.append(span)
        waar = doc.copy()
        waar.ents = gehouden
        uit.append(Example(doc, waar))
    return uit


def _losse_namen() -> list[tuple[str, tuple[tuple[int, int, str], ...]]]:
    """Pairs of given name and surname from the lists, half of them in lower case."""
    lot = random.Random(1)  # noqa: S311
    voor, achter = (_regels(naam) for naam in ("voornamen", "achternamen"))
    paren = [f"{lot.choice(voor)} {lot.choice(achter)}" for _ in range(_NAMEN)]
    namen = [p.lower() if n % 2 else p for n, p in enumerate(paren)]
    return [(f"{naam} belt", ((0, len(naam), "naam"),)) for naam in namen]


def _regels(naam: str) -> list[str]:
    tekst = (LIJSTEN / f"{naam}.txt").read_text(encoding="utf-8")
    return [r for r in tekst.split("\n") if r and not r.startswith("#")]
