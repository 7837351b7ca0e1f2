"""Rendering: safe HTML, parts that fit, and keyboards for a telephone."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channel.weergave import MAX_TEKENS, als_html, lengte, splits, toetsen


@pytest.mark.parametrize(
    ("tekst", "opmaak"),
    [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("<b>niet vet</b>", "&lt;b&gt;niet vet&lt;/b&gt;"),
        ('zeg "ja"', 'zeg "ja"'),
        ("café 😀", "café 😀"),
    ],
)
def test_wat_iemand_zegt_wordt_nooit_opmaak(tekst: str, opmaak: str) -> None:
    assert als_html(tekst) == opmaak


def test_de_tekst_voor_het_dossier_is_een_blok_onder_zijn_kop() -> None:
    assert als_html("Kop:\n\nS: a < b\nP: c", naam="uitkomst/soep") == "Kop:\n<pre>S: a &lt; b\nP: c</pre>"


@pytest.mark.parametrize(("tekst", "aantal"), [("", 0), ("abc", 3), ("é", 1), ("😀", 2), ("👨‍👩‍👧", 8)])
def test_lengte_telt_zoals_telegram(tekst: str, aantal: int) -> None:
    assert lengte(tekst) == aantal


def test_wat_past_blijft_heel() -> None:
    assert splits("x" * MAX_TEKENS) == ["x" * MAX_TEKENS]
    assert splits("") == [""]


@pytest.mark.parametrize(
    ("tekst", "delen"),
    [
        ("a" * 60 + "\n\n" + "b" * 60, ["a" * 60, "b" * 60]),
        ("a" * 60 + "\n" + "b" * 60, ["a" * 60, "b" * 60]),
        ("a" * 60 + ". " + "b" * 60, ["a" * 60 + ".", "b" * 60]),
        ("a" * 60 + " " + "b" * 60, ["a" * 60, "b" * 60]),
        ("a" * 120, ["a" * 100, "a" * 20]),
        ("a" * 40 + "\n\n" + "b" * 30 + ". " + "c" * 60, ["a" * 40 + "\n\n" + "b" * 30 + ".", "c" * 60]),
    ],
    ids=["alinea", "regel", "zin", "woord", "nergens", "niet te vroeg"],
)
def test_gesplitst_wordt_op_de_beste_plek(tekst: str, delen: list[str]) -> None:
    assert splits(tekst, maximum=100) == delen


def test_een_emoji_op_de_grens_wordt_niet_doorgeknipt() -> None:
    delen = splits("x" * (MAX_TEKENS - 1) + "😀" * 10)
    assert "".join(delen) == "x" * (MAX_TEKENS - 1) + "😀" * 10
    assert all(lengte(deel) <= MAX_TEKENS for deel in delen)


def test_alleen_emoji_past_ook() -> None:
    delen = splits("😀" * 5000)
    assert "".join(delen) == "😀" * 5000
    assert max(map(lengte, delen)) <= MAX_TEKENS


STUKJES = st.sampled_from(
    ["woord", "é", "😀", "👨‍👩‍👧", " ", "  ", "\n", "\n\n", ". ", ".", "x" * 30, "<&>", "\t", " " * 40]
)


@given(st.lists(STUKJES, max_size=300).map("".join), st.integers(min_value=20, max_value=200))
def test_splitsen_verliest_geen_woord_en_elk_deel_past(tekst: str, maximum: int) -> None:
    delen = splits(tekst, maximum=maximum)
    assert re.sub(r"\s", "", "".join(delen)) == re.sub(r"\s", "", tekst)
    assert all(lengte(deel) <= maximum for deel in delen)
    assert all(deel.strip() for deel in delen) or not tekst.strip()


@given(st.text())
def test_opmaak_is_altijd_terug_te_lezen(tekst: str) -> None:
    opmaak = als_html(tekst)
    assert html.unescape(opmaak) == html.unescape(html.unescape(opmaak)) or "&" in tekst
    assert "<" not in opmaak
    assert ">" not in opmaak


def test_korte_knoppen_staan_naast_elkaar_en_lange_op_een_eigen_regel() -> None:
    labels = ["Ja", "Nee", "Ja, de vertegenwoordiger", "Klaar", "Terug", "Anders"]
    rijen = toetsen(labels, map(str, range(6)))
    assert [[t["t"] for t in rij] for rij in rijen] == [
        ["Ja", "Nee"],
        ["Ja, de vertegenwoordiger"],
        ["Klaar", "Terug"],
        ["Anders"],
    ]
    assert [t["d"] for rij in rijen for t in rij] == ["0", "1", "2", "3", "4", "5"]
