"""Where the code uses a text of data/teksten: names that stand in it, and calls that fill the blanks of a text."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[2]
_NAAM = re.compile(r"(?:[a-z_]+|\.\*)/\S+(?<!/)")
_VULLERS = frozenset(
    {"vul", "zeg", "_zeg", "bericht", "_bericht", "DomeinFout", "ModelFout", "InstellingFout", "OpslagFout"}
)
_LABELS = frozenset({"label", "som_op"})
_SMAL = {
    "knop/{wat}": "knop/[a-z]+:.*",
    "{rol.value}/ingetrokken": "(?:assistent|contactpersoon)/ingetrokken",
    "vlag/{dossier.stopgrond}": "vlag/(?:klacht|twijfel)",
    "uitkomst/{dossier.uitkomst}": "uitkomst/(?:geweigerd|afgebroken)",
    "catalogus/cli/{wat}": "catalogus/cli/(?:nieuw|gewijzigd|verdwenen)",
}
"""What these f-strings can be; in all others, what is filled in can be anything."""

_KORT = (
    (("protocol", "yamlbestand"), "protocol/"),
    (("catalogus", "activiteit"), "catalogus/fout/"),
    (("rangschikking", "geschiktheid"), "reden/"),
)
"""Modules that name a text by its end only."""


@dataclass(frozen=True)
class Gebruik:
    """A text name in the code; `patroon` matches the names that it can be. `velden` is None when they are not known."""

    plek: str
    patroon: str
    is_vast: bool
    velden: frozenset[str] | None = None

    def past(self, naam: str) -> bool:
        return re.fullmatch(self.patroon, naam) is not None


@cache
def alle_gebruik() -> tuple[Gebruik, ...]:
    """Every use in bot/ and actions/, in the order of the files."""
    paden = [*sorted((WORTEL / "bot").rglob("*.py")), *sorted((WORTEL / "actions").rglob("*.py"))]
    return tuple(gebruik for pad in paden for gebruik in _in_bestand(pad))


def _in_bestand(pad: Path) -> Iterator[Gebruik]:
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    docstrings = {id(k.value) for k in ast.walk(boom) if isinstance(k, ast.Expr)}
    in_fstring = {id(deel) for k in ast.walk(boom) if isinstance(k, ast.JoinedStr) for deel in k.values}
    kort = str(pad.relative_to(WORTEL))
    for knoop in ast.walk(boom):
        plek = f"{kort}:{getattr(knoop, 'lineno', 0)}"
        if isinstance(knoop, ast.Call):
            yield from _in_aanroep(knoop, plek)
        if id(knoop) in docstrings or id(knoop) in in_fstring:
            continue
        patroon = _patroon(knoop)
        if patroon is not None and _NAAM.fullmatch(patroon.replace("\\", "")):
            yield Gebruik(plek, patroon, isinstance(knoop, ast.Constant))
        yield from _korte_naam(knoop, kort, plek)


def _korte_naam(knoop: ast.AST, kort: str, plek: str) -> Iterator[Gebruik]:
    """Names of which the code adds the beginning: what is wrong in a protocol or a catalogue."""
    patroon = _patroon(knoop)
    if patroon is None or "/" in patroon or patroon.startswith(".*"):
        return
    for modules, begin in _KORT:
        if any(module in kort for module in modules):
            yield Gebruik(plek, f"{begin}{patroon}", is_vast=False)


def _in_aanroep(aanroep: ast.Call, plek: str) -> Iterator[Gebruik]:
    functie = aanroep.func.attr if isinstance(aanroep.func, ast.Attribute) else getattr(aanroep.func, "id", "")
    velden = _velden(aanroep)
    sleutels = {k.arg: k.value for k in aanroep.keywords if k.arg}
    if functie in _LABELS or "soort" in sleutels:
        soort = sleutels["soort"] if "soort" in sleutels else aanroep.args[0] if aanroep.args else None
        if isinstance(soort, ast.Constant) and isinstance(soort.value, str):
            yield Gebruik(plek, rf"label/{re.escape(soort.value)}/.*", is_vast=False)
    if functie == "zet_klaar" and (patroon := _patroon(sleutels.get("naam"))):
        yield Gebruik(
            plek, patroon, is_vast=False, velden=velden - {"rol", "ontvanger", "naam"} if velden is not None else None
        )
    if functie in _VULLERS:
        naam = next((p for p in map(_patroon, aanroep.args[:2]) if p and "/" in p), None)
        if naam is not None:
            yield Gebruik(plek, naam, is_vast=False, velden=velden)


def _velden(aanroep: ast.Call) -> frozenset[str] | None:
    if any(k.arg is None for k in aanroep.keywords):
        return None
    return frozenset(k.arg for k in aanroep.keywords if k.arg)


def _patroon(knoop: ast.AST | None) -> str | None:
    """A regular expression for what a string in the code can be."""
    if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str):
        return re.escape(knoop.value)
    if not isinstance(knoop, ast.JoinedStr):
        return None
    bron = ast.unparse(knoop)[2:-1]
    return _SMAL.get(bron) or re.sub(r"\\\{.*?\\\}", ".*", re.escape(bron))
