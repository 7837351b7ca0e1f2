"""Cross-validation with the product's own components: every training text is read by a model that never saw its file.

The pipeline of config.yml is followed, so that a component that is added or changed is measured as it is. Features
are counted once over all texts (without their labels); everything that learns from a label learns per fold.
"""

import importlib
import multiprocessing
import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import yaml
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from benchmarks.evaluatie.groepen import VOUWEN, Indeling, deel_in
from benchmarks.evaluatie.oordeel import OPEN_VRAAG, Antwoordoordeel, Berichtoordeel, Tussenoordeel, gezegd
from bot.bootstrap import DATA
from bot.services.protocollen import laad_protocol
from nlu.begrip import Begrip
from nlu.bestanden import NLU_DATA, PROJECT
from nlu.component import Onderdeel
from nlu.labels import TUSSENDOOR
from nlu.lineair import Getallen
from nlu.tekst import Tekst

_NIET = ("nlu.spacy_nl.NederlandsSpacy", "nlu.privacy.PrivacyFilter")  # neither learns from these texts, nor is asked
_VOOR_ANTWOORDEN = ("nlu.bedoeling.BedoelingHerkenner", "nlu.antwoorden.lezer.AntwoordLezer")
_KENMERKEN = "nlu.kenmerken.TekstKenmerken"
_KANSEN = {"LeefgebiedHerkenner": "leefgebieden", "VlagHerkenner": "vlaggen"}


@dataclass(frozen=True, kw_only=True)
class Gelezen:
    """One training text as a model understood it that had not seen its file."""

    bron: str | None  # "bericht", "antwoord", or None for an example of Rasa's
    regel: Any  # the line of our own files (Bericht or Antwoordregel)
    intent: str  # of an example of Rasa's
    begrip: Begrip
    vouw: int
    kansen: dict[str, dict[str, float]] = field(default_factory=dict)  # kind -> label -> chance

    @property
    def tekst(self) -> str:
        """The text."""
        return self.begrip.tekst


def _onderdelen(*, kenmerken: bool, zonder: Sequence[str] = ()) -> list[Onderdeel]:
    """The components of config.yml: those that make features, or those that learn labels."""
    stappen = yaml.safe_load((PROJECT / "config.yml").read_text(encoding="utf-8"))["pipeline"]
    uit = []
    for stap in stappen:
        if stap["name"] in (*_NIET, *zonder) or (stap["name"] == _KENMERKEN) != kenmerken:
            continue
        module, _, klasse = stap["name"].rpartition(".")
        soort: type[Onderdeel] = getattr(importlib.import_module(module), klasse)
        uit.append(soort({**soort.get_default_config(), **stap}, None, None))
    return uit


def lees_voorbeelden() -> tuple[list[Message], Any]:
    """All training texts with their features, and the component that made these."""
    data = RasaFileImporter(training_data_paths=[str(NLU_DATA)]).get_nlu_data()
    (kenmerken,) = _onderdelen(kenmerken=True)
    kenmerken.leer(data)
    uit: TrainingData = kenmerken.process_training_data(data)
    return uit.training_examples, kenmerken


def verdeel(voorbeelden: list[Message]) -> Indeling:
    """Folds: berichten by file; answers and intents have one file a question, so they are divided by text."""
    groepen = [m.get("regel").bestand if m.get("bron") == "bericht" else None for m in voorbeelden]
    return deel_in([m.get("text") for m in voorbeelden], groepen)


