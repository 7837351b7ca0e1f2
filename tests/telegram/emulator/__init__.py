"""telegram-test-api: a Bot API server that nobody here wrote, with a small adapter (`server.js`) in front of it.

The fixture `emulator` (tests/telegram/conftest.py) starts it once and gives each test a token of its own::

    bot = Bot(emulator.token, base_url=emulator.base_url)
    mw = emulator.mens("Fatima")
    mw.stuur("/start code")            # commands and texts; mw.stuur_media("photo"); mw.tik("Ja")
    bericht = await mw.antwoord()      # .tekst .html .knopteksten .knoppen .nummer
    mw.scherm()                        # what the bot has in the chat now, after edits and deletions

It has no 429, no files from the bot and no menus: those are in `tests.telegram.nep`. HTML stays as the bot sent it
(`.html`); `.tekst` is without tags.
"""

from tests.telegram.emulator.klant import Emulator, EmulatorBericht, EmulatorMens
from tests.telegram.emulator.proces import EmulatorProces, installeer

__all__ = ["Emulator", "EmulatorBericht", "EmulatorMens", "EmulatorProces", "installeer"]
