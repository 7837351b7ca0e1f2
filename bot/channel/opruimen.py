"""Opruimer: what must go in time (case cards, unfinished cases, handled post), and weekly news for the beheerder."""

import logging

from sqlmodel import Session

from bot.channel.meldingen import verwijder_kaart, werk_kaart_bij
from bot.dialogue.voering import Huis
from bot.log_setup import meld_fout
from bot.services.beheermeldingen import meld_verouderde
from bot.services.bewaartermijn import verlopen_casussen, wis
from bot.services.chatberichten import Chatsoort, open_berichten, te_verwijderen
from bot.services.opruimen import vergeet_post
from bot.storage.kolommen import OpslagFout
from bot.storage.tabellen import CasusRow

logger = logging.getLogger(__name__)


class Opruimer:
    """One round of housekeeping; every minute is often enough."""

    def __init__(self, huis: Huis, *, beheer_url: str | None) -> None:
        self._huis, self._beheer_url = huis, beheer_url

    def ruim_op(self) -> None:
        """Each kind in a transaction of its own: one that fails does not keep the others from their work."""
        for doe in (self._kaarten, self._casussen, self._post, self._beheer):
            try:
                with self._huis.sessie() as session:
                    doe(session)
            except OpslagFout:
                raise
            except Exception as fout:  # noqa: BLE001 - the boundary of this kind of work
                meld_fout(logger, "opruimen_mislukt", fout)

    def _kaarten(self, session: Session) -> None:
        for kaart in te_verwijderen(session, nu=self._huis.klok.nu()):
            verwijder_kaart(session, self._huis, kaart)

    def _casussen(self, session: Session) -> None:
        for casus in verlopen_casussen(session, nu=self._huis.klok.nu()):
            wis(session, casus)
            try:
                with session.begin_nested():
                    self._werk_samenvattingen_bij(session, casus)
            except OpslagFout:
                raise
            except Exception as fout:  # noqa: BLE001 - what the chat shows must not keep the case from being wiped
                meld_fout(logger, "kaart_niet_bijgewerkt", fout)

    def _werk_samenvattingen_bij(self, session: Session, casus: CasusRow) -> None:
        """The card in the chat forgets what the case has forgotten, and its last question goes."""
        for kaart in open_berichten(session, Chatsoort.SAMENVATTING, casus_id=casus.id):
            werk_kaart_bij(session, self._huis, kaart, casus=casus)
        for vraag in open_berichten(session, Chatsoort.VRAAG, casus_id=casus.id):
            verwijder_kaart(session, self._huis, vraag)

    def _post(self, session: Session) -> None:
        vergeet_post(session, nu=self._huis.klok.nu())

    def _beheer(self, session: Session) -> None:
        for gemeente in self._huis.protocollen.gemeenten():
            teksten = self._huis.protocollen.teksten_van(gemeente)
            meld_verouderde(session, gemeente, teksten=teksten, nu=self._huis.klok.nu(), link=self._beheer_url)
