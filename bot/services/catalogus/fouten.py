"""What is wrong in a file with activities: where, and how to mend it."""

from dataclasses import dataclass, field

from bot.services.teksten import Teksten


@dataclass(frozen=True)
class Rijfout:
    """ "Rijfout": one mistake in a file of a beheerder.

    Attributes:
        bestand: The name of the file.
        rij: The row as a spreadsheet counts it (the header is row 1); None when it is about the whole file.
        veld: The column.
        naam: The key in data/teksten of what to mend.
        variabelen: What fills the blanks of that text.
    """

    bestand: str
    rij: int | None
    veld: str
    naam: str
    variabelen: dict[str, str] = field(default_factory=dict)

    def melding(self, teksten: Teksten) -> str:
        """What is wrong and how to mend it, in Dutch."""
        return teksten.vul(self.naam, **self.variabelen)

    def volledig(self, teksten: Teksten) -> str:
        """File, row and column before the message, for where there is no table."""
        soort = "catalogus/plek_bestand" if self.rij is None else "catalogus/plek"
        return teksten.vul(soort, bestand=self.bestand, rij=self.rij, veld=self.veld, melding=self.melding(teksten))


class CelFout(Exception):
    """A cell that cannot be read; becomes a `Rijfout` with its place."""

    def __init__(self, naam: str, **variabelen: object) -> None:
        super().__init__(naam)
        self.naam = f"catalogus/fout/{naam}"
        self.variabelen = {sleutel: str(waarde) for sleutel, waarde in variabelen.items()}
