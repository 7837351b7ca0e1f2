"""Finding many fixed phrases at once in the words of a note."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nlu.tekst import Tekst

if TYPE_CHECKING:
    from nlu.privacy.ontleding import Ontleding

_WOORD = re.compile(r"[^\W_]+(?:'[^\W\d_]+)*")
_GAT = re.compile(r"[\s\-/.']{0,3}")


def woordreeks(frase: str) -> tuple[str, ...]:
    """The words of a phrase, flattened as in a note."""
    return tuple(_WOORD.findall(Tekst.van(frase).plat))


@dataclass(frozen=True)
class Frasen:
    """A set of phrases, by first word, each with a mark (the list it comes from)."""

    op_eerste: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)

    @classmethod
    def van(cls, frasen: Mapping[str, str]) -> "Frasen":
        """Builds the index from phrase → mark; the longest phrase wins."""
        index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for frase, merk in frasen.items():
            if reeks := woordreeks(frase):
                index.setdefault(reeks[0], []).append((reeks, merk))
        for lijst in index.values():
            lijst.sort(key=lambda paar: -len(paar[0]))
        return cls(index)

    def op(self, o: "Ontleding", i: int) -> tuple[int, str] | None:
        """The end (exclusive) and mark of the longest phrase that starts at word `i`."""
        woorden = o.woorden
        for reeks, merk in self.op_eerste.get(woorden[i].k, ()):
            j = i + len(reeks)
            if j <= len(woorden) and all(
                woorden[i + n].k == reeks[n] and _GAT.fullmatch(o.tussen(i + n - 1)) for n in range(1, len(reeks))
            ):
                return j, merk
        return None

    def zoek(self, o: "Ontleding") -> Iterator[tuple[int, int, str]]:
        """All matches (first word, end, mark) from left to right, none inside another."""
        tot = 0
        for i in [n for n, w in enumerate(o.woorden) if w.k in self.op_eerste]:
            if i >= tot and (treffer := self.op(o, i)):
                yield i, *treffer
                tot = treffer[0]
