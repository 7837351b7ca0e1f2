"""From a file to activities, or to a list of everything that is wrong in it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.domein.activiteit import GEMEENTE, WSV, Activiteit
from bot.services.catalogus.bestand import lees_tabel
from bot.services.catalogus.fouten import CelFout, Rijfout
from bot.services.catalogus.kolommen import KOLOMMEN, VERPLICHT, als_id, lees_cel, lijkt_op

_PYDANTIC = {  # error types of pydantic → the end of our text key
    "missing": "leeg",
    "string_too_short": "te_kort",
    "string_too_long": "te_lang",
    "too_short": "leeg",
    "too_long": "te_veel",
    "greater_than_equal": "te_laag",
    "less_than_equal": "te_hoog",
}
_VORM = "string_pattern_mismatch"


@dataclass(frozen=True)
class Ingelezen:
    """ "Ingelezen": the activities of a file with their rows, and all mistakes; usable only without mistakes."""

    bestand: str
    rijen: tuple[tuple[int, Activiteit], ...]
    fouten: tuple[Rijfout, ...]

    @property
    def activiteiten(self) -> tuple[Activiteit, ...]:
        """The activities without their rows."""
        return tuple(activiteit for _, activiteit in self.rijen)


@dataclass(frozen=True)
class _Plek:
    """A row of a file, and the mistakes in it."""

    bestand: str
    rij: int | None

    def fout(self, veld: str, soort: str, **variabelen: object) -> Rijfout:
        tekst = {sleutel: str(waarde) for sleutel, waarde in variabelen.items()}
        return Rijfout(self.bestand, self.rij, veld, f"catalogus/fout/{soort}", tekst)

    def celfout(self, veld: str, fout: CelFout) -> Rijfout:
        return Rijfout(self.bestand, self.rij, veld, fout.naam, fout.variabelen)


def controleer(bestand: Path, *, gebieden: Collection[str] = ()) -> Ingelezen:
    """Reads a file with activities and collects every mistake, row by row; writes nothing.

    Args:
        bestand: A .csv or .xlsx file.
        gebieden: The wijken and "wsv:<code>" of the gemeente; when given, a row may name no other.
    """
    heel = _Plek(bestand.name, None)
    try:
        tabel = lees_tabel(bestand)
    except CelFout as fout:
        return Ingelezen(bestand.name, (), (heel.celfout("bestand", fout),))
    if kopfouten := tuple(_kopfouten(_Plek(bestand.name, 1), tabel.kop)):
        return Ingelezen(bestand.name, (), kopfouten)
    rijen: list[tuple[int, Activiteit]] = []
    fouten: list[Rijfout] = [] if tabel.rijen else [heel.fout("bestand", "geen_rijen")]
    for nummer, cellen in tabel.rijen:
        plek = _Plek(bestand.name, nummer)
        uit = _lees_rij(plek, tabel.kop, cellen)
        if isinstance(uit, Activiteit):
            rijen.append((nummer, uit))
            fouten.extend(_gebiedsfouten(plek, uit, gebieden))
        else:
            fouten.extend(uit)
    fouten.extend(_dubbele(bestand.name, rijen))
    return Ingelezen(bestand.name, tuple(rijen), tuple(sorted(fouten, key=lambda fout: fout.rij or 0)))


def _kopfouten(plek: _Plek, kop: list[str]) -> Iterator[Rijfout]:
    genoemd = [kolom for kolom in kop if kolom]
    for kolom in VERPLICHT:
        if kolom not in genoemd:
            yield plek.fout(kolom, "kolom_ontbreekt", kolom=kolom)
    for kolom in dict.fromkeys(genoemd):
        if genoemd.count(kolom) > 1:
            yield plek.fout(kolom, "kolom_dubbel", kolom=kolom)
        elif kolom not in KOLOMMEN:
            if voorstel := lijkt_op(kolom, KOLOMMEN):
                yield plek.fout(kolom, "kolom_bedoel_je", kolom=kolom, voorstel=voorstel)
            else:
                yield plek.fout(kolom, "kolom_onbekend", kolom=kolom)


def _lees_rij(plek: _Plek, kop: list[str], cellen: list[str]) -> Activiteit | list[Rijfout]:
    if any(cel.strip() for cel in cellen[len(kop) :]):
        return [plek.fout(kop[-1], "te_veel_cellen")]
    waarden: dict[str, Any] = {}
    fouten: list[Rijfout] = []
    for kolom, cel in zip(kop, cellen, strict=False):
        if cel.strip() and not kolom:
            fouten.append(plek.fout("", "kolom_zonder_naam", waarde=cel.strip()[:40]))
        elif cel.strip():
            try:
                waarden[kolom] = lees_cel(kolom, cel)
            except CelFout as fout:
                fouten.append(plek.celfout(kolom, fout))
    try:
        activiteit = Activiteit.model_validate(waarden)
    except ValidationError as fout:
        gemeld = {rijfout.veld for rijfout in fouten}
        gevonden = [_uit_pydantic(plek, dict(regel), waarden) for regel in fout.errors(include_url=False)]
        return [*fouten, *(rijfout for rijfout in _zonder_gevolg(gevonden) if rijfout.veld not in gemeld)]
    return fouten or activiteit


def _zonder_gevolg(fouten: list[Rijfout]) -> Iterator[Rijfout]:
    """A list of which every part is wrong is "empty" to pydantic too: only the parts are told."""
    for fout in fouten:
        if not (fout.naam.endswith("/leeg") and any(ander.veld == fout.veld for ander in fouten if ander is not fout)):
            yield fout


def _uit_pydantic(plek: _Plek, regel: dict[str, Any], waarden: dict[str, Any]) -> Rijfout:
    ctx = regel.get("ctx", {})
    veld = str(ctx.get("veld") or (regel["loc"] or ("",))[0])
    is_eigen = "veld" in ctx or regel["type"] in ("formule", _VORM)
    soort = _PYDANTIC.get(regel["type"], regel["type"] if is_eigen else "onjuist")
    if veld == "id" and soort in ("leeg", _VORM):
        return plek.fout(veld, "vorm_id", voorbeeld=als_id(str(waarden.get("naam", ""))) or "koffie-dorp")
    if soort == _VORM:
        soort = f"vorm_{veld}"
    grens = next((ctx[naam] for naam in ("max_length", "min_length", "ge", "le") if naam in ctx), "")
    invoer = regel.get("input")
    aantal = len(invoer) if isinstance(invoer, (str, tuple)) else invoer
    return plek.fout(veld, soort, grens=grens, aantal=aantal, waarde=str(invoer)[:40])


def _gebiedsfouten(plek: _Plek, activiteit: Activiteit, gebieden: Collection[str]) -> Iterator[Rijfout]:
    if not gebieden:
        return
    wijken = tuple(gebied for gebied in gebieden if not gebied.startswith(WSV))
    genoemd = [("werkgebied", gebied, (*gebieden, GEMEENTE)) for gebied in activiteit.werkgebied]
    genoemd += [("wijk", activiteit.wijk, wijken)] if activiteit.wijk else []
    for veld, gebied, keuzes in genoemd:
        if gebied in keuzes:
            continue
        if voorstel := lijkt_op(gebied, keuzes):
            yield plek.fout(veld, "bedoel_je", waarde=gebied, voorstel=voorstel)
        else:
            yield plek.fout(veld, "niet_in_lijst", waarde=gebied, keuzes=", ".join(keuzes))


def _dubbele(bestand: str, rijen: list[tuple[int, Activiteit]]) -> Iterator[Rijfout]:
    eerste: dict[str, int] = {}
    for nummer, activiteit in rijen:
        if activiteit.id in eerste:
            yield _Plek(bestand, nummer).fout("id", "id_dubbel", waarde=activiteit.id, rij=eerste[activiteit.id])
        eerste.setdefault(activiteit.id, nummer)
