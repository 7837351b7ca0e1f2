"""Rasa's tracker store over our own tables: encrypted, only new events, in the turn's own transaction."""

from collections import OrderedDict
from collections.abc import Iterable
from typing import Any
from weakref import WeakKeyDictionary

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy import delete, func
from sqlmodel import Session, col, select

from bot.services.beurt import HUIDIGE_BEURT
from bot.storage.tabellen import DialoogGebeurtenisRow

MAX_IN_GEHEUGEN = 500
BALIE = ":balie:"  # a conversation without a case leaves no trace


class CasusTrackerStore(TrackerStore):  # type: ignore[misc]
    """One tracker per case (`<gesprek>:<casus>`).

    A tracker stays in memory between turns and is trusted only while the database holds exactly the events that were
    read or written with it; so several processes may share a database, and a turn that was rolled back is read anew.
    """

    def __init__(self, domain: Domain | None = None) -> None:
        super().__init__(domain or Domain.empty(), None)
        self._geheugen: OrderedDict[str, tuple[int, int, DialogueStateTracker]] = OrderedDict()
        self._nagekeken: WeakKeyDictionary[Session, set[str]] = (
            WeakKeyDictionary()
        )  # in this turn: nobody else writes it

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Appends the events that are new since the tracker was read."""
        if BALIE in tracker.sender_id:
            return
        volgnummer, bekend, _ = self._geheugen.get(tracker.sender_id, (0, 0, tracker))
        nieuw = [event.as_dict() for event in list(tracker.events)[bekend:]]
        if not nieuw:
            return
        beurt = HUIDIGE_BEURT.get()
        beurt.omg.session.add(
            DialoogGebeurtenisRow(
                sender_id=tracker.sender_id, volgnummer=volgnummer + 1, gebeurtenissen=nieuw, op=beurt.omg.klok.nu()
            )
        )
        self._onthoud(tracker, volgnummer + 1)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker of a case, or None when it has no events yet."""
        if BALIE in sender_id:
            return None
        session = HUIDIGE_BEURT.get().omg.session
        bekend = self._geheugen.get(sender_id)
        if bekend is not None and bekend[1] == len(bekend[2].events) and sender_id in self._nagekeken.get(session, ()):
            return bekend[2]
        laatste: int | None = session.exec(
            select(func.max(DialoogGebeurtenisRow.volgnummer)).where(DialoogGebeurtenisRow.sender_id == sender_id)
        ).one()
        if laatste is None:
            self._geheugen.pop(sender_id, None)
            return None
        if bekend is not None and bekend[0] == laatste and bekend[1] == len(bekend[2].events):
            self._onthoud(bekend[2], laatste)
            return bekend[2]
        rijen = session.exec(
            select(DialoogGebeurtenisRow)
            .where(DialoogGebeurtenisRow.sender_id == sender_id)
            .order_by(DialoogGebeurtenisRow.volgnummer)  # type: ignore[arg-type]
        )
        tracker = DialogueStateTracker.from_events(
            sender_id, _events(event for rij in rijen for event in rij.gebeurtenissen), self.domain.slots
        )
        self._onthoud(tracker, laatste)
        return tracker

    async def delete(self, sender_id: str) -> None:
        """Forgets a case's tracker."""
        self._geheugen.pop(sender_id, None)
        HUIDIGE_BEURT.get().omg.session.exec(
            delete(DialoogGebeurtenisRow).where(col(DialoogGebeurtenisRow.sender_id) == sender_id)
        )

    async def keys(self) -> Iterable[str]:
        """The sender ids that have a tracker."""
        return list(HUIDIGE_BEURT.get().omg.session.exec(select(DialoogGebeurtenisRow.sender_id).distinct()))

    def vergeet(self, begin: str) -> None:
        """Drops the trackers whose sender id starts so from memory: the turn that changed them was rolled back."""
        for sender_id in [sleutel for sleutel in self._geheugen if sleutel.startswith(begin)]:
            del self._geheugen[sender_id]

    def _onthoud(self, tracker: DialogueStateTracker, volgnummer: int) -> None:
        self._nagekeken.setdefault(HUIDIGE_BEURT.get().omg.session, set()).add(tracker.sender_id)
        self._geheugen[tracker.sender_id] = (volgnummer, len(tracker.events), tracker)
        self._geheugen.move_to_end(tracker.sender_id)
        while len(self._geheugen) > MAX_IN_GEHEUGEN:
            self._geheugen.popitem(last=False)


def _events(rijen: Iterable[dict[str, Any]]) -> list[Event]:
    events = [Event.from_parameters(rij) for rij in rijen]
    for event in events:
        if isinstance(event, UserUttered) and event.parse_data is None:
            raise ValueError("a stored message lost its parse")
    return [event for event in events if event is not None]
