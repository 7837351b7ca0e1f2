"""The trees: what is read from plain numbers is what scikit-learn itself says, also after a round trip to disk."""

from pathlib import Path

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

from nlu.bomen import Bomen, leer_bomen

_RNG = np.random.default_rng(0)
_X = _RNG.normal(size=(400, 5))
_Y = (_X[:, 0] * _X[:, 1] > 0) & (_X[:, 2] > -1)
_GEWICHT = np.where(_Y, 1.0, 2.0)


def test_zelfde_kansen_als_scikit_learn() -> None:
    bomen = leer_bomen(_X, _Y, gewicht=_GEWICHT, aantal=20, diepte=3)
    zelf = GradientBoostingClassifier(
        n_estimators=20, max_depth=3, learning_rate=0.06, min_samples_leaf=15, subsample=0.6, max_features=0.3,
        random_state=0,
    ).fit(_X.astype(np.float32), _Y, sample_weight=_GEWICHT)  # fmt: skip
    assert bomen is not None
    assert np.allclose(bomen.kansen(_X), zelf.predict_proba(_X.astype(np.float32))[:, 1])


def test_bewaren_en_laden(tmp_path: Path) -> None:
    bomen = leer_bomen(_X, _Y, gewicht=_GEWICHT, aantal=5)
    assert bomen is not None
    bomen.bewaar(tmp_path / "bomen.npz")
    assert np.array_equal(Bomen.laad(tmp_path / "bomen.npz").kansen(_X), bomen.kansen(_X))


def test_zonder_verschil_geen_bomen() -> None:
    assert leer_bomen(_X, np.zeros(400, dtype=bool), gewicht=_GEWICHT) is None
