"""Telegram's limits: at most one message a second per chat and thirty a second overall (stack facts, docs/telegram.md).

A chat that was told to wait (429 with `retry_after`) waits alone; the others go on.
"""

import asyncio
import time
from collections.abc import Callable
from datetime import timedelta

from telegram.error import RetryAfter

PER_CHAT = 1.0  # seconds between two messages in one chat
PER_SECONDE = 30  # messages a second over all chats; https://core.telegram.org/bots/faq#my-bot-is-hitting-limits


class Tempo:
    """Tells how long a message must wait. Messages and edits count; deleting and answering a tap do not."""

    def __init__(
        self,
        *,
        per_chat: float = PER_CHAT,
        per_seconde: int = PER_SECONDE,
        klok: Callable[[], float] = time.monotonic,
    ) -> None:
        self._per_chat, self._tussen, self._klok = per_chat, 1 / per_seconde, klok
        self._chat_vrij: dict[int, float] = {}
        self._alles_vrij = 0.0

    def rustende(self) -> set[int]:
        """The chats that may not get another message yet."""
        nu = self._klok()
        self._chat_vrij = {chat: vrij for chat, vrij in self._chat_vrij.items() if vrij > nu}
        return set(self._chat_vrij)

    def noteer(self, chat_id: int) -> None:
        """A message went to this chat just now."""
        self._chat_vrij[chat_id] = self._klok() + self._per_chat

    def pauzeer(self, chat_id: int, seconden: float) -> None:
        """Telegram asked to leave this chat alone for a while."""
        self._chat_vrij[chat_id] = max(self._chat_vrij.get(chat_id, 0.0), self._klok() + seconden)

    async def beurt(self) -> None:
        """Waits for a turn in the overall limit; turns are handed out in order."""
        nu = self._klok()
        begin = max(nu, self._alles_vrij)
        self._alles_vrij = begin + self._tussen
        if begin > nu:
            await asyncio.sleep(begin - nu)


def wachttijd(fout: RetryAfter) -> float:
    """The seconds that Telegram asks to wait."""
    waarde: int | timedelta = fout.retry_after
    return waarde.total_seconds() if isinstance(waarde, timedelta) else float(waarde)
