"""The Rasa component that reads a message as an answer to each question at once (`antwoorden`)."""

import json
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.antwoorden.aanvullend import lees_aanvullend, zonder_extra
from nlu.antwoorden.kiezer import kies_antwoord, klassen, klassen_van
from nlu.antwoorden.tussen import Kansen, is_correctie, is_uitdrukkelijke_correctie, is_vraag_ergens, tussendoor_naast
from nlu.bedoeling import vast_commando, verdeel
from nlu.component import Onderdeel, metadata
from nlu.feiten.wijk import standaard_wijken
from nlu.kenmerken import stapel
from nlu.kenmerker import Kenmerker, Rijen
from nlu.labels import ANTWOORDVRAGEN
from nlu.lineair import Lineair, leer_lineair
from nlu.tekst import Tekst

STERKTE = 0.5  # C of the classifiers, from benchmarks/begrip.py


def leer_antwoorden(rijen: Rijen, regels: list[Any], vraag: str) -> Lineair:
    """Trains the classifier of one question."""
    doelen = [klassen_van(vraag, r.waarde) for r in regels]
    groepen = [r.tekst for r in regels]  # one file a question: no split by file
    return leer_lineair(rijen, doelen, labels=klassen(vraag, regels), groepen=groepen, c=STERKTE, delen=3)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class AntwoordLezer(Onderdeel):
    """Sets `antwoorden`: for each question the answer and what the message is besides."""

    modellen: dict[str, Lineair] | None = None

    def leer(self, training_data: TrainingData) -> None:
        """Trains one classifier per question that has training text."""
        self.modellen = {}
        alle = [m for m in training_data.training_examples if m.get("bron") == "antwoord"]
        for vraag in ANTWOORDVRAGEN:
            eigen = [m for m in alle if m.get("regel").vraag == vraag]
            if eigen:
                self.modellen[vraag] = leer_antwoorden(stapel(eigen), [m.get("regel") for m in eigen], vraag)

    def bewaar(self, map_: Path) -> None:
        """Writes the weights."""
        (map_ / "vragen.json").write_text(json.dumps(list(self.modellen or {})), encoding="utf-8")
        for vraag, model in (self.modellen or {}).items():
            model.bewaar(map_ / f"{vraag}.npz")

    def laad(self, map_: Path) -> None:
        """Reads the weights."""
        vragen = json.loads((map_ / "vragen.json").read_text(encoding="utf-8"))
        self.modellen = {vraag: Lineair.laad(map_ / f"{vraag}.npz") for vraag in vragen}

    def _kansen(self, vraag: str, rijen: Rijen) -> dict[str, float] | None:
        model = (self.modellen or {}).get(vraag)
        return dict(zip(model.labels, model.kansen(rijen)[0].tolist(), strict=True)) if model else None

    def lees(self, bericht: Message, tekst: Tekst) -> dict[str, Any]:
        """Reads the message once for each question."""
        wijken = tuple(metadata(bericht).get("wijken") or ()) or standaard_wijken()
        bedoeling: Kansen = bericht.get("bedoeling_kansen") or {}
        model, kenmerker = bericht.get("bedoeling_model"), bericht.get("kenmerker")
        onthouden: dict[str, Kansen] = {}

        def kansen_van(deel: str) -> Kansen:
            if deel not in onthouden:
                onthouden[deel] = _kansen_van(model, kenmerker, deel)
            return onthouden[deel]

        uit: dict[str, dict[str, Any]] = {}
        aanvullend = lees_aanvullend(tekst)
        extra, vast = aanvullend["extra"], vast_commando(tekst)
        for vraag in ANTWOORDVRAGEN:
            antwoord = None
            if not vast:
                antwoord = kies_antwoord(vraag, tekst, self._kansen(vraag, bericht.get("kenmerken")), wijken=wijken)
            if antwoord is None and vraag == "toestemming" and extra:
                antwoord = kies_antwoord(vraag, zonder_extra(tekst), None, wijken=wijken)
            vlaggen = bericht.get("rode_vlaggen") or []
            if vraag == "veilig" and vlaggen and antwoord in (None, "klacht", "twijfel") and not is_vraag_ergens(tekst):
                antwoord = vlaggen[0]["id"]
            tussendoor = tussendoor_naast(tekst, antwoord, bedoeling, kansen_van=kansen_van if model else None)
            if antwoord is None and is_correctie(tekst, vraag, wijken=wijken):
                tussendoor = "correctie"
            if is_uitdrukkelijke_correctie(tekst, vraag, wijken=wijken):
                antwoord, tussendoor = None, "correctie"
            uit[vraag] = {"antwoord": antwoord, "tussendoor": tussendoor}
        uit |= {naam: {"antwoord": waarde, "tussendoor": None} for naam, waarde in aanvullend.items()}
        return {"antwoorden": uit}


def _kansen_van(model: Lineair, kenmerker: Kenmerker, deel: str) -> Kansen:
    return verdeel(model, kenmerker.rijen([deel]))
