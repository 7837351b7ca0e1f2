"""Conversations: which case is open in which chat."""

from bot.services.bewaartermijn import wis
from bot.services.omgeving import Omgeving
from bot.storage.tabellen import CasusRow, GesprekRow


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
