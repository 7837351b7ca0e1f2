"""Compares models on one split: `python -m benchmarks.vergelijking [model …]`; without names all, an hour or more.

Results go to benchmarks/vergelijking.json one by one, each with its date; docs/begrip.md shows them at the next
`make evaluate`. A model that is named is measured again, the others stay as they are.
"""

import argparse
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

BESTAND = Path(__file__).resolve().parent / "vergelijking.json"
NAMEN = Path(__file__).resolve().parent / "vergelijk" / "modellen.yml"
Maker = Callable[[], Any]


def lees_vergelijking() -> dict[str, Any]:
    """What the last comparison found; empty when there was none."""
    inhoud: dict[str, Any] = json.loads(BESTAND.read_text(encoding="utf-8")) if BESTAND.exists() else {}
    return inhoud


def _makers() -> dict[str, Maker]:
    """How each model of modellen.yml is made; the last ones take minutes."""
    from benchmarks.vergelijk import lineair as lin
    from benchmarks.vergelijk.diet import Diet
    from benchmarks.vergelijk.spacymodel import PijplijnKenmerken, Textcat, pijplijn
    from benchmarks.vergelijk.woorden import Lexicon

    def met_pijplijn(naam: str) -> Any:
        nlp = pijplijn(naam)
        return None if nlp is None else lin.EenTegenRest(PijplijnKenmerken(nlp))

    return {
        "lexicon": Lexicon,
        "lr_woorden": lambda: lin.EenTegenRest(lin.Ngrammen(letters=False), soort="lr"),
        "svm_woorden": lambda: lin.EenTegenRest(lin.Ngrammen(letters=False)),
        "svm_letters": lambda: lin.EenTegenRest(lin.Ngrammen(woorden=False)),
        "lr_letters": lambda: lin.EenTegenRest(lin.Ngrammen(woorden=False), soort="lr"),
        "lr_beide": lambda: lin.EenTegenRest(lin.Ngrammen(), soort="lr"),
        "svm_beide": lambda: lin.EenTegenRest(lin.Ngrammen()),
        "svm_lexicon": lambda: lin.EenTegenRest(lin.Ngrammen(met_lexicon=True)),
        "svm_zinsdelen": lambda: lin.PerZinsdeel(lin.EenTegenRest(lin.Ngrammen())),
        "svm_eigen": lambda: lin.EenTegenRest(lin.Eigen()),
        "nl_wijkbrug": lambda: met_pijplijn("nl_wijkbrug"),
        "nl_core_news_sm": lambda: met_pijplijn("nl_core_news_sm"),
        "bomen": lambda: lin.Bomen(lin.Ngrammen()),
        "ketting": lambda: lin.Ketting(lin.Ngrammen()),
        "textcat": Textcat,
        "diet": lambda: Diet(rondes=20),
    }


def _meet(id_: str, namen: dict[str, str], delen: dict[str, Any]) -> dict[str, Any]:
    from benchmarks.vergelijk.eigen import meet_eigen
    from benchmarks.vergelijk.meting import meet

    if id_ == "product":
        return meet_eigen(namen[id_], **delen)
    maak = _makers()[id_]
    if id_ == "nl_core_news_sm" and maak() is None:
        return {"naam": namen[id_], "reden": namen["niet_hier"]}
    return meet(namen[id_], maak, **delen)


def main() -> None:
    """Measures the models that were named, and stores each as soon as it is known."""
    from benchmarks.vergelijk.proef import splits

    namen: dict[str, Any] = yaml.safe_load(NAMEN.read_text(encoding="utf-8"))
    lezer = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lezer.add_argument("model", nargs="*", choices=[*namen["modellen"], []], help="niets: alle")
    gekozen = lezer.parse_args().model or list(namen["modellen"])
    delen = dict(zip(("leer", "ijkdeel", "toets"), splits(), strict=True))
    aantallen = {naam: len(deel.berichten) for naam, deel in delen.items()}
    for id_ in gekozen:
        rij = _meet(id_, namen["modellen"] | {"niet_hier": namen["niet_hier"]}, delen)
        print(json.dumps(rij, ensure_ascii=False), flush=True)
        inhoud = lees_vergelijking()
        gemeten = {r["id"]: r for r in inhoud.get("modellen", [])} | {id_: {"id": id_, **rij, **aantallen}}
        inhoud = {
            "datum": datetime.now(ZoneInfo("Europe/Amsterdam")).date().isoformat(),
            "modellen": [gemeten[i] for i in namen["modellen"] if i in gemeten],
        }
        BESTAND.write_text(json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
