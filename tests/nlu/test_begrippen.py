"""Begrippen: words that mean the same give the same piece, and pairs of them stay within a clause."""

import pytest

from nlu.bestanden import lees_lijst
from nlu.kenmerker import Kenmerker
from nlu.leefgebiedterm import begrippen
from nlu.tekst import Tekst


@pytest.mark.parametrize(
    ("woord", "begrip"),
    [
        ("vannacht", "nu"),
        ("boterhammen", "honger"),
        ("hoofdpijn", "pijn"),
        ("suicidaal", "dood"),
        ("pinpas", "geldmacht"),
    ],
)
def test_a_word_stands_for_its_begrip(woord: str, begrip: str) -> None:
    assert begrip in begrippen(woord)


def test_a_word_that_no_list_knows_stands_for_nothing() -> None:
    assert begrippen("zzz") == ()


def test_the_list_holds_flattened_words_only() -> None:
    woorden = [w for regel in lees_lijst("begrippen.yml").values() for w in str(regel).split()]
    assert [w for w in woorden if Tekst.van(w).plat != w] == []


def test_pairs_of_begrippen_stay_within_a_clause() -> None:
    kenmerker = Kenmerker.leer(["kind vannacht alleen"] * 5 + ["kind, vannacht"] * 5)
    paren = {stuk for stuk in kenmerker.kolom if stuk[0] == "p"}
    assert "pkind nu" in paren
    kolom = kenmerker.kolom["pkind nu"]
    assert kenmerker.rijen(["kind vannacht"]).ijl[0, kolom] > 0
    assert kenmerker.rijen(["kind, vannacht"]).ijl[0, kolom] == 0
