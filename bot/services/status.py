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


def status_berichten(omg: Omgeving, casus: CasusRow | None, *, code: str | None) -> list[Bericht]:
    """The status of the named case; else of the open one; else of the practice's waiting and latest cases.

    Raises:
        DomeinFout: The named case does not exist for this practice.
    """
    if code is not None:
        return [_bericht(omg, zoek_casus(omg, code))]
    if casus is not None:
        return [_bericht(omg, casus)]
    wachtend, recent = lopende_casussen(omg), recente_casussen(omg)
    if not wachtend and not recent:
        return [Bericht(naam="status/geen", tekst=omg.teksten.vul("status/geen"))]
    regels = "\n".join(status_regel(omg, c) for c in (*wachtend, *recent))
    knoppen = tuple(
        Knop(label=omg.teksten.vul("knop/hervat", code=c.code), actie=f"{c.code}|-|verder") for c in wachtend
    )
    return [Bericht(naam="status/lijst", tekst=omg.teksten.vul("status/lijst", regels=regels), knoppen=knoppen)]


def _bericht(omg: Omgeving, casus: CasusRow) -> Bericht:
    return Bericht(naam="status/casus", tekst=status_regel(omg, casus))


def status_regel(omg: Omgeving, casus: CasusRow) -> str:
    """One line on a case: its code and where it stands."""
    return omg.teksten.vul("status/regel", code=casus.code, stand=stand(omg, casus))


def stand(omg: Omgeving, casus: CasusRow) -> str:
    """Where a case stands; without permission for terugkoppeling only whether it runs or has ended."""
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
