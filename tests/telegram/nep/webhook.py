"""Delivers updates to the webhook: in order per chat, chats side by side, and again when it fails."""

import asyncio
import contextlib
import json
from functools import partial
from typing import Any

import aiohttp

from tests.telegram.nep.fouten import ApiFout
from tests.telegram.nep.methoden import eigen_naam, voer_uit
from tests.telegram.nep.updates import Update
from tests.telegram.nep.velden import Velden
from tests.telegram.nep.wereld import Wereld

GEHEIM = "X-Telegram-Bot-Api-Secret-Token"
MAX_WACHT = 60.0
MELDT_NIETS = ("get", "setwebhook", "deletewebhook")  # not as an answer to a webhook


class Bezorger:
    """One loop that starts deliveries, at most `max_connections` at once.

    Telegram's server keeps one queue per chat and repeats its first update until it is accepted. Its documentation does
    not promise that order: with `door_elkaar` every waiting update goes at once.
    """

    def __init__(self, wereld: Wereld) -> None:
        self.wereld = wereld
        self.door_elkaar = False
        self.eerste_wacht = 1.0  # seconds after the first failure, doubled each time
        self.geduld = 10.0  # seconds for an answer
        self._wekker = asyncio.Event()
        self._bezig: dict[int, asyncio.Task[None]] = {}
        self._mislukt: dict[int, tuple[int, float]] = {}  # update: how often, and when again
        self._lus: asyncio.Task[None] | None = None
        wereld.updates.wekkers.append(self._wekker.set)

    def start(self) -> None:
        self._lus = asyncio.create_task(self._draai())

    async def stop(self) -> None:
        taken = [taak for taak in (self._lus, *self._bezig.values()) if taak is not None]
        for taak in taken:
            taak.cancel()
        await asyncio.gather(*taken, return_exceptions=True)

    async def _draai(self) -> None:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=self.geduld)) as sessie:
            while True:
                self._wekker.clear()
                for update in self._klaar() if self.wereld.webhook else ():
                    taak = asyncio.create_task(self._bezorg(sessie, update))
                    self._bezig[update.nummer] = taak
                    taak.add_done_callback(partial(self._af, update.nummer))
                await self.wereld.tijd.slaap_tot(self._volgende_moment(), self._wekker)

    def _af(self, nummer: int, _: object) -> None:
        self._bezig.pop(nummer, None)
        self._wekker.set()

    def _volgende_moment(self) -> float:
        nu = self.wereld.tijd.nu()
        momenten = [wanneer for _, wanneer in self._mislukt.values()]
        momenten += [een.vanaf for een in self.wereld.updates.open.values()]
        return min([moment for moment in momenten if moment > nu], default=nu + 3600)

    def _klaar(self) -> list[Update]:
        """What may go now: of each chat only the oldest, unless everything goes at once."""
        ruimte = int(self.wereld.webhook["max_connections"]) - len(self._bezig)
        nu, bezette_chats, klaar = self.wereld.tijd.nu(), set(), []
        for update in self.wereld.updates.wachtend():
            vrij = update.nummer not in self._bezig and (self.door_elkaar or update.chat not in bezette_chats)
            bezette_chats.add(update.chat)
            if vrij and self._mislukt.get(update.nummer, (0, 0.0))[1] <= nu:
                klaar.append(update)
        return klaar[: max(0, ruimte)]

    async def _bezorg(self, sessie: aiohttp.ClientSession, update: Update) -> None:
        webhook = self.wereld.webhook
        koppen = {GEHEIM: webhook["geheim"]} if webhook["geheim"] else {}
        inhoud = self.wereld.updates.reik_uit(update)
        try:
            async with sessie.post(webhook["url"], json=inhoud, headers=koppen) as antwoord:
                if antwoord.status // 100 != 2:
                    self._mislukking(update, f"Wrong response from the webhook: {antwoord.status} {antwoord.reason}")
                    return
                await self._antwoord(await antwoord.read())
        except (aiohttp.ClientError, TimeoutError, OSError) as fout:
            self._mislukking(update, f"Connection failed: {type(fout).__name__}")
            return
        self._mislukt.pop(update.nummer, None)
        if not update.nog:
            self.wereld.updates.rond_af(update)

    def _mislukking(self, update: Update, waarom: str) -> None:
        nu = self.wereld.tijd.nu()
        keer = self._mislukt.get(update.nummer, (0, 0.0))[0]
        self._mislukt[update.nummer] = (keer + 1, nu + min(MAX_WACHT, self.eerste_wacht * 2**keer))
        if self.wereld.webhook:  # it may have been deleted meanwhile
            self.wereld.webhook |= {"last_error_date": int(nu), "last_error_message": waarom}

    async def _antwoord(self, ruw: bytes) -> None:
        """A webhook may answer with one method call in its body; its result is not reported."""
        velden = Velden(_als_object(ruw))
        methode = velden.tekst("method").lower()
        if methode and not methode.startswith(MELDT_NIETS):
            with contextlib.suppress(ApiFout):
                await voer_uit(self.wereld, eigen_naam(methode), velden)


def _als_object(ruw: bytes) -> dict[str, Any]:
    try:
        inhoud = json.loads(ruw) if ruw else {}
    except ValueError:
        return {}
    return inhoud if isinstance(inhoud, dict) else {}
