"""What stands around a flag word: a doctor who has looked, a denial that was asked for, long ago."""

import pytest

from nlu.bestanden import lees_lijst
from nlu.omstandigheden import omstandigheden

_SOORTEN = [naam for naam in lees_lijst("omstandigheden.yml") if naam not in ("wie", "zag")]


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("koorts, huisarts heeft vanochtend al gekeken", "gezien"),
        ("ecg was gisteren prima", "uitslag"),
        ("op de man af gevraagd", "gevraagd"),
        ("nee, wil blijven leven", "ontkend"),
        ("benauwdheid is alweer over", "voorbij"),
        ("dertig jaar geleden mishandeld", "jaren"),
        ("een film over zelfmoord", "letterlijk"),
        ("sinds een uur doof aan zijn been", "nu"),
    ],
)
def test_soort(tekst: str, soort: str) -> None:
    assert omstandigheden(tekst)[_SOORTEN.index(soort)] > 0


def test_gewone_zin_heeft_niets_geruststellends() -> None:
    assert omstandigheden("man heeft haar van de trap geduwd")[-1] == 0
