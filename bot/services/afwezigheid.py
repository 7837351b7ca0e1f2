"""Absence of a contactpersoon: while he is away, news of his cases goes to the vervanger whom the consent names."""

from datetime import datetime

from sqlmodel import Session

from bot.storage.tabellen_kanaal import AfwezigheidRow


def meld_afwezig(session: Session, gemeente: str, contactpersoon: str, *, nu: datetime) -> None:
    """This contactpersoon is away from now on."""
    if not is_afwezig(session, gemeente, contactpersoon):
        session.add(AfwezigheidRow(gemeente=gemeente, contactpersoon=contactpersoon, sinds=nu))
        session.flush()


def meld_aanwezig(session: Session, gemeente: str, contactpersoon: str) -> None:
    """This contactpersoon is back."""
    rij = session.get(AfwezigheidRow, (gemeente, contactpersoon))
    if rij is not None:
        session.delete(rij)
        session.flush()


def is_afwezig(session: Session, gemeente: str, contactpersoon: str) -> bool:
    """Whether this contactpersoon said that he is away."""
    return session.get(AfwezigheidRow, (gemeente, contactpersoon)) is not None


def wie_bericht_krijgt(session: Session, gemeente: str, contactpersoon: str, *, vervanger: str | None) -> str:
    """The code of the one who is told: the contactpersoon, or the vervanger when only he is there."""
    if vervanger is None or not is_afwezig(session, gemeente, contactpersoon):
        return contactpersoon
    return contactpersoon if is_afwezig(session, gemeente, vervanger) else vervanger
