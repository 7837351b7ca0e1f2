"""Judges a run: reads the database and the record of the fake, and tells what must not be there."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from sqlmodel import Session, col, select

from bot.services.casus import dossier_van
from bot.services.chatberichten import Chatsoort
from bot.storage.tabellen import CasusRow, OverdrachtRow, ToestemmingRow, UitbakRow
from bot.storage.tabellen_kanaal import ChatberichtRow, TelegramChatRow, UpdateInRow, ZendingRow
from tests.telegram.nep.updates import Update
from tests.telegram.storing.herhaling import Herhaling, herhalingen
from tests.telegram.storing.proef import Verslag
from tests.telegram.storing.rollen import CONTACTROUTES, Script


@dataclass
class Oordeel:
    """What was found, by kind; every list is about things that must not be."""

    verloren: list[str] = field(default_factory=list)
    onbeantwoord: list[str] = field(default_factory=list)
    dubbel: list[str] = field(default_factory=list)
    gemengd: list[str] = field(default_factory=list)
    volgorde: list[str] = field(default_factory=list)
    onverklaard: list[Herhaling] = field(default_factory=list)
    mislukt: list[str] = field(default_factory=list)
    vreemd: list[str] = field(default_factory=list)
    herhaald: list[Herhaling] = field(default_factory=list)
    cijfers: dict[str, float] = field(default_factory=dict)

    def fouten(self) -> dict[str, list[object]]:
        """What is wrong, nothing else."""
        namen = ("verloren", "onbeantwoord", "dubbel", "gemengd", "volgorde", "onverklaard", "mislukt", "vreemd")
        return {naam: list(getattr(self, naam)) for naam in namen if getattr(self, naam)}


def keur(verslag: Verslag) -> Oordeel:
    """Looks at everything."""
    oordeel = Oordeel()
    scripts = [script for assistent in verslag.assistenten for script in assistent.scripts]
    updates: list[Update] = verslag.nep.wereld.updates.alle
    with verslag.huis.sessie() as session:
        rijen = {rij.update_id: rij for rij in session.exec(select(UpdateInRow))}
        zendingen = list(session.exec(select(ZendingRow).order_by(col(ZendingRow.id))))
        _keur_updates(oordeel, updates, rijen)
        _keur_antwoorden(oordeel, rijen, zendingen)
        _keur_volgorde(oordeel, updates, rijen)
        _keur_uitgaand(oordeel, session, zendingen)
        _keur_casussen(oordeel, session, scripts)
        _keur_open_vragen(oordeel, session, verslag)
    oordeel.vreemd = [f"{script.code}: nobody expected {wat}" for script in scripts for wat in script.vreemd]
    oordeel.herhaald = herhalingen(verslag.nep, verslag.uitval.klappen)
    oordeel.onverklaard = [een for een in oordeel.herhaald if not een.oorzaak]
    oordeel.cijfers |= _cijfers(verslag, scripts, updates, zendingen)
    return oordeel


def _keur_updates(oordeel: Oordeel, updates: list[Update], rijen: dict[int, UpdateInRow]) -> None:
    """Every update that there was is stored and handled."""
    for update in updates:
        rij = rijen.get(update.nummer)
        if rij is None:
            oordeel.verloren.append(f"update {update.nummer} of chat {update.chat} was never stored")
        elif rij.klaar_op is None:
            oordeel.verloren.append(f"update {update.nummer} is not handled: {rij.reden}, {rij.pogingen} attempts")


def _keur_antwoorden(oordeel: Oordeel, rijen: dict[int, UpdateInRow], zendingen: list[ZendingRow]) -> None:
    """Every turn queued something for its own chat in its own transaction, and all of it went out."""
    per_chat: dict[int, list[ZendingRow]] = defaultdict(list)
    for zending in zendingen:
        per_chat[zending.chat_id].append(zending)
        if zending.klaar_op is None:
            oordeel.mislukt.append(f"zending {zending.id} {zending.soort}: {zending.reden}")
    beurten: dict[int, list[UpdateInRow]] = defaultdict(list)
    for rij in rijen.values():
        if rij.klaar_op is not None and rij.soort in ("tekst", "tik", "start", "anders"):
            beurten[rij.chat_id].append(rij)
    for chat, lijst in beurten.items():
        vorige = None
        for rij in sorted(lijst, key=lambda rij: (rij.klaar_op, rij.update_id)):
            momenten = [z.op for z in per_chat[chat] if (vorige is None or z.op > vorige) and z.op <= rij.klaar_op]
            if not momenten:
                oordeel.onbeantwoord.append(f"update {rij.update_id} ({rij.soort}) of chat {chat}")
            vorige = rij.klaar_op


def _keur_volgorde(oordeel: Oordeel, updates: list[Update], rijen: dict[int, UpdateInRow]) -> None:
    """Per chat handled in order; only an update that Telegram itself brought after later ones may be late."""
    laat = {update.nummer for update in updates if update.vanaf and not update.houdt_op}
    per_chat: dict[int, list[UpdateInRow]] = defaultdict(list)
    for nummer, rij in sorted(rijen.items()):
        if nummer not in laat and rij.klaar_op is not None:
            per_chat[rij.chat_id].append(rij)
    for chat, lijst in per_chat.items():
        for eerder, later in pairwise(lijst):
            if later.klaar_op < eerder.klaar_op:
                oordeel.volgorde.append(f"chat {chat}: {later.update_id} was handled before {eerder.update_id}")


def _keur_uitgaand(oordeel: Oordeel, session: Session, zendingen: list[ZendingRow]) -> None:
    """Messages stand in a chat in the order in which they were queued."""
    nummers = {rij.id: rij.message_id for rij in session.exec(select(ChatberichtRow))}
    laatste: dict[int, int] = {}
    for zending in zendingen:
        nummer = nummers.get(zending.chatbericht_id) if zending.soort == "stuur" else None
        if nummer is None:
            continue
        if nummer < laatste.get(zending.chat_id, 0):
            oordeel.volgorde.append(f"chat {zending.chat_id}: message {nummer} stands too high")
        laatste[zending.chat_id] = nummer


def _keur_casussen(oordeel: Oordeel, session: Session, scripts: list[Script]) -> None:
    """One case and one handover per script, in the script's own chat, with its own answers."""
    chats = {rij.account_id: rij.chat_id for rij in session.exec(select(TelegramChatRow))}
    per_chat: dict[int, list[CasusRow]] = defaultdict(list)
    for casus in session.exec(select(CasusRow).order_by(col(CasusRow.aangemaakt_op))):
        per_chat[chats[casus.gesprek_id.removeprefix("tg-")]].append(casus)
    bedoeld: dict[int, list[Script]] = defaultdict(list)
    for script in scripts:
        bedoeld[script.chat].append(script)
    for chat in {*per_chat, *bedoeld}:
        codes = [script.code for script in bedoeld[chat]]
        echt = [casus.code for casus in per_chat[chat]]
        if echt != codes:
            oordeel.dubbel.append(f"chat {chat}: scripts {codes}, cases {echt}")
        for script, casus in zip(bedoeld[chat], per_chat[chat], strict=False):
            oordeel.gemengd += [f"{casus.code}: {wat}" for wat in _anders(session, script, casus)]
    _keur_dubbel(oordeel, "overdracht", (rij.casus_id for rij in session.exec(select(OverdrachtRow))), len(scripts))
    gegeven = (rij.casus_id for rij in session.exec(select(ToestemmingRow).where(ToestemmingRow.soort == "gegeven")))
    _keur_dubbel(oordeel, "toestemming", gegeven, len(scripts))
    nieuw = select(UitbakRow.casus_id).where(UitbakRow.naam == "contactpersoon/nieuwe_casus")
    _keur_dubbel(oordeel, "melding", session.exec(nieuw), len(scripts))


