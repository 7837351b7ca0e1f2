"""Interruptions that change nothing: they answer, and the open question comes back by itself."""

from rasa_sdk import Tracker

from actions.base import Event, WijkbrugAction, duiding
from bot.domein.lijsten import VraagId
from bot.services import triage
from bot.services.begriptelling import Teller, tel
from bot.services.beurt import Beurt
from bot.services.casus import dossier_van, open_vraag
from bot.services.status import status_berichten
from bot.services.tussenvragen import beantwoord_tussenvraag


class ActionBeantwoordVraag(WijkbrugAction):
    """A question in between: its answer from data/teksten, with what this gemeente has its own."""

    naam = "action_beantwoord_vraag"

    def doe(self, beurt: Beurt, tracker: Tracker) -> list[Event]:
        beurt.berichten.append(beantwoord_tussenvraag(beurt.omg, beurt.casus, duiding(tracker)["tussendoor"]))
        return []


class ActionSociaal(WijkbrugAction):
    """Greeting, thanks, goodbye, anger, or something that is not for Wijkbrug."""

    naam = "action_sociaal"

    def doe(self, beurt: Beurt, tracker: Tracker) -> list[Event]:
        beurt.zeg(f"sociaal/{duiding(tracker)['tussendoor']}")
        return []


class ActionHelp(WijkbrugAction):
    """What can be done here, and at this question."""

    naam = "action_help"

    def doe(self, beurt: Beurt, tracker: Tracker) -> list[Event]:
        beurt.zeg("help/balie" if beurt.casus is None else "help/casus")
        return []


class ActionWaarom(WijkbrugAction):
    """ "Waarom vraag je dat": every question has its own reason."""

    naam = "action_waarom"

    def doe(self, beurt: Beurt, tracker: Tracker) -> list[Event]:
        vraag = open_vraag(beurt.omg, beurt.casus) if beurt.casus else None
        beurt.zeg(f"waarom/{vraag.value}" if vraag else "waarom/geen_vraag")
        return []


class ActionStatus(WijkbrugAction):
    """How it stands: the case that was named, else the open one and what else runs, else the practice's latest."""

    naam = "action_status"

    def doe(self, beurt: Beurt, tracker: Tracker) -> list[Event]:
        gelezen = duiding(tracker)
        beurt.berichten += status_berichten(
            beurt.omg, beurt.casus, code=gelezen.get("code"), alles=gelezen.get("alles", False)
        )
        return []


class ActionOnbegrepen(WijkbrugAction):
    """Not understood: first a narrowing question, then the plain list. Never silence, never a loop."""

    naam = "action_onbegrepen"

    def doe(self, beurt: Beurt, tracker: Tracker) -> list[Event]:
        if beurt.casus is None:
            tel(beurt.omg, Teller.ONBEGREPEN, "balie")
            beurt.zeg("onbegrepen/balie")
            return []
        if duiding(tracker).get("soort") == "weet_niet":
            self._weet_niet(beurt)
            return []
        vraag = open_vraag(beurt.omg, beurt.casus)
        aantal = triage.tel_onbegrepen(beurt.omg, beurt.casus)
        if vraag is VraagId.LEEFTIJDSGROEP and dossier_van(beurt.casus).leeftijdsgroep and aantal == 1:
            beurt.zeg("ouder/onbegrepen")
        else:
            beurt.zeg(f"onbegrepen/{vraag.value}" if vraag and aantal == 1 else "onbegrepen/lijst")
        return []

    @staticmethod
    def _weet_niet(beurt: Beurt) -> None:
        """The age cannot be missed: why, how to get it, and a way to wait. Never the same sentence twice in a row."""
        casus = beurt.de_casus
        aantal = triage.tel_weet_niet(beurt.omg, casus)
        if dossier_van(casus).leeftijdsgroep is not None:
            beurt.zeg("weet_niet/ouder" if aantal % 2 else "weet_niet/ouder_twijfel", code=casus.code)
        else:
            beurt.zeg("weet_niet/leeftijd" if aantal % 2 else "weet_niet/leeftijd_later", code=casus.code)
