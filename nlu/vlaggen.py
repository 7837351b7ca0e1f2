"""Red flags (rode vlaggen): patterns and classifiers in two steps; either can raise a flag, neither can clear one.

A flag that the text only denies or tells of long ago is reported apart (`vlaggen_vroeger`) and does not stop the case.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.bomen import Bomen, leer_bomen
from nlu.component import Onderdeel
from nlu.kenmerken import stapel
from nlu.kenmerker import Kenmerker, Rijen
from nlu.labels import RODE_VLAGGEN
from nlu.leefgebieden import leer_leefgebieden
from nlu.lineair import Getallen, Lineair, leer_met_buiten
from nlu.omstandigheden import omstandigheden
from nlu.ontkenning import zin_rond
from nlu.tekst import Tekst
from nlu.vlagpatroon import Vondst, zoek_vlaggen

STERKTE = 0.3  # C of the classifiers, from cross-validation
MENGING = 0.6  # share of the weights that all features have alike, from cross-validation
DREMPEL = 0.2  # chance from which a flag stops the conversation; the curve behind it stands in docs/begrip.md
_GEWICHT_BIJNA = 2.5
_DELEN = 5
_PATROON_KANS = 0.9  # chance reported for a flag that a pattern names
ENIGE = "enige"
_LABELS = (ENIGE, *RODE_VLAGGEN)
_OVER_VLAGGEN = ("vraag/uitleg_stoplijst", "vraag/spoed")  # questions about flags: neither flag nor ordinary
_TWEEDE = 0.5  # chance from which a second flag is named beside the likeliest
_VETO = 0.05  # below this chance the classifier has seen many such sentences that were no flag
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


@dataclass(frozen=True)
class Vlagmodel:
    """Two steps: linear classifiers of flags and leefgebieden, and trees that weigh their chances with what is around.

    A high chance of a flag means less beside a high chance of a leefgebied, or where a doctor has already looked: sums
    cannot say that, trees can.
    """

    eerste: Lineair
    leefgebied: Lineair
    tweede: Bomen | None

    def kansen(self, rijen: Rijen, *, treffers: npt.NDArray[np.float32], omstandig: Getallen) -> dict[str, float]:
        """The chance of "any flag" (of the second step) and of each flag (of the first) of one text.

        Args:
            rijen: features of the core of the text.
            treffers: `Rijen.vlagtreffers` of the whole text.
            omstandig: `omstandigheden` of the whole text.
        """
        kans = self.eerste.kansen(rijen)
        uit = dict(zip(self.eerste.labels, kans[0].tolist(), strict=True))
        if self.tweede is not None:
            beide = np.hstack([kans, self.leefgebied.kansen(rijen)])
            uit[ENIGE] = float(self.tweede.kansen(_tweede_kenmerken(beide, treffers, omstandig))[0])
        return uit

    def bewaar(self, map_: Path) -> None:
        """Writes weights and trees."""
        self.eerste.bewaar(map_ / "vlaggen.npz")
        self.leefgebied.bewaar(map_ / "leefgebieden.npz")
        if self.tweede is not None:
            self.tweede.bewaar(map_ / "bomen.npz")

    @classmethod
    def laad(cls, map_: Path) -> "Vlagmodel | None":
        """Reads what `bewaar` wrote, None when that was nothing."""
        if not (map_ / "vlaggen.npz").exists():
            return None
        bomen = map_ / "bomen.npz"
        return cls(
            Lineair.laad(map_ / "vlaggen.npz"),
            Lineair.laad(map_ / "leefgebieden.npz"),
            Bomen.laad(bomen) if bomen.exists() else None,
        )


def _tweede_kenmerken(kans: Getallen, treffers: npt.NDArray[np.float32], omstandig: Getallen) -> Getallen:
    """Features of the second step, from chances in the order of `_LABELS` and the leefgebieden."""
    vlag, leef = kans[:, 1 : 1 + len(RODE_VLAGGEN)], kans[:, 1 + len(RODE_VLAGGEN) :]
    een_van_alle = 1 - np.prod(1 - vlag, axis=1, keepdims=True)
    hoogste = np.sort(leef, axis=1)[:, :-4:-1]
    return np.hstack([kans, een_van_alle, hoogste, treffers, omstandig])


def _gewichten(vlag: npt.NDArray[np.bool_], berichten: list[Message], omstandig: Getallen) -> Getallen:
    """Near misses weigh more: in practice they are a third of all messages, in our files a sixth."""
    regels = [m.get("regel") if m.get("bron") == "bericht" else None for m in berichten]
    bijna = [bool(r and (not r.leefgebieden or set(r.ontkend) & set(RODE_VLAGGEN))) for r in regels]
    zwaar = ~vlag & (np.array(bijna) | ((omstandig[:, -1] > 0) & np.array([r is not None for r in regels])))
    return np.where(zwaar, _GEWICHT_BIJNA, 1.0)


def _leer_leefgebied(berichten: list[Message]) -> tuple[Lineair, Getallen]:
    """The leefgebieden as `LeefgebiedHerkenner` learns them, and the chances of each text by a model without it."""
    eigen = [i for i, m in enumerate(berichten) if m.get("bron") == "bericht"]
    regels = [berichten[i].get("regel") for i in eigen]
    rijen = stapel([berichten[i] for i in eigen], "kern")
    model, buiten = leer_leefgebieden(rijen, [r.leefgebieden for r in regels], [r.bestand for r in regels])
    kans = model.kansen(stapel(berichten, "kern"))
    kans[eigen] = buiten
    return model, kans


def leer_vlaggen(berichten: list[Message]) -> Vlagmodel:
    """Trains on featured messages: "any flag" and the five flags apart, and then the trees on held-out chances."""
    vlaggen = [_vlaggen_van(m) for m in berichten]
    groepen = [
        m.get("regel").bestand if m.get("bron") == "bericht" else f"los{i % _DELEN}" for i, m in enumerate(berichten)
    ]
    eerste, kans = leer_met_buiten(
        stapel(berichten, "kern"), [(ENIGE, *v) if v else () for v in vlaggen], labels=_LABELS, groepen=groepen,
        c=STERKTE, menging=MENGING, delen=_DELEN,
    )  # fmt: skip
    leefgebied, leefkans = _leer_leefgebied(berichten)
    omstandig = np.array([omstandigheden(Tekst.van(m.get("text")).plat) for m in berichten])
    x = _tweede_kenmerken(np.hstack([kans, leefkans]), stapel(berichten).vlagtreffers(), omstandig)
    vlag = np.array([bool(v) for v in vlaggen])
    return Vlagmodel(eerste, leefgebied, leer_bomen(x, vlag, gewicht=_gewichten(vlag, berichten, omstandig)))


def lees_vlaggen(
    tekst: Tekst, kansen: dict[str, float], *, drempel: float = DREMPEL
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
        elif enige >= drempel and (kans >= _TWEEDE or (id_ == beste and not _genoemd(vondsten))):
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
    ijl = kenmerker.ijl([Tekst(d.tekst, d.tekst) for d in delen])
    kansen = model.kansen(Rijen(ijl, np.zeros((len(delen), model.gewicht.shape[0] - ijl.shape[1]), dtype=np.float32)))
    beste = delen[int(kansen[:, model.labels.index(id_)].argmax())]
    return tekst.stuk(beste.begin, beste.eind)[:_GROND_LENGTE]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class VlagHerkenner(Onderdeel):
    """Sets `rode_vlaggen` and `vlaggen_vroeger`."""

    vlagmodel: Vlagmodel | None = None

    @property
    def model(self) -> Lineair | None:
        """The first step."""
        return self.vlagmodel.eerste if self.vlagmodel else None

    def leer(self, training_data: TrainingData) -> None:
        """Trains on the berichten, and on answers and commands: what is said in a few words is seldom a flag."""
        eigen = [m for m in training_data.training_examples if m.get("intent_response_key") not in _OVER_VLAGGEN]
        if any(m.get("bron") == "bericht" for m in eigen):
            self.vlagmodel = leer_vlaggen(eigen)

    def bewaar(self, map_: Path) -> None:
        """Writes the model."""
        if self.vlagmodel:
            self.vlagmodel.bewaar(map_)

    def laad(self, map_: Path) -> None:
        """Reads the model."""
        self.vlagmodel = Vlagmodel.laad(map_)

    def kansen(self, bericht: Message, tekst: Tekst) -> dict[str, float]:
        """The chance of "any flag" and of each flag, {} before training."""
        if self.vlagmodel is None:
            return {}
        omstandig = np.array([omstandigheden(tekst.plat)])
        treffers = bericht.get("kenmerken").vlagtreffers()
        return self.vlagmodel.kansen(bericht.get("kern"), treffers=treffers, omstandig=omstandig)

    def lees(self, bericht: Message, tekst: Tekst) -> dict[str, Any]:
        """Reads the flags of one message."""
        if self.vlagmodel is None or not tekst.woorden:  # emoji alone say nothing, however many there are
            return {"rode_vlaggen": [], "vlaggen_vroeger": []}
        vlaggen, vondsten, vroeger = lees_vlaggen(tekst, self.kansen(bericht, tekst))
        eerste, kenmerker = self.vlagmodel.eerste, bericht.get("kenmerker")
        uit = []
        for id_, kans in vlaggen.items():
            stuk = grond(tekst, id_, vondsten.get(id_), model=eerste, kenmerker=kenmerker)
            uit.append({"id": id_, "kans": round(kans, 3), "grond": stuk})
        return {"rode_vlaggen": uit, "vlaggen_vroeger": vroeger}
