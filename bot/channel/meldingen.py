"""Meldingen: what somebody else must know goes from the outbox to the chats of the right people, or another way."""

import logging
import time
from collections.abc import Callable

from sqlmodel import Session

from bot.channel.uitgang import Uitgang
from bot.dialogue.voering import Huis
from bot.domein.bericht import Bericht, Knop
from bot.domein.lijsten import Rol
from bot.domein.protocol import Contactpersoon
from bot.log_setup import meld_fout
from bot.services.aanmelding import chats_van, chats_van_account, gebruiker_van
from bot.services.afwezigheid import wie_bericht_krijgt
from bot.services.chatberichten import Chatsoort, open_berichten
from bot.services.samenvatting import samenvatting
from bot.services.uitbak import geef_op, te_verdelen, zet_melding
from bot.services.zendingen import (
    Zendsoort,
    is_elders_bezorgd,
    postbus,
    trek_terug,
    vervallen,
    zet_zending,
)
from bot.storage.kolommen import OpslagFout, SleutelFout
from bot.storage.tabellen import CasusRow, OverdrachtRow, UitbakRow
from bot.storage.tabellen_kanaal import ChatberichtRow, ZendingRow

logger = logging.getLogger(__name__)
OPNIEUW_NA = 60.0  # seconds: somebody for whom nobody signed in is tried again
NIEUWE_CASUS, INGETROKKEN = "contactpersoon/nieuwe_casus", "contactpersoon/ingetrokken"


class Meldingen:
    """Gives each message of the outbox to its chats, in one transaction with the mark that it was given."""

    def __init__(self, huis: Huis, *, met_email: bool) -> None:
        self._huis, self._met_email = huis, met_email
        self._wacht: dict[int, float] = {}

    def verdeel(self) -> bool:
        """Handles what waits; False when there was nothing that could be given to anybody."""
        nu = time.monotonic()
        self._wacht = {id_: tot for id_, tot in self._wacht.items() if tot > nu}
        gedaan = False
        with self._huis.sessie() as session:
            for rij in te_verdelen(session, overslaan=set(self._wacht)):
                if self._probeer(session, rij):
                    gedaan = True
                else:
                    self._wacht[rij.id or 0] = nu + OPNIEUW_NA
        return gedaan

    def _probeer(self, session: Session, rij: UitbakRow) -> bool:
        """One message in a savepoint: one that cannot be handled waits, and the others go on."""
        try:
            with session.begin_nested():
                if not self._verdeel_een(session, rij):
                    return False
                rij.bezorgd_op = self._huis.klok.nu()
                session.add(rij)
        except SleutelFout as fout:
            self._geef_op(session, rij, fout)
        except OpslagFout:
            raise
        except Exception as fout:  # noqa: BLE001 - it stays in the outbox, where `wijkbrug wachtrij` shows it
            meld_fout(logger, "melding_mislukt", fout)
            return False
        return True

    def _geef_op(self, session: Session, rij: UitbakRow, fout: SleutelFout) -> None:
        """No key reads what it says: a dead letter. The practice phones where a contactpersoon would have heard it."""
        meld_fout(logger, "melding_onleesbaar", fout)
        geef_op(session, rij, nu=self._huis.klok.nu(), reden=self._huis.teksten.vul("wachtrij/reden_sleutel"))
        if rij.rol == Rol.CONTACTPERSOON:
            self._probeer_anders(session, lambda: self._vraag_praktijk(session, rij))

    def na_mislukt(self, session: Session, zending: ZendingRow) -> None:
        """A notice that can never arrive in this chat goes another way, unless it reached somebody else."""
        self._probeer_anders(session, lambda: self._ga_anders(session, zending))

    @staticmethod
    def _probeer_anders(session: Session, weg: Callable[[], object]) -> None:
        """Another way, unless what it needs cannot be read either: then the dead letter is all there is."""
        try:
            with session.begin_nested():
                weg()
        except SleutelFout as fout:
            meld_fout(logger, "geen_andere_weg", fout)

    def _ga_anders(self, session: Session, zending: ZendingRow) -> None:
        rij = session.get(UitbakRow, zending.uitbak_id) if zending.uitbak_id else None
        if rij is None or zending.soort == Zendsoort.EMAIL:
            if rij is not None:
                self._vraag_praktijk(session, rij)
            return
        if not is_elders_bezorgd(session, zending):
            self._terugval(session, rij)

    def sluit_buiten(self, session: Session, account_id: str) -> None:
        """After an account was revoked: nothing more goes to its chat, and the case cards disappear from it.

        A notice that still waited for it goes another way, as when it cannot arrive.
        """
        for chat in chats_van_account(session, account_id):
            for zending in vervallen(session, chat, nu=self._huis.klok.nu(), reden="ingetrokken"):
                self.na_mislukt(session, zending)
            for kaart in open_berichten(session, Chatsoort.CASUSKAART, chat_id=chat):
                verwijder_kaart(session, self._huis, kaart)

    def _verdeel_een(self, session: Session, rij: UitbakRow) -> bool:
        if rij.naam == INGETROKKEN:
            self._ruim_kaarten_op(session, rij.casus_id or "")
        if rij.casus_id:
            self._werk_samenvatting_bij(session, rij.casus_id)
        chats = self._chats(session, rij)
        for chat_id, account_id in chats:
            self._zeg(session, rij, chat_id, account_id=account_id)
        return bool(chats) or self._terugval(session, rij)

    def _chats(self, session: Session, rij: UitbakRow) -> list[tuple[int, str]]:
        """The chats of who must be told; of who is away, when nobody else signed in."""
        rol, gemeente = Rol(rij.rol), self._gemeente(session, rij)
        chats = chats_van(session, rol, gemeente=gemeente, code=self._ontvanger(session, rij))
        return chats or chats_van(session, rol, gemeente=gemeente, code=rij.ontvanger)

    def _ontvanger(self, session: Session, rij: UitbakRow) -> str:
        """The code of who must be told: of a contactpersoon who is away, the vervanger."""
        if rij.rol != Rol.CONTACTPERSOON:
            return rij.ontvanger
        overdracht = session.get(OverdrachtRow, rij.casus_id)
        vervanger = overdracht.vervanger if overdracht else None
        return wie_bericht_krijgt(session, self._gemeente(session, rij), rij.ontvanger, vervanger=vervanger)

    def _zeg(self, session: Session, rij: UitbakRow, chat_id: int, *, account_id: str) -> None:
        teksten = self._huis.protocollen.teksten_van(self._gemeente(session, rij))
        uit = Uitgang(session, self._huis, chat_id, account_id=account_id, teksten=teksten, uitbak_id=rij.id)
        casus = session.get(CasusRow, rij.casus_id) if rij.casus_id else None
        if rij.naam == NIEUWE_CASUS and casus is not None:
            knop = Knop(label=teksten.vul("knop/open_kaart", code=casus.code), actie=f"{casus.code}|-|open")
            uit.toon_los(Bericht(rij.naam, rij.tekst, (knop,)), Chatsoort.MELDING, casus_id=casus.id)
        else:
            uit.zeg(rij.tekst, naam=rij.naam)

    def _ruim_kaarten_op(self, session: Session, casus_id: str) -> None:
        """At withdrawal the case cards disappear from every chat."""
        for kaart in open_berichten(session, Chatsoort.CASUSKAART, casus_id=casus_id):
            verwijder_kaart(session, self._huis, kaart)

    def _werk_samenvatting_bij(self, session: Session, casus_id: str) -> None:
        """The status comes back on the card that stands in the practice's chat."""
        casus = session.get_one(CasusRow, casus_id)
        for kaart in open_berichten(session, Chatsoort.SAMENVATTING, casus_id=casus_id):
            werk_kaart_bij(session, self._huis, kaart, casus=casus)

    def _terugval(self, session: Session, rij: UitbakRow) -> bool:
        """No chat to tell it in: a content-free e-mail, else the practice is asked to phone, else it waits."""
        if rij.rol != Rol.CONTACTPERSOON:
            return False
        persoon = self._persoon(session, rij)
        if persoon is None or not persoon.email or not self._met_email:
            return self._vraag_praktijk(session, rij)
        teksten, casus = self._huis.teksten, session.get_one(CasusRow, rij.casus_id)
        inhoud = {
            "aan": persoon.email,
            "onderwerp": teksten.vul("email/onderwerp", code=casus.code),
            "tekst": teksten.vul("email/tekst", melding=rij.tekst),
        }
        zet_zending(
            session, postbus(persoon.email), Zendsoort.EMAIL, nu=self._huis.klok.nu(), inhoud=inhoud, uitbak_id=rij.id
        )
        return True

    def _vraag_praktijk(self, session: Session, rij: UitbakRow) -> bool:
        persoon, casus = self._persoon(session, rij), session.get(CasusRow, rij.casus_id)
        if persoon is None or casus is None:
            return False
        tekst = self._huis.protocollen.teksten_van(casus.gemeente).vul(
            "assistent/bel_zelf", code=casus.code, naam=persoon.naam, telefoon=persoon.telefoon
        )
        zet_melding(
            session,
            sleutel=f"{rij.sleutel}:bel_zelf"[:120],
            rol=Rol.ASSISTENT,
            ontvanger=casus.praktijk,
            naam="assistent/bel_zelf",
            tekst=tekst,
            casus_id=casus.id,
            nu=self._huis.klok.nu(),
        )
        return True

    def _persoon(self, session: Session, rij: UitbakRow) -> Contactpersoon | None:
        return self._huis.protocollen.van(self._gemeente(session, rij)).contactpersoon(self._ontvanger(session, rij))

    @staticmethod
    def _gemeente(session: Session, rij: UitbakRow) -> str:
        return session.get_one(CasusRow, rij.casus_id).gemeente if rij.casus_id else rij.ontvanger


