"""Builder of activities for tests: every test names only what it is about."""

from datetime import date
from typing import Any

from bot.domein.activiteit import Activiteit

PEILDATUM = date(2026, 11, 25)


def een_activiteit(**velden: Any) -> Activiteit:
    """An activity that fits a question about eenzaamheid of an adult in Palenstein, whatever the belemmeringen."""
    standaard: dict[str, Any] = {
        "id": "koffie",
        "naam": "Koffie in de buurt",
        "korte_tekst": "Samen koffie drinken en praten.",
        "aanbieder": "Buurtwerk",
        "leefgebieden": ("eenzaamheid",),
        "leeftijd_min": 18,
        "werkgebied": ("gemeente",),
        "wijk": "Palenstein",
        "locatie": "Buurthuis",
        "tijden": "elke dinsdag",
        "kosten": 0,
        "kosten_tekst": "gratis",
        "aanmelden": "bellen",
        "toegankelijkheid": ("rolstoel",),
        "talen": ("Nederlands", "eenvoudig Nederlands"),
        "aan_huis": True,
        "contact": "079-5550300",
        "gecontroleerd_op": date(2026, 11, 1),
        "gecontroleerd_door": "beheerder",
    }
    return Activiteit.model_validate(standaard | velden)
