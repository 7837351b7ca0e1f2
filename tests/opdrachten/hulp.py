"""Runs `wijkbrug …` in the process of the test, with settings of its own."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.conftest import SLEUTEL


class Opdrachtregel:
    """The command line, on a database of its own."""

    def __init__(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.map = tmp_path
        self._zet = monkeypatch.setenv
        for naam, waarde in {
            "WIJKBRUG_VAR_MAP": str(tmp_path / "var"),
            "WIJKBRUG_SLEUTELS": SLEUTEL,
            "WIJKBRUG_TELEGRAM_TOKEN": "123456:proef",
            "WIJKBRUG_TELEGRAM_BOTNAAM": "wijkbrug_proef_bot",
            "DATABASE_URL": f"sqlite:///{tmp_path / 'wijkbrug.db'}",
            "COLUMNS": "200",
        }.items():
            self.zet(naam, waarde)

    def zet(self, naam: str, waarde: str) -> None:
        self._zet(naam, waarde)

    def doe(self, *woorden: str) -> Result:
        from bot.cli import app

        return CliRunner().invoke(app, woorden)

    def gelukt(self, *woorden: str) -> str:
        klaar = self.doe(*woorden)
        assert klaar.exit_code == 0, klaar.output
        return klaar.stdout

    def geweigerd(self, *woorden: str) -> str:
        klaar = self.doe(*woorden)
        assert klaar.exit_code == 2, klaar.output
        assert "Traceback" not in klaar.output
        return klaar.stderr.strip()
