"""Ontvangst: an update is read and understood in memory, and written before it is acknowledged."""

import logging
from collections.abc import Callable
from typing import Any

from bot.channel.lezen import Gelezen, lees_update
from bot.channel.menu import als_woorden
from bot.dialogue.voering import Gespreksvoering, Huis
from bot.log_setup import meld_fout
from bot.services.aanmelding import gebruiker_van
from bot.services.binnenkomst import Binnenkomst, Soort, is_bekend, neem_op
from bot.services.omgeving import Gebruiker

logger = logging.getLogger(__name__)


class Ontvangst:
    """The one entrance, for polling and webhook alike. Returns only when the update is safely stored."""

    def __init__(self, huis: Huis, voering: Gespreksvoering, *, meld: Callable[[int], None]) -> None:
        """`meld` is called with the chat when something new waits: it wakes the worker."""
        self._huis, self._voering, self._meld = huis, voering, meld

    async def ontvang(self, gegevens: dict[str, Any]) -> bool:
        """Stores one update; False when it is of a kind that we do nothing with, or was stored before.

        Raises:
            ValueError: It is no update.
            OpslagFout: It could not be stored; it must not be acknowledged.
        """
        gelezen = lees_update(gegevens)
        if gelezen is None:
            return False
        with self._huis.sessie() as session:
            if is_bekend(session, gelezen.update_id):
                return False
            gebruiker = gebruiker_van(session, gelezen.chat_id)
        inhoud = gelezen.inhoud
        if gelezen.soort is Soort.TEKST and gebruiker is not None:
            inhoud = await self._begrijp(gelezen, gebruiker)
        elif gelezen.tekst and gebruiker is not None:  # edited: not played, but a name that was put in must go
            gelezen_anders = await self._begrijp(gelezen, gebruiker)
            inhoud = {**inhoud, "weg": gelezen_anders.get("weg", True)}
        binnen = Binnenkomst(gelezen.update_id, gelezen.chat_id, gelezen.soort, inhoud)
        with self._huis.sessie() as session:
            is_nieuw = neem_op(session, binnen, nu=self._huis.klok.nu())
        if is_nieuw:
            self._meld(gelezen.chat_id)
        return is_nieuw

    async def _begrijp(self, gelezen: Gelezen, gebruiker: Gebruiker) -> dict[str, Any]:
        """Flags, meaning and the gate on the raw text, in memory; what goes on is ids, facts and the cleaned text."""
        woorden = als_woorden(gelezen.tekst, gebruiker.rol, self._huis.teksten)
        if not woorden.strip():
            return {**gelezen.inhoud, "leeg": True}
        try:
            begrip = await self._voering.begrijp(gebruiker, woorden)
        except Exception as fout:  # noqa: BLE001 - a message that cannot be read must not hold up the others
            return {**gelezen.inhoud, "kenmerk": meld_fout(logger, "lezen_mislukt", fout)}
        return {**gelezen.inhoud, "parse": begrip.to_parse(met_grond=False), "weg": bool(begrip.gevonden)}
