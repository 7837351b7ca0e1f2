"""Killed at random instants while people play: nothing lost, doubled or mixed (`make bench`: full size)."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.telegram.storing.controle import keur
from tests.telegram.storing.kweker import KwekerProces
from tests.telegram.storing.proef import Omvang, gespeeld

pytestmark = [pytest.mark.model, pytest.mark.telegram, pytest.mark.traag]
KORT = Omvang(assistenten=6, berichten=60, klappen=8, koud=0)


@pytest.fixture(scope="module")
def kweker() -> Iterator[KwekerProces]:
    """The parent of all processes of the test; its folder is short: the path of a unix socket has a limit."""
    map_ = Path(tempfile.mkdtemp(prefix="storing-"))
    with KwekerProces(map_) as kweker:
        yield kweker
    shutil.rmtree(map_, ignore_errors=True)


async def test_whatever_is_killed_nothing_is_lost_or_doubled(kweker: KwekerProces, database_url: str, tmp_path: Path):
    workers = 2 if database_url.startswith("postgresql") else 1
    async with gespeeld(kweker, database_url, tmp_path, omvang=KORT, workers=workers) as verslag:
        oordeel = keur(verslag)
    assert oordeel.fouten() == {}
    assert oordeel.cijfers["klappen"] == KORT.klappen
    assert oordeel.cijfers["updates"] >= KORT.berichten
    assert oordeel.cijfers["casussen"] >= KORT.assistenten
