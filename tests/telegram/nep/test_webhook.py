"""Updates that come to a webhook: the secret, order per chat, again after a failure."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import RetryAfter

from tests.telegram.hulp import gestart, geweigerd
from tests.telegram.nep import Gebruiker, NepTelegram, wacht_tot

pytestmark = pytest.mark.filterwarnings("ignore:.*`retry_after`")
GEHEIM = "geheim_van_de-proef"


class Ontvanger:
    """A webhook that fails as often as it is told to."""

    def __init__(self) -> None:
        self.kreeg: list[dict[str, Any]] = []
        self.geheimen: set[str | None] = set()
        self.faal = 0
        self.antwoord: dict[str, Any] = {}
        self.url = ""

    async def neem(self, request: web.Request) -> web.Response:
        self.geheimen.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if self.faal:
            self.faal -= 1
            return web.Response(status=500)
        self.kreeg.append(await request.json())
        return web.json_response(self.antwoord)

    @property
    def teksten(self) -> list[str]:
        return [een["message"]["text"] for een in self.kreeg]


@pytest.fixture
async def ontvanger() -> AsyncIterator[Ontvanger]:
    ontvanger, app = Ontvanger(), web.Application()
    app.router.add_post("/telegram", ontvanger.neem)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    ontvanger.url = f"http://127.0.0.1:{runner.addresses[0][1]}/telegram"
    yield ontvanger
    await runner.cleanup()


async def test_an_update_comes_with_the_secret(bot: Bot, mw: Gebruiker, nep: NepTelegram, ontvanger: Ontvanger):
    mw.stuur("voor het zetten")
    await bot.set_webhook(ontvanger.url, secret_token=GEHEIM)
    mw.stuur("erna")
    await wacht_tot(lambda: len(ontvanger.kreeg) == 2)
    assert ontvanger.geheimen == {GEHEIM}
    await wacht_tot(lambda: nep.roep("wachtend") == 0)
    assert (await bot.get_webhook_info()).url == ontvanger.url


async def test_without_a_secret_there_is_no_header(bot: Bot, mw: Gebruiker, ontvanger: Ontvanger):
    await bot.set_webhook(ontvanger.url)
    mw.stuur("dag")
    await wacht_tot(lambda: ontvanger.kreeg)
    assert ontvanger.geheimen == {None}


async def test_a_failure_is_tried_again_before_what_follows_in_this_chat(
    bot: Bot, mw: Gebruiker, nep: NepTelegram, ontvanger: Ontvanger
):
    nep.roep("stel_webhook_in", eerste_wacht=0.1)
    ander = gestart(nep, "Joke")
    await bot.set_webhook(ontvanger.url)
    ontvanger.faal = 2
    mw.stuur("een")
    await wacht_tot(lambda: ontvanger.faal == 0)
    mw.stuur("twee")
    ander.stuur("intussen")
    await wacht_tot(lambda: len(ontvanger.kreeg) == 3)
    assert ontvanger.teksten == ["intussen", "een", "twee"]
    stand = await bot.get_webhook_info()
    assert stand.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"


async def test_an_unreachable_webhook_loses_nothing(stil: NepTelegram, maak_bot, ontvanger: Ontvanger):
    bot, mw = maak_bot(stil), gestart(stil)
    await bot.set_webhook("http://127.0.0.1:9/telegram")
    mw.stuur("dag")
    await wacht_tot(lambda: stil.wereld.webhook.get("last_error_message"))
    stil.tijd.vooruit(2)
    await bot.set_webhook(ontvanger.url)

    def later() -> list[object]:
        stil.tijd.vooruit(60)  # the next attempt may be planned only after this
        return list(ontvanger.kreeg)

    await wacht_tot(later)


async def test_all_at_once_when_order_is_not_kept(bot: Bot, mw: Gebruiker, nep: NepTelegram, ontvanger: Ontvanger):
    nep.roep("stel_webhook_in", door_elkaar=True, eerste_wacht=2)
    await bot.set_webhook(ontvanger.url)
    ontvanger.faal = 1
    mw.stuur("een")
    mw.stuur("twee")
    await wacht_tot(lambda: len(ontvanger.kreeg) == 2)
    assert ontvanger.teksten == ["twee", "een"]


async def test_a_webhook_may_answer_with_a_method(bot: Bot, mw: Gebruiker, ontvanger: Ontvanger):
    ontvanger.antwoord = {"method": "sendMessage", "chat_id": mw.id, "text": "dag terug"}
    await bot.set_webhook(ontvanger.url)
    mw.stuur("dag")
    assert (await mw.antwoord()).tekst == "dag terug"


async def test_duplicates_come_through_the_webhook(bot: Bot, mw: Gebruiker, nep: NepTelegram, ontvanger: Ontvanger):
    nep.roep("plan", soort="dubbel")
    await bot.set_webhook(ontvanger.url)
    mw.stuur("dag")
    await wacht_tot(lambda: len(ontvanger.kreeg) == 2)
    assert ontvanger.kreeg[0] == ontvanger.kreeg[1]


async def test_what_a_webhook_must_be(stil: NepTelegram, maak_bot):
    bot = maak_bot(stil)
    with geweigerd("an https url must be provided"):
        await bot.set_webhook("http://wijkbrug.voorbeeld.nl/x")
    with geweigerd("secret token contains unallowed characters"):
        await bot.set_webhook("https://wijkbrug.voorbeeld.nl/x", secret_token="spatie " * 2)
    with geweigerd("secret token is too long"):
        await bot.set_webhook("https://wijkbrug.voorbeeld.nl/x", secret_token="x" * 257)
    await bot.set_webhook("https://wijkbrug.voorbeeld.nl/x")
    with pytest.raises(RetryAfter):
        await bot.set_webhook("https://wijkbrug.voorbeeld.nl/y")