class Kruisproef:
    """All training texts, divided over the folds.

    Args:
        alleen_berichten: only messages are read, and what reads answers and commands is not trained.
    """

    def __init__(self, *, alleen_berichten: bool = False) -> None:
        self._alleen_berichten = alleen_berichten
        self.voorbeelden, self._kenmerken = lees_voorbeelden()
        self.indeling = verdeel(self.voorbeelden)
        protocol = laad_protocol(DATA / "protocol" / "zoetermeer.yml")
        self._metadata = {"wijken": [*protocol.wijken, *protocol.wijk_bijnamen]}

    def lees(self) -> Iterator[Gelezen]:
        """Reads every text with a model of the other folds, a process per core; prints what each fold took."""
        kern = multiprocessing.get_context("fork")  # the features are shared, not copied
        aantal = min(VOUWEN, os.cpu_count() or 1)
        with ProcessPoolExecutor(aantal, mp_context=kern, initializer=_neem, initargs=(self,)) as werkers:
            for gelezen in werkers.map(_lees_vouw, range(VOUWEN)):
                yield from gelezen

    def lees_vouw(self, nummer: int) -> list[Gelezen]:
        """Trains without a fold and reads it."""
        begin = time.perf_counter()
        stappen = self.leer(self.indeling.leer(nummer))
        geleerd = time.perf_counter()
        uit = [self.lees_een(stappen, i, vouw=nummer) for i in self._te_lezen(nummer)]
        eind = time.perf_counter()
        print(f"  deel {nummer + 1}: {geleerd - begin:.0f} s leren, {eind - geleerd:.0f} s lezen", flush=True)
        return uit

    def _te_lezen(self, nummer: int) -> list[int]:
        welke = self.indeling.toets(nummer)
        return [i for i in welke if self.voorbeelden[i].get("bron") == "bericht"] if self._alleen_berichten else welke

    def leer(self, welke: Sequence[int]) -> list[Onderdeel]:
        """The components, trained on these texts."""
        stappen = _onderdelen(kenmerken=False, zonder=_VOOR_ANTWOORDEN if self._alleen_berichten else ())
        leer = TrainingData(training_examples=[self.voorbeelden[i] for i in welke])
        for stap in stappen:
            stap.leer(leer)
        return stappen

    def lees_een(self, stappen: Sequence[Onderdeel], i: int, *, vouw: int) -> Gelezen:
        """Sends one text through the components, with the features that were already counted."""
        voorbeeld = self.voorbeelden[i]
        tekst = Tekst.van(voorbeeld.get("text"))
        bericht = Message({"text": tekst.origineel, "tekst": tekst, "metadata": self._metadata})
        bericht.set("kenmerker", self._kenmerken.kenmerker)
        for naam in ("kenmerken", "kern"):
            bericht.set(naam, voorbeeld.get(naam))
        kansen: dict[str, dict[str, float]] = {}
        for stap in stappen:
            bericht = stap.process([bericht])[0]
            soort = _KANSEN.get(type(stap).__name__)
            if soort:
                kansen[soort] = _kansen(stap, bericht, tekst)
        return Gelezen(
            bron=voorbeeld.get("bron"), regel=voorbeeld.get("regel"), begrip=Begrip.from_parse(bericht.data),
            intent=str(voorbeeld.get("intent_response_key") or voorbeeld.get("intent")), vouw=vouw, kansen=kansen,
        )  # fmt: skip


_proef: list[Kruisproef] = []  # in a worker: the one it was made for


def _neem(proef: Kruisproef) -> None:
    _proef[:] = [proef]


def _lees_vouw(nummer: int) -> list[Gelezen]:
    return _proef[0].lees_vouw(nummer)


def _kansen(stap: Any, bericht: Message, tekst: Tekst) -> dict[str, float]:
    """The chances of all labels, also of those that are not used."""
    if hasattr(stap, "kansen"):
        uit: dict[str, float] = stap.kansen(bericht, tekst)
        return uit
    rij: Getallen = np.asarray(stap.model.kansen(bericht.get("kern")))[0]
    return dict(zip(stap.model.labels, rij.tolist(), strict=True))


def berichten(gelezen: Sequence[Gelezen]) -> list[Berichtoordeel]:
    """The messages among what was read; the unit that is drawn is the file, one writer's round."""
    return [
        Berichtoordeel(
            tekst=g.tekst,
            eenheid=g.regel.bestand,
            waar={
                "leefgebieden": set(g.regel.leefgebieden),
                "vlaggen": set(g.regel.vlaggen),
                "belemmeringen": set(g.regel.belemmeringen),
            },
            gezegd=gezegd(g.begrip),
            kansen=g.kansen,
        )
        for g in gelezen
        if g.bron == "bericht"
    ]


def antwoorden(gelezen: Sequence[Gelezen]) -> list[Antwoordoordeel]:
    """The typed answers."""
    return [
        Antwoordoordeel(
            tekst=g.tekst, vraag=g.regel.vraag, verwacht=g.regel.waarde, gekregen=g.begrip.antwoord(g.regel.vraag)
        )
        for g in gelezen
        if g.bron == "antwoord"
    ]


def tussendoor(gelezen: Sequence[Gelezen]) -> list[Tussenoordeel]:
    """Commands and questions while `OPEN_VRAAG` is open, and ordinary answers to their own question."""
    uit = []
    for g in gelezen:
        if g.bron == "antwoord" and g.regel.waarde is not None:
            gekregen = g.begrip.tussendoor_bij(g.regel.vraag)
            uit.append(Tussenoordeel(tekst=g.tekst, verwacht=None, gekregen=gekregen))
        elif g.regel is None:
            naam = g.intent.split("/")[-1]
            if naam in TUSSENDOOR:
                gekregen = g.begrip.tussendoor_bij(OPEN_VRAAG)
                uit.append(Tussenoordeel(tekst=g.tekst, verwacht=naam, gekregen=gekregen))
    return uit
