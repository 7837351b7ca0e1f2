"""Messages that came twice, and why: a kill between Telegram's answer and the commit, or an answer that got lost."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tests.telegram.nep import NepTelegram
from tests.telegram.nep.toestand import Aanroep
from tests.telegram.storing.uitval import Klap

GAT = 5.0  # seconds between a message and its commit at the most: turns, and a busy machine, may come in between
ONDERWEG = 0.25  # seconds that the fake may come to a call after its sender died; a new process takes longer to start
NA_VERWERKING = ("time-out na", "verbroken na")


@dataclass(frozen=True)
class Herhaling:
    """The second time that the same message came.

    Attributes:
        eerder: When it came before.
        oorzaak: "uitval" or "verloren antwoord"; empty when nothing explains it.
        gat: Seconds from the first message to the first kill after it.
    """

    chat: int
    tekst: str
    tijd: float
    eerder: float
    oorzaak: str
    gat: float = 0.0


def herhalingen(nep: NepTelegram, klappen: Sequence[Klap]) -> list[Herhaling]:
    """Every message with the buttons of one that was sent before, or with the same text that names a case code.

    Two messages that merely say the same (the same question in the next case) have other buttons.
    """
    groepen: dict[tuple[int, str], list[Aanroep]] = defaultdict(list)
    per_chat: dict[int, list[float]] = defaultdict(list)
    for aanroep in nep.wereld.aanroepen:
        per_chat[aanroep.chat or 0].append(aanroep.tijd)
        if aanroep.methode == "sendMessage" and _is_gedaan(aanroep) and (merk := _merk(aanroep)):
            groepen[aanroep.chat or 0, merk].append(aanroep)
    uit: list[Herhaling] = []
    for (chat, merk), lijst in groepen.items():
        uit += [_verklaar(merk, *paar, klappen=klappen, andere=per_chat[chat]) for paar in pairwise(lijst)]
    return sorted(uit, key=lambda een: een.tijd)


def _is_gedaan(aanroep: Aanroep) -> bool:
    """Whether the message came into the chat."""
    if aanroep.storing in NA_VERWERKING:
        return True
    return aanroep.code == 200 or (aanroep.code is None and not aanroep.omschrijving and not aanroep.storing)


def _merk(aanroep: Aanroep) -> str:
    """What no other message shares: the payload of its first own button."""
    bord = aanroep.velden.get("reply_markup")
    rijen = (json.loads(bord) if isinstance(bord, str) else bord or {}).get("inline_keyboard", [])
    return next((str(knop["callback_data"]) for rij in rijen for knop in rij if "callback_data" in knop), "")


def _verklaar(
    merk: str, eerder: Aanroep, later: Aanroep, *, klappen: Sequence[Klap], andere: Sequence[float]
) -> Herhaling:
    """A kill of the sender explains it when it fell soon after the first message, before anything else in that chat.

    The relay does one thing at a time per chat: a next call would show that the first one had been booked.
    """
    momenten = [klap.tijd for klap in klappen if klap.wat == "serve"]
    gaten = [max(0.0, moment - eerder.tijd) for moment in momenten if eerder.tijd - ONDERWEG <= moment <= later.tijd]
    gat = min(gaten, default=0.0)
    tussendoor = any(eerder.tijd < tijd < eerder.tijd + gat for tijd in andere)
    oorzaak = "verloren antwoord" if eerder.storing in NA_VERWERKING else ""
    if not oorzaak and gaten and gat <= GAT and not tussendoor:
        oorzaak = "uitval"
    tekst = str(later.velden.get("text", merk))[:60]
    return Herhaling(later.chat or 0, tekst, later.tijd, eerder.tijd, oorzaak, gat)
