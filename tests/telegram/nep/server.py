"""The fake as a server on loopback, in the process of the test."""

from typing import Any, Self

from aiohttp import web

from tests.telegram.nep.bediening import Bediening
from tests.telegram.nep.limieten import Limieten
from tests.telegram.nep.mensen import Mensen
from tests.telegram.nep.poort import Poort
from tests.telegram.nep.tijd import Tijd
from tests.telegram.nep.webhook import Bezorger
from tests.telegram.nep.wereld import Wereld

TOKEN = "5550001:nep-token_voor-de-proeven-aaaaaaaaa"  # noqa: S105 - of no bot
MAX_VERZOEK = 60 << 20


class NepTelegram(Mensen):
    """`async with NepTelegram() as nep:` gives a Bot API at `nep.base_url` (put the token behind it)."""

    def __init__(
        self,
        token: str = TOKEN,
        *,
        tijd: Tijd | None = None,
        limieten: Limieten | None = None,
        poort: int = 0,
    ) -> None:
        self.token, self._poort = token, poort
        self.tijd = tijd or Tijd()
        self.wereld = Wereld(token, self.tijd, limieten or Limieten())
        self.storingen = self.wereld.storingen
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._poort}"

    @property
    def base_url(self) -> str:
        """For python-telegram-bot: `Bot(nep.token, base_url=nep.base_url)`."""
        return f"{self.url}/bot"

    def roep(self, opdracht: str, **velden: Any) -> Any:
        """A command of `bediening.py` or `handelingen.py`."""
        return self._bediening.roep(opdracht, **velden)

    async def start(self) -> Self:
        self._poort_api, self._bezorger = Poort(self.wereld), Bezorger(self.wereld)
        self._bediening = Bediening(self.wereld, self._bezorger)
        app = web.Application(client_max_size=MAX_VERZOEK)
        app.router.add_route("*", "/bot{token:[^/]+}/{methode}", self._poort_api.api)
        app.router.add_route("*", "/file/{rest:.*}", self._poort_api.bestand)
        app.router.add_post("/bediening/{opdracht}", self._bediening.http)
        self._runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._poort).start()
        self._poort = int(self._runner.addresses[0][1])
        self._bezorger.start()
        return self

    async def stop(self) -> None:
        if self._runner is None:
            return
        self._poort_api.gestopt.set()
        self.wereld.updates.breek_poll_af()
        await self._bezorger.stop()
        await self._runner.cleanup()
        self._runner = None

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        await self.stop()
