"""An assistant at the desk, for tests: types, taps, and looks at the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlmodel import Session, select

from bot.dialogue.engine import Engine
from bot.dialogue.voering import Gespreksvoering, Huis
from bot.domein.bericht import Bericht, Knopdruk
from bot.domein.dossier import Dossier
from bot.domein.lijsten import Rol, VraagId
from bot.services.casus import dossier_van
from bot.services.omgeving import Gebruiker
from bot.storage.tabellen import CasusRow
from nlu.begrip import Begrip, Feiten


class Balie:
    """An assistant at the desk: types (understood by hand or by the model), taps, and looks at the database."""

    def __init__(self, huis: Huis, engine: Engine, *, gemeente: str = "zoetermeer", praktijk: int = 0) -> None:
        self.huis, self.engine = huis, engine
        self.voering = Gespreksvoering(huis, engine)
        self.gebruiker = self.assistent(gemeente=gemeente, praktijk=praktijk)
        self.laatste: list[Bericht] = []

    def assistent(self, *, gemeente: str = "zoetermeer", praktijk: int = 0) -> Gebruiker:
        code = self.huis.protocollen.van(gemeente).praktijken[praktijk].code
        return Gebruiker(f"assistent-{code}", Rol.ASSISTENT, gemeente, praktijk=code)

    async def begrepen(self, begrip: Begrip, *, gesprek: str = "g", wie: Gebruiker | None = None) -> list[Bericht]:
        self.laatste = await self.voering._beurt(wie or self.gebruiker, gesprek, begrip)
        return self.laatste

    async def antwoord(self, vraag: str, waarde: Any) -> list[Bericht]:
        return await self.begrepen(Begrip(antwoorden={vraag: {"antwoord": waarde, "tussendoor": None}}, schoon="x"))

    async def tussendoor(self, id_: str) -> list[Bericht]:
        antwoorden = {vraag.value: {"antwoord": None, "tussendoor": id_} for vraag in VraagId}
        return await self.begrepen(Begrip(tussendoor=id_, antwoorden=antwoorden, schoon="x"))

    async def typ(self, tekst: str, *, gesprek: str = "g", wie: Gebruiker | None = None) -> list[Bericht]:
        self.laatste = await self.voering.zeg(wie or self.gebruiker, gesprek, tekst)
        return self.laatste

    async def tik(self, wat: str, *, gesprek: str = "g", wie: Gebruiker | None = None) -> list[Bericht]:
        """Taps the button whose action ends so, under the last question."""
        knoppen = [knop for bericht in self.laatste for knop in bericht.knoppen]
        knop = next(knop for knop in knoppen if knop.actie.split("|")[2] == wat)
        return await self.druk(knop.actie, gesprek=gesprek, wie=wie)

    async def druk(self, actie: str, *, gesprek: str = "g", wie: Gebruiker | None = None) -> list[Bericht]:
        self.laatste = await self.voering._beurt(wie or self.gebruiker, gesprek, Knopdruk(actie))
        return self.laatste

    async def tot(self, vraag: VraagId) -> None:
        """Plays the case until this question is open."""
        if vraag is VraagId.HULPVRAAG:
            await self.begrepen(Begrip(intent="nlu_fallback", schoon=""))
            return
        await self.begrepen(EERSTE_ZIN.get(vraag, RIJKE_ZIN))
        for open_, waarde in STAPPEN:
            if self.open_vraag is vraag or (vraag in MET_KAART and open_ is VraagId.LEEFGEBIEDEN):
                break
            await self.antwoord(open_.value, waarde)
        if vraag in MET_KAART:
            await self.tik(f"kaart:{vraag.value}")

    @property
    def namen(self) -> list[str]:
        return [bericht.naam for bericht in self.laatste]

    @property
    def open_vraag(self) -> VraagId | None:
        return next((b.vraag for b in reversed(self.laatste) if b.vraag), None)

    def casussen(self) -> list[CasusRow]:
        with self.huis.sessie() as session:
            return list(session.exec(select(CasusRow).order_by(CasusRow.aangemaakt_op, CasusRow.id)))

    def dossier(self) -> Dossier:
        return dossier_van(self.casussen()[-1])

    @contextmanager
    def sessie(self) -> Iterator[Session]:
        with self.huis.sessie() as session:
            yield session


def eerste_zin(**feiten: Any) -> Begrip:
    """A first sentence with two leefgebieden and these facts."""
    return Begrip(
        intent="hulpvraag",
        leefgebieden=(("rouw", 0.9), ("eenzaamheid", 0.8)),
        feiten=Feiten(**feiten),
        schoon="mw alleen sinds overlijden man",
    )


RIJKE_ZIN = eerste_zin(leeftijd=82, leeftijdsgroep="75-84", wijk="Palenstein")
EERSTE_ZIN = {
    VraagId.WIJK: eerste_zin(leeftijdsgroep="75-84"),
    VraagId.LEEFTIJDSGROEP: eerste_zin(wijk="Palenstein"),
}
STAPPEN: tuple[tuple[VraagId, Any], ...] = (
    (VraagId.VEILIG, "geen"),
    (VraagId.LEEFGEBIEDEN, "klopt"),
    (VraagId.VOORSTEL, [1]),
    (VraagId.ROUTE, "contactpersoon"),
    (VraagId.CONTACTROUTE, "praktijk_belt"),
    (VraagId.TOESTEMMING, {"gegeven": True, "door": "zelf"}),
    (VraagId.BEVESTIGEN, "versturen"),
)
MET_KAART = (VraagId.WENS, VraagId.BELEMMERINGEN)
