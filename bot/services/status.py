"""How it stands with a case, as the practice may see it."""

from bot.domein.bericht import Bericht, Knop
from bot.domein.lijsten import CasusStatus, Extra
from bot.services.casus import lopende_casussen, open_vraag, recente_casussen, zoek_casus
from bot.services.omgeving import Omgeving
from bot.services.overdracht import datum, overdracht_van
from bot.services.toestemming import laatste_toestemming
from bot.storage.tabellen import CasusRow

KLAAR = frozenset({CasusStatus.AFGEROND, CasusStatus.TERUGGEGEVEN, CasusStatus.DOORGEZET, CasusStatus.INGETROKKEN})
WACHT_OP_CONTACT = frozenset({CasusStatus.OVERGEDRAGEN, CasusStatus.ONTVANGEN})
ALTIJD_ZICHTBAAR = frozenset(
    {CasusStatus.OVERGEDRAGEN, CasusStatus.ONTVANGEN, CasusStatus.INGETROKKEN, CasusStatus.TERUGGEGEVEN}
)
ALLE_CASUSSEN = "alle_casussen"
MAX_ANDERE = 5  # beside the open case
MAX_ALLE = 50


def status_berichten(
    omg: Omgeving, casus: CasusRow | None, *, code: str | None = None, alles: bool = False
) -> list[Bericht]:
    """The status of the named case; else of the open one and the other running ones; else of waiting and latest cases.

    Args:
        omg: The surroundings.
        casus: The case that is open in the conversation.
        code: The case that was named.
        alles: All running cases of the practice, instead of the first few.

    Raises:
        DomeinFout: The named case does not exist for this practice.
    """
    if code is not None:
        return [_bericht(omg, zoek_casus(omg, code))]
    if alles and (lopend := lopende_alle(omg)):
        regels = "\n".join(status_regel(omg, c, kort=True) for c in lopend[:MAX_ALLE])
        return [Bericht(naam="status/lijst", tekst=omg.teksten.vul("status/lijst", regels=regels))]
    if casus is not None:
        return [_bericht(omg, casus), *_andere(omg, casus)]
    wachtend, recent = lopende_casussen(omg), recente_casussen(omg)
    if not wachtend and not recent:
        return [Bericht(naam="status/geen", tekst=omg.teksten.vul("status/geen"))]
    getoond = (*wachtend, *recent)
    meer = _en_meer(omg, len({c.id for c in lopende_alle(omg)} - {c.id for c in getoond}))
    regels = "\n".join([*(status_regel(omg, c) for c in getoond), *meer])
    knoppen = tuple(
        Knop(label=omg.teksten.vul("knop/hervat", code=c.code), actie=f"{c.code}|-|verder") for c in wachtend
    )
    return [Bericht(naam="status/lijst", tekst=omg.teksten.vul("status/lijst", regels=regels), knoppen=knoppen)]


def lopende_alle(omg: Omgeving) -> list[CasusRow]:
    """The practice's running cases: those that are unfinished, then those that are with the contactpersoon."""
    return [*lopende_casussen(omg), *recente_casussen(omg, aantal=None, zonder=KLAAR)]


def _andere(omg: Omgeving, casus: CasusRow) -> list[Bericht]:
    """What else runs at the practice, shortly, and how to see the rest."""
    andere = [c for c in lopende_alle(omg) if c.id != casus.id]
    if not andere:
        return []
    meer = _en_meer(omg, len(andere) - MAX_ANDERE)
    regels = "\n".join([*(status_regel(omg, c, kort=True) for c in andere[:MAX_ANDERE]), *meer])
    knop = Knop(label=omg.teksten.vul("knop/alle_casussen"), actie=f"{casus.code}|-|{ALLE_CASUSSEN}")
    tekst = omg.teksten.vul("status/andere", regels=regels)
    return [Bericht(naam="status/andere", tekst=tekst, knoppen=(knop,) if meer else ())]


def _en_meer(omg: Omgeving, aantal: int) -> list[str]:
    """The line that says how many more there are, and how to see them."""
    return [omg.teksten.vul("status/en_meer", aantal=aantal)] if aantal > 0 else []


def _bericht(omg: Omgeving, casus: CasusRow) -> Bericht:
    return Bericht(naam="status/casus", tekst=status_regel(omg, casus))


def status_regel(omg: Omgeving, casus: CasusRow, *, kort: bool = False) -> str:
    """One line on a case: its code and where it stands."""
    return omg.teksten.vul("status/regel", code=casus.code, stand=stand(omg, casus, kort=kort))


def stand(omg: Omgeving, casus: CasusRow, *, kort: bool = False) -> str:
    """Where a case stands; without permission for terugkoppeling only whether it runs or has ended.

    `kort` leaves out with whom it is and by when: in a list of several.
    """
    overdracht = overdracht_van(omg, casus)
    if overdracht is None:
        vraag = open_vraag(omg, casus) if casus.uitkomst is None else None
        if vraag is not None:
            return omg.teksten.vul("status/wacht", vraag=omg.teksten.label("vraag", vraag))
        return omg.teksten.vul("status/uitkomst", uitkomst=omg.teksten.label("uitkomst", casus.uitkomst or ""))
    persoon = omg.protocol.contactpersoon(overdracht.contactpersoon)
    status = CasusStatus(casus.status)
    if status not in ALTIJD_ZICHTBAAR and not mag_terugkoppelen(omg, casus):
        label = omg.teksten.vul("status/klaar" if status in KLAAR else "status/loopt")
    else:
        label = omg.teksten.label("status", status)
        if casus.status_reden and status is CasusStatus.TERUGGEGEVEN and mag_terugkoppelen(omg, casus):
            reden = omg.teksten.label("teruggaaf_reden", casus.status_reden)
            label = omg.teksten.vul("status/met_reden", status=label, reden=reden)
    if kort:
        return f"{label}."
    return omg.teksten.vul(
        "status/overgedragen" if status in WACHT_OP_CONTACT else "status/na_contact",
        status=label,
        contactpersoon=persoon.naam if persoon else "",
        datum=datum(overdracht.contact_voor),
    )


def mag_terugkoppelen(omg: Omgeving, casus: CasusRow) -> bool:
    """Whether the patient allows the practice to hear what came of it."""
    toestemming = laatste_toestemming(omg, casus)
    return bool(toestemming and toestemming.soort == "gegeven" and toestemming.extra.get(Extra.TERUGKOPPELING))
