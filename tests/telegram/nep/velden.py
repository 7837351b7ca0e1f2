"""The parameters of one call, whichever way they came: query string, form, multipart or JSON."""

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.multipart import BodyPartReader

from tests.telegram.nep.fouten import weiger


@dataclass(frozen=True)
class Bestand:
    """An uploaded file."""

    naam: str
    soort: str
    inhoud: bytes


@dataclass
class Velden:
    """Typed access to the parameters; in a form a list or object is a JSON text, in a JSON body it is itself."""

    waarden: dict[str, Any] = field(default_factory=dict)
    bestanden: dict[str, Bestand] = field(default_factory=dict)

    def tekst(self, naam: str, standaard: str = "") -> str:
        waarde = self.waarden.get(naam, standaard)
        return waarde if isinstance(waarde, str) else json.dumps(waarde)

    def geheel(self, naam: str, standaard: int = 0) -> int:
        try:
            return int(self.waarden.get(naam, standaard))
        except (TypeError, ValueError):
            return standaard

    def waar(self, naam: str) -> bool:
        return str(self.waarden.get(naam, "")).lower() in ("true", "yes", "1")

    def json(self, naam: str) -> Any:
        """The value of a list or object; nothing when it is absent or empty."""
        waarde = self.waarden.get(naam)
        if not isinstance(waarde, str):
            return waarde
        if not waarde:
            return None
        try:
            return json.loads(waarde)
        except ValueError:
            weiger(f"can't parse {naam} JSON object")

    def bestand(self, naam: str) -> Bestand | None:
        """The upload of this parameter: a part of that name, or the part that `attach://…` names."""
        verwijzing = self.waarden.get(naam)
        if isinstance(verwijzing, str) and verwijzing.startswith("attach://"):
            return self.bestanden.get(verwijzing.removeprefix("attach://"))
        return self.bestanden.get(naam)

    @property
    def chat(self) -> int | None:
        """The chat that the call is about, as far as it is a number."""
        try:
            return int(self.waarden.get("chat_id", ""))
        except (TypeError, ValueError):
            return None


async def lees_velden(request: web.Request) -> Velden:
    """Reads the parameters of a request."""
    velden = Velden(dict(request.query))
    if request.content_type == "application/json":
        ruw = await request.read()
        try:
            inhoud = json.loads(ruw) if ruw else {}
        except ValueError:
            weiger("can't parse JSON object")
        if not isinstance(inhoud, dict):
            weiger("can't parse JSON object")
        velden.waarden |= {naam: waarde for naam, waarde in inhoud.items() if waarde is not None}
    elif request.content_type == "multipart/form-data":
        async for deel in await request.multipart():
            if isinstance(deel, BodyPartReader):
                await _lees_deel(deel, velden)
    else:
        velden.waarden |= {naam: str(waarde) for naam, waarde in (await request.post()).items()}
    return velden


async def _lees_deel(deel: BodyPartReader, velden: Velden) -> None:
    inhoud = bytes(await deel.read(decode=True))
    naam = deel.name or ""
    if deel.filename is None:
        velden.waarden[naam] = inhoud.decode()
    else:
        soort = deel.headers.get("Content-Type", "application/octet-stream")
        velden.bestanden[naam] = Bestand(deel.filename, soort, inhoud)
