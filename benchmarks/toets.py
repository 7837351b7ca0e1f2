"""Measures the trained model on the test set that nobody trains on: `uv run python -m benchmarks.toets`.

data/toets was written apart from the training texts. Everything goes through the product's own path
(`Engine.begrijp`). Only totals and labels are printed: its errors are not read, or it would be tuned on.
"""

from benchmarks.begrip import tabel
from benchmarks.evaluatie.oordeel import LIJSTEN, meet_antwoorden
from benchmarks.evaluatie.toetsing import meet_toets
from nlu.bestanden import NLU_DATA, PROJECT


def main() -> None:
    """Prints all figures; those with an interval are in `make evaluate`."""
    print(f"toets: data/toets, training: {NLU_DATA.relative_to(PROJECT)}")
    toets = meet_toets()
    for soort, labels in LIJSTEN.items():
        tabel(soort, labels, waar=[o.waar[soort] for o in toets.berichten],
              gezegd=[o.gezegd[soort] for o in toets.berichten])  # fmt: skip
    print("\nantwoorden")
    for vraag, maat in meet_antwoorden(toets.antwoorden)[1].items():
        print(f"  {vraag:22} n={maat.n:4}  goed {maat.waarde:.2f}")
    print("\ntotalen")
    for naam, maat in toets.totalen().items():
        print(f"  {naam:22} n={maat.n:4}  {maat.waarde:.3f}  ({maat.laag:.3f} – {maat.hoog:.3f})")
    print(f"\neen bericht begrijpen: p50 {toets.p50_ms:.1f} ms, {len(toets.tijden)} berichten")


if __name__ == "__main__":
    main()
