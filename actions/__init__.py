"""Thin Rasa actions: read the turn, call one service, say what it returned."""

from actions.base import WijkbrugAction
from actions.commando import (
    ActionCorrectie,
    ActionIntrekken,
    ActionLater,
    ActionNieuweCasus,
    ActionOverrule,
    ActionStop,
    ActionTerug,
    ActionVerder,
)
from actions.triage import ActionRondAf, AskVraag, ValidateTriageForm
from actions.tussendoor import (
    ActionBeantwoordVraag,
    ActionHelp,
    ActionOnbegrepen,
    ActionSociaal,
    ActionStatus,
    ActionWaarom,
)
from bot.domein.lijsten import VraagId


def alle_acties() -> list[WijkbrugAction]:
    """An instance of every action that domain.yml names."""
    return [
        ValidateTriageForm(),
        *(AskVraag(vraag) for vraag in VraagId),
        ActionRondAf(),
        ActionBeantwoordVraag(),
        ActionSociaal(),
        ActionHelp(),
        ActionWaarom(),
        ActionStatus(),
        ActionOnbegrepen(),
        ActionTerug(),
        ActionStop(),
        ActionLater(),
        ActionNieuweCasus(),
        ActionVerder(),
        ActionCorrectie(),
        ActionOverrule(),
        ActionIntrekken(),
    ]
