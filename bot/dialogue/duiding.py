"""Duiding: what a message means, now that it is known which question is open. Pure: ids in, ids out.

`duid_tekst` reads typed Dutch (through `nlu.begrip.Begrip`), `duid_knop` a tap. A rode vlag always wins.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from bot.domein.casuscode import vind_code
from bot.domein.dossier import Dossier
from bot.domein.fouten import DomeinFout
from bot.domein.lijsten import VraagId
from bot.domein.verloop import AANPASBAAR
from bot.services.vragen import door_uit
from nlu.begrip import Begrip
from nlu.labels import COMMANDOS, SOCIAAL, TUSSENVRAGEN
from nlu.spoed import is_spoed

MAX_WENS_WOORDEN = 4
_WOORD = re.compile(r"[^\W\d_]{2,}")
_INTREKKEN = re.compile(r"\b(?:intrek\w*|ingetrokken|trek\w*\b.*\bin)\b")
_WEET_NIET = re.compile(
    r"\bwee?t\b.*\bni(?:et|e|ks)\b|\bgeen (?:flauw )?idee\b|\bonbekend\b|^(?:wnn|kweenie|twijfel|\?)|"
    r"\bniet (?:bekend|genoemd|gezegd|gevraagd|vermeld)\b|\b(?:zegt|staat)\b.*\bniet\b"
)
_ALLES = re.compile(r"\balle(?:s|maal)?\b")
_SOORT = re.compile(r"\[[a-z]+\]")


@dataclass(frozen=True)
class Duiding:
    """The Rasa intent and what the action needs (`soort`, and ids); never a piece of the message."""

    intent: str
    gegevens: dict[str, Any] = field(default_factory=dict)


def duid_tekst(begrip: Begrip, *, vraag: VraagId | None, dossier: Dossier | None) -> Duiding:
    """Reads a typed message.

    Args:
        begrip: What was understood, cleaned or not; only ids are used.
        vraag: The open question, or None when no case is open.
        dossier: The case's dossier when one is open.
    """
    if vraag is None or dossier is None:
        return _aan_de_balie(begrip)
    gelezen = begrip.antwoord(vraag.value)
    tussendoor = begrip.tussendoor_bij(vraag.value)
    if begrip.rode_vlaggen and not (vraag is VraagId.VEILIG and gelezen not in (None, "geen")):
        return _vlag(begrip)
    if vraag is VraagId.HULPVRAAG:
        return _hulpvraag(begrip, tussendoor=begrip.tussendoor)
    antwoord = _antwoord(begrip, vraag=vraag, dossier=dossier)
    if vraag is VraagId.BEVESTIGEN and (antwoord == "aanpassen" or (dossier.aanpassen and antwoord is None)):
        return _aanpassen(begrip, dossier)
    if antwoord is not None:
        vraag_erbij = tussendoor if tussendoor in TUSSENVRAGEN else None
        return Duiding(
            "antwoord", {"soort": "antwoord", "vraag": vraag.value, "antwoord": antwoord, "tussendoor": vraag_erbij}
        )
    if tussendoor is not None:
        return _tussendoor(tussendoor, begrip)
    if vraag is VraagId.LEEFTIJDSGROEP and _WEET_NIET.search(begrip.schoon.lower()):
        return Duiding("nlu_fallback", {"soort": "weet_niet"})
    feiten = _kaartfeiten(begrip, vraag)
    if feiten:
        return Duiding("antwoord", {"soort": "kaartfeiten", "feiten": feiten})
    return Duiding("nlu_fallback", {"soort": "onbegrepen"})


def duid_intrekken(begrip: Begrip) -> Duiding | None:
    """ "Trek K7-… in": a withdrawal that names its case; it is asked once more before anything is wiped."""
    code = vind_code(begrip.schoon)
    if code is None or begrip.rode_vlaggen or not _INTREKKEN.search(begrip.schoon.lower()):
        return None
    return Duiding("intrekken", {"soort": "commando", "stap": "intrekken", "code": code})


def _aan_de_balie(begrip: Begrip) -> Duiding:
    if begrip.rode_vlaggen:
        return Duiding("hulpvraag", _vlag(begrip).gegevens)
    return _hulpvraag(begrip, tussendoor=begrip.tussendoor)


def _vlag(begrip: Begrip) -> Duiding:
    hoogste = max(begrip.rode_vlaggen, key=lambda vlag: vlag[1])
    return Duiding("antwoord", {"soort": "vlag", "vlag": hoogste[0]})


def _hulpvraag(begrip: Begrip, *, tussendoor: str | None) -> Duiding:
    if begrip.gevonden and not _over(begrip):  # only a name or a number: no remark on something else
        return Duiding("hulpvraag", {"soort": "leeg"})
    if tussendoor is not None and not (tussendoor in ("buiten_onderwerp", "correctie") and begrip.leefgebieden):
        return _tussendoor(tussendoor, begrip)
    if not is_bruikbaar(begrip):
        return Duiding("hulpvraag", {"soort": "leeg"})
    return Duiding("hulpvraag", {"soort": "hulpvraag", "feiten": begrepen_feiten(begrip)})


def is_bruikbaar(begrip: Begrip) -> bool:
    """Whether anything usable is left once the gate has cut: something understood, or at least two words."""
    if begrip.leefgebieden or begrip.feiten.belemmeringen:
        return True
    return begrip.intent == "hulpvraag" and len(_over(begrip)) >= 2


def _over(begrip: Begrip) -> list[str]:
    """The words that are left once the gate has cut."""
    return _WOORD.findall(_SOORT.sub(" ", begrip.schoon))


def begrepen_feiten(begrip: Begrip) -> dict[str, Any]:
    """The facts of a first sentence, as `verloop.neem_op` takes them."""
    return {
        "leefgebieden": [id_ for id_, _ in begrip.leefgebieden],
        "twijfel": [id_ for id_, _ in begrip.leefgebieden_twijfel],
        "spoed": is_spoed(begrip.schoon),
        "wijk": begrip.feiten.wijk,
        "leeftijdsgroep": begrip.feiten.leeftijdsgroep,
        "belemmeringen": list(begrip.feiten.belemmeringen),
        "vroeger": list(begrip.vlaggen_vroeger),
        "buiten": begrip.buiten and begrip.feiten.wijk is None,
    }


def _antwoord(begrip: Begrip, *, vraag: VraagId, dossier: Dossier) -> Any:
    gelezen = begrip.antwoord(vraag.value)
    groep = dossier.leeftijdsgroep
    if vraag is VraagId.LEEFTIJDSGROEP and groep is not None and groep.is_onder_16:
        return _ouder(begrip)
    if vraag is VraagId.VEILIG and begrip.schoon.strip().isdecimal():
        return None  # the number of no button: never "none of these"
    if vraag is VraagId.TOESTEMMING:
        return _toestemming(begrip, dossier)
    return gelezen


def _aanpassen(begrip: Begrip, dossier: Dossier) -> Duiding:
    """ "De wijk klopt niet": with the new fact it is a correction, else the question of that field comes again."""
    feiten = _correctie(begrip)
    if feiten:
        return Duiding("correctie", {"soort": "commando", "feiten": feiten})
    veld = begrip.antwoord("veld")
    if veld in AANPASBAAR:
        return Duiding("antwoord", {"soort": "kaart", "wat": f"opnieuw:{veld}"})
    if dossier.aanpassen:
        return Duiding("nlu_fallback", {"soort": "onbegrepen"})
    return Duiding("antwoord", {"soort": "antwoord", "vraag": VraagId.BEVESTIGEN.value, "antwoord": "aanpassen"})


def _ouder(begrip: Begrip) -> str | None:
    """ "Gaat het om een vraag van de ouder?": read as a clear yes or no; doubt asks again."""
    ja_nee = begrip.antwoord("ouder")
    return None if ja_nee is None else ("ouder_is_client" if ja_nee else "ouder_is_geen_client")


def _toestemming(begrip: Begrip, dossier: Dossier) -> dict[str, Any] | None:
    gelezen: dict[str, Any] | None = begrip.antwoord("toestemming")
    keuze = dossier.toestemming
    if gelezen is None and keuze is not None and keuze.gegeven and keuze.door is None:
        door = begrip.antwoord("toestemming_door")  # only after a clear yes: "by whom?"
        gelezen = {"gegeven": True, "door": door} if door else None
    if gelezen is None:
        return None
    extra = begrip.antwoord("extra") or []
    return {**gelezen, "extra": list(extra)} if gelezen["gegeven"] else {"gegeven": False, "door": None}


def _tussendoor(id_: str, begrip: Begrip) -> Duiding:
    if id_ == "correctie":
        return Duiding("correctie", {"soort": "commando", "feiten": _correctie(begrip)})
    if id_ == "status" and _ALLES.search(begrip.schoon.lower()):
        return Duiding(id_, {"soort": "commando", "alles": True})
    if id_ in COMMANDOS:
        return Duiding(id_, {"soort": "commando", "code": vind_code(begrip.schoon)})
    if id_ in SOCIAAL or id_ == "buiten_onderwerp":
        return Duiding("sociaal", {"soort": "sociaal", "tussendoor": id_})
    return Duiding("vraag", {"soort": "vraag", "tussendoor": id_})


def _correctie(begrip: Begrip) -> dict[str, Any]:
    feiten: dict[str, Any] = {}
    if begrip.feiten.wijk:
        feiten["wijk"] = begrip.feiten.wijk
    if begrip.feiten.leeftijdsgroep:
        feiten["leeftijdsgroep"] = begrip.feiten.leeftijdsgroep
    gebieden = begrip.antwoord("leefgebieden")
    if isinstance(gebieden, dict):
        feiten |= {naam: waarde for naam, waarde in gebieden.items() if waarde}
    return feiten


def _kaartfeiten(begrip: Begrip, vraag: VraagId) -> dict[str, Any]:
    """What may be typed on a card besides its answer: the wish and the obstacles, or the separate permissions."""
    if vraag is VraagId.LEEFGEBIEDEN:
        wens, lastig = begrip.antwoord("wens"), begrip.antwoord("belemmeringen") or begrip.feiten.belemmeringen
        feiten: dict[str, Any] = {"wens": wens} if wens else {}
        return feiten | ({"belemmeringen": list(lastig)} if lastig else {})
    if vraag is VraagId.TOESTEMMING and begrip.antwoord("extra"):
        return {"extra": begrip.antwoord("extra")}
    return {}


def eigen_woorden(begrip: Begrip) -> str | None:
    """The patient's wish in own words, if the gate found nothing in it and it is more than a bare answer (max 200)."""
    if begrip.gevonden or len(begrip.schoon.split()) <= MAX_WENS_WOORDEN:
        return None
    return begrip.schoon.strip()[:200]


