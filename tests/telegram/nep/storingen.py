"""Faults: planned one by one, or drawn from a seeded lottery; every one that happened is in the log."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from tests.telegram.nep.tijd import Tijd


class Soort(StrEnum):
    """What can go wrong with a call, or with the delivery of an update."""

    TE_VEEL = "429"
    SERVERFOUT = "500"
    POORTFOUT = "502"  # as nginx in front of Telegram answers: HTML, no JSON
    TIME_OUT_VOOR = "time-out voor"  # nothing happened, and no answer
    TIME_OUT_NA = "time-out na"  # it happened, and no answer
    VERBROKEN_VOOR = "verbroken voor"  # nothing happened, connection reset
    VERBROKEN_NA = "verbroken na"  # it happened, connection reset
    TRAAG = "traag"
    DUBBEL = "dubbel"  # the update comes twice
    LAAT = "laat"  # the update comes after later ones
    LAAT_CHAT = "laat, hele chat"  # the same, and what follows in this chat waits with it


VAN_UPDATES = frozenset({Soort.DUBBEL, Soort.LAAT, Soort.LAAT_CHAT})
NA_VERWERKING = frozenset({Soort.TIME_OUT_NA, Soort.VERBROKEN_NA})


@dataclass
class Plan:
    """A fault that waits for a call (`methode`, `chat`: empty means any) after `sla_over` calls that go well."""

    soort: Soort
    methode: str | None = None
    chat: int | None = None
    keer: int = 1
    sla_over: int = 0
    wacht: float = 1.0

    def past(self, methode: str, chat: int | None) -> bool:
        hier = self.methode is None or self.methode.lower() == methode.lower()
        return hier and (self.chat is None or self.chat == chat)


@dataclass(frozen=True)
class Gebeurd:
    """A fault that happened; `wacht` is the retry_after, the delay of an answer or how late an update is."""

    tijd: float
    soort: Soort
    methode: str
    chat: int | None
    wacht: float

    def als_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass
class Loterij:
    """Chances per kind of fault, drawn per call or update; the same seed draws the same."""

    seed: int
    kansen: Mapping[Soort, float]
    methoden: Sequence[str] = ()
    wacht: tuple[float, float] = (1.0, 3.0)
    trekking: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.trekking = random.Random(self.seed)

    def trek(self, methode: str, soorten: frozenset[Soort]) -> tuple[Soort, float] | None:
        lot, wacht = self.trekking.random(), self.trekking.uniform(*self.wacht)
        if self.methoden and methode.lower() not in (naam.lower() for naam in self.methoden):
            return None
        for soort in sorted(soorten & self.kansen.keys()):
            lot -= self.kansen[soort]
            if lot < 0:
                return soort, wacht
        return None


class Storingen:
    """Decides per call and per update whether something goes wrong."""

    def __init__(self, tijd: Tijd) -> None:
        self._tijd = tijd
        self.plannen: list[Plan] = []
        self.lotto: Loterij | None = None
        self.log: list[Gebeurd] = []

    def plan(self, soort: str, methode: str | None = None, **hoe: Any) -> None:
        self.plannen.append(Plan(Soort(soort), methode, **hoe))

    def loterij(self, seed: int, kansen: Mapping[str, float], **hoe: Any) -> None:
        """Starts the lottery; no chances end it."""
        self.lotto = Loterij(seed, {Soort(soort): kans for soort, kans in kansen.items()}, **hoe) if kansen else None

    def bij_aanroep(self, methode: str, chat: int | None) -> Gebeurd | None:
        return self._kies(methode, chat, frozenset(Soort) - VAN_UPDATES)

    def bij_update(self, chat: int) -> Gebeurd | None:
        return self._kies("update", chat, VAN_UPDATES)

    def _kies(self, methode: str, chat: int | None, soorten: frozenset[Soort]) -> Gebeurd | None:
        gekozen = self._gepland(methode, chat, soorten)
        if gekozen is None and self.lotto is not None:
            gekozen = self.lotto.trek(methode, soorten)
        if gekozen is None:
            return None
        gebeurd = Gebeurd(self._tijd.nu(), gekozen[0], methode, chat, gekozen[1])
        self.log.append(gebeurd)
        return gebeurd

    def _gepland(self, methode: str, chat: int | None, soorten: frozenset[Soort]) -> tuple[Soort, float] | None:
        for plan in self.plannen:
            if plan.soort not in soorten or not plan.past(methode, chat):
                continue
            if plan.sla_over:
                plan.sla_over -= 1
                continue
            plan.keer -= 1
            if plan.keer <= 0:
                self.plannen.remove(plan)
            return plan.soort, plan.wacht
        return None
