"""What the gate finds: one span (vondst) of one kind, with the reason why."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Vondst:
    """A stretch of text that may not leave the practice.

    `begin` and `eind` (exclusive) are code points of the text as it was typed; `grond` names the list, form or check
    that found it, for tests and tuning, and is never shown or kept.
    """

    begin: int
    eind: int
    soort: str
    tekst: str = ""
    grond: str = ""

    def als_dict(self) -> dict[str, object]:
        """The public form (docs/opdrachten.md), without the reason."""
        return {"soort": self.soort, "begin": self.begin, "eind": self.eind, "tekst": self.tekst}
