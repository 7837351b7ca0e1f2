"""The tables of docs/begrip.md, from the figures as they stand in benchmarks/begrip.json."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from benchmarks.evaluatie.fouten import Fout
from benchmarks.statistiek import getal

NIETS = "–"
Cijfer = Mapping[str, Any]


def tabel(kop: Sequence[str], rijen: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    regels = [kop, ["---"] * len(kop), *rijen]
    return "\n".join("| " + " | ".join(regel) + " |" for regel in regels)


def toon(maat: Cijfer | None, *, is_deel: bool = True) -> str:
    """A figure with its interval: as a percentage, or (F1) as a number."""
    if maat is None:
        return NIETS
    if not is_deel:
        return f"{getal(maat['waarde'], 2)} ({getal(maat['laag'], 2)}–{getal(maat['hoog'], 2)})"
    cijfers = 1 if maat["waarde"] > 0.985 else 0
    waarde, laag, hoog = (getal(100 * maat[x], cijfers) for x in ("waarde", "laag", "hoog"))
    return f"{waarde} % ({laag}–{hoog})"


def totalen(streven: Mapping[str, Cijfer], toets: Mapping[str, Cijfer], kruis: Mapping[str, Cijfer]) -> str:
    """The totals: test set, cross-validation, target."""
    rijen = []
    for id_, wat in streven.items():
        is_deel = not id_.endswith("_f1")
        doel = NIETS if wat["streven"] is None else getal(wat["streven"], 2)
        if is_deel and wat["streven"] is not None:
            doel = f"{100 * wat['streven']:.0f} %"
        cellen = [toon(bron.get(id_), is_deel=is_deel) for bron in (toets, kruis)]
        rijen.append([wat["naam"], *cellen, doel])
    return tabel(["wat", "toets", "kruisvalidatie", "streven"], rijen)


def per_label(toets: Mapping[str, Cijfer], kruis: Mapping[str, Cijfer]) -> str:
    """Precision, recall and F1 per label; the interval at F1, and the rest without to keep it readable."""
    kop = ["label", "toets n", "precisie", "recall", "F1", "kruis n", "precisie", "recall", "F1"]
    return tabel(kop, [[naam, *_prf(toets[naam]), *_prf(kruis[naam])] for naam in kruis])


def _prf(rij: Cijfer) -> list[str]:
    return [str(rij["f1"]["n"]), *(toon(rij[x], is_deel=False) for x in ("p", "r", "f1"))]


def per_vraag(toets: Mapping[str, Cijfer], kruis: Mapping[str, Cijfer]) -> str:
    """The share of typed answers that were read right, per question."""
    rijen = [
        [vraag, str(toets.get(vraag, {}).get("n", 0)), toon(toets.get(vraag)), str(kruis[vraag]["n"]),
         toon(kruis[vraag])]
        for vraag in kruis
    ]  # fmt: skip
    return tabel(["open vraag", "toets n", "goed", "kruis n", "goed"], rijen)


def drempels(rijen: Sequence[Cijfer]) -> str:
    """What other thresholds for a flag would give, and what that costs."""
    kop = ["drempel", "vlaggen gevonden", "stoppen terecht", "kosten per 1.000 berichten"]
    return tabel(
        kop,
        [
            [r["drempel"], f"{100 * r['gevonden']:.0f} %", f"{100 * r['terecht']:.0f} %", f"{r['kosten']:.0f}"]
            for r in rijen
        ],
    )


def pijplijnen(per_pijplijn: Mapping[str, Any], bekend: Sequence[str], ids: Mapping[str, Cijfer]) -> str:
    """The totals per Dutch spaCy pipeline, and which one was not there to measure."""
    namen = [*bekend, *(n for n in per_pijplijn if n not in bekend)]
    rijen = []
    for id_, wat in ids.items():
        is_deel = not id_.endswith("_f1")
        cellen = [per_pijplijn.get(n, {}).get("toets", {}).get(id_) for n in namen]
        rijen.append([wat["naam"], *(toon(c, is_deel=is_deel) for c in cellen)])
    gemeten = [per_pijplijn.get(n, {}).get("datum", "niet gemeten") for n in namen]
    return tabel(["toets", *(f"`{n}`" for n in namen)], [["gemeten op", *gemeten], *rijen])


def fouten(lijst: Sequence[Fout], koppen: Mapping[str, str]) -> str:
    """The worst errors, by kind."""
    delen = []
    for soort, kop in koppen.items():
        rijen = [
            [_schoon(f.tekst), _som(f.waar), _som(f.gezegd), f.reden, f"`{f.sleutel}`"]
            for f in lijst
            if f.soort == soort
        ]
        if rijen:
            tekst = tabel(["bericht", "waar", "gezegd", "waarom", "sleutel"], rijen)
            delen.append(f"### {kop}\n\n{tekst}")
    return "\n\n".join(delen)


def _schoon(tekst: str) -> str:
    return tekst.replace("|", "/").replace("<", "‹")


def _som(labels: Sequence[str]) -> str:
    return ", ".join(labels) or "niets"


def vergelijking(inhoud: Mapping[str, Any], *, klein: str, groot: str) -> str:
    """The models beside each other: everything with the small training part, F1 and AP with the whole one too."""
    kop = ["model", f"F1 ({klein})", "ECE", "vlag AP", "vlag gevonden", "ms", "MB", "trainen, s", f"F1 ({groot})",
           "vlag AP"]  # fmt: skip
    rijen = []
    for rij in inhoud["modellen"]:
        if "klein" not in rij:
            rijen.append([rij["naam"], rij["reden"], *[NIETS] * 8])
            continue
        k, g = rij["klein"], rij.get("groot")
        rijen.append(
            [rij["naam"], toon(k["f1"], is_deel=False), getal(k["ece"], 3), getal(k["ap"], 2),
             f"{100 * k['gevonden']:.0f} %", getal(k["ms"], 1), getal(k["mb"], 0 if k["mb"] > 10 else 1),
             getal(k["seconden"], 0), toon(g and g["f1"], is_deel=False), getal(g["ap"], 2) if g else NIETS]
        )  # fmt: skip
    return tabel(kop, rijen)
