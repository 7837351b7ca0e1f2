"""Loading the trained model: the newest in the folder, with a clear line when there is none or it is foreign."""

from pathlib import Path

from rasa.core.agent import Agent
from rasa.utils.endpoints import EndpointConfig

from bot.dialogue.graafloper import Graafloper
from bot.dialogue.tracker_store import CasusTrackerStore


class ModelFout(Exception):
    """The model cannot be used; `tekst` is the key of the line that says what to do."""

    def __init__(self, tekst: str, **variabelen: object) -> None:
        super().__init__(tekst)
        self.tekst, self.variabelen = tekst, variabelen


def nieuwste_model(modelmap: Path) -> Path | None:
    """The newest trained model in a folder, or None."""
    modellen = sorted(modelmap.glob("*.tar.gz"), key=lambda pad: pad.stat().st_mtime)
    return modellen[-1] if modellen else None


def laad_agent(modelmap: Path, *, actie_endpoint: EndpointConfig, store: CasusTrackerStore) -> Agent:
    """Loads the agent with our tracker store, without Rasa's fail-safe wrapper that turns a failure into amnesia.

    Raises:
        ModelFout: There is no model, or it cannot be loaded here.
    """
    pad = nieuwste_model(modelmap)
    if pad is None:
        raise ModelFout("fout/geen_model", map=modelmap)
    try:
        agent = Agent.load(str(pad), action_endpoint=actie_endpoint, tracker_store=store)
    except Exception as fout:
        raise ModelFout("fout/model_onbruikbaar", bestand=pad.name, reden=type(fout).__name__) from fout
    if "validate_triage_form" not in agent.domain.action_names_or_texts:
        raise ModelFout("fout/model_vreemd", bestand=pad.name)
    agent.tracker_store = agent.processor.tracker_store = store
    agent.processor.graph_runner = Graafloper(agent.processor.graph_runner)
    return agent
