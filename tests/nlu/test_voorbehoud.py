"""A yes with anything that takes it back is no consent, and no order to send. Whatever the classifier thinks."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.antwoorden.kiezer import kies_antwoord
from nlu.tekst import Tekst

_ZEKER_JA = {"true": 1.0, "null": 0.0, "false": 0.0}
_ZEKER_STUUR = {'"versturen"': 1.0, '"aanpassen"': 0.0, '"annuleren"': 0.0, "null": 0.0}

_JA = ("ja", "ja hoor", "akkoord", "mevrouw zegt ja", "hij vindt het goed", "toestemming gegeven", "is goed", "prima")
_STUUR = ("versturen", "ja verstuur maar", "stuur maar door", "is goed, versturen", "verzend", "doe maar versturen")
_TWIJFEL = (
    "denk ik", "misschien", "als het moet", "volgens mij", "lijkt me", "zal wel", "neem ik aan", "waarschijnlijk",
    "of niet", "of toch niet", "eventueel", "in principe", "tenzij het geld kost", "mits het anoniem is",
    "als haar dochter het ook wil", "zodra ze terug is", "morgen", "later", "na het overleg", "moet ik nog vragen",
    "maar eerst nog overleggen", "hoop ik", "weet niet zeker", "wacht even", "nog niet", "?", "geloof ik",
    "als het goed is",
    "ga ik van uit", "vermoed ik", "schat ik", "meen ik", "zo te horen", "voor zover ik weet", "hopelijk",
    "onder voorbehoud", "als ze het goed begrijpt", "na de lunch", "maar ik weet het niet zeker", "behalve de naam",
    "alleen niet haar nummer", "zegt haar man",
)  # fmt: skip


def _toestemming(tekst: str) -> Any:
    return kies_antwoord("toestemming", Tekst.van(tekst), _ZEKER_JA, wijken=())


def _bevestigen(tekst: str) -> Any:
    return kies_antwoord("bevestigen", Tekst.van(tekst), _ZEKER_STUUR, wijken=())


def _is_ja(antwoord: Any) -> bool:
    return bool(isinstance(antwoord, dict) and antwoord["gegeven"])


@given(
    st.sampled_from(_JA), st.sampled_from(_TWIJFEL), st.sampled_from((" ", ", ", ". ", " - ", "... ")), st.booleans()
)
def test_ja_met_voorbehoud_is_geen_toestemming(ja: str, twijfel: str, tussen: str, achterom: bool) -> None:
    tekst = f"{twijfel}{tussen}{ja}" if achterom and twijfel != "?" else f"{ja}{tussen}{twijfel}"
    assert not _is_ja(_toestemming(tekst))


@given(st.sampled_from(_STUUR), st.sampled_from(_TWIJFEL), st.sampled_from((" ", ", ", ". ", " - ")), st.booleans())
def test_versturen_met_voorbehoud_stuurt_niet(stuur: str, twijfel: str, tussen: str, achterom: bool) -> None:
    tekst = f"{twijfel}{tussen}{stuur}" if achterom and twijfel != "?" else f"{stuur}{tussen}{twijfel}"
    assert _bevestigen(tekst) != "versturen"


@pytest.mark.parametrize(
    "tekst",
    [
        "man neemt het woord en zegt ja, zij kijkt weg",
        "haar zoon zegt dat het mag",
        "de buurvrouw geeft toestemming",
        "huisarts vindt het goed",
        "ja, maar zonder haar telefoonnummer",
        "ja onder protest",
        "ze knikt overal op",
        "ja zegt hij lachend, grapje zeker",
        "ja en nu",
        "oke verder",
        "ja maar",
        "zo ja",
        "maar ja",
        "nou ja",
        "ja ja",
        "ja hij luistert",
        "ja ik lees het voor",
        "goed dat we delen",
        "ja namens",
        "vul maar ja in",
        "ze zei ja op de vorige vraag",
        "vorige keer zei ze ja",
        "het kind wel, de ouders nog niet",
        "moeder ja, vader nee",
        "ja als haar curator tekent",
        "ze zal wel ja zeggen",
        "ze heeft geen ja gezegd",
        "ze zegt niet ja en niet nee",
        "niet akkoord",
        "geen toestemming",
        "mag dat?",
        "mag ze delen",
        "voorgelezen",
        "toestemming",
    ],
)
def test_dit_is_geen_toestemming(tekst: str) -> None:
    assert not _is_ja(_toestemming(tekst))


@pytest.mark.parametrize(
    "tekst",
    [
        "hij zegt stuur maar maar zijn vrouw schudt van nee",
        "na het spreekuur versturen",
        "versturen als ze terugbelt",
        "niet versturen",
        "nog niet sturen",
        "is het al verstuurd",
        "verstuurd",
        "had ik dit al verzonden",
        "wie verstuurt dit",
        "bijna klaar om te sturen",
        "eerst aanpassen, dan versturen",
        "stuur ik dit of jij",
        "ja maar",
        "ja dan",
        "ok dan",
        "mag weg",
        "laat maar",
        "collega stuurt het wel",
        "wat gebeurt er als ik verstuur",
        "dokter moet nog kijken voor het de deur uit gaat",
        "ze wil niet dat het verstuurd wordt",
        "hij is net de deur uit",
        "bestuur",
    ],
)
def test_dit_stuurt_niets(tekst: str) -> None:
    assert _bevestigen(tekst) != "versturen"


@given(st.text(max_size=300))
def test_onzin_is_nooit_ja_of_versturen(tekst: str) -> None:
    geschoond = f"{tekst.lower()} {Tekst.van(tekst).plat}"  # "GÒ" is read as "go"
    if not any(woord in geschoond for woord in ("ja", "jo", "j", "ok", "yes", "👍", "✅", "👌", "go")):
        assert not _is_ja(_toestemming(tekst))
        assert _bevestigen(tekst) != "versturen"
