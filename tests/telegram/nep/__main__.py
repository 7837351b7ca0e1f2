"""`python -m tests.telegram.nep`: the fake in a process of its own; prints its address on the first line."""

import argparse
import asyncio
import signal
import sys

from tests.telegram.nep.limieten import Limieten
from tests.telegram.nep.server import TOKEN, NepTelegram


async def _draai(keuze: argparse.Namespace) -> None:
    ruim = Limieten.ruim() if keuze.zonder_limieten else None
    async with NepTelegram(keuze.token, poort=keuze.poort, limieten=ruim) as nep:
        print(nep.url, flush=True)  # noqa: T201 - whoever started this reads it
        stop = asyncio.Event()
        for sein in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(sein, stop.set)
        if keuze.tot_invoer_sluit:
            asyncio.get_running_loop().add_reader(sys.stdin, stop.set)
        await stop.wait()


def main() -> None:
    lezer = argparse.ArgumentParser(description="Nagemaakte Telegram Bot API op loopback.")
    lezer.add_argument("--token", default=TOKEN)
    lezer.add_argument("--poort", type=int, default=0, help="0: een vrije poort")
    lezer.add_argument("--zonder-limieten", action="store_true")
    lezer.add_argument("--tot-invoer-sluit", action="store_true", help="stop met wie dit startte")
    asyncio.run(_draai(lezer.parse_args()))


if __name__ == "__main__":
    main()
