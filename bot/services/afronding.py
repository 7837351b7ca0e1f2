"""What the assistant reads when a case has its outcome: the card, the SOEP text, the text for the patient."""

from bot.domein.bericht import Bericht, Knop
from bot.domein.dossier import Dossier
from bot.domein.lijsten import BuitenReden, OverruleReden, Uitkomst
from bot.services.casus import dossier_van
from bot.services.catalogus import activiteit_namen
from bot.services.omgeving import Omgeving
from bot.services.overdracht import datum, overdracht_van
from bot.services.soep import patient_tekst, soep_tekst
from bot.services.teksten import opsomming
from bot.services.toestemming import ontvanger_van
from bot.storage.tabellen import CasusRow


def rond_af(omg: Omgeving, casus: CasusRow) -> list[Bericht]:
    """The closing messages of a case, by outcome."""
    dossier = dossier_van(casus)
    match dossier.uitkomst:
        case Uitkomst.GESTOPT:
            return [_gestopt(omg, casus, dossier)]
        case Uitkomst.OVERGEDRAGEN:
            return _overgedragen(omg, casus, dossier)
        case Uitkomst.VOORGELICHT:
            return _voorgelicht(omg, casus, dossier)
        case Uitkomst.BUITEN_BEREIK:
            return [_zeg(omg, f"uitkomst/buiten_{dossier.buiten_reden or BuitenReden.ANDERE_GEMEENTE}")]
        case Uitkomst.GEWEIGERD | Uitkomst.AFGEBROKEN:
            return [_zeg(omg, f"uitkomst/{dossier.uitkomst}")]
        case None:
            return []


def _gestopt(omg: Omgeving, casus: CasusRow, dossier: Dossier) -> Bericht:
    if dossier.vlag is None:
        return _zeg(omg, f"vlag/{dossier.stopgrond}")
    knoppen: tuple[Knop, ...] = ()
    naam = f"vlag/{dossier.vlag}"
    tekst = omg.teksten.vul(naam, spoedroute=omg.protocol.spoedroute_telefoon)
    if dossier.vlag_bron == "herkend":
        tekst = f"{tekst}\n\n{omg.teksten.vul('vlag/overrule')}"
        knoppen = tuple(
            Knop(
                label=omg.teksten.label("overrule", reden),
                actie=f"{casus.code}|{dossier.stap}|overrule:{reden.value}",
            )
            for reden in OverruleReden
        )
    return Bericht(naam=naam, tekst=tekst, knoppen=knoppen)


def _overgedragen(omg: Omgeving, casus: CasusRow, dossier: Dossier) -> list[Bericht]:
    persoon, _ = ontvanger_van(omg)
    overdracht = overdracht_van(omg, casus)
    contact_voor = datum(overdracht.contact_voor) if overdracht else ""
    spoed = (
        [_zeg(omg, "uitkomst/spoed", contactpersoon=persoon.naam, telefoon=persoon.telefoon)] if dossier.spoed else []
    )
    return [
        *spoed,
        _zeg(omg, "uitkomst/overgedragen", contactpersoon=persoon.naam, code=casus.code, datum=contact_voor),
        _zeg(
            omg,
            f"uitkomst/contactroute_{dossier.contactroute}",
            contactpersoon=persoon.naam,
            telefoon=persoon.telefoon,
            code=casus.code,
        ),
        _zeg(omg, "uitkomst/soep", soep=soep_tekst(omg, casus, dossier)),
        _zeg(omg, "uitkomst/patient", patient=patient_tekst(omg, casus, dossier)),
    ]


def _voorgelicht(omg: Omgeving, casus: CasusRow, dossier: Dossier) -> list[Bericht]:
    gekozen = activiteit_namen(omg.session, casus.gemeente, dossier.gekozen or ())
    activiteiten = opsomming(gekozen) or omg.teksten.vul("soep/geen_activiteit")
    return [
        _zeg(omg, "uitkomst/voorgelicht", activiteiten=activiteiten),
        _zeg(omg, "uitkomst/soep", soep=soep_tekst(omg, casus, dossier)),
        _zeg(omg, "uitkomst/patient", patient=patient_tekst(omg, casus, dossier)),
    ]


def _zeg(omg: Omgeving, naam: str, **variabelen: object) -> Bericht:
    return Bericht(naam=naam, tekst=omg.teksten.vul(naam, **variabelen))
