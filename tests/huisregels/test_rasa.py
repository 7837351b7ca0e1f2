"""What Rasa reads as text and Python must mean the same: intents, rules, actions, questions, labels, components."""

import importlib
from enum import StrEnum

import pytest

from bot.domein import lijsten
from bot.domein.lijsten import VraagId
from bot.domein.protocol import VERPLICHTE_VRAGEN
from nlu import labels
from tests.huisregels.bron import bestanden, laad_yaml

DOMEIN = laad_yaml("domain.yml")
FORM = DOMEIN["forms"]["triage_form"]
TEKSTEN = {naam for pad in bestanden() if pad.startswith("data/teksten/") for naam in laad_yaml(pad)}
TERUGVAL = "nlu_fallback"


def _regels(bestand: str) -> list[dict[str, object]]:
    return laad_yaml(f"data/rules/{bestand}.yml")["rules"]


def _intents_met_regel() -> set[str]:
    return {regel["steps"][0]["intent"] for regel in _regels("tussendoor")}


def test_the_form_ignores_every_interruption_that_has_a_rule_and_no_other():
    assert set(FORM["ignored_intents"]) == _intents_met_regel() - {TERUGVAL}


def test_not_understood_is_a_rule_and_never_ignored():
    """Ignored by the form it would be silence: the form must let the rule ask again."""
    assert TERUGVAL in _intents_met_regel()
    assert TERUGVAL not in FORM["ignored_intents"]


def test_an_interruption_rule_is_one_intent_one_action_and_no_condition():
    for regel in _regels("tussendoor"):
        assert set(regel) == {"rule", "steps"}, regel["rule"]
        assert [set(stap) for stap in regel["steps"]] == [{"intent"}, {"action"}], regel["rule"]


def test_rules_name_what_the_domain_knows():
    stappen = [stap for bestand in ("triage", "tussendoor") for regel in _regels(bestand) for stap in regel["steps"]]
    assert {stap["intent"] for stap in stappen if "intent" in stap} <= set(DOMEIN["intents"])
    assert {stap["action"] for stap in stappen if "action" in stap} <= {*DOMEIN["actions"], *DOMEIN["forms"]}


def test_every_intent_has_a_rule_or_belongs_to_the_form():
    in_regel = {
        stap["intent"]
        for bestand in ("triage", "tussendoor")
        for regel in _regels(bestand)
        for stap in regel["steps"]
        if "intent" in stap
    }
    assert set(DOMEIN["intents"]) - in_regel == {"antwoord"}


def test_the_actions_of_the_domain_are_the_registered_ones():
    from actions import alle_acties

    namen = [actie.name() for actie in alle_acties()]
    assert len(namen) == len(set(namen))
    assert set(namen) == set(DOMEIN["actions"])


@pytest.mark.parametrize("vraag", VraagId)
def test_a_question_has_a_slot_an_action_and_its_texts(vraag: VraagId):
    assert vraag in DOMEIN["slots"]
    assert vraag in FORM["required_slots"]
    assert f"action_ask_{vraag}" in DOMEIN["actions"]
    for soort in ("vraag", "waarom", "onbegrepen", "label/vraag"):
        assert f"{soort}/{vraag}" in TEKSTEN


def test_the_slots_are_the_questions_and_the_step_counter():
    assert set(DOMEIN["slots"]) == {"stap", *VraagId}
    assert FORM["required_slots"] == list(VraagId)
    assert set(VERPLICHTE_VRAGEN) <= set(VraagId)


def test_the_mirror_fills_every_slot():
    from actions.spiegel import _waarden
    from bot.domein.dossier import Dossier

    assert set(_waarden(Dossier())) == set(DOMEIN["slots"])


def test_slots_never_steer_rasa():
    """Rasa's policies must not depend on what a patient asks; only the dossier decides."""
    for naam, slot in DOMEIN["slots"].items():
        assert slot["influence_conversation"] is False, naam
        assert slot["mappings"] == [{"type": "custom"}], naam


def test_the_domain_holds_no_texts():
    assert "responses" not in DOMEIN


