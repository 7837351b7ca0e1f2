"""The public contract of the command line (docs/opdrachten.md), run as other programs run it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.model
SCRIPT = """naam: korte proef
hulpvraag: "mw 82 Palenstein, zit sinds overlijden man alleen"
antwoorden: {veilig: "nee", leefgebieden: klopt, voorstel: "geen", route: "ze gaat zelf aan de slag"}
verwacht: {uitkomst: voorgelicht, wijk: Palenstein}
"""


def wijkbrug(*argumenten: str, invoer: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "bot", *argumenten], input=invoer, capture_output=True, check=False, timeout=240
    )


def test_parse_geeft_een_object_per_regel() -> None:
    regels = "mw 82 Palenstein, zit sinds overlijden man alleen\n\n😀 أريد\n".encode()
    klaar = wijkbrug("parse", "--vraag", "veilig", invoer=regels)
    assert klaar.returncode == 0, klaar.stderr.decode()
    objecten = [json.loads(regel) for regel in klaar.stdout.decode().splitlines()]
    assert len(objecten) == 3
    assert set(objecten[0]) == {
        "tekst", "intent", "leefgebieden", "rode_vlaggen", "feiten", "ontkend", "antwoord", "tussendoor",
    }  # fmt: skip
    assert set(objecten[0]["feiten"]) == {"leeftijd", "leeftijdsgroep", "wijk", "belemmeringen"}
    assert (objecten[0]["feiten"]["leeftijd"], objecten[0]["feiten"]["wijk"]) == (82, "Palenstein")


def test_parse_met_onbekende_vraag_is_verkeerd_gebruik() -> None:
    klaar = wijkbrug("parse", "--vraag", "bestaatniet")
    assert klaar.returncode == 2
    assert klaar.stdout == b""
    assert "kies uit" in klaar.stderr.decode()


def test_filter_noemt_de_regel_die_geen_utf8_is() -> None:
    klaar = wijkbrug("filter", invoer=b"mw Jansen belde over haar man\n" + b"\xff\xfe kapot\n")
    assert klaar.returncode == 2
    assert "regel 2" in klaar.stderr.decode()
    eerste = json.loads(klaar.stdout.decode().splitlines()[0])
    for vondst in eerste["gevonden"]:
        assert "mw Jansen belde over haar man"[vondst["begin"] : vondst["eind"]] == vondst["tekst"]


def test_proef_speelt_en_zakt(tmp_path: Path) -> None:
    goed, fout, kapot = tmp_path / "goed.yml", tmp_path / "fout.yml", tmp_path / "kapot.yml"
    goed.write_text(SCRIPT, encoding="utf-8")
    fout.write_text(SCRIPT.replace("uitkomst: voorgelicht", "uitkomst: overgedragen"), encoding="utf-8")
    kapot.write_text("naam: x\nhulpvraag: y\nonbekend: 1\n", encoding="utf-8")
    klaar = wijkbrug("proef", str(goed), str(fout))
    assert klaar.returncode == 1, klaar.stderr.decode()
    verslagen = [json.loads(regel) for regel in klaar.stdout.decode().splitlines()]
    assert [verslag["geslaagd"] for verslag in verslagen] == [True, False]
    assert set(verslagen[0]) == {
        "naam", "geslaagd", "fouten", "uitkomst", "interacties", "onbegrepen", "gevraagd", "casus", "voorstel",
        "gekozen",
        "toestemming", "overdracht", "contactpersoon", "soep", "berichten_aan",
        "transcript",
    }  # fmt: skip
    assert verslagen[0]["gevraagd"][:2] == ["veilig", "leefgebieden"]
    klaar = wijkbrug("proef", str(kapot))
    assert klaar.returncode == 2
    assert "regel 3" in klaar.stderr.decode()
