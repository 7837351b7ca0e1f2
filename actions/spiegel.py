"""The Rasa slots as a mirror of the dossier, which is the only truth."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from bot.domein.dossier import Dossier
from bot.domein.lijsten import VraagId
from bot.services.beurt import Beurt
from bot.services.casus import dossier_van, open_vraag


def spiegel(beurt: Beurt, tracker: Tracker) -> list[dict[str, Any]]:
    """SlotSets that bring the tracker in line with the dossier.

    `stap` and the open question are always among them: an answer without any SlotSet would make Rasa reject the form.
    """
    waarden = _waarden(dossier_van(beurt.de_casus))
    events = [
        SlotSet(naam, waarde) for naam, waarde in waarden.items() if naam == "stap" or tracker.get_slot(naam) != waarde
    ]
    return [*events, *vraag_event(beurt)]


def vraag_event(beurt: Beurt) -> list[dict[str, Any]]:
    """The SlotSet that names the open question; None ends the form."""
    vraag = open_vraag(beurt.omg, beurt.de_casus)
    return [SlotSet("requested_slot", vraag.value if vraag else None)]


def _waarden(d: Dossier) -> dict[str, Any]:
    return {
        "stap": d.stap,
        VraagId.HULPVRAAG: d.hulpvraag_gesteld or None,
        VraagId.VEILIG: d.vlag or d.stopgrond or ("geen" if d.stoplijst_nee else None),
        VraagId.LEEFGEBIEDEN: [x.value for x in d.leefgebieden] if d.leefgebieden_bevestigd else None,
        VraagId.WIJK: d.wijk,
        VraagId.LEEFTIJDSGROEP: d.leeftijdsgroep,
        VraagId.WENS: d.wens,
        VraagId.BELEMMERINGEN: [x.value for x in d.alle_belemmeringen],
        VraagId.VOORSTEL: list(d.gekozen) if d.gekozen is not None else None,
        VraagId.ROUTE: d.route,
        VraagId.CONTACTROUTE: d.contactroute,
        VraagId.TOESTEMMING: d.toestemming.model_dump(mode="json", include={"gegeven", "door"})
        if d.toestemming
        else None,
        VraagId.BEVESTIGEN: d.bevestigd or None,
    }
