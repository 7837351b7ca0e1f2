"""Who may import whom (docs/architectuur.md). Imports inside functions count as well."""

import ast
import sys

import pytest

from tests.huisregels.bron import EIGEN, boom, imports, module_van, python_bestanden

MAG = {  # layer: what it may use of the house, besides itself
    "bot.domein": (),
    "bot.storage": ("bot.domein",),
    "bot.services": ("bot.domein", "bot.storage"),
    "nlu": (),
    "actions": ("bot.domein", "bot.services"),
    "bot.dialogue": ("bot.domein", "bot.storage", "bot.services", "nlu"),
    "bot.channel": ("bot.domein", "bot.storage", "bot.services", "bot.dialogue", "bot.log_setup", "nlu"),
    "bot.web": ("bot.domein", "bot.storage", "bot.services", "bot.dialogue", "bot.log_setup"),
    "bot.workers": ("bot.domein", "bot.storage", "bot.services", "bot.dialogue", "bot.log_setup"),
    "bot.settings": (),
    "bot.log_setup": (),
}
CLI = ("bot.cli", "bot.cli_catalogus", "bot.cli_kanaal", "bot.cli_rapport")
TOP = ("bot.bootstrap", "bot.bootstrap_kanaal", *CLI, "bot.opdrachten", "bot.__main__")  # these may use everything
ALLEEN_IN = {  # third party: the only places that may import it
    "telegram": ("bot.channel", "bot.bootstrap_kanaal", "bot.opdrachten.serve", "bot.opdrachten.account"),
    "rasa": ("bot.dialogue", "nlu", "bot.opdrachten.train"),
    "rasa_sdk": ("bot.dialogue", "actions"),
    "fastapi": ("bot.web", "bot.bootstrap_kanaal"),
    "prometheus_client": ("bot.web",),
    "uvicorn": ("bot.opdrachten.serve",),
    "segno": ("bot.opdrachten.account",),
    "spacy": ("nlu",),
    "typer": CLI,
    "rich": (*CLI, "bot.opdrachten"),
}
DOMEIN_GEBRUIKT = {"pydantic", "pydantic_core"}


def _in(module: str, lagen: tuple[str, ...]) -> bool:
    return any(module == laag or module.startswith(f"{laag}.") for laag in lagen)


def _laag(module: str) -> str | None:
    return next((laag for laag in (*MAG, *TOP) if _in(module, (laag,))), None)


def test_every_module_has_a_layer():
    zonder = [pad for pad in python_bestanden(*EIGEN) if module_van(pad) != "bot" and _laag(module_van(pad)) is None]
    assert not zonder, f"name the layer of these in MAG or TOP: {zonder}"


@pytest.mark.parametrize("laag", MAG)
def test_layers_import_downwards_only(laag: str):
    fout = [
        str(een)
        for pad in python_bestanden(*EIGEN)
        if _laag(module_van(pad)) == laag
        for een in imports(pad)
        if _in(een.module, EIGEN) and not _in(een.module, (laag, *MAG[laag]))
    ]
    assert not fout, f"{laag} may only use {MAG[laag]}: {fout}"


@pytest.mark.parametrize("pakket", ALLEEN_IN)
def test_a_framework_stays_in_its_own_corner(pakket: str):
    fout = [
        str(een)
        for pad in python_bestanden(*EIGEN)
        for een in imports(pad)
        if _in(een.module, (pakket,)) and not _in(module_van(pad), ALLEEN_IN[pakket])
    ]
    assert not fout, f"{pakket} belongs in {ALLEEN_IN[pakket]}: {fout}"


def test_the_domain_uses_the_standard_library_and_pydantic_only():
    fout = [
        str(een)
        for pad in python_bestanden("bot")
        if _laag(module_van(pad)) == "bot.domein"
        for een in imports(pad)
        if een.module.split(".")[0] not in sys.stdlib_module_names | DOMEIN_GEBRUIKT | {"bot"}
    ]
    assert not fout


@pytest.mark.parametrize("module", ["random", "time", "os", "io", "pathlib", "socket", "subprocess"])
def test_the_domain_has_no_clock_no_chance_and_no_files(module: str):
    paden = [pad for pad in python_bestanden("bot") if _laag(module_van(pad)) == "bot.domein"]
    assert not [str(een) for pad in paden for een in imports(pad) if een.module == module]


def test_only_the_settings_read_the_environment():
    fout = []
    for pad in python_bestanden(*EIGEN):
        if pad == "bot/settings.py":
            continue
        for knoop in ast.walk(boom(pad)):
            leest = isinstance(knoop, ast.Attribute) and knoop.attr in ("getenv", "environb")
            leest |= isinstance(knoop, ast.Subscript) and isinstance(knoop.ctx, ast.Load) and _is_environ(knoop.value)
            leest |= isinstance(knoop, ast.Attribute) and knoop.attr == "get" and _is_environ(knoop.value)
            if leest:
                fout.append(f"{pad}:{knoop.lineno}")
    assert not fout, f"a setting belongs in bot/settings.py: {fout}"


def _is_environ(knoop: ast.expr) -> bool:
    return isinstance(knoop, ast.Attribute) and knoop.attr == "environ"


REGISTRATIES = {  # calls at the top of a module that only fill a table in memory
    "app.add_typer",
    "app.command()",
    "_Lader.add_constructor",
}


def test_nothing_is_done_when_a_module_is_imported():
    """No calls as statements at the top of a module: no engine, no network, no file."""
    fout = [
        f"{pad}:{knoop.lineno}"
        for pad in python_bestanden(*EIGEN)
        if pad != "bot/storage/migrations/env.py"  # Alembic runs this file, nobody imports it
        for knoop in boom(pad).body
        if isinstance(knoop, ast.Expr)
        and isinstance(knoop.value, ast.Call)
        and ast.unparse(knoop.value.func) not in REGISTRATIES
    ]
    assert not fout, f"do this in a function that bot/bootstrap.py calls: {fout}"
