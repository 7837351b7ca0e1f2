"""The Rasa component that sets the facts (feiten) of a message."""

from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.component import Onderdeel, metadata
from nlu.feiten.belemmeringen import genoemde_belemmeringen, kies_belemmeringen, leer_belemmeringen
from nlu.feiten.leeftijd import lees_leeftijd
from nlu.feiten.wijk import lees_buiten, lees_wijk
from nlu.kenmerken import stapel
from nlu.labels import BELEMMERINGEN
from nlu.lineair import Lineair
from nlu.tekst import Tekst

_ZEKER = 0.5  # chance from which a leefgebied says whose age counts


def _hoofdzaak(bericht: Message) -> str | None:
    """The leefgebied that the message is about most of all, None when that is not clear."""
    kansen: dict[str, float] = bericht.get("leefgebied_kansen") or {}
    beste = max(kansen, key=kansen.__getitem__, default=None)
    return beste if beste is not None and kansen[beste] >= _ZEKER else None


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class FeitenHerkenner(Onderdeel):
    """Sets `feiten` (leeftijd, leeftijdsgroep, wijk, belemmeringen) and `buiten`."""

    model: Lineair | None = None

    def leer(self, training_data: TrainingData) -> None:
        """Trains the belemmeringen on the berichten."""
        eigen = [m for m in training_data.training_examples if m.get("bron") == "bericht"]
        if eigen:
            regels = [m.get("regel") for m in eigen]
            doelen, groepen = [r.belemmeringen for r in regels], [r.bestand for r in regels]
            self.model = leer_belemmeringen(stapel(eigen, "kern"), doelen, groepen)

    def bewaar(self, map_: Path) -> None:
        """Writes the weights."""
        if self.model:
            self.model.bewaar(map_ / "belemmeringen.npz")

    def laad(self, map_: Path) -> None:
        """Reads the weights."""
        if (map_ / "belemmeringen.npz").exists():
            self.model = Lineair.laad(map_ / "belemmeringen.npz")

    def _belemmeringen(self, bericht: Message, tekst: Tekst) -> list[str]:
        if self.model is None:
            return genoemde_belemmeringen(tekst)
        kansen = dict(zip(BELEMMERINGEN, self.model.kansen(bericht.get("kern"))[0].tolist(), strict=True))
        # who asks for a ride is held back by the lack of one: two classifiers of one thing, better together
        naast: dict[str, float] = bericht.get("leefgebied_kansen") or {}
        kansen["vervoer"] = (kansen["vervoer"] + naast.get("vervoer", kansen["vervoer"])) / 2
        drempels = dict(zip(BELEMMERINGEN, self.model.drempel.tolist(), strict=True))
        return kies_belemmeringen(tekst, kansen, drempels)

    def lees(self, bericht: Message, tekst: Tekst) -> dict[str, Any]:
        """Reads the facts of one message."""
        leeftijd = lees_leeftijd(tekst, leefgebied=_hoofdzaak(bericht))
        wijken = tuple(metadata(bericht).get("wijken") or ()) or None
        wijk = lees_wijk(tekst, wijken=wijken)
        feiten = {
            "leeftijd": leeftijd.jaren if leeftijd else None,
            "leeftijdsgroep": leeftijd.groep if leeftijd else None,
            "wijk": wijk,
            "belemmeringen": self._belemmeringen(bericht, tekst),
        }
        return {"feiten": feiten, "buiten": wijk is None and lees_buiten(tekst)}
