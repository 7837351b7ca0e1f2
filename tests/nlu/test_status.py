"""What a contactpersoon types about a case."""

import pytest

from nlu.status import lees_status


@pytest.mark.parametrize(
    ("tekst", "status"),
    [
        ("ontvangen", "ontvangen"),
        ("Gezien, ik ga ermee aan de slag", "ontvangen"),
        ("gesproken, afspraak dinsdag", "contact_gelegd"),
        ("mevrouw gebeld", "contact_gelegd"),
        ("drie keer gebeld, niet bereikt", "geen_contact"),
        ("neemt niet op", "geen_contact"),
        ("afspraken gemaakt over de eettafel", "afspraken_gemaakt"),
        ("traject afgerond", "afgerond"),
        ("ik geef hem terug, hoort bij de huisarts", "teruggegeven"),
        ("doorgezet naar schuldhulp", "doorgezet"),
        ("mevrouw trekt haar toestemming in", "ingetrokken"),
        ("goedemorgen", None),
    ],
)
def test_status(tekst: str, status: str | None) -> None:
    assert lees_status(tekst) == status
