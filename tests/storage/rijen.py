"""Builders of rows: each makes what its foreign keys need."""

from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session

from bot.storage.tabellen import AccountRow, CasusGebeurtenisRow, CasusRow, GesprekRow, ToestemmingRow

NU = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


def maak_casus(session: Session, *, id_: str = "c1", dossier: dict[str, Any] | None = None) -> CasusRow:
    if session.get(AccountRow, "a1") is None:
        session.add(AccountRow(id="a1", rol="assistent", gemeente="zoetermeer", naam="Balie"))
        session.flush()
        session.add(GesprekRow(id="g1", account_id="a1"))
        session.flush()
    casus = CasusRow(
        id=id_,
        code=f"KODE-{id_}",
        gemeente="zoetermeer",
        protocol_versie=1,
        praktijk="p1",
        gesprek_id="g1",
        status="lopend",
        dossier=dossier if dossier is not None else {"wijk": "Palenstein"},
        aangemaakt_op=NU,
        bijgewerkt_op=NU,
    )
    session.add(casus)
    session.flush()
    return casus


def maak_gebeurtenis(session: Session, casus: CasusRow, *, op: datetime = NU, volgnummer: int = 1) -> None:
    session.add(CasusGebeurtenisRow(casus_id=casus.id, volgnummer=volgnummer, soort="gestart", door="a1", op=op))
    session.flush()


def maak_toestemming(session: Session, casus: CasusRow, *, op: datetime = NU, volgnummer: int = 1) -> None:
    session.add(
        ToestemmingRow(
            id=f"t{volgnummer}",
            casus_id=casus.id,
            volgnummer=volgnummer,
            soort="gegeven",
            tekst_id="overdracht",
            tekst_versie=1,
            taal="nl",
            tekst_sha256="0" * 64,
            wijze="voorgelezen",
            door="zelf",
            doel="contact opnemen",
            ontvanger="Wijkteam, contactpersoon",
            velden=["wijk"],
            extra={},
            vastgelegd_door="a1",
            namens="huisarts",
            op=op,
        )
    )
    session.flush()
