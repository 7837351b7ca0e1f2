"""Exclusive roles: only one process at a time receives, and only one sends. A role falls free when its holder dies."""

import fcntl
import hashlib
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, Engine, text


class Rolslot:
    """ "Rolslot": holds a role for as long as this process lives.

    An advisory lock on PostgreSQL, a locked file beside a SQLite database; one in memory has one user and needs none.
    """

    def __init__(self, engine: Engine, rol: str) -> None:
        self._engine, self._rol = engine, rol
        self._verbinding: Connection | None = None
        self._bestand: IO[bytes] | None = None

    def neem(self) -> bool:
        """Tries to get the role, without waiting; True when this process holds it."""
        if self._engine.dialect.name == "postgresql":
            return self._neem_postgresql()
        return self._neem_bestand()

    def geef_vrij(self) -> None:
        """Gives the role back."""
        if self._verbinding is not None:
            self._verbinding.invalidate()  # closes the session on the server, and with it the lock
            self._verbinding.close()
            self._verbinding = None
        if self._bestand is not None:
            self._bestand.close()
            self._bestand = None

    def _neem_postgresql(self) -> bool:
        if self._verbinding is not None:
            if self._leeft(self._verbinding):
                return True
            self.geef_vrij()
        sleutel = int.from_bytes(hashlib.sha256(self._rol.encode()).digest()[:8], "big", signed=True)
        verbinding = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        if verbinding.execute(text("SELECT pg_try_advisory_lock(:sleutel)"), {"sleutel": sleutel}).scalar():
            self._verbinding = verbinding
            return True
        verbinding.close()
        return False

    @staticmethod
    def _leeft(verbinding: Connection) -> bool:
        try:
            verbinding.execute(text("SELECT 1"))
        except Exception:  # noqa: BLE001 - whatever broke the connection also gave the lock back
            return False
        return True

    def _neem_bestand(self) -> bool:
        database = self._engine.url.database
        if self._bestand is not None or database in (None, "", ":memory:"):
            return True
        bestand = Path(f"{database}.{self._rol}.slot").open("wb")  # noqa: SIM115 - open for as long as the role is held
        try:
            fcntl.flock(bestand, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            bestand.close()
            return False
        self._bestand = bestand
        return True
