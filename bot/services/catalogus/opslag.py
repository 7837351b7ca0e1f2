"""The catalogue in the database: read through a cache that notices changes, written activity by activity."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, func
from sqlmodel import Session, col, select

from bot.domein.activiteit import Activiteit
from bot.storage.tabellen import ActiviteitRow

Stand = tuple[int, datetime | None]
"""How many rows a gemeente has and when the last one changed: another stand means that the cache is old."""

_GEWIJZIGD = "catalogus_gewijzigd"
_cache: WeakKeyDictionary[Engine, dict[str, tuple[Stand, tuple[Activiteit, ...]]]] = WeakKeyDictionary()


def activiteiten_van(session: Session, gemeente: str) -> Sequence[Activiteit]:
    """All activities of a gemeente by id, drafts and stopped ones too; `zoek` proposes only what is fit.

    Kept in memory per engine and read again when a row was added or changed. A session that wrote activities
    itself does not use or fill that memory: what it wrote may still be rolled back.
    """
    if session.info.get(_GEWIJZIGD):
        return _lees(session, gemeente)
    per_gemeente = _cache.setdefault(session.get_bind().engine, {})
    stand = _stand(session, gemeente)
    if gemeente not in per_gemeente or per_gemeente[gemeente][0] != stand:
        per_gemeente[gemeente] = (stand, _lees(session, gemeente))
    return per_gemeente[gemeente][1]


def activiteit_namen(session: Session, gemeente: str, ids: Iterable[str]) -> list[str]:
    """The names of these activities, in the same order; what does not exist is left out."""
    op_id = {activiteit.id: activiteit.naam for activiteit in activiteiten_van(session, gemeente)} if ids else {}
    return [op_id[id_] for id_ in ids if id_ in op_id]


def bewaar_activiteiten(session: Session, gemeente: str, activiteiten: Iterable[Activiteit], *, nu: datetime) -> None:
    """Adds or replaces activities.

    The moment of change always moves forward, so that the cache notices a second change at the same moment.
    """
    _, laatste = _stand(session, gemeente)
    moment = max(nu, laatste + timedelta(microseconds=1)) if laatste else nu
    session.info[_GEWIJZIGD] = True
    rijen = {row.id: row for row in session.exec(select(ActiviteitRow).where(ActiviteitRow.gemeente == gemeente))}
    for activiteit in activiteiten:
        row = rijen.get(activiteit.id) or ActiviteitRow(
            gemeente=gemeente, id=activiteit.id, naam="", gegevens={}, status="", bijgewerkt_op=moment
        )
        row.naam, row.status, row.bijgewerkt_op = activiteit.naam, activiteit.status.value, moment
        row.gegevens = activiteit.model_dump(mode="json")
        session.add(row)
    session.flush()


def _stand(session: Session, gemeente: str) -> Stand:
    vraag = select(func.count(), func.max(ActiviteitRow.bijgewerkt_op)).where(ActiviteitRow.gemeente == gemeente)
    aantal, laatste = session.exec(vraag).one()
    return aantal, laatste


def _lees(session: Session, gemeente: str) -> tuple[Activiteit, ...]:
    vraag = select(ActiviteitRow.gegevens).where(ActiviteitRow.gemeente == gemeente).order_by(col(ActiviteitRow.id))
    return tuple(Activiteit.model_validate(gegevens) for gegevens in session.exec(vraag))
