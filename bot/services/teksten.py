"""Every sentence that a person sees, read from `data/teksten/*.yml` (name → text with {blanks})."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Formatter

import yaml

from bot.domein.fouten import BestandFout


class Teksten:
    """The texts by name; a gemeente's protocol may replace single ones with its own wording."""

    def __init__(self, teksten: Mapping[str, str]) -> None:
        self._teksten = dict(teksten)

    @classmethod
    def uit_map(cls, map_: Path) -> "Teksten":
        """Reads all files of a folder.

        Raises:
            BestandFout: A file is no mapping of name to text, or a name stands in two files.
        """
        teksten: dict[str, str] = {}
        for bestand in sorted(map_.glob("*.yml")):
            inhoud = yaml.safe_load(bestand.read_text(encoding="utf-8")) or {}
            for naam, tekst in inhoud.items():
                if not isinstance(tekst, str):
                    raise _fout(bestand, naam, "hier hoort een tekst; zet hem tussen aanhalingstekens")
                if naam in teksten:
                    raise _fout(bestand, naam, "deze naam bestaat al in een ander bestand; haal er één weg")
                teksten[naam] = tekst.strip()
        return cls(teksten)

    def met(self, eigen: Mapping[str, str]) -> "Teksten":
        """The same texts with a gemeente's own wording where it differs.

        Raises:
            KeyError: An own wording has a name that does not exist (checked when the protocol is loaded).
        """
        onbekend = sorted(set(eigen) - set(self._teksten))
        if onbekend:
            raise KeyError(onbekend[0])
        return Teksten({**self._teksten, **eigen})

    def namen(self) -> tuple[str, ...]:
        """All names, sorted."""
        return tuple(sorted(self._teksten))

    def heeft(self, naam: str) -> bool:
        """Whether a text of this name exists."""
        return naam in self._teksten

    def ruw(self, naam: str) -> str:
        """The text with its blanks still open."""
        return self._teksten[naam]

    def velden(self, naam: str) -> set[str]:
        """The blanks of a text."""
        return {veld for _, veld, _, _ in Formatter().parse(self._teksten[naam]) if veld}

    def vul(self, naam: str, /, **variabelen: object) -> str:
        """The text with its blanks filled.

        Raises:
            KeyError: The text does not exist, or a blank has no value.
        """
        return self._teksten[naam].format_map({sleutel: str(waarde) for sleutel, waarde in variabelen.items()})

    def label(self, soort: str, id_: str) -> str:
        """What a person calls an id of a closed list, e.g. `label("leefgebied", "rouw")`."""
        return self._teksten[f"label/{soort}/{id_}"]

    def som_op(self, soort: str, ids: Iterable[str]) -> str:
        """The labels of several ids as "a, b en c"."""
        return opsomming([self.label(soort, id_) for id_ in ids])


def opsomming(delen: Iterable[str]) -> str:
    """Joins the way Dutch is read aloud: "a, b en c"."""
    lijst = list(delen)
    if len(lijst) < 2:
        return "".join(lijst)
    return f"{', '.join(lijst[:-1])} en {lijst[-1]}"


def _fout(bestand: Path, naam: str, melding: str) -> BestandFout:
    regels = bestand.read_text(encoding="utf-8").splitlines()
    regel = next((nr for nr, tekst in enumerate(regels, 1) if tekst.strip("\"' ").startswith(str(naam))), None)
    return BestandFout(bestand=str(bestand), regel=regel, veld=str(naam), melding=melding)
