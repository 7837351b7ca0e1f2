"""Many chats at once, and prepared updates: short runs of the load tests, with generous limits for a busy machine."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.regressie import helling
from benchmarks.statistiek import percentiel
from benchmarks.telegram_belasting import belast
from benchmarks.telegram_werkers import werk
from tests.conftest import Postgres
from tests.telegram.storing.kweker import KwekerProces


@pytest.fixture(scope="module")
def kweker() -> Iterator[KwekerProces]:
    map_ = Path(tempfile.mkdtemp(prefix="belasting-"))
    with KwekerProces(map_) as kweker:
        yield kweker
    shutil.rmtree(map_, ignore_errors=True)


@pytest.mark.model
@pytest.mark.telegram
@pytest.mark.traag
async def test_many_chats_at_once_are_answered_soon(kweker: KwekerProces, tmp_path: Path):
    gemeten = await belast(kweker, tmp_path, seconden=20, chats=50)
    assert len(gemeten.beurten) > 20
    assert percentiel(gemeten.beurten, 0.95) < 2500
    assert gemeten.te_vroeg == 0


@pytest.mark.model
@pytest.mark.postgres
@pytest.mark.telegram
@pytest.mark.traag
async def test_two_workers_hand_over_every_case_once(kweker: KwekerProces, postgres: Postgres, tmp_path: Path):
    gewerkt = await werk(kweker, postgres._url, tmp_path, workers=2, chats=10, casussen=2)
    assert gewerkt.tempo > 1


def test_a_slope_is_found_and_noise_is_not():
    ruis = [((nummer * 37) % 11) / 10 for nummer in range(200)]
    assert helling([(nummer / 10, 500 + ruis[nummer]) for nummer in range(200)]).is_vlak()
    groei = helling([(nummer / 10, 500 + nummer / 20 + ruis[nummer]) for nummer in range(200)])
    assert not groei.is_vlak(hoogstens=0.1)
    assert 0.4 < groei.waarde < 0.6
