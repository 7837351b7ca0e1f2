"""A note as the recognisers see it: the flattened text, its words, and which of them are protected."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from nlu.privacy.frasen import Frasen
from nlu.privacy.lijsten import beschermde_frasen
from nlu.privacy.vondst import Vondst
from nlu.tekst import Tekst

_WOORD = re.compile(r"[^\W_]+(?:'[^\W\d_]+)*")


@lru_cache(maxsize=32)
def _eigen(beschermd: tuple[str, ...]) -> Frasen:
    """The names of one gemeente that may stay, as phrases."""
    return Frasen.van(dict.fromkeys(beschermd, "eigen"))


def _is_afkorting(getypt: str) -> bool:
    """All capitals, or a short word with several ("PsA", "HbA1c")."""
    return getypt.isupper() or (len(getypt) < 6 and sum(t.isupper() for t in getypt) > 1)


@dataclass(frozen=True, slots=True)
class Woord:
    """One word: its place in the flattened text, itself in lower case without accents, and how it was written."""

    begin: int
    eind: int
    k: str
    kap: bool
    kapitalen: bool


@dataclass(frozen=True)
class Ontleding:
    """A note taken apart (ontleding); all places are in `plat`, which keeps the way back to what was typed."""

    tekst: Tekst
    plat: str
    beschermd: tuple[str, ...] = ()
    voorletters: dict[int, bool] = field(default_factory=dict, compare=False, repr=False)
    """What was found out before about words being initials."""

    @classmethod
    def van(cls, tekst: str | Tekst, *, beschermd: Iterable[str] = ()) -> "Ontleding":
        """Takes a note apart; never fails, whatever it holds."""
        t = tekst if isinstance(tekst, Tekst) else Tekst.van(tekst)
        return cls(t, t.plat, tuple(beschermd))

    @cached_property
    def woorden(self) -> list[Woord]:
        """The words in order; the capitals of a note that is all capitals say nothing and do not count."""
        ruw = [(m.start(), m.end(), m.group()) for m in _WOORD.finditer(self.tekst.plat)]
        origineel = self.tekst.origineel
        if origineel.islower() or not origineel:
            return [Woord(b, e, k, kap=False, kapitalen=False) for b, e, k in ruw]
        stuk = [self.tekst.stuk(b, e) for b, e, _ in ruw]
        letters = [t for t in origineel if t.isalpha()]
        schreeuwt = len(letters) > 12 and sum(t.isupper() for t in letters) > 0.6 * len(letters)
        return [
            Woord(b, e, k, not schreeuwt and s[0].isupper(), not schreeuwt and len(s) > 1 and _is_afkorting(s))
            for (b, e, k), s in zip(ruw, stuk, strict=True)
        ]

    def tussen(self, i: int) -> str:
        """What stands between word `i` and the next one (or the end)."""
        eind = self.woorden[i + 1].begin if i + 1 < len(self.woorden) else len(self.plat)
        return self.tekst.plat[self.woorden[i].eind : eind]

    def voor(self, i: int) -> str:
        """What stands between word `i` and the one before it (or the beginning)."""
        begin = self.woorden[i - 1].eind if i else 0
        return self.tekst.plat[begin : self.woorden[i].begin]

    def begint_zin(self, i: int) -> bool:
        """Whether word `i` is the first of a sentence, so that its capital says little."""
        gat = self.voor(i)
        return i == 0 or any(t in gat for t in ".!?:;\n") or '"' in gat or "- " in gat

    @cached_property
    def beschermde_woorden(self) -> frozenset[int]:
        """The numbers of the words that belong to a protected name (wijk, plaats, organisatie)."""
        treffers = [*beschermde_frasen().zoek(self), *_eigen(self.beschermd).zoek(self)]
        return frozenset(n for i, j, _ in treffers for n in range(i, j))

    def zonder(self, vondsten: Iterable[Vondst]) -> "Ontleding":
        """The same note with earlier finds blanked out of `plat`, so that no digit is read twice."""
        weg = tuple(vondsten)
        if not weg:
            return self
        tekens = list(self.plat)
        for v in weg:
            tekens[v.begin : v.eind] = "\x00" * (v.eind - v.begin)
        nieuw = replace(self, plat="".join(tekens))
        for naam in ("woorden", "beschermde_woorden"):
            if naam in self.__dict__:
                nieuw.__dict__[naam] = self.__dict__[naam]
        return nieuw

    def naar_origineel(self, vondst: Vondst) -> Vondst:
        """Moves a find to the places of the text as it was typed, trailing accents included."""
        origineel, plek = self.tekst.origineel, self.tekst.plek
        begin, eind = vondst.begin, vondst.eind
        if plek is not None:
            begin, eind = plek[begin], plek[eind - 1] + 1
        while eind < len(origineel) and unicodedata.category(origineel[eind])[0] == "M":
            eind += 1
        return replace(vondst, begin=begin, eind=eind, tekst=origineel[begin:eind])
