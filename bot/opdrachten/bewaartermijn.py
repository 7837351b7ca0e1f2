"""`wijkbrug bewaartermijn`: wipes what may not be kept any longer, or only counts it."""

from bot.bootstrap import DATA, bouw_opslag
from bot.services.bewaartermijn import verlopen_casussen, wis_verlopen
from bot.services.klok import SysteemKlok
from bot.services.teksten import Teksten
from bot.settings import Instellingen


def ruim_op(instellingen: Instellingen, *, proef: bool) -> int:
    """Prints how many cases were emptied, or would be."""
    teksten, nu = Teksten.uit_map(DATA / "teksten"), SysteemKlok().nu()
    with bouw_opslag(instellingen).sessie() as session:
        aantal = len(verlopen_casussen(session, nu=nu)) if proef else wis_verlopen(session, nu=nu)
    print(teksten.vul("bewaartermijn/proef" if proef else "bewaartermijn/gewist", aantal=aantal))
    return 0
