"""`wijkbrug chat`: one role in the terminal, over the same engine and database as every other channel."""

import asyncio

from rich.console import Console
from rich.prompt import Prompt

from bot.bootstrap import bouw_engine, bouw_huis, zaai_demo
from bot.dialogue.voering import Gespreksvoering, Huis
from bot.domein.bericht import Bericht, Knop
from bot.domein.lijsten import Rol
from bot.opdrachten.scherm import gekozen_knop, teken_bericht
from bot.opdrachten.uitleg import met_uitleg
from bot.services.demodata import demo_gebruikers
from bot.services.omgeving import Gebruiker
from bot.settings import Instellingen

ROLLEN = tuple(rol.value for rol in Rol)


def praat(instellingen: Instellingen, *, rol: str | None, gemeente: str, wie: str | None) -> int:
    """Asks for the role where it is missing, and talks until the user types "weg" or closes the terminal."""
    return met_uitleg(lambda: _praat(instellingen, rol=rol, gemeente=gemeente, wie=wie))


def _praat(instellingen: Instellingen, *, rol: str | None, gemeente: str, wie: str | None) -> int:
    console = Console()
    huis = bouw_huis(instellingen)
    if rol not in ROLLEN:
        rol = Prompt.ask(huis.teksten.vul("chat/wie"), choices=list(ROLLEN), default="assistent", console=console)
    zaai_demo(huis, gemeente)
    if rol == Rol.BEHEERDER:
        console.print(huis.teksten.vul("chat/beheerder"))
        return 0
    gebruiker = _kies(console, huis, rol=Rol(rol), gemeente=gemeente, wie=wie)
    with console.status(huis.teksten.vul("chat/laden")):
        voering = Gespreksvoering(huis, bouw_engine(instellingen))
    console.print(huis.teksten.vul(f"chat/begin_{rol}"))
    asyncio.run(_gesprek(console, voering, gebruiker))
    return 0


def _kies(console: Console, huis: Huis, *, rol: Rol, gemeente: str, wie: str | None) -> Gebruiker:
    mensen = [(g, naam) for g, naam in demo_gebruikers(huis.protocollen.van(gemeente)) if g.rol is rol]
    op_code = {g.praktijk or g.contactpersoon or "": g for g, _ in mensen}
    if wie in op_code:
        return op_code[wie]
    if wie is not None:
        console.print(huis.teksten.vul("chat/onbekend", wie=wie, keuze=", ".join(op_code)))
    return mensen[0][0]


async def _gesprek(console: Console, voering: Gespreksvoering, gebruiker: Gebruiker) -> None:
    knoppen: tuple[Knop, ...] = ()
    gesprek = f"terminal-{gebruiker.account_id}"
    while True:
        try:
            tekst = await asyncio.to_thread(console.input, "[bold blue]> [/]")
        except (EOFError, KeyboardInterrupt):
            return
        if tekst.strip().lower() == "weg":
            return
        knop = gekozen_knop(knoppen, tekst)
        if knop is not None:
            berichten = await voering.tik(gebruiker, gesprek, knop.actie)
        else:
            berichten = await voering.zeg(gebruiker, gesprek, tekst)
        knoppen = toon(console, berichten) or knoppen


def toon(console: Console, berichten: list[Bericht]) -> tuple[Knop, ...]:
    """Draws messages; returns the buttons of the last one that has any."""
    knoppen: tuple[Knop, ...] = ()
    for bericht in berichten:
        teken_bericht(console, bericht)
        knoppen = bericht.knoppen or knoppen
    return knoppen
