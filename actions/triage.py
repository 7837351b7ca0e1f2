"""The form: taking an answer, asking the next question, and closing a case that has its outcome."""

from typing import Any

from rasa_sdk import Tracker

from actions.base import Event, WijkbrugAction, duiding
from actions.spiegel import spiegel, vraag_event
from bot.domein.lijsten import RodeVlag, VraagId
from bot.services import kaart, triage
from bot.services.afronding import rond_af
from bot.services.beurt import Beurt
from bot.services.casus import open_vraag
from bot.services.tussenvragen import beantwoord_tussenvraag
from bot.services.vragen import stel_vraag


class ValidateTriageForm(WijkbrugAction):
    """Reads what the engine made of the message and lets one service apply it.

    Returns the mirror of the dossier when something was answered. When nothing was (an interruption), it names the
    open question only: any other SlotSet would keep Rasa from letting the interruption's rule speak.
    """

    naam = "validate_triage_form"

    def doe(self, beurt: Beurt, tracker: Tracker) -> list[Event]:
        gelezen = duiding(tracker)
        match gelezen.get("soort"):
            case "vlag":
                triage.stop_op_vlag(beurt.omg, beurt.de_casus, RodeVlag(gelezen["vlag"]))
            case "hulpvraag":
                triage.neem_hulpvraag_op(beurt.omg, beurt.de_casus, gelezen["feiten"])
            case "antwoord":
                self._antwoord(beurt, gelezen)
            case "kaart":
                kaart.tik_aan(beurt.omg, beurt.de_casus, gelezen["wat"])
            case "kaartfeiten":
                kaart.vul_aan(beurt.omg, beurt.de_casus, gelezen["feiten"])
            case "hervat":
                pass
            case _:
                return vraag_event(beurt)
        return spiegel(beurt, tracker)

    def _antwoord(self, beurt: Beurt, gelezen: dict[str, Any]) -> None:
        vraag = VraagId(gelezen["vraag"])
        if gelezen.get("tussendoor"):
            beurt.berichten.append(beantwoord_tussenvraag(beurt.omg, beurt.casus, gelezen["tussendoor"]))
        triage.geef_antwoord(beurt.omg, beurt.de_casus, vraag=vraag, antwoord=gelezen["antwoord"])

    def na_fout(self, beurt: Beurt, tracker: Tracker) -> list[Event]:
        return spiegel(beurt, tracker)


class AskVraag(WijkbrugAction):
    """Asks one question of the protocol; Rasa finds it as `action_ask_<slot>`."""

    def __init__(self, vraag: VraagId) -> None:
        self.vraag = vraag
        self.naam = f"action_ask_{vraag.value}"

    def doe(self, beurt: Beurt, tracker: Tracker) -> list[Event]:
        vraag = open_vraag(beurt.omg, beurt.de_casus) or self.vraag
        beurt.berichten.append(stel_vraag(beurt.omg, beurt.de_casus, vraag))
        return []


class ActionRondAf(WijkbrugAction):
    """Closes a case that has its outcome: the card, the SOEP text, the text for the patient."""

    naam = "action_rond_af"

    def doe(self, beurt: Beurt, tracker: Tracker) -> list[Event]:
        beurt.berichten.extend(rond_af(beurt.omg, beurt.de_casus))
        return []
