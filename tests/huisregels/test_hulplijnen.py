"""The phone numbers on the cards for rode vlaggen are those of data/lijsten/hulplijnen.yml, and no others."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.domein.lijsten import RodeVlag
from bot.services.protocolcontrole import nummers_in
from bot.services.protocollen import Protocollen
from bot.services.teksten import Teksten

DATA = Path(__file__).resolve().parents[2] / "data"
LIJST: dict[str, Any] = yaml.safe_load((DATA / "lijsten" / "hulplijnen.yml").read_text(encoding="utf-8"))
BEKEND = {str(een["nummer"]).replace("-", "") for een in LIJST["nummers"]}
TEKSTEN = Teksten.uit_map(DATA / "teksten")
PROTOCOLLEN = Protocollen.uit_map(DATA / "protocol", TEKSTEN)
MOET_OP_DE_KAART = {
    RodeVlag.ACUUT_MEDISCH: {"112"},
    RodeVlag.SUICIDALITEIT: {"112", "113", "08000113"},
    RodeVlag.HUISELIJK_GEWELD: {"112", "08002000"},
    RodeVlag.ACUTE_PSYCHIATRIE: {"112"},
    RodeVlag.ACUTE_NOOD: {"112", "08002000"},
}
"""Product specification, chapter 3."""


@pytest.mark.parametrize("gemeente", PROTOCOLLEN.gemeenten())
@pytest.mark.parametrize("vlag", RodeVlag)
def test_elke_kaart_noemt_precies_zijn_nummers(vlag: RodeVlag, gemeente: str) -> None:
    kaart = PROTOCOLLEN.teksten_van(gemeente).ruw(f"vlag/{vlag}")
    assert nummers_in(kaart) == MOET_OP_DE_KAART[vlag]
    assert nummers_in(kaart) <= BEKEND


@pytest.mark.parametrize("naam", [naam for naam in TEKSTEN.namen() if not naam.startswith("protocol/")])
def test_geen_enkele_tekst_noemt_een_ander_nummer(naam: str) -> None:
    tekst = TEKSTEN.ruw(naam)
    assert nummers_in(tekst) <= BEKEND
    losse = {re.sub(r"\D", "", nummer) for nummer in re.findall(r"\b0\d[\d -]{5,}\d\b", tekst)}
    assert losse <= BEKEND


def test_acute_nood_noemt_het_nummer_van_de_gemeente() -> None:
    assert "spoedroute" in TEKSTEN.velden("vlag/acute_nood")


@pytest.mark.parametrize("een", LIJST["nummers"], ids=lambda een: str(een["nummer"]))
def test_elk_nummer_heeft_eigenaar_en_bron(een: dict[str, str]) -> None:
    assert {"nummer", "naam", "eigenaar", "bron", "wanneer"} == set(een)
    assert een["bron"].startswith("https://")


def test_de_nummers_hebben_een_beheerder_en_een_datum_om_ze_na_te_kijken() -> None:
    assert LIJST["beheer"]
    assert isinstance(LIJST["nagekeken_op"], date)
    termijn = LIJST["herzien_voor"] - LIJST["nagekeken_op"]
    assert 0 < termijn.days <= 366
