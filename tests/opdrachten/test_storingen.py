"""When something is broken: one clear Dutch line that says what to do, exit code 2, and nothing is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.fernet import Fernet


def chat(tmp_path: Path, **omgeving: str) -> subprocess.CompletedProcess[str]:
    """Starts a conversation with these settings and closes the input at once."""
    alles = {
        **os.environ,
        "WIJKBRUG_VAR_MAP": str(tmp_path / "var"),
        "WIJKBRUG_MODELMAP": str(tmp_path / "geen"),
        **omgeving,
    }
    opdracht = [sys.executable, "-m", "bot", "chat", "--rol", "assistent"]
    return subprocess.run(  # noqa: S603 - our own program
        opdracht, input="", capture_output=True, text=True, check=False, timeout=120, env=alles
    )


def een_regel(klaar: subprocess.CompletedProcess[str]) -> str:
    assert klaar.returncode == 2, klaar.stderr
    assert "Traceback" not in klaar.stderr
    return klaar.stderr.strip().splitlines()[-1]


@pytest.mark.traag
def test_geen_model(tmp_path: Path) -> None:
    assert "make train" in een_regel(chat(tmp_path))


def test_kapotte_database(tmp_path: Path) -> None:
    bestand = tmp_path / "kapot.db"
    bestand.write_bytes(b"dit is geen database " * 200)
    regel = een_regel(chat(tmp_path, DATABASE_URL=f"sqlite:///{bestand}"))
    assert "database" in regel.lower()
    assert bestand.read_bytes().startswith(b"dit is geen")


def test_verkeerde_database_url(tmp_path: Path) -> None:
    assert "DATABASE_URL" in een_regel(chat(tmp_path, DATABASE_URL="mysql://x/y"))


def test_kapotte_sleutel(tmp_path: Path) -> None:
    assert "sleutel" in een_regel(chat(tmp_path, WIJKBRUG_SLEUTELS="geen-sleutel")).lower()


def test_productie_zonder_sleutel(tmp_path: Path) -> None:
    assert "sleutel" in een_regel(chat(tmp_path, WIJKBRUG_OMGEVING="productie")).lower()


@pytest.mark.traag
def test_vreemd_model(tmp_path: Path) -> None:
    (tmp_path / "geen").mkdir()
    (tmp_path / "geen" / "vreemd.tar.gz").write_bytes(b"geen model")
    regel = een_regel(chat(tmp_path, WIJKBRUG_SLEUTELS=Fernet.generate_key().decode()))
    assert "make train" in regel
