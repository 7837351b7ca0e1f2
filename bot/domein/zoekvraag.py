"""What is asked of the catalogue, and in which terms the answer is explained."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from bot.domein.activiteit import GEMEENTE, MAX_LEEFTIJD, WSV, Profiel
from bot.domein.lijsten import Belemmering, Leefgebied, Leeftijdsgroep

CONTROLEER_EERST_NA = 6
"""Months after which the last check is old: ranked lower, "controleer eerst"."""
NOOIT_NA = 12
"""Months after which an activity is never proposed."""
OUDER_LEEFTIJD = (18, 64)
"""The age of a parent of a child under 16, who is the client in that child's case."""
VOLWASSEN = 18
GEZIN = frozenset({Leefgebied.OPVOEDING_JEUGD, Leefgebied.RELATIE_GEZIN})
"""Activities for families: their age limits are about the child, unless they are for adults only."""


@dataclass(frozen=True)
class Zoekvraag:
    """ "Zoekvraag": what a case asks of the catalogue; the leefgebieden in the order in which they were understood."""

    leefgebieden: Sequence[Leefgebied]
    wijk: str
    wsv: str
    leeftijdsgroep: Leeftijdsgroep | None = None
    ouder_is_client: bool = False
    belemmeringen: Sequence[Belemmering] = ()


@dataclass(frozen=True)
class Reden:
    """ "Reden": why an activity fits or does not: a key in data/teksten and what fills its blanks."""

    naam: str
    variabelen: dict[str, str] = field(default_factory=dict)


def maanden_eerder(dag: date, maanden: int) -> date:
    """The same day some months ago; the last day of a month where that day does not exist."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 - maanden, 12)
    for dagnummer in (dag.day, 30, 29, 28):
        try:
            return date(jaar, maand + 1, dagnummer)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


@dataclass(frozen=True)
class Zoekbeeld:
    """A zoekvraag on one day, worked out once so that thousands of activities can be held against it."""

    vraag: Zoekvraag
    peildatum: date

    @cached_property
    def leefgebieden(self) -> frozenset[Leefgebied]:
        """What is asked for."""
        return frozenset(self.vraag.leefgebieden)

    @cached_property
    def volgorde(self) -> dict[Leefgebied, int]:
        """The place of each leefgebied in the question; the first one weighs in ties."""
        return {gebied: plek for plek, gebied in enumerate(dict.fromkeys(self.vraag.leefgebieden))}

    @cached_property
    def wijk(self) -> str:
        """Where the patient lives."""
        return self.vraag.wijk

    @cached_property
    def gebieden(self) -> frozenset[str]:
        """The entries in `werkgebied` under which this patient may come."""
        return frozenset({GEMEENTE, self.vraag.wijk, f"{WSV}{self.vraag.wsv}"})

    @cached_property
    def belemmeringen(self) -> frozenset[Belemmering]:
        """What makes it hard to take part."""
        return frozenset(self.vraag.belemmeringen)

    @cached_property
    def laag(self) -> int:
        """The lowest age that the client can have."""
        return self._leeftijd[0]

    @cached_property
    def hoog(self) -> int:
        """The highest age that the client can have."""
        return self._leeftijd[1]

    @property
    def _leeftijd(self) -> tuple[int, int]:
        if self.vraag.ouder_is_client:
            return OUDER_LEEFTIJD
        return self.vraag.leeftijdsgroep.grenzen if self.vraag.leeftijdsgroep else (0, MAX_LEEFTIJD)

    @cached_property
    def kind(self) -> tuple[int, int] | None:
        """The age of the child, when the parent is the client."""
        groep = self.vraag.leeftijdsgroep
        return groep.grenzen if groep and self.vraag.ouder_is_client else None

    @cached_property
    def vers_vanaf(self) -> date:
        """Checked on or after this day: no need to check first."""
        return maanden_eerder(self.peildatum, CONTROLEER_EERST_NA)

    @cached_property
    def bruikbaar_vanaf(self) -> date:
        """Checked before this day: never proposed."""
        return maanden_eerder(self.peildatum, NOOIT_NA)

    def is_eigen_wijk(self, profiel: Profiel) -> bool:
        """Whether the place lies in the patient's wijk; without a fixed place, whether it works for that wijk alone."""
        return profiel.plaats == self.wijk

    def sluit_uit(self, profiel: Profiel) -> frozenset[Belemmering]:
        """The belemmeringen with which this patient, of this wijk, could not join."""
        return profiel.sluit_uit if profiel.plaats == self.wijk else profiel.sluit_uit_elders

    def leeftijd_past(self, profiel: Profiel) -> bool:
        """Whether somebody of this age group can be of the right age.

        When a parent is the client, the age of an activity for families that is not only for adults is the child's.
        """
        laag, hoog = self.kind if self.kind and self._telt_kind(profiel) else (self.laag, self.hoog)
        return laag <= profiel.leeftijd_max and profiel.leeftijd_min <= hoog

    def leeftijd_is_onzeker(self, profiel: Profiel) -> bool:
        """Whether only a part of the age group is welcome, so that it must be asked."""
        if self.vraag.leeftijdsgroep is None or self._telt_kind(profiel):
            return False
        return profiel.leeftijd_min > self.laag or profiel.leeftijd_max < self.hoog

    def _telt_kind(self, profiel: Profiel) -> bool:
        if self.kind is None or profiel.leeftijd_min >= VOLWASSEN:
            return False
        return not GEZIN.isdisjoint(profiel.leefgebieden)
