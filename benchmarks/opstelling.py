"""The bot as it runs for real, on a fresh SQLite file with the demo data, and an assistant who plays cases."""

import re
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.meting import BenchFout
from bot.bootstrap import bouw_huis, zaai_demo
from bot.dialogue.engine import Engine
from bot.dialogue.voering import Gespreksvoering, Huis
from bot.domein.bericht import Bericht
from bot.domein.lijsten import Rol, VraagId
from bot.services.omgeving import Gebruiker
from bot.settings import Instellingen
from nlu.begrip import Begrip, Feiten

GEMEENTE = "zoetermeer"
_CODE = re.compile(r"[CFGHJKMPQRWX][0-9A-Z]{2}-[0-9A-Z]{4}")


@dataclass(frozen=True)
class Stap:
    """One message of the assistant, what a person would understand by it, and the question that must come next."""

    tekst: str
    begrip: Begrip
    daarna: VraagId | None


def _antwoord(tekst: str, vraag: VraagId, waarde: Any, *, daarna: VraagId | None) -> Stap:
    begrip = Begrip(antwoorden={vraag.value: {"antwoord": waarde, "tussendoor": None}}, schoon=tekst)
    return Stap(tekst, begrip, daarna)


CASUS: tuple[Stap, ...] = (
    Stap(
        "mw 82 Palenstein, zit sinds overlijden man alleen, kan slecht weg zonder vervoer",
        Begrip(
            intent="hulpvraag",
            leefgebieden=(("rouw", 0.9), ("eenzaamheid", 0.8)),
            feiten=Feiten(leeftijd=82, leeftijdsgroep="75-84", wijk="Palenstein", belemmeringen=("vervoer",)),
            schoon="mw 82 Palenstein, zit sinds overlijden man alleen, kan slecht weg zonder vervoer",
        ),
        VraagId.VEILIG,
    ),
    _antwoord("nee, niets van dat alles", VraagId.VEILIG, "geen", daarna=VraagId.LEEFGEBIEDEN),
    _antwoord("ja klopt", VraagId.LEEFGEBIEDEN, "klopt", daarna=VraagId.VOORSTEL),
    _antwoord("de eerste", VraagId.VOORSTEL, [1], daarna=VraagId.ROUTE),
    _antwoord("via de contactpersoon graag", VraagId.ROUTE, "contactpersoon", daarna=VraagId.CONTACTROUTE),
    _antwoord("wij bellen zelf even door", VraagId.CONTACTROUTE, "praktijk_belt", daarna=VraagId.TOESTEMMING),
    _antwoord(
        "ja, mevrouw vindt het goed",
        VraagId.TOESTEMMING,
        {"gegeven": True, "door": "vertegenwoordiger"},
        daarna=VraagId.BEVESTIGEN,
    ),
    _antwoord("ja, versturen maar", VraagId.BEVESTIGEN, "versturen", daarna=None),
)
MIDDEN = range(1, len(CASUS) - 1)
"""The turns in the middle of the form: an answer that leads to the next question."""


@dataclass
class Opstelling:
    """A desk on its own database.

    Attributes:
        is_getypt: Whether messages are typed, so that the model reads them; else what a person understands by them is
            handed over, which is for a model that does not know Dutch yet.
    """

    huis: Huis
    engine: Engine
    is_getypt: bool
    voering: Gespreksvoering = field(init=False)
    gebruiker: Gebruiker = field(init=False)

    def __post_init__(self) -> None:
        self.voering = Gespreksvoering(self.huis, self.engine)
        self.gebruiker = assistent(self.huis)

    async def beurt(self, gesprek: str, stap: Stap) -> tuple[float, list[Bericht]]:
        """Plays one turn, commit included; its time in milliseconds and what was said.

        Raises:
            BenchFout: Another question came than the one that belongs here.
        """
        begin = time.perf_counter()
        if self.is_getypt:
            berichten = await self.voering.zeg(self.gebruiker, gesprek, stap.tekst)
        else:
            berichten = await self.voering._beurt(self.gebruiker, gesprek, stap.begrip)  # noqa: SLF001
        duur = (time.perf_counter() - begin) * 1000
        if not berichten or berichten[-1].vraag is not stap.daarna:
            raise BenchFout(f"'{stap.tekst}' gaf {[b.naam for b in berichten]} in plaats van {stap.daarna}")
        return duur, berichten

    async def casus(self, gesprek: str) -> list[float]:
        """Plays a whole case; milliseconds a turn."""
        return [(await self.beurt(gesprek, stap))[0] for stap in CASUS]


def assistent(huis: Huis) -> Gebruiker:
    """The assistant of the first practice."""
    code = huis.protocollen.van(GEMEENTE).praktijken[0].code
    return Gebruiker(f"assistent-{code}", Rol.ASSISTENT, GEMEENTE, praktijk=code)


def instellingen(map_: Path, modelmap: Path) -> Instellingen:
    """Settings for a database and a key of their own in this folder."""
    map_.mkdir(parents=True, exist_ok=True)
    return Instellingen(database_url=f"sqlite:///{map_ / 'bench.db'}", var_map=map_, modelmap=modelmap)


def vers_huis(map_: Path, modelmap: Path) -> Huis:
    """A house on a database in this folder, with the demo data."""
    huis = bouw_huis(instellingen(map_, modelmap))
    zaai_demo(huis, GEMEENTE)
    return huis


async def kent_nederlands(huis: Huis, engine: Engine) -> bool:
    """Whether the loaded model reads answers, so that typed messages can be measured."""
    return bool((await engine.begrijp("nee", huis.protocollen.van(GEMEENTE))).antwoorden)


def zonder_code(tekst: str) -> str:
    """A text without case codes, to compare what two bots said."""
    return _CODE.sub("#", tekst)


def metadata(huis: Huis) -> dict[str, list[str]]:
    """What goes with a typed message to Rasa: the names of this gemeente, as `Engine.begrijp` gives them."""
    protocol = huis.protocollen.van(GEMEENTE)
    organisaties = {p.organisatie for p in protocol.contactpersonen} | {p.naam for p in protocol.praktijken}
    return {"wijken": [*protocol.wijken, *protocol.wijk_bijnamen], "organisaties": sorted(organisaties)}
