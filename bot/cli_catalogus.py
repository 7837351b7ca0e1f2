"""`wijkbrug catalogus …`: taking files with activities in, checking them, and writing them out.

Exit codes: 0 good, 1 mistakes in the file, 2 wrong use. Heavy imports happen inside a command. The context object of
Typer may be another way to open a session; by default the database of the settings is used.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeVar

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from sqlmodel import Session

    from bot.services.catalogus import Importverslag, Rijfout
    from bot.services.teksten import Teksten

OpenSessie = Callable[[], AbstractContextManager["Session"]]

T = TypeVar("T")
DATA = Path(__file__).resolve().parent.parent / "data"
FOUTEN, VERKEERD_GEBRUIK = 1, 2
MAX_GENOEMD = 8
_GEBRUIK = ("bestaat_niet", "soort_bestand")  # the wrong file, not a mistake in a file

app = typer.Typer(name="catalogus", help="De activiteiten van een gemeente.", no_args_is_help=True)
Bestand = Annotated[Path, typer.Argument(help="Een bestand dat eindigt op .csv of .xlsx.")]
Gemeente = Annotated[str | None, typer.Option(help="Voor welke gemeente.")]


@app.command()
def importeer(
    ctx: typer.Context,
    bestand: Bestand,
    gemeente: Gemeente = None,
    *,
    droog: Annotated[bool, typer.Option("--droog", help="Laat alleen zien wat er zou veranderen.")] = False,
    stop_verdwenen: Annotated[
        bool, typer.Option("--stop-verdwenen", help="Zet op gestopt wat niet in het bestand staat.")
    ] = False,
) -> None:
    """Neemt een bestand over: alles, of niets als er een fout in zit."""
    from bot.services import catalogus
    from bot.services.klok import SysteemKlok

    teksten, naam, nu = _teksten(), _gemeente(gemeente), SysteemKlok().nu()
    ingelezen = catalogus.controleer(bestand, gebieden=_gebieden(naam))
    _stop_bij_fouten(ingelezen.fouten, teksten)
    with _sessie(ctx) as session:
        verslag = catalogus.importeer(session, naam, ingelezen, droog=droog, nu=nu)
        gestopt = catalogus.stop_verdwenen(session, naam, verslag, nu=nu) if stop_verdwenen else 0
    _stop_bij_fouten(verslag.fouten, teksten)
    _toon_verslag(verslag, teksten)
    if verslag.verdwenen and not stop_verdwenen:
        _zeg(teksten.vul("catalogus/cli/verdwenen_blijven"))
    if gestopt:
        _zeg(teksten.vul("catalogus/cli/gestopt", aantal=gestopt))
    _zeg(teksten.vul("catalogus/cli/droog") if droog else teksten.vul("catalogus/cli/geschreven", gemeente=naam))


@app.command()
def controleer(bestand: Bestand, gemeente: Gemeente = None) -> None:
    """Kijkt of een bestand klopt; verandert niets."""
    from bot.services import catalogus

    teksten = _teksten()
    ingelezen = catalogus.controleer(bestand, gebieden=_gebieden(_gemeente(gemeente)))
    _stop_bij_fouten(ingelezen.fouten, teksten)
    _zeg(teksten.vul("catalogus/cli/goed", bestand=bestand.name, aantal=len(ingelezen.activiteiten)))


@app.command()
def exporteer(ctx: typer.Context, bestand: Bestand, gemeente: Gemeente = None) -> None:
    """Schrijft de hele catalogus naar een bestand."""
    from bot.services import catalogus

    teksten, naam = _teksten(), _gemeente(gemeente)
    with _sessie(ctx) as session:
        aantal = _schrijf(lambda: catalogus.exporteer(session, naam, bestand), bestand)
    _zeg(teksten.vul("catalogus/cli/geexporteerd", aantal=aantal, bestand=bestand))


@app.command()
def sjabloon(bestand: Bestand) -> None:
    """Schrijft een leeg formulier met één voorbeeld."""
    from bot.services import catalogus

    voorbeeld = DATA / "catalogus" / "sjabloon.csv"
    _schrijf(lambda: catalogus.schrijf_sjabloon(bestand, voorbeeld=voorbeeld), bestand)
    _zeg(_teksten().vul("catalogus/cli/sjabloon", bestand=bestand))


def _sessie(ctx: typer.Context) -> AbstractContextManager["Session"]:
    if callable(ctx.obj):
        eigen: AbstractContextManager[Session] = ctx.obj()
        return eigen
    from bot.bootstrap import bouw_opslag
    from bot.log_setup import zet_log_op
    from bot.settings import lees_instellingen

    zet_log_op()
    return bouw_opslag(lees_instellingen()).sessie()


def _teksten() -> "Teksten":
    from bot.services.teksten import Teksten

    return Teksten.uit_map(DATA / "teksten")


def _gemeente(keuze: str | None) -> str:
    """The gemeente that was asked for, else that of the settings; it must have a protocol."""
    from bot.settings import lees_instellingen

    naam = keuze or lees_instellingen().gemeente
    bekend = sorted(pad.stem for pad in (DATA / "protocol").glob("*.yml"))
    if naam not in bekend:
        _stop(_teksten().vul("catalogus/cli/gemeente_onbekend", gemeente=naam, keuzes=", ".join(bekend)))
    return naam


def _gebieden(gemeente: str) -> tuple[str, ...]:
    """The wijken of the gemeente and its WSVs: a file may name no other."""
    from bot.services.protocollen import laad_protocol

    protocol = laad_protocol(DATA / "protocol" / f"{gemeente}.yml")
    return (*protocol.wijken, *(f"wsv:{wsv.code}" for wsv in protocol.wsvs))


def _schrijf(doe: Callable[[], T], bestand: Path) -> T:
    """Runs what writes a file; a wrong suffix or a place where nothing can be written is wrong use."""
    from bot.services.catalogus import CelFout

    try:
        return doe()
    except CelFout as fout:
        _stop(_teksten().vul(fout.naam, **fout.variabelen))
    except OSError:
        _stop(_teksten().vul("catalogus/cli/niet_te_schrijven", bestand=bestand))


def _stop_bij_fouten(fouten: Sequence["Rijfout"], teksten: "Teksten") -> None:
    if not fouten:
        return
    if fouten[0].naam.rpartition("/")[2] in _GEBRUIK:
        _stop(fouten[0].volledig(teksten))
    tabel = _tabel(teksten, "rij", "kolom", "melding")
    for fout in fouten:
        _rij(tabel, [str(fout.rij or ""), fout.veld, fout.melding(teksten)])
    Console().print(tabel)
    _zeg(teksten.vul("catalogus/cli/fouten", bestand=fouten[0].bestand, aantal=len(fouten)))
    raise typer.Exit(FOUTEN)


def _toon_verslag(verslag: "Importverslag", teksten: "Teksten") -> None:
    gewijzigd = [
        teksten.vul("catalogus/cli/wijziging", naam=anders.naam, velden=", ".join(anders.velden))
        for anders in verslag.gewijzigd
    ]
    tabel = _tabel(teksten, "wat", "aantal", "welke")
    for wat, namen in (
        ("nieuw", verslag.nieuw),
        ("gewijzigd", gewijzigd),
        ("verdwenen", [activiteit.naam for activiteit in verslag.verdwenen]),
    ):
        _rij(tabel, [teksten.vul(f"catalogus/cli/{wat}"), str(len(namen)), _opsomming(namen, teksten)])
    _rij(tabel, [teksten.vul("catalogus/cli/ongewijzigd"), str(verslag.ongewijzigd), ""])
    Console().print(tabel)


def _opsomming(namen: Sequence[str], teksten: "Teksten") -> str:
    over = len(namen) - MAX_GENOEMD
    staart = [teksten.vul("catalogus/cli/en_meer", aantal=over)] if over > 0 else []
    return "\n".join([*namen[:MAX_GENOEMD], *staart])


def _tabel(teksten: "Teksten", *kolommen: str) -> Table:
    return Table(*(teksten.vul(f"catalogus/kop/{kolom}") for kolom in kolommen))


def _rij(tabel: Table, cellen: Iterable[str]) -> None:
    """Adds a row as it is: what stands in a file may look like markup."""
    tabel.add_row(*(Text(cel) for cel in cellen))


def _zeg(tekst: str) -> None:
    Console().print(Text(tekst))


def _stop(melding: str) -> NoReturn:
    Console(stderr=True).print(Text(melding))
    raise typer.Exit(VERKEERD_GEBRUIK)
