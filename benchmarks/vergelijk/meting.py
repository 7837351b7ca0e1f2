"""Measures one model: the same calibration and choice of thresholds for all, on texts that it has not seen."""

import pickle
import statistics
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from sklearn.metrics import average_precision_score, precision_recall_curve

from benchmarks.evaluatie.maten import Trekking, ijkcurve, meet_labels
from benchmarks.vergelijk.proef import ENIGE, LABELS, Deel, Getallen, Model
from nlu.labels import LEEFGEBIEDEN
from nlu.lineair import beste_drempel, ijk, sigmoid

PRECISIE = 0.7  # flags are compared at the recall they reach when seven stops of ten are right
GENOEMD = 0.08  # chances below this are not shown to anybody (as in benchmarks/evalueer.py)
_LOSSE_TEKSTEN = 200


def meet(maak: Callable[[], Model], *, leer: Deel, ijkdeel: Deel, toets: Deel) -> dict[str, Any]:
    """Learns, calibrates (Platt) and chooses thresholds (F1) on `ijkdeel`, measures on `toets`."""
    model = maak()
    begin = time.process_time()
    model.leer(leer)
    seconden = time.process_time() - begin
    kans, drempels = _ijk(model, ijkdeel, toets)
    return {**beoordeel(kans, drempels, toets), "seconden": round(seconden, 1), **_kosten(model, toets)}


def _ijk(model: Model, ijkdeel: Deel, toets: Deel) -> tuple[Getallen, Getallen]:
    score, y = model.scores(ijkdeel.teksten), ijkdeel.y()
    lijn = np.array([ijk(score[:, i], y[:, i]) for i in range(len(LABELS))])
    kans = sigmoid(lijn[:, 0] * score + lijn[:, 1])
    drempels = np.array([beste_drempel(kans[:, i], y[:, i]) for i in range(len(LABELS))])
    return sigmoid(lijn[:, 0] * model.scores(toets.teksten) + lijn[:, 1]), drempels


def beoordeel(kans: Getallen, drempels: Getallen, toets: Deel) -> dict[str, Any]:
    """Micro-F1 of leefgebieden with its interval, their ECE, and how well "any flag" is ranked."""
    y, n = toets.y(), len(LEEFGEBIEDEN)
    waar, gezegd = ([{LABELS[j] for j in np.flatnonzero(rij[:n])} for rij in x] for x in (y, kans >= drempels))
    f1 = meet_labels(LEEFGEBIEDEN, waar=waar, gezegd=gezegd, trekking=Trekking(toets.bestanden)).samen["f1"]
    genoemd = kans[:, :n] >= GENOEMD
    vlag, is_vlag = kans[:, LABELS.index(ENIGE)], y[:, LABELS.index(ENIGE)]
    return {
        "f1": f1.als_dict(),
        "ece": round(ijkcurve(kans[:, :n][genoemd], y[:, :n][genoemd])[1], 4),
        "ap": round(float(average_precision_score(is_vlag, vlag)), 4),
        "gevonden": round(_recall_bij(is_vlag, vlag), 4),
    }


def _recall_bij(waar: Any, score: Any) -> float:
    precisie, recall, _ = precision_recall_curve(waar, score)
    return float(recall[precisie >= PRECISIE].max(initial=0.0))


def _kosten(model: Model, toets: Deel) -> dict[str, float]:
    """Median time of a text on its own, and size."""
    tijden = []
    for tekst in toets.teksten[:_LOSSE_TEKSTEN]:
        begin = time.process_time()
        model.scores([tekst])
        tijden.append((time.process_time() - begin) * 1000)
    return {"ms": round(statistics.median(tijden), 2), "mb": round(model.megabytes(), 2)}


def gewicht(wat: object) -> float:
    """Megabytes of an object as it would be stored."""
    return len(pickle.dumps(wat)) / 1e6
