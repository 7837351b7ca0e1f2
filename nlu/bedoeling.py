"""What a message is meant as (bedoeling): a question for help, an answer, a command, a question, or social."""

import re
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.component import Onderdeel
from nlu.kenmerken import stapel
from nlu.kenmerker import Rijen
from nlu.labels import BUITEN_ONDERWERP, COMMANDOS, SOCIAAL, TUSSENDOOR, TUSSENVRAGEN
from nlu.lineair import Lineair, leer_lineair
from nlu.tekst import Tekst

STERKTE = 0.5  # C of the classifiers, from benchmarks/begrip.py
KLASSEN = ("hulpvraag", "antwoord", *TUSSENDOOR)
TUSSEN = "tussen"
_IN_TUSSEN = (*COMMANDOS, *TUSSENVRAGEN, *SOCIAAL)
_GROEPEN = ("hulpvraag", "antwoord", BUITEN_ONDERWERP, TUSSEN)
_MINSTENS = 0.15  # share that the likeliest of the things in between must have of all of them
_ZEKER_GENOEG = 0.35
_ZEKER_BUITEN = 0.55  # the same for "none of this": a name and a number alone are no small talk
_KANS_REGEL = 0.99

_COMMANDO: dict[str, str] = {
    "terug":
        r"(?:(?:een |1 )?(?:stap(?:je)? )?terug(?: graag| aub)?|ongedaan(?: maken)?|undo|vorige(?: vraag)?|/terug)",
    "stop": r"(?:stop|stoppen|/stop|afbreken|breek af|stop maar|stop hiermee)",
    "status": r"(?:status|/status|hoe staat het (?:ermee|met (?:deze|mijn|de) casus))",
    "help": r"(?:help|/help|hulp|\?+|help me|uitleg)",
    "waarom": r"(?:waarom|waarom (?:vraag je dat|wil je dat weten|moet je dat weten|vraag je dit|is dat nodig))",
    "later": r"(?:later|later afmaken|later verder|/later|pauze)",
    "nieuwe_casus": r"(?:nieuwe? (?:casus|patient)|nieuw|/nieuw|/start|nieuwe casus starten)",
    "verder": r"(?:verder|ga verder|verdergaan|hervat|hervatten|/verder)",
    "bedankt": r"(?:bedankt|dank je(?: wel)?|dankjewel|thanks|dank u(?: wel)?|merci)",
    "groet": r"(?:hallo|hoi|hai|hey|goedemorgen|goedemiddag|goedenavond|goeiemorgen|hoi hoi)",
    "afscheid": r"(?:doei|tot ziens|dag|dag hoor|tot morgen|fijne dag|doeg)",
}  # fmt: skip
_PATRONEN = {i: re.compile(p) for i, p in _COMMANDO.items()}


def vast_commando(tekst: Tekst) -> str | None:
    """A command or greeting typed as such ("terug", "stop", "/help"), None for anything longer."""
    plat = re.sub(r"\s+", " ", tekst.plat).strip(" .!,") or tekst.plat.strip()
    if len(plat) > 40:
        return None
    return next((i for i, patroon in _PATRONEN.items() if patroon.fullmatch(plat)), None)


def vaste_kansen(commando: str) -> dict[str, float]:
    """The chances when a command was typed as such."""
    return {commando: _KANS_REGEL, TUSSEN: _KANS_REGEL}


def soort_intent(klasse: str) -> str:
    """The intent in domain.yml that goes with a class: questions and social talk share one intent each."""
    if klasse in TUSSENVRAGEN:
        return "vraag"
    return "sociaal" if klasse in (*SOCIAAL, BUITEN_ONDERWERP) else klasse


def leer_bedoeling(rijen: Rijen, klassen: list[str], groepen: list[str]) -> Lineair:
    """Trains one classifier per class, and one for "something in between" as a whole.

    Forty small classes would each lose from one large one; together they do not.
    """
    doelen = [(k, TUSSEN) if k in _IN_TUSSEN else (k,) for k in klassen]
    return leer_lineair(rijen, doelen, labels=(TUSSEN, *KLASSEN), groepen=groepen, c=STERKTE, delen=3)