@pytest.mark.parametrize("vraag", labels.TUSSENVRAGEN)
def test_a_question_in_between_has_an_answer(vraag: str):
    assert f"antwoord/{vraag}" in TEKSTEN


@pytest.mark.parametrize("soort", [*labels.SOCIAAL, labels.BUITEN_ONDERWERP])
def test_small_talk_has_an_answer(soort: str):
    assert f"sociaal/{soort}" in TEKSTEN


@pytest.mark.parametrize("commando", labels.COMMANDOS)
def test_a_command_is_an_intent_with_an_action(commando: str):
    assert commando in DOMEIN["intents"]
    assert f"action_{commando}" in DOMEIN["actions"]


@pytest.mark.parametrize(
    ("van_nlu", "van_domein"),
    [
        (labels.LEEFGEBIEDEN, lijsten.Leefgebied),
        (labels.RODE_VLAGGEN, lijsten.RodeVlag),
        (labels.LEEFTIJDSGROEPEN, lijsten.Leeftijdsgroep),
        (labels.BELEMMERINGEN, lijsten.Belemmering),
        (labels.VRAGEN, lijsten.VraagId),
        (labels.WENSEN, lijsten.Wens),
        (labels.ROUTES, lijsten.Route),
        (labels.CONTACTROUTES, lijsten.Contactroute),
        (labels.BEVESTIGINGEN, lijsten.Bevestiging),
        (labels.TOESTEMMING_DOOR, lijsten.ToestemmingDoor),
    ],
)
def test_the_labels_of_the_models_are_the_lists_of_the_domain(van_nlu: tuple[str, ...], van_domein: type[StrEnum]):
    assert set(van_nlu) == {een.value for een in van_domein}
    assert len(van_nlu) == len(set(van_nlu))


def test_the_answers_at_veilig_are_the_flags_and_the_stop_grounds():
    assert set(labels.VEILIG_ANTWOORDEN) == {"geen", *lijsten.RodeVlag, *lijsten.Stopgrond}


@pytest.mark.parametrize("lijst", [lijsten.Leefgebied, lijsten.RodeVlag, lijsten.Belemmering, lijsten.Leeftijdsgroep])
def test_what_a_person_reads_of_an_id_is_a_label(lijst: type[StrEnum]):
    soort = {
        lijsten.Leefgebied: "leefgebied",
        lijsten.RodeVlag: "vlag",
        lijsten.Belemmering: "belemmering",
        lijsten.Leeftijdsgroep: "leeftijdsgroep",
    }[lijst]
    assert {f"label/{soort}/{een}" for een in lijst} <= TEKSTEN


@pytest.mark.parametrize("vlag", [*lijsten.RodeVlag, *lijsten.Stopgrond])
def test_every_stop_has_its_card(vlag: str):
    assert f"vlag/{vlag}" in TEKSTEN


def test_every_dotted_component_of_the_configuration_imports():
    config = laad_yaml("config.yml")
    namen = [deel["name"] for soort in ("pipeline", "policies") for deel in config[soort]]
    eigen = [naam for naam in namen if naam.startswith(("nlu.", "bot.", "actions."))]
    assert eigen, "the pipeline uses the project's own components"
    for naam in eigen:
        module, _, klasse = naam.rpartition(".")
        assert hasattr(importlib.import_module(module), klasse), naam
    klassen = [naam.rpartition(".")[2] for naam in namen]
    assert len(klassen) == len(set(klassen)), "Rasa registers by class name: a clash silently replaces the other"


def test_training_data_names_known_intents_only():
    bekend = set(DOMEIN["intents"])
    for pad in bestanden():
        if not (pad.startswith("data/nlu/") and pad.endswith(".yml")):
            continue
        for blok in laad_yaml(pad)["nlu"]:
            intent, _, onderdeel = blok["intent"].partition("/")
            assert intent in bekend, f"{pad}: {intent}"
            if intent == "vraag":
                assert onderdeel in labels.TUSSENVRAGEN, f"{pad}: {blok['intent']}"
            if intent == "sociaal":
                assert onderdeel in (*labels.SOCIAAL, labels.BUITEN_ONDERWERP), f"{pad}: {blok['intent']}"
