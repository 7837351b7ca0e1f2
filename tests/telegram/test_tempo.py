"""The pace, on a clock that the test moves."""

import asyncio
import warnings
from datetime import timedelta

import pytest
from pydantic import SecretStr
from telegram.error import RetryAfter

from bot.bootstrap_kanaal import maak_bot
from bot.channel.tempo import Tempo, wachttijd
from bot.settings import Instellingen


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
@pytest.mark.parametrize("nieuw", ["true", "false"])
def test_de_wachttijd_van_telegram(monkeypatch: pytest.MonkeyPatch, wacht: int | timedelta, nieuw: str) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", nieuw)
    assert wachttijd(RetryAfter(wacht)) == 3.0


def test_een_429_geeft_geen_waarschuwing_van_de_bibliotheek(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "")  # restored afterwards
    monkeypatch.delenv("PTB_TIMEDELTA")
    maak_bot(Instellingen(telegram_token=SecretStr("123:abc")))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert wachttijd(RetryAfter(3)) == 3.0
