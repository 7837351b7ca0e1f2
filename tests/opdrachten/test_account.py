"""`wijkbrug account`: invite, list, revoke."""

import pytest

from tests.opdrachten.hulp import Opdrachtregel

LINK = "https://t.me/wijkbrug_proef_bot?start="


def link_in(uitvoer: str) -> str:
    return next(regel for regel in uitvoer.splitlines() if regel.startswith(LINK))


def test_een_uitnodiging_is_een_link_op_een_eigen_regel(wijkbrug: Opdrachtregel) -> None:
    uitvoer = wijkbrug.gelukt("account", "nodig-uit", "assistent", "de_linde", "--naam", "Balie")
    code = link_in(uitvoer).removeprefix(LINK)
    assert 20 <= len(code) <= 64
    assert "Hij werkt één keer" in uitvoer
    lijst = wijkbrug.gelukt("account", "lijst")
    assert "Balie" in lijst
    assert "nog niet aangemeld" in lijst
    assert code not in lijst


@pytest.mark.parametrize("achtervoegsel", ["png", "svg"])
def test_de_link_ook_als_plaatje(wijkbrug: Opdrachtregel, achtervoegsel: str) -> None:
    bestand = wijkbrug.map / f"linde.{achtervoegsel}"
    wijkbrug.gelukt("account", "nodig-uit", "contactpersoon", "cp_oost", "--qr", str(bestand))
    begin = bestand.read_bytes()[:200]
    assert begin.startswith(b"\x89PNG") if achtervoegsel == "png" else b"<svg" in begin


def test_een_plaatje_van_een_andere_soort_wordt_in_een_zin_geweigerd(wijkbrug: Opdrachtregel) -> None:
    for bestand, zegt in ((wijkbrug.map / "x.jpg", ".png"), (wijkbrug.map / "weg" / "x.png", "map bestaat")):
        assert zegt in wijkbrug.geweigerd("account", "nodig-uit", "contactpersoon", "cp_oost", "--qr", str(bestand))
    assert "cp_oost" not in wijkbrug.gelukt("account", "lijst")


def test_een_beheerder_heeft_geen_code_nodig(wijkbrug: Opdrachtregel) -> None:
    assert LINK in wijkbrug.gelukt("account", "nodig-uit", "beheerder")
    assert "beheerder" in wijkbrug.gelukt("account", "lijst")


@pytest.mark.parametrize("woorden", [("assistent",), ("assistent", "de_eik"), ("contactpersoon", "de_linde")])
def test_een_onbekende_code_noemt_de_keuzes(wijkbrug: Opdrachtregel, woorden: tuple[str, ...]) -> None:
    fout = wijkbrug.geweigerd("account", "nodig-uit", *woorden)
    assert ("de_linde" if woorden[0] == "assistent" else "cp_oost") in fout


def test_een_nieuwe_telefoon_is_hetzelfde_account(wijkbrug: Opdrachtregel) -> None:
    for _ in range(2):
        wijkbrug.gelukt("account", "nodig-uit", "assistent", "de_linde", "--account", "sanne")
    assert wijkbrug.gelukt("account", "lijst").count("sanne") == 1


def test_ook_op_een_smal_scherm_is_een_account_over_te_typen(wijkbrug: Opdrachtregel) -> None:
    wijkbrug.zet("COLUMNS", "60")
    wijkbrug.gelukt("account", "nodig-uit", "contactpersoon", "cp_oost", "--account", "contactpersoon-cp_oost")
    assert "contactpersoon-cp_oost" in wijkbrug.gelukt("account", "lijst")


def test_intrekken_staat_in_de_lijst_en_een_nieuwe_uitnodiging_kan_niet(wijkbrug: Opdrachtregel) -> None:
    wijkbrug.gelukt("account", "nodig-uit", "assistent", "de_linde", "--account", "sanne")
    assert "meteen afgesloten" in wijkbrug.gelukt("account", "trek-in", "sanne")
    assert "ingetrokken" in wijkbrug.gelukt("account", "lijst")
    assert "ingetrokken" in wijkbrug.geweigerd("account", "nodig-uit", "assistent", "de_linde", "--account", "sanne")
    assert "ken ik niet" in wijkbrug.geweigerd("account", "trek-in", "wie")


def test_een_bestaand_account_krijgt_geen_andere_rol_of_praktijk(wijkbrug: Opdrachtregel) -> None:
    """The link would not do what the command says."""
    wijkbrug.gelukt("account", "nodig-uit", "assistent", "de_linde", "--account", "sanne")
    fout = wijkbrug.geweigerd("account", "nodig-uit", "contactpersoon", "cp_oost", "--account", "sanne")
    assert "sanne" in fout
