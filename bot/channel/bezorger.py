"""Bezorger: the relay. Makes the calls that wait, per chat in order and within Telegram's limits, at least once.

A call is noted as begun before it is made and as done after Telegram's answer. Only a crash, or an answer that got
lost, between those two can repeat a message; that is counted, and what may be repeated names nobody.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

from sqlmodel import Session
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.channel.meldingen import Meldingen
from bot.channel.oproep import Oproep, doe_oproep, is_al_zo
from bot.channel.post import Post
from bot.channel.tempo import Tempo, wachttijd
from bot.dialogue.voering import Huis
from bot.log_setup import meld_fout
from bot.services.chatberichten import noteer_nummer, nummer_van
from bot.services.zendingen import TELT_MEE, Zendsoort, begin, bezorgd, later, mislukt, te_verzenden, vervallen
from bot.storage.kolommen import SleutelFout
from bot.storage.tabellen_kanaal import TelegramChatRow, ZendingRow

logger = logging.getLogger(__name__)
TOKEN_PAUZE = timedelta(seconds=30)
TEGELIJK = 25  # calls under way at once
_WEG_IS_GOED = (Zendsoort.TIK_ANTWOORD, Zendsoort.KNOPPEN_WEG, Zendsoort.VERLAAT, Zendsoort.MENU)


@dataclass
class Telling:
    """What the relay did since it started; for the metrics."""

    verzonden: int = 0
    herhaald: int = 0
    uitgesteld: int = 0
    mislukt: int = 0
    bezig: set[int] = field(default_factory=set)


class Bezorger:
    """Sends what waits in `zending`."""

    def __init__(
        self,
        huis: Huis,
        bot: Bot,
        *,
        meldingen: Meldingen,
        post: Post | None = None,
        tempo: Tempo | None = None,
        wek: Callable[[], None] = lambda: None,
        verzonden: Callable[[int], None] = lambda _chat: None,
    ) -> None:
        """`wek` asks for another round; `verzonden` is told which chat got a message."""
        self._huis, self._bot, self._meldingen, self._post = huis, bot, meldingen, post
        self._tempo, self._wek, self._verzonden = tempo or Tempo(), wek, verzonden
        self.telling = Telling()
        self._taken: set[asyncio.Task[None]] = set()

    async def bezorg(self) -> bool:
        """Starts what is due now; False when there is nothing to do at the moment."""
        ruimte = TEGELIJK - len(self._taken)
        if ruimte <= 0:
            return False
        nu = self._huis.klok.nu()
        with self._huis.sessie() as session:
            rijen = te_verzenden(session, nu=nu, bezet=self.telling.bezig, rustig=self._tempo.rustende(), aantal=ruimte)
            gelezen = [(rij, oproep) for rij in rijen if (oproep := self._lees(session, rij)) is not None]
            self.telling.herhaald += begin(session, [rij for rij, _ in gelezen], nu=nu)
        for _, oproep in gelezen:
            self.telling.bezig.add(oproep.chat_id)
            taak = asyncio.create_task(self._doe(oproep))
            self._taken.add(taak)
            taak.add_done_callback(self._taken.discard)
        return bool(rijen)

    def _lees(self, session: Session, rij: ZendingRow) -> Oproep | None:
        """The call to make; one that no key can read becomes a dead letter, and the others go on."""
        try:
            return _maak_oproep(session, rij)
        except SleutelFout as fout:
            meld_fout(logger, "zending_onleesbaar", fout)
            self._geef_op(session, rij.id or 0, reden=self._huis.teksten.vul("wachtrij/reden_sleutel"))
            return None

    async def maak_af(self, *, seconden: float = 5) -> None:
        """Waits for the calls that are under way, before the program ends."""
        if self._taken:
            await asyncio.wait(self._taken, timeout=seconden)

    async def _doe(self, oproep: Oproep) -> None:
        try:
            if oproep.soort in TELT_MEE:
                await self._tempo.beurt()
                self._tempo.noteer(oproep.chat_id)
            message_id = await self._roep(oproep)
        except Exception as fout:  # noqa: BLE001 - the boundary: every outcome is written down
            self._boek(oproep, partial(self._na_fout, oproep=oproep, fout=fout))
        else:
            self._verzonden(oproep.chat_id)
            self._boek(oproep, partial(self._na_succes, oproep=oproep, message_id=message_id))
        finally:
            self.telling.bezig.discard(oproep.chat_id)
            self._wek()

    async def _roep(self, oproep: Oproep) -> int | None:
        if oproep.soort is not Zendsoort.EMAIL:
            return await doe_oproep(self._bot, oproep, self._huis.teksten)
        if self._post is None:
            raise NetworkError("no SMTP server is set")
        await self._post.verstuur(oproep.inhoud)
        return None

    def _boek(self, oproep: Oproep, schrijf: Callable[[Session], None]) -> None:
        """Writes the outcome; when that fails the call counts as begun, and is made again later."""
        try:
            with self._huis.sessie() as session:
                schrijf(session)
        except Exception as fout:  # noqa: BLE001 - whatever it is, the relay goes on
            meld_fout(logger, "uitkomst_niet_geboekt", fout)
            self._tempo.pauzeer(oproep.chat_id, 1)

    def _na_succes(self, session: Session, oproep: Oproep, message_id: int | None) -> None:
        rij = bezorgd(session, oproep.id, nu=self._huis.klok.nu())
        self.telling.verzonden += 1
        if rij.chatbericht_id is not None and message_id is not None and oproep.soort is Zendsoort.STUUR:
            noteer_nummer(session, rij.chatbericht_id, message_id)

    def _na_fout(self, session: Session, oproep: Oproep, fout: Exception) -> None:
        nu, reden = self._huis.klok.nu(), type(fout).__name__
        match fout:
            case RetryAfter():
                seconden = wachttijd(fout)
                self._tempo.pauzeer(oproep.chat_id, seconden)
                self._stel_uit(session, oproep, reden=reden, pauze=timedelta(seconds=seconden))
            case Forbidden() | ChatMigrated() if oproep.soort is Zendsoort.VERLAAT:
                bezorgd(session, oproep.id, nu=nu)  # we are out of the group already
            case Forbidden() | ChatMigrated():
                self._onbereikbaar(session, oproep)
            case BadRequest() if is_al_zo(fout) or oproep.soort in _WEG_IS_GOED:
                bezorgd(session, oproep.id, nu=nu)
            case BadRequest() if "chat not found" in str(fout).lower():
                self._onbereikbaar(session, oproep)
            case InvalidToken():  # the token was changed: nothing is wrong with the message
                meld_fout(logger, "token_geweigerd", fout)
                self._stel_uit(session, oproep, reden=reden, pauze=TOKEN_PAUZE)
            case BadRequest():
                meld_fout(logger, "zending_geweigerd", fout)
                self._geef_op(session, oproep.id, reden=reden)
            case NetworkError() | OSError():
                self._stel_uit(session, oproep, reden=reden, onzeker=not _kwam_niet_aan(fout))
            case TelegramError():
                self._stel_uit(session, oproep, reden=reden)
            case _:
                meld_fout(logger, "zending_mislukt", fout)
                self._geef_op(session, oproep.id, reden=reden)

    def _stel_uit(
        self, session: Session, oproep: Oproep, *, reden: str, pauze: timedelta | None = None, onzeker: bool = False
    ) -> None:
        self.telling.uitgesteld += 1
        nu = self._huis.klok.nu()
        if not later(session, oproep.id, nu=nu, pauze=pauze, reden=reden, onzeker=onzeker):
            self._geef_op(session, oproep.id, reden=reden)

    def _geef_op(self, session: Session, zending_id: int, *, reden: str) -> None:
        self.telling.mislukt += 1
        rij = mislukt(session, zending_id, nu=self._huis.klok.nu(), reden=reden)
        self._meldingen.na_mislukt(session, rij)

    def _onbereikbaar(self, session: Session, oproep: Oproep) -> None:
        """The person blocked the bot or is gone: what waits for this chat becomes a task for a person."""
        nu = self._huis.klok.nu()
        chat = session.get(TelegramChatRow, oproep.chat_id)
        if chat is not None:
            chat.geblokkeerd_op = nu
            session.add(chat)
        for rij in vervallen(session, oproep.chat_id, nu=nu, reden="geblokkeerd"):
            if chat is None or chat.account_id is None:  # a stranger or a group: nobody needs to look at that
                bezorgd(session, rij.id or 0, nu=nu)
                rij.mislukt_op = None
                continue
            self.telling.mislukt += 1
            self._meldingen.na_mislukt(session, rij)


def _maak_oproep(session: Session, rij: ZendingRow) -> Oproep:
    inhoud = rij.inhoud or {}
    message_id = nummer_van(session, rij.chatbericht_id) if rij.chatbericht_id else inhoud.get("message_id")
    return Oproep(rij.id or 0, rij.chat_id, Zendsoort(rij.soort), inhoud, message_id)


def _kwam_niet_aan(fout: Exception) -> bool:
    """Whether the call certainly never reached Telegram: no connection was made, or Telegram said that it failed."""
    oorzaak = type(fout.__cause__).__name__
    return oorzaak in ("ConnectError", "ConnectTimeout", "PoolTimeout") or fout.__cause__ is None
