"""Expected errors of the domain; each carries the key of the Dutch text that tells the user what to do."""


class DomeinFout(Exception):
    """An expected refusal. `tekst` is a key in `data/teksten`, `variabelen` fill its blanks."""

    def __init__(self, tekst: str, **variabelen: object) -> None:
        super().__init__(tekst)
        self.tekst = tekst
        self.variabelen = variabelen


class BestandFout(Exception):
    """A mistake in a file of a beheerder: names the file, the line or row, the field and the mend, in Dutch."""

    def __init__(self, *, bestand: str, regel: int | None, veld: str, melding: str) -> None:
        self.bestand, self.regel, self.veld, self.melding = bestand, regel, veld, melding
        plek = f"{bestand}, regel {regel}" if regel else bestand
        super().__init__(f"{plek}, {veld}: {melding}")
