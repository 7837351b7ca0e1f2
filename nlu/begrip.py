"""Begrip: what the NLU graph understood of one message, as one value for everything after it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Feiten:
    """Facts that the text itself says (feiten); None or empty where it says nothing."""

    leeftijd: int | None = None
    leeftijdsgroep: str | None = None
    wijk: str | None = None
    belemmeringen: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Begrip:
    """What was understood (begrip): ids, chances and facts.

    Only `rode_vlaggen[].grond`, `gevonden[].tekst` and `tekst` hold pieces of the message as it was typed.
    """

    tekst: str = ""
    intent: str = "nlu_fallback"
    kans: float = 0.0
    tussendoor: str | None = None
    tussendoor_kans: float = 0.0
    leefgebieden: tuple[tuple[str, float], ...] = ()
    leefgebieden_twijfel: tuple[tuple[str, float], ...] = ()
    ontkend: tuple[str, ...] = ()
    rode_vlaggen: tuple[tuple[str, float, str], ...] = ()
    vlaggen_vroeger: tuple[str, ...] = ()
    feiten: Feiten = Feiten()
    buiten: bool = False
    antwoorden: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    gevonden: tuple[tuple[str, int, int, str], ...] = ()
    schoon: str = ""

    @classmethod
    def from_parse(cls, parse_data: Mapping[str, Any]) -> "Begrip":
        """Reads Rasa's parse (or one made by `to_parse`); what is missing gets its default."""
        intent = parse_data.get("intent") or {}
        tussendoor = parse_data.get("tussendoor") or {}
        feiten = parse_data.get("feiten") or {}
        tekst = str(parse_data.get("text") or "")
        return cls(
            tekst=tekst,
            intent=str(intent.get("name") or "nlu_fallback"),
            kans=float(intent.get("confidence") or 0.0),
            tussendoor=tussendoor.get("id"),
            tussendoor_kans=float(tussendoor.get("kans") or 0.0),
            leefgebieden=_paren(parse_data.get("leefgebieden")),
            leefgebieden_twijfel=_paren(parse_data.get("leefgebieden_twijfel")),
            ontkend=tuple(parse_data.get("ontkend") or ()),
            rode_vlaggen=tuple(
                (v["id"], float(v["kans"]), str(v.get("grond") or "")) for v in parse_data.get("rode_vlaggen") or ()
            ),
            vlaggen_vroeger=tuple(parse_data.get("vlaggen_vroeger") or ()),
            feiten=Feiten(
                leeftijd=feiten.get("leeftijd"),
                leeftijdsgroep=feiten.get("leeftijdsgroep"),
                wijk=feiten.get("wijk"),
                belemmeringen=tuple(feiten.get("belemmeringen") or ()),
            ),
            buiten=bool(parse_data.get("buiten")),
            antwoorden=dict(parse_data.get("antwoorden") or {}),
            gevonden=tuple(
                (g["soort"], int(g["begin"]), int(g["eind"]), str(g.get("tekst") or ""))
                for g in parse_data.get("gevonden") or ()
            ),
            schoon=str(parse_data.get("schoon", tekst)),
        )

    def to_parse(self, *, met_grond: bool) -> dict[str, Any]:
        """The parse as Rasa takes it (`UserMessage(parse_data=…)`), JSON-safe.

        Args:
            met_grond: False leaves out every raw piece of the message: `text` is then the cleaned text, `grond` and
                the found pieces are empty. That is the only form that may be stored.
        """
        return {
            "text": self.tekst if met_grond else self.schoon,
            "intent": {"name": self.intent, "confidence": self.kans},
            "entities": [],
            "tussendoor": {"id": self.tussendoor, "kans": self.tussendoor_kans} if self.tussendoor else None,
            "leefgebieden": [{"id": i, "kans": k} for i, k in self.leefgebieden],
            "leefgebieden_twijfel": [{"id": i, "kans": k} for i, k in self.leefgebieden_twijfel],
            "ontkend": list(self.ontkend),
            "rode_vlaggen": [{"id": i, "kans": k, "grond": g if met_grond else ""} for i, k, g in self.rode_vlaggen],
            "vlaggen_vroeger": list(self.vlaggen_vroeger),
            "feiten": {
                "leeftijd": self.feiten.leeftijd,
                "leeftijdsgroep": self.feiten.leeftijdsgroep,
                "wijk": self.feiten.wijk,
                "belemmeringen": list(self.feiten.belemmeringen),
            },
            "buiten": self.buiten,
            "antwoorden": {vraag: dict(gelezen) for vraag, gelezen in self.antwoorden.items()},
            "gevonden": [
                {"soort": s, "begin": b, "eind": e, "tekst": t if met_grond else ""} for s, b, e, t in self.gevonden
            ],
            "schoon": self.schoon,
        }

    def antwoord(self, vraag: str) -> Any:
        """The answer when `vraag` was open (docs/opdrachten.md, column antwoord); None: no clear answer."""
        return (self.antwoorden.get(vraag) or {}).get("antwoord")

    def tussendoor_bij(self, vraag: str | None) -> str | None:
        """What the message is instead of, or besides, an answer to `vraag` (None: no question was open)."""
        if vraag is None or vraag not in self.antwoorden:
            return self.tussendoor
        gelezen: str | None = self.antwoorden[vraag].get("tussendoor")
        return gelezen


def _paren(rijen: Any) -> tuple[tuple[str, float], ...]:
    return tuple((r["id"], float(r["kans"])) for r in rijen or ())
