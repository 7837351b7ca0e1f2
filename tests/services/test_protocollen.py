"""Protocol files: every mistake names file, line, field and mend; a used version never changes."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlmodel import Session, select

from bot.domein.fouten import BestandFout, DomeinFout
from bot.domein.lijsten import VraagId
from bot.domein.protocol import Protocol
from bot.services.klok import VasteKlok
from bot.services.protocollen import Protocollen, laad_protocol, leg_versie_vast
from bot.services.teksten import Teksten
from bot.services.yamlbestand import MAX_TEKENS, YamlBestand
from bot.storage.tabellen import ProtocolVersieRow

DATA = Path(__file__).resolve().parents[2] / "data"
ZOETERMEER = (DATA / "protocol" / "zoetermeer.yml").read_text(encoding="utf-8")
VLISSINGEN = (DATA / "protocol" / "vlissingen.yml").read_text(encoding="utf-8")
NU = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def teksten() -> Teksten:
    return Teksten.uit_map(DATA / "teksten")


def fout_in(tmp_path: Path, inhoud: str | bytes, teksten: Teksten, *, naam: str = "zoetermeer.yml") -> BestandFout:
    pad = tmp_path / naam
    pad.write_bytes(inhoud.encode() if isinstance(inhoud, str) else inhoud)
    with pytest.raises(BestandFout) as gevangen:
        laad_protocol(pad, teksten)
    assert gevangen.value.bestand == str(pad)
    return gevangen.value


def regel_met(inhoud: str, stuk: str) -> int:
    """The line (from 1) that holds this piece, which stands there once."""
    regels = [nr for nr, regel in enumerate(inhoud.splitlines(), 1) if stuk in regel]
    assert len(regels) == 1, f"{stuk!r} staat op {len(regels)} regels"
    return regels[0]


VERGISSINGEN: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "protocolvergissingen.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("vergissing", VERGISSINGEN.values(), ids=VERGISSINGEN)
def test_elke_vergissing_noemt_regel_veld_en_herstel(
    vergissing: dict[str, Any], tmp_path: Path, teksten: Teksten
) -> None:
    assert ZOETERMEER.count(vergissing["oud"]) == 1
    inhoud = ZOETERMEER.replace(vergissing["oud"], vergissing["nieuw"])
    fout = fout_in(tmp_path, inhoud, teksten)
    assert fout.veld == vergissing["veld"]
    for stuk in vergissing["melding"]:
        assert stuk in fout.melding
    assert fout.regel is not None
    assert vergissing["op"].strip() in inhoud.splitlines()[fout.regel - 1]
    assert str(fout).startswith(f"{fout.bestand}, regel {fout.regel}, {fout.veld}: ")


@pytest.mark.parametrize(
    ("oud", "nieuw", "stuk"),
    [
        ("naam: WSV Oost", f"naam: {'o' * 500}", "hoogstens 400"),
        ("teksten: {}", f'teksten:\n  vraag/veilig: "{"a" * 4097}"', "hoogstens 4096"),
    ],
)
def test_een_tekst_mag_niet_te_lang_zijn(oud: str, nieuw: str, stuk: str, tmp_path: Path, teksten: Teksten) -> None:
    assert stuk in fout_in(tmp_path, ZOETERMEER.replace(oud, nieuw), teksten).melding


def test_de_bovenste_vergissing_komt_eerst(tmp_path: Path, teksten: Teksten) -> None:
    inhoud = (
        ZOETERMEER.replace("intake: 10", "intake: tien")
        .replace("079-5550131", "1", 1)
        .replace("versie: 1\nin", "versie: een\nin")
    )
    fout = fout_in(tmp_path, inhoud, teksten)
    assert (fout.veld, fout.regel) == ("versie", regel_met(inhoud, "versie: een"))


@pytest.mark.parametrize(
    ("inhoud", "regel", "stuk"),
    [
        ("", None, "leeg"),
        ("# alleen uitleg\n", None, "leeg"),
        ("- een lijst\n", 1, "‘naam: waarde’"),
        ("gewone tekst\n", 1, "‘naam: waarde’"),
        (b"gemeente: x\nnaam: Zo\xebtermeer\n", 2, "UTF-8"),
        (b"gemeente: x\nnaam: \x07\n", 2, "YAML"),
        ("gemeente: x\nnaam: !!python/object:os.system x\n", 2, "YAML"),
        ("a" * (MAX_TEKENS + 1), None, "te groot"),
    ],
)
def test_wat_geen_protocol_is(
    inhoud: str | bytes, regel: int | None, stuk: str, tmp_path: Path, teksten: Teksten
) -> None:
    fout = fout_in(tmp_path, inhoud, teksten)
    assert fout.regel == regel
    assert stuk in fout.melding


def test_een_bestand_dat_er_niet_is(tmp_path: Path, teksten: Teksten) -> None:
    with pytest.raises(BestandFout, match="dit bestand is er niet"):
        laad_protocol(tmp_path / "nergens.yml", teksten)


def test_een_bestand_met_bom_en_regeleinden_van_windows_mag(tmp_path: Path, teksten: Teksten) -> None:
    pad = tmp_path / "zoetermeer.yml"
    pad.write_bytes(b"\xef\xbb\xbf" + ZOETERMEER.replace("\n", "\r\n").encode())
    assert laad_protocol(pad, teksten) == laad_protocol(DATA / "protocol" / "zoetermeer.yml")


def test_de_naam_van_het_bestand_is_de_gemeente(tmp_path: Path, teksten: Teksten) -> None:
    (tmp_path / "leiden.yml").write_text(ZOETERMEER, encoding="utf-8")
    with pytest.raises(BestandFout) as gevangen:
        Protocollen.uit_map(tmp_path, teksten)
    assert gevangen.value.veld == "gemeente"
    assert "zoetermeer.yml" in gevangen.value.melding


@pytest.fixture(scope="module")
def protocollen(teksten: Teksten) -> Protocollen:
    return Protocollen.uit_map(DATA / "protocol", teksten)


def test_twee_gemeenten_verschillen_zoals_gemeenten_verschillen(protocollen: Protocollen) -> None:
    zoetermeer, vlissingen = protocollen.van("zoetermeer"), protocollen.van("vlissingen")
    assert protocollen.gemeenten() == ("vlissingen", "zoetermeer")
    assert zoetermeer.vragen == tuple(VraagId)
    assert set(zoetermeer.vragen) - set(vlissingen.vragen) == {VraagId.WENS}
    assert [v for v in zoetermeer.vragen if v in vlissingen.vragen] != list(vlissingen.vragen)
    assert zoetermeer.termijnen != vlissingen.termijnen
    assert zoetermeer.toestemming.tekst != vlissingen.toestemming.tekst
    assert len(zoetermeer.praktijken) == 8
    assert len(vlissingen.praktijken) == 3


def test_routering_van_praktijk_naar_contactpersoon(protocollen: Protocollen) -> None:
    def wie(protocol: Protocol, praktijk: str) -> str | None:
        persoon = protocol.contactpersoon_van(praktijk)
        return persoon.code if persoon else None

    zoetermeer, vlissingen = protocollen.van("zoetermeer"), protocollen.van("vlissingen")
    assert wie(zoetermeer, "de_linde") == "cp_oost"
    assert wie(zoetermeer, "zonneweide") == "cp_west_2"
    assert wie(vlissingen, "de_watertoren") == "cp_souburg"
    assert wie(vlissingen, "het_dorpshuis") is None


def test_de_wijken_van_het_wsv_staan_vooraan(protocollen: Protocollen) -> None:
    protocol = protocollen.van("zoetermeer")
    wijken = protocol.wijken_voor("de_linde")
    assert wijken[:2] == ("Palenstein", "Seghwaert")
    assert sorted(wijken) == sorted(protocol.wijken)


@pytest.mark.parametrize(
    ("gezegd", "wijk"),
    [("palenstein", "Palenstein"), ("Oude Dorp", "Dorp"), (" Zegwaard ", "Seghwaert"), ("Leiden", None)],
)
def test_een_bijnaam_is_de_wijk_zelf(gezegd: str, wijk: str | None, protocollen: Protocollen) -> None:
    assert protocollen.van("zoetermeer").echte_wijk(gezegd) == wijk


def test_een_onbekende_gemeente_noemt_de_bekende(protocollen: Protocollen) -> None:
    with pytest.raises(DomeinFout) as gevangen:
        protocollen.van("leiden")
    assert gevangen.value.tekst == "fout/gemeente_onbekend"
    assert gevangen.value.variabelen == {"gemeente": "leiden", "bekend": "vlissingen, zoetermeer"}


def test_eigen_woorden_gelden_alleen_in_de_eigen_gemeente(protocollen: Protocollen, teksten: Teksten) -> None:
    assert protocollen.teksten_van("vlissingen").ruw("vraag/hulpvraag") != teksten.ruw("vraag/hulpvraag")
    assert protocollen.teksten_van("zoetermeer").ruw("vraag/hulpvraag") == teksten.ruw("vraag/hulpvraag")
    assert protocollen.teksten_van("vlissingen") is protocollen.teksten_van("vlissingen")


def test_wijken_van_het_protocol_zijn_die_van_het_taalmodel(protocollen: Protocollen, teksten: Teksten) -> None:
    lijst = YamlBestand.open(DATA / "lijsten" / "wijken.yml", teksten).inhoud
    assert tuple(lijst["wijken"]) == protocollen.van("zoetermeer").wijken


def bewaar(session: Session, inhoud: str, tmp_path: Path, teksten: Teksten) -> Protocol:
    pad = tmp_path / "zoetermeer.yml"
    pad.write_text(inhoud, encoding="utf-8")
    protocol = laad_protocol(pad, teksten)
    leg_versie_vast(session, protocol, inhoud, nu=NU)
    return protocol


def test_een_versie_wordt_precies_bewaard(session: Session, klok: VasteKlok, protocollen: Protocollen) -> None:
    for protocol, inhoud in [*protocollen.met_inhoud(), *protocollen.met_inhoud()]:
        leg_versie_vast(session, protocol, inhoud, nu=klok.nu())
    session.commit()
    rijen = {rij.gemeente: rij for rij in session.exec(select(ProtocolVersieRow))}
    assert {gemeente: rij.inhoud for gemeente, rij in rijen.items()} == {
        "zoetermeer": ZOETERMEER,
        "vlissingen": VLISSINGEN,
    }


def test_een_gebruikte_versie_verandert_niet(session: Session, tmp_path: Path, teksten: Teksten) -> None:
    bewaar(session, ZOETERMEER, tmp_path, teksten)
    anders = ZOETERMEER.replace("intake: 10", "intake: 12")
    with pytest.raises(BestandFout) as gevangen:
        bewaar(session, anders, tmp_path, teksten)
    assert gevangen.value.bestand == "zoetermeer.yml"
    assert gevangen.value.veld == "versie"
    assert "hoog versie op naar 2" in gevangen.value.melding
    assert anders.splitlines()[(gevangen.value.regel or 0) - 1] == "versie: 1"


def test_uitleg_in_het_bestand_mag_wel_veranderen(session: Session, tmp_path: Path, teksten: Teksten) -> None:
    bewaar(session, ZOETERMEER, tmp_path, teksten)
    bewaar(session, f"# nog een regel uitleg\n{ZOETERMEER}", tmp_path, teksten)
    assert session.exec(select(ProtocolVersieRow)).one().inhoud == ZOETERMEER


def test_een_casus_houdt_zijn_versie(session: Session, tmp_path: Path, teksten: Teksten) -> None:
    oud = bewaar(session, ZOETERMEER, tmp_path, teksten)
    tweede = ZOETERMEER.replace("versie: 1\nin", "versie: 2\nin").replace("intake: 10", "intake: 12")
    nieuw = bewaar(session, tweede, tmp_path, teksten)
    protocollen = Protocollen([(nieuw, tweede)], teksten)
    assert protocollen.van_versie(session, "zoetermeer", 2) is nieuw
    assert protocollen.van_versie(session, "zoetermeer", 1) == oud
    with pytest.raises(DomeinFout, match="fout/protocolversie_onbekend"):
        protocollen.van_versie(session, "zoetermeer", 3)


def test_oude_eigen_woorden_die_nergens_meer_passen_vallen_weg(teksten: Teksten, tmp_path: Path) -> None:
    pad = tmp_path / "vlissingen.yml"
    pad.write_text(VLISSINGEN, encoding="utf-8")
    protocol = laad_protocol(pad, teksten)
    minder = Teksten({"vraag/hulpvraag": "Wat speelt er?", "vraag/route": "Hoe verder?"})
    over = Protocollen([], minder).teksten_bij(protocol)
    assert over.ruw("vraag/hulpvraag").endswith("vrouw.")
    assert over.ruw("vraag/route") == "Hoe verder?"
