"""Documentation is tested like code: what it names exists, and what exists is named."""

import re
import subprocess

import pytest
from typer.main import get_command

from bot.domein.lijsten import VraagId
from tests.huisregels.bron import PROJECT, bestanden, lees

PAGINAS = [pad for pad in bestanden() if pad.endswith(".md")]
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
_PAGINA = re.compile(r"(?<![\w/.-])((?:[\w.-]+/)*[\w-]+\.md)\b")
_MACHINE = re.compile(r"(?<![\w.~])/(?:work|root|home|Users)/[\w.-]+")
_ONDERTEKEND = re.compile(r"co-authored-by|generated (?:with|by) \[?[A-Z]|as an ai\b", re.IGNORECASE)
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_OPDRACHT = re.compile(r"(?:`|^ {4}|\| )wijkbrug ([a-z]+)", re.MULTILINE)
GEMAAKT = {"benchmarks/uitslag.md", "benchmarks/uitslag-telegram.md"}  # written by a command, need not be there
BINAIR = (".png", ".jpg", ".gz", ".xlsx", ".pdf", ".db", ".npz")


def _doelen() -> list[tuple[str, str]]:
    """The targets of make with their explanation, as `make help` lists them."""
    return re.findall(r"^([a-z]+):.*?## (.+)$", lees("Makefile"), flags=re.MULTILINE)


def _opdrachten() -> list[str]:
    from bot.cli import app

    def namen(opdracht: object, voor: str) -> list[str]:
        onder = getattr(opdracht, "commands", None)
        return [voor] if onder is None else [n for naam, o in onder.items() for n in namen(o, f"{voor} {naam}")]

    return namen(get_command(app), "wijkbrug")


def test_make_help_lists_every_target():
    opdracht = ["make", "--no-print-directory", "help"]  # `make` of the developer's own path
    uit = subprocess.run(opdracht, cwd=PROJECT, capture_output=True, text=True, check=True).stdout  # noqa: S603
    assert [regel.split()[0] for regel in uit.splitlines()] == [doel for doel, _ in _doelen()]


@pytest.mark.parametrize("doel", [doel for doel, _ in _doelen()])
def test_the_readme_names_every_make_target(doel: str):
    assert f"`make {doel}`" in lees("README.md")


def test_the_documentation_names_no_target_that_is_not_there():
    bekend = {doel for doel, _ in _doelen()}
    fout = [
        f"{pad}: make {doel}"
        for pad in PAGINAS
        for doel in re.findall(r"`make ([a-z]+)`", lees(pad))
        if doel not in bekend
    ]
    assert not fout


def test_what_make_calls_exists():
    bekend = {naam.split()[1] for naam in _opdrachten()}
    opdrachten = set(re.findall(r"\$\(RUN\) wijkbrug ([a-z]+)", lees("Makefile")))
    assert opdrachten <= bekend, opdrachten - bekend
    modules = {naam.replace(".", "/") + ".py" for naam in re.findall(r"python -m ([\w.]+)", lees("Makefile"))}
    assert not {pad for pad in modules if not (PROJECT / pad).is_file()}


@pytest.mark.parametrize("opdracht", _opdrachten())
def test_every_command_is_documented(opdracht: str):
    assert opdracht in lees("docs/opdrachten.md")


def test_the_documentation_names_no_command_that_is_not_there():
    bekend = _opdrachten()
    eerste = {naam.split()[1] for naam in bekend}
    fout = [
        f"{pad}: wijkbrug {woord}"
        for pad in ("README.md", "CONTRIBUTING.md", "docs/opdrachten.md", "docs/protocol.md")
        for woord in re.findall(
            r"wijkbrug ([a-z]+)\b", "\n".join(re.findall(r"`[^`]+`|^(?: {2,}|\$ ).*$", lees(pad), re.MULTILINE))
        )
        if woord not in eerste
    ]
    assert not fout


@pytest.mark.parametrize("vraag", VraagId)
def test_the_answers_by_question_are_documented(vraag: VraagId):
    assert f"`{vraag}`" in lees("docs/opdrachten.md")


@pytest.mark.parametrize("pagina", PAGINAS)
def test_relative_links_resolve(pagina: str):
    stuk = []
    for doelen in _LINK.findall(_CODE.sub("", lees(pagina))):
        doel = (doelen[0] or doelen[1]).split("#")[0]
        if doel and "://" not in doel and not doel.startswith("mailto:"):
            pad = (PROJECT / pagina).parent / doel
            if not pad.exists():
                stuk.append(doel)
    assert not stuk


def test_a_page_that_is_named_in_code_or_data_exists():
    """A comment that says "see x.md" must lead somewhere."""
    stuk = set()
    for pad in bestanden():
        if pad.endswith((*BINAIR, ".md", ".lock")) or pad.startswith("tests/huisregels/"):
            continue
        for pagina in _PAGINA.findall(lees(pad)):
            if (
                pagina not in GEMAAKT
                and not (PROJECT / pagina).exists()
                and not ((PROJECT / pad).parent / pagina).exists()
            ):
                stuk.add(f"{pad}: {pagina}")
    assert not stuk, sorted(stuk)


def test_no_file_names_a_path_of_one_machine():
    fout = [
        f"{pad}: {vondst.group()}"
        for pad in bestanden()
        if not pad.endswith(BINAIR)
        for vondst in _MACHINE.finditer(lees(pad))
    ]
    assert not fout


def test_no_file_is_signed_by_a_tool():
    fout = [pad for pad in bestanden() if not pad.endswith(BINAIR) and _ONDERTEKEND.search(lees(pad))]
    assert not [pad for pad in fout if pad != "tests/huisregels/test_docs.py"]


def test_the_readme_has_its_test_command():
    assert "\nmake test\n" in lees("README.md")


def test_decisions_are_numbered_without_gaps():
    nummers = [pad.split("/")[-1][:4] for pad in bestanden() if pad.startswith("docs/adr/")]
    assert nummers == [f"{nr:04}" for nr in range(1, len(nummers) + 1)]


def test_the_licence_is_the_same_everywhere():
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in lees("LICENSE")
    for pad in ("pyproject.toml", "publiccode.yml", "README.md"):
        assert "EUPL-1.2" in lees(pad), pad


def test_the_version_is_the_same_everywhere():
    versie = re.search(r'^version = "(.+)"$', lees("pyproject.toml"), flags=re.MULTILINE)
    assert versie is not None
    assert f'softwareVersion: "{versie[1]}"' in lees("publiccode.yml")
    assert f"## [{versie[1]}]" in lees("CHANGELOG.md")
