"""Does the trained entity recogniser help the gate as an extra voice? Cross-validation over the files of notes.

    uv run --no-sync python -m benchmarks.ner_stem [folds]

The recogniser never sees the file it is measured on. Printed: the rules alone, the recogniser alone, both together
(every entity counts), and together where the recogniser's find holds a capital.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

from nlu.bestanden import Notitie, lees_notities
from nlu.privacy import filter_tekst
from nlu.spacy_bouw import train_pipeline

Spans = set[tuple[int, int, str]]


def main() -> None:
    """Runs the folds and prints one line per voice."""
    folds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    notities = lees_notities()
    bestanden = sorted({n.bestand for n in notities})
    tel = {naam: Counter[str]() for naam in STEMMEN}
    for fold in range(folds):
        proef = set(bestanden[fold::folds])
        begin = time.perf_counter()
        nlp = train_pipeline([(n.tekst, n.spans) for n in notities if n.bestand not in proef])
        duur = time.perf_counter() - begin
        toets = [n for n in notities if n.bestand in proef]
        begin = time.perf_counter()
        docs = [nlp(n.tekst) for n in toets]
        print(
            f"fold {fold}: getraind in {duur:.0f} s, {(time.perf_counter() - begin) / len(toets) * 1000:.2f} ms per Doc"
        )
        for notitie, doc in zip(toets, docs, strict=True):
            for naam, stem in STEMMEN.items():
                _tel(tel[naam], notitie, stem(notitie, doc))
    for naam, c in tel.items():
        print(f"{naam:22} medisch {c['medisch+'] / c['medisch']:.3f}  identificerend {c['ident+'] / c['ident']:.3f}  "
              f"precisie {c['goed'] / max(c['vond'], 1):.3f}  schoon {c['ongemoeid'] / c['schoon']:.3f}")  # fmt: skip


def _regels(n: Notitie, _doc: Any) -> Spans:
    return {(v.begin, v.eind, v.soort) for v in filter_tekst(n.tekst).gevonden}


def _ner(_n: Notitie, doc: Any) -> Spans:
    return {(e.start_char, e.end_char, e.label_.lower()) for e in doc.ents}


def _samen_groot(n: Notitie, doc: Any) -> Spans:
    return _regels(n, doc) | {
        s for s in _ner(n, doc) if s[2] == "naam" and any(t.isupper() for t in n.tekst[s[0] : s[1]])
    }


STEMMEN: dict[str, Callable[[Notitie, Any], Spans]] = {
    "regels": _regels,
    "ner": _ner,
    "regels + ner": lambda n, d: _regels(n, d) | _ner(n, d),
    "regels + ner (Hoofd)": _samen_groot,
}


def _tel(c: Counter[str], n: Notitie, gevonden: Spans) -> None:
    for b, e, soort in n.spans:
        groep = "medisch" if soort == "medisch" else "ident"
        c[groep] += 1
        c[f"{groep}+"] += any(x < e and b < y for x, y, _ in gevonden)
    c["vond"] += len(gevonden)
    c["goed"] += sum(any(x < e and b < y for b, e, _ in n.spans) for x, y, _ in gevonden)
    if not n.spans:
        c["schoon"] += 1
        c["ongemoeid"] += not gevonden


if __name__ == "__main__":
    main()
