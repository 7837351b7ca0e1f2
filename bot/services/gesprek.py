"""Conversations: which case is open in which chat, and which choice beside the protocol waits for an answer."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domein.bericht import Bericht
from bot.services.bewaartermijn import wis
from bot.services.omgeving import Omgeving
from bot.storage.tabellen import CasusRow, GesprekRow

KEUZES_CONTACTPERSOON = (
    "contactpersoon/intrekken_zeker",
    "contactpersoon/waarom_terug",
    "contactpersoon/kies_reden",
    "contactpersoon/toestemming_doorzetten",
    "contactpersoon/wie_toestemming",
)
KEUZES = ("intrekken/zeker", "intrekken/nog_eens", *KEUZES_CONTACTPERSOON)


@dataclass(frozen=True)
class Keuze:
    """ "Keuze": a choice that was offered and is no question of the protocol, by the name of its text; of one case."""

    naam: str
    code: str


def open_gesprek(omg: Omgeving, gesprek_id: str) -> GesprekRow:
    """The conversation, made at its first message.

    Raises:
        PermissionError: The conversation belongs to another account.
    """
    gesprek = omg.session.get(GesprekRow, gesprek_id)
    if gesprek is None:
        gesprek = GesprekRow(id=gesprek_id, account_id=omg.gebruiker.account_id)
        omg.session.add(gesprek)
        omg.session.flush()
    if gesprek.account_id != omg.gebruiker.account_id:
        raise PermissionError("this conversation belongs to another account")
    return gesprek


def actieve_casus(omg: Omgeving, gesprek: GesprekRow) -> CasusRow | None:
    """The case that is open in a conversation; one that waited longer than 24 hours is gone, and the chat is free."""
    if gesprek.actieve_casus_id is None:
        return None
    casus = omg.session.get(CasusRow, gesprek.actieve_casus_id, with_for_update=True)
    if casus is not None and casus.verloopt_op is not None and casus.verloopt_op <= omg.klok.nu():
        wis(omg.session, casus)
        casus = None
    if casus is None:
        gesprek.actieve_casus_id = None
        omg.session.add(gesprek)
        return None
    return casus


def neem_keuze(omg: Omgeving, gesprek_id: str) -> Keuze | None:
    """The choice that was offered in the turn before; whatever is said now, it waits no longer."""
    gesprek = omg.session.get(GesprekRow, gesprek_id)
    if gesprek is None or gesprek.wacht_op is None or gesprek.account_id != omg.gebruiker.account_id:
        return None
    naam, _, code = gesprek.wacht_op.partition("|")
    gesprek.wacht_op = None
    omg.session.add(gesprek)
    return Keuze(naam, code)


def onthoud_keuze(omg: Omgeving, gesprek_id: str, berichten: Iterable[Bericht]) -> bool:
    """Remembers a choice that this turn offers, so that it may be answered in words; whether there is one."""
    bericht = next((b for b in berichten if b.naam in KEUZES), None)
    if bericht is None:
        return False
    gesprek = open_gesprek(omg, gesprek_id)
    gesprek.wacht_op = f"{bericht.naam}|{bericht.knoppen[0].actie.partition('|')[0]}"
    omg.session.add(gesprek)
    return True
