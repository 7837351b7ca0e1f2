"""The engine: Rasa, embedded. One turn in, messages out; everything inside the caller's transaction."""

import uuid
from dataclasses import replace
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage

from bot.dialogue.duiding import Duiding, duid_intrekken, duid_knop, duid_tekst, eigen_woorden, is_bruikbaar
from bot.dialogue.janee import duid_intrekkeuze
from bot.dialogue.tracker_store import BALIE, CasusTrackerStore
from bot.domein.bericht import Bericht, Knopdruk
from bot.domein.fouten import DomeinFout
from bot.domein.lijsten import Uitkomst, VraagId
from bot.domein.protocol import Protocol
from bot.services.afronding import rond_af
from bot.services.beurt import HUIDIGE_BEURT, Beurt
from bot.services.casus import dossier_van, open_vraag, zoek_casus
from bot.services.gesprek import actieve_casus, neem_keuze, onthoud_keuze, open_gesprek
from bot.services.omgeving import Omgeving
from bot.services.status import ALLE_CASUSSEN
from bot.services.teksten import opsomming
from bot.services.triage import hervat, start_casus
from bot.services.vragen import stel_open_vraag
from nlu.begrip import Begrip

KNOPNUMMER_MAX = 40
INTREKKEN = ("intrekken", "intrekken_ja", "intrekken_nee")


class StilKanaal(OutputChannel):  # type: ignore[misc]
    """Rasa's output channel. Actions speak through the turn; Rasa itself has nothing to say to anybody."""

    @classmethod
    def name(cls) -> str:
        """The name of the channel."""
        return "wijkbrug"

    async def send_text_message(self, recipient_id: str, text: str, **kwargs: Any) -> None:
        """Rasa would only send a text of its own when something is wrong; the person gets our apology instead."""
        HUIDIGE_BEURT.get().zeg("fout/technisch", kenmerk="rasa")


