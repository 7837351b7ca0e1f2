""" "Logboek": the audit trail after NEN 7513: event, moment, case, user, on whose behalf, under which consent.

Every row carries the digest of the row before it, so a changed, removed or inserted row shows. The rows hold ids and
codes only; purging what a case was about does not touch the chain. Rows go after 5 years (`ruim_op`), oldest first, and
the row that records this carries the digest of the last one that went: the anchor of what remains.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, delete, func, text
from sqlmodel import Session, col, select

from bot.storage.tabellen import LogregelRow

BEGIN = "0" * 64
OPGERUIMD = "logboek_opgeruimd"
_SLOT = 8_114_205_318  # advisory lock on PostgreSQL: rows are chained one by one
_INHOUD = ("gebeurtenis", "casus_code", "gebruiker", "namens", "toestemming_id", "op", "anker", "vorige")
_PER_KEER = 1000


class Breuksoort(StrEnum):
    """What is wrong with a row of the chain."""

    INHOUD = "inhoud"  # the row was changed: its digest does not fit
    SCHAKEL = "schakel"  # a row before it was removed, inserted or moved
    BEGIN = "begin"  # the oldest row does not follow from the beginning or from a recorded clearing


@dataclass(frozen=True)
class Breuk:
    """ "Breuk": a place where the chain does not hold."""

    id: int
    soort: Breuksoort


def leg_vast(
    session: Session,
    *,
    gebeurtenis: str,
    gebruiker: str,
    op: datetime,
    casus_code: str | None = None,
    namens: str | None = None,
    toestemming_id: str | None = None,
) -> LogregelRow:
    """Appends a row to the chain. Nobody else can append until the transaction of the session ends.

    Args:
        session: The caller's; it is flushed, not committed.
        gebeurtenis: The id of what happened, never text of a conversation.
        gebruiker: The account that did it.
        op: When, aware.
        casus_code: The case ("cliënt" in NEN 7513), by its code.
        namens: On whose behalf, e.g. the huisarts.
        toestemming_id: The consent under which it happened.
    """
    regel = LogregelRow(
        gebeurtenis=gebeurtenis,
        gebruiker=gebruiker,
        op=op.astimezone(UTC),
        casus_code=casus_code,
        namens=namens,
        toestemming_id=toestemming_id,
        vorige="",
        digest="",
    )
    return _hang_aan(session, regel)


def controleer(session: Session) -> list[Breuk]:
    """Walks the whole chain as it stands in the database; an empty list means that it holds."""
    breuken: list[Breuk] = []
    verwacht = _beginpunten(session)
    for nummer, rij in enumerate(_rijen(session)):
        if rij.vorige not in verwacht:
            breuken.append(Breuk(id=rij.id, soort=Breuksoort.SCHAKEL if nummer else Breuksoort.BEGIN))
        if rij.digest != _digest(rij):
            breuken.append(Breuk(id=rij.id, soort=Breuksoort.INHOUD))
        verwacht = {rij.digest}
    return breuken


def ruim_op(session: Session, *, tot: datetime, gebruiker: str, op: datetime, proef: bool = False) -> int:
    """Clears away the rows from before `tot`, oldest first up to the first younger one, and records that.

    The database refuses rows younger than 5 years (see the migrations).

    Args:
        session: The caller's; it is flushed, not committed.
        tot: Rows from before this moment go.
        gebruiker: Who clears, for the row that records it.
        op: The present moment.
        proef: Dry run: only count.

    Returns:
        How many rows went, or would go.

    Raises:
        IntegrityError: `tot` lies less than 5 years back and there are rows from before it.
    """
    _alleen_wij(session)
    eerste_jonge = session.exec(select(func.min(LogregelRow.id)).where(LogregelRow.op >= tot)).one()
    oud = select(LogregelRow.id, LogregelRow.digest).order_by(col(LogregelRow.id).desc())
    if eerste_jonge is not None:
        oud = oud.where(col(LogregelRow.id) < eerste_jonge)
    laatste = session.exec(oud).first()
    if laatste is None:
        return 0
    weg = col(LogregelRow.id) <= laatste[0]
    aantal = session.exec(select(func.count()).select_from(LogregelRow).where(weg)).one()
    if not proef:
        regel = LogregelRow(
            gebeurtenis=OPGERUIMD, gebruiker=gebruiker, op=op.astimezone(UTC), anker=laatste[1], vorige="", digest=""
        )
        _hang_aan(session, regel)
        session.connection().execute(delete(LogregelRow).where(weg))
    return aantal


def _hang_aan(session: Session, regel: LogregelRow) -> LogregelRow:
    _alleen_wij(session)
    laatste = select(LogregelRow.digest).order_by(col(LogregelRow.id).desc()).limit(1)
    regel.vorige = session.exec(laatste).first() or BEGIN
    regel.digest = _digest(regel)
    session.add(regel)
    session.flush()
    return regel


def _alleen_wij(session: Session) -> None:
    """Makes other writers wait until this transaction ends; SQLite's BEGIN IMMEDIATE does that by itself."""
    if session.get_bind().dialect.name == "postgresql":
        session.connection().execute(text("SELECT pg_advisory_xact_lock(:slot)"), {"slot": _SLOT})


def _beginpunten(session: Session) -> set[str]:
    """What the oldest row may follow: the newest recorded clearing, or without one the beginning."""
    anker = select(LogregelRow.anker).where(LogregelRow.gebeurtenis == OPGERUIMD).order_by(col(LogregelRow.id).desc())
    return {session.exec(anker.limit(1)).first() or BEGIN}


def _rijen(session: Session) -> Iterator[Row[Any]]:
    """The columns, not the objects: an object in the session's memory could differ from what is stored."""
    tabel = LogregelRow.__table__  # type: ignore[attr-defined]
    vraag = select(*tabel.columns).order_by(tabel.c.id).execution_options(yield_per=_PER_KEER)
    yield from session.connection().execute(vraag)


def _digest(rij: LogregelRow | Row[Any]) -> str:
    waarden = [getattr(rij, naam) for naam in _INHOUD]
    tekst = json.dumps([w.isoformat() if isinstance(w, datetime) else w for w in waarden], ensure_ascii=False)
    return hashlib.sha256(tekst.encode()).hexdigest()
