"""Measures the understanding on files it was not trained on: `uv run python -m benchmarks.begrip [deel] [--fouten]`.

Berichten: five folds, a file (one writer's round) never on both sides. Answers and intents: five folds over texts,
since each question or intent has one file. Prints per label precision, recall and F1, and the totals that the choices
rest on.
"""

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import yaml
from sklearn.model_selection import KFold

from nlu.antwoorden.kiezer import kies_antwoord
from nlu.antwoorden.lezer import leer_antwoorden
from nlu.bedoeling import KLASSEN, kies_bedoeling, leer_bedoeling, vast_commando, vaste_kansen, verdeel
from nlu.bestanden import NLU_DATA, Antwoordregel, Bericht, lees_antwoorden, lees_berichten
from nlu.feiten.belemmeringen import kies_belemmeringen, leer_belemmeringen
from nlu.feiten.wijk import standaard_wijken
from nlu.kenmerker import Kenmerker, Rijen
from nlu.kern import kerntekst
from nlu.labels import ANTWOORDVRAGEN, BELEMMERINGEN, LEEFGEBIEDEN, RODE_VLAGGEN
from nlu.leefgebieden import kies_leefgebieden, leer_leefgebieden
from nlu.lineair import Lineair, vouwen
from nlu.ontkenning import ontkende
from nlu.tekst import Tekst
from nlu.vlaggen import leer_vlaggen, lees_vlaggen

Vouw = tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]


def _deel(rijen: Rijen, welke: Any) -> Rijen:
    return Rijen(rijen.ijl[welke], rijen.dicht[welke])


def tabel(naam: str, labels: Sequence[str], *, waar: list[set[str]], gezegd: list[set[str]]) -> None:
    """Prints precision, recall and F1 per label and together, and the share of exactly right sets."""
    print(f"\n{naam}")
    som = Counter[str]()
    for label in labels:
        raak = sum(label in w and label in g for w, g in zip(waar, gezegd, strict=True))
        er, ge = sum(label in w for w in waar), sum(label in g for g in gezegd)
        som.update(raak=raak, er=er, ge=ge)
        print(
            f"  {label:22} n={er:4}  P {raak / max(ge, 1):.2f}  R {raak / max(er, 1):.2f}"
            f"  F1 {2 * raak / max(er + ge, 1):.2f}"
        )
    p, r = som["raak"] / max(som["ge"], 1), som["raak"] / max(som["er"], 1)
    goed = sum(w == g for w, g in zip(waar, gezegd, strict=True)) / len(waar)
    print(
        f"  {'samen':22} P {p:.3f}  R {r:.3f}  micro-F1 {2 * p * r / max(p + r, 1e-9):.3f}"
        f"  hele verzameling goed {goed:.3f}"
    )


def meet_berichten(berichten: list[Bericht], *, laat_zien: bool = False) -> None:
    """Leefgebieden, flags and belemmeringen on held-out files."""
    teksten = [Tekst.van(b.tekst) for b in berichten]
    kernen = [kerntekst(t) for t in teksten]
    leef: list[set[str]] = [set() for _ in berichten]
    vlag: list[set[str]] = [set() for _ in berichten]
    bel: list[set[str]] = [set() for _ in berichten]
    kenmerker = Kenmerker.leer(b.tekst for b in berichten)
    rijen = kenmerker.rijen(kernen)
    for leer, toets in vouwen([b.bestand for b in berichten]):
        deel, groep = [berichten[i] for i in leer], [berichten[i].bestand for i in leer]
        modellen = [
            leer_leefgebieden(_deel(rijen, leer), [b.leefgebieden for b in deel], groep),
            leer_vlaggen(_deel(rijen, leer), [b.vlaggen for b in deel]),
            leer_belemmeringen(_deel(rijen, leer), [b.belemmeringen for b in deel], groep),
        ]
        kansen = [m.kansen(_deel(rijen, toets)) for m in modellen]
        drempels = [dict(zip(m.labels, m.drempel.tolist(), strict=True)) for m in modellen]
        for n, i in enumerate(toets):
            k = [dict(zip(m.labels, ks[n].tolist(), strict=True)) for m, ks in zip(modellen, kansen, strict=True)]
            ontkend = {o.id for o in ontkende(teksten[i])}
            leef[i] = {x for x, _ in kies_leefgebieden(k[0], drempels[0], ontkend)[0]}
            vlag[i] = set(lees_vlaggen(teksten[i], k[1], drempels[1])[0])
            bel[i] = set(kies_belemmeringen(teksten[i], k[2], drempels[2]))
    tabel("leefgebieden", LEEFGEBIEDEN, waar=[set(b.leefgebieden) for b in berichten], gezegd=leef)
    tabel("rode vlaggen", RODE_VLAGGEN, waar=[set(b.vlaggen) for b in berichten], gezegd=vlag)
    tabel("belemmeringen", BELEMMERINGEN, waar=[set(b.belemmeringen) for b in berichten], gezegd=bel)
    waar, gezegd = [bool(b.vlaggen) for b in berichten], [bool(v) for v in vlag]
    raak = sum(w and g for w, g in zip(waar, gezegd, strict=True))
    vals = sum(g and not w for w, g in zip(waar, gezegd, strict=True))
    print(
        f"  enige vlag: recall {raak / sum(waar):.3f}, precisie {raak / max(sum(gezegd), 1):.3f}, "
        f"vals alarm op gewone berichten {vals / (len(waar) - sum(waar)):.3f}"
    )
    if laat_zien:
        for b, v in zip(berichten, vlag, strict=True):
            if bool(v) != bool(b.vlaggen):
                print("   ", "gemist" if b.vlaggen else "vals", b.vlaggen or v, "|", b.tekst)


