"""Plays one trial script through the real engine, gate, services and storage, and reports all that came of it."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any

from sqlmodel import Session, select

from bot.dialogue.voering import Gespreksvoering, Huis
from bot.domein.bericht import Bericht
from bot.domein.lijsten import Extra, Rol, VraagId
from bot.opdrachten.proefscript import OPTIONEEL, Daarna, Proefscript
from bot.services.casus import dossier_van
from bot.services.omgeving import Gebruiker
from bot.services.overdracht import NEDERLAND
from bot.services.termijnen import tel_werkdagen
from bot.storage.tabellen import CasusGebeurtenisRow, CasusRow

GESPREK = "proef"
MAX_BEURTEN = 60


@dataclass
class Verloop:
    """What was said and done while a script was played."""

    transcript: list[dict[str, Any]] = field(default_factory=list)
    gevraagd: list[str] = field(default_factory=list)
    fouten: list[str] = field(default_factory=list)
    interacties: int = 0


class Proefspel:
    """One script in one fresh database."""

    def __init__(self, huis: Huis, voering: Gespreksvoering, script: Proefscript) -> None:
        self._huis, self._voering, self.script = huis, voering, script
        self._protocol = huis.protocollen.van(script.gemeente or huis.standaard_gemeente)
        praktijk = script.praktijk or self._protocol.praktijken[0].code
        self.assistent = Gebruiker(
            account_id=f"assistent-{praktijk}", rol=Rol.ASSISTENT, gemeente=self._protocol.gemeente, praktijk=praktijk
        )
        self.verloop = Verloop()
        self._open: Bericht | None = None
        self._beurten: dict[str, int] = {}
        self._tussendoor_gezegd: set[str] = set()
        self._optioneel_gezegd: set[str] = set()

    async def speel(self) -> Verloop:
        """Plays the case to its outcome, then what others do afterwards."""
        await self._typ(self._volgende("hulpvraag") or "")
        for _ in range(MAX_BEURTEN):
            casus = self.casus()
            if casus is not None and casus.uitkomst is not None:
                break
            if not await self._beantwoord_open_vraag():
                break
        await self._sluit_af()
        for stap in self.script.daarna:
            await self._daarna(stap)
        return self.verloop

    def casus(self) -> CasusRow | None:
        """The case as it stands in the database."""
        with self._huis.sessie() as session:
            return _los(session, session.exec(select(CasusRow).order_by(CasusRow.aangemaakt_op.desc())).first())  # type: ignore[attr-defined]

    async def _beantwoord_open_vraag(self) -> bool:
        vraag = self._open.vraag if self._open else None
        if vraag is None:
            vraag = VraagId.HULPVRAAG
        if vraag.value in self.script.tussendoor and vraag.value not in self._tussendoor_gezegd:
            self._tussendoor_gezegd.add(vraag.value)
            gezegd = self.script.tussendoor[vraag.value]
            for tekst in [gezegd] if isinstance(gezegd, str) else gezegd:
                await self._typ(tekst)
            return True
        if await self._vul_kaart_aan(vraag):
            return True
        return await self._typ_antwoord(vraag)

    async def _typ_antwoord(self, vraag: VraagId) -> bool:
        for _poging in range(2):
            tekst = self._volgende(vraag.value)
            if tekst is None:
                self.verloop.fouten.append(self._huis.teksten.vul("proef/geen_antwoord", vraag=vraag.value))
                return False
            voor = self._stap()
            await self._typ(tekst)
            if self._stap() != voor:
                return True
        self.verloop.fouten.append(self._huis.teksten.vul("proef/niet_begrepen", vraag=vraag.value))
        return False

    async def _vul_kaart_aan(self, vraag: VraagId) -> bool:
        """The optional parts of a card, when the script names them: typed on the card, else through its button."""
        sleutels = OPTIONEEL if vraag is VraagId.LEEFGEBIEDEN else tuple(Extra) if vraag is VraagId.TOESTEMMING else ()
        sleutel = next((s for s in sleutels if s in self.script.antwoorden and s not in self._optioneel_gezegd), None)
        if sleutel is None:
            return False
        self._optioneel_gezegd.add(sleutel)
        tekst = self._volgende(sleutel) or ""
        if vraag is VraagId.TOESTEMMING:
            if not tekst.lower().startswith("n"):
                await self._tik(f"extra:{sleutel}")
            return True
        await self._tik(f"kaart:{sleutel}", telt=False)
        await self._typ(tekst)
        return True

    def _volgende(self, sleutel: str) -> str | None:
        antwoord = self.script.hulpvraag if sleutel == "hulpvraag" else self.script.antwoorden.get(sleutel)
        if isinstance(antwoord, list):
            nummer = self._beurten.get(sleutel, 0)
            self._beurten[sleutel] = nummer + 1
            return antwoord[nummer] if nummer < len(antwoord) else None
        if sleutel == "hulpvraag" and self._beurten.setdefault(sleutel, 0) > 0:
            return None
        self._beurten[sleutel] = self._beurten.get(sleutel, 0) + 1
        return antwoord

    async def _typ(self, tekst: str, *, rol: str = "assistent", telt: bool = True) -> None:
        wie = self.assistent if rol == "assistent" else self._contactpersoon()
        gesprek = GESPREK if rol == "assistent" else f"{GESPREK}-{rol}"
        self.verloop.transcript.append({"van": rol, "tekst": tekst, "knoppen": []})
        self._noteer(await self._voering.zeg(wie, gesprek, tekst), telt=telt and rol == "assistent")

    async def _tik(self, wat: str, *, telt: bool = True) -> None:
        knop = next((k for k in self._open.knoppen if k.actie.split("|")[2] == wat), None) if self._open else None
        if knop is None:
            self.verloop.fouten.append(self._huis.teksten.vul("proef/geen_knop", wat=wat))
            return
        self.verloop.transcript.append({"van": "assistent", "tekst": knop.label, "knoppen": []})
        self._noteer(await self._voering.tik(self.assistent, GESPREK, knop.actie), telt=telt)

    def _noteer(self, berichten: list[Bericht], *, telt: bool) -> None:
        self.verloop.interacties += telt
        for bericht in berichten:
            self.verloop.transcript.append(
                {"van": "bot", "tekst": bericht.tekst, "knoppen": [knop.label for knop in bericht.knoppen]}
            )
            if bericht.vraag is None:
                continue
            self._open = bericht
            if self.verloop.gevraagd[-1:] != [bericht.vraag.value]:
                self.verloop.gevraagd.append(bericht.vraag.value)

    async def _sluit_af(self) -> None:
        casus = self.casus()
        if casus is not None and casus.uitkomst is None:
            await self._voering.zeg(self.assistent, GESPREK, "stop")

    async def _daarna(self, stap: Daarna) -> None:
        if stap.verstrijkt_werkdagen:
            self._verstrijk(stap.verstrijkt_werkdagen)
        if stap.rol and stap.zegt:
            await self._typ(stap.zegt, rol=stap.rol, telt=False)

    def _verstrijk(self, werkdagen: int) -> None:
        nu = self._huis.klok.nu().astimezone(NEDERLAND)
        dag = tel_werkdagen(self._protocol, nu.date(), werkdagen)
        doel = datetime.combine(dag, time(9, 0), tzinfo=NEDERLAND)
        self._huis.klok.verzet(doel - nu if doel > nu else timedelta())  # type: ignore[attr-defined]

    def _contactpersoon(self) -> Gebruiker:
        persoon = self._protocol.contactpersoon_van(self.assistent.praktijk or "")
        code = persoon.code if persoon else ""
        return Gebruiker(
            account_id=f"contactpersoon-{code}",
            rol=Rol.CONTACTPERSOON,
            gemeente=self._protocol.gemeente,
            contactpersoon=code,
        )

    def _stap(self) -> tuple[int, str | None]:
        casus = self.casus()
        return (dossier_van(casus).stap, casus.uitkomst) if casus is not None else (0, None)


def tel_onbegrepen(session: Session, casus: CasusRow) -> int:
    """How often the bot had to ask again in a case."""
    vraag = select(CasusGebeurtenisRow.id).where(
        CasusGebeurtenisRow.casus_id == casus.id, CasusGebeurtenisRow.soort == "onbegrepen"
    )
    return len(list(session.exec(vraag)))


def _los(session: Session, rij: CasusRow | None) -> CasusRow | None:
    if rij is not None:
        session.refresh(rij)
        session.expunge(rij)
    return rij
