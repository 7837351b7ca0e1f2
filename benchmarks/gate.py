"""Measures the privacy gate on the notes: recall and precision per kind, and the share of clean notes untouched.

    uv run --no-sync python benchmarks/gate.py [--fouten] [--bestand n01-haast.txt …] [--tijd]

A span counts as found when every letter and digit of it is cut, whatever the kind; "geraakt" when one is. Precision
counts the finds that touch a span. `--fouten` prints each miss and each false find.
"""

import argparse
import time
from collections import Counter

from nlu.bestanden import Notitie, lees_notities
from nlu.labels import SOORTEN
from nlu.privacy import filter_tekst


def meet(notities: list[Notitie], *, fouten: bool = False) -> dict[str, float]:
    """Prints the table and returns the figures that have a floor: medisch, identificerend, schoon."""
    totaal, bedekt, geraakt, gevonden, goed = (Counter[str]() for _ in range(5))
    schoon = ongemoeid = 0
    for n in notities:
        vondsten = filter_tekst(n.tekst).gevonden
        weg = {p for v in vondsten for p in range(v.begin, v.eind)}
        for begin, eind, soort in n.spans:
            plaatsen = [p for p in range(begin, eind) if n.tekst[p].isalnum()]
            totaal[soort] += 1
            bedekt[soort] += all(p in weg for p in plaatsen)
            geraakt[soort] += any(p in weg for p in plaatsen)
            if fouten and not all(p in weg for p in plaatsen):
                deel = "DEELS" if any(p in weg for p in plaatsen) else "MIST "
                print(f"{deel} {soort:8} [{n.tekst[begin:eind]}]  <- {n.bestand[:3]} {n.tekst}")
        for v in vondsten:
            raak = any(v.begin < e and b < v.eind for b, e, _ in n.spans)
            gevonden[v.soort] += 1
            goed[v.soort] += raak
            if fouten and not raak:
                print(f"ONTERECHT {v.soort:8} [{v.tekst}] ({v.grond})  <- {n.bestand[:3]} {n.tekst}")
        if not n.spans:
            schoon += 1
            ongemoeid += not vondsten
    print(f"{'soort':15}{'spans':>7}{'bedekt':>9}{'geraakt':>9}{'precisie':>10}")
    for soort in SOORTEN:
        if totaal[soort] or gevonden[soort]:
            t, g = max(totaal[soort], 1), max(gevonden[soort], 1)
            print(
                f"{soort:15}{totaal[soort]:7}{bedekt[soort] / t:9.3f}{geraakt[soort] / t:9.3f}{goed[soort] / g:10.3f}"
            )
    ident = [s for s in SOORTEN if s != "medisch"]
    cijfers = {
        "medisch": geraakt["medisch"] / max(totaal["medisch"], 1),
        "identificerend": sum(geraakt[s] for s in ident) / max(sum(totaal[s] for s in ident), 1),
        "schoon": ongemoeid / max(schoon, 1),
    }
    print(f"notities {len(notities)}, schoon {schoon}; " + ", ".join(f"{k} {v:.3f}" for k, v in cijfers.items()))
    return cijfers


def main() -> None:
    """Reads the arguments and prints the tables."""
    lezer = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lezer.add_argument("--fouten", action="store_true")
    lezer.add_argument("--bestand", nargs="*", default=[])
    lezer.add_argument("--tijd", action="store_true")
    keuze = lezer.parse_args()
    notities = [n for n in lees_notities() if not keuze.bestand or n.bestand.startswith(tuple(keuze.bestand))]
    filter_tekst("warm")
    begin = time.perf_counter()
    meet(notities, fouten=keuze.fouten)
    if keuze.tijd:
        duur = (time.perf_counter() - begin) / max(len(notities), 1) * 1000
        print(f"{duur:.2f} ms per notitie, eerste woorden meegeteld")


if __name__ == "__main__":
    main()
