"""`make demo`: one whole case through the real engine, gate, services and storage, drawn in the terminal."""

import asyncio
import time
from typing import Any

from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.bootstrap import HIER, bouw_engine, bouw_huis, bouw_opslag, zaai_demo
from bot.dialogue.voering import Gespreksvoering, Huis
from bot.domein.lijsten import CasusStatus
from bot.opdrachten.proefscript import lees_script
from bot.opdrachten.proefspel import Proefspel
from bot.opdrachten.proefverslag import maak_verslag
from bot.opdrachten.scherm import teken_bel
from bot.opdrachten.train import train
from bot.opdrachten.uitleg import met_uitleg
from bot.services.klok import SysteemKlok, VasteKlok
from bot.settings import Instellingen
from bot.storage.tabellen import CasusRow, ToestemmingRow


def speel_demo(instellingen: Instellingen, *, gemeente: str) -> int:
    """Trains when no model is there, makes a database with demo data, and plays a case.

    Returns:
        0 only if the case really stands as `overgedragen` in the database.
    """
    return met_uitleg(lambda: _demo(instellingen, gemeente=gemeente))


def _demo(instellingen: Instellingen, *, gemeente: str) -> int:
    console = Console()
    if train(instellingen, alleen_als_nodig=True) != 0:
        return 1
    demo = instellingen.model_copy(update={"database_url": f"sqlite:///{HIER / 'var' / 'demo.db'}"})
    opslag = bouw_opslag(demo)
    huis = bouw_huis(demo, opslag=opslag, klok=VasteKlok(SysteemKlok().nu()))
    zaai_demo(huis, gemeente)
    with console.status(huis.teksten.vul("chat/laden")):
        voering = Gespreksvoering(huis, bouw_engine(demo))
    script = lees_script(HIER / "data" / "proef" / f"{gemeente}.yml")
    spel = Proefspel(huis, voering, script)
    begin = time.perf_counter()
    asyncio.run(spel.speel())
    seconden = time.perf_counter() - begin
    verslag = maak_verslag(huis, spel)
    _toon(console, huis, verslag, seconden=seconden)
    return 0 if _staat_overgedragen(huis, verslag) else 1


def _staat_overgedragen(huis: Huis, verslag: dict[str, Any]) -> bool:
    """Reads the case back from the database."""
    with huis.sessie() as session:
        codes = {casus.code: casus.status for casus in session.query(CasusRow)}
    return bool(verslag["casus"]) and codes.get(verslag["casus"]["code"]) == CasusStatus.OVERGEDRAGEN


def _toon(console: Console, huis: Huis, verslag: dict[str, Any], *, seconden: float) -> None:
    tekst = huis.teksten.vul
    console.rule(tekst("demo/gesprek"))
    for bel in verslag["transcript"]:
        teken_bel(console, **bel)
    if verslag["overdracht"]:
        console.rule(tekst("demo/overdracht"))
        console.print(Panel(Text(verslag["overdracht"]["tekst"]), border_style="magenta"))
    if verslag["toestemming"]:
        console.rule(tekst("demo/toestemming"))
        console.print(_tabel(verslag["toestemming"]))
    if verslag["soep"]:
        console.rule(tekst("demo/soep"))
        console.print(Panel(Text(verslag["soep"]), border_style="yellow"))
    for fout in verslag["fouten"]:
        console.print(Text(fout, style="red"))
    console.rule(tekst("demo/samen"))
    console.print(
        tekst(
            "demo/cijfers",
            interacties=verslag["interacties"],
            seconden=f"{seconden:.1f}".replace(".", ","),
            uitkomst=verslag["uitkomst"],
        )
    )
    console.print(tekst("demo/verder"))


def _tabel(velden: dict[str, Any]) -> Table:
    """The proof of consent, the fields in the order of the row; what is empty is left out."""
    tabel = Table(show_header=False, border_style="dim")
    for naam in ToestemmingRow.model_fields:
        waarde = velden.get(naam)
        if waarde is None:
            continue
        if isinstance(waarde, dict):
            waarde = [sleutel for sleutel, mag in waarde.items() if mag] or ["-"]
        tabel.add_row(naam.replace("_", " "), ", ".join(waarde) if isinstance(waarde, list) else str(waarde))
    return tabel
