"""Column types: moments in UTC, and text that is encrypted at rest with keys that can be changed.

The keys belong to an engine, not to this module: `koppel_sleutels(engine, ring)` hangs the ring on the engine's
dialect, which SQLAlchemy hands to every column type. So two engines in one process can have two rings.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlalchemy import Column, DateTime, Dialect, Engine, Table, Text, and_, select, type_coerce, update
from sqlalchemy.exc import DontWrapMixin
from sqlalchemy.types import TypeDecorator
from sqlmodel import Session, SQLModel

_AAN_DIALECT = "wijkbrug_sleutelring"


class OpslagFout(DontWrapMixin, Exception):
    """The storage cannot do its work now. `tekst` is a key in `data/teksten`, `variabelen` fill its blanks.

    No `DomeinFout` on purpose: the transaction is lost, so the turn must be rolled back, not spoken and committed.
    """

    def __init__(self, tekst: str, **variabelen: object) -> None:
        super().__init__(tekst)
        self.tekst = tekst
        self.variabelen = variabelen


class SleutelFout(OpslagFout):
    """The keys are missing, are no keys, or do not fit what is stored."""


class NaiefTijdstipError(DontWrapMixin, ValueError):
    """A moment without a time zone: nobody can tell when that was."""


def persoonsgegeven(*, doel: str, termijn: str) -> dict[str, Any]:
    """Annotates a column with personal data ("persoonsgegeven", AVG art. 4), for `Column.info`.

    Args:
        doel: What the data are kept for.
        termijn: How long they are kept.
    """
    return {"persoonsgegeven": {"doel": doel, "termijn": termijn}}


class Sleutelring:
    """ "Sleutelring": Fernet keys, newest first. The first one encrypts, all of them decrypt."""

    def __init__(self, sleutels: Sequence[str]) -> None:
        """Takes url-safe base64 keys of 32 bytes.

        Raises:
            SleutelFout: There is no key, or one of them is no Fernet key.
        """
        if not sleutels:
            raise SleutelFout("fout/sleutel_ontbreekt")
        try:
            delen = [Fernet(sleutel) for sleutel in sleutels]
        except ValueError as fout:
            raise SleutelFout("fout/sleutel_ongeldig") from fout
        self._nieuwste, self._alle = MultiFernet(delen[:1]), MultiFernet(delen)

    def versleutel(self, inhoud: bytes) -> str:
        """Encrypts with the newest key."""
        return self._nieuwste.encrypt(inhoud).decode("ascii")

    def ontsleutel(self, token: str) -> bytes:
        """Decrypts with whichever key fits.

        Raises:
            SleutelFout: None of the keys fits, or the stored text was changed.
        """
        try:
            return self._alle.decrypt(token)
        except InvalidToken:
            raise SleutelFout("fout/sleutel_past_niet") from None

    def is_actueel(self, token: str) -> bool:
        """Whether the newest key made this token."""
        try:
            self._nieuwste.decrypt(token)
        except InvalidToken:
            return False
        return True

    def vernieuw(self, token: str) -> str:
        """The same content under the newest key.

        Raises:
            SleutelFout: None of the keys fits.
        """
        return self.versleutel(self.ontsleutel(token))


def koppel_sleutels(engine: Engine, ring: Sleutelring) -> None:
    """Gives the encrypted columns of this engine their keys; a later call replaces them."""
    setattr(engine.dialect, _AAN_DIALECT, ring)


def sleutelring_van(dialect: Dialect) -> Sleutelring:
    """The ring of the engine to which a dialect belongs.

    Raises:
        SleutelFout: `koppel_sleutels` was not called for this engine.
    """
    ring = getattr(dialect, _AAN_DIALECT, None)
    if not isinstance(ring, Sleutelring):
        raise SleutelFout("fout/sleutel_ontbreekt")
    return ring


class UtcDatumTijd(TypeDecorator[datetime]):
    """A moment: aware in, aware UTC out. SQLite keeps it as UTC without a zone, in text that sorts."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Converts to UTC.

        Raises:
            NaiefTijdstipError: The moment has no time zone.
        """
        if value is None:
            return None
        if value.utcoffset() is None:
            raise NaiefTijdstipError("a moment needs a time zone")
        in_utc = value.astimezone(UTC)
        return in_utc.replace(tzinfo=None) if dialect.name == "sqlite" else in_utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Gives the moment its zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class VersleuteldeTekst(TypeDecorator[str]):
    """Text that stands encrypted in the database. It cannot be searched or compared there."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Encrypts with the engine's newest key."""
        return None if value is None else sleutelring_van(dialect).versleutel(value.encode())

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Decrypts; raises `SleutelFout` when no key fits."""
        return None if value is None else sleutelring_van(dialect).ontsleutel(value).decode()


class VersleuteldJson(TypeDecorator[Any]):
    """A JSON value that stands encrypted in the database. Edits in place are not seen: assign a new value."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Writes compact JSON and encrypts it."""
        if value is None:
            return None
        inhoud = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return sleutelring_van(dialect).versleutel(inhoud.encode())

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Decrypts and reads; raises `SleutelFout` when no key fits."""
        return None if value is None else json.loads(sleutelring_van(dialect).ontsleutel(value))


def versleutelde_kolommen() -> Iterator[tuple[Table, Column[Any]]]:
    """Every encrypted column of every table."""
    for tabel in SQLModel.metadata.sorted_tables:
        for kolom in tabel.columns:
            if isinstance(kolom.type, VersleuteldeTekst | VersleuteldJson):
                yield tabel, kolom


def roteer(session: Session) -> int:
    """Re-encrypts everything that stands under an older key, and returns how many values that were.

    Afterwards (and after the commit) the older keys can be taken out of the ring. A row that somebody else changes
    meanwhile is left alone: it is written with the newest key anyway.

    Raises:
        SleutelFout: Something is stored under a key that is not on the ring.
    """
    ring = sleutelring_van(session.get_bind().dialect)
    session.flush()
    aantal = sum(_roteer_kolom(session, ring, tabel=tabel, kolom=kolom) for tabel, kolom in versleutelde_kolommen())
    session.expire_all()
    return aantal


def _roteer_kolom(session: Session, ring: Sleutelring, *, tabel: Table, kolom: Column[Any]) -> int:
    sleutel, ruw = tuple(tabel.primary_key.columns), type_coerce(kolom, Text)
    aantal = 0
    rijen = session.connection().execute(select(*sleutel, ruw.label("token")).where(kolom.is_not(None))).fetchall()
    for *waarden, token in rijen:
        if ring.is_actueel(token):
            continue
        deze = and_(*(k == w for k, w in zip(sleutel, waarden, strict=True)), ruw == token)
        nieuw = type_coerce(ring.vernieuw(token), Text)
        session.connection().execute(update(tabel).where(deze).values({kolom: nieuw}))
        aantal += 1
    return aantal