def verwijder_kaart(session: Session, huis: Huis, kaart: ChatberichtRow) -> None:
    """Deletes a case card from its chat, once; one that was not sent yet is never sent."""
    trek_terug(session, kaart.id, nu=huis.klok.nu())
    kaart.open, kaart.verwijder_op, kaart.inhoud = False, None, {}
    session.add(kaart)
    zet_zending(session, kaart.chat_id, Zendsoort.VERWIJDER, nu=huis.klok.nu(), chatbericht_id=kaart.id)


def ruim_andere_telefoon_op(session: Session, huis: Huis, *, account_id: str, chat_id: int) -> None:
    """After somebody signed in: his case cards go from his other chats, and those of another account from this one."""
    for kaart in open_berichten(session, Chatsoort.CASUSKAART):
        if (kaart.account_id == account_id) != (kaart.chat_id == chat_id):
            verwijder_kaart(session, huis, kaart)


def werk_kaart_bij(session: Session, huis: Huis, kaart: ChatberichtRow, *, casus: CasusRow) -> None:
    """Edits the summary card of a case where it stands, if the person there may still see it."""
    gebruiker = gebruiker_van(session, kaart.chat_id)
    if gebruiker is None or gebruiker.account_id != kaart.account_id:
        return
    omg = huis.omgeving(gebruiker, session).met_versie(casus.protocol_versie)
    uit = Uitgang(session, huis, kaart.chat_id, account_id=kaart.account_id, teksten=omg.teksten)
    uit.vat_samen(samenvatting(omg, casus), casus_id=casus.id)
