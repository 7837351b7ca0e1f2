"""What waits and what failed, in and out: for the metrics and for `wijkbrug wachtrij`."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import func
from sqlmodel import Session, col, select

from bot.domein.fouten import DomeinFout
from bot.services.binnenkomst import Soort
from bot.storage.tabellen import UitbakRow
from bot.storage.tabellen_kanaal import UpdateInRow, ZendingRow

Rij = UpdateInRow | ZendingRow


class Richting(StrEnum):
    """Which of the two queues."""

    IN = "in"
    UIT = "uit"


@dataclass(frozen=True)
class Wachtende:
    """ "Wachtende": one item that failed or waits, without what it says."""

    id: str
    soort: str
    sinds: datetime
    reden: str


def mislukten(session: Session) -> list[Wachtende]:
    """The dead-letter place, oldest first."""
    binnen = session.exec(select(UpdateInRow).where(col(UpdateInRow.mislukt_op).is_not(None)))
    buiten = session.exec(select(ZendingRow).where(col(ZendingRow.mislukt_op).is_not(None)))
    rijen: list[tuple[str, Rij]] = [(f"{Richting.IN}-{r.update_id}", r) for r in binnen]
    rijen += [(f"{Richting.UIT}-{r.id}", r) for r in buiten]
    rijen.sort(key=lambda paar: paar[1].op)
    return [Wachtende(id_, rij.soort, rij.op, rij.reden or "") for id_, rij in rijen]


def zonder_chat(session: Session) -> list[Wachtende]:
    """Messages for somebody who has not signed in yet; they go out as soon as that happens."""
    rijen = session.exec(select(UitbakRow).where(col(UitbakRow.bezorgd_op).is_(None)).order_by(col(UitbakRow.id)))
    return [Wachtende(f"wacht-{r.id}", r.naam, r.op, f"{r.rol} {r.ontvanger}") for r in rijen]


def probeer_opnieuw(session: Session, id_: str) -> None:
    """Gives one failed item another chance.

    What a person typed is not played late: other questions may stand open now, and a "ja" of this morning is no answer
    to them. The person is asked to type it again.

    Raises:
        DomeinFout: There is no such failed item, or what it said is gone already.
    """
    rij = _zoek(session, id_)
    if rij.inhoud is None:
        raise DomeinFout("fout/wachtrij_leeg", id=id_)
    if isinstance(rij, UpdateInRow) and rij.soort == Soort.TEKST:
        rij.inhoud = {"opnieuw": True}
    rij.mislukt_op, rij.niet_voor, rij.pogingen, rij.reden = None, None, 0, None
    session.add(rij)


def gooi_weg(session: Session, id_: str, *, nu: datetime) -> None:
    """Drops one failed item for good, with what it said.

    Raises:
        DomeinFout: There is no such failed item.
    """
    rij = _zoek(session, id_)
    rij.klaar_op, rij.mislukt_op, rij.inhoud = nu, None, None
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
    return uit


def _zoek(session: Session, id_: str) -> Rij:
    richting, _, nummer = id_.partition("-")
    rij: Rij | None = None
    if nummer.isdecimal() and richting in tuple(Richting):
        is_in = richting == Richting.IN
        rij = session.get(UpdateInRow, int(nummer)) if is_in else session.get(ZendingRow, int(nummer))
    if rij is None or rij.mislukt_op is None:
        raise DomeinFout("fout/wachtrij_onbekend", id=id_)
    return rij
