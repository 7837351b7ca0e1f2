"""`wijkbrug wachtrij`: what failed on its way in or out: look, try again, or drop."""

from rich.console import Console

from bot.bootstrap import bouw_huis
from bot.opdrachten.scherm import lijst_met_id
from bot.services.wachtrij import gooi_weg, mislukten, probeer_opnieuw, zonder_chat
from bot.settings import Instellingen


def lijst(instellingen: Instellingen) -> int:
    """Prints what failed, and what waits for somebody who has not signed in."""
    huis = bouw_huis(instellingen)
    with huis.sessie() as session:
        rijen = [*mislukten(session), *zonder_chat(session)]
    if not rijen:
        print(huis.teksten.vul("wachtrij/leeg"))
        return 0
    koppen = ("id", "soort", "sinds", "reden")
    tabel = lijst_met_id(huis.teksten.vul(f"wachtrij/kop/{kop}") for kop in koppen)
    for rij in rijen:
        tabel.add_row(rij.id, rij.soort, f"{rij.sinds:%d-%m-%Y %H:%M}", rij.reden)
    Console().print(tabel)
    print(huis.teksten.vul("wachtrij/uitleg"))
    return 0


def opnieuw(instellingen: Instellingen, *, id_: str) -> int:
    """Tries one failed item again.

    Raises:
        DomeinFout: There is no such failed item.
    """
    huis = bouw_huis(instellingen)
    with huis.sessie() as session:
        probeer_opnieuw(session, id_)
    print(huis.teksten.vul("wachtrij/opnieuw", id=id_))
    return 0


def weg(instellingen: Instellingen, *, id_: str) -> int:
    """Drops one failed item for good.

    Raises:
        DomeinFout: There is no such failed item.
    """
    huis = bouw_huis(instellingen)
    with huis.sessie() as session:
        gooi_weg(session, id_, nu=huis.klok.nu())
    print(huis.teksten.vul("wachtrij/weg", id=id_))
    return 0
