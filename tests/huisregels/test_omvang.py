"""Size: what fits on a screen can be read by a stranger (CONTRIBUTING.md)."""

import ast
from collections.abc import Iterator

from tests.huisregels.bron import EIGEN, PYTHON, boom, lees, python_bestanden

MAX_BESTAND = 300
MAX_FUNCTIE = 40
MAX_POSITIONEEL = 5
MAX_DIEPTE = 3
Functie = ast.FunctionDef | ast.AsyncFunctionDef
BLOK = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.Try, ast.Match)
OMHULSEL = (ast.With, ast.AsyncWith)  # indents, but there is no branch to follow
UITZONDERING = {  # function: why it may be longer
    "bot/storage/migrations/versions/0001_begin.py:upgrade": "a migration lists every table once and is never edited",
}


def _functies(pad: str) -> Iterator[tuple[str, Functie]]:
    for knoop in ast.walk(boom(pad)):
        if isinstance(knoop, Functie):
            yield f"{pad}:{knoop.name}", knoop


def test_files_are_short():
    lang = {pad: aantal for pad in python_bestanden(*PYTHON) if (aantal := len(lees(pad).splitlines())) > MAX_BESTAND}
    assert not lang, f"split these by concern, at most {MAX_BESTAND} lines: {lang}"


def test_functions_are_short():
    lang = {
        naam: regels
        for pad in python_bestanden(*PYTHON)
        for naam, knoop in _functies(pad)
        if (regels := (knoop.end_lineno or 0) - knoop.lineno + 1) > MAX_FUNCTIE and naam not in UITZONDERING
    }
    assert not lang, f"at most {MAX_FUNCTIE} lines: {lang}"


def test_exceptions_are_still_needed():
    namen = {naam for pad in python_bestanden(*PYTHON) for naam, _ in _functies(pad)}
    assert set(UITZONDERING) <= namen


def test_functions_take_few_positional_parameters():
    veel = {}
    for pad in python_bestanden(*EIGEN):
        for naam, knoop in _functies(pad):
            namen = [arg.arg for arg in (*knoop.args.posonlyargs, *knoop.args.args)]
            eigen = namen[1:] if namen[:1] in (["self"], ["cls"]) else namen
            if len(eigen) > MAX_POSITIONEEL:
                veel[naam] = eigen
    assert not veel, f"at most {MAX_POSITIONEEL}; make the rest keyword-only: {veel}"


def test_no_boolean_is_positional():
    """`f(True)` says nothing; Typer's options in the command line are the exception."""
    fout = []
    for pad in python_bestanden(*EIGEN):
        if pad.startswith("bot/cli"):
            continue
        for naam, knoop in _functies(pad):
            fout += [
                f"{naam}({arg.arg})"
                for arg in (*knoop.args.posonlyargs, *knoop.args.args)
                if arg.annotation is not None and ast.unparse(arg.annotation) == "bool"
            ]
    assert not fout, f"make these keyword-only: {fout}"


def test_code_is_not_nested_deeply():
    diep = {
        naam: diepte
        for pad in python_bestanden(*EIGEN)
        for naam, knoop in _functies(pad)
        if (diepte := _diepte(knoop.body)) > MAX_DIEPTE
    }
    assert not diep, f"at most {MAX_DIEPTE} levels inside a function: {diep}"


def _diepte(inhoud: list[ast.stmt]) -> int:
    return max((_diepte_van(knoop) for knoop in inhoud), default=0)


def _diepte_van(knoop: ast.stmt) -> int:
    if isinstance(knoop, OMHULSEL):
        return _diepte(knoop.body)
    if not isinstance(knoop, BLOK):
        return 0
    takken = [list(getattr(knoop, veld, ())) for veld in ("body", "orelse", "finalbody")]
    if isinstance(knoop, ast.If) and len(knoop.orelse) == 1 and isinstance(knoop.orelse[0], ast.If):
        takken.remove(knoop.orelse)  # `elif` is no deeper than its `if`
        return max(1 + max(_diepte(tak) for tak in takken), _diepte_van(knoop.orelse[0]))
    takken += [deel.body for deel in getattr(knoop, "handlers", ())] + [
        deel.body for deel in getattr(knoop, "cases", ())
    ]
    return 1 + max(_diepte(tak) for tak in takken)
