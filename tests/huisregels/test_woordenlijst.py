"""The glossary (docs/woordenlijst.md) knows every word of the domain that the code uses."""

import ast

import pytest
from sqlmodel import SQLModel

from bot.domein import lijsten
from bot.storage import tabellen, tabellen_kanaal
from tests.huisregels.bron import bestanden, boom, laad_yaml, lees

LIJST = "docs/woordenlijst.md"
KOLOMMEN = ("term", "betekenis", "bron", "naam in de code")


def _rijen() -> list[list[str]]:
    regels = [regel for regel in lees(LIJST).splitlines() if regel.startswith("|") and not regel.startswith("|--")]
    return [[cel.strip() for cel in regel.strip("|").split("|")] for regel in regels]


def _namen() -> set[str]:
    """What the last column names: every part between backticks."""
    return {deel for rij in _rijen() for deel in rij[-1].split("`")[1::2]}


def _klassen(map_: str) -> list[str]:
    return [
        knoop.name
        for pad in bestanden()
        if pad.startswith(map_) and pad.endswith(".py")
        for knoop in boom(pad).body
        if isinstance(knoop, ast.ClassDef) and not knoop.name.startswith("_")
    ]


def test_every_row_is_complete():
    for rij in _rijen():
        assert len(rij) == len(KOLOMMEN), rij
        assert all(rij), rij


def test_no_term_stands_twice():
    termen = [rij[0].lower() for rij in _rijen() if rij[0].lower() != KOLOMMEN[0]]
    assert len(termen) == len(set(termen)), sorted({t for t in termen if termen.count(t) > 1})


@pytest.mark.parametrize("slot", laad_yaml("domain.yml")["slots"])
def test_a_slot_has_a_row(slot: str):
    assert slot in _namen()


@pytest.mark.parametrize("klasse", _klassen("bot/domein/"))
def test_a_class_of_the_domain_has_a_row(klasse: str):
    assert klasse in _namen()


@pytest.mark.parametrize("tabel", sorted(SQLModel.metadata.tables))
def test_a_table_has_a_row(tabel: str):
    assert tabellen.CasusRow
    assert tabellen_kanaal.ZendingRow
    assert tabel in _namen()


@pytest.mark.parametrize(
    "id_", [*lijsten.Leefgebied, *lijsten.RodeVlag, *lijsten.Belemmering, *lijsten.Uitkomst, *lijsten.CasusStatus]
)
def test_an_id_of_a_closed_list_is_explained(id_: str):
    assert id_ in _namen()


def test_the_glossary_names_nothing_that_is_gone():
    """A name with a capital is a class somewhere in the code, a name in capitals a constant."""
    klassen = {naam for map_ in ("bot/", "nlu/", "actions/") for naam in _klassen(map_)}
    assert not {naam for naam in _namen() if naam[:1].isupper() and not naam.isupper() and naam not in klassen}
