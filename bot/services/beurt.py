"""One turn of a conversation: what actions may touch, and what they say. Valid inside the turn's transaction only."""

from contextvars import ContextVar
from dataclasses import dataclass, field

from bot.domein.bericht import Bericht
from bot.domein.fouten import DomeinFout
from bot.services.gesprek import Keuze
from bot.services.omgeving import Omgeving
from bot.storage.tabellen import CasusRow, GesprekRow


@dataclass
class Beurt:
    """ "Beurt": a message of the user and all that it causes. Messages are buffered and sent after the commit."""

    omg: Omgeving
    gesprek: GesprekRow
    casus: CasusRow | None
    keuze: Keuze | None = None  # what was offered in the turn before, beside the questions of the protocol
    berichten: list[Bericht] = field(default_factory=list)

    @property
    def de_casus(self) -> CasusRow:
        """The case of this turn.

        Raises:
            DomeinFout: No case is open in this conversation.
        """
        if self.casus is None:
            raise DomeinFout("fout/geen_casus")
        return self.casus

    def zeg(self, naam: str, **variabelen: object) -> None:
        """Buffers a text without buttons."""
        self.berichten.append(Bericht(naam=naam, tekst=self.omg.teksten.vul(naam, **variabelen)))


HUIDIGE_BEURT: ContextVar[Beurt] = ContextVar("huidige_beurt")
