"""Time goes through a clock, so that tests and scripts can set it."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Klok(Protocol):
    """ "Klok": tells what time it is."""

    def nu(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class SysteemKlok:
    """The clock of the machine."""

    def nu(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC)


class VasteKlok:
    """A clock that stands still until somebody moves it."""

    def __init__(self, nu: datetime) -> None:
        """Sets the clock to an aware moment."""
        self._nu = _in_utc(nu)

    def nu(self) -> datetime:
        """The moment to which the clock is set, aware, in UTC."""
        return self._nu

    def zet(self, nu: datetime) -> None:
        """Sets the clock to another aware moment."""
        self._nu = _in_utc(nu)

    def verzet(self, verschil: timedelta) -> None:
        """Moves the clock forward, or back when the difference is negative."""
        self._nu += verschil


def _in_utc(moment: datetime) -> datetime:
    if moment.utcoffset() is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(UTC)
