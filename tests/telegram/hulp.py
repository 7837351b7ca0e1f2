"""Small words for tests against a Telegram on loopback."""

import re
from contextlib import AbstractContextManager

import pytest
from telegram.error import BadRequest, TelegramError

from tests.telegram.nep import Gebruiker, NepTelegram


def gestart(nep: NepTelegram, naam: str = "Fatima") -> Gebruiker:
    """A person who has pressed start; that update is gone."""
    mens = nep.gebruiker(naam)
    mens.start()
    nep.wereld.updates.wis()
    return mens


def geweigerd(waarom: str, soort: type[TelegramError] = BadRequest) -> AbstractContextManager[object]:
    """The call inside is refused for this reason (python-telegram-bot changes the capitals of a description)."""
    return pytest.raises(soort, match=f"(?i){re.escape(waarom)}")
