"""The examples in the documentation work: a reader may copy them."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.opdrachten.proefscript import lees_script
from bot.services.protocollen import laad_protocol
from nlu.bestanden import lees_antwoorden, lees_berichten, lees_notities
from tests.huisregels.bron import lees


def _blokken(pagina: str, taal: str) -> list[str]:
    return re.findall(rf"```{taal}\n(.*?)```", lees(pagina), flags=re.DOTALL)


def test_the_examples_of_the_protocol_page_load(tmp_path: Path):
    eigen_tekst, mensen = _blokken("docs/protocol.md", "yaml")
    contactpersoon, praktijk = mensen.split("praktijken:\n")
    inhoud = lees("data/protocol/zoetermeer.yml")
    inhoud = inhoud.replace("teksten: {}", eigen_tekst)
    inhoud = inhoud.replace("contactpersonen:\n", contactpersoon, 1)
    inhoud = inhoud.replace("\npraktijken:\n", f"\npraktijken:\n{praktijk}", 1)
    bestand = tmp_path / "zoetermeer.yml"
    bestand.write_text(inhoud, encoding="utf-8")

    protocol = laad_protocol(bestand)

    persoon = protocol.contactpersoon_van("de_eik")
    assert persoon is not None
    assert persoon.code == "cp_noord"
    assert "sociaal/groet" in protocol.teksten


def test_the_example_of_a_trial_conversation_is_valid(tmp_path: Path):
    (voorbeeld,) = _blokken("docs/opdrachten.md", "yaml")
    bestand = tmp_path / "voorbeeld.yml"
    bestand.write_text(voorbeeld, encoding="utf-8")
    assert lees_script(bestand).daarna


@pytest.mark.parametrize(
    ("map_", "bestand", "lezer"),
    [
        ("berichten", "voorbeeld.txt", lees_berichten),
        ("antwoorden", "wijk.txt", lees_antwoorden),
        ("notities", "voorbeeld.txt", lees_notities),
    ],
)
def test_the_examples_of_training_lines_are_read(
    tmp_path: Path, map_: str, bestand: str, lezer: Callable[[Path], list[Any]]
):
    rij = next(regel for regel in lees("CONTRIBUTING.md").splitlines() if regel.strip().startswith(f"| `{map_}/"))
    voorbeeld = rij.split("`")[-2].replace("\\|", "|")
    (tmp_path / map_).mkdir()
    (tmp_path / map_ / bestand).write_text(voorbeeld, encoding="utf-8")
    assert len(lezer(tmp_path)) == 1


@pytest.mark.parametrize("naam", ["omgeving", "var_map", "database_url", "sleutels", "gemeente", "modelmap"])
def test_a_setting_is_documented(naam: str):
    variabele = "DATABASE_URL" if naam == "database_url" else f"WIJKBRUG_{naam.upper()}"
    assert f"`{variabele}`" in lees("docs/opdrachten.md")
