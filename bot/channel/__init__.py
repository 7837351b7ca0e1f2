"""Doors for people: Telegram comes here, and only here `telegram` is imported. The terminal: `bot.opdrachten.chat`."""
