"""The one loader of training texts and of the lists under `data/`; errors name file, line and what to mend."""

import hashlib
import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from nlu.labels import ANTWOORDVRAGEN, BELEMMERINGEN, LEEFGEBIEDEN, RODE_VLAGGEN, SOORTEN

PROJECT = Path(__file__).resolve().parent.parent
DATA = PROJECT / "data"
NLU_DATA = DATA / "nlu"
LIJSTEN = DATA / "lijsten"

_SPAN = re.compile(r"\[([^\[\]]*)\]\((\w+)\)")


class BestandFout(ValueError):
    """A data file does not say what it should; the text names the file, the line and what to mend."""

    def __init__(self, pad: Path, regel: int, wat: str) -> None:
        super().__init__(f"{pad}:{regel}: {wat}")
        self.pad, self.regel, self.wat = pad, regel, wat


@dataclass(frozen=True, kw_only=True)
class Bericht:
    """One training message (bericht) with what its text itself says."""

    tekst: str
    leefgebieden: tuple[str, ...]
    vlaggen: tuple[str, ...]
    belemmeringen: tuple[str, ...]
    ontkend: tuple[str, ...]
    bestand: str


@dataclass(frozen=True, kw_only=True)
class Antwoordregel:
    """One typed answer to an open question, with its value as in docs/opdrachten.md (None: no clear answer)."""

    vraag: str
    waarde: Any
    tekst: str
    bestand: str


@dataclass(frozen=True, kw_only=True)
class Notitie:
    """A free note without marks, and the spans (begin, eind, soort) that may not leave the practice."""

    tekst: str
    spans: tuple[tuple[int, int, str], ...]
    bestand: str


def _regels(pad: Path) -> list[tuple[int, str]]:
    """The numbered lines of a file that are neither empty nor a comment."""
    tekst = pad.read_text(encoding="utf-8")
    return [(nr, r) for nr, r in enumerate(tekst.split("\n"), 1) if r.strip() and not r.startswith("#")]


def _splits(pad: Path, nr: int, regel: str) -> tuple[str, str]:
    links, streep, rechts = regel.partition("|")
    if not streep or not rechts.strip():
        raise BestandFout(pad, nr, "schrijf 'LABELS | tekst', met een tekst achter de streep")
    return links.strip(), rechts.strip()


def _bericht(pad: Path, nr: int, regel: str) -> Bericht:
    links, tekst = _splits(pad, nr, regel)
    gevonden: dict[str, list[str]] = {"": [], "!": [], "@": [], "~": []}
    toegestaan = {"": LEEFGEBIEDEN, "!": RODE_VLAGGEN, "@": BELEMMERINGEN, "~": (*LEEFGEBIEDEN, *RODE_VLAGGEN)}
    for label in links.split():
        if label == "-":
            continue
        teken = label[0] if label[0] in "!@~" else ""
        naam = label[len(teken) :].lstrip("!") if teken == "~" else label[len(teken) :]
        if naam not in toegestaan[teken]:
            raise BestandFout(pad, nr, f"onbekend label '{label}'; kies uit de lijsten in nlu/labels.py")
        if naam not in gevonden[teken]:
            gevonden[teken].append(naam)
    return Bericht(
        tekst=tekst,
        leefgebieden=tuple(gevonden[""]),
        vlaggen=tuple(gevonden["!"]),
        belemmeringen=tuple(gevonden["@"]),
        ontkend=tuple(gevonden["~"]),
        bestand=pad.name,
    )


def lees_berichten(map_: Path | None = None) -> list[Bericht]:
    """Reads `berichten/*.txt` ("LABELS | text") under the folder with training texts.

    Raises:
        BestandFout: a line has no text or an unknown label.
    """
    paden = sorted(((map_ or NLU_DATA) / "berichten").glob("*.txt"))
    return [_bericht(pad, nr, regel) for pad in paden for nr, regel in _regels(pad)]


def lees_antwoorden(map_: Path | None = None) -> list[Antwoordregel]:
    """Reads `antwoorden/<vraag>.txt` ("JSON value | text"; `<vraag>-<round>.txt` is read too).

    Raises:
        BestandFout: an unknown question, or a value that is no JSON.
    """
    uit: list[Antwoordregel] = []
    for pad in sorted(((map_ or NLU_DATA) / "antwoorden").glob("*.txt")):
        vraag = pad.stem.split("-")[0]
        if vraag not in ANTWOORDVRAGEN:
            raise BestandFout(pad, 1, f"geen vraag '{vraag}'; noem het bestand naar een vraag uit nlu/labels.py")
        for nr, regel in _regels(pad):
            links, tekst = _splits(pad, nr, regel)
            try:
                waarde = json.loads(links)
            except json.JSONDecodeError:
                raise BestandFout(pad, nr, f"'{links}' is geen JSON; schrijf bijvoorbeeld \"geen\" of null") from None
            uit.append(Antwoordregel(vraag=vraag, waarde=waarde, tekst=tekst, bestand=pad.name))
    return uit


def _notitie(pad: Path, nr: int, regel: str) -> Notitie:
    delen: list[str] = []
    spans: list[tuple[int, int, str]] = []
    lengte = vorige = 0
    for m in _SPAN.finditer(regel):
        if m[2] not in SOORTEN:
            raise BestandFout(pad, nr, f"onbekende soort '{m[2]}'; kies uit {', '.join(SOORTEN)}")
        voor = regel[vorige : m.start()]
        delen += [voor, m[1]]
        spans.append((lengte + len(voor), lengte + len(voor) + len(m[1]), m[2]))
        lengte, vorige = lengte + len(voor) + len(m[1]), m.end()
    return Notitie(tekst="".join([*delen, regel[vorige:]]), spans=tuple(spans), bestand=pad.name)


def lees_notities(map_: Path | None = None) -> list[Notitie]:
    """Reads `notities/*.txt`: notes with inline spans, "[maagklachten](medisch)".

    Raises:
        BestandFout: a span of an unknown kind.
    """
    paden = sorted(((map_ or NLU_DATA) / "notities").glob("*.txt"))
    return [_notitie(pad, nr, regel) for pad in paden for nr, regel in _regels(pad)]


@lru_cache(maxsize=64)
def lees_lijst(naam: str) -> Any:
    """Reads one YAML list under `data/lijsten`, once per process.

    Raises:
        BestandFout: the file is no YAML.
    """
    pad = LIJSTEN / naam
    try:
        return yaml.safe_load(pad.read_text(encoding="utf-8"))
    except yaml.MarkedYAMLError as fout:
        regel = fout.problem_mark.line + 1 if fout.problem_mark else 1
        raise BestandFout(pad, regel, f"geen geldige YAML: {fout.problem}") from None


def vingerafdruk(*, map_: Path | None = None) -> str:
    """A digest of all training texts, lists and recognisers, so that Rasa's cache sees every change."""
    som = hashlib.sha256()
    wortels = ((map_ or NLU_DATA, "*.txt"), (map_ or NLU_DATA, "*.yml"), (LIJSTEN, "*"), (PROJECT / "nlu", "*.py"))
    for wortel, patroon in wortels:
        for pad in sorted(p for p in wortel.rglob(patroon) if p.is_file()):
            som.update(pad.name.encode())
            som.update(pad.read_bytes())
    return som.hexdigest()
