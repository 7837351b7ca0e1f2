"""The fake in a process of its own: it outlives a bot that is killed."""

import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from tests.telegram.nep import MensFout, NepOpAfstand, wacht_tot
from tests.telegram.nep.opafstand import PROJECT

ECHO = """
import sys
import httpx
base = sys.argv[1]
offset = 0
while True:
    updates = httpx.post(base + "/getUpdates", json={"offset": offset, "timeout": 5}, timeout=20).json()["result"]
    for update in updates:
        bericht = update["message"]
        httpx.post(base + "/sendMessage", json={"chat_id": bericht["chat"]["id"], "text": "echo " + bericht["text"]})
        offset = update["update_id"] + 1
"""


@pytest.fixture
def ver() -> Iterator[NepOpAfstand]:
    with NepOpAfstand("--zonder-limieten") as ver:
        yield ver


async def test_the_same_people_and_commands(ver: NepOpAfstand, http):
    mw = ver.gebruiker("Fatima", achternaam="El Idrissi")
    mw.start("code")
    async with Bot(ver.token, base_url=ver.base_url) as bot:
        knoppen = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="ja")]])
        await bot.send_message(mw.id, "vraag", reply_markup=knoppen)
        assert (await mw.antwoord()).knopteksten == ["Ja"]
        mw.tik("Ja")
        with pytest.raises(MensFout, match="there is no button 'Nee'"):
            mw.tik("Nee")
        assert [een.callback_query is None for een in await bot.get_updates()] == [True, False]
    ver.roep("plan", soort="500", methode="getMe")
    assert (await http.get(f"{ver.base_url}{ver.token}/getMe")).status_code == 500
    assert [een["soort"] for een in ver.roep("gebeurde_storingen")] == ["500"]
    with pytest.raises(MensFout, match="there is no command"):
        ver.roep("toverij")


async def test_a_bot_that_is_killed_gets_its_updates_again(ver: NepOpAfstand):
    def start() -> subprocess.Popen[bytes]:
        adres = f"{ver.base_url}{ver.token}"
        return subprocess.Popen([sys.executable, "-c", ECHO, adres], cwd=PROJECT)  # noqa: S603 - the script above

    mw = ver.gebruiker("Fatima")
    mw.start()
    bot = start()
    await mw.ziet("echo /start")
    bot.send_signal(signal.SIGKILL)
    bot.wait()
    mw.stuur("tijdens de storing")
    bot = start()
    await mw.ziet("echo tijdens de storing")
    await wacht_tot(lambda: ver.roep("wachtend") == 0)
    bot.kill()
    bot.wait()
    assert all(een["uitgereikt"] and een["bevestigd"] for een in ver.roep("updates"))
