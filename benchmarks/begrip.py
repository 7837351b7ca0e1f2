"""Cross-validation for who works on a recogniser: `uv run python -m benchmarks.begrip [deel …] [--fouten]`.

The same measuring as `make evaluate` (benchmarks/evaluatie/kruis.py), printed and not stored. `berichten` alone takes
half of the time: what reads answers is then not trained.
"""

import argparse
from collections import Counter
from collections.abc import Sequence

from benchmarks.evaluatie import kruis
from benchmarks.evaluatie.maten import Trekking, meet_labels
from benchmarks.evaluatie.oordeel import LIJSTEN, Antwoordoordeel, Berichtoordeel, Tussenoordeel

DELEN = ("berichten", "antwoorden", "bedoeling")


def tabel(naam: str, labels: Sequence[str], *, waar: list[set[str]], gezegd: list[set[str]]) -> None:
    """Prints precision, recall and F1 per label and together, and the share of exactly right sets."""
    print(f"\n{naam}")
    maten = meet_labels(labels, waar=waar, gezegd=gezegd, trekking=Trekking(range(len(waar)), keer=1))
    for label, rij in (*maten.per_label.items(), ("samen", maten.samen)):
        cijfers = "  ".join(f"{kop} {rij[id_].waarde:.3f}" for kop, id_ in (("P", "p"), ("R", "r"), ("F1", "f1")))
        print(f"  {label:22} n={rij['f1'].n:5}  {cijfers}")
    print(f"  hele verzameling goed {maten.precies.waarde:.3f}")


def toon_berichten(oordelen: Sequence[Berichtoordeel], *, fouten: bool) -> None:
    """Leefgebieden, flags and belemmeringen; with `fouten` each message on which the case stops or goes on wrongly."""
    for soort, labels in LIJSTEN.items():
        tabel(soort, labels, waar=[o.waar[soort] for o in oordelen], gezegd=[o.gezegd[soort] for o in oordelen])
    telling = Counter((bool(o.waar["vlaggen"]), bool(o.gezegd["vlaggen"])) for o in oordelen)
    raak, gemist, vals = telling[True, True], telling[True, False], telling[False, True]
    print(f"  enige vlag: gevonden {raak / max(raak + gemist, 1):.3f}, terecht {raak / max(raak + vals, 1):.3f}")
    for o in oordelen if fouten else ():
        if bool(o.waar["vlaggen"]) != bool(o.gezegd["vlaggen"]):
            print(
                "   ", "gemist" if o.waar["vlaggen"] else "vals", o.waar["vlaggen"] or o.gezegd["vlaggen"], "|", o.tekst
            )


def toon_antwoorden(oordelen: Sequence[Antwoordoordeel], *, fouten: bool) -> None:
    """Per question what was read right, made up, and not read; and a yes that nobody said."""
    print("\nantwoorden")
    for vraag in sorted({o.vraag for o in oordelen}):
        eigen = [o for o in oordelen if o.vraag == vraag]
        verzonnen = sum(o.verwacht is None and o.gekregen is not None for o in eigen)
        gemist = sum(o.verwacht is not None and o.gekregen is None for o in eigen)
        goed = sum(o.is_goed for o in eigen) / len(eigen)
        print(f"  {vraag:16} n={len(eigen):4}  goed {goed:.3f}  verzonnen {verzonnen}  niet gelezen {gemist}")
        for o in eigen if fouten else ():
            if not o.is_goed:
                print("   ", o.verwacht, "<-", o.gekregen, "|", o.tekst)
    goed, gevaar = sum(o.is_goed for o in oordelen), sum(o.is_gevaar for o in oordelen)
    print(f"  samen {goed / len(oordelen):.3f}; ten onrechte ja of versturen: {gevaar}")


def toon_bedoeling(oordelen: Sequence[Tussenoordeel], *, fouten: bool) -> None:
    """Commands and questions with the right id, and ordinary answers taken for one."""
    print("\nbedoeling")
    for naam, is_tussen in (("tussendoor", True), ("gewoon antwoord", False)):
        eigen = [o for o in oordelen if (o.verwacht is not None) == is_tussen]
        goed = sum(o.verwacht == o.gekregen for o in eigen)
        print(f"  {naam:16} n={len(eigen):5}  goed {goed / max(len(eigen), 1):.3f}")
        for o in eigen if fouten else ():
            if o.verwacht != o.gekregen:
                print("   ", o.verwacht, "<-", o.gekregen, "|", o.tekst)


def main() -> None:
    """Runs the parts that were asked for, all by default."""
    invoer = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    invoer.add_argument("deel", nargs="*", choices=[*DELEN, []], help="niets: alles")
    invoer.add_argument("--fouten", action="store_true", help="toon wat misgaat")
    keuze = invoer.parse_args()
    delen = keuze.deel or list(DELEN)
    gelezen = list(kruis.Kruisproef(alleen_berichten=delen == ["berichten"]).lees())
    if "berichten" in delen:
        toon_berichten(kruis.berichten(gelezen), fouten=keuze.fouten)
    if "antwoorden" in delen:
        toon_antwoorden(kruis.antwoorden(gelezen), fouten=keuze.fouten)
    if "bedoeling" in delen:
        toon_bedoeling(kruis.tussendoor(gelezen), fouten=keuze.fouten)


if __name__ == "__main__":
    main()
