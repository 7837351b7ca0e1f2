"""What a use case needs besides its command: the session, the clock, ids, the protocol, the texts, and who acts."""

from dataclasses import dataclass, replace

from sqlmodel import Session

from bot.domein.lijsten import Rol
from bot.domein.protocol import Protocol
from bot.services.ids import IdBron
from bot.services.klok import Klok
from bot.services.protocollen import Protocollen
from bot.services.teksten import Teksten


@dataclass(frozen=True)
class Gebruiker:
    """Who acts: an account in one role, for one practice or as one contactpersoon."""

    account_id: str
    rol: Rol
    gemeente: str
    praktijk: str | None = None
    contactpersoon: str | None = None


@dataclass(frozen=True)
class Omgeving:
    """The surroundings of one turn. Services use the session and never commit: the turn owns the transaction."""

    session: Session
    klok: Klok
    ids: IdBron
    protocollen: Protocollen
    protocol: Protocol
    teksten: Teksten
    gebruiker: Gebruiker

    def met_versie(self, versie: int) -> "Omgeving":
        """The same surroundings under an earlier version of the protocol: a case keeps the one it began with."""
        if versie == self.protocol.versie:
            return self
        protocol = self.protocollen.van_versie(self.session, self.protocol.gemeente, versie)
        return replace(self, protocol=protocol, teksten=self.protocollen.teksten_bij(protocol))

    @property
    def praktijk(self) -> str:
        """The practice for which the assistant works."""
        if self.gebruiker.praktijk is None:
            raise LookupError("this account belongs to no practice")
        return self.gebruiker.praktijk

    @property
    def contactpersoon_code(self) -> str | None:
        """The code of the recipient of this practice's cases, or None when there is nobody."""
        persoon = self.protocol.contactpersoon_van(self.praktijk)
        return persoon.code if persoon else None
