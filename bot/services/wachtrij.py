"""What waits and what failed, in and out: for the metrics and for `wijkbrug wachtrij`."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from bot.domein.fouten import DomeinFout
from bot.services import binnenkomst, uitbak, zendingen
from bot.services.binnenkomst import Soort
from bot.storage.tabellen import UitbakRow
from bot.storage.tabellen_kanaal import UpdateInRow, ZendingRow

Rij = UpdateInRow | ZendingRow | UitbakRow


class Richting(StrEnum):
    """Which queue: what came in, what goes to a chat, or a message that was not given to a chat yet."""

    IN = "in"
    UIT = "uit"
    MELDING = "melding"


_TABELLEN: dict[Richting, type[Rij]] = {
    Richting.IN: UpdateInRow,
    Richting.UIT: ZendingRow,
    Richting.MELDING: UitbakRow,
}
_ZONDER_TEKST = {  # the list never reads what something says: that may be the very thing that failed
    Richting.IN: binnenkomst.ZONDER_INHOUD,
    Richting.UIT: zendingen.ZONDER_INHOUD,
    Richting.MELDING: uitbak.ZONDER_TEKST,
}


@dataclass(frozen=True)
class Wachtende:
    """ "Wachtende": one item that failed or waits, without what it says."""

    id: str
    soort: str
    sinds: datetime
    reden: str


def mislukten(session: Session) -> list[Wachtende]:
    """The dead-letter place, oldest first."""
    rijen = [(r, rij) for r in Richting for rij in _mislukt(session, r)]
    rijen.sort(key=lambda paar: paar[1].op)
    return [Wachtende(f"{r}-{_nummer(rij)}", _soort(rij), rij.op, rij.reden or "") for r, rij in rijen]


def _mislukt(session: Session, richting: Richting) -> list[Rij]:
    tabel = _TABELLEN[richting]
    vraag = select(tabel).options(_ZONDER_TEKST[richting]).where(col(tabel.mislukt_op).is_not(None))
    return list(session.scalars(vraag))


def _nummer(rij: Rij) -> int:
    return (rij.update_id if isinstance(rij, UpdateInRow) else rij.id) or 0


def _soort(rij: Rij) -> str:
    return rij.naam if isinstance(rij, UitbakRow) else rij.soort


def zonder_chat(session: Session) -> list[Wachtende]:
    """Messages for somebody who has not signed in yet; they go out as soon as that happens."""
    vraag = select(UitbakRow).options(_ZONDER_TEKST[Richting.MELDING]).order_by(col(UitbakRow.id))
    rijen = session.exec(vraag.where(col(UitbakRow.bezorgd_op).is_(None), col(UitbakRow.mislukt_op).is_(None)))
    return [Wachtende(f"wacht-{r.id}", r.naam, r.op, f"{r.rol} {r.ontvanger}") for r in rijen]


def probeer_opnieuw(session: Session, id_: str) -> None:
    """Gives one failed item another chance.

    What a person typed is not played late: other questions may stand open now, and a "ja" of this morning is no answer
    to them. The person is asked to type it again.

    Raises:
        DomeinFout: There is no such failed item, or what it said is gone already.
        SleutelFout: Still no key can read what it says.
    """
    rij = _zoek(session, id_)
    if (rij.tekst if isinstance(rij, UitbakRow) else rij.inhoud) is None:
        raise DomeinFout("fout/wachtrij_leeg", id=id_)
    rij.mislukt_op, rij.reden = None, None
    if not isinstance(rij, UitbakRow):
        rij.niet_voor, rij.pogingen = None, 0
    if isinstance(rij, UpdateInRow) and rij.soort == Soort.TEKST:
        rij.inhoud = {"opnieuw": True}
    session.add(rij)


def gooi_weg(session: Session, id_: str, *, nu: datetime) -> None:
    """Drops one failed item for good, with what it said.

    Raises:
        DomeinFout: There is no such failed item.
    """
    rij = _zoek(session, id_)
    rij.mislukt_op = None
    if isinstance(rij, UitbakRow):
        rij.bezorgd_op, rij.tekst = nu, ""
    else:
        rij.klaar_op, rij.inhoud = nu, None
    session.add(rij)


def standen(session: Session, *, nu: datetime) -> dict[str, float]:
    """How much waits and failed, and how long the oldest waits, in seconds; the names are those of the metrics."""
    uit: dict[str, float] = {}
    for tabel, meervoud, enkelvoud in ((UpdateInRow, "updates", "update"), (ZendingRow, "zendingen", "zending")):
        open_ = select(func.count(), func.min(tabel.op)).select_from(tabel)
        open_ = open_.where(col(tabel.klaar_op).is_(None), col(tabel.mislukt_op).is_(None))
        aantal, oudste = session.exec(open_).one()
        mislukt = select(func.count()).select_from(tabel).where(col(tabel.mislukt_op).is_not(None))
        uit[f"wijkbrug_{meervoud}_wachtend"] = aantal
        uit[f"wijkbrug_{meervoud}_mislukt"] = session.exec(mislukt).one()
        uit[f"wijkbrug_oudste_{enkelvoud}_seconden"] = (nu - oudste).total_seconds() if aantal else 0.0
    dood = select(func.count()).select_from(UitbakRow).where(col(UitbakRow.mislukt_op).is_not(None))
    uit["wijkbrug_meldingen_mislukt"] = session.exec(dood).one()
    return uit


def _zoek(session: Session, id_: str) -> Rij:
    richting, _, nummer = id_.partition("-")
    rij: Any = None
    if nummer.isdecimal() and richting in tuple(Richting):
        waar = Richting(richting)
        rij = session.get(_TABELLEN[waar], int(nummer), options=[_ZONDER_TEKST[waar]])
    if rij is None or rij.mislukt_op is None:
        raise DomeinFout("fout/wachtrij_onbekend", id=id_)
    gevonden: Rij = rij
    return gevonden
