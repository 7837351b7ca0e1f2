"""The pieces under the recognisers: phrases, typing errors, build of words, word list, merging."""

import pytest

from nlu.privacy.frasen import Frasen, woordreeks
from nlu.privacy.lijsten import achternamen, regels, voornamen
from nlu.privacy.medische_vorm import medische_vorm
from nlu.privacy.ontleding import Ontleding
from nlu.privacy.samenvoegen import voeg_samen
from nlu.privacy.tikfout import tikfout_van
from nlu.privacy.vondst import Vondst
from nlu.privacy.woordenschat import is_gewoon


def test_langste_frase_wint() -> None:
    frasen = Frasen.van({"hoge bloeddruk": "a", "bloeddruk": "b", "covid-19": "c"})
    assert list(frasen.zoek(Ontleding.van("een Hoge bloeddruk en covid 19"))) == [(1, 3, "a"), (4, 6, "c")]
    assert woordreeks("Reumatoïde artritis") == ("reumatoide", "artritis")


@pytest.mark.parametrize(
    ("woord", "bedoeld"),
    [
        ("omepresol", "omeprazol"),
        ("metformien", "metformine"),
        ("diabtes", "diabetes"),
        ("amlodip", "amlodipine"),
        ("buurvrouw", None),
        ("formulier", None),
    ],
)
def test_tikfout(woord: str, bedoeld: str | None) -> None:
    gevonden = tikfout_van(woord)
    assert gevonden == bedoeld or (bedoeld and gevonden and gevonden.startswith(bedoeld[:6]))


@pytest.mark.parametrize("woord", ["tonsillitis", "colectomie", "zofenopril", "tocilizumab", "maagklachten"])
def test_vorm_is_medisch(woord: str) -> None:
    assert medische_vorm(woord)


@pytest.mark.parametrize(
    "woord", ["april", "recept", "sympathie", "geldgebrek", "voorwaarde", "gemeente", "relatiebreuk"]
)
def test_vorm_is_gewoon(woord: str) -> None:
    assert medische_vorm(woord) is None


def test_woordenschat() -> None:
    assert is_gewoon("formulier")
    assert is_gewoon("buurtcabaret")
    assert not is_gewoon("omepresol")


def test_lijsten_zijn_groot_genoeg() -> None:
    assert len(voornamen()) >= 1500
    assert len(achternamen()) >= 1500
    assert len(regels("medicijnen")) >= 500
    assert len(regels("ziekten")) >= 700


def test_samenvoegen_geeft_het_zekerste_voorrang() -> None:
    o = Ontleding.van("0123456789")
    samen = voeg_samen(o, [Vondst(0, 6, "medisch"), Vondst(4, 8, "bsn"), Vondst(5, 7, "naam")])
    assert [(v.begin, v.eind, v.soort) for v in samen] == [(0, 4, "medisch"), (4, 8, "bsn")]
