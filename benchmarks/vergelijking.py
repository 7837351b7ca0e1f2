"""Compares models on one split: `python -m benchmarks.vergelijking [model …]`."""

import json
from pathlib import Path
from typing import Any

BESTAND = Path(__file__).resolve().parent / "vergelijking.json"


def lees_vergelijking() -> dict[str, Any]:
    """What the last comparison found; empty when there was none."""
    inhoud: dict[str, Any] = json.loads(BESTAND.read_text(encoding="utf-8")) if BESTAND.exists() else {}
    return inhoud
