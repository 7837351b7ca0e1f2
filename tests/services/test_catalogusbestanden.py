"""Files with activities: every form that is read, and every kind of mistake with its place and mend."""

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from bot.services.catalogus import controleer
from bot.services.catalogus.kolommen import KOLOMMEN, VERPLICHT, als_id
from bot.services.teksten import Teksten
from tests.services.catalogusrijen import GOED, schrijf

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def teksten() -> Teksten:
    return Teksten.uit_map(DATA / "teksten")


@pytest.mark.parametrize("scheiding", [";", ",", "\t"])
@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_reads_the_same_in_every_form(tmp_path: Path, scheiding: str, codering: str):
    ingelezen = controleer(schrijf(tmp_path / "a.csv", GOED, scheiding=scheiding, codering=codering))
    assert ingelezen.fouten == ()
    (activiteit,) = ingelezen.activiteiten
    assert activiteit.naam == "Koffie én thee"
    assert activiteit.kosten == 250
    assert activiteit.werkgebied == ("Palenstein", "wsv:oost")
    assert activiteit.weekpatroon == ("di 09:30-12:00",)
    assert activiteit.gecontroleerd_op == date(2026, 11, 1)
    assert activiteit.begeleiding


CELLEN = [  # (column, what stands in it, the column that is named, the end of the text key)
    ("id", "", "id", "vorm_id"),
    ("id", "Koffie Dorp", "id", "vorm_id"),
    ("naam", "", "naam", "leeg"),
    ("naam", "ab", "naam", "te_kort"),
    ("naam", "x" * 81, "naam", "te_lang"),
    ("naam", "=HYPERLINK(1)", "naam", "formule"),
    ("korte_tekst", "x" * 241, "korte_tekst", "te_lang"),
    ("leefgebieden", "", "leefgebieden", "leeg"),
    ("leefgebieden", "eenzamheid", "leefgebieden", "bedoel_je"),
    ("leefgebieden", "kamperen", "leefgebieden", "niet_in_lijst"),
    ("leefgebieden", "rouw,wonen,vervoer,zingeving,mantelzorg,verslaving,administratie", "leefgebieden", "te_veel"),
    ("leeftijd_min", "achttien", "leeftijd_min", "geen_getal"),
    ("leeftijd_min", "130", "leeftijd_min", "te_hoog"),
    ("leeftijd_max", "12", "leeftijd_max", "leeftijd_omgekeerd"),
    ("niet_geschikt_voor", "durft_niet_alleen", "niet_geschikt_voor", "durft_niet_alleen_sluit_niet_uit"),
    ("werkgebied", "palenstein", "werkgebied", "vorm_werkgebied"),
    ("weekpatroon", "dinsdagochtend", "weekpatroon", "vorm_weekpatroon"),
    ("weekpatroon", "di 12:00-10:00", "weekpatroon", "tijd_omgekeerd"),
    ("geldig_van", "31-02-2026", "geldig_van", "geen_datum"),
    ("geldig_van", "volgende week", "geldig_van", "geen_datum"),
    ("kosten", "een tientje", "kosten", "geen_bedrag"),
    ("kosten", "2,555", "kosten", "geen_bedrag"),
    ("kosten", "-1", "kosten", "te_laag"),
    ("kosten", "0", "kosten", "bedrag_zonder_kosten"),
    ("kosten_tekst", "gratis", "kosten_tekst", "kosten_zonder_bedrag"),
    ("aanmelden", "belen", "aanmelden", "bedoel_je"),
    ("capaciteit", "lekker veel", "capaciteit", "niet_in_lijst"),
    ("wachttijd_weken", "4", "wachttijd_weken", "wachttijd_zonder_wachtlijst"),
    ("begeleiding", "soms", "begeleiding", "geen_ja_nee"),
    ("talen", "N", "talen", "te_kort"),
    ("gecontroleerd_op", "", "gecontroleerd_op", "leeg"),
]


@pytest.mark.parametrize(("kolom", "cel", "veld", "soort"), CELLEN)
def test_a_mistake_names_file_row_column_and_mend(
    tmp_path: Path, teksten: Teksten, kolom: str, cel: str, veld: str, soort: str
):
    goed = {kolom: "", **GOED}
    bestand = schrijf(tmp_path / "fout.csv", goed, goed | {"id": "tweede"} | {kolom: cel})
    fouten = controleer(bestand).fouten
    assert [(fout.rij, fout.veld, fout.naam) for fout in fouten] == [(3, veld, f"catalogus/fout/{soort}")]
    melding = fouten[0].volledig(teksten)
    assert melding.startswith(f"fout.csv, rij 3, kolom {veld}: ")
    assert "{" not in melding


def test_an_end_before_its_beginning(tmp_path: Path):
    rij = {**GOED, "geldig_van": "2026-05-01", "geldig_tot": "2026-04-01"}
    (fout,) = controleer(schrijf(tmp_path / "a.csv", rij)).fouten
    assert (fout.veld, fout.naam) == ("geldig_tot", "catalogus/fout/periode_omgekeerd")


