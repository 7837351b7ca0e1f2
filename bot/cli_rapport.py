"""`wijkbrug rapport …`: figures for whoever keeps Wijkbrug going; no text of a conversation in any of them."""

from typing import Annotated

import typer

app = typer.Typer(help="Cijfers over het gebruik.", no_args_is_help=True)


@app.callback()
def _rapport() -> None:
    """Keeps `begrip` a command of its own, also while it is the only one."""


@app.command("begrip")
def begrip(
    weken: Annotated[int, typer.Option(min=1, max=104, help="Hoeveel weken terug.")] = 8,
    gemeente: Annotated[
        str | None, typer.Option(help="Voor welke gemeente; standaard die van de instellingen.")
    ] = None,
) -> None:
    """Laat per week zien hoe vaak berichten meteen begrepen zijn, en wat met de hand is rechtgezet."""
    from bot.log_setup import zet_log_op
    from bot.opdrachten.rapport import begrip as opdracht
    from bot.opdrachten.uitleg import met_uitleg
    from bot.settings import lees_instellingen

    zet_log_op()
    raise typer.Exit(met_uitleg(lambda: opdracht(lees_instellingen(), gemeente=gemeente, weken=weken)))
