"""The SOEP text for the practice's own record (NHG-richtlijn ADEPD), and the text that the patient takes home."""

from bot.domein.dossier import Dossier
from bot.domein.lijsten import Extra, Leefgebied, Uitkomst
from bot.services.catalogus import activiteit_namen
from bot.services.omgeving import Omgeving
from bot.services.overdracht import datum, overdracht_van
from bot.services.teksten import opsomming
from bot.services.toestemming import ontvanger_van
from bot.storage.tabellen import CasusRow

MAX_TEKENS = 600


def soep_tekst(omg: Omgeving, casus: CasusRow, dossier: Dossier) -> str:
    """At most 600 characters to paste into the HIS. The huisarts chooses the ICPC code, which stays here."""
    teksten, overdracht = omg.teksten, overdracht_van(omg, casus)
    codes = list(dict.fromkeys(teksten.label("icpc", x) for x in dossier.leefgebieden))
    gekozen = activiteit_namen(omg.session, omg.protocol.gemeente, dossier.gekozen or ())
    if dossier.uitkomst is Uitkomst.OVERGEDRAGEN and overdracht is not None:
        persoon, _ = ontvanger_van(omg)
        door = dossier.toestemming.door if dossier.toestemming else None
        plan = teksten.vul(
            "soep/plan_overgedragen",
            contactpersoon=persoon.naam,
            toestemming=teksten.label("door", door or ""),
            code=casus.code,
            datum=datum(overdracht.contact_voor),
            terugkoppeling=teksten.vul(
                "soep/terugkoppeling" if Extra.TERUGKOPPELING in dossier.extra else "soep/geen_terugkoppeling"
            ),
        )
    else:
        plan = teksten.vul("soep/plan_zelf", activiteiten=opsomming(gekozen) or teksten.vul("soep/geen_activiteit"))
    for aantal in range(len(dossier.leefgebieden), 0, -1):
        tekst = teksten.vul(
            "soep/tekst",
            hulpvraag=_gebieden(omg, dossier.leefgebieden, aantal),
            icpc=opsomming(codes[:aantal]),
            plan=plan,
        )
        if len(tekst) <= MAX_TEKENS:
            return tekst
    return teksten.vul("soep/tekst", hulpvraag="", icpc="Z29", plan=plan)[:MAX_TEKENS]


def _gebieden(omg: Omgeving, gebieden: tuple[Leefgebied, ...], aantal: int) -> str:
    return omg.teksten.som_op("leefgebied", gebieden[:aantal])


def patient_tekst(omg: Omgeving, casus: CasusRow, dossier: Dossier) -> str:
    """What the patient reads at home ("u", B1): what happens now, who calls, how to stop."""
    teksten = omg.teksten
    gekozen = activiteit_namen(omg.session, omg.protocol.gemeente, dossier.gekozen or ())
    activiteiten = teksten.vul("patient/activiteiten", activiteiten=opsomming(gekozen)) if gekozen else ""
    praktijk = omg.protocol.praktijk(casus.praktijk)
    overdracht = overdracht_van(omg, casus)
    if overdracht is None:
        tekst = teksten.vul(
            "patient/zelf", activiteiten=activiteiten, praktijk=praktijk.naam, telefoon=praktijk.telefoon
        )
        return " ".join(tekst.split())
    persoon, _ = ontvanger_van(omg)
    tekst = teksten.vul(
        f"patient/{dossier.contactroute}",
        contactpersoon=persoon.naam,
        organisatie=persoon.organisatie,
        contact_telefoon=persoon.telefoon,
        datum=datum(overdracht.contact_voor),
        code=casus.code,
        activiteiten=activiteiten,
        praktijk=praktijk.naam,
        telefoon=praktijk.telefoon,
    )
    return " ".join(tekst.split())  # no gap where nothing was chosen
