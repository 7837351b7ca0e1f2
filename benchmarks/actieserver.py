"""Our actions behind HTTP, the way `rasa run actions` serves them: for the comparison with the ordinary way only.

The handler is the one of `rasa_sdk.endpoint.create_app`, with two differences. Our actions are handed over as instances
(`create_app` makes them without arguments), and around each call a turn is opened, in a transaction of its own, because
our actions work on one: in the ordinary way there is nothing that spans the calls of a turn.
"""

import sys
from pathlib import Path
from typing import Any

from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection
from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import json as json_antwoord

from actions import alle_acties
from benchmarks.opstelling import assistent, vers_huis
from bot.dialogue.acties import bouw_uitvoerder
from bot.dialogue.duiding import duid_tekst
from bot.dialogue.voering import Huis
from bot.domein.bericht import Bericht
from bot.log_setup import zet_log_op
from bot.services.beurt import HUIDIGE_BEURT, Beurt
from bot.services.casus import dossier_van, open_vraag
from bot.services.gesprek import actieve_casus, open_gesprek
from bot.services.triage import start_casus
from nlu.begrip import Begrip

VALIDATIE = "validate_triage_form"
LATER_IN_DE_BEURT = ("action_ask_", "action_rond_af")


def maak_app(huis: Huis) -> Sanic:
    """The action server: `/webhook` and `/health`."""
    app, uitvoerder = Sanic("rasa_sdk", configure_logging=False), bouw_uitvoerder(alle_acties())

    async def gezond(_: Request) -> HTTPResponse:
        return json_antwoord({"status": "ok"})

    async def webhook(verzoek: Request) -> HTTPResponse:
        try:
            return json_antwoord(await _voer_uit(huis, uitvoerder, verzoek.json))
        except ActionExecutionRejection as afwijzing:
            return json_antwoord({"error": afwijzing.message, "action_name": afwijzing.action_name}, status=400)

    app.add_route(gezond, "/health")
    app.add_route(webhook, "/webhook", methods=["POST"])
    return app


async def _voer_uit(huis: Huis, uitvoerder: ActionExecutor, oproep: dict[str, Any]) -> dict[str, Any]:
    with huis.sessie() as session:
        omg = huis.omgeving(assistent(huis), session)
        gesprek = open_gesprek(omg, oproep["sender_id"])
        casus = actieve_casus(omg, gesprek)
        beurt = Beurt(omg=omg.met_versie(casus.protocol_versie) if casus else omg, gesprek=gesprek, casus=casus)
        teken = HUIDIGE_BEURT.set(beurt)
        try:
            if not oproep["next_action"].startswith(LATER_IN_DE_BEURT):
                _duid(beurt, oproep)
            uitkomst: dict[str, Any] = await uitvoerder.run(oproep)
        finally:
            HUIDIGE_BEURT.reset(teken)
    uitkomst["responses"] += [_als_antwoord(bericht) for bericht in beurt.berichten]
    return uitkomst


def _duid(beurt: Beurt, oproep: dict[str, Any]) -> None:
    """What the engine does before Rasa's turn, done in the first action of the turn instead."""
    laatste = oproep["tracker"]["latest_message"]
    begrip = Begrip.from_parse(_metadata(oproep).get("begrip") or laatste)
    is_lopend = beurt.casus is not None and beurt.casus.uitkomst is None
    vraag = open_vraag(beurt.omg, beurt.casus) if beurt.casus and is_lopend else None
    dossier = dossier_van(beurt.casus) if beurt.casus and is_lopend else None
    duiding = duid_tekst(begrip, vraag=vraag, dossier=dossier)
    if duiding.intent == "hulpvraag" and not is_lopend:
        beurt.casus = start_casus(beurt.omg, beurt.gesprek)
    if oproep["next_action"] == VALIDATIE and beurt.casus is not None:
        beurt.casus.interacties += 1
    laatste["duiding"] = duiding.gegevens


def _metadata(oproep: dict[str, Any]) -> dict[str, Any]:
    """The metadata of the latest message; the tracker keeps it with the event."""
    events = reversed(oproep["tracker"]["events"])
    return next((event.get("metadata") or {} for event in events if event["event"] == "user"), {})


def _als_antwoord(bericht: Bericht) -> dict[str, Any]:
    knoppen = [{"title": knop.label, "payload": knop.actie} for knop in bericht.knoppen]
    return {"text": bericht.tekst, "buttons": knoppen}


def main() -> None:
    """Serves on loopback: `python -m benchmarks.actieserver MAP MODELMAP POORT`."""
    map_, modelmap, poort = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    huis = vers_huis(map_, modelmap)
    zet_log_op()
    maak_app(huis).run("127.0.0.1", poort, workers=1, access_log=False)


if __name__ == "__main__":
    main()
