"""Gespreksvoering: a message from a channel becomes one turn in one transaction, per conversation strictly in order."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import Session

from bot.dialogue.contactpersoon import reply_contactpersoon
from bot.domein.bericht import Bericht, Knopdruk
from bot.domein.lijsten import Rol
from bot.services.ids import IdBron
from bot.services.klok import Klok
from bot.services.omgeving import Gebruiker, Omgeving
from bot.services.protocollen import Protocollen
from bot.services.teksten import Teksten
from bot.storage.kolommen import OpslagFout
from nlu.begrip import Begrip

if TYPE_CHECKING:
    from bot.dialogue.engine import Engine  # imports rasa, which costs seconds

logger = logging.getLogger(__name__)
MAX_TEKENS = 4096


@dataclass(frozen=True)
class Huis:
    """What a conversation needs of the house: storage, clock, ids, protocols, texts. Made by `bot.bootstrap`."""

    sessie: Callable[[], AbstractContextManager[Session]]  # a transaction: commits at the end, or rolls back
    klok: Klok
    ids: IdBron
    protocollen: Protocollen
    teksten: Teksten
    standaard_gemeente: str

    def omgeving(self, gebruiker: Gebruiker, session: Session) -> Omgeving:
        """The surroundings of one turn of this user."""
        return Omgeving(
            session=session,
            klok=self.klok,
            ids=self.ids,
            protocollen=self.protocollen,
            protocol=self.protocollen.van(gebruiker.gemeente),
            teksten=self.protocollen.teksten_van(gebruiker.gemeente),
            gebruiker=gebruiker,
        )


class Gespreksvoering:
    """The one door for all channels: understand in memory, cut, play the turn, commit, and only then speak."""

    def __init__(self, huis: Huis, engine: "Engine") -> None:
        self._huis, self._engine = huis, engine
        self._slot = asyncio.Lock()  # a turn never yields to the loop anyway; and no transaction may span another turn

    async def zeg(self, gebruiker: Gebruiker, gesprek_id: str, tekst: str) -> list[Bericht]:
        """A typed message. The raw text does not outlive this call."""
        if not tekst.strip():
            return [self._bericht("fout/leeg_bericht")]
        if len(tekst) > MAX_TEKENS:
            return [self._bericht("fout/te_lang", maximum=MAX_TEKENS)]
        begrip = await self.begrijp(gebruiker, tekst)
        schoon = Begrip.from_parse(begrip.to_parse(met_grond=False))
        return await self._beurt(gebruiker, gesprek_id, schoon)

    async def tik(self, gebruiker: Gebruiker, gesprek_id: str, actie: str) -> list[Bericht]:
        """A tap on a button."""
        return await self._beurt(gebruiker, gesprek_id, Knopdruk(actie))

    async def begrijp(self, gebruiker: Gebruiker, tekst: str) -> Begrip:
        """Understands the raw text in memory, with the names of this gemeente."""
        return await self._engine.begrijp(tekst, self._huis.protocollen.van(gebruiker.gemeente))

    async def speel(self, omg: Omgeving, gesprek_id: str, invoer: Begrip | Knopdruk) -> list[Bericht]:
        """Plays one turn inside the caller's transaction, for a channel that queues the answer in it as well.

        One turn at a time: a turn never yields to the loop. The caller commits, or rolls back and calls `vergeet`.
        """
        match omg.gebruiker.rol:
            case Rol.CONTACTPERSOON:
                return reply_contactpersoon(omg, invoer, gesprek_id=gesprek_id)
            case Rol.BEHEERDER:
                return [self._bericht("beheerder/uitleg")]
            case _:
                return await self._engine.reply(omg, gesprek_id, invoer)

    def vergeet(self, gesprek_id: str) -> None:
        """Drops from memory a conversation whose turn was rolled back."""
        self._engine.vergeet(gesprek_id)

    async def _beurt(self, gebruiker: Gebruiker, gesprek_id: str, invoer: Begrip | Knopdruk) -> list[Bericht]:
        async with self._slot:
            try:
                with self._huis.sessie() as session:
                    return await self.speel(self._huis.omgeving(gebruiker, session), gesprek_id, invoer)
            except OpslagFout as fout:
                self._engine.vergeet(gesprek_id)
                return [self._bericht(fout.tekst, **fout.variabelen)]
            except Exception as fout:
                self._engine.vergeet(gesprek_id)
                kenmerk = self._huis.ids.nieuw()[:8]
                logger.exception("turn_failed", extra={"kenmerk": kenmerk, "fout": type(fout).__name__})
                return [self._bericht("fout/technisch", kenmerk=kenmerk)]

    def _bericht(self, naam: str, **variabelen: object) -> Bericht:
        return Bericht(naam=naam, tekst=self._huis.teksten.vul(naam, **variabelen))
