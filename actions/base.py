"""The base of all actions: reads the turn, calls one service, and is the boundary where errors become an answer.

An exception in a Rasa action is silence for the user; here it is an apology with an error id, the database goes back
to before the action, and the form stays open.
"""

import logging
from abc import abstractmethod
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.domein.fouten import DomeinFout
from bot.services.beurt import HUIDIGE_BEURT, Beurt

logger = logging.getLogger(__name__)

Event = dict[str, Any]


class WijkbrugAction(Action):  # type: ignore[misc]
    """An action with a name, a turn, and an error boundary."""

    naam: str = ""

    def name(self) -> str:
        """The name in domain.yml."""
        return self.naam

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Event]:
        """Runs `doe` in a savepoint; an expected refusal is told, anything else becomes an apology."""
        beurt = HUIDIGE_BEURT.get()
        gezegd = len(beurt.berichten)
        punt = beurt.omg.session.begin_nested()
        try:
            events = self.doe(beurt, tracker)
            punt.commit()
            return events
        except DomeinFout as fout:
            _maak_ongedaan(beurt, punt, gezegd)
            beurt.zeg(fout.tekst, **fout.variabelen)
        except Exception as fout:
            _maak_ongedaan(beurt, punt, gezegd)
            kenmerk = beurt.omg.ids.nieuw()[:8]
            logger.exception(
                "action_failed", extra={"actie": self.naam, "kenmerk": kenmerk, "fout": type(fout).__name__}
            )
            beurt.zeg("fout/technisch", kenmerk=kenmerk)
        return self.na_fout(beurt, tracker)

    @abstractmethod
    def doe(self, beurt: Beurt, tracker: Tracker) -> list[Event]:
        """What the action does. Returns Rasa events."""

    def na_fout(self, beurt: Beurt, tracker: Tracker) -> list[Event]:
        """The events after a failure: none, so the open question comes back."""
        return []


def _maak_ongedaan(beurt: Beurt, punt: Any, gezegd: int) -> None:
    if punt.is_active:
        punt.rollback()
    beurt.omg.session.expire_all()
    del beurt.berichten[gezegd:]


def duiding(tracker: Tracker) -> dict[str, Any]:
    """How the engine read the latest message (`bot.dialogue.duiding`)."""
    gelezen: dict[str, Any] = (tracker.latest_message or {}).get("duiding") or {}
    return gelezen
