"""A process of its own for what is measured from its start: when it can answer, and how much memory it holds.

Prints one JSON line: `python -m benchmarks.proces MAP MODELMAP BEURTEN`.
"""

import asyncio
import json
import sys
from pathlib import Path

import psutil

MB = 1024 * 1024


def _geheugen() -> float:
    return float(psutil.Process().memory_info().rss / MB)


async def _speel(map_: Path, modelmap: Path, beurten: int) -> dict[str, float]:
    """Starts the bot as `wijkbrug` does, answers a message, and plays on."""
    import time

    gestart = psutil.Process().create_time()
    stand = {"leeg_mb": _geheugen()}
    import rasa.core.agent  # noqa: F401 - only to see what it costs

    stand |= {"rasa_mb": _geheugen()}
    from benchmarks.opstelling import CASUS, Opstelling, instellingen, kent_nederlands
    from bot.bootstrap import bouw_engine, bouw_huis
    from bot.log_setup import zet_log_op

    zet_log_op()
    gegevens = instellingen(map_, modelmap)
    huis = bouw_huis(gegevens)
    stand |= {"huis_mb": _geheugen()}
    engine = bouw_engine(gegevens)
    stand |= {"klaar_s": time.time() - gestart, "klaar_mb": _geheugen()}
    opstelling = Opstelling(huis, engine, await kent_nederlands(huis, engine))
    await opstelling.beurt("eerste", CASUS[0])
    stand |= {"eerste_antwoord_s": time.time() - gestart, "eerste_antwoord_mb": _geheugen()}
    for nummer in range(beurten // len(CASUS)):
        await opstelling.casus(f"m{nummer}")
    return stand | {"na_mb": _geheugen()}


def main() -> None:
    """Plays and prints what was seen."""
    stand = asyncio.run(_speel(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])))
    print(json.dumps(stand))


if __name__ == "__main__":
    main()
