"""The contactpersoon's loop: which status may follow which (docs/specificatie.md, chapter 7)."""

from bot.domein.fouten import DomeinFout
from bot.domein.lijsten import CasusStatus

S = CasusStatus
VOLGENDE: dict[CasusStatus, frozenset[CasusStatus]] = {
    S.OVERGEDRAGEN: frozenset({S.ONTVANGEN, S.CONTACT_GELEGD, S.TERUGGEGEVEN, S.INGETROKKEN}),
    S.ONTVANGEN: frozenset(
        {S.CONTACT_GELEGD, S.AFSPRAKEN_GEMAAKT, S.GEEN_CONTACT, S.TERUGGEGEVEN, S.DOORGEZET, S.INGETROKKEN}
    ),
    S.CONTACT_GELEGD: frozenset({S.AFSPRAKEN_GEMAAKT, S.AFGEROND, S.TERUGGEGEVEN, S.DOORGEZET, S.INGETROKKEN}),
    S.AFSPRAKEN_GEMAAKT: frozenset({S.AFGEROND, S.TERUGGEGEVEN, S.DOORGEZET, S.INGETROKKEN}),
    S.AFGEROND: frozenset({S.INGETROKKEN}),
    S.GEEN_CONTACT: frozenset({S.CONTACT_GELEGD, S.AFGEROND, S.INGETROKKEN}),
    S.TERUGGEGEVEN: frozenset({S.INGETROKKEN}),
    S.DOORGEZET: frozenset({S.AFGEROND, S.INGETROKKEN}),
}
"""S.INGETROKKEN is the end: nothing follows a withdrawal."""


def controleer_overgang(van: CasusStatus, naar: CasusStatus) -> None:
    """Refuses a status that cannot follow.

    Raises:
        DomeinFout: The case was never handed over, has been withdrawn, or the step skips what must come first.
    """
    if naar not in VOLGENDE.get(van, frozenset()):
        raise DomeinFout("fout/status_kan_niet", van=van.value, naar=naar.value)
