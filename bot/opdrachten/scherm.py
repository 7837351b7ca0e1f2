"""Drawing in the terminal with Rich: a conversation (bubbles left and right, numbered buttons), and lists."""

from collections.abc import Iterable

from rich.align import Align
from rich.console import Console, Group
from rich.panel import Panel
from rich.table import Column, Table
from rich.text import Text

from bot.domein.bericht import Bericht, Knop

BREEDTE = 76
NAMEN = {"assistent": "praktijkassistent", "bot": "Wijkbrug", "contactpersoon": "contactpersoon"}


def teken_bericht(console: Console, bericht: Bericht) -> None:
    """Draws a message of the bot with its numbered buttons."""
    teken_bel(console, van="bot", tekst=bericht.tekst, knoppen=[knop.label for knop in bericht.knoppen])


def teken_bel(console: Console, *, van: str, tekst: str, knoppen: Iterable[str] = ()) -> None:
    """Draws one bubble; what the person says stands on the right."""
    inhoud: list[Text] = [Text(tekst)]
    genummerd = [f"{nr}. {label}" for nr, label in enumerate(knoppen, 1)]
    if genummerd:
        inhoud += [Text(), Text("\n".join(genummerd), style="cyan")]
    stijl = "green" if van == "bot" else "blue"
    paneel = Panel(
        Group(*inhoud), title=NAMEN[van], title_align="left", border_style=stijl, width=min(BREEDTE, console.width - 2)
    )
    console.print(paneel if van == "bot" else Align.right(paneel))


def lijst_met_id(koppen: Iterable[str]) -> Table:
    """A table whose first column is typed over in another command: that one is never cut."""
    eerste, *andere = koppen
    return Table(Column(eerste, no_wrap=True), *(Column(kop, overflow="fold") for kop in andere))


def gekozen_knop(knoppen: tuple[Knop, ...], tekst: str) -> Knop | None:
    """The button whose number was typed, or None: then it is a typed message."""
    kaal = tekst.strip().rstrip(".)")
    if not kaal.isdecimal() or not 1 <= int(kaal) <= len(knoppen):
        return None
    return knoppen[int(kaal) - 1]
