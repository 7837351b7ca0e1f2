"""The Rasa component that reads a message as an answer to each question at once (`antwoorden`)."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.antwoorden.aanvullend import lees_aanvullend, zonder_extra
from nlu.antwoorden.basis import kaal
from nlu.antwoorden.kiezer import kies_antwoord, klassen_van, met_leefgebieden, met_vlag
from nlu.antwoorden.tussen import (
    Kansen,
    in_plaats_van,
    is_correctie,
    is_uitdrukkelijke_correctie,
    is_vraag_ergens,
    tussendoor_naast,
)
from nlu.bedoeling import vast_commando, verdeel
from nlu.bestanden import Antwoordregel, Bericht
from nlu.component import Onderdeel, metadata
from nlu.feiten.wijk import standaard_wijken
from nlu.kenmerken import VERHAAL, stapel
from nlu.kenmerker import Kenmerker, Rijen
from nlu.labels import ANTWOORDVRAGEN
from nlu.lineair import Bundel, Lineair, leer_lineair
from nlu.ontkenning import is_ontkend
from nlu.tekst import Tekst

STERKTE = 0.5  # C of the classifiers, from benchmarks/begrip.py
_EEN_OP = 6
_TOCH_ANTWOORD = (("wens", "hulp"), ("bevestigen", "afbreken"))  # commands elsewhere, here what was asked for


def leert_mee(bericht: Bericht, vraag: str) -> bool:
    """Whether a bericht teaches an answer too: who names an obstacle or a flag does so in the same words.

    Of the flags one in `_EEN_OP` is enough: more would drown the answers.
    """
    if vraag == "belemmeringen":
        return bool(bericht.belemmeringen)
    return vraag == "veilig" and len(bericht.vlaggen) == 1 and crc32(bericht.tekst.encode()) % _EEN_OP == 0


def _doel(regel: Antwoordregel | Bericht, vraag: str) -> tuple[str, ...]:
    """The classes that one training text has at a question."""
    if isinstance(regel, Antwoordregel):
        return klassen_van(vraag, regel.waarde)
    return regel.belemmeringen if vraag == "belemmeringen" else klassen_van(vraag, regel.vlaggen[0])


def leer_antwoorden(rijen: Rijen, regels: Sequence[Antwoordregel | Bericht], vraag: str) -> Lineair:
    """Trains the classifier of one question."""
    doelen = [_doel(r, vraag) for r in regels]
    groepen = [r.tekst for r in regels]  # one file a question: no split by file
    labels = tuple(sorted({klasse for doel in doelen for klasse in doel}))
    return leer_lineair(rijen, doelen, labels=labels, groepen=groepen, c=STERKTE, delen=3)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class AntwoordLezer(Onderdeel):
    """Sets `antwoorden`: for each question the answer and what the message is besides."""

    modellen: dict[str, Lineair] | None = None
    bundel: Bundel | None = None

    def leer(self, training_data: TrainingData) -> None:
        """Trains one classifier per question that has training text."""
        self.modellen = {}
        alle = [m for m in training_data.training_examples if m.get("bron") == "antwoord"]
        berichten = [m for m in training_data.training_examples if m.get("bron") == "bericht"]
        for vraag in ANTWOORDVRAGEN:
            eigen = [m for m in alle if m.get("regel").vraag == vraag]
            if eigen:
                eigen += [m for m in berichten if leert_mee(m.get("regel"), vraag)]
                self.modellen[vraag] = leer_antwoorden(stapel(eigen), [m.get("regel") for m in eigen], vraag)
        self.bundel = Bundel.van(self.modellen) if self.modellen else None

    def bewaar(self, map_: Path) -> None:
        """Writes the weights."""
        (map_ / "vragen.json").write_text(json.dumps(list(self.modellen or {})), encoding="utf-8")
        for vraag, model in (self.modellen or {}).items():
            model.bewaar(map_ / f"{vraag}.npz")

    def laad(self, map_: Path) -> None:
        """Reads the weights."""
        vragen = json.loads((map_ / "vragen.json").read_text(encoding="utf-8"))
        if vragen:
            self.bundel = Bundel.van({vraag: Lineair.laad(map_ / f"{vraag}.npz") for vraag in vragen})
        is_ontkend("geen rouw", 5, 9)  # its patterns are made at first use: not while somebody waits

    def lees(self, bericht: Message, tekst: Tekst) -> dict[str, Any]:
        """Reads the message once for each question."""
        wijken = _wijken(bericht)
        bedoeling: Kansen = bericht.get("bedoeling_kansen") or {}
        model, kenmerker = bericht.get("bedoeling_model"), bericht.get("kenmerker")
        onthouden: dict[str, Kansen] = {}

        def kansen_van(deel: str) -> Kansen:
            if deel not in onthouden:
                onthouden[deel] = _kansen_van(model, kenmerker, deel)
            return onthouden[deel]

        if len(tekst.plat) > VERHAAL:  # a yes must not hide what is said further on
            return {"antwoorden": _te_lang(bericht, tekst, bedoeling)}
        uit: dict[str, dict[str, Any]] = {}
        aanvullend = lees_aanvullend(tekst)
        vast = vast_commando(tekst)
        kansen = self.bundel.kansen(bericht.get("kenmerken")) if self.bundel else {}
        for vraag in ANTWOORDVRAGEN:
            antwoord = None
            if not vast or (vraag, kaal(tekst)) in _TOCH_ANTWOORD:
                extra = aanvullend["extra"]
                antwoord = _antwoord(bericht, tekst, vraag=vraag, kansen=kansen.get(vraag), extra=extra)
            tussendoor = tussendoor_naast(tekst, antwoord, bedoeling, kansen_van=kansen_van if model else None)
            if antwoord is not None and tussendoor is None and bedoeling and not vast:
                tussendoor = in_plaats_van(tekst, vraag, bedoeling, lees=_zelfde(vraag, antwoord, wijken))
                antwoord = antwoord if tussendoor is None else None
            if antwoord is None and is_correctie(tekst, vraag, wijken=wijken):
                tussendoor = "correctie"
            if is_uitdrukkelijke_correctie(tekst, vraag, wijken=wijken):
                antwoord, tussendoor = None, "correctie"
            uit[vraag] = {"antwoord": antwoord, "tussendoor": tussendoor}
        uit |= {naam: {"antwoord": waarde, "tussendoor": None} for naam, waarde in aanvullend.items()}
        return {"antwoorden": uit}


def _antwoord(bericht: Message, tekst: Tekst, *, vraag: str, kansen: dict[str, float] | None, extra: list[str]) -> Any:
    """The answer to one question; at veilig the flags of the message count too, on the card its leefgebieden."""
    wijken = _wijken(bericht)
    antwoord = kies_antwoord(vraag, tekst, kansen, wijken=wijken)
    if antwoord is None and vraag == "toestemming" and extra:
        return kies_antwoord(vraag, zonder_extra(tekst), None, wijken=wijken)
    if vraag == "veilig" and not is_vraag_ergens(tekst):
        vlaggen = [vlag["id"] for vlag in bericht.get("rode_vlaggen") or []]
        return met_vlag(antwoord, tekst, kansen=kansen, vlaggen=vlaggen)
    if vraag == "leefgebieden":
        gevonden = [leefgebied["id"] for leefgebied in bericht.get("leefgebieden") or []]
        return met_leefgebieden(antwoord, tekst, gevonden=gevonden)
    return antwoord


def _te_lang(bericht: Message, tekst: Tekst, bedoeling: Kansen) -> dict[str, dict[str, Any]]:
    """What a story answers: nothing, but for the flags that it was found to hold."""
    tussendoor = tussendoor_naast(tekst, None, bedoeling, kansen_van=None)
    uit = {vraag: {"antwoord": None, "tussendoor": tussendoor} for vraag in ANTWOORDVRAGEN}
    vlaggen = [vlag["id"] for vlag in bericht.get("rode_vlaggen") or []]
    if vlaggen:
        uit["veilig"] = {"antwoord": vlaggen[0], "tussendoor": None}
    leeg = lees_aanvullend(Tekst.van(""))
    return uit | {naam: {"antwoord": waarde, "tussendoor": None} for naam, waarde in leeg.items()}


def _wijken(bericht: Message) -> tuple[str, ...]:
    return tuple(metadata(bericht).get("wijken") or ()) or standaard_wijken()


def _zelfde(vraag: str, antwoord: Any, wijken: tuple[str, ...]) -> Callable[[str], bool]:
    """Tells of a piece of text whether the rules read the same answer in it."""
    return lambda deel: bool(kies_antwoord(vraag, Tekst.van(deel), None, wijken=wijken) == antwoord)


def _kansen_van(model: Lineair, kenmerker: Kenmerker, deel: str) -> Kansen:
    return verdeel(model, kenmerker.rijen([deel]))
