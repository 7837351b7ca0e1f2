"""Several classifiers in one product give what each of them gives."""

import numpy as np
from scipy.sparse import csr_matrix

from nlu.kenmerker import Rijen
from nlu.lineair import Bundel, Lineair


def _model(toeval: np.random.Generator, *labels: str) -> Lineair:
    n = len(labels)
    gewicht = toeval.normal(size=(9, n)).astype(np.float32)
    rest, helling, hoogte = toeval.normal(size=(3, n))
    return Lineair(labels, gewicht, rest, helling, hoogte, np.full(n, 0.5))


def test_bundel_geeft_dezelfde_kansen_als_elk_model_alleen() -> None:
    toeval = np.random.default_rng(1)
    modellen = {"a": _model(toeval, "x", "y"), "b": _model(toeval, "x"), "c": _model(toeval, "p", "q", "r")}
    ijl = csr_matrix(toeval.random((1, 6)) * (toeval.random((1, 6)) > 0.4))
    rijen = Rijen(ijl, toeval.random((1, 3), dtype=np.float32))
    for naam, kansen in Bundel.van(modellen).kansen(rijen).items():
        alleen = dict(zip(modellen[naam].labels, modellen[naam].kansen(rijen)[0], strict=True))
        assert kansen.keys() == alleen.keys()
        assert np.allclose(list(kansen.values()), list(alleen.values()))
