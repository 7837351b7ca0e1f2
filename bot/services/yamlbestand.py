"""A YAML file with the line of every field, so that a mistake can be named where it stands."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn

import yaml

from bot.domein.fouten import BestandFout
from bot.services.teksten import Teksten

MAX_TEKENS = 200_000
MAX_DIEPTE = 12

Plek = Sequence[str | int]


class YamlBestand:
    """The content of one file as plain values (`inhoud`), and where each of them stands."""

    def __init__(self, naam: str, tekst: str, teksten: Teksten) -> None:
        """Parses the text.

        Raises:
            BestandFout: It is empty, no YAML, or holds a key twice.
        """
        self.naam, self.tekst, self._teksten = naam, tekst, teksten
        self._wortel: yaml.Node | None = None
        if len(tekst) > MAX_TEKENS:
            self.fout((), "te_groot", maximum=MAX_TEKENS)
        self._wortel = self._lees()
        self.inhoud: Any = self._maak_waarden(self._wortel)

    @classmethod
    def open(cls, pad: Path, teksten: Teksten) -> "YamlBestand":
        """Reads a file.

        Raises:
            BestandFout: The file is not there, is no UTF-8, or is no good YAML.
        """
        try:
            ruw = pad.read_bytes()
        except OSError:
            raise _fout(str(pad), None, teksten.vul("protocol/bestaat_niet")) from None
        try:
            tekst = ruw.decode("utf-8-sig")
        except UnicodeDecodeError as fout:
            regel = ruw.count(b"\n", 0, fout.start) + 1
            raise _fout(str(pad), regel, teksten.vul("protocol/geen_utf8")) from None
        return cls(str(pad), tekst, teksten)

    def regel(self, plek: Plek) -> int | None:
        """The line (from 1) of the field at this place, or of the deepest part of it that exists."""
        knoop: yaml.Node | None = self._wortel
        regel = _regel(knoop) if knoop is not None else None
        for stap in plek:
            gevonden = _stap(knoop, stap)
            if gevonden is None:
                break
            knoop, regel = gevonden
        return regel

    def fout(self, waar: Plek, naam: str, /, **variabelen: object) -> NoReturn:
        """Refuses the file because of what stands at this place; `naam` is a text under `protocol/`.

        Raises:
            BestandFout: Always.
        """
        melding = self._teksten.vul(f"protocol/{naam}", **variabelen)
        raise _fout(self.naam, self.regel(waar), melding, veld=noem(waar))

    def _lees(self) -> yaml.Node | None:
        try:
            self._weiger_verwijzingen()
            knoop: yaml.Node | None = yaml.compose(self.tekst, Loader=_Lader)
        except yaml.YAMLError as fout:
            self._fout_van_yaml(fout)
        if knoop is None:
            raise _fout(self.naam, None, self._teksten.vul("protocol/leeg_bestand"))
        for dubbel, naam in _dubbele_namen(knoop):
            melding = self._teksten.vul("protocol/dubbele_naam", naam=naam)
            raise _fout(self.naam, _regel(dubbel), melding, veld=naam)
        return knoop

    def _weiger_verwijzingen(self) -> None:
        """Anchors and deep nesting can make a small file very large in memory; a protocol needs neither."""
        diepte = 0
        for gebeurtenis in yaml.parse(self.tekst, Loader=_Lader):
            if isinstance(gebeurtenis, yaml.AliasEvent) or getattr(gebeurtenis, "anchor", None):
                self._op_regel(_regel(gebeurtenis), "verwijsteken")
            diepte += isinstance(gebeurtenis, yaml.CollectionStartEvent)
            diepte -= isinstance(gebeurtenis, yaml.CollectionEndEvent)
            if diepte > MAX_DIEPTE:
                self._op_regel(_regel(gebeurtenis), "te_diep")

    def _maak_waarden(self, knoop: yaml.Node | None) -> Any:
        lader = _Lader("")
        try:
            return lader.construct_document(knoop)
        except yaml.YAMLError as fout:
            self._fout_van_yaml(fout)
        except (ValueError, TypeError, OverflowError) as fout:
            melding = self._teksten.vul("protocol/anders", reden=type(fout).__name__)
            raise _fout(self.naam, None, melding) from fout
        finally:
            lader.dispose()

    def _fout_van_yaml(self, fout: yaml.YAMLError) -> NoReturn:
        plek = getattr(fout, "problem_mark", None)
        if "quoted scalar" in str(getattr(fout, "context", "")):  # a quote that was never closed: where it was opened
            plek = getattr(fout, "context_mark", None)
        positie = getattr(fout, "position", None)
        if plek is not None:
            regel = plek.line + 1
        else:
            regel = self.tekst.count("\n", 0, positie) + 1 if isinstance(positie, int) else 1
        reden = str(getattr(fout, "problem", None) or getattr(fout, "reason", None) or type(fout).__name__)
        if "\\t" in reden:
            self._op_regel(regel, "tab")
        self._op_regel(regel, "yaml", reden=reden)

    def _op_regel(self, regel: int, naam: str, /, **variabelen: object) -> NoReturn:
        raise _fout(self.naam, regel, self._teksten.vul(f"protocol/{naam}", **variabelen)) from None


class _Lader(yaml.SafeLoader):
    """Plain values only; a date that does not exist stays text, so that it is refused with its line."""

    def construct_yaml_timestamp(self, node: yaml.ScalarNode) -> Any:
        """A date, or the text as it stands."""
        try:
            return super().construct_yaml_timestamp(node)
        except ValueError:
            return node.value


_Lader.add_constructor("tag:yaml.org,2002:timestamp", _Lader.construct_yaml_timestamp)


def noem(plek: Plek) -> str:
    """A place as a beheerder reads it: "contactpersonen.2.vervanger" is of the second contactpersoon."""
    return ".".join(str(stap + 1) if isinstance(stap, int) else stap for stap in plek) or "bestand"


def _fout(bestand: str, regel: int | None, melding: str, *, veld: str = "bestand") -> BestandFout:
    return BestandFout(bestand=bestand, regel=regel, veld=veld, melding=melding)


def _regel(deel: yaml.Node | yaml.Event) -> int:
    return deel.start_mark.line + 1 if deel.start_mark else 1


def _stap(knoop: yaml.Node | None, stap: str | int) -> tuple[yaml.Node, int] | None:
    """The part of a mapping or list under this step, and the line on which it is named."""
    if isinstance(knoop, yaml.MappingNode):
        for sleutel, waarde in knoop.value:
            if isinstance(sleutel, yaml.ScalarNode) and sleutel.value == str(stap):
                return waarde, _regel(sleutel)
    if isinstance(knoop, yaml.SequenceNode) and isinstance(stap, int) and stap < len(knoop.value):
        return knoop.value[stap], _regel(knoop.value[stap])
    return None


def _dubbele_namen(knoop: yaml.Node) -> Iterator[tuple[yaml.Node, str]]:
    if isinstance(knoop, yaml.SequenceNode):
        for deel in knoop.value:
            yield from _dubbele_namen(deel)
    if isinstance(knoop, yaml.MappingNode):
        sleutels = [sleutel for sleutel, _ in knoop.value if isinstance(sleutel, yaml.ScalarNode)]
        eerste = {sleutel.value: sleutel for sleutel in reversed(sleutels)}
        yield from ((sleutel, sleutel.value) for sleutel in sleutels if eerste[sleutel.value] is not sleutel)
        for _, waarde in knoop.value:
            yield from _dubbele_namen(waarde)