class Engine:
    """Understands messages and steers the dialogue of one conversation at a time."""

    def __init__(self, agent: Agent, store: CasusTrackerStore) -> None:
        self._agent, self._store, self._kanaal = agent, store, StilKanaal()

    async def begrijp(self, tekst: str, protocol: Protocol) -> Begrip:
        """Understands a message on the raw text, in memory, and cuts what may not be kept.

        The result still carries the raw text; `Begrip.from_parse(begrip.to_parse(met_grond=False))` is what may go on.
        """
        organisaties = sorted({p.organisatie for p in protocol.contactpersonen} | {p.naam for p in protocol.praktijken})
        metadata = {"wijken": [*protocol.wijken, *protocol.wijk_bijnamen], "organisaties": organisaties}
        gelezen = await self._agent.processor.parse_message(UserMessage(text=tekst, metadata=metadata))
        return _met_echte_wijk(Begrip.from_parse(gelezen), protocol)

    async def reply(self, omg: Omgeving, gesprek_id: str, invoer: Begrip | Knopdruk) -> list[Bericht]:
        """Plays one turn and returns what is to be said. The caller commits, or rolls back and calls `vergeet`.

        Args:
            omg: The surroundings of the turn; its session is the one transaction.
            gesprek_id: The conversation.
            invoer: What was understood of a typed message (without raw text), or a tap.
        """
        gesprek = open_gesprek(omg, gesprek_id)
        eerder = gesprek.actieve_casus_id
        casus = actieve_casus(omg, gesprek)
        if casus is not None:
            omg = omg.met_versie(casus.protocol_versie)
        beurt = Beurt(omg=omg, gesprek=gesprek, casus=casus, keuze=neem_keuze(omg, gesprek_id))
        if eerder is not None and casus is None:
            beurt.zeg("casus/verlopen")
        teken = HUIDIGE_BEURT.set(beurt)
        try:
            await self._speel(beurt, invoer)
        except DomeinFout as fout:
            beurt.zeg(fout.tekst, **fout.variabelen)
        finally:
            HUIDIGE_BEURT.reset(teken)
        if beurt.casus is not None and beurt.casus.uitkomst is not None:
            self._store.vergeet(_sender(beurt))  # an ended case is seldom opened again, and can be read anew
        if onthoud_keuze(omg, gesprek_id, beurt.berichten):  # one question at a time: the open one comes back after it
            return [bericht for bericht in beurt.berichten if bericht.vraag is None]
        return beurt.berichten

    def vergeet(self, gesprek_id: str | None = None) -> None:
        """Drops from memory a conversation whose turn was rolled back; without one, all, as a restart does."""
        self._store.vergeet("" if gesprek_id is None else f"{gesprek_id}:")

    async def _speel(self, beurt: Beurt, invoer: Begrip | Knopdruk) -> None:
        duiding = self._duid_knop(beurt, invoer) if isinstance(invoer, Knopdruk) else self._duid_getypt(beurt, invoer)
        if duiding is None:
            return
        if duiding.intent == "hulpvraag" and (beurt.casus is None or beurt.casus.uitkomst is not None):
            beurt.casus = start_casus(beurt.omg, beurt.gesprek)
        if beurt.casus is not None and duiding.intent not in ("hulpvraag", "hervat"):
            await self._maak_form_open(beurt, stil=True)
        if beurt.casus is not None:
            beurt.casus.interacties += 1
        if duiding.intent != "hervat":
            await self._rasa(beurt, duiding)
        if beurt.casus is None or beurt.gesprek.actieve_casus_id != beurt.casus.id:
            beurt.casus = actieve_casus(beurt.omg, beurt.gesprek)
        if beurt.casus is not None:
            await self._maak_form_open(beurt, stil=False)
            if not beurt.berichten and (vraag := stel_open_vraag(beurt.omg, beurt.casus)):
                beurt.berichten.append(vraag)  # resumed where the form was open already

    def _duid_getypt(self, beurt: Beurt, begrip: Begrip) -> Duiding | None:
        """Reads a typed message; None when it is answered already."""
        self._meld_weggelaten(beurt, begrip)
        if (gekozen := duid_intrekkeuze(begrip, beurt.keuze)) is not None:
            return gekozen
        if _spreekt_vlag_tegen(beurt, begrip):
            beurt.berichten += rond_af(beurt.omg, beurt.de_casus)  # the reasons to set it aside, once more
            return None
        return duid_intrekken(begrip) or self._duid_tekst(beurt, begrip)

    def _duid_tekst(self, beurt: Beurt, begrip: Begrip) -> Duiding:
        casus = beurt.casus if beurt.casus is not None and beurt.casus.uitkomst is None else None
        dossier = dossier_van(casus) if casus else None
        vraag = open_vraag(beurt.omg, casus) if casus else None
        knop = self._getypt_nummer(beurt, begrip) if casus else None
        if knop is not None and dossier is not None:
            return duid_knop(knop, dossier)
        duiding = duid_tekst(begrip, vraag=vraag, dossier=dossier)
        if duiding.gegevens.get("vraag") == VraagId.WENS and (woorden := eigen_woorden(begrip)):
            antwoord = {"wens": duiding.gegevens["antwoord"], "tekst": woorden}
            return Duiding(duiding.intent, {**duiding.gegevens, "antwoord": antwoord})
        return duiding

    def _getypt_nummer(self, beurt: Beurt, begrip: Begrip) -> str | None:
        """A bare number is the number of a button under the open question."""
        tekst = begrip.schoon.strip().rstrip(".)")
        if not tekst.isdecimal() or len(tekst) > 2 or not 1 <= int(tekst) <= KNOPNUMMER_MAX or beurt.casus is None:
            return None
        bericht = stel_open_vraag(beurt.omg, beurt.casus)
        knoppen = bericht.knoppen if bericht else ()
        return knoppen[int(tekst) - 1].actie.split("|", 2)[2] if int(tekst) <= len(knoppen) else None

    def _duid_knop(self, beurt: Beurt, druk: Knopdruk) -> Duiding | None:
        """Reads a tap; one of another case, another user or an earlier step is told so and does nothing."""
        delen = druk.actie.split("|", 2)
        if len(delen) != 3:
            raise DomeinFout("fout/knop_onbekend")
        code, stap, wat = delen
        casus = zoek_casus(beurt.omg, code)
        if wat == "verder":
            if beurt.casus is None or beurt.casus.id != casus.id or beurt.casus.uitkomst is None:
                beurt.casus = hervat(beurt.omg, beurt.gesprek, code=code)
            return Duiding("hervat", {"soort": "hervat"})
        if wat in INTREKKEN:
            return Duiding("intrekken", {"soort": "commando", "stap": wat, "code": casus.code})
        if wat == ALLE_CASUSSEN:
            return Duiding("status", {"soort": "commando", "alles": True})
        dossier = dossier_van(casus)
        actief = beurt.casus is not None and casus.id == beurt.casus.id
        if not actief or stap != str(dossier.stap) or (casus.uitkomst is not None and not wat.startswith("overrule:")):
            beurt.zeg("fout/knop_verlopen")
            return None
        return duid_knop(wat, dossier)

    def _meld_weggelaten(self, beurt: Beurt, begrip: Begrip) -> None:
        soorten = list(dict.fromkeys(soort for soort, *_ in begrip.gevonden))
        if not soorten:
            return
        if not is_bruikbaar(begrip) and (beurt.casus is None or not dossier_van(beurt.casus).hulpvraag_gesteld):
            beurt.zeg("gate/niets_over")
            return
        lijst = opsomming([beurt.omg.teksten.label("soort", soort) for soort in soorten])
        beurt.zeg("gate/weggelaten", soorten=lijst)

    async def _maak_form_open(self, beurt: Beurt, *, stil: bool) -> None:
        """Opens the form where a case has an open question that its tracker does not know (resumed, undone)."""
        casus = beurt.casus
        if casus is None or open_vraag(beurt.omg, casus) is None:
            return
        tracker = await self._store.retrieve(_sender(beurt))
        if tracker is not None and tracker.active_loop_name == "triage_form":
            return
        gezegd = len(beurt.berichten)
        await self._rasa(beurt, Duiding("hervat", {"soort": "hervat"}))
        if stil:
            del beurt.berichten[gezegd:]

    async def _rasa(self, beurt: Beurt, duiding: Duiding) -> None:
        """One Rasa turn. The tracker gets ids only: the text of a message is never part of it."""
        parse = {
            "text": "",
            "intent": {"name": duiding.intent, "confidence": 1.0},
            "entities": [],
            "duiding": duiding.gegevens,
        }
        bericht = UserMessage(
            text="",
            output_channel=self._kanaal,
            sender_id=_sender(beurt),
            parse_data=parse,
            input_channel="wijkbrug",
        )
        await self._agent.processor.handle_message(bericht)


