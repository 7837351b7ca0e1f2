"""Commands at any point: undo, stop, park, resume, a second case, correct, overrule."""

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, SlotSet

from actions.base import Event, WijkbrugAction, duiding
from bot.domein.lijsten import OverruleReden
from bot.services import triage
from bot.services.afronding import rond_af
from bot.services.beurt import Beurt
from bot.services.casus import zoek_casus
from bot.services.toestemming import trek_toestemming_in
from bot.services.tussenvragen import vraag_zeker

SLUIT_FORM = (ActiveLoop(None), SlotSet("requested_slot", None))


class ActionTerug(WijkbrugAction):
    """`terug`: the last answer is taken back; its question comes again."""

    naam = "action_terug"

    def doe(self, beurt: Beurt, tracker: Tracker) -> list[Event]:
        triage.maak_ongedaan(beurt.omg, beurt.de_casus)
        beurt.zeg("commando/terug")
        return []


class ActionStop(WijkbrugAction):
    """`stop`: ends the case; nothing leaves the practice."""

    naam = "action_stop"

    def doe(self, beurt: Beurt, tracker: Tracker) -> list[Event]:
        triage.breek_af(beurt.omg, beurt.de_casus)
        beurt.berichten.extend(rond_af(beurt.omg, beurt.de_casus))
        return list(SLUIT_FORM)


class ActionLater(WijkbrugAction):
    """`later`: the case waits for at most 24 hours."""

    naam = "action_later"

    def doe(self, beurt: Beurt, tracker: Tracker) -> list[Event]:
        casus = beurt.de_casus
        triage.parkeer(beurt.omg, casus, beurt.gesprek)
        beurt.zeg("commando/later", code=casus.code)
        return list(SLUIT_FORM)


class ActionNieuweCasus(WijkbrugAction):
    """A second case in between: the open one waits."""

    naam = "action_nieuwe_casus"

    def doe(self, beurt: Beurt, tracker: Tracker) -> list[Event]:
        casus = beurt.casus
        if casus is None or casus.uitkomst is not None:
            beurt.gesprek.actieve_casus_id = None
            beurt.zeg("commando/nieuwe_casus")
            return []
        triage.parkeer(beurt.omg, casus, beurt.gesprek)
        beurt.zeg("commando/nieuwe_casus_ander_wacht", code=casus.code)
        return list(SLUIT_FORM)


class ActionVerder(WijkbrugAction):
    """`verder`: back to the case that waited; the engine asks its open question again."""

    naam = "action_verder"

    def doe(self, beurt: Beurt, tracker: Tracker) -> list[Event]:
        if beurt.casus is not None and beurt.casus.uitkomst is None and not duiding(tracker).get("code"):
            beurt.zeg("commando/hier_verder")
            return []
        casus = triage.hervat(beurt.omg, beurt.gesprek, code=duiding(tracker).get("code"))
        beurt.zeg("commando/verder", code=casus.code)
        return list(SLUIT_FORM)


class ActionCorrectie(WijkbrugAction):
    """ "Nee, ik bedoelde Meerzicht": an earlier fact is replaced; what rested on it is asked again."""

    naam = "action_correctie"

    def doe(self, beurt: Beurt, tracker: Tracker) -> list[Event]:
        triage.corrigeer_feiten(beurt.omg, beurt.de_casus, duiding(tracker).get("feiten") or {})
        beurt.zeg("commando/correctie")
        return []


class ActionIntrekken(WijkbrugAction):
    """The patient withdraws consent: asked once more, then the shared data are wiped and the contactpersoon is told."""

    naam = "action_intrekken"

    def doe(self, beurt: Beurt, tracker: Tracker) -> list[Event]:
        gelezen = duiding(tracker)
        casus = zoek_casus(beurt.omg, gelezen["code"])
        match gelezen["stap"]:
            case "intrekken":
                beurt.berichten.append(vraag_zeker(beurt.omg, casus))
            case "nog_eens":
                beurt.berichten.append(vraag_zeker(beurt.omg, casus, naam="intrekken/nog_eens"))
            case "intrekken_ja":
                trek_toestemming_in(beurt.omg, casus, wijze="praktijk")
                beurt.zeg("intrekken/klaar", code=casus.code)
            case _:
                beurt.zeg("intrekken/niet", code=casus.code)
        return []


class ActionOverrule(WijkbrugAction):
    """A recognised rode vlag is set aside with a reason that is kept."""

    naam = "action_overrule"

    def doe(self, beurt: Beurt, tracker: Tracker) -> list[Event]:
        triage.zet_vlag_opzij(beurt.omg, beurt.de_casus, OverruleReden(duiding(tracker)["reden"]))
        beurt.zeg("commando/overrule")
        return []
