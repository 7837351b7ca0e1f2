"""The updates that wait for the bot: kept for 24 hours, confirmed by `offset`, handed to one poller only."""

import asyncio
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

from tests.telegram.nep.fouten import weiger
from tests.telegram.nep.storingen import Soort, Storingen
from tests.telegram.nep.tijd import Tijd

BEWAARD = 24 * 3600.0
EERSTE = 480_000_001
STANDAARD_NIET = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
MAX_POLL = 50
_DOOR_WEBHOOK = "terminated by setWebhook request"
_DOOR_ANDER = "terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass
class Update:
    """One update and what became of it; times are those of the clock of the fake."""

    nummer: int
    chat: int
    soort: str
    inhoud: dict[str, Any]
    gemaakt: float
    uitgereikt: list[float] = field(default_factory=list)
    bevestigd: float | None = None
    verlopen: bool = False
    vanaf: float = 0.0  # a late update is not given before this moment
    houdt_op: bool = False  # what follows in this chat waits with it
    nog: int = 0  # so many times it is still given, whatever the offset: late and duplicated updates

    def als_api(self) -> dict[str, Any]:
        return {"update_id": self.nummer, self.soort: self.inhoud}

    def als_json(self) -> dict[str, Any]:
        return asdict(self)


class Updates:
    """The queue. `alle` remembers every update that there ever was, in order of number."""

    def __init__(self, tijd: Tijd, storingen: Storingen) -> None:
        self.tijd, self.storingen = tijd, storingen
        self.alle: list[Update] = []
        self.open: dict[int, Update] = {}
        self.toegestaan: list[str] = []
        self.wekkers: list[Callable[[], None]] = []
        self.polls = 0
        self._volgende = EERSTE
        self._nieuw = asyncio.Event()
        self._poller: object | None = None
        self._onderweg: list[Update] = []

    def voeg_toe(self, chat: int, soort: str, inhoud: dict[str, Any]) -> int | None:
        """A new update, unless the bot did not ask for this kind; returns its number."""
        if soort not in self.toegestaan and (self.toegestaan or soort in STANDAARD_NIET):
            return None
        update = Update(self._volgende, chat, soort, inhoud, self.tijd.nu())
        self._volgende += 1
        self._verstoor(update)
        self.alle.append(update)
        self.open[update.nummer] = update
        self._roep_wakker()
        return update.nummer

    def _verstoor(self, update: Update) -> None:
        ophoud = [een.vanaf for een in self.open.values() if een.chat == update.chat and een.houdt_op]
        if ophoud and max(ophoud) > update.gemaakt:
            update.vanaf, update.houdt_op, update.nog = max(ophoud), True, 1
            return
        storing = self.storingen.bij_update(update.chat)
        if storing is None:
            return
        update.nog = 2 if storing.soort is Soort.DUBBEL else 1
        if storing.soort is not Soort.DUBBEL:
            update.vanaf, update.houdt_op = update.gemaakt + storing.wacht, storing.soort is Soort.LAAT_CHAT

    def wachtend(self) -> list[Update]:
        """What may be given now, oldest number first; what is older than 24 hours is gone."""
        nu = self.tijd.nu()
        for update in [een for een in self.open.values() if een.gemaakt <= nu - BEWAARD]:
            update.verlopen = True
            del self.open[update.nummer]
        return [een for _, een in sorted(self.open.items()) if een.vanaf <= nu]

    def bevestig(self, offset: int) -> None:
        """Forgets what is older than this offset; a negative one keeps only so many of the newest."""
        nummers = sorted(self.open)
        grens = offset if offset >= 0 else (nummers[offset:] or [0])[0]
        for nummer in nummers:
            if nummer < grens and not self.open[nummer].nog:
                self.rond_af(self.open[nummer])

    def rond_af(self, update: Update) -> None:
        update.bevestigd = self.tijd.nu()
        self.open.pop(update.nummer, None)

    def reik_uit(self, update: Update) -> dict[str, Any]:
        update.uitgereikt.append(self.tijd.nu())
        update.nog = max(0, update.nog - 1)
        return update.als_api()

    def wis(self) -> None:
        self.open.clear()

    async def poll(self, offset: int, limiet: int, seconden: float) -> list[dict[str, Any]]:
        """`getUpdates`: confirms, then gives what there is, or waits; ends a poll that was already waiting."""
        self.polls += 1
        self.bevestig(offset)
        ik = self._poller = object()
        self._roep_wakker()
        klok = asyncio.get_running_loop().time
        eind = klok() + min(seconden, MAX_POLL)
        while True:
            if self._poller is not ik:
                weiger(_DOOR_WEBHOOK if self._poller is None else _DOOR_ANDER, code=409)
            klaar = [een for een in self.wachtend() if een.nummer >= offset or een.nog][:limiet]
            if klaar or klok() >= eind:
                self._onderweg = klaar
                return [self.reik_uit(een) for een in klaar]
            await self._wacht(eind - klok())

    def kwam_niet_aan(self) -> None:
        """The last answer got lost. A late update is given again, also when the offset is past it already."""
        for update in self._onderweg:
            update.nog += bool(update.vanaf)

    async def _wacht(self, seconden: float) -> None:
        self._nieuw.clear()
        te_laat = any(een.vanaf for een in self.open.values())
        try:
            await asyncio.wait_for(self._nieuw.wait(), min(seconden, 0.05) if te_laat else seconden)
        except TimeoutError:
            return

    def breek_poll_af(self) -> None:
        """Ends the poll that waits, as `setWebhook` does."""
        self._poller = None
        self._roep_wakker()

    def _roep_wakker(self) -> None:
        self._nieuw.set()
        for wek in self.wekkers:
            wek()
