"""What was expected of a text and what was understood, the same for the test set and for cross-validation."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.evaluatie.maten import Labelmaten, Maat, Trekking, aandeel, meet_labels
from nlu.begrip import Begrip
from nlu.labels import BELEMMERINGEN, LEEFGEBIEDEN, RODE_VLAGGEN, TUSSENDOOR

LIJSTEN: dict[str, tuple[str, ...]] = {
    "leefgebieden": LEEFGEBIEDEN,
    "vlaggen": RODE_VLAGGEN,
    "belemmeringen": BELEMMERINGEN,
}
OPEN_VRAAG = "route"  # the question that is open while something in between is typed
Labels = dict[str, set[str]]


@dataclass(frozen=True, kw_only=True)
class Berichtoordeel:
    """One message: its labels, what was said of it, and the unit that is drawn (its file, or itself)."""

    tekst: str
    eenheid: str
    waar: Labels
    gezegd: Labels
    kansen: dict[str, dict[str, float]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Antwoordoordeel:
    """One typed answer to an open question."""

    tekst: str
    vraag: str
    verwacht: Any
    gekregen: Any

    @property
    def is_goed(self) -> bool:
        """Right; who refused, and the order of a list, do not matter."""
        a, b = self.verwacht, self.gekregen
        if isinstance(a, dict) and isinstance(b, dict) and a.get("gegeven") is False:
            return b.get("gegeven") is False
        if isinstance(a, list) and isinstance(b, list):
            return sorted(map(str, a)) == sorted(map(str, b))
        return bool(a == b)

    @property
    def is_gevaar(self) -> bool:
        """A yes, or "versturen", that nobody said."""
        if self.vraag == "toestemming":
            return _is_ja(self.gekregen) and not _is_ja(self.verwacht)
        return self.vraag == "bevestigen" and self.gekregen == "versturen" and self.verwacht != "versturen"


@dataclass(frozen=True, kw_only=True)
class Tussenoordeel:
    """A command or question in between (`verwacht`), or an ordinary answer (None)."""

    tekst: str
    verwacht: str | None
    gekregen: str | None


def gezegd(begrip: Begrip) -> Labels:
    """What the product would use of a message."""
    return {
        "leefgebieden": {i for i, _ in begrip.leefgebieden},
        "vlaggen": {i for i, _, _ in begrip.rode_vlaggen},
        "belemmeringen": set(begrip.feiten.belemmeringen),
    }


def meet_berichten(oordelen: Sequence[Berichtoordeel]) -> tuple[dict[str, Maat], dict[str, Labelmaten]]:
    """The totals of messages, and the tables per label."""
    trekking = Trekking([o.eenheid for o in oordelen])
    tabellen = {
        soort: meet_labels(
            labels, waar=[o.waar[soort] for o in oordelen], gezegd=[o.gezegd[soort] for o in oordelen],
            trekking=trekking,
        )
        for soort, labels in LIJSTEN.items()
    }  # fmt: skip
    er = [bool(o.waar["vlaggen"]) for o in oordelen]
    stopt = [bool(o.gezegd["vlaggen"]) for o in oordelen]
    return {
        "leefgebieden_f1": tabellen["leefgebieden"].samen["f1"],
        "leefgebieden_precies": tabellen["leefgebieden"].precies,
        "vlag_gevonden": aandeel(stopt, trekking, van=er),
        "vlag_terecht": aandeel(er, trekking, van=stopt),
        "zonder_vlag_door": aandeel([not s for s in stopt], trekking, van=[not e for e in er]),
        "belemmeringen_f1": tabellen["belemmeringen"].samen["f1"],
    }, tabellen


def meet_antwoorden(oordelen: Sequence[Antwoordoordeel]) -> tuple[dict[str, Maat], dict[str, Maat]]:
    """The totals of typed answers, and the share right per question."""
    trekking = Trekking(range(len(oordelen)))
    goed = [o.is_goed for o in oordelen]
    kan_gevaar = [o.vraag in ("toestemming", "bevestigen") for o in oordelen]
    per_vraag = {
        vraag: aandeel(goed, trekking, van=[o.vraag == vraag for o in oordelen])
        for vraag in sorted({o.vraag for o in oordelen})
    }
    geen_gevaar = aandeel([not o.is_gevaar for o in oordelen], trekking, van=kan_gevaar)
    return {"antwoord_goed": aandeel(goed, trekking), "geen_vals_ja": geen_gevaar}, per_vraag


def meet_tussendoor(oordelen: Sequence[Tussenoordeel]) -> dict[str, Maat]:
    """Commands and questions in between with the right id, and ordinary answers that were taken for none."""
    trekking = Trekking(range(len(oordelen)))
    gewoon = [o.verwacht is None for o in oordelen]
    return {
        "tussendoor_goed": aandeel(
            [o.verwacht == o.gekregen for o in oordelen], trekking, van=[o.verwacht in TUSSENDOOR for o in oordelen]
        ),
        "gewoon_antwoord": aandeel([o.gekregen is None for o in oordelen], trekking, van=gewoon),
    }


def _is_ja(waarde: Any) -> bool:
    return isinstance(waarde, dict) and bool(waarde.get("gegeven"))
