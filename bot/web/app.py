"""The web door: Telegram's webhook, health and metrics. Nothing here shows or logs personal data."""

import hmac
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

from fastapi import FastAPI, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest

from bot.log_setup import meld_fout
from bot.storage.kolommen import OpslagFout

logger = logging.getLogger(__name__)
MAX_BYTES = 256 * 1024  # an update with the longest text is a few kilobytes
GEHEIM_KOP = "X-Telegram-Bot-Api-Secret-Token"


def maak_app(
    *,
    levensloop: Callable[[FastAPI], AbstractAsyncContextManager[None]] | None,
    leeft: Callable[[], bool],
    is_klaar: Callable[[], bool],
    maten: CollectorRegistry,
    webhook: "Webhook | None" = None,
) -> FastAPI:
    """Builds the app.

    Args:
        levensloop: Starts and stops the loops of the program.
        leeft: Whether the loops of this process still run; else only a restart helps.
        is_klaar: Whether this process can do its work now.
        maten: The metrics.
        webhook: Where Telegram brings updates; without it the program polls.
    """
    app = FastAPI(title="Wijkbrug", docs_url=None, redoc_url=None, openapi_url=None, lifespan=levensloop)
    app.add_api_route("/gezond", _stand(leeft, goed="gezond", slecht="een lus is gestopt"))
    app.add_api_route("/klaar", _stand(is_klaar, goed="klaar", slecht="niet klaar"))

    @app.get("/metrics")
    def metrics() -> Response:
        """Prometheus' text format."""
        return Response(generate_latest(maten), media_type=CONTENT_TYPE_LATEST)

    if webhook is not None:
        app.add_api_route(webhook.pad, webhook.ontvang, methods=["POST"], response_model=None)
    return app


def _stand(vraag: Callable[[], bool], *, goed: str, slecht: str) -> Callable[[Response], dict[str, str]]:
    """A page that answers 200 or 503, for a proxy or for whoever starts the process again."""

    def stand(antwoord: Response) -> dict[str, str]:
        if vraag():
            return {"stand": goed}
        antwoord.status_code = 503
        return {"stand": slecht}

    return stand


class Webhook:
    """Takes updates that Telegram brings. 200 means: it is stored; anything else makes Telegram try again."""

    def __init__(self, pad: str, *, geheim: str, ontvang: Callable[[dict[str, Any]], Awaitable[bool]]) -> None:
        self.pad, self._geheim, self._ontvang = pad, geheim.encode(), ontvang

    async def ontvang(self, vraag: Request) -> Response:
        """One update."""
        gekregen = vraag.headers.get(GEHEIM_KOP, "").encode()
        if not hmac.compare_digest(gekregen, self._geheim):
            return Response(status_code=403)
        inhoud = await _lees(vraag.stream())
        if inhoud is None:
            return Response(status_code=413)
        try:
            gegevens = json.loads(inhoud)
        except ValueError:
            return Response(status_code=400)
        try:
            await self._ontvang(gegevens if isinstance(gegevens, dict) else {})
        except ValueError as fout:
            meld_fout(logger, "update_onleesbaar", fout)  # brought again it would be no better
        except OpslagFout:
            return Response(status_code=503)
        return Response(status_code=200)


async def _lees(stroom: AsyncIterator[bytes]) -> bytes | None:
    """The body, or None when it is longer than an update can be."""
    inhoud = b""
    async for stuk in stroom:
        inhoud += stuk
        if len(inhoud) > MAX_BYTES:
            return None
    return inhoud
