"""Exclusive roles, between processes, on both databases."""

import subprocess
import sys
import time

import pytest
from sqlalchemy import text

from bot.storage.engine import maak_engine
from bot.storage.slot import Rolslot
from tests.conftest import Postgres

HOUDER = """
import sys
from bot.storage.engine import maak_engine
from bot.storage.slot import Rolslot
slot = Rolslot(maak_engine(sys.argv[1]), sys.argv[2])
print(slot.neem(), flush=True)
sys.stdin.readline()
"""
VERBREEK = """
SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()
"""


def houder(url: str, rol: str) -> tuple[subprocess.Popen[str], bool]:
    """Another process that tries to get the role and keeps it until it is killed."""
    opdracht = [sys.executable, "-c", HOUDER, url, rol]
    proces = subprocess.Popen(opdracht, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603 - ours
    assert proces.stdout is not None
    return proces, proces.stdout.readline().strip() == "True"


def test_een_rol_heeft_een_houder_en_valt_vrij_als_die_gedood_wordt(database_url: str) -> None:
    proces, heeft = houder(database_url, "zenden")
    engine = maak_engine(database_url)
    slot = Rolslot(engine, "zenden")
    try:
        assert heeft
        assert not slot.neem()
    finally:
        proces.kill()
        proces.communicate()
    assert _eindelijk(slot)
    slot.geef_vrij()
    engine.dispose()


def _eindelijk(slot: Rolslot) -> bool:
    """PostgreSQL notices a killed client within moments."""
    for _ in range(100):
        if slot.neem():
            return True
        time.sleep(0.05)
    return False


def test_teruggeven_en_andere_rollen(database_url: str) -> None:
    engine = maak_engine(database_url)
    slot, ander = Rolslot(engine, "zenden"), Rolslot(engine, "ophalen")
    assert (slot.neem(), slot.neem(), ander.neem()) == (True, True, True)
    proces, heeft = houder(database_url, "zenden")
    proces.kill()
    proces.communicate()
    assert not heeft
    slot.geef_vrij()
    slot.geef_vrij()
    proces, heeft = houder(database_url, "zenden")
    proces.kill()
    proces.communicate()
    assert heeft
    ander.geef_vrij()
    engine.dispose()


@pytest.mark.postgres
def test_een_verbroken_verbinding_wordt_gezien_en_de_rol_opnieuw_genomen(postgres: Postgres) -> None:
    url = postgres.maak(leeg=True)
    engine = maak_engine(url)
    slot = Rolslot(engine, "zenden")
    assert slot.neem()
    with engine.connect() as verbinding:
        verbinding.execute(text(VERBREEK))
    assert slot.neem()
    slot.geef_vrij()
    engine.dispose()
    postgres.verwijder(url)


def test_een_database_in_het_geheugen_heeft_geen_slot_nodig() -> None:
    engine = maak_engine("sqlite://")
    assert Rolslot(engine, "zenden").neem()
    assert Rolslot(engine, "zenden").neem()
    engine.dispose()
