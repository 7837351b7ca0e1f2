"""How fast a bot may send: one message a second per chat with a small burst, 30 a second over all chats.

Telegram's FAQ: "avoid sending more than one message per second. We may allow short bursts that go over this limit, but
eventually you'll begin receiving 429 errors", 30 messages per second overall, 20 messages per minute in one group.
"""

import math
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.telegram.nep.fouten import te_veel
from tests.telegram.nep.tijd import Tijd

_BERICHT = "sendMessage"


@dataclass
class Limieten:
    """The limits; `ruim()` gives none, for tests about something else."""

    per_seconde: float = 1.0
    burst: int = 3
    totaal: int = 30
    groep_per_minuut: int = 20

    @classmethod
    def ruim(cls) -> "Limieten":
        return cls(per_seconde=1e6, burst=1_000_000, totaal=1_000_000, groep_per_minuut=1_000_000)


@dataclass
class Verkeer:
    """Counts what is sent, and remembers who was told to wait and did not (`te_vroeg`)."""

    tijd: Tijd
    limieten: Limieten = field(default_factory=Limieten)
    te_vroeg: list[tuple[float, int, str]] = field(default_factory=list)
    _emmers: dict[int, tuple[float, float]] = field(default_factory=dict)
    _dicht: dict[tuple[int, str], float] = field(default_factory=dict)
    _laatste: deque[float] = field(default_factory=deque)
    _groepen: dict[int, deque[float]] = field(default_factory=dict)

    def sluit(self, chat: int, methode: str, wacht: int) -> None:
        """A 429 was handed out: for so many seconds this method does nothing in this chat."""
        self._dicht[chat, _groep(methode)] = self.tijd.nu() + wacht

    def keur_dicht(self, chat: int, methode: str) -> None:
        """Refuses who did not wait for his `retry_after`, and remembers it."""
        rest = self._dicht.get((chat, _groep(methode)), 0.0) - self.tijd.nu()
        if rest > 0:
            self.te_vroeg.append((self.tijd.nu(), chat, methode))
            raise te_veel(math.ceil(rest))

    @contextmanager
    def bericht(self, chat: int) -> Iterator[None]:
        """One message to this chat; refused with the seconds to wait, else counted."""
        nu = self.tijd.nu()
        self._keur(chat, nu)
        yield
        vol, _ = self._emmer(chat, nu)
        self._emmers[chat] = (vol - 1, nu)
        self._laatste.append(nu)
        if chat < 0:
            self._groepen.setdefault(chat, deque()).append(nu)

    def _keur(self, chat: int, nu: float) -> None:
        if (nodig := self._te_kort(chat, nu)) > 0:
            wacht = max(1, math.ceil(nodig))
            self.sluit(chat, _BERICHT, wacht)
            raise te_veel(wacht)
        if (rest := _over(self._laatste, nu, 1.0, self.limieten.totaal)) > 0:
            raise te_veel(max(1, math.ceil(rest)))

    def _te_kort(self, chat: int, nu: float) -> float:
        vol, _ = self._emmer(chat, nu)
        tekort = (1 - vol) / self.limieten.per_seconde if vol < 1 else 0.0
        groep = _over(self._groepen.get(chat, deque()), nu, 60.0, self.limieten.groep_per_minuut)
        return max(tekort, groep)

    def _emmer(self, chat: int, nu: float) -> tuple[float, float]:
        vol, sinds = self._emmers.get(chat, (float(self.limieten.burst), nu))
        return min(float(self.limieten.burst), vol + (nu - sinds) * self.limieten.per_seconde), nu


def _groep(methode: str) -> str:
    """Methods that put a message into the chat share one limit."""
    return _BERICHT if methode.startswith("send") and methode != "sendChatAction" else methode


def _over(tijden: deque[float], nu: float, venster: float, hoogstens: int) -> float:
    """The seconds until there is room again in this window; nothing when there is."""
    while tijden and tijden[0] <= nu - venster:
        tijden.popleft()
    return tijden[0] + venster - nu if len(tijden) >= hoogstens else 0.0
