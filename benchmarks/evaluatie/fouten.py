"""The worst remaining errors of the cross-validation, each with a word why; never of the test set."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from benchmarks.evaluatie.oordeel import Berichtoordeel
from nlu.labels import LEEFGEBIEDEN, RODE_VLAGGEN
from nlu.leefgebiedterm import tekens
from nlu.ontkenning import is_vroeger, ontkende
from nlu.tekst import Tekst
from nlu.vlagpatroon import hints, zoek_vlaggen

REDENEN = Path(__file__).resolve().parent / "redenen.yml"
AANTALLEN = {"vlag_gemist": 20, "vlag_te_veel": 10, "leefgebied_gemist": 10, "leefgebied_te_veel": 10}
_KORT = 8  # words
_ANDER = re.compile(
    r"\b(?:dochter|zoon|buur\w+|zus|broer|schoon\w+|nicht|neef|vriendin|collega|partner|echtgenote?|thuiszorg|"
    r"apotheek|juf|moeder|vader|mantelzorger|vrijwilliger|kapper|fysio|wijkverpl\w+)\b(?: \w+){0,4} "
    r"(?:belt|vertelt|zegt|meldt|vraagt|zag|ziet|maakt|hoorde|vond|vindt|kwam|appt|mailt|denkt)\b"
)


@dataclass(frozen=True, kw_only=True)
class Fout:
    """One message that was understood wrongly."""

    soort: str
    label: str
    tekst: str
    waar: tuple[str, ...]
    gezegd: tuple[str, ...]
    hoe_erg: float  # how far the chance lay on the wrong side
    reden: str

    @property
    def sleutel(self) -> str:
        """The key in redenen.yml."""
        return sleutel(self.tekst)


def sleutel(tekst: str) -> str:
    """Ten characters that stay the same as long as the words do."""
    return hashlib.sha256(" ".join(Tekst.van(tekst).woorden).encode()).hexdigest()[:10]


def ergste(oordelen: Sequence[Berichtoordeel]) -> list[Fout]:
    """The worst errors of each kind; a message stands there once."""
    alle = sorted((f for o in oordelen for f in _fouten(o)), key=_volgorde)
    uit: list[Fout] = []
    for soort, aantal in AANTALLEN.items():
        staat = {f.tekst for f in uit}
        eerste = {f.tekst: f for f in reversed(alle) if f.soort == soort and f.tekst not in staat}
        uit += sorted(eerste.values(), key=_volgorde)[:aantal]
    return uit


def _volgorde(fout: Fout) -> tuple[float, str]:
    return -fout.hoe_erg, fout.tekst


def _fouten(o: Berichtoordeel) -> list[Fout]:
    uit = []
    for lijst, naam, labels in (("vlaggen", "vlag", RODE_VLAGGEN), ("leefgebieden", "leefgebied", LEEFGEBIEDEN)):
        waar, gezegd = o.waar[lijst], o.gezegd[lijst]
        if naam == "vlag" and waar and gezegd:
            continue  # the case stops; which card is shown is in the picture
        kansen = o.kansen.get(lijst, {})
        for label in labels:
            kans = kansen.get("enige", kansen.get(label, 0.0))
            if label in waar - gezegd:
                uit.append(_fout(o, f"{naam}_gemist", label, hoe_erg=1 - kans))
            elif label in gezegd - waar:
                uit.append(_fout(o, f"{naam}_te_veel", label, hoe_erg=kans))
    return uit


def _fout(o: Berichtoordeel, soort: str, label: str, *, hoe_erg: float) -> Fout:
    lijst = "vlaggen" if soort.startswith("vlag") else "leefgebieden"
    return Fout(
        soort=soort, label=label, tekst=o.tekst, hoe_erg=hoe_erg, reden=_reden(o, soort, label),
        waar=tuple(sorted(o.waar[lijst])), gezegd=tuple(sorted(o.gezegd[lijst])),
    )  # fmt: skip


@lru_cache(maxsize=1)
def _redenen() -> dict[str, Any]:
    inhoud: dict[str, Any] = yaml.safe_load(REDENEN.read_text(encoding="utf-8"))
    return inhoud


def _reden(o: Berichtoordeel, soort: str, label: str) -> str:
    """The reason that was written by hand for this message, else the first cause that can be measured."""
    met_de_hand = (_redenen()["met_de_hand"] or {}).get(sleutel(o.tekst))
    if met_de_hand:
        return str(met_de_hand)
    tekst = Tekst.van(o.tekst)
    past = (oorzaak for oorzaak in _OORZAKEN[soort] if _TOETS[oorzaak](tekst, label, o))
    return str(_redenen()["oorzaken"][next(past, "andere_woorden")])


def _genoemd(tekst: Tekst, label: str) -> bool:
    """A word of this label stands in the text."""
    if label in RODE_VLAGGEN:
        return label in hints(tekst) or any(v.id == label for v in zoek_vlaggen(tekst))
    return tekens(tekst.plat)[LEEFGEBIEDEN.index(label)] > 0


def _ontkend(tekst: Tekst, label: str) -> bool:
    if label in RODE_VLAGGEN:
        return any(v.id == label and v.hoe != "nu" for v in zoek_vlaggen(tekst))
    return any(o.id == label for o in ontkende(tekst, LEEFGEBIEDEN))


_TOETS: dict[str, Callable[[Tekst, str, Berichtoordeel], bool]] = {
    "ontkenning": lambda t, label, _: _ontkend(t, label),
    "vroeger": lambda t, _label, _o: is_vroeger(t.plat),
    "zonder_sleutelwoord": lambda t, label, _: not _genoemd(t, label),
    "sleutelwoord_anders": lambda t, label, _: _genoemd(t, label),
    "derde_persoon": lambda t, _label, _o: bool(_ANDER.search(t.plat)),
    "kort": lambda t, _label, _o: len(t.woorden) < _KORT,
    "twee_domeinen": lambda _t, _label, o: len(o.waar["leefgebieden"]) > 1,
    "naast_hulpvraag": lambda _t, _label, o: bool(o.waar["leefgebieden"]),
}
_OORZAKEN = {
    "vlag_gemist": ("ontkenning", "vroeger", "naast_hulpvraag", "derde_persoon", "kort", "zonder_sleutelwoord"),
    "vlag_te_veel": ("ontkenning", "vroeger", "sleutelwoord_anders", "derde_persoon"),
    "leefgebied_gemist": ("ontkenning", "twee_domeinen", "zonder_sleutelwoord", "derde_persoon", "kort"),
    "leefgebied_te_veel": ("ontkenning", "sleutelwoord_anders", "twee_domeinen", "derde_persoon"),
}


def redenen_geteld(fouten: Sequence[Fout]) -> list[tuple[str, int]]:
    """How often each reason occurs, the most frequent first."""
    return sorted(Counter(f.reden.partition(":")[0] for f in fouten).items(), key=lambda paar: (-paar[1], paar[0]))
