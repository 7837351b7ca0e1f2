"""The HTTP side of the Bot API: reads a call, lets a fault happen, answers, keeps the record."""

import asyncio
import contextlib
import socket
import struct
from typing import Any

from aiohttp import web

from tests.telegram.nep.fouten import ApiFout, te_veel
from tests.telegram.nep.methoden import eigen_naam, voer_uit
from tests.telegram.nep.storingen import NA_VERWERKING, Gebeurd, Soort
from tests.telegram.nep.toestand import Aanroep
from tests.telegram.nep.velden import Velden, lees_velden
from tests.telegram.nep.wereld import Wereld

HANGT = 300.0  # seconds that a time-out keeps the connection open
_NGINX = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx/1.18.0</body>\r\n</html>\r\n"


class Poort:
    """Handles `/bot<token>/<method>`."""

    def __init__(self, wereld: Wereld) -> None:
        self.wereld = wereld
        self.gestopt = asyncio.Event()

    async def bestand(self, request: web.Request) -> web.Response:
        """Downloads: there is nothing to be had, and the record shows the attempt."""
        self._noteer("download", Velden({"pad": request.path.split("/", 3)[-1]})).code = 404
        return _antwoord(ApiFout(404, "Not Found"))

    async def api(self, request: web.Request) -> web.StreamResponse:
        token = request.match_info["token"]
        if token != self.wereld.token:
            return _antwoord(ApiFout(401, "Unauthorized") if ":" in token else ApiFout(404, "Not Found"))
        methode = eigen_naam(request.match_info["methode"])
        try:
            velden = await lees_velden(request)
        except ApiFout as fout:
            return _antwoord(fout)
        aanroep = self._noteer(methode, velden)
        storing = self.wereld.storingen.bij_aanroep(methode, velden.chat)
        aanroep.storing = storing.soort.value if storing else ""
        antwoord = await self._storing_vooraf(storing, request)
        if antwoord is None:
            antwoord = await self._voer_uit(aanroep, velden)
            if storing and storing.soort in NA_VERWERKING:
                if methode == "getUpdates":
                    self.wereld.updates.kwam_niet_aan()
                await self._val_weg(storing, request)
        if not storing or storing.soort in (Soort.TE_VEEL, Soort.SERVERFOUT, Soort.POORTFOUT, Soort.TRAAG):
            aanroep.code = antwoord.status
        aanroep.klaar = self.wereld.tijd.nu()
        return antwoord

    def _noteer(self, methode: str, velden: Velden) -> Aanroep:
        waarden = velden.waarden | {naam: f"<{een.naam}>" for naam, een in velden.bestanden.items()}
        aanroep = Aanroep(len(self.wereld.aanroepen) + 1, self.wereld.tijd.nu(), methode, velden.chat, waarden)
        if methode != "getUpdates":  # thousands of them; `updates.polls` counts
            self.wereld.aanroepen.append(aanroep)
        return aanroep

    async def _voer_uit(self, aanroep: Aanroep, velden: Velden) -> web.Response:
        try:
            if aanroep.chat is not None:
                self.wereld.verkeer.keur_dicht(aanroep.chat, aanroep.methode)
            uitkomst = await voer_uit(self.wereld, aanroep.methode, velden)
        except ApiFout as fout:
            aanroep.omschrijving = fout.omschrijving
            return _antwoord(fout)
        return web.json_response({"ok": True, "result": uitkomst})

    async def _storing_vooraf(self, storing: Gebeurd | None, request: web.Request) -> web.Response | None:
        """The answer of a fault that comes instead of the call; nothing when the call goes on."""
        if storing is None or storing.soort in NA_VERWERKING:
            return None
        if storing.soort is Soort.TE_VEEL:
            wacht = max(1, round(storing.wacht))
            if storing.chat is not None:
                self.wereld.verkeer.sluit(storing.chat, storing.methode, wacht)
            return _antwoord(te_veel(wacht))
        if storing.soort is Soort.SERVERFOUT:
            return _antwoord(ApiFout(500, "Internal Server Error"))
        if storing.soort is Soort.POORTFOUT:
            return web.Response(status=502, text=_NGINX, content_type="text/html")
        if storing.soort is Soort.TRAAG:
            await asyncio.sleep(storing.wacht)
            return None
        await self._val_weg(storing, request)
        return _antwoord(ApiFout(500, "Internal Server Error"))

    async def _val_weg(self, storing: Gebeurd, request: web.Request) -> None:
        """No answer: silence until the other side gives up, or a reset at once."""
        if storing.soort in (Soort.TIME_OUT_VOOR, Soort.TIME_OUT_NA):
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.gestopt.wait(), HANGT)
        if request.transport is not None:
            stekker = request.transport.get_extra_info("socket")
            stekker.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            request.transport.abort()


def _antwoord(fout: ApiFout) -> web.Response:
    inhoud: dict[str, Any] = fout.als_json()
    koppen = {"Retry-After": str(fout.wacht)} if fout.wacht else {}
    return web.json_response(inhoud, status=fout.code, headers=koppen)
