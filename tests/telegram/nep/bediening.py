"""What a test may ask and set, by name and with plain values; also reachable over HTTP for another process."""

from typing import Any

from aiohttp import web

from tests.telegram.nep.fouten import MensFout
from tests.telegram.nep.handelingen import Handelingen
from tests.telegram.nep.limieten import Limieten
from tests.telegram.nep.toestand import BEZIG
from tests.telegram.nep.webhook import Bezorger
from tests.telegram.nep.wereld import Wereld


class Bediening(Handelingen):
    """The acts of people, and the questions and settings of a test."""

    def __init__(self, wereld: Wereld, bezorger: Bezorger) -> None:
        super().__init__(wereld)
        self._bezorger = bezorger

    def roep(self, opdracht: str, **velden: Any) -> Any:
        """One command by its name."""
        if opdracht.startswith("_") or opdracht == "roep" or not hasattr(self, opdracht):
            raise MensFout(f"there is no command {opdracht}")
        return getattr(self, opdracht)(**velden)

    # questions

    def berichten(self, chat: int, sinds: int = 0, ook_verwijderd: bool = False) -> list[dict[str, Any]]:
        """The messages of a chat after this number as they are now, oldest first, with their earlier versions."""
        hier = self.wereld.chats[chat]
        alle = list(hier.berichten.values()) if ook_verwijderd else hier.zichtbaar()
        return [een.als_json() for een in alle if een.nummer > sinds]

    def chat(self, chat: int) -> dict[str, Any]:
        """What else is to be seen in a chat: pinned message, "typing…", pop-ups of taps, keyboard, menu."""
        hier = self.wereld.chats[chat]
        bezig = hier.bezig_sinds > 0 and self.wereld.tijd.nu() - hier.bezig_sinds < BEZIG
        instellingen = self.wereld.instellingen
        menu = instellingen["menu"].get(chat) or instellingen["menu"].get(None) or {"type": "default"}
        return {
            "vastgezet": hier.vastgezet,
            "bezig": bezig,
            "meldingen": hier.meldingen,
            "toetsenbord": hier.toetsenbord,
            "status": hier.status,
            "menu": menu,
            "opdrachten": instellingen["commands"].get(f"chat:{chat}:")
            or instellingen["commands"].get("all_private_chats::")
            or instellingen["commands"].get("default::", []),
        }

    def updates(self, sinds: int = 0) -> list[dict[str, Any]]:
        """Every update with a higher number than this: when it was made, handed out and confirmed."""
        return [een.als_json() for een in self.wereld.updates.alle if een.nummer > sinds]

    def wachtend(self) -> int:
        """How many updates the bot has not confirmed."""
        return len(self.wereld.updates.open)

    def aanroepen(self, methode: str = "", chat: int = 0, sinds: int = 0) -> list[dict[str, Any]]:
        """The calls of the bot (all but getUpdates) after this number."""
        alle = self.wereld.aanroepen[sinds:]
        return [een.als_json() for een in alle if methode in ("", een.methode) and chat in (0, een.chat)]

    def tikken(self, chat: int = 0) -> list[dict[str, Any]]:
        """Every tap on a button, with the answer of the bot."""
        return [een.als_json() for een in self.wereld.tikken.values() if chat in (0, een.chat)]

    def gebeurde_storingen(self) -> list[dict[str, Any]]:
        return [een.als_json() for een in self.wereld.storingen.log]

    def te_vroeg(self) -> list[list[Any]]:
        """Calls that came before their `retry_after` in this chat was over: time, chat, method."""
        return [list(een) for een in self.wereld.verkeer.te_vroeg]

    def nu(self) -> float:
        return self.wereld.tijd.nu()

    # settings

    def vooruit(self, seconden: float) -> None:
        """Moves the clock."""
        self.wereld.tijd.vooruit(seconden)

    def plan(self, soort: str, methode: str | None = None, **hoe: Any) -> None:
        """A fault for a coming call or update: `chat`, `keer`, `sla_over`, `wacht`."""
        self.wereld.storingen.plan(soort, methode, **hoe)

    def loterij(self, seed: int, kansen: dict[str, float], **hoe: Any) -> None:
        """Faults by chance: `methoden`, `wacht` (from, to)."""
        self.wereld.storingen.loterij(seed, kansen, **hoe)

    def limieten(self, **waarden: Any) -> None:
        """Other limits: `per_seconde`, `burst`, `totaal`, `groep_per_minuut`; `ruim=True` for none."""
        ruim = waarden.pop("ruim", False)
        self.wereld.verkeer.limieten = Limieten.ruim() if ruim else Limieten(**waarden)

    def stel_webhook_in(self, **waarden: Any) -> None:
        """How the webhook is called: `door_elkaar`, `eerste_wacht`, `geduld`."""
        for naam, waarde in waarden.items():
            setattr(self._bezorger, naam, waarde)

    def stel_in(self, **waarden: Any) -> None:
        """Other settings: `tik_geldig`, `botnaam`."""
        for naam, waarde in waarden.items():
            setattr(self.wereld, naam, waarde)

    async def http(self, request: web.Request) -> web.Response:
        """`POST /bediening/<command>` with a JSON object; 422 when a person could not do that."""
        velden = await request.json() if request.can_read_body else {}
        try:
            uitkomst = self.roep(request.match_info["opdracht"], **velden)
        except (MensFout, TypeError, KeyError, ValueError) as fout:
            return web.json_response({"fout": f"{type(fout).__name__}: {fout}"}, status=422)
        return web.json_response({"uitkomst": uitkomst})
