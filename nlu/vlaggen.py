"""Red flags (rode vlaggen): patterns and a classifier together; either can raise a flag, neither can clear one.

A flag that the text only denies or tells of long ago is reported apart (`vlaggen_vroeger`) and does not stop the case.
"""

from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.component import Onderdeel
from nlu.kenmerken import stapel
from nlu.kenmerker import Kenmerker, Rijen
from nlu.labels import RODE_VLAGGEN
from nlu.lineair import Lineair, leer_lineair
from nlu.ontkenning import zin_rond
from nlu.tekst import Tekst
from nlu.vlagpatroon import Vondst, zoek_vlaggen

STERKTE = 0.3  # C of the classifiers, from benchmarks/begrip.py
BETA = 1.3  # recall weighs more, but each false flag stops a conversation; from benchmarks/begrip.py
_PATROON_KANS = 0.9  # chance reported for a flag that a pattern names
ENIGE = "enige"
_OVER_VLAGGEN = ("vraag/uitleg_stoplijst", "vraag/spoed")  # questions about flags: neither flag nor ordinary
_TWEEDE = 0.5  # chance from which a second flag is named beside the likeliest
_VETO = 0.02  # below this chance the classifier has seen many such sentences that were no flag
_GROND_LENGTE = 160


def _vlaggen_van(bericht: Message) -> tuple[str, ...]:
    """The flags of a training text; an answer at `veilig` may name one."""
    regel = bericht.get("regel")
    if bericht.get("bron") == "bericht":
        vlaggen: tuple[str, ...] = regel.vlaggen
        return vlaggen
    if bericht.get("bron") == "antwoord" and regel.vraag == "veilig" and regel.waarde in RODE_VLAGGEN:
        return (regel.waarde,)
    return ()


def leer_vlaggen(rijen: Rijen, doelen: list[tuple[str, ...]]) -> Lineair:
    """Trains "any flag", which decides, and the five flags apart, which say what it is.

    Calibrated over texts, as a flag has too few files to hold whole files out.
    """
    los = [str(i) for i in range(len(doelen))]
    met_enige = [(ENIGE, *doel) if doel else () for doel in doelen]
    return leer_lineair(rijen, met_enige, labels=(ENIGE, *RODE_VLAGGEN), groepen=los, c=STERKTE, beta=BETA, delen=3)


def lees_vlaggen(
    tekst: Tekst, kansen: dict[str, float], drempels: dict[str, float]
) -> tuple[dict[str, float], dict[str, Vondst], list[str]]:
    """Combines patterns and classifier.

    Returns:
        the flags with their chance, the pattern hits that carry some of them, and the ids only denied or past.
    """
    vondsten = {v.id: v for v in zoek_vlaggen(tekst)}
    vlaggen: dict[str, float] = {}
    enige = kansen[ENIGE]
    per_vlag = {i: kansen[i] for i in RODE_VLAGGEN}
    beste = max(per_vlag, key=lambda i: per_vlag[i])
    for id_, kans in per_vlag.items():
        vondst = vondsten.get(id_)
        if vondst and vondst.hoe == "nu" and enige >= _VETO:
            vlaggen[id_] = max(enige, _PATROON_KANS)
        elif enige >= drempels[ENIGE] and (kans >= _TWEEDE or (id_ == beste and not _genoemd(vondsten))):
            vlaggen[id_] = enige if id_ == beste else min(enige, kans)
    vroeger = [i for i, v in vondsten.items() if v.hoe in ("ontkend", "vroeger") and i not in vlaggen]
    nu = {i: v for i, v in vondsten.items() if v.hoe == "nu" and i in vlaggen}
    return dict(sorted(vlaggen.items(), key=lambda paar: -paar[1])), nu, vroeger


def _genoemd(vondsten: dict[str, Vondst]) -> bool:
    """True when a pattern names a present flag, so that the classifier need not guess which."""
    return any(v.hoe == "nu" for v in vondsten.values())


def grond(tekst: Tekst, id_: str, vondst: Vondst | None, *, model: Lineair, kenmerker: Kenmerker) -> str:
    """The words or the clause that carry a flag, as typed."""
    if vondst:
        zin = zin_rond(tekst, vondst.begin)
        kort = zin.eind - zin.begin <= _GROND_LENGTE
        return (tekst.stuk(zin.begin, zin.eind) if kort else tekst.stuk(vondst.begin, vondst.eind)).strip(" ,.;:'\"")
    delen = tekst.zinsdelen[:24]
    if len(delen) < 2:
        return tekst.origineel.strip()[:_GROND_LENGTE]
    kansen = model.kansen(kenmerker.rijen([tekst.stuk(d.begin, d.eind) for d in delen]))
    beste = delen[int(kansen[:, model.labels.index(id_)].argmax())]
    return tekst.stuk(beste.begin, beste.eind)[:_GROND_LENGTE]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class VlagHerkenner(Onderdeel):
    """Sets `rode_vlaggen` and `vlaggen_vroeger`."""

    model: Lineair | None = None

    def leer(self, training_data: TrainingData) -> None:
        """Trains on the berichten, and on answers and commands: what is said in a few words is seldom a flag."""
        eigen = [m for m in training_data.training_examples if m.get("intent_response_key") not in _OVER_VLAGGEN]
        if eigen:
            self.model = leer_vlaggen(stapel(eigen, "kern"), [_vlaggen_van(m) for m in eigen])

    def bewaar(self, map_: Path) -> None:
        """Writes the weights."""
        if self.model:
            self.model.bewaar(map_ / "vlaggen.npz")

    def laad(self, map_: Path) -> None:
        """Reads the weights."""
        if (map_ / "vlaggen.npz").exists():
            self.model = Lineair.laad(map_ / "vlaggen.npz")

    def lees(self, bericht: Message, tekst: Tekst) -> dict[str, Any]:
        """Reads the flags of one message."""
        if self.model is None:
            return {"rode_vlaggen": [], "vlaggen_vroeger": []}
        kansen = dict(zip(self.model.labels, self.model.kansen(bericht.get("kern"))[0].tolist(), strict=True))
        drempels = dict(zip(self.model.labels, self.model.drempel.tolist(), strict=True))
        vlaggen, vondsten, vroeger = lees_vlaggen(tekst, kansen, drempels)
        uit = []
        for id_, kans in vlaggen.items():
            stuk = grond(tekst, id_, vondsten.get(id_), model=self.model, kenmerker=bericht.get("kenmerker"))
            uit.append({"id": id_, "kans": round(kans, 3), "grond": stuk})
        return {"rode_vlaggen": uit, "vlaggen_vroeger": vroeger}
