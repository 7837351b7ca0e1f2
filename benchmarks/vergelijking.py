"""Compares models on one split: `python -m benchmarks.vergelijking [model …]`; all of them take half an hour or more.

Every model learns from KLEIN messages, which the slowest can still manage, and (but for DIET) from all of them too.
Results go to benchmarks/vergelijking.json one by one, with the date of the last; docs/begrip.md shows them after
`python -m benchmarks.evalueer --alleen-pagina` or the next `make evaluate`. When models are named, only those are
measured again. The time is that of the processor, so that a busy machine does not count.
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
KLEIN = 3000
ALLEEN_KLEIN = ("diet",)  # more than half an hour on all messages
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
        "diet": lambda: Diet(rondes=25),
    }


def _meet(id_: str, delen: dict[str, Any]) -> dict[str, Any]:
    from benchmarks.vergelijk.eigen import meet_eigen
    from benchmarks.vergelijk.meting import meet

    if id_ == "product":
        return meet_eigen(leer=delen["leer"], toets=delen["toets"])
    return meet(_makers()[id_], **delen)


def _splitsingen() -> dict[str, dict[str, Any]]:
    """The small and the whole training part, read once: training texts may be added while this runs."""
    from benchmarks.vergelijk.proef import splits

    return {
        maat: dict(zip(("leer", "ijkdeel", "toets"), splits(hoogstens=hoogstens), strict=True))
        for maat, hoogstens in (("klein", KLEIN), ("groot", None))
    }


def _meet_beide(id_: str, namen: dict[str, Any], splitsingen: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """One model on the small and on the whole training part."""
    rij: dict[str, Any] = {"id": id_, "naam": namen["modellen"][id_]}
    if id_ in namen["pijplijnen"] and _makers()[id_]() is None:
        return {**rij, "reden": namen["niet_hier"]}
    for maat, delen in splitsingen.items():
        if maat == "groot" and id_ in ALLEEN_KLEIN:
            continue
        rij[maat] = _meet(id_, delen)
        rij[f"n_{maat}"] = {naam: len(deel.berichten) for naam, deel in delen.items()}
        print(id_, maat, rij[maat], flush=True)
    return rij


def main() -> None:
    """Measures the models that were named, and stores each as soon as it is known."""
    namen: dict[str, Any] = yaml.safe_load(NAMEN.read_text(encoding="utf-8"))
    lezer = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lezer.add_argument("model", nargs="*", choices=[*namen["modellen"], []], help="niets: alle")
    gekozen, splitsingen = lezer.parse_args().model or list(namen["modellen"]), _splitsingen()
    for id_ in gekozen:
        rij, eerder = _meet_beide(id_, namen, splitsingen), lees_vergelijking().get("modellen", [])
        gemeten = {r["id"]: r for r in eerder} | {id_: rij}
        inhoud = {
            "datum": datetime.now(ZoneInfo("Europe/Amsterdam")).date().isoformat(),
            "modellen": [gemeten[i] for i in namen["modellen"] if i in gemeten],
        }
        BESTAND.write_text(json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