def verdeel(model: Lineair, rijen: Rijen) -> dict[str, float]:
    """Chances of one text that sum to 1: first over the four groups, then within "something in between"."""
    ruw = dict(zip(model.labels, model.kansen(rijen)[0].tolist(), strict=True))
    groepen = {g: ruw[g] for g in _GROEPEN}
    som = sum(groepen.values()) or 1.0
    binnen = sum(ruw[i] for i in _IN_TUSSEN) or 1.0
    uit = {i: ruw[TUSSEN] / som * ruw[i] / binnen for i in _IN_TUSSEN}
    return uit | {g: kans / som for g, kans in groepen.items()}


def klasse_van(bericht: Message) -> str | None:
    """The class of a training example; None when it teaches nothing here."""
    bron, regel = bericht.get("bron"), bericht.get("regel")
    if bron == "bericht":
        heeft_vraag = regel.leefgebieden or regel.vlaggen
        return "hulpvraag" if heeft_vraag else BUITEN_ONDERWERP if not regel.ontkend else None
    if bron == "antwoord":
        return "antwoord" if regel.waarde is not None else None
    naam = bericht.get("intent_response_key") or bericht.get("intent") or ""
    klasse = naam.split("/")[-1]
    return klasse if klasse in KLASSEN else None


def kies_bedoeling(kansen: dict[str, float], *, heeft_hulpvraag: bool) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """The intent and what the message is in between, when no question is open.

    Args:
        kansen: chance per class.
        heeft_hulpvraag: the message holds a leefgebied or a flag.
    """
    groep = max(_GROEPEN, key=lambda g: kansen.get(g, 0.0))
    beste = max(_IN_TUSSEN, key=lambda i: kansen.get(i, 0.0)) if groep == TUSSEN else groep
    kans = kansen.get(groep, 0.0)
    if groep == TUSSEN and kansen.get(beste, 0.0) < _MINSTENS * kans:
        kans = 0.0
    if heeft_hulpvraag and soort_intent(beste) == "sociaal":
        beste, kans = "hulpvraag", max(kansen.get("hulpvraag", 0.0), 0.5)
    if kans < (_ZEKER_BUITEN if beste == BUITEN_ONDERWERP else _ZEKER_GENOEG):
        if heeft_hulpvraag:
            return {"name": "hulpvraag", "confidence": round(kans, 3)}, None
        return {"name": "nlu_fallback", "confidence": round(1 - kans, 3)}, None
    tussendoor = {"id": beste, "kans": round(kans, 3)} if beste in TUSSENDOOR else None
    return {"name": soort_intent(beste), "confidence": round(kans, 3)}, tussendoor


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class BedoelingHerkenner(Onderdeel):
    """Sets `intent` and `tussendoor`, read as if no question were open."""

    model: Lineair | None = None

    def leer(self, training_data: TrainingData) -> None:
        """Trains on commands, questions, social talk, answers and berichten."""
        paren = [(m, k) for m in training_data.training_examples if (k := klasse_van(m))]
        if paren:
            groepen = [str(m.get("text")) for m, _ in paren]  # each class stands in one file: no split by file
            self.model = leer_bedoeling(stapel([m for m, _ in paren]), [k for _, k in paren], groepen)

    def bewaar(self, map_: Path) -> None:
        """Writes the weights."""
        if self.model:
            self.model.bewaar(map_ / "bedoeling.npz")

    def laad(self, map_: Path) -> None:
        """Reads the weights."""
        if (map_ / "bedoeling.npz").exists():
            self.model = Lineair.laad(map_ / "bedoeling.npz")

    def lees(self, bericht: Message, tekst: Tekst) -> dict[str, Any]:
        """Reads the intent of one message; the chances stay on the message for the reading of answers."""
        vast = vast_commando(tekst)
        kansen = verdeel(self.model, bericht.get("kenmerken")) if self.model is not None else {}
        if vast:
            kansen = vaste_kansen(vast)
        bericht.set("bedoeling_kansen", kansen)
        bericht.set("bedoeling_model", self.model)
        if not tekst.woorden and not vast:
            return {"intent": {"name": "nlu_fallback", "confidence": 1.0}, "tussendoor": None}
        heeft = bool(bericht.get("leefgebieden") or bericht.get("rode_vlaggen"))
        intent, tussendoor = kies_bedoeling(kansen, heeft_hulpvraag=heeft and not vast)
        return {"intent": intent, "tussendoor": tussendoor}
