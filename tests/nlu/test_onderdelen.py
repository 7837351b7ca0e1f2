"""The Rasa components: train, persist, load, same answer; and what each puts on a message."""

from pathlib import Path
from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu import kenmerken
from nlu.antwoorden.lezer import AntwoordLezer
from nlu.bedoeling import BedoelingHerkenner
from nlu.bestanden import Antwoordregel, Bericht
from nlu.component import Onderdeel
from nlu.feiten.herkenner import FeitenHerkenner
from nlu.kenmerken import TekstKenmerken
from nlu.labels import ANTWOORDVRAGEN
from nlu.leefgebieden import LeefgebiedHerkenner
from nlu.vlaggen import VlagHerkenner

pytestmark = pytest.mark.model

_ZINNEN = {
    "rouw": ["haar man is overleden", "mist zijn vrouw na de begrafenis", "verdriet om het overlijden van moeder"],
    "geldzorgen": ["deurwaarder aan de deur, schulden", "kan de rekeningen niet betalen", "schulden lopen op"],
}


def _berichten() -> list[Bericht]:
    gewoon = [
        Bericht(tekst=f"{zin} {i}", leefgebieden=(id_,), vlaggen=(), belemmeringen=(), ontkend=(), bestand=f"{i}.txt")
        for id_, zinnen in _ZINNEN.items()
        for i in range(6)
        for zin in zinnen
    ]
    vlag = [
        Bericht(tekst=t, leefgebieden=(), vlaggen=("suicidaliteit",), belemmeringen=(), ontkend=(), bestand=f"{i}.txt")
        for i in range(6)
        for t in (f"wil niet meer leven {i}", f"heeft pillen gespaard om er een eind aan te maken {i}")
    ]
    return gewoon + vlag


def _antwoorden() -> list[Antwoordregel]:
    paren = [("zelf", "gaat zelf"), ("contactpersoon", "via de contactpersoon"), (None, "hoe laat is het")]
    return [
        Antwoordregel(vraag="route", waarde=w, tekst=f"{t} {i}", bestand="route.txt")
        for i in range(6)
        for w, t in paren
    ]


@pytest.fixture(scope="module")
def keten(tmp_path_factory: pytest.TempPathFactory) -> list[Onderdeel]:
    """The pipeline trained on a handful of sentences, then loaded anew from disk."""
    with pytest.MonkeyPatch.context() as nep:
        nep.setattr(kenmerken, "lees_berichten", _berichten)
        nep.setattr(kenmerken, "lees_antwoorden", _antwoorden)
        return _geleerd(tmp_path_factory.mktemp("model"))


def _geleerd(map_: Path) -> list[Onderdeel]:
    opslag = LocalModelStorage.create(map_)
    context = ExecutionContext(GraphSchema({}))
    tussendoor = (("wat kost dat", "vraag/kosten"), ("stop ermee", "stop"))
    data = TrainingData(training_examples=[Message.build(f"{t} {i}", n) for i in range(6) for t, n in tussendoor])
    uit: list[Onderdeel] = []
    soorten: list[type[Onderdeel]] = [
        TekstKenmerken, VlagHerkenner, LeefgebiedHerkenner, FeitenHerkenner, BedoelingHerkenner, AntwoordLezer,
    ]  # fmt: skip
    for soort in soorten:
        bron = Resource(soort.__name__)
        onderdeel = soort.create({}, opslag, bron, context)
        onderdeel.train(data)
        if isinstance(onderdeel, TekstKenmerken):
            data = onderdeel.process_training_data(data)
        uit.append(soort.load({}, opslag, bron, context))
    return uit


def _lees(keten: list[Onderdeel], tekst: str) -> dict[str, Any]:
    bericht = Message.build(tekst)
    for onderdeel in keten:
        onderdeel.process([bericht])
    uit: dict[str, Any] = bericht.as_dict(only_output_properties=True)
    return uit


def test_keten(keten: list[Onderdeel]) -> None:
    uit = _lees(keten, "mw 82 Palenstein, haar man is overleden")
    assert uit["leefgebieden"][0]["id"] == "rouw"
    assert uit["feiten"] == {"leeftijd": 82, "leeftijdsgroep": "75-84", "wijk": "Palenstein", "belemmeringen": []}
    assert set(uit["antwoorden"]) >= {"veilig", "route", "toestemming"}
    assert "kenmerken" not in uit


def test_vlag_met_grond(keten: list[Onderdeel]) -> None:
    (vlag, *_) = _lees(keten, "belt over een recept. Wil niet meer leven, zegt hij")["rode_vlaggen"]
    assert vlag["id"] == "suicidaliteit"
    assert "niet meer leven" in vlag["grond"]


@pytest.mark.parametrize(
    "tekst", ["", "   ", "😀" * 50, "مرحبا كيف الحال", "\x00\x07", "e\u0301" * 400, "a" * 4096], ids=range(7)
)
def test_niets_breekt(keten: list[Onderdeel], tekst: str) -> None:
    assert "antwoorden" in _lees(keten, tekst)


def test_opdracht_gaat_voor(keten: list[Onderdeel]) -> None:
    uit = _lees(keten, "terug")
    assert uit["intent"]["name"] == "terug"
    assert all(uit["antwoorden"][v] == {"antwoord": None, "tussendoor": "terug"} for v in ANTWOORDVRAGEN)
