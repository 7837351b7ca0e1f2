"""The loader of the training texts: what it reads and how it complains."""

from pathlib import Path

import pytest

from nlu.bestanden import BestandFout, lees_antwoorden, lees_berichten, lees_notities


def _schrijf(map_: Path, naam: str, inhoud: str) -> Path:
    pad = map_ / naam
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(inhoud, encoding="utf-8")
    return map_


def test_bericht(tmp_path: Path) -> None:
    (een,) = lees_berichten(
        _schrijf(tmp_path, "berichten/a.txt", "# kop\nrouw !acute_nood @geld ~wonen | zin | staart\n")
    )
    assert (een.leefgebieden, een.vlaggen, een.belemmeringen, een.ontkend) == (
        ("rouw",),
        ("acute_nood",),
        ("geld",),
        ("wonen",),
    )
    assert een.tekst == "zin | staart"


@pytest.mark.parametrize(
    ("regel", "wat"), [("rauw | tekst", "onbekend label 'rauw'"), ("rouw tekst", "LABELS | tekst")]
)
def test_fout_noemt_bestand_en_regel(tmp_path: Path, regel: str, wat: str) -> None:
    with pytest.raises(BestandFout, match=rf"a\.txt:2: .*{wat.replace('|', '.')}"):
        lees_berichten(_schrijf(tmp_path, "berichten/a.txt", f"# kop\n{regel}\n"))


def test_antwoord(tmp_path: Path) -> None:
    regels = lees_antwoorden(_schrijf(tmp_path, "antwoorden/voorstel.txt", "[1, 3] | een en drie\nnull | hm\n"))
    assert [r.waarde for r in regels] == [[1, 3], None]
    with pytest.raises(BestandFout, match="geen JSON"):
        lees_antwoorden(_schrijf(tmp_path, "antwoorden/voorstel.txt", "geen | tekst\n"))


def test_notitie(tmp_path: Path) -> None:
    (een,) = lees_notities(_schrijf(tmp_path, "notities/n.txt", "[mw. Aydın](naam) heeft [griep](medisch).\n"))
    assert een.tekst == "mw. Aydın heeft griep."
    assert [een.tekst[b:e] for b, e, _ in een.spans] == ["mw. Aydın", "griep"]


def test_eigen_bestanden_zijn_goed() -> None:
    assert len(lees_berichten()) > 1000
    assert len({a.vraag for a in lees_antwoorden()}) == 11
