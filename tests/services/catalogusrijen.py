"""A good row of a file with activities, and how to write rows to a file."""

import csv
from pathlib import Path

GOED = {
    "id": "koffie",
    "naam": "Koffie én thee",
    "korte_tekst": "Samen koffie drinken en praten.",
    "aanbieder": "Buurtwerk",
    "leefgebieden": "eenzaamheid, rouw",
    "leeftijd_min": "18",
    "werkgebied": "Palenstein, wsv:oost",
    "locatie": "Buurthuis",
    "tijden": "elke dinsdag",
    "weekpatroon": "Di 9.30 - 12.00",
    "kosten": "2,50",
    "kosten_tekst": "€ 2,50 per keer",
    "aanmelden": "Vrije inloop",
    "begeleiding": "Ja",
    "contact": "079-5550300",
    "gecontroleerd_op": "01-11-2026",
    "gecontroleerd_door": "beheerder",
}


def schrijf(bestand: Path, *rijen: dict[str, str], scheiding: str = ";", codering: str = "utf-8") -> Path:
    with bestand.open("w", encoding=codering, newline="") as uit:
        schrijver = csv.DictWriter(uit, fieldnames=list(rijen[0]), delimiter=scheiding)
        schrijver.writeheader()
        schrijver.writerows(rijen)
    return bestand
