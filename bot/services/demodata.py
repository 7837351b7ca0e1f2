"""Demo data of a gemeente: an account per practice and contactpersoon, and its catalogue."""

from datetime import datetime
from pathlib import Path

from sqlmodel import Session

from bot.domein.lijsten import Rol
from bot.domein.protocol import Protocol
from bot.services.catalogus import laad_demo
from bot.services.omgeving import Gebruiker
from bot.storage.tabellen import AccountRow


def zaai(session: Session, protocol: Protocol, *, catalogus: Path, nu: datetime) -> None:
    """Makes the accounts and loads the catalogue; what is there already stays."""
    for gebruiker, naam in demo_gebruikers(protocol):
        if session.get(AccountRow, gebruiker.account_id) is None:
            session.add(
                AccountRow(
                    id=gebruiker.account_id,
                    rol=gebruiker.rol,
                    gemeente=gebruiker.gemeente,
                    naam=naam,
                    praktijk=gebruiker.praktijk,
                    contactpersoon=gebruiker.contactpersoon,
                )
            )
    session.flush()
    if catalogus.exists():
        laad_demo(session, protocol.gemeente, bestand=catalogus, nu=nu)


def demo_gebruikers(protocol: Protocol) -> list[tuple[Gebruiker, str]]:
    """The demo accounts with the name that is shown: one assistant a practice, every contactpersoon, one beheerder."""
    gemeente = protocol.gemeente
    assistenten = [
        (Gebruiker(f"assistent-{p.code}", Rol.ASSISTENT, gemeente, praktijk=p.code), p.naam)
        for p in protocol.praktijken
    ]
    personen = [
        (Gebruiker(f"contactpersoon-{p.code}", Rol.CONTACTPERSOON, gemeente, contactpersoon=p.code), p.naam)
        for p in protocol.contactpersonen
    ]
    return [*assistenten, *personen, (Gebruiker(f"beheerder-{gemeente}", Rol.BEHEERDER, gemeente), protocol.naam)]
