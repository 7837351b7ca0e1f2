"""A loop goes on: after errors, after a role came free, and it ends when it is told to."""

import asyncio
from typing import Any

import pytest

from bot.workers.lus import Dienst, Lus


async def _even(seconden: float = 0.05) -> None:
    await asyncio.sleep(seconden)


class Slot:
    def __init__(self, *, vrij: bool) -> None:
        self.vrij, self.teruggegeven = vrij, False

    def neem(self) -> bool:
        return self.vrij

    def geef_vrij(self) -> None:
        self.teruggegeven = True


async def test_it_works_on_while_there_is_work_and_rests_until_it_is_woken() -> None:
    werk = [True, True, False]
    gedaan: list[bool] = []

    async def stap() -> bool:
        gedaan.append(werk.pop(0) if werk else False)
        return gedaan[-1]

    lus = Lus("proef", stap, rust=60)
    dienst = Dienst([lus])
    dienst.start()
    await _even()
    assert gedaan == [True, True, False]
    lus.wek()
    await _even()
    assert len(gedaan) == 4
    await dienst.stop()


async def test_it_survives_thousands_of_errors_in_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """An outage of days: the pause must stay a number."""
    pauzes: list[float] = []

    async def slaap(seconden: float) -> None:
        pauzes.append(seconden)
        if len(pauzes) > 2000:
            raise asyncio.CancelledError

    async def stap() -> bool:
        raise RuntimeError

    monkeypatch.setattr("bot.workers.lus.asyncio.sleep", slaap)
    with pytest.raises(asyncio.CancelledError):
        await Lus("proef", stap, rust=1).draai()
    assert max(pauzes) <= 15


async def test_without_the_role_it_does_nothing_and_the_role_goes_back_last() -> None:
    volgorde: list[str] = []
    slot: Any = Slot(vrij=False)

    async def stap() -> bool:
        volgorde.append("stap")
        return False

    async def afmaken() -> None:
        assert not slot.teruggegeven
        volgorde.append("afgemaakt")

    dienst = Dienst([Lus("proef", stap, rust=0.01, slot=slot)])
    dienst.start()
    await _even()
    assert volgorde == []
    slot.vrij = True
    await _even()
    assert "stap" in volgorde
    await dienst.stop(afmaken=afmaken)
    assert volgorde[-1] == "afgemaakt"
    assert slot.teruggegeven


async def test_waking_and_stopping_at_the_same_moment_still_stops_it() -> None:
    async def stap() -> bool:
        return False

    for _ in range(50):
        lus = Lus("proef", stap, rust=60)
        dienst = Dienst([lus])
        dienst.start()
        await asyncio.sleep(0)
        lus.wek()
        await asyncio.wait_for(dienst.stop(), timeout=2)


async def test_health_sees_a_loop_that_ended() -> None:
    async def stap() -> bool:
        raise SystemExit

    async def goed() -> bool:
        return False

    dienst = Dienst([Lus("goed", goed, rust=60)])
    assert not dienst.leeft()
    dienst.start()
    await _even()
    assert dienst.leeft()
    dienst._taken[0].cancel()
    await _even()
    assert not dienst.leeft()
