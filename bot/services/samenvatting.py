"""The summary card of a case: one message that is edited as the case grows, instead of a wall of messages."""

from bot.services.casus import dossier_van
from bot.services.omgeving import Omgeving
from bot.services.status import stand
from bot.storage.tabellen import CasusRow


def samenvatting(omg: Omgeving, casus: CasusRow) -> str:
    """What is known of the case, and where it stands; nothing of the wording of anybody."""
    dossier, teksten = dossier_van(casus), omg.teksten
    regels = [teksten.vul("samenvatting/kop", code=casus.code)]
    if dossier.leefgebieden:
        regels.append(
            teksten.vul("samenvatting/gaat_over", gebieden=teksten.som_op("leefgebied", dossier.leefgebieden))
        )
    if dossier.wijk:
        regels.append(teksten.vul("samenvatting/wijk", wijk=dossier.wijk))
    if dossier.leeftijdsgroep:
        groep = teksten.label("leeftijdsgroep", dossier.leeftijdsgroep)
        regels.append(teksten.vul("samenvatting/leeftijd", groep=groep))
    regels.append(teksten.vul("samenvatting/stand", stand=stand(omg, casus)))
    return "\n".join(regels)
