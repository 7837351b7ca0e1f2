"""Who is told of a case when the contactpersoon, or his vervanger, is away."""

import pytest
from sqlmodel import Session

from bot.services.afwezigheid import is_afwezig, meld_aanwezig, meld_afwezig, wie_bericht_krijgt
from bot.services.klok import VasteKlok

G = "zoetermeer"


@pytest.mark.parametrize(
    ("weg", "vervanger", "wie"),
    [
        ((), "karim", "noor"),
        (("noor",), "karim", "karim"),
        (("karim",), "karim", "noor"),
        (("noor", "karim"), "karim", "noor"),
        (("noor",), None, "noor"),
    ],
)
def test_wie_bericht_krijgt(
    session: Session, klok: VasteKlok, weg: tuple[str, ...], vervanger: str | None, wie: str
) -> None:
    for persoon in weg:
        meld_afwezig(session, G, persoon, nu=klok.nu())
    assert wie_bericht_krijgt(session, G, "noor", vervanger=vervanger) == wie


def test_twee_keer_afwezig_en_twee_keer_terug_kan(session: Session, klok: VasteKlok) -> None:
    for _ in range(2):
        meld_afwezig(session, G, "noor", nu=klok.nu())
    assert is_afwezig(session, G, "noor")
    assert not is_afwezig(session, "vlissingen", "noor")
    for _ in range(2):
        meld_aanwezig(session, G, "noor")
    assert not is_afwezig(session, G, "noor")
