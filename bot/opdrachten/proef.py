"""`wijkbrug proef BESTAND…`: plays trial conversations, one JSON object per file on standard output."""

import asyncio
import json
import sys
import tempfile
from pathlib import Path

from bot.bootstrap import Opslag, bouw_engine, bouw_huis, bouw_opslag, zaai_demo
from bot.dialogue.engine import Engine
from bot.dialogue.voering import Gespreksvoering
from bot.domein.fouten import BestandFout, DomeinFout
from bot.opdrachten.proefscript import Proefscript, lees_script
from bot.opdrachten.proefspel import Proefspel
from bot.opdrachten.proefverslag import maak_verslag
from bot.services.klok import SysteemKlok, VasteKlok
from bot.settings import Instellingen

VERKEERD_GEBRUIK = 2


def proef(bestanden: list[Path], instellingen: Instellingen) -> int:
    """Plays every script; returns 0, 1 when an expectation failed, 2 when a file cannot be used."""
    code, engine = 0, None
    for bestand in bestanden:
        try:
            script = lees_script(bestand)
        except BestandFout as fout:
            print(fout, file=sys.stderr)
            code = VERKEERD_GEBRUIK
            continue
        engine = engine or bouw_engine(instellingen)
        try:
            verslag = speel(script, instellingen, engine)
        except (KeyError, DomeinFout):
            print(
                f"{bestand}, gemeente of praktijk: ken ik niet; kies uit data/protocol",
                file=sys.stderr,
            )
            code = VERKEERD_GEBRUIK
            continue
        print(json.dumps(verslag, ensure_ascii=False), flush=True)
        code = max(code, 0 if verslag["geslaagd"] else 1)
    return code


def speel(script: Proefscript, instellingen: Instellingen, engine: Engine) -> dict[str, object]:
    """Plays one script in a fresh database with the demo data of its gemeente.

    Raises:
        KeyError: The practice does not exist.
        DomeinFout: The gemeente does not exist.
    """
    with tempfile.TemporaryDirectory(prefix="wijkbrug-proef-") as map_:
        eigen = instellingen.model_copy(update={"database_url": f"sqlite:///{map_}/proef.db"})
        opslag = bouw_opslag(eigen)
        try:
            return _speel(script, eigen, opslag=opslag, engine=engine)
        finally:
            opslag.engine.dispose()


def _speel(script: Proefscript, instellingen: Instellingen, *, opslag: Opslag, engine: Engine) -> dict[str, object]:
    huis = bouw_huis(instellingen, opslag=opslag, klok=VasteKlok(SysteemKlok().nu()))
    protocol = huis.protocollen.van(script.gemeente or huis.standaard_gemeente)
    if script.praktijk is not None:
        protocol.praktijk(script.praktijk)
    zaai_demo(huis, protocol.gemeente)
    spel = Proefspel(huis, Gespreksvoering(huis, engine), script)
    asyncio.run(spel.speel())
    engine.vergeet()
    return maak_verslag(huis, spel)
