"""Leefgebieden: what kind of help a message asks for, with chances that mean something, and what it denies."""

from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.component import Onderdeel
from nlu.kenmerken import stapel
from nlu.kenmerker import Rijen
from nlu.labels import LEEFGEBIEDEN
from nlu.lineair import Getallen, Lineair, leer_met_buiten
from nlu.ontkenning import ontkende
from nlu.tekst import Tekst

STERKTE = 0.6  # C of the classifiers, from cross-validation
MENGING = 0.4  # share of the weights that all features have alike (NB-SVM): two points of F1 over plain weights
_MEESTE = 4  # more leefgebieden than this in one message is noise
_TERUGVAL = 0.25  # nothing passes its threshold, but the likeliest has this chance,
_VOORSPRONG = 0.05  # and this much more than the next: then that one
_NAAST_VLAG = 0.6  # beside a sure flag only what the text clearly names as well
_ZEKERE_VLAG = 0.5
_TWIJFEL = 0.08  # from this chance a leefgebied is offered as a choice when the bot asks


_laatste: dict[int, tuple[Lineair, Getallen]] = {}


def leer_leefgebieden(rijen: Rijen, doelen: list[tuple[str, ...]], groepen: list[str]) -> tuple[Lineair, Getallen]:
    """Trains the sixteen leefgebied classifiers; with the chances of each text by a model that has not seen its file.

    The last result is kept: the flags ask for the same training just before the leefgebieden do, and it takes a minute.
    """
    sleutel = hash((tuple(doelen), tuple(groepen), rijen.ijl.shape, float(rijen.ijl.sum()), float(rijen.dicht.sum())))
    if sleutel not in _laatste:
        geleerd = leer_met_buiten(rijen, doelen, labels=LEEFGEBIEDEN, groepen=groepen, c=STERKTE, menging=MENGING)
        _laatste.clear()
        _laatste[sleutel] = geleerd
    return _laatste[sleutel]


def kies_leefgebieden(
    kansen: dict[str, float], drempels: dict[str, float], ontkend: set[str], *, vlag: float = 0.0
) -> tuple[list[tuple[str, float]], list[tuple[str, float]]]:
    """Splits the leefgebieden in those to use and the next likeliest to ask about, best first.

    Args:
        kansen: chance per leefgebied.
        drempels: threshold per leefgebied.
        ontkend: what the text denies.
        vlag: chance of the likeliest flag that is used, 0 without.
    """
    rij = sorted(((i, k) for i, k in kansen.items() if i not in ontkend), key=lambda paar: -paar[1])
    minstens = _NAAST_VLAG if vlag >= _ZEKERE_VLAG else 0.0
    gebruikt = [(i, k) for i, k in rij if k >= max(drempels[i], minstens)][:_MEESTE]
    if not gebruikt and not vlag and len(rij) > 1 and rij[0][1] >= max(_TERUGVAL, rij[1][1] + _VOORSPRONG):
        gebruikt = rij[:1]
    ids = {i for i, _ in gebruikt}
    return gebruikt, [(i, k) for i, k in rij if i not in ids and k >= _TWIJFEL][:3]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class LeefgebiedHerkenner(Onderdeel):
    """Sets `leefgebieden`, `leefgebieden_twijfel` and `ontkend`."""

    model: Lineair | None = None

    def leer(self, training_data: TrainingData) -> None:
        """Trains on the berichten."""
        eigen = [m for m in training_data.training_examples if m.get("bron") == "bericht"]
        if eigen:
            regels = [m.get("regel") for m in eigen]
            doelen, groepen = [r.leefgebieden for r in regels], [r.bestand for r in regels]
            self.model, _ = leer_leefgebieden(stapel(eigen, "kern"), doelen, groepen)

    def bewaar(self, map_: Path) -> None:
        """Writes the weights."""
        if self.model:
            self.model.bewaar(map_ / "leefgebieden.npz")

    def laad(self, map_: Path) -> None:
        """Reads the weights."""
        if (map_ / "leefgebieden.npz").exists():
            self.model = Lineair.laad(map_ / "leefgebieden.npz")

    def lees(self, bericht: Message, tekst: Tekst) -> dict[str, Any]:
        """Reads the leefgebieden of one message."""
        ontkend = [o.id for o in ontkende(tekst, LEEFGEBIEDEN)]
        if self.model is None:
            return {"leefgebieden": [], "leefgebieden_twijfel": [], "ontkend": ontkend}
        kans = self.model.kansen(bericht.get("kern"))[0].tolist()
        kansen = dict(zip(LEEFGEBIEDEN, kans, strict=True))
        drempels = dict(zip(LEEFGEBIEDEN, self.model.drempel.tolist(), strict=True))
        bericht.set("leefgebied_kansen", kansen)
        vlag = max((v["kans"] for v in bericht.get("rode_vlaggen") or ()), default=0.0)
        gebruikt, twijfel = kies_leefgebieden(kansen, drempels, set(ontkend), vlag=vlag)
        return {
            "leefgebieden": [{"id": i, "kans": round(k, 3)} for i, k in gebruikt],
            "leefgebieden_twijfel": [{"id": i, "kans": round(k, 3)} for i, k in twijfel],
            "ontkend": [*ontkend, *bericht.get("vlaggen_vroeger", [])],
        }
