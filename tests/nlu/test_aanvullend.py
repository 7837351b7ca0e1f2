"""Whose question, by whom, and the separate permissions: read beside the eleven answers."""

import pytest

from nlu.antwoorden.aanvullend import lees_aanvullend, zonder_extra
from nlu.antwoorden.kiezer import kies_antwoord
from nlu.tekst import Tekst


@pytest.mark.parametrize(
    ("tekst", "ouder"),
    [
        ("ja, het is de vraag van moeder", True),
        ("ja", True),
        ("van de ouders", True),
        ("moeder zelf wil hulp", True),
        ("nee, van hemzelf", False),
        ("nee", False),
        ("de jongere wil zelf praten, het kind zelf dus", False),
        ("weet ik niet", None),
        ("misschien van allebei", None),
        ("wat kost dat?", None),
    ],
)
def test_van_wie_is_de_vraag(tekst: str, ouder: object) -> None:
    assert lees_aanvullend(Tekst.van(tekst))["ouder"] is ouder


@pytest.mark.parametrize(
    ("tekst", "door"),
    [
        ("mevrouw zelf", "zelf"),
        ("de ouders", "ouders"),
        ("haar mentor", "vertegenwoordiger"),
        ("weet ik niet", None),
        ("de mentor denk ik", None),
    ],
)
def test_door_wie(tekst: str, door: str | None) -> None:
    assert lees_aanvullend(Tekst.van(tekst))["toestemming_door"] == door


@pytest.mark.parametrize(
    ("tekst", "extra"),
    [
        ("ja, mevrouw vindt het goed, en de praktijk mag horen hoe het gaat", ["terugkoppeling"]),
        ("ja meneer vindt het prima, voicemail inspreken mag ook", ["voicemail"]),
        ("ja zelf, terugkoppeling liever niet", []),
        ("ja, mevrouw vindt het goed", []),
        ("krijgen wij terugkoppeling?", []),
    ],
)
def test_extra_toestemmingen(tekst: str, extra: list[str]) -> None:
    assert lees_aanvullend(Tekst.van(tekst))["extra"] == extra


def test_extra_staat_de_toestemming_niet_in_de_weg() -> None:
    tekst = Tekst.van("ja, mevrouw vindt het goed, en de praktijk mag horen hoe het gaat")
    assert kies_antwoord("toestemming", zonder_extra(tekst), None, wijken=()) == {"gegeven": True, "door": "zelf"}


@pytest.mark.parametrize(
    ("tekst", "veld"),
    [
        ("wacht, de wijk klopt niet", "wijk"),
        ("ze wil een andere activiteit", "voorstel"),
        ("de leeftijd is fout", "leeftijdsgroep"),
        ("de wijk en de leeftijd", None),
        ("versturen", None),
    ],
)
def test_welk_antwoord_moet_anders(tekst: str, veld: str | None) -> None:
    assert lees_aanvullend(Tekst.van(tekst))["veld"] == veld
