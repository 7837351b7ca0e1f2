"""Begrip: there and back, and never a raw piece of text where it may be stored."""

import json

from nlu.begrip import Begrip

_PARSE = {
    "text": "mw Jansen wil dood",
    "intent": {"name": "hulpvraag", "confidence": 0.9},
    "leefgebieden": [{"id": "rouw", "kans": 0.8}],
    "rode_vlaggen": [{"id": "suicidaliteit", "kans": 0.9, "grond": "wil dood"}],
    "feiten": {"leeftijd": 82, "leeftijdsgroep": "75-84", "wijk": "Dorp", "belemmeringen": ["geld"]},
    "antwoorden": {"veilig": {"antwoord": "suicidaliteit", "tussendoor": None}},
    "gevonden": [{"soort": "naam", "begin": 0, "eind": 9, "tekst": "mw Jansen"}],
    "schoon": "[naam] wil dood",
}


def test_heen_en_terug() -> None:
    begrip = Begrip.from_parse(_PARSE)
    assert Begrip.from_parse(begrip.to_parse(met_grond=True)) == begrip
    assert begrip.antwoord("veilig") == "suicidaliteit"
    assert begrip.tussendoor_bij("veilig") is None


def test_zonder_grond_geen_ruwe_tekst() -> None:
    bewaard = json.dumps(Begrip.from_parse(_PARSE).to_parse(met_grond=False))
    assert "Jansen" not in bewaard
    assert '"grond": ""' in bewaard


def test_leeg() -> None:
    leeg = Begrip.from_parse({})
    assert (leeg.intent, leeg.leefgebieden, leeg.antwoord("wijk")) == ("nlu_fallback", (), None)
