"""Writes that several processes may do at once: insert unless it is there, and counting."""

from typing import Any

from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite
from sqlmodel import Session, SQLModel


def voeg_toe_als_nieuw(session: Session, tabel: type[SQLModel], waarden: dict[str, Any], *, sleutel: list[str]) -> bool:
    """Inserts a row; False when there is one with this key already, also one that another process writes just now."""
    kolommen = tabel.__table__.c  # type: ignore[attr-defined]
    opdracht = _insert(session)(tabel).values(**waarden).on_conflict_do_nothing(index_elements=sleutel)
    return session.connection().execute(opdracht.returning(kolommen[sleutel[0]])).first() is not None


def verhoog(session: Session, tabel: type[SQLModel], sleutel: dict[str, Any]) -> None:
    """Adds one to the column `aantal` of a row, which is made when it is not there."""
    insert = _insert(session)(tabel).values(**sleutel, aantal=1)
    session.connection().execute(
        insert.on_conflict_do_update(
            index_elements=list(sleutel),
            set_={"aantal": tabel.__table__.c.aantal + 1},  # type: ignore[attr-defined]
        )
    )


def _insert(session: Session) -> Any:
    return insert_postgresql if session.get_bind().dialect.name == "postgresql" else insert_sqlite
