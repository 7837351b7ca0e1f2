"""The product itself: its components, with patterns, denials and its own thresholds, on the same split."""

import time
from typing import Any

import numpy as np

from benchmarks.evaluatie import cijfers
from benchmarks.evaluatie.kruis import Gelezen, Kruisproef, berichten
from benchmarks.evaluatie.maten import Trekking, meet_labels
from benchmarks.vergelijk.meting import beoordeel
from benchmarks.vergelijk.proef import LABELS, Deel
from bot.dialogue.model import nieuwste_model
from bot.settings import lees_instellingen
from nlu.labels import LEEFGEBIEDEN


def meet_eigen(*, leer: Deel, toets: Deel) -> dict[str, Any]:
    """Needs no part to calibrate on: it does so within its training texts, as in the product."""
    proef = Kruisproef()
    wel, niet = set(leer.teksten), set(toets.teksten)
    bron = [(v.get("bron"), v.get("text")) for v in proef.voorbeelden]
    begin = time.process_time()
    stappen = proef.leer([i for i, (b, t) in enumerate(bron) if b != "bericht" or t in wel])
    seconden = time.process_time() - begin
    plaats = {t: i for i, (b, t) in enumerate(bron) if b == "bericht" and t in niet}
    gelezen = [proef.lees_een(stappen, plaats[t], vouw=0) for t in toets.teksten]
    oordelen = berichten(gelezen)
    soort = "leefgebieden"
    f1 = meet_labels(
        LEEFGEBIEDEN, waar=[o.waar[soort] for o in oordelen], gezegd=[o.gezegd[soort] for o in oordelen],
        trekking=Trekking(toets.bestanden),
    ).samen["f1"]  # fmt: skip
    kans = np.array([_rij(g) for g in gelezen])
    model = nieuwste_model(lees_instellingen().modelmap)
    return {
        **beoordeel(kans, np.full(len(LABELS), 0.5), toets), "f1": f1.als_dict(),
        "seconden": round(seconden, 1), "ms": cijfers.lees()["toets"]["p50_ms"],
        "mb": round(model.stat().st_size / 1e6, 1) if model else 0.0,
    }  # fmt: skip


def _rij(gelezen: Gelezen) -> list[float]:
    """The chances of a text in the order of `LABELS`."""
    alle = {**gelezen.kansen["leefgebieden"], **gelezen.kansen["vlaggen"]}
    return [alle[label.removeprefix("!")] for label in LABELS]
