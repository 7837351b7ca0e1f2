"""The web door: only Telegram may bring updates, 200 means stored, and nothing tells about a person."""

import json
from typing import Any

import httpx
import pytest
from pydantic import SecretStr
from sqlalchemy import Engine, text

from bot.bootstrap import Opslag, bouw_huis
from bot.bootstrap_kanaal import bouw_kanaal, maak_bot
from bot.dialogue.voering import Gespreksvoering
from bot.services.klok import VasteKlok
from bot.settings import Instellingen
from bot.storage.kolommen import OpslagFout
from bot.web.app import GEHEIM_KOP, MAX_BYTES, Webhook, maak_app
from bot.web.maten import Maten

GEHEIM = "geheim-van-zestien-tekens"


class Huis:
    """What the app asks of the program."""

    def __init__(self) -> None:
        self.ontvangen: list[dict[str, Any]] = []
        self.fout: Exception | None = None
        self.leeft, self.klaar = True, True

    async def ontvang(self, update: dict[str, Any]) -> bool:
        if self.fout is not None:
            raise self.fout
        self.ontvangen.append(update)
        return True


@pytest.fixture
def huis() -> Huis:
    return Huis()


@pytest.fixture
def client(huis: Huis) -> httpx.AsyncClient:
    maten = Maten(standen=lambda: {"wijkbrug_updates_wachtend": 3}, tellers=lambda: {"wijkbrug_verzonden": 7})
    webhook = Webhook("/telegram", geheim=GEHEIM, ontvang=huis.ontvang)
    app = maak_app(
        levensloop=None,
        leeft=lambda: huis.leeft,
        is_klaar=lambda: huis.klaar,
        maten=maten.register,
        webhook=webhook,
    )
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://wijkbrug")


async def _breng(client: httpx.AsyncClient, inhoud: bytes, geheim: str = GEHEIM) -> int:
    return (await client.post("/telegram", content=inhoud, headers={GEHEIM_KOP: geheim})).status_code


async def test_an_update_with_the_secret_is_stored(client: httpx.AsyncClient, huis: Huis) -> None:
    assert await _breng(client, b'{"update_id": 1}') == 200
    assert huis.ontvangen == [{"update_id": 1}]


@pytest.mark.parametrize("geheim", ["", "fout", GEHEIM[:-1], GEHEIM + "x"])
async def test_without_the_secret_nothing_is_read(client: httpx.AsyncClient, huis: Huis, geheim: str) -> None:
    assert await _breng(client, b'{"update_id": 1}', geheim) == 403
    assert huis.ontvangen == []


async def test_a_body_that_is_too_large_or_no_json_is_refused(client: httpx.AsyncClient) -> None:
    assert await _breng(client, b"x" * (MAX_BYTES + 1)) == 413
    assert await _breng(client, b"{") == 400


async def test_what_cannot_be_stored_must_come_again_and_what_cannot_be_read_must_not(
    client: httpx.AsyncClient, huis: Huis
) -> None:
    huis.fout = OpslagFout("fout/database_bezet")
    assert await _breng(client, json.dumps({"update_id": 2}).encode()) == 503
    huis.fout = ValueError("no update")
    assert await _breng(client, json.dumps({"update_id": 3}).encode()) == 200


async def test_health_and_readiness(client: httpx.AsyncClient, huis: Huis) -> None:
    assert (await client.get("/gezond")).status_code == 200
    huis.leeft = huis.klaar = False
    assert (await client.get("/gezond")).status_code == 503
    assert (await client.get("/klaar")).status_code == 503


async def test_metrics_are_numbers_only(client: httpx.AsyncClient) -> None:
    tekst = (await client.get("/metrics")).text
    assert "wijkbrug_updates_wachtend 3.0" in tekst
    assert "wijkbrug_verzonden_total 7.0" in tekst
    assert "chat" not in tekst


async def test_metrics_do_not_wait_for_who_writes(engine: Engine, klok: VasteKlok) -> None:
    instellingen, opslag = Instellingen(telegram_token=SecretStr("123:abc")), Opslag(engine)
    huis = bouw_huis(instellingen, opslag=opslag, klok=klok)
    kanaal = bouw_kanaal(
        instellingen,
        huis=huis,
        opslag=opslag,
        voering=Gespreksvoering(huis, None),  # type: ignore[arg-type]  # nobody speaks here
        bot=maak_bot(instellingen),
        alleen_werken=True,
    )
    with engine.begin() as schrijver:  # on SQLite this holds the one write lock
        schrijver.execute(text("DELETE FROM afwezigheid"))
        async with httpx.AsyncClient(transport=httpx.ASGITransport(kanaal.app), base_url="http://wijkbrug") as client:
            antwoord = await client.get("/metrics")
    assert "wijkbrug_updates_wachtend 0.0" in antwoord.text


async def test_nothing_else_is_served(client: httpx.AsyncClient) -> None:
    for pad in ("/", "/docs", "/openapi.json", "/telegram"):
        assert (await client.get(pad)).status_code in (404, 405)