def duid_knop(wat: str, dossier: Dossier) -> Duiding:
    """Reads a tap, e.g. "veilig:geen", "leefgebieden:rouw", "overrule:iemand_anders".

    Raises:
        DomeinFout: The tap is no button of this bot.
    """
    soort, _, waarde = wat.partition(":")
    if soort == "overrule":
        return Duiding("overrule", {"soort": "overrule", "reden": waarde})
    if soort == "vraag":
        return Duiding("vraag", {"soort": "vraag", "tussendoor": waarde})
    if soort == "cmd" and waarde in COMMANDOS:
        return Duiding(waarde, {"soort": "commando"})
    if soort in ("kaart", "extra", "opnieuw"):
        return Duiding("antwoord", {"soort": "kaart", "wat": wat})
    if soort not in tuple(VraagId):
        raise DomeinFout("fout/knop_onbekend")
    vraag = VraagId(soort)
    tik = _kaarttik(vraag, waarde)
    if tik is not None:
        return Duiding("antwoord", {"soort": "kaart", "wat": tik})
    if vraag is VraagId.HULPVRAAG:
        return Duiding("hulpvraag", {"soort": "hulpvraag", "feiten": {"leefgebieden": [waarde]}})
    antwoord = _knopwaarde(vraag, waarde, dossier)
    return Duiding("antwoord", {"soort": "antwoord", "vraag": soort, "antwoord": antwoord})


