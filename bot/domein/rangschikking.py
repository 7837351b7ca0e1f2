"""The explained rank of the matching: every point has a reason, and needs are spread over the proposals (pure)."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest

from bot.domein.activiteit import GEMEENTE, Activiteit, Profiel
from bot.domein.geschiktheid import leeftijd_reden
from bot.domein.lijsten import Belemmering, Leefgebied
from bot.domein.zoekvraag import Reden, Zoekbeeld

PUNTEN_LEEFGEBIED = 10
PUNTEN_KERN = 4
"""For an activity that is meant in the first place for what is asked."""
PUNTEN_CONTROLEER = -12
"""An old check costs more than the own wijk brings: a fresh activity elsewhere goes first."""

B = Belemmering


@dataclass(frozen=True)
class Factor:
    """One ground for the rank: the reason shown (`naam`) and what it weighs.

    `bij` limits it to questions with one of these belemmeringen.
    """

    naam: str
    punten: int
    bij: frozenset[Belemmering] = frozenset()


EIGEN_WIJK = Factor("eigen_wijk", 6)
LEEFTIJD_VRAGEN = Factor("leeftijd_vragen", -3)
FACTOREN = (
    Factor("aan_huis", 6, frozenset({B.VERVOER, B.MOBILITEIT, B.NIET_WEG_VAN_HUIS})),
    Factor("respijt", 6, frozenset({B.NIET_WEG_VAN_HUIS})),
    Factor("begeleiding", 8, frozenset({B.DURFT_NIET_ALLEEN})),
    Factor("vervoer_geregeld", 4, frozenset({B.VERVOER})),
    Factor("rolstoel", 1, frozenset({B.MOBILITEIT})),
    Factor("taal", 1, frozenset({B.TAAL})),
    Factor("gratis", 3),
    Factor("minimaregeling", 0, frozenset({B.GELD})),
    Factor("wachtlijst", -5),
)
"""Grounds that hold for anybody; each is a name in `Profiel.eigenschappen`."""


class Weegschaal:
    """ "Weegschaal": weighs activities for one question; equal sets of grounds are added up once."""

    def __init__(self, beeld: Zoekbeeld) -> None:
        """Takes the question and the day."""
        self._beeld = beeld
        self._factoren = [factor for factor in FACTOREN if not factor.bij or factor.bij & beeld.belemmeringen]
        self._som: dict[frozenset[str], int] = {}

    def punten(self, profiel: Profiel) -> int:
        """The weight of an activity, apart from the leefgebieden that it covers."""
        eigenschappen = profiel.eigenschappen
        punten = self._som.get(eigenschappen)
        if punten is None:
            punten = sum(factor.punten for factor in self._factoren if factor.naam in eigenschappen)
            self._som[eigenschappen] = punten
        if profiel.kern in self._beeld.leefgebieden:
            punten += PUNTEN_KERN
        if self._beeld.is_eigen_wijk(profiel):
            punten += EIGEN_WIJK.punten
        if self._beeld.leeftijd_is_onzeker(profiel):
            punten += LEEFTIJD_VRAGEN.punten
        return punten + PUNTEN_CONTROLEER if profiel.gecontroleerd_op < self._beeld.vers_vanaf else punten

    def gronden(self, profiel: Profiel) -> list[str]:
        """The names of the grounds that were weighed, in the order in which they are told."""
        gronden = [factor.naam for factor in self._factoren if factor.naam in profiel.eigenschappen]
        if self._beeld.is_eigen_wijk(profiel):
            gronden.insert(0, EIGEN_WIJK.naam)
        if self._beeld.leeftijd_is_onzeker(profiel):
            gronden.append(LEEFTIJD_VRAGEN.naam)
        return gronden


def redenen(activiteit: Activiteit, beeld: Zoekbeeld) -> tuple[Reden, ...]:
    """Why the activity fits, in words: the leefgebieden first, then where, then what weighed."""
    gebieden = [gebied for gebied in beeld.volgorde if gebied in activiteit.profiel.leefgebieden]
    gebieden.sort(key=lambda gebied: gebied is not activiteit.profiel.kern)
    uit = [
        Reden(_leefgebied_reden(plek, gebied, activiteit), {"leefgebied": gebied})
        for plek, gebied in enumerate(gebieden)
    ]
    gronden = Weegschaal(beeld).gronden(activiteit.profiel)
    if "eigen_wijk" not in gronden and "aan_huis" not in gronden:
        gronden.insert(0, _plaats(activiteit))
    return (*uit, *(_reden(naam, activiteit, beeld) for naam in gronden))


def _leefgebied_reden(plek: int, gebied: Leefgebied, activiteit: Activiteit) -> str:
    if plek > 0:
        return "reden/ook_leefgebied"
    return "reden/kern_leefgebied" if gebied is activiteit.profiel.kern else "reden/leefgebied"


def _plaats(activiteit: Activiteit) -> str:
    if activiteit.aan_huis:
        return "aan_huis"
    return "hele_gemeente" if GEMEENTE in activiteit.werkgebied else "in_de_buurt"


def _reden(naam: str, activiteit: Activiteit, beeld: Zoekbeeld) -> Reden:
    match naam:
        case "eigen_wijk":
            return Reden("reden/eigen_wijk", {"wijk": beeld.vraag.wijk})
        case "taal":
            return Reden("reden/taal", {"talen": ", ".join(activiteit.andere_talen)})
        case "wachtlijst" if activiteit.wachttijd_weken is not None:
            return Reden("reden/wachtlijst_weken", {"weken": str(activiteit.wachttijd_weken)})
        case "leeftijd_vragen":
            return leeftijd_reden("reden", activiteit)
        case _:
            return Reden(f"reden/{naam}")


Gewogen = tuple[int, str, Activiteit]
"""Minus the points, the id, and the activity: sorts the best first, ties by id."""
PerDekking = dict[frozenset[Leefgebied], list[Gewogen]]
"""What may be proposed, by the asked leefgebieden that it covers."""


def spreid(gewogen: PerDekking, beeld: Zoekbeeld, aantal: int) -> Iterator[Gewogen]:
    """The best first, each need once before any need is covered again.

    Args:
        gewogen: The activities that may be proposed, by the asked leefgebieden that they cover.
        beeld: The question.
        aantal: How many at most.
    """
    rijen = {dekking: nsmallest(aantal, rij, key=lambda g: g[:2]) for dekking, rij in gewogen.items()}
    alle: frozenset[Leefgebied] = frozenset().union(*rijen)
    open_ = alle
    for _ in range(aantal):
        over = {dekking: rij[0] for dekking, rij in rijen.items() if rij}
        if not over:
            return
        if all(open_.isdisjoint(dekking) for dekking in over):
            open_ = alle
        sleutels = {_sleutel(kop, nieuw=dekking & open_, beeld=beeld): dekking for dekking, kop in over.items()}
        beste = sleutels[min(sleutels)]
        yield rijen[beste].pop(0)
        open_ -= beste


def _sleutel(kop: Gewogen, *, nieuw: frozenset[Leefgebied], beeld: Zoekbeeld) -> tuple[bool, int, int, str]:
    eerste = min((beeld.volgorde[gebied] for gebied in nieuw), default=len(beeld.volgorde))
    return not nieuw, kop[0] - PUNTEN_LEEFGEBIED * len(nieuw), eerste, kop[1]
