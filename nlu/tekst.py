"""Text as every recogniser reads it: flattened (plat) with the way back to the original, words, and clauses."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, TypeVar

_T = TypeVar("_T")

_RECHT = {"‘": "'", "’": "'", "‚": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "…": ".",
          "æ": "a", "ø": "o", "ł": "l", "đ": "d", "ß": "s", "ı": "i"}  # fmt: skip
_ASCII_PLAT = str.maketrans({chr(c): " " for c in (*range(32), 127)})

_GRENS = re.compile(
    r"[.!?;:\n\"()]+(?=\s|$|['\"(])|,(?!\d)|\s[-/]\s|\s(?=(?:maar|want|omdat|zodat|terwijl|hoewel|behalve|alleen nog|"
    r"daarnaast|bovendien|verder|overigens|tussendoor|ondertussen|daarbij|plus|en ook|en nu|en verder|en dan|"
    r"en sinds|"
    r"en heeft|en is|en wil|en kan|en zegt|en er|en ze|en hij|en de|en het|en haar|en zijn)\s)"
)
_WOORD = re.compile(r"[a-z0-9]+(?:['-][a-z0-9]+)*")


def heel_woord(patroon: str) -> re.Pattern[str]:
    """Compiles a pattern that starts and ends at the edge of a word; the first look lets most places go at once.

    It must begin with a letter or a digit: "€" is no word.
    """
    return re.compile(rf"(?=\w)(?<!\w)(?:{patroon})(?!\w)")


@lru_cache(maxsize=4096)  # single characters, so nothing of a message
def _vlak(teken: str) -> str:
    """One character flattened: nothing for an accent on its own, several letters for a ligature."""
    uit = ""
    for deel in unicodedata.normalize("NFKD", _RECHT.get(teken, teken)):
        soort = unicodedata.category(deel)
        if soort[0] != "M":
            klein = deel.lower()
            uit += " " if soort[0] in "CZ" else _RECHT.get(klein, klein)[0]
    return uit


@dataclass(frozen=True)
class Zinsdeel:
    """A clause (zinsdeel): `begin` and `eind` are places in `Tekst.plat`."""

    begin: int
    eind: int
    tekst: str


@dataclass(frozen=True)
class Tekst:
    """A message and its flattened form: lower case, no diacritics, straight quotes, no control characters.

    `plek[i]` is the code point of `origineel` that `plat[i]` came from; None when they are the same.
    """

    origineel: str
    plat: str
    plek: tuple[int, ...] | None = None
    _bewaard: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def eenmaal(self, lees: Callable[["Tekst"], _T]) -> _T:
        """What `lees` finds in this text, worked out once: several recognisers ask for the same."""
        if lees not in self._bewaard:
            self._bewaard[lees] = lees(self)
        uit: _T = self._bewaard[lees]
        return uit

    @classmethod
    def van(cls, origineel: str) -> "Tekst":
        """Flattens a text; never fails, whatever it holds."""
        if origineel.isascii():
            return cls(origineel, origineel.lower().translate(_ASCII_PLAT))
        tekens: list[str] = []
        plek: list[int] = []
        for i, teken in enumerate(origineel):
            for deel in _vlak(teken):
                tekens.append(deel)
                plek.append(i)
        return cls(origineel, "".join(tekens), tuple(plek))

    def stuk(self, begin: int, eind: int) -> str:
        """The part of the original that stands at `plat[begin:eind]`."""
        if self.plek is None or begin >= eind:
            return self.origineel[begin:eind]
        return self.origineel[self.plek[begin] : self.plek[eind - 1] + 1]

    @cached_property
    def woorden(self) -> list[str]:
        """The words of the flattened text, in order."""
        return _WOORD.findall(self.plat)

    @cached_property
    def zinsdelen(self) -> list[Zinsdeel]:
        """The clauses: split on punctuation and on connectives such as "maar" and "verder"."""
        delen: list[Zinsdeel] = []
        begin = 0
        for m in _GRENS.finditer(self.plat):
            self._voeg_toe(delen, begin, m.start())
            begin = m.end()
        self._voeg_toe(delen, begin, len(self.plat))
        return delen

    def _voeg_toe(self, delen: list[Zinsdeel], begin: int, eind: int) -> None:
        ruw = self.plat[begin:eind]
        stuk = ruw.strip(" '\"(),.;:!?-")
        if any(t.isalnum() for t in stuk):
            start = begin + ruw.index(stuk)
            delen.append(Zinsdeel(start, start + len(stuk), stuk))
