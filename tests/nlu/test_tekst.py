"""The flattened text must lead back to the original, whatever is typed."""

from hypothesis import given
from hypothesis import strategies as st

from nlu.feiten.leeftijd import leeftijden
from nlu.kern import kerntekst
from nlu.tekst import Tekst


@given(st.text(max_size=300))
def test_alles_wordt_plat_en_vindt_terug(origineel: str) -> None:
    tekst = Tekst.van(origineel)
    assert tekst.plek is None or len(tekst.plek) == len(tekst.plat)
    for deel in tekst.zinsdelen:
        assert tekst.plat[deel.begin : deel.eind] == deel.tekst
        assert tekst.stuk(deel.begin, deel.eind) in origineel
    kerntekst(tekst)
    leeftijden(tekst)


def test_accenten_en_aanhalingstekens() -> None:
    assert Tekst.van("‘Één’ financiële zorg").plat == "'een' financiele zorg"
    assert Tekst.van("e\u0301e\u0301n").plat == "een"


def test_zinsdelen() -> None:
    delen = [d.tekst for d in Tekst.van("Ja prima, maar wat kost het? En 2,5 uur").zinsdelen]
    assert delen == ["ja prima", "maar wat kost het", "en 2,5 uur"]
