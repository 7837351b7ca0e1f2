"""Messages that came twice, and why: a kill between Telegram's answer and the commit, or an answer that got lost."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tests.telegram.nep import NepTelegram
from tests.telegram.nep.toestand import Aanroep
from tests.telegram.storing.uitval import Klap

GAT = 1.5  # seconds between Telegram's answer and its commit at the most: one turn may be played in between
NA_VERWERKING = ("time-out na", "verbroken na")


@dataclass(frozen=True)
class Herhaling:
    """The second time that the same message came.

    Attributes:
        oorzaak: "uitval" or "verloren antwoord"; empty when nothing explains it.
        gat: Seconds from the first message to the kill that explains it.
    """

    chat: int
    tekst: str
    tijd: float
    oorzaak: str
    gat: float = 0.0


def herhalingen(nep: NepTelegram, klappen: Sequence[Klap]) -> list[Herhaling]:
    """Every message with the buttons of one that was sent before, or with the same text that names a case code.

    Two messages that merely say the same (the same question in the next case) have other buttons.
    """
    groepen: dict[tuple[int, str], list[Aanroep]] = defaultdict(list)
    for aanroep in nep.wereld.aanroepen:
        if aanroep.methode == "sendMessage" and _is_gedaan(aanroep) and (merk := _merk(aanroep)):
            groepen[aanroep.chat or 0, merk].append(aanroep)
    uit: list[Herhaling] = []
    for (chat, merk), lijst in groepen.items():
        for eerder, later in pairwise(lijst):
            uit.append(_verklaar(chat, merk, eerder, later, klappen))
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


def _verklaar(chat: int, merk: str, eerder: Aanroep, later: Aanroep, klappen: Sequence[Klap]) -> Herhaling:
    tekst = str(later.velden.get("text", merk))[:60]
    if eerder.storing in NA_VERWERKING:
        return Herhaling(chat, tekst, later.tijd, "verloren antwoord")
    gaten = [klap.tijd - eerder.tijd for klap in klappen if eerder.tijd <= klap.tijd <= later.tijd]
    if gaten and min(gaten) <= GAT:
        return Herhaling(chat, tekst, later.tijd, "uitval", min(gaten))
    return Herhaling(chat, tekst, later.tijd, "")
