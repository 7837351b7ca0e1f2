""" "Bezig": when an answer takes longer than half a second, Telegram shows that Wijkbrug is typing."""

import asyncio
from contextlib import suppress

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

NA_SECONDEN = 0.5


class Bezig:
    """Watches the chats that wait for an answer. Best effort: a missing indicator is no error."""

    def __init__(self, bot: Bot, *, na: float = NA_SECONDEN) -> None:
        self._bot, self._na = bot, na
        self._wacht: dict[int, asyncio.TimerHandle] = {}
        self._taken: set[asyncio.Task[None]] = set()

    def begin(self, chat_id: int) -> None:
        """Something came in from this chat."""
        if chat_id not in self._wacht:
            self._wacht[chat_id] = asyncio.get_running_loop().call_later(self._na, self._toon, chat_id)

    def klaar(self, chat_id: int) -> None:
        """The chat got its answer."""
        wekker = self._wacht.pop(chat_id, None)
        if wekker is not None:
            wekker.cancel()

    def _toon(self, chat_id: int) -> None:
        self._wacht.pop(chat_id, None)
        taak = asyncio.create_task(self._stuur(chat_id))
        self._taken.add(taak)
        taak.add_done_callback(self._taken.discard)

    async def _stuur(self, chat_id: int) -> None:
        with suppress(TelegramError):
            await self._bot.send_chat_action(chat_id, ChatAction.TYPING)
