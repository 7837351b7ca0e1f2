"""Werker: takes updates from the inbox and plays them, one transaction each: case, answer and inbox go together."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from sqlmodel import Session

from bot.channel.meldingen import ruim_andere_telefoon_op, verwijder_kaart, werk_kaart_bij
from bot.channel.uitgang import BLAD, Uitgang
from bot.dialogue.voering import Gespreksvoering, Huis
from bot.domein.bericht import Bericht, Knopdruk
from bot.domein.lijsten import Rol
from bot.log_setup import meld_fout
from bot.services.aanmelding import chat_van, gebruiker_van, meld_aan
from bot.services.binnenkomst import Soort, noteer_mislukt, rond_af, volgende
from bot.services.chatberichten import Chatsoort, Tik, open_berichten, zoek_knop
from bot.services.gesprek import KEUZES_CONTACTPERSOON
from bot.services.lus import kaart_van
from bot.services.omgeving import Gebruiker, Omgeving
from bot.services.samenvatting import samenvatting
from bot.services.zendingen import Zendsoort, zet_zending
from bot.storage.kolommen import OpslagFout, SleutelFout
from bot.storage.tabellen import CasusRow, GesprekRow
from bot.storage.tabellen_kanaal import UpdateInRow
from nlu.begrip import Begrip

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Beurt:
    """One update of somebody who is known."""

    omg: Omgeving
    uit: Uitgang
    rij: UpdateInRow

    @property
    def gesprek_id(self) -> str:
        return gesprek_van(self.omg.gebruiker)


def gesprek_van(gebruiker: Gebruiker) -> str:
    """The conversation of an account in Telegram; it does not name the chat, which may change."""
    return f"tg-{gebruiker.account_id}"


class Werker:
    """Plays waiting updates, oldest first, and strictly in order per chat."""

    def __init__(
        self,
        huis: Huis,
        voering: Gespreksvoering,
        *,
        gedaan: Callable[[], None],
        duur: Callable[[float], None] = lambda _seconden: None,
    ) -> None:
        """`gedaan` is called when there may be something to send, `duur` with the seconds from stored to answered."""
        self._huis, self._voering, self._gedaan, self._duur = huis, voering, gedaan, duur

    async def werk_een(self) -> bool:
        """Plays one update; False when none is due.

        Raises:
            OpslagFout: The storage cannot do its work now; the update waits unchanged.
        """
        nu = self._huis.klok.nu()
        with self._huis.sessie() as session:
            rij = volgende(session, nu=nu)
            if rij is None:
                return False
            update_id, chat_id = rij.update_id, rij.chat_id
            gebruiker = gebruiker_van(session, chat_id)
            try:
                await self._verwerk(session, rij, gebruiker)
                rond_af(session, rij, nu=self._huis.klok.nu())
                session.commit()
                self._duur((self._huis.klok.nu() - rij.op).total_seconds())
                fout = None
            except Exception as dit:  # noqa: BLE001 - the boundary: whatever it is, the update is not lost
                session.rollback()
                fout = dit
        if fout is not None:
            self._na_fout(update_id, chat_id, gebruiker, fout=fout)
        self._gedaan()
        return True

    def _na_fout(self, update_id: int, chat_id: int, gebruiker: Gebruiker | None, *, fout: Exception) -> None:
        if gebruiker is not None:
            self._voering.vergeet(gesprek_van(gebruiker))
        if isinstance(fout, OpslagFout) and not isinstance(fout, SleutelFout):  # a key that is lost stays lost
            raise fout
        kenmerk = meld_fout(logger, "update_mislukt", fout)
        with self._huis.sessie() as session:
            if noteer_mislukt(session, update_id, reden=f"{type(fout).__name__} {kenmerk}", nu=self._huis.klok.nu()):
                uit = self._uitgang(session, chat_id, gebruiker)
                uit.zeg_tekst("fout/technisch", kenmerk=kenmerk)

    def _uitgang(self, session: Session, chat_id: int, gebruiker: Gebruiker | None) -> Uitgang:
        protocollen = self._huis.protocollen
        teksten = protocollen.teksten_van(gebruiker.gemeente) if gebruiker else self._huis.teksten
        account_id = gebruiker.account_id if gebruiker else ""
        return Uitgang(session, self._huis, chat_id, account_id=account_id, teksten=teksten)

    async def _verwerk(self, session: Session, rij: UpdateInRow, gebruiker: Gebruiker | None) -> None:
        nu, chat = self._huis.klok.nu(), rij.chat_id
        match rij.soort:
            case Soort.GROEP:
                self._verlaat_groep(session, chat)
            case Soort.GEBLOKKEERD:
                chat_van(session, chat, nu=nu).geblokkeerd_op = nu  # what waits is refused, and goes another way
            case Soort.TERUG_VAN_BLOKKADE:
                chat_van(session, chat, nu=nu).geblokkeerd_op = None
            case Soort.START:
                chat_van(session, chat, nu=nu).geblokkeerd_op = None
                self._start(session, rij, gebruiker)
            case _ if gebruiker is None:
                self._groet_onbekende(session, rij)
            case _:
                chat_van(session, chat, nu=nu).geblokkeerd_op = None  # who writes can be written to
                uit = self._uitgang(session, chat, gebruiker)
                await self._beurt(_Beurt(self._huis.omgeving(gebruiker, session), uit, rij))

    def _verlaat_groep(self, session: Session, chat_id: int) -> None:
        chat = chat_van(session, chat_id, nu=self._huis.klok.nu())
        if chat.gegroet_op is None:
            chat.gegroet_op = self._huis.klok.nu()
            self._uitgang(session, chat_id, None).zeg_tekst("kanaal/groep")
        zet_zending(session, chat_id, Zendsoort.VERLAAT, nu=self._huis.klok.nu())

    def _start(self, session: Session, rij: UpdateInRow, gebruiker: Gebruiker | None) -> None:
        code = (rij.inhoud or {}).get("code")
        nieuw = meld_aan(session, rij.chat_id, code, nu=self._huis.klok.nu()) if code else None
        wie = nieuw or gebruiker
        if wie is None:
            self._groet_onbekende(session, rij)
            return
        uit = self._uitgang(session, rij.chat_id, wie)
        if nieuw is not None:
            ruim_andere_telefoon_op(session, self._huis, account_id=nieuw.account_id, chat_id=rij.chat_id)
            zet_zending(session, rij.chat_id, Zendsoort.MENU, nu=self._huis.klok.nu(), inhoud={"rol": wie.rol.value})
        elif code:
            uit.zeg_tekst("kanaal/code_ongeldig")
            return
        uit.zeg_tekst(f"kanaal/welkom_{wie.rol.value}")

    def _groet_onbekende(self, session: Session, rij: UpdateInRow) -> None:
        """One polite message, and no more than that, whatever a stranger sends."""
        uit = self._uitgang(session, rij.chat_id, None)
        if rij.soort == Soort.TIK:
            uit.antwoord_tik((rij.inhoud or {})["tik_id"])
        chat = chat_van(session, rij.chat_id, nu=self._huis.klok.nu())
        if chat.gegroet_op is None:
            chat.gegroet_op = self._huis.klok.nu()
            uit.zeg_tekst("kanaal/onbekend")

    async def _beurt(self, beurt: _Beurt) -> None:
        inhoud = beurt.rij.inhoud or {}
        if beurt.rij.soort == Soort.TIK:
            await self._tik(beurt)
        elif beurt.rij.soort == Soort.ANDERS:
            if inhoud.get("weg"):
                beurt.uit.verwijder(inhoud["message_id"])
            beurt.uit.zeg_tekst(f"anders/{inhoud['wat']}")
        elif "kenmerk" in inhoud:
            beurt.uit.zeg_tekst("fout/technisch", kenmerk=inhoud["kenmerk"])
        elif "opnieuw" in inhoud:
            beurt.uit.zeg_tekst("kanaal/typ_opnieuw")
        elif "parse" not in inhoud:  # nothing but white space, or typed just before signing in
            beurt.uit.zeg_tekst("fout/leeg_bericht" if inhoud.get("leeg") else "kanaal/nog_eens")
        else:
            if inhoud.get("weg"):
                beurt.uit.verwijder(inhoud["message_id"])
            await self._speel(beurt, Begrip.from_parse(inhoud["parse"]))

    async def _tik(self, beurt: _Beurt) -> None:
        inhoud, omg, uit = beurt.rij.inhoud or {}, beurt.omg, beurt.uit
        tik = zoek_knop(omg.session, inhoud["payload"], chat_id=uit.chat_id, account_id=omg.gebruiker.account_id)
        if tik is None:
            is_contactpersoon = omg.gebruiker.rol is Rol.CONTACTPERSOON
            naam = "kanaal/knop_verlopen" if is_contactpersoon else "kanaal/al_beantwoord"
            uit.antwoord_tik(inhoud["tik_id"], uit.teksten.vul(naam))
            return
        if tik.rij.message_id is None:
            tik.rij.message_id = inhoud["message_id"]  # sent, but the answer with its number was never seen
            omg.session.add(tik.rij)
        uit.antwoord_tik(inhoud["tik_id"])
        if tik.actie.startswith(BLAD):
            uit.blader(tik.rij, int(tik.actie.removeprefix(BLAD)))
        else:
            await self._speel(beurt, Knopdruk(tik.actie), tik=tik)

    async def _speel(self, beurt: _Beurt, invoer: Begrip | Knopdruk, *, tik: Tik | None = None) -> None:
        omg, uit = beurt.omg, beurt.uit
        voor = self._actieve_casus(beurt)
        berichten = await self._voering.speel(omg, beurt.gesprek_id, invoer)
        if omg.gebruiker.rol is Rol.CONTACTPERSOON:
            self._toon_contactpersoon(beurt, berichten, tik=tik)
            return
        na = self._actieve_casus(beurt)
        casus = na or voor
        if na is not None and not self._heeft_kaart(uit, na) and not any(b.naam.startswith("vlag/") for b in berichten):
            self._vat_samen(omg, uit, na)  # a new card stands on top, an edited one waits: the answer goes first
        uit.toon(
            berichten,
            casus_id=casus.id if casus else None,
            tik=tik,
            terug=casus is not None and casus.uitkomst is None,
        )
        for deze in {c.id: c for c in (voor, na) if c is not None}.values():
            self._vat_samen(omg, uit, deze)
            self._werk_andere_chats_bij(uit, deze)

    @staticmethod
    def _heeft_kaart(uit: Uitgang, casus: CasusRow) -> bool:
        return bool(open_berichten(uit.session, Chatsoort.SAMENVATTING, chat_id=uit.chat_id, casus_id=casus.id))

    @staticmethod
    def _vat_samen(omg: Omgeving, uit: Uitgang, casus: CasusRow) -> None:
        """The card of a case of which something is known."""
        if casus.dossier.get("hulpvraag_gesteld") or casus.dossier.get("vlag"):
            uit.vat_samen(samenvatting(omg.met_versie(casus.protocol_versie), casus), casus_id=casus.id)

    def _werk_andere_chats_bij(self, uit: Uitgang, casus: CasusRow) -> None:
        """A colleague went on with the case: in the other chat the question closes, and its card follows."""
        for vraag in open_berichten(uit.session, Chatsoort.VRAAG, casus_id=casus.id):
            if vraag.chat_id != uit.chat_id:
                ander = Uitgang(
                    uit.session, self._huis, vraag.chat_id, account_id=vraag.account_id, teksten=uit.teksten
                )
                ander.sluit(vraag)
                ander.zeg_tekst("kanaal/collega_verder", code=casus.code)
        for kaart in open_berichten(uit.session, Chatsoort.SAMENVATTING, casus_id=casus.id):
            if kaart.chat_id != uit.chat_id:
                werk_kaart_bij(uit.session, self._huis, kaart, casus=casus)

    @staticmethod
    def _actieve_casus(beurt: _Beurt) -> CasusRow | None:
        gesprek = beurt.omg.session.get(GesprekRow, beurt.gesprek_id)
        casus_id = gesprek.actieve_casus_id if gesprek is not None else None
        return beurt.omg.session.get(CasusRow, casus_id) if casus_id else None

    def _toon_contactpersoon(self, beurt: _Beurt, berichten: list[Bericht], *, tik: Tik | None) -> None:
        uit, session = beurt.uit, beurt.omg.session
        for vraag in open_berichten(session, Chatsoort.MELDING, chat_id=uit.chat_id):
            if vraag.inhoud.get("naam") in KEUZES_CONTACTPERSOON:  # it was answered, or something else was said
                uit.sluit(vraag, keuze=tik.label if tik and tik.rij.id == vraag.id else "")
        kaarten = {k.casus_id: k for k in open_berichten(session, Chatsoort.CASUSKAART, chat_id=uit.chat_id)}
        for bericht in berichten:
            if bericht.naam == "contactpersoon/kaart":
                if (vorige := kaarten.pop(bericht.casus_id, None)) is not None:
                    verwijder_kaart(session, self._huis, vorige)  # a case has one card in a chat
                uit.toon_los(bericht, Chatsoort.CASUSKAART, casus_id=bericht.casus_id)
            elif bericht.knoppen:
                uit.toon_los(bericht, Chatsoort.MELDING, casus_id=None)
            else:
                uit.zeg(bericht.tekst, naam=bericht.naam)
        for kaart in kaarten.values():  # a card that stands here already offers the next steps
            uit.verander(kaart, kaart_van(beurt.omg, session.get_one(CasusRow, kaart.casus_id)))
