"""The ordinary way: python-telegram-bot's own polling loop with one handler. For the comparison only."""

import asyncio
import os
import time

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

BEURT = 0.03  # seconds of work for one answer, about what a turn of Wijkbrug takes
OPSTART = 1.2  # seconds until it fetches, about what a forked Wijkbrug takes


async def _antwoord(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    bericht = update.effective_message
    if bericht is not None and bericht.text is not None:
        time.sleep(BEURT)  # noqa: ASYNC251 - a turn does not yield either
        await bericht.reply_text(f"antwoord op {bericht.text}")


def main() -> int:
    """Runs until it is killed."""
    time.sleep(OPSTART)
    asyncio.set_event_loop(asyncio.new_event_loop())
    bouwer = Application.builder().token(os.environ["WIJKBRUG_TELEGRAM_TOKEN"])
    app = bouwer.base_url(f"{os.environ['KAAL_API']}/bot").build()
    app.add_handler(MessageHandler(filters.TEXT, _antwoord))
    app.run_polling(stop_signals=None)
    return 0


if __name__ == "__main__":
    main()
