"""Formatted text: Telegram's HTML style, read as strictly as its documentation describes it.

Telegram's own parser lets a bare `&` or `>` pass; the documentation says that they "must be replaced", so here a text
that forgot to escape them is refused. Lengths are code points, as in TDLib; offsets of entities are UTF-16 units.
"""

import re
from dataclasses import dataclass, field
from typing import Any, NoReturn

from tests.telegram.nep.fouten import weiger
from tests.telegram.nep.velden import Velden

_SOORT = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_TEKENS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_TEKEN = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-zA-Z]+));")
_EIND = re.compile(r"</([a-zA-Z-]+)\s*>")
_BEGIN = re.compile(r"""<([a-zA-Z-]+)((?:\s+[a-zA-Z-]+(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'|[a-zA-Z0-9.-]+))?)*)\s*>""")
_EIGENSCHAP = re.compile(r"""([a-zA-Z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([a-zA-Z0-9.-]+)))?""")
Opmaak = list[dict[str, Any]]


def utf16(tekst: str) -> int:
    """The length in UTF-16 units."""
    return len(tekst.encode("utf-16-le")) // 2


def lees_tekst(velden: Velden, naam: str, soort: str) -> tuple[str, Opmaak]:
    """The text of a call and its entities, after parsing and trimming; `soort` names the parameter of the entities."""
    ruw, stijl = velden.tekst(naam), velden.tekst("parse_mode")
    if stijl and stijl.lower() != "html":
        weiger("unsupported parse_mode (this fake knows HTML only)")
    tekst, opmaak = ontleed(ruw) if stijl else (ruw, _gegeven(velden.json(soort), ruw))
    return _knip(tekst.replace("\r", ""), opmaak)


def ontleed(ruw: str) -> tuple[str, Opmaak]:
    """Text and entities of an HTML text; refuses what the documentation does not allow."""
    lezer = _Lezer(ruw)
    while lezer.plek < len(ruw):
        lezer.stap()
    if lezer.open:
        _kan_niet(f'Can\'t find end tag corresponding to start tag "{lezer.open[-1].naam}"')
    return "".join(lezer.uit), sorted(lezer.opmaak, key=lambda een: (een["offset"], -een["length"]))


@dataclass
class _Open:
    """A start tag that waits for its end."""

    naam: str
    waarde: dict[str, Any]
    begin: int


@dataclass
class _Lezer:
    ruw: str
    plek: int = 0
    lengte: int = 0
    uit: list[str] = field(default_factory=list)
    opmaak: Opmaak = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)

    def stap(self) -> None:
        teken = self.ruw[self.plek]
        if teken == "&":
            self._teken()
        elif teken == "<":
            self._eind() if self.ruw.startswith("</", self.plek) else self._begin()
        elif teken == ">":
            _kan_niet(f'Character ">" must be escaped at byte offset {self._byte()}')
        else:
            self._schrijf(teken, 1)

    def _schrijf(self, tekst: str, verbruikt: int) -> None:
        self.uit.append(tekst)
        self.lengte += utf16(tekst)
        self.plek += verbruikt

    def _teken(self) -> None:
        gevonden = _TEKEN.match(self.ruw, self.plek)
        if gevonden is None:
            _kan_niet(f'Character "&" must be escaped at byte offset {self._byte()}')
        hexa, getal, naam = gevonden.groups()
        if naam and naam not in _TEKENS:
            _kan_niet(f'Unsupported entity "&{naam};" at byte offset {self._byte()}')
        self._schrijf(_TEKENS[naam] if naam else chr(int(hexa, 16) if hexa else int(getal)), len(gevonden[0]))

    def _begin(self) -> None:
        gevonden = _BEGIN.match(self.ruw, self.plek)
        if gevonden is None:
            _kan_niet(f"Unclosed start tag at byte offset {self._byte()}")
        naam = gevonden[1].lower()
        if naam not in _SOORT:
            _kan_niet(f'Unsupported start tag "{naam}" at byte offset {self._byte()}')
        self.open.append(_Open(naam, self._waarde(naam, gevonden[2]), self.lengte))
        self.plek += len(gevonden[0])

    def _waarde(self, naam: str, eigenschappen: str) -> dict[str, Any]:
        gegeven = {een[1].lower(): een[2] or een[3] or een[4] or "" for een in _EIGENSCHAP.finditer(eigenschappen)}
        boven = [een.naam for een in self.open]
        if {"pre", "code"} & set(boven) and (boven, naam) != (["pre"], "code"):
            _kan_niet(f'Tag "{naam}" is not allowed inside "{boven[-1]}" at byte offset {self._byte()}')
        if naam == "blockquote" and naam in boven:
            _kan_niet(f'Tag "blockquote" can\'t be nested at byte offset {self._byte()}')
        if naam == "span" and gegeven.get("class") != "tg-spoiler":
            _kan_niet(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte()}')
        if naam == "a":
            return {"url": ontleed(gegeven.get("href", ""))[0]}
        if naam == "tg-emoji":
            return {"custom_emoji_id": gegeven.get("emoji-id", "")}
        return {"language": gegeven["class"].removeprefix("language-")} if naam == "code" and "class" in gegeven else {}

    def _eind(self) -> None:
        gevonden = _EIND.match(self.ruw, self.plek)
        if gevonden is None:
            _kan_niet(f"Unclosed end tag at byte offset {self._byte()}")
        if not self.open:
            _kan_niet(f"Unexpected end tag at byte offset {self._byte()}")
        top = self.open.pop()
        if gevonden[1].lower() != top.naam:
            _kan_niet(
                f'Unmatched end tag at byte offset {self._byte()}, expected "</{top.naam}>", found "{gevonden[0]}"'
            )
        in_pre = top.naam == "code" and any(een.naam == "pre" for een in self.open)
        if in_pre:
            self.open[-1].waarde |= top.waarde
        elif self.lengte > top.begin:
            lengte = self.lengte - top.begin
            self.opmaak.append({"type": _SOORT[top.naam], "offset": top.begin, "length": lengte, **top.waarde})
        self.plek += len(gevonden[0])

    def _byte(self) -> int:
        return len(self.ruw[: self.plek].encode())


def _kan_niet(waarom: str) -> NoReturn:
    weiger(f"can't parse entities: {waarom}")


def _gegeven(opmaak: Any, tekst: str) -> Opmaak:
    """Entities that the bot itself computed: they must lie inside the text."""
    lijst: Opmaak = opmaak or []
    if any(een["offset"] < 0 or een["length"] < 1 or een["offset"] + een["length"] > utf16(tekst) for een in lijst):
        weiger("ENTITY_BOUNDS_INVALID")
    return lijst


def _knip(tekst: str, opmaak: Opmaak) -> tuple[str, Opmaak]:
    """Trims as Telegram does, and moves the entities along."""
    voor = len(tekst) - len(tekst.lstrip(" \n"))
    if opmaak:
        voor = min(voor, opmaak[0]["offset"])
    kort = tekst[voor:].rstrip()
    eind = utf16(kort)
    nieuw = []
    for een in opmaak:
        begin = een["offset"] - voor
        lengte = min(een["length"], eind - begin)
        if lengte > 0:
            nieuw.append({**een, "offset": begin, "length": lengte})
    return kort, nieuw
