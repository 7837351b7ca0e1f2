"""Faults: each kind does what it says, and all of them are in the log."""

import asyncio

import pytest
from telegram.error import NetworkError, RetryAfter, TimedOut

from tests.telegram.hulp import gestart
from tests.telegram.nep import Gebruiker, NepTelegram, Soort
from tests.telegram.nep.storingen import Loterij

pytestmark = pytest.mark.filterwarnings("ignore:.*`retry_after`")


@pytest.mark.parametrize(
    ("soort", "fout", "aangekomen"),
    [
        (Soort.TE_VEEL, RetryAfter, False),
        (Soort.SERVERFOUT, NetworkError, False),
        (Soort.POORTFOUT, NetworkError, False),
        (Soort.TIME_OUT_VOOR, TimedOut, False),
        (Soort.TIME_OUT_NA, TimedOut, True),
        (Soort.VERBROKEN_VOOR, NetworkError, False),
        (Soort.VERBROKEN_NA, NetworkError, True),
    ],
)
async def test_a_planned_fault_happens_once(
    nep: NepTelegram, maak_bot, soort: Soort, fout: type[Exception], aangekomen: bool
):
    bot, mw = maak_bot(nep, read_timeout=0.3), gestart(nep)
    nep.roep("plan", soort=soort, methode="sendMessage", sla_over=1, wacht=1)
    await bot.send_message(mw.id, "eerst gaat het goed")
    with pytest.raises(fout):
        await bot.send_message(mw.id, "dan niet")
    assert ("dan niet" in [een.tekst for een in mw.van_bot()]) is aangekomen
    assert [(een["soort"], een["chat"]) for een in nep.roep("gebeurde_storingen")] == [(soort, mw.id)]
    assert [een["storing"] for een in nep.roep("aanroepen", methode="sendMessage")] == ["", soort]
    if soort is not Soort.TE_VEEL:
        await bot.send_message(mw.id, "en daarna weer wel")


async def test_a_slow_answer_comes(nep: NepTelegram, maak_bot, mw: Gebruiker):
    nep.roep("plan", soort="traag", methode="sendMessage", wacht=0.3)
    begin = asyncio.get_running_loop().time()
    await maak_bot(nep).send_message(mw.id, "dag")
    assert asyncio.get_running_loop().time() - begin >= 0.3


async def test_a_429_closes_that_chat_only(nep: NepTelegram, maak_bot, mw: Gebruiker):
    bot, ander = maak_bot(nep), gestart(nep, "Joke")
    nep.roep("plan", soort="429", methode="sendMessage", chat=mw.id, wacht=30)
    for _ in range(2):
        with pytest.raises(RetryAfter):
            await bot.send_message(mw.id, "dag")
    await bot.send_message(ander.id, "dag")
    assert [een[1:] for een in nep.roep("te_vroeg")] == [[mw.id, "sendMessage"]]
    nep.roep("vooruit", seconden=30)
    await bot.send_message(mw.id, "dag")


async def test_a_429_on_an_edit_leaves_sending_alone(nep: NepTelegram, maak_bot, mw: Gebruiker):
    bot = maak_bot(nep)
    bericht = await bot.send_message(mw.id, "kaart")
    nep.roep("plan", soort="429", methode="editMessageText", wacht=30)
    for _ in range(2):
        with pytest.raises(RetryAfter):
            await bericht.edit_text("andere kaart")
    await bot.send_message(mw.id, "dag")
    assert [een[1:] for een in nep.roep("te_vroeg")] == [[mw.id, "editMessageText"]]


async def test_the_lottery_draws_and_ends(nep: NepTelegram, maak_bot, mw: Gebruiker):
    bot = maak_bot(nep)
    nep.roep("limieten", ruim=True)
    nep.roep("loterij", seed=7, kansen={"500": 0.5}, methoden=["sendMessage"])
    mislukt = 0
    for nummer in range(40):
        try:
            await bot.send_message(mw.id, str(nummer))
        except NetworkError:
            mislukt += 1
    assert 10 < mislukt < 30
    assert len(nep.roep("gebeurde_storingen")) == mislukt
    assert len(mw.van_bot()) == 40 - mislukt
    nep.roep("loterij", seed=7, kansen={})
    await bot.send_message(mw.id, "klaar")


def test_the_same_seed_draws_the_same():
    def trekkingen() -> list[object]:
        loterij = Loterij(3, {Soort.TE_VEEL: 0.2, Soort.TRAAG: 0.3})
        return [loterij.trek("sendMessage", frozenset(Soort)) for _ in range(100)]

    assert trekkingen() == trekkingen()
    assert len({een for een in trekkingen() if een}) > 30


async def test_a_late_update_whose_delivery_got_lost_comes_again(nep: NepTelegram, maak_bot, mw: Gebruiker):
    bot = maak_bot(nep)
    nep.storingen.plan("laat", "update", wacht=0.2)
    mw.stuur("komt later")
    mw.stuur("komt eerst")
    (eerst,) = await bot.get_updates(timeout=1)
    nep.roep("plan", soort="verbroken na", methode="getUpdates")
    with pytest.raises(NetworkError):
        await bot.get_updates(offset=eerst.update_id + 1, timeout=1)
    (later,) = await bot.get_updates(offset=eerst.update_id + 1, timeout=1)
    assert (eerst.message.text, later.message.text) == ("komt eerst", "komt later")
