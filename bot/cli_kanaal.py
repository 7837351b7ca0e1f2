"""`wijkbrug serve`, `account` and `wachtrij`: the commands of the Telegram door."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.domein.lijsten import Rol

if TYPE_CHECKING:
    from bot.settings import Instellingen

account_app = typer.Typer(help="Wie Wijkbrug in Telegram mag gebruiken.", no_args_is_help=True)
wachtrij_app = typer.Typer(help="Wat niet verwerkt of bezorgd kon worden.", no_args_is_help=True)
Gemeente = Annotated[str | None, typer.Option(help="Voor welke gemeente; standaard die van de instellingen.")]


@account_app.command("nodig-uit")
def account_nodig_uit(
    rol: Annotated[Rol, typer.Argument(help="assistent, contactpersoon of beheerder.")],
    code: Annotated[str, typer.Argument(help="De code van de praktijk of van de contactpersoon.")] = "",
    *,
    naam: Annotated[str | None, typer.Option(help="Hoe het account heet in lijsten.")] = None,
    account: Annotated[str | None, typer.Option(help="Een bestaand account, voor een nieuwe telefoon.")] = None,
    gemeente: Gemeente = None,
    qr: Annotated[Path | None, typer.Option(help="Bewaar de link ook als plaatje, .png of .svg.")] = None,
) -> None:
    """Maakt een link waarmee iemand zich één keer aanmeldt; die is zeven dagen geldig."""
    from bot.opdrachten import account as opdracht

    _doe(
        lambda instellingen: opdracht.nodig(
            instellingen, rol=rol, code=code, naam=naam, account=account, gemeente=gemeente, qr=qr
        )
    )


@account_app.command("lijst")
def account_lijst(gemeente: Gemeente = None) -> None:
    """Laat alle accounts zien."""
    from bot.opdrachten import account as opdracht

    _doe(lambda instellingen: opdracht.lijst(instellingen, gemeente=gemeente))


@account_app.command("trek-in")
def account_trek_in(account: Annotated[str, typer.Argument(help="Het account uit de lijst.")]) -> None:
    """Sluit een account meteen af."""
    from bot.opdrachten import account as opdracht

    _doe(lambda instellingen: opdracht.trek_in(instellingen, account=account))


@wachtrij_app.command("lijst")
def wachtrij_lijst() -> None:
    """Laat zien wat mislukt is, en wat wacht op iemand die zich nog niet heeft aangemeld."""
    from bot.opdrachten import wachtrij as opdracht

    _doe(opdracht.lijst)


@wachtrij_app.command("opnieuw")
def wachtrij_opnieuw(id_: Annotated[str, typer.Argument(metavar="ID")]) -> None:
    """Probeert één mislukt bericht opnieuw."""
    from bot.opdrachten import wachtrij as opdracht

    _doe(lambda instellingen: opdracht.opnieuw(instellingen, id_=id_))


@wachtrij_app.command("weg")
def wachtrij_weg(id_: Annotated[str, typer.Argument(metavar="ID")]) -> None:
    """Gooit één mislukt bericht voorgoed weg."""
    from bot.opdrachten import wachtrij as opdracht

    _doe(lambda instellingen: opdracht.weg(instellingen, id_=id_))


def serve(
    workers: Annotated[int, typer.Option(min=1, max=32, help="Hoeveel processen; meer dan 1 kan met PostgreSQL.")] = 1,
    alleen_werken: Annotated[
        bool, typer.Option("--alleen-werken", help="Speel alleen beurten; een ander proces praat met Telegram.")
    ] = False,
    hoort_bij_ouder: Annotated[bool, typer.Option("--hoort-bij-ouder", hidden=True)] = False,
) -> None:
    """Start Wijkbrug voor Telegram (instellingen: docs/productie.md)."""
    from bot.opdrachten.serve import dien

    _doe(
        lambda instellingen: dien(
            instellingen, workers=workers, alleen_werken=alleen_werken, hoort_bij_ouder=hoort_bij_ouder
        )
    )


def _doe(opdracht: "Callable[[Instellingen], int]") -> None:
    """Reads the settings and runs a command; what a person can mend is one line on standard error."""
    from bot.log_setup import zet_log_op
    from bot.opdrachten.uitleg import met_uitleg
    from bot.settings import lees_instellingen

    zet_log_op()
    raise typer.Exit(met_uitleg(lambda: opdracht(lees_instellingen())))
