"""The script of a trial conversation (`wijkbrug proef`), validated: docs/opdrachten.md."""

from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.domein.fouten import BestandFout
from bot.domein.lijsten import Extra, VraagId

Antwoord = str | list[str]
OPTIONEEL = (VraagId.WENS.value, VraagId.BELEMMERINGEN.value)
SLEUTELS = {vraag.value for vraag in VraagId} | {extra.value for extra in Extra}


class Deel(BaseModel):
    """Base: unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Daarna(Deel):
    """What somebody does after the case: a message of a role, or working days that pass."""

    rol: Literal["assistent", "contactpersoon"] | None = None
    zegt: str | None = None
    verstrijkt_werkdagen: int | None = Field(default=None, ge=1, le=400)


class Verwachting(Deel):
    """What must hold at the end; every key given is checked."""

    uitkomst: str | None = None
    leefgebieden: list[str] | None = None
    leeftijdsgroep: str | None = None
    wijk: str | None = None
    wens: str | None = None
    belemmeringen: list[str] | None = None
    vlag: str | None = None
    status: str | None = None
    max_interacties: int | None = None
    max_onbegrepen: int | None = None
    niet_in_overdracht: list[str] = Field(default_factory=list)


class Proefscript(Deel):
    """One case: the first sentence, the answers by question id, what is said in between and afterwards."""

    naam: str
    gemeente: str | None = None
    praktijk: str | None = None
    hulpvraag: Antwoord
    antwoorden: dict[str, Antwoord] = Field(default_factory=dict)
    tussendoor: dict[str, Antwoord] = Field(default_factory=dict)
    daarna: list[Daarna] = Field(default_factory=list)
    verwacht: Verwachting = Verwachting()


def lees_script(pad: Path) -> Proefscript:
    """Reads and checks one script.

    Raises:
        BestandFout: The file cannot be read, is no YAML, or has a key or value that does not belong there.
    """
    try:
        inhoud: Any = yaml.safe_load(pad.read_text(encoding="utf-8"))
    except OSError as fout:
        raise _fout(
            pad, regel=None, veld="bestand", melding="kan ik niet lezen; controleer de naam en de rechten"
        ) from fout
    except (yaml.YAMLError, UnicodeDecodeError) as fout:
        merk = getattr(fout, "problem_mark", None)
        raise _fout(
            pad,
            regel=merk.line + 1 if merk else None,
            veld="yaml",
            melding="is geen geldige YAML; controleer inspringing en aanhalingstekens",
        ) from fout
    try:
        script = Proefscript.model_validate(_als_tekst(inhoud))
    except ValidationError as fout:
        eerste = fout.errors()[0]
        veld = ".".join(str(deel) for deel in eerste["loc"]) or "bestand"
        raise _fout(pad, regel=_regel(pad, veld), veld=veld, melding=f"klopt niet ({eerste['msg']})") from fout
    for veld in ("antwoorden", "tussendoor"):
        for sleutel in getattr(script, veld):
            if sleutel not in SLEUTELS:
                melding = f"'{sleutel}' is geen vraag; kies uit {', '.join(sorted(SLEUTELS))}"
                raise _fout(pad, regel=_regel(pad, sleutel), veld=veld, melding=melding)
    return script


def _als_tekst(waarde: Any) -> Any:
    """YAML reads `ja`-like words and numbers as other types; an answer is what somebody types, so text."""
    if isinstance(waarde, dict):
        return {sleutel: _tekstig(sleutel, inhoud) for sleutel, inhoud in waarde.items()}
    return waarde


def _tekstig(sleutel: Any, inhoud: Any) -> Any:
    if sleutel in ("antwoorden", "tussendoor") and isinstance(inhoud, dict):
        return {
            vraag: [_woord(x) for x in antwoord] if isinstance(antwoord, list) else _woord(antwoord)
            for vraag, antwoord in inhoud.items()
        }
    return inhoud


def _woord(waarde: Any) -> Any:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return str(waarde) if isinstance(waarde, int | float) else waarde


def _regel(pad: Path, veld: str) -> int | None:
    laatste = veld.rsplit(".", maxsplit=1)[-1]
    regels = pad.read_text(encoding="utf-8").splitlines()
    return next((nr for nr, tekst in enumerate(regels, 1) if laatste in tekst), None)


def _fout(pad: Path, *, regel: int | None, veld: str, melding: str) -> BestandFout:
    return BestandFout(bestand=str(pad), regel=regel, veld=veld, melding=melding)