def _kaarttik(vraag: VraagId, waarde: str) -> str | None:
    """Taps under a question that change the card and leave the question open."""
    if vraag is VraagId.LEEFGEBIEDEN and waarde != "klopt":
        return f"leefgebied:{waarde}"
    if vraag is VraagId.BELEMMERINGEN and waarde not in ("klaar", "geen"):
        return f"belemmering:{waarde}"
    if vraag is VraagId.BEVESTIGEN and waarde == "toch":
        return "toch:"
    return None


def _knopwaarde(vraag: VraagId, waarde: str, dossier: Dossier) -> Any:
    match vraag:
        case VraagId.BELEMMERINGEN:
            return [] if waarde == "geen" else [x.value for x in dossier.alle_belemmeringen]
        case VraagId.VOORSTEL if waarde == "geen":
            return []
        case VraagId.VOORSTEL if waarde == "alle":
            return list(range(1, len(dossier.voorgesteld or ()) + 1))
        case VraagId.VOORSTEL:
            return [int(positie) for positie in waarde.split("+")]
        case VraagId.TOESTEMMING if waarde == "nee":
            return {"gegeven": False, "door": None}
        case VraagId.TOESTEMMING | VraagId.BEVESTIGEN if not waarde:
            raise DomeinFout("fout/knop_onbekend")
        case VraagId.TOESTEMMING:
            door, extra = door_uit(waarde)
            return {"gegeven": True, "door": door.value, "extra": [x.value for x in extra]}
        case _:
            return waarde
