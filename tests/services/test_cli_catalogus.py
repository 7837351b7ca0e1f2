"""The commands of `wijkbrug catalogus`: what they say and with which code they end."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session
from typer.testing import CliRunner, Result

from bot.cli_catalogus import app
from bot.services.catalogus import activiteiten_van
from tests.services.catalogusrijen import GOED, schrijf


@pytest.fixture
def draai(engine: Engine, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "200")

    @contextmanager
    def open_sessie() -> Iterator[Session]:
        with Session(engine) as session:
            yield session
            session.commit()

    def doe(*woorden: str | Path) -> Result:
        return CliRunner().invoke(app, [str(woord) for woord in woorden], obj=open_sessie)

    return doe


def aantal(engine: Engine) -> int:
    with Session(engine) as session:
        return len(activiteiten_van(session, "zoetermeer"))


def test_from_a_file_into_the_catalogue_and_out_again(draai, engine: Engine, tmp_path: Path):
    bestand = schrijf(tmp_path / "in.csv", GOED, GOED | {"id": "tweede"})
    assert draai("controleer", bestand, "--gemeente", "zoetermeer").exit_code == 0
    droog = draai("importeer", bestand, "--gemeente", "zoetermeer", "--droog")
    assert (droog.exit_code, aantal(engine)) == (0, 0)
    assert "Er is niets veranderd" in droog.output
    echt = draai("importeer", bestand, "--gemeente", "zoetermeer")
    assert (echt.exit_code, aantal(engine)) == (0, 2)
    minder = draai("importeer", schrijf(tmp_path / "minder.csv", GOED), "--gemeente", "zoetermeer", "--stop-verdwenen")
    assert "Op gestopt gezet: 1" in minder.output
    assert draai("exporteer", tmp_path / "uit.xlsx", "--gemeente", "zoetermeer").exit_code == 0
    assert draai("controleer", tmp_path / "uit.xlsx", "--gemeente", "zoetermeer").exit_code == 0


def test_mistakes_end_with_one_and_change_nothing(draai, engine: Engine, tmp_path: Path):
    bestand = schrijf(tmp_path / "in.csv", GOED, GOED | {"id": "b2", "werkgebied": "Palensteen"})
    uit = draai("importeer", bestand, "--gemeente", "zoetermeer")
    assert (uit.exit_code, aantal(engine)) == (1, 0)
    assert "Bedoel je Palenstein?" in uit.output


@pytest.mark.parametrize(
    "woorden",
    [
        ("controleer", "weg.csv"),
        ("importeer", "weg.csv"),
        ("controleer", "weg.csv", "--gemeente", "atlantis"),
        ("sjabloon", "weg.doc"),
        ("exporteer", "/bestaat/niet/uit.csv"),
        ("controleer",),
    ],
)
def test_wrong_use_ends_with_two(draai, woorden: tuple[str, ...]):
    assert draai(*woorden).exit_code == 2


def test_the_form(draai, tmp_path: Path):
    assert draai("sjabloon", tmp_path / "s.csv").exit_code == 0
    assert draai("controleer", tmp_path / "s.csv", "--gemeente", "zoetermeer").exit_code == 0
