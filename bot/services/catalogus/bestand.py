"""Reading and writing tables: CSV (`;` or `,`, UTF-8 or Windows) and Excel. Knows nothing of activities."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from bot.services.catalogus.fouten import CelFout

MAX_BYTES = 10_000_000
MAX_RIJEN = 20_000
SCHEIDINGSTEKENS = ";,\t"
EXCEL = ".xlsx"
Cel = str | int | date | None


@dataclass(frozen=True)
class Tabel:
    """A header and the rows that are not empty, each with its number in the spreadsheet (the header is row 1)."""

    kop: list[str]
    rijen: list[tuple[int, list[str]]]


def lees_tabel(bestand: Path) -> Tabel:
    """Reads the table in a file, every cell as text.

    Raises:
        CelFout: The file does not exist, is of another kind, too large, damaged, or empty.
    """
    if not bestand.is_file():
        raise CelFout("bestaat_niet")
    if bestand.stat().st_size > MAX_BYTES:
        raise CelFout("te_groot", maximaal=MAX_BYTES // 1_000_000)
    match bestand.suffix.lower():
        case ".csv" | ".txt":
            regels = _uit_csv(bestand.read_bytes())
        case ".xlsx":
            regels = _uit_excel(bestand)
        case _:
            raise CelFout("soort_bestand", soort=bestand.suffix or bestand.name)
    genummerd = [(nr, rij) for nr, rij in enumerate(regels, 1) if any(cel.strip() for cel in rij)]
    if not genummerd or genummerd[0][0] != 1:
        raise CelFout("geen_kop")
    if len(genummerd) > MAX_RIJEN:
        raise CelFout("te_veel_rijen", maximaal=MAX_RIJEN)
    return Tabel(kop=[cel.strip().lower() for cel in genummerd[0][1]], rijen=genummerd[1:])


def _uit_csv(inhoud: bytes) -> list[list[str]]:
    tekst = _als_tekst(inhoud)
    eerste = tekst.partition("\n")[0]
    scheiding = max(SCHEIDINGSTEKENS, key=eerste.count)
    try:
        return list(csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding, strict=True))
    except csv.Error as fout:
        raise CelFout("aanhalingsteken") from fout


def _als_tekst(inhoud: bytes) -> str:
    pogingen = ["utf-16"] if inhoud[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "cp1252"]
    for codering in pogingen:
        try:
            tekst = inhoud.decode(codering)
        except UnicodeDecodeError:
            continue
        if "\x00" not in tekst:
            return tekst
    raise CelFout("onleesbaar")


def _uit_excel(bestand: Path) -> list[list[str]]:
    try:
        boek = load_workbook(bestand, read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as fout:
        raise CelFout("onleesbaar") from fout
    try:
        rijen = boek.worksheets[0].iter_rows(max_row=MAX_RIJEN + 2, values_only=True)
        return [[_als_cel(waarde) for waarde in rij] for rij in rijen]
    finally:
        boek.close()


def _als_cel(waarde: object) -> str:
    match waarde:
        case None:
            return ""
        case bool():
            return "ja" if waarde else "nee"
        case datetime():
            return waarde.date().isoformat()
        case float() if waarde.is_integer():
            return str(int(waarde))
        case _:
            return str(waarde)


def schrijf_tabel(
    bestand: Path, kop: Sequence[str], rijen: Iterable[Sequence[Cel]], *, keuzes: dict[str, Sequence[str]]
) -> None:
    """Writes a table as CSV (UTF-8 with BOM and `;`, so that a Dutch Excel opens it) or as .xlsx, by the suffix.

    Args:
        bestand: The file; what is there is replaced.
        kop: The header.
        rijen: The cells.
        keuzes: For .xlsx: the columns in which one of a closed list is picked.

    Raises:
        CelFout: The suffix is neither .csv nor .xlsx.
    """
    match bestand.suffix.lower():
        case ".csv":
            with bestand.open("w", encoding="utf-8-sig", newline="") as uit:
                schrijver = csv.writer(uit, delimiter=";")
                schrijver.writerow(kop)
                schrijver.writerows(["" if cel is None else cel for cel in rij] for rij in rijen)
        case ".xlsx":
            _maak_boek(kop, rijen, keuzes).save(bestand)
        case _:
            raise CelFout("soort_bestand", soort=bestand.suffix or bestand.name)


def _maak_boek(kop: Sequence[str], rijen: Iterable[Sequence[Cel]], keuzes: dict[str, Sequence[str]]) -> Workbook:
    boek = Workbook()
    blad = boek.worksheets[0]
    blad.append(list(kop))
    for rij in rijen:
        blad.append(list(rij))
    for plek, naam in enumerate(kop, 1):
        blad.cell(row=1, column=plek).font = Font(bold=True)
        blad.column_dimensions[get_column_letter(plek)].width = max(14, len(naam) + 2)
        if naam in keuzes:
            _zet_keuze(blad, get_column_letter(plek), keuzes[naam])
    blad.freeze_panes = "C2"
    return boek


def _zet_keuze(blad: Worksheet, kolom: str, keuze: Sequence[str]) -> None:
    regel = DataValidation(type="list", formula1=f'"{",".join(keuze)}"', allow_blank=True)
    regel.add(f"{kolom}2:{kolom}{MAX_RIJEN}")
    blad.add_data_validation(regel)
