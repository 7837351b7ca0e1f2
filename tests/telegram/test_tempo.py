"""The pace, on a clock that the test moves."""

import asyncio
from datetime import timedelta

import pytest
from telegram.error import RetryAfter

from bot.channel.tempo import Tempo, wachttijd


class Wijzer:
    """A monotonic clock; `asyncio.sleep` moves it."""

    def __init__(self) -> None:
        self.nu = 100.0

    def __call__(self) -> float:
        return self.nu

    async def slaap(self, seconden: float) -> None:
        self.nu += seconden


@pytest.fixture
def wijzer(monkeypatch: pytest.MonkeyPatch) -> Wijzer:
    wijzer = Wijzer()
    monkeypatch.setattr(asyncio, "sleep", wijzer.slaap)
    return wijzer


def test_een_chat_rust_een_seconde_na_een_bericht(wijzer: Wijzer) -> None:
    tempo = Tempo(klok=wijzer)
    tempo.noteer(1)
    assert tempo.rustende() == {1}
    wijzer.nu += 0.99
    assert tempo.rustende() == {1}
    wijzer.nu += 0.02
    assert tempo.rustende() == set()


def test_wie_moet_wachten_houdt_de_anderen_niet_op(wijzer: Wijzer) -> None:
    tempo = Tempo(klok=wijzer)
    tempo.pauzeer(1, 30)
    tempo.noteer(2)
    wijzer.nu += 1
    assert tempo.rustende() == {1}
    wijzer.nu += 29
    assert tempo.rustende() == set()


def test_een_bericht_maakt_een_pauze_niet_korter(wijzer: Wijzer) -> None:
    tempo = Tempo(klok=wijzer)
    tempo.pauzeer(1, 30)
    tempo.pauzeer(1, 2)
    wijzer.nu += 3
    assert tempo.rustende() == {1}


async def test_alle_chats_samen_krijgen_dertig_berichten_per_seconde(wijzer: Wijzer) -> None:
    tempo, begin = Tempo(klok=wijzer), wijzer.nu
    for _ in range(61):
        await tempo.beurt()
    assert wijzer.nu - begin == pytest.approx(2.0)


async def test_stilte_spaart_geen_beurten_op(wijzer: Wijzer) -> None:
    tempo = Tempo(klok=wijzer)
    await tempo.beurt()
    wijzer.nu += 60
    begin = wijzer.nu
    for _ in range(31):
        await tempo.beurt()
    assert wijzer.nu - begin == pytest.approx(1.0)


@pytest.mark.filterwarnings("ignore:.*retry_after")
@pytest.mark.parametrize("wacht", [3, timedelta(seconds=3)])
def test_de_wachttijd_van_telegram(wacht: int | timedelta) -> None:
    assert wachttijd(RetryAfter(wacht)) == 3.0
