"""Randomness goes through a source, so that tests and scripts can repeat it."""

import secrets
from random import Random
from typing import Protocol


class IdBron(Protocol):
    """ "Id-bron": makes ids and numbers that nobody can guess."""

    def nieuw(self) -> str:
        """A new id: 32 hexadecimal characters."""
        ...

    def getal(self, bovengrens: int) -> int:
        """A number from 0 up to, not including, `bovengrens`."""
        ...


class SysteemIds:
    """Ids from the operating system's own randomness."""

    def nieuw(self) -> str:
        """A new id: 32 hexadecimal characters."""
        return secrets.token_hex(16)

    def getal(self, bovengrens: int) -> int:
        """A number from 0 up to, not including, `bovengrens`."""
        return secrets.randbelow(bovengrens)


class VasteIds:
    """Ids that repeat: the same seed gives the same row. For tests and scripts only."""

    def __init__(self, zaad: int = 0) -> None:
        """Starts the row that belongs to this seed."""
        self._bron = Random(zaad)  # noqa: S311 - repeatable on purpose

    def nieuw(self) -> str:
        """A new id: 32 hexadecimal characters."""
        return f"{self._bron.getrandbits(128):032x}"

    def getal(self, bovengrens: int) -> int:
        """A number from 0 up to, not including, `bovengrens`."""
        return self._bron.randrange(bovengrens)
