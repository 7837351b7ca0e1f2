"""`wijkbrug …`: names the commands; the work is in `bot.opdrachten`. Heavy imports happen inside a command."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli_catalogus import app as catalogus_app
from bot.cli_kanaal import account_app, serve, wachtrij_app
from bot.cli_rapport import app as rapport_app

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.settings import Instellingen

app = typer.Typer(
    name="wijkbrug",
    help="Wijkbrug: van vraag aan de balie naar hulp in de wijk.",
    no_args_is_help=True,
    add_completion=False,
)
app.add_typer(catalogus_app, name="catalogus")
app.add_typer(account_app, name="account")
app.add_typer(wachtrij_app, name="wachtrij")
app.add_typer(rapport_app, name="rapport")
app.command()(serve)

VERKEERD_GEBRUIK = 2


@app.command()
def demo(gemeente: Annotated[str, typer.Option(help="Voor welke gemeente.")] = "zoetermeer") -> None:
    """Speelt één hele casus, van de eerste zin tot de overdracht."""
    from bot.opdrachten.demo import speel_demo

    raise typer.Exit(speel_demo(_instellingen(), gemeente=gemeente))


@app.command()
def chat(
    rol: Annotated[str | None, typer.Option(help="assistent, contactpersoon of beheerder.")] = None,
    gemeente: Annotated[str, typer.Option(help="Voor welke gemeente.")] = "zoetermeer",
    wie: Annotated[str | None, typer.Option(help="Code van je praktijk of van de contactpersoon.")] = None,
) -> None:
    """Praat met Wijkbrug in de terminal."""
    from bot.opdrachten.chat import praat

    raise typer.Exit(praat(_instellingen(), rol=rol, gemeente=gemeente, wie=wie))


@app.command()
def train(
    alleen_als_nodig: Annotated[bool, typer.Option("--alleen-als-nodig", help="Niet als er al een model is.")] = False,
) -> None:
    """Traint het taalmodel op de zinnen in data/nlu."""
    from bot.opdrachten.train import train as train_

    raise typer.Exit(train_(_instellingen(), alleen_als_nodig=alleen_als_nodig))


@app.command()
def parse(vraag: Annotated[str | None, typer.Option(help="De vraag die openstaat.")] = None) -> None:
    """Laat zien wat van berichten wordt begrepen: één bericht per regel, één JSON-object per regel terug."""
    from nlu.labels import VRAGEN

    if vraag is not None and vraag not in VRAGEN:
        _stop(f"'{vraag}' is geen vraag; kies uit {', '.join(VRAGEN)}")
    _per_regel("parse", vraag)


@app.command(name="filter")
def filter_() -> None:
    """Laat zien wat de praktijk niet mag verlaten: één notitie per regel, één JSON-object per regel terug."""
    _per_regel("filter", None)


@app.command()
def proef(bestanden: Annotated[list[Path], typer.Argument(help="YAML-bestanden, één casus elk.")]) -> None:
    """Speelt gesprekken uit bestanden na en laat zien wat ervan kwam."""
    from bot.opdrachten.proef import proef as proef_

    raise typer.Exit(_met_uitleg(lambda: proef_(bestanden, _instellingen())))


@app.command()
def bewaartermijn(
    proef: Annotated[bool, typer.Option("--proef", help="Alleen tellen, niets wissen.")] = False,
) -> None:
    """Wist wat niet langer bewaard mag worden (gebeurt ook bij elke start)."""
    from bot.opdrachten.bewaartermijn import ruim_op

    instellingen = _instellingen()
    raise typer.Exit(_met_uitleg(lambda: ruim_op(instellingen, proef=proef)))


def _per_regel(wat: str, vraag: str | None) -> None:
    def doe() -> int:
        from bot.bootstrap import DATA, bouw_engine
        from bot.opdrachten import begrip
        from bot.services.protocollen import laad_protocol

        instellingen = _instellingen()
        protocol = laad_protocol(DATA / "protocol" / f"{instellingen.gemeente}.yml")
        engine = bouw_engine(instellingen)
        try:
            if wat == "parse":
                begrip.parse(engine, protocol, vraag=vraag)
            else:
                begrip.filter_(engine, protocol)
        except begrip.InvoerFout as fout:
            print(fout, file=sys.stderr)
            return VERKEERD_GEBRUIK
        return 0

    raise typer.Exit(_met_uitleg(doe))


def _instellingen() -> "Instellingen":
    from bot.log_setup import zet_log_op
    from bot.settings import lees_instellingen

    zet_log_op()
    return lees_instellingen()


def _met_uitleg(doe: "Callable[[], int]") -> int:
    from bot.opdrachten.uitleg import met_uitleg

    return met_uitleg(doe)


def _stop(melding: str) -> None:
    print(melding, file=sys.stderr)
    raise typer.Exit(VERKEERD_GEBRUIK)


def main() -> None:
    """Entry point."""
    app()
