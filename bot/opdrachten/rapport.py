"""`wijkbrug rapport begrip`: per week how well messages were understood and what was put right by hand; no text."""

from collections.abc import Mapping

from rich.console import Console
from rich.table import Table

from bot.bootstrap import bouw_huis
from bot.services.begriptelling import Teller, tellingen
from bot.services.teksten import Teksten
from bot.settings import Instellingen

Telling = Mapping[tuple[str, str], int]
VAAKST = 8


def begrip(instellingen: Instellingen, *, gemeente: str | None, weken: int) -> int:
    """Prints a table per week, and what was put right most.

    Raises:
        DomeinFout: The gemeente does not exist.
    """
    huis = bouw_huis(instellingen)
    protocol = huis.protocollen.van(gemeente or instellingen.gemeente)
    with huis.sessie() as session:
        per_week = tellingen(session, protocol.gemeente, nu=huis.klok.nu(), weken=weken)
    console = Console(width=None)
    if not any(per_week.values()):
        print(huis.teksten.vul("rapport/leeg", weken=weken))
        return 0
    console.print(_weektabel(huis.teksten, per_week))
    console.print(_rechtgezet(huis.teksten, per_week))
    return 0


def _weektabel(teksten: Teksten, per_week: Mapping[str, Telling]) -> Table:
    koppen = (
        "week",
        "eerste_zin",
        "meteen",
        "met_keuze",
        "lijst",
        "onbegrepen",
        "vlaggen",
        "opzij",
        "voorgesteld",
        "eraf",
        "erbij",
    )
    tabel = Table(*(teksten.vul(f"rapport/kop/{kop}") for kop in koppen), title=teksten.vul("rapport/titel"))
    for week, telling in per_week.items():
        eerste = _som(telling, Teller.EERSTE_ZIN)
        delen = [_deel(telling.get((Teller.EERSTE_ZIN, wat), 0), eerste) for wat in ("meteen", "met_keuze", "lijst")]
        rest = (Teller.ONBEGREPEN, Teller.VLAG, Teller.VLAG_OPZIJ, Teller.VOORGESTELD, Teller.ERAF, Teller.ERBIJ)
        tabel.add_row(week, str(eerste), *delen, *(str(_som(telling, teller)) for teller in rest))
    return tabel


def _rechtgezet(teksten: Teksten, per_week: Mapping[str, Telling]) -> Table:
    """What the assistants changed most often: there the model knows too little."""
    samen: dict[tuple[str, str], int] = {}
    for telling in per_week.values():
        for sleutel, aantal in telling.items():
            if sleutel[0] in (Teller.ONBEGREPEN, Teller.VLAG_OPZIJ, Teller.ERAF, Teller.ERBIJ):
                samen[sleutel] = samen.get(sleutel, 0) + aantal
    tabel = Table(*(teksten.vul(f"rapport/kop/{kop}") for kop in ("wat", "waarvan", "aantal")))
    for (teller, id_), aantal in sorted(samen.items(), key=lambda paar: (-paar[1], paar[0]))[:VAAKST]:
        tabel.add_row(teksten.vul(f"rapport/teller/{teller}"), id_, str(aantal))
    return tabel


def _som(telling: Telling, teller: Teller) -> int:
    return sum(aantal for (naam, _), aantal in telling.items() if naam == teller)


def _deel(aantal: int, van: int) -> str:
    return f"{aantal / van:.0%}" if van else "–"
