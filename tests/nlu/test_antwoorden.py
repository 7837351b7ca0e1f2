"""Typed answers per question. A wrong yes at toestemming or bevestigen must be impossible."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.antwoorden.kiezer import kies_antwoord
from nlu.feiten.wijk import standaard_wijken
from nlu.labels import ANTWOORDVRAGEN
from nlu.tekst import Tekst


def _lees(vraag: str, tekst: str) -> Any:
    return kies_antwoord(vraag, Tekst.van(tekst), None, wijken=standaard_wijken())


def _ja(door: str | None) -> dict[str, Any]:
    return {"gegeven": True, "door": door}


@pytest.mark.parametrize(
    ("vraag", "tekst", "antwoord"),
    [
        ("veilig", "nee hoor", "geen"),
        ("veilig", "nee, niets van dat alles", "geen"),
        ("veilig", "twijfel", "twijfel"),
        ("veilig", "ze wil niet meer leven", "suicidaliteit"),
        ("veilig", "huiselijk geweld", "huiselijk_geweld"),
        ("veilig", "nee maar ze heeft wel pijn op de borst", "acuut_medisch"),
        ("veilig", "ik denk van niet", None),
        ("leefgebieden", "klopt", "klopt"),
        ("leefgebieden", "rouw eraf", {"erbij": [], "eraf": ["rouw"]}),
        ("leefgebieden", "geldzorgen erbij", {"erbij": ["geldzorgen"], "eraf": []}),
        ("leefgebieden", "niet eenzaamheid maar rouw", {"erbij": ["rouw"], "eraf": ["eenzaamheid"]}),
        ("wijk", "plaenstein", "Palenstein"),
        ("wijk", "in het dorp", "Dorp"),
        ("wijk", "ze woont in Leiden", "buiten"),
        ("wijk", "meerzicht of rokkeveen", None),
        ("leeftijdsgroep", "82", "75-84"),
        ("leeftijdsgroep", "65-74", "65-74"),
        ("leeftijdsgroep", "eind tachtig", "85+"),
        ("leeftijdsgroep", "ergens in de tachtig", None),
        ("wens", "zelf aan de slag", "zelf"),
        ("wens", "hulp bij de start graag", "start"),
        ("wens", "dat weet ze nog niet", "weet_niet"),
        ("belemmeringen", "geen", []),
        ("belemmeringen", "taal en vervoer", ["taal", "vervoer"]),
        ("voorstel", "1", [1]),
        ("voorstel", "de eerste en de derde", [1, 3]),
        ("voorstel", "de laatste", [3]),
        ("voorstel", "alle drie", [1, 2, 3]),
        ("voorstel", "geen van deze", []),
        ("voorstel", "de eerste of de tweede", None),
        ("route", "via de contactpersoon graag", "contactpersoon"),
        ("contactroute", "wij bellen zelf", "praktijk_belt"),
        ("contactroute", "formulier", "formulier"),
        ("toestemming", "ja", _ja(None)),
        ("toestemming", "ja, mevrouw vindt het goed", _ja("zelf")),
        ("toestemming", "ouders akkoord", _ja("ouders")),
        ("toestemming", "nee", {"gegeven": False, "door": None}),
        ("bevestigen", "versturen", "versturen"),
        ("bevestigen", "ja verstuur maar", "versturen"),
        ("bevestigen", "aanpassen", "aanpassen"),
        ("bevestigen", "annuleer maar", "annuleren"),
    ],
)
def test_antwoord(vraag: str, tekst: str, antwoord: Any) -> None:
    assert _lees(vraag, tekst) == antwoord


@pytest.mark.parametrize(
    "tekst",
    [
        "ik denk het wel",
        "zal wel mogen",
        "vast wel",
        "ja, denk ik",
        "ja als haar dochter het ook goed vindt",
        "ja maar niet haar telefoonnummer",
        "ja?",
        "mag dat zomaar?",
        "ze zal er niks op tegen hebben",
        "haar man zegt dat het mag",
        "ja ik vraag het zo even",
        "morgen zegt ze ja",
        "ja ze is hier",
        "ja ja",
        "nog niet",
        "in principe akkoord",
        "hm",
        "",
    ],
)
def test_twijfel_is_geen_ja(tekst: str) -> None:
    gelezen = _lees("toestemming", tekst)
    assert gelezen is None or gelezen["gegeven"] is False
    assert _lees("bevestigen", tekst) != "versturen"


@pytest.mark.parametrize(
    "staart", ["denk ik", "als het mag", "misschien", "morgen", "?", "of niet", "mits anoniem", "na overleg"]
)
@pytest.mark.parametrize("kop", ["ja", "akkoord", "ja prima", "mevrouw vindt het goed", "is goed"])
def test_elk_voorbehoud_maakt_ja_ongeldig(kop: str, staart: str) -> None:
    assert _lees("toestemming", f"{kop} {staart}") is None


@given(st.text(max_size=200))
def test_niets_breekt(tekst: str) -> None:
    for vraag in ANTWOORDVRAGEN:
        _lees(vraag, tekst)
