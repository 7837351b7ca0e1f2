"""Ages in messages: what counts as the patient's age, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.feiten.leeftijd import lees_leeftijd
from nlu.feiten.leeftijdswaarde import leeftijdsgroep
from nlu.tekst import Tekst


@pytest.mark.parametrize(
    ("tekst", "jaren", "groep"),
    [
        ("mw 82, zit alleen", 82, "75-84"),
        ("Moeder belt over dochter (12), gepest", 12, "12-15"),
        ("zeventienjarige jongen, spijbelt", 17, "16-17"),
        ("Meneer (60, De Leyens) wil bewegen", 60, "50-64"),
        ("ze is 59 en zorgt voor haar broer", 59, "50-64"),
        ("eenentachtig jaar oud en nog kwiek", 81, "75-84"),
        ("rijbewijs kwijt, 86. nu thuis", 86, "85+"),
        ("ober 24 jr, geen uren", 24, "18-29"),
        ("eind 70, valt vaak stil", None, "75-84"),
        ("begin tachtig schat ik", None, "75-84"),
        ("zestiger zonder werk", None, None),
        ("in de tachtig", None, None),
        ("75+ flat", None, None),
        ("90 plus en nog zelfstandig", None, "85+"),
        ("mw.82 uit Palenstein", 82, "75-84"),
        ("zevenentachtig jaar, komt niet meer buiten", 87, "85+"),
        ("jongen vd 16 zonder school", 16, "16-17"),
        ("mid 50 en zonder baan", None, "50-64"),
    ],
)
def test_leeftijd(tekst: str, jaren: int | None, groep: str | None) -> None:
    gelezen = lees_leeftijd(Tekst.van(tekst))
    assert gelezen is not None
    assert (gelezen.jaren, gelezen.groep) == (jaren, groep)


@pytest.mark.parametrize(
    "tekst",
    [
        "belt 3x per dag",
        "staat om 11 u op",
        "woont al 20 jaar op kamer 12",
        "twee jaar na zijn infarct",
        "moet 400 euro terugbetalen",
        "Dorpsstraat 12 in het dorp",
        "RR 140/90 en BMI 34",
        "52 jaar getrouwd",
        "alleen op drie hoog zonder lift",
        "een jaar rug aan rug",
        "nog geen 50, schat ik",
        "twintig jaar bij de tram",
    ],
)
def test_geen_leeftijd(tekst: str) -> None:
    assert lees_leeftijd(Tekst.van(tekst)) is None


@pytest.mark.parametrize(
    ("tekst", "jaren"),
    [
        ("mevr 38: zoon van 10 zwaar beperkt, ze is op", 38),
        ("Vader aan de telefoon over zijn zoon van 22", 22),
        ("haar man is 84, zij zelf 79", 79),
        ("kleine zus van 16 overleden, mw 24 is zelf net moeder", 24),
    ],
)
def test_van_meer_mensen_die_van_de_patient(tekst: str, jaren: int) -> None:
    gelezen = lees_leeftijd(Tekst.van(tekst))
    assert gelezen
    assert gelezen.jaren == jaren


@given(st.integers(0, 110))
def test_elke_leeftijd_heeft_een_groep(jaren: int) -> None:
    gelezen = lees_leeftijd(Tekst.van(f"mw {jaren}, wil praten"))
    assert gelezen
    assert gelezen.groep == leeftijdsgroep(jaren)
