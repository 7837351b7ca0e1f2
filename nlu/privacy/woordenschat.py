"""Ordinary Dutch words, from the lemma tables of `spacy-lookups-data`: no typing errors and no unknown names."""

import gzip
import json
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from nlu.privacy.lijsten import gewone_woorden, plat

_VOEG = ("", "s", "e", "en", "n")


def _tabel(naam: str) -> Any:
    spec = find_spec("spacy_lookups_data")
    if spec is None or spec.origin is None:
        return {}
    pad = Path(spec.origin).parent / "data" / f"nl_lemma_{naam}.json.gz"
    with gzip.open(pad, "rt", encoding="utf-8") as bestand:
        return json.load(bestand)


@lru_cache(maxsize=1)
def woordenschat() -> frozenset[str]:
    """About 300,000 word forms in lower case; 0.3 s on first use."""
    vormen: set[str] = set(_tabel("lookup"))
    for lijst in _tabel("index").values():
        vormen.update(lijst)
    for lijst in _tabel("exc").values():
        vormen.update(lijst)
    return frozenset(v if v.isascii() else plat(v) for v in map(str.lower, vormen))


@lru_cache(maxsize=16384)
def is_gewoon(woord: str, kortste: int = 3) -> bool:
    """Whether a flattened word is ordinary Dutch, compounds of two ordinary words of `kortste` letters included."""
    schat = woordenschat()
    if woord in schat or woord in gewone_woorden():
        return True
    for knip in range(kortste, len(woord) - kortste + 1):
        eerste, tweede = woord[:knip], woord[knip:]
        if tweede in schat and any(eerste.endswith(v) and eerste[: len(eerste) - len(v)] in schat for v in _VOEG):
            return True
    return False
