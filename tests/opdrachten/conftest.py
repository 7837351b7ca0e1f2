"""The command line as a fixture."""

from pathlib import Path

import pytest

from tests.opdrachten.hulp import Opdrachtregel


@pytest.fixture
def wijkbrug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opdrachtregel:
    return Opdrachtregel(tmp_path, monkeypatch)