def _keur_dubbel(oordeel: Oordeel, wat: str, casussen: Iterable[str | None], bedoeld: int) -> None:
    telling = Counter(casussen)
    oordeel.dubbel += [f"{wat} of {casus}: {keer}" for casus, keer in telling.items() if keer > 1]
    if len(telling) != bedoeld:
        oordeel.dubbel.append(f"{wat}: {len(telling)} for {bedoeld} scripts")


def _anders(session: Session, script: Script, casus: CasusRow) -> Iterable[str]:
    """What stands in the case but was not said in this script."""
    dossier = dossier_van(casus)
    toestemming = session.exec(select(ToestemmingRow).where(ToestemmingRow.casus_id == casus.id)).first()
    door = "vertegenwoordiger" if "vertegenwoordiger" in script.door else "zelf"
    for wat, staat, hoort in (
        ("wijk", dossier.wijk, script.wijk),
        ("leeftijdsgroep", dossier.leeftijdsgroep, script.leeftijdsgroep),
        ("contactroute", dossier.contactroute, CONTACTROUTES[script.contactroute]),
        ("toestemming door", toestemming.door if toestemming else None, door),
        ("keuzes", bool(dossier.gekozen), script.gekozen not in ("", "Geen van deze")),
        ("gebied", script.gebied in {g.value for g in dossier.leefgebieden}, True),
    ):
        if staat != hoort:
            yield f"{wat} is {staat}, was said to be {hoort}"


def _keur_open_vragen(oordeel: Oordeel, session: Session, verslag: Verslag) -> None:
    """At most one question is open in a chat, and its buttons are really there."""
    open_: dict[int, list[ChatberichtRow]] = defaultdict(list)
    for rij in session.exec(select(ChatberichtRow).where(col(ChatberichtRow.open))):
        if rij.soort == Chatsoort.VRAAG:
            open_[rij.chat_id].append(rij)
    for chat, lijst in open_.items():
        bericht = verslag.nep.wereld.chats[chat].berichten.get(lijst[-1].message_id or 0)
        if len(lijst) > 1 or bericht is None or not bericht.knoppen:
            oordeel.onbeantwoord.append(f"chat {chat}: {len(lijst)} open questions, shown: {bericht is not None}")


def _cijfers(
    verslag: Verslag, scripts: list[Script], updates: list[Update], zendingen: list[ZendingRow]
) -> dict[str, float]:
    storingen = Counter(een.soort.value for een in verslag.nep.storingen.log)
    klappen = verslag.uitval.klappen
    return {
        "seconden": verslag.seconden,
        "updates": len(updates),
        "casussen": len(scripts),
        "zendingen": len(zendingen),
        "zendingen_opnieuw": sum(zending.herhaald for zending in zendingen),
        "klappen": len(klappen),
        "klappen_koud": sum(klap.was_koud for klap in klappen),
        "klappen_werker": sum(klap.wat == "werker" for klap in klappen),
        "te_vroeg": len(verslag.nep.roep("te_vroeg")),
        **{f"storing {soort}": aantal for soort, aantal in sorted(storingen.items())},
    }
