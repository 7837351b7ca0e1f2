import stat
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from cryptography.fernet import Fernet

from bot.services.ids import SysteemIds, VasteIds
from bot.services.klok import SysteemKlok, VasteKlok
from bot.settings import Instellingen, InstellingFout, Omgevingsoort, lees_instellingen

LEES_SLEUTEL = "from bot.settings import lees_instellingen; print(lees_instellingen().lees_sleutels())"


@pytest.fixture(autouse=True)
def _schone_omgeving(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for naam in ("OMGEVING", "DATABASE_URL", "SLEUTELS", "GEMEENTE", "MODELMAP", "TAALMODEL"):
        monkeypatch.delenv(f"WIJKBRUG_{naam}", raising=False)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("WIJKBRUG_VAR_MAP", str(tmp_path / "var"))


def test_without_anything_it_simply_works(tmp_path: Path) -> None:
    instellingen = lees_instellingen()
    assert instellingen.omgeving is Omgevingsoort.ONTWIKKELING
    assert instellingen.gemeente == "zoetermeer"
    assert instellingen.database_url == f"sqlite:///{tmp_path / 'var' / 'wijkbrug.db'}"
    assert instellingen.taalmodel is None
    assert not (tmp_path / "var").exists()


def test_both_names_of_the_database_url_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://x:geheim@h/d")
    assert lees_instellingen().database_url == "postgres://x:geheim@h/d"
    monkeypatch.setenv("WIJKBRUG_DATABASE_URL", "sqlite:///a.db")
    assert lees_instellingen().database_url == "sqlite:///a.db"
    monkeypatch.setenv("WIJKBRUG_DATABASE_URL", "")
    monkeypatch.setenv("DATABASE_URL", "")
    assert lees_instellingen().database_url.endswith("wijkbrug.db")


def test_nothing_secret_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://x:verborgen@h/d")
    monkeypatch.setenv("WIJKBRUG_SLEUTELS", "verborgen1, verborgen2")
    for naam in ("TELEGRAM_TOKEN", "TELEGRAM_GEHEIM", "SMTP"):
        monkeypatch.setenv(f"WIJKBRUG_{naam}", f"verborgen_{naam.lower()}")
    instellingen = lees_instellingen()
    assert "verborgen" not in repr(instellingen)
    assert "verborgen" not in str(instellingen)
    assert instellingen.lees_sleutels() == ["verborgen1", "verborgen2"]


def test_the_development_key_is_made_once_and_for_the_owner_only(tmp_path: Path) -> None:
    eerst = lees_instellingen().lees_sleutels()
    assert lees_instellingen().lees_sleutels() == eerst
    Fernet(eerst[0])
    assert stat.S_IMODE((tmp_path / "var" / "sleutel").stat().st_mode) == 0o600
    assert [pad.name for pad in (tmp_path / "var").iterdir()] == ["sleutel"]


def test_processes_that_start_at_once_share_one_key() -> None:
    processen = [
        subprocess.Popen([sys.executable, "-c", LEES_SLEUTEL], stdout=subprocess.PIPE, text=True)  # noqa: S603
        for _ in range(3)
    ]
    assert len({proces.communicate(timeout=60)[0] for proces in processen}) == 1


def test_in_production_no_key_is_made_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lees_instellingen().lees_sleutels()
    monkeypatch.setenv("WIJKBRUG_OMGEVING", "productie")
    with pytest.raises(InstellingFout) as fout:
        lees_instellingen().lees_sleutels()
    assert fout.value.tekst == "fout/sleutel_productie"


def test_a_key_file_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    with pytest.raises(InstellingFout) as fout:
        Instellingen(var_map=tmp_path / "bestand").lees_sleutels()
    assert fout.value.variabelen == {"bestand": tmp_path / "bestand" / "sleutel"}


@pytest.mark.parametrize(("naam", "waarde"), [("OMGEVING", "geheim"), ("GEMEENTE", "../geheim")])
def test_a_wrong_setting_is_named_without_its_value(monkeypatch: pytest.MonkeyPatch, naam: str, waarde: str) -> None:
    monkeypatch.setenv(f"WIJKBRUG_{naam}", waarde)
    with pytest.raises(InstellingFout) as fout:
        lees_instellingen()
    assert fout.value.variabelen == {"instelling": f"WIJKBRUG_{naam}"}
    assert "geheim" not in repr(fout.value.__cause__)


def test_clocks_tell_utc() -> None:
    assert SysteemKlok().nu().utcoffset() == timedelta(0)
    klok = VasteKlok(datetime(2026, 11, 25, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam")))
    assert klok.nu() == datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
    assert klok.nu().tzinfo is UTC
    klok.verzet(timedelta(hours=2))
    assert klok.nu().hour == 11
    klok.zet(datetime(2027, 1, 1, tzinfo=UTC))
    assert klok.nu().year == 2027
    with pytest.raises(ValueError, match="time zone"):
        VasteKlok(datetime(2026, 11, 25))  # noqa: DTZ001 - the point of the test


@pytest.mark.parametrize("bron", [SysteemIds(), VasteIds(3)])
def test_ids_have_32_hexadecimal_characters_and_numbers_stay_below_their_bound(bron: SysteemIds | VasteIds) -> None:
    ids = {bron.nieuw() for _ in range(50)}
    assert len(ids) == 50
    assert all(len(id_) == 32 and int(id_, 16) >= 0 for id_ in ids)
    assert {bron.getal(3) for _ in range(200)} == {0, 1, 2}


def test_the_same_seed_gives_the_same_row() -> None:
    assert [VasteIds(5).nieuw(), VasteIds(5).getal(1000)] == [VasteIds(5).nieuw(), VasteIds(5).getal(1000)]
    assert VasteIds(5).nieuw() != VasteIds(6).nieuw()