def test_all_mistakes_of_all_rows_are_told_at_once(tmp_path: Path):
    rijen = [{**GOED, "id": "a1", "kosten": "x", "begeleiding": "soms"}, {**GOED, "id": "a2", "naam": ""}]
    fouten = controleer(schrijf(tmp_path / "a.csv", *rijen)).fouten
    assert [(fout.rij, fout.veld) for fout in fouten] == [(2, "kosten"), (2, "begeleiding"), (3, "naam")]


def test_the_same_id_twice(tmp_path: Path):
    (fout,) = controleer(schrijf(tmp_path / "a.csv", GOED, GOED)).fouten
    assert (fout.rij, fout.naam, fout.variabelen["rij"]) == (3, "catalogus/fout/id_dubbel", "2")


def test_only_places_of_the_gemeente_when_they_are_known(tmp_path: Path):
    bestand = schrijf(tmp_path / "a.csv", {**GOED, "wijk": "Dorpp"}, {**GOED, "id": "b2", "werkgebied": "gemeente"})
    assert controleer(bestand, gebieden=("Palenstein", "Dorpp", "wsv:oost")).fouten == ()
    fouten = controleer(bestand, gebieden=("Palenstein", "Dorp", "wsv:west")).fouten
    gevonden = [(fout.rij, fout.veld, fout.variabelen.get("voorstel")) for fout in fouten]
    assert gevonden == [(2, "werkgebied", "wsv:west"), (2, "wijk", "Dorp")]


KOPPEN = [
    ({"id": "a"}, VERPLICHT[1], "kolom_ontbreekt"),
    ({**GOED, "talem": "Turks"}, "talem", "kolom_bedoel_je"),
    ({**GOED, "xyzzyx": "1"}, "xyzzyx", "kolom_onbekend"),
]


@pytest.mark.parametrize(("rij", "veld", "soort"), KOPPEN)
def test_a_mistake_in_the_header(tmp_path: Path, teksten: Teksten, rij: dict[str, str], veld: str, soort: str):
    fout = controleer(schrijf(tmp_path / "a.csv", rij)).fouten[0]
    assert (fout.rij, fout.veld, fout.naam) == (1, veld, f"catalogus/fout/{soort}")
    assert fout.volledig(teksten)


RUW = [  # (name of the file, what is in it, the end of the text key)
    ("a.csv", b"", "geen_kop"),
    ("a.csv", b"\r\nid;naam\r\n", "geen_kop"),
    ("a.csv", ";".join([*KOLOMMEN, "naam"]).encode(), "kolom_dubbel"),
    ("a.csv", ";".join(KOLOMMEN).encode(), "geen_rijen"),
    ("a.csv", b'id;naam\r\n"los;x\r\n', "aanhalingsteken"),
    ("a.csv", b"id\x00;naam", "onleesbaar"),
    ("a.csv", b"id;na\x81am", "onleesbaar"),
    ("a.xlsx", b"dit is geen excel", "onleesbaar"),
    ("a.pdf", b"x", "soort_bestand"),
    ("a.csv", b"x" * 10_000_001, "te_groot"),
    ("a.csv", b"id\n" + b"x\n" * 20_001, "te_veel_rijen"),
]


@pytest.mark.parametrize(("naam", "inhoud", "soort"), RUW)
def test_a_file_that_is_no_catalogue(tmp_path: Path, teksten: Teksten, naam: str, inhoud: bytes, soort: str):
    bestand = tmp_path / naam
    bestand.write_bytes(inhoud)
    (fout,) = controleer(bestand).fouten
    assert fout.naam == f"catalogus/fout/{soort}"
    assert fout.volledig(teksten).startswith(naam)


def test_a_file_that_is_not_there(tmp_path: Path):
    (fout,) = controleer(tmp_path / "weg.csv").fouten
    assert fout.naam == "catalogus/fout/bestaat_niet"


def test_cells_outside_the_header(tmp_path: Path):
    kop, rij = ";".join(GOED), ";".join(GOED.values())
    bestand = tmp_path / "a.csv"
    bestand.write_text(f"{kop}\n{rij};te veel\n\n{kop.replace('id', 'x')}\n", encoding="utf-8")
    fouten = controleer(bestand).fouten
    assert (fouten[0].rij, fouten[0].naam) == (2, "catalogus/fout/te_veel_cellen")
    assert {fout.rij for fout in fouten[1:]} == {4}
    bestand.write_text(f"{kop};\n{rij};los\n", encoding="utf-8")
    (fout,) = controleer(bestand).fouten
    assert fout.naam == "catalogus/fout/kolom_zonder_naam"


def test_an_excel_file_with_real_dates_numbers_and_booleans(tmp_path: Path):
    boek = Workbook()
    blad = boek.worksheets[0]
    echt = GOED | {
        "gecontroleerd_op": datetime(2026, 11, 1, 12),  # noqa: DTZ001 - openpyxl knows no time zones
        "kosten": 2.5,
        "leeftijd_min": 18,
        "begeleiding": True,
    }
    blad.append(list(echt))
    blad.append(list(echt.values()))
    boek.save(tmp_path / "a.xlsx")
    assert controleer(tmp_path / "a.xlsx").activiteiten == controleer(schrijf(tmp_path / "a.csv", GOED)).activiteiten


def test_a_name_becomes_an_id():
    assert als_id("Koffie & zo (Café Dorp)") == "koffie-zo-cafe-dorp"