def _met_echte_wijk(begrip: Begrip, protocol: Protocol) -> Begrip:
    """A nickname that was recognised becomes the wijk that the gemeente means by it."""
    wijk = protocol.echte_wijk(begrip.feiten.wijk) if begrip.feiten.wijk else None
    gelezen = dict(begrip.antwoorden.get("wijk") or {})
    if isinstance(gelezen.get("antwoord"), str):
        gelezen["antwoord"] = protocol.echte_wijk(gelezen["antwoord"]) or gelezen["antwoord"]
    antwoorden = {**begrip.antwoorden, "wijk": gelezen} if gelezen else begrip.antwoorden
    return replace(begrip, feiten=replace(begrip.feiten, wijk=wijk), antwoorden=antwoorden)


def _spreekt_vlag_tegen(beurt: Beurt, begrip: Begrip) -> bool:
    """Whether a typed line says no to the flag that just stopped the case, and tells nothing new."""
    if beurt.casus is None or beurt.casus.uitkomst != Uitkomst.GESTOPT:
        return False
    nieuw = begrip.rode_vlaggen or begrip.leefgebieden or begrip.feiten.leeftijdsgroep or begrip.feiten.wijk
    if nieuw or dossier_van(beurt.casus).vlag_bron != "herkend":
        return False
    return begrip.tussendoor == "correctie" or begrip.antwoord(VraagId.VEILIG.value) == "geen"


def _sender(beurt: Beurt) -> str:
    if beurt.casus is None:
        return f"{beurt.gesprek.id}{BALIE}{uuid.uuid4().hex}"
    return f"{beurt.gesprek.id}:{beurt.casus.id}"