def _vouwen_los(aantal: int) -> Iterator[Vouw]:
    yield from KFold(5, shuffle=True, random_state=1).split(np.arange(aantal))


def meet_antwoorden(regels: list[Antwoordregel], *, laat_zien: bool = False) -> None:
    """Answers per question, and how often something unsaid was taken for a yes or for sending."""
    kenmerker = Kenmerker.leer(r.tekst for r in regels)
    print("\nantwoorden")
    ja_fout = 0
    totaal = Counter[bool]()
    for vraag in ANTWOORDVRAGEN:
        eigen = [r for r in regels if r.vraag == vraag]
        if not eigen:
            continue
        rijen = kenmerker.rijen([r.tekst for r in eigen])
        goed, verzonnen, gemist = 0, 0, 0
        for leer, toets in _vouwen_los(len(eigen)):
            model = leer_antwoorden(_deel(rijen, leer), [eigen[i] for i in leer], vraag)
            kansen = model.kansen(_deel(rijen, toets))
            for n, i in enumerate(toets):
                k = dict(zip(model.labels, kansen[n].tolist(), strict=True))
                gelezen = kies_antwoord(vraag, Tekst.van(eigen[i].tekst), k, wijken=standaard_wijken())
                waar = eigen[i].waarde
                goed += gelezen == waar
                verzonnen += waar is None and gelezen is not None
                gemist += waar is not None and gelezen is None
                ja = gelezen == "versturen" or (isinstance(gelezen, dict) and gelezen.get("gegeven"))
                echt = waar == "versturen" or (isinstance(waar, dict) and waar.get("gegeven"))
                ja_fout += bool(ja and not echt)
                totaal[gelezen == waar] += 1
                if laat_zien and gelezen != waar:
                    print("   ", vraag, waar, "<-", gelezen, "|", eigen[i].tekst)
        print(
            f"  {vraag:16} n={len(eigen):4}  goed {goed / len(eigen):.3f}  verzonnen {verzonnen}  niet gelezen {gemist}"
        )
    print(f"  samen {totaal[True] / sum(totaal.values()):.3f}; ten onrechte ja of versturen: {ja_fout}")


def _intentvoorbeelden() -> list[tuple[str, str]]:
    uit: list[tuple[str, str]] = []
    for pad in sorted(NLU_DATA.glob("*.yml")):
        for blok in yaml.safe_load(pad.read_text(encoding="utf-8")).get("nlu", []):
            klasse = blok["intent"].split("/")[-1]
            regels = re.findall(r"^- (.+)$", blok["examples"], re.MULTILINE)
            uit += [(regel.strip(), klasse) for regel in regels if klasse in KLASSEN]
    return uit


def meet_bedoeling(extra: list[tuple[str, str]], *, laat_zien: bool = False) -> None:
    """Intents: share right, and how often an ordinary answer or question for help is taken for something in between."""
    paren = _intentvoorbeelden() + extra
    kenmerker = Kenmerker.leer(t for t, _ in paren)
    rijen = kenmerker.rijen([t for t, _ in paren])
    goed: Counter[str] = Counter()
    aantal: Counter[str] = Counter()
    mis: Counter[str] = Counter()
    for leer, toets in _vouwen_los(len(paren)):
        model: Lineair = leer_bedoeling(_deel(rijen, leer), [paren[i][1] for i in leer], [paren[i][0] for i in leer])
        for i in toets:
            tekst, waar = paren[i]
            vast = vast_commando(Tekst.van(tekst))
            k = vaste_kansen(vast) if vast else verdeel(model, _deel(rijen, [i]))
            intent, tussen = kies_bedoeling(k, heeft_hulpvraag=waar == "hulpvraag")
            gezegd = tussen["id"] if tussen else intent["name"]
            soort = waar if waar in ("hulpvraag", "antwoord", "buiten_onderwerp") else "tussendoor"
            goed[soort] += gezegd == waar
            aantal[soort] += 1
            mis[soort] += gezegd == "nlu_fallback"
            if laat_zien and gezegd != waar:
                print("   ", waar, "<-", gezegd, "|", tekst)
    print("\nbedoeling")
    for soort in aantal:
        print(
            f"  {soort:18} n={aantal[soort]:5}  goed {goed[soort] / aantal[soort]:.3f}"
            f"  niet begrepen {mis[soort] / aantal[soort]:.3f}"
        )


def main() -> None:
    """Runs the parts that were asked for, all by default."""
    invoer = argparse.ArgumentParser(description=__doc__)
    invoer.add_argument("deel", nargs="*", help="berichten, antwoorden, bedoeling; niets: alles")
    invoer.add_argument("--fouten", action="store_true", help="toon wat misgaat")
    keuze = invoer.parse_args()
    berichten, antwoorden = lees_berichten(), lees_antwoorden()
    extra = [
        (b.tekst, "hulpvraag" if b.leefgebieden or b.vlaggen else "buiten_onderwerp")
        for b in berichten
        if not b.ontkend
    ]
    extra += [(a.tekst, "antwoord") for a in antwoorden if a.waarde is not None]
    delen: dict[str, Callable[[], None]] = {
        "berichten": lambda: meet_berichten(berichten, laat_zien=keuze.fouten),
        "antwoorden": lambda: meet_antwoorden(antwoorden, laat_zien=keuze.fouten),
        "bedoeling": lambda: meet_bedoeling(extra, laat_zien=keuze.fouten),
    }
    for naam, doe in delen.items():
        if not keuze.deel or naam in keuze.deel:
            doe()


if __name__ == "__main__":
    main()
