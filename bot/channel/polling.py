"""Polling: fetches updates, and tells Telegram that it has them only when they are stored."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.channel.lezen import TOEGESTAAN
from bot.channel.tempo import wachttijd
from bot.log_setup import meld_fout
from bot.storage.kolommen import OpslagFout

logger = logging.getLogger(__name__)
WACHT_SECONDEN = 25  # how long Telegram may hold the question open
ANTWOORD = 10  # seconds more for the answer to arrive
LANGSTE_PAUZE = 30.0


class Polling:
    """A loop over getUpdates. The offset moves after the commit, so a crash makes Telegram send again."""

    def __init__(
        self, bot: Bot, ontvang: Callable[[dict[str, Any]], Awaitable[bool]], *, wacht: int = WACHT_SECONDEN
    ) -> None:
        self._bot, self._ontvang, self._wacht = bot, ontvang, wacht
        self._offset, self._fouten, self._begonnen = 0, 0, False

    async def ronde(self) -> None:
        """Asks once for updates and stores them; after a failure it waits, longer each time.

        The first time it takes a webhook away, as Telegram does not serve both ways; what waits there is kept.

        Raises:
            InvalidToken: The token is not, or no longer, that of a bot.
        """
        try:
            if not self._begonnen:
                await self._bot.delete_webhook(drop_pending_updates=False)
                self._begonnen = True
            for gegevens in await self._vraag():
                await self._neem_op(gegevens)
                self._offset = int(gegevens["update_id"]) + 1
                await asyncio.sleep(0)  # after a silence many wait: the turns of the first ones go on meanwhile
            self._fouten = 0
        except InvalidToken:
            raise
        except (TelegramError, OpslagFout) as fout:
            await asyncio.sleep(self._pauze(fout))

    async def _vraag(self) -> list[dict[str, Any]]:
        """The updates as they come: one that the library cannot read must not hold up the others."""
        vraag = {"offset": self._offset or None, "timeout": self._wacht, "allowed_updates": TOEGESTAAN}
        gevuld = {naam: waarde for naam, waarde in vraag.items() if waarde is not None}
        updates = await self._bot.do_api_request("getUpdates", api_kwargs=gevuld, read_timeout=self._wacht + ANTWOORD)
        return [u for u in updates if isinstance(u, dict) and isinstance(u.get("update_id"), int)]

    async def _neem_op(self, gegevens: dict[str, Any]) -> None:
        try:
            await self._ontvang(gegevens)
        except ValueError as fout:
            meld_fout(logger, "update_onleesbaar", fout)  # asking for it again would not make it better

    def _pauze(self, fout: TelegramError | OpslagFout) -> float:
        self._fouten += 1
        meld_fout(logger, "ophalen_mislukt", fout)
        if isinstance(fout, RetryAfter):
            return wachttijd(fout)
        eerste = 1.0 if isinstance(fout, Conflict) else 0.2
        return float(min(LANGSTE_PAUZE, eerste * 2 ** min(self._fouten - 1, 10)))
