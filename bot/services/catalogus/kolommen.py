"""The columns of a file with activities: how each cell becomes a value of `Activiteit`, and back."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from enum import StrEnum
from functools import partial
from typing import Any

from bot.domein.activiteit import GEMEENTE, WSV, Aanmelden, Activiteit, ActiviteitStatus, Capaciteit, Toegankelijkheid
from bot.domein.lijsten import Belemmering, Leefgebied
from bot.services.catalogus.bestand import Cel
from bot.services.catalogus.fouten import CelFout

KOLOMMEN = tuple(Activiteit.model_fields)
VERPLICHT = tuple(naam for naam, veld in Activiteit.model_fields.items() if veld.is_required())
JA_NEE = {"ja": True, "j": True, "waar": True, "true": True, "1": True, "x": True}
NEE = ("nee", "n", "onwaar", "false", "0")


def lees_cel(kolom: str, cel: str) -> Any:
    """The value in a cell that is not empty, ready for `Activiteit`.

    Raises:
        CelFout: The cell has another form than its column asks.
    """
    return _LEZERS.get(kolom, _tekst)(" ".join(cel.split()))


def schrijf_cel(waarde: Any) -> Cel:
    """How a value stands in a file; `lees_cel` reads it back."""
    match waarde:
        case None:
            return None
        case bool():
            return "ja" if waarde else "nee"
        case tuple():
            return ", ".join(str(deel) for deel in waarde)
        case StrEnum():
            return waarde.value
        case int() | date():
            return waarde
        case _:
            return str(waarde)


def rij_van(activiteit: Activiteit) -> list[Cel]:
    """The cells of one activity, in the order of `KOLOMMEN`."""
    cellen = {kolom: schrijf_cel(getattr(activiteit, kolom)) for kolom in KOLOMMEN}
    euro, cent = divmod(activiteit.kosten, 100)
    return list((cellen | {"kosten": f"{euro},{cent:02d}"}).values())


def lijkt_op(waarde: str, keuzes: Iterable[str]) -> str | None:
    """The entry of a closed list that was probably meant."""
    gelijk = {keuze.lower(): keuze for keuze in keuzes}
    return next((gelijk[dicht] for dicht in get_close_matches(waarde.lower(), gelijk, n=1, cutoff=0.6)), None)


def als_id(tekst: str) -> str:
    """The text as an activity id: "Koffie & zo (Dorp)" becomes "koffie-zo-dorp"."""
    kaal = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")[:40].rstrip("-")


def _tekst(cel: str) -> str:
    return cel


def _getal(cel: str) -> int:
    if not cel.isascii() or not cel.isdigit():
        raise CelFout("geen_getal", waarde=cel)
    return int(cel)


def _euro(cel: str) -> int:
    """Accepts 2,50, 2.50, € 2,50, € 2,- and gratis."""
    if cel.lower() == "gratis":
        return 0
    kaal = cel.replace("€", "").replace(" ", "").removesuffix(",-").replace(",", ".")
    try:
        cent = Decimal(kaal) * 100
    except InvalidOperation as fout:
        raise CelFout("geen_bedrag", waarde=cel) from fout
    if not cent.is_finite() or cent != int(cent):
        raise CelFout("geen_bedrag", waarde=cel)
    return int(cent)


def _datum(cel: str) -> date:
    """Accepts 2026-03-31, 31-03-2026 and 31/3/2026."""
    delen = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", cel) or re.fullmatch(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})", cel)
    if delen is None:
        raise CelFout("geen_datum", waarde=cel)
    een, maand, drie = (int(deel) for deel in delen.groups())
    try:
        return date(een, maand, drie) if een > 31 else date(drie, maand, een)
    except ValueError as fout:
        raise CelFout("geen_datum", waarde=cel) from fout


def _ja_nee(cel: str) -> bool:
    klein = cel.lower()
    if klein not in JA_NEE and klein not in NEE:
        raise CelFout("geen_ja_nee", waarde=cel)
    return JA_NEE.get(klein, False)


def _delen(cel: str) -> tuple[str, ...]:
    return tuple(deel.strip() for deel in re.split(r"[,;|]", cel) if deel.strip())


def _keuze(lijst: type[StrEnum], cel: str) -> StrEnum:
    plat = re.sub(r"[\s-]+", "_", cel.lower())
    if plat in tuple(lijst):
        return lijst(plat)
    keuzes = [waarde.value for waarde in lijst]
    if voorstel := lijkt_op(plat, keuzes):
        raise CelFout("bedoel_je", waarde=cel, voorstel=voorstel)
    raise CelFout("niet_in_lijst", waarde=cel, keuzes=", ".join(keuzes))


def _keuzes(lijst: type[StrEnum], cel: str) -> tuple[StrEnum, ...]:
    return tuple(_keuze(lijst, deel) for deel in _delen(cel))


def _werkgebied(cel: str) -> tuple[str, ...]:
    klein = {GEMEENTE: GEMEENTE, "hele gemeente": GEMEENTE}
    return tuple(
        klein.get(deel.lower(), deel.lower().replace(" ", "") if deel.lower().startswith(WSV) else deel)
        for deel in _delen(cel)
    )


def _weekpatroon(cel: str) -> tuple[str, ...]:
    """Accepts "Ma 9.30 - 11.00" for "ma 09:30-11:00"."""
    momenten = []
    for deel in _delen(cel.lower()):
        met_punten = re.sub(r"(\d)\.(\d)", r"\1:\2", re.sub(r"\s*[-–]\s*", "-", deel))
        momenten.append(re.sub(r"(?<!\d)(\d):", r"0\1:", met_punten))
    return tuple(momenten)


_JA_NEE_KOLOMMEN = tuple(naam for naam, veld in Activiteit.model_fields.items() if veld.annotation is bool)
_LEZERS: dict[str, Callable[[str], Any]] = {
    "leefgebieden": partial(_keuzes, Leefgebied),
    "leeftijd_min": _getal,
    "leeftijd_max": _getal,
    "niet_geschikt_voor": partial(_keuzes, Belemmering),
    "werkgebied": _werkgebied,
    "weekpatroon": _weekpatroon,
    "geldig_van": _datum,
    "geldig_tot": _datum,
    "kosten": _euro,
    "aanmelden": partial(_keuze, Aanmelden),
    "capaciteit": partial(_keuze, Capaciteit),
    "wachttijd_weken": _getal,
    "toegankelijkheid": partial(_keuzes, Toegankelijkheid),
    "talen": _delen,
    "gecontroleerd_op": _datum,
    "status": partial(_keuze, ActiviteitStatus),
    **dict.fromkeys(_JA_NEE_KOLOMMEN, _ja_nee),
}

KEUZES: dict[str, Sequence[str]] = {
    "aanmelden": tuple(Aanmelden),
    "capaciteit": tuple(Capaciteit),
    "status": tuple(ActiviteitStatus),
    **dict.fromkeys(_JA_NEE_KOLOMMEN, ("ja", "nee")),
}
