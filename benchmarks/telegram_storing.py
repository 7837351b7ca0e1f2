"""The fault test at full size, on SQLite and on PostgreSQL with two workers, beside the plain polling loop."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.meting import Meting, Opdracht
from benchmarks.statistiek import getal
from tests.telegram.storing.controle import Oordeel, keur
from tests.telegram.storing.herhaling import Herhaling
from tests.telegram.storing.kweker import KwekerProces
from tests.telegram.storing.postgres import postgres
from tests.telegram.storing.proef import KaleUitslag, Omvang, gespeeld

VOL, KORT = Omvang(), Omvang(assistenten=8, berichten=100, klappen=10, koud=1)


async def meet(opdracht: Opdracht) -> list[Meting]:
    """Both databases, one after the other."""
    omvang = KORT if opdracht.is_kort else VOL
    map_ = opdracht.werkmap / "storing"
    for naam in ("sqlite", "postgresql"):
        (map_ / naam).mkdir(parents=True)
    with KwekerProces(map_) as kweker:
        metingen = [await _meet(kweker, f"sqlite:///{map_ / 'bot.db'}", map_ / "sqlite", omvang=omvang)]
        with postgres() as url:
            metingen.append(await _meet(kweker, url, map_ / "postgresql", omvang=omvang, workers=2))
    return metingen


async def _meet(kweker: KwekerProces, url: str, map_: Path, *, omvang: Omvang, workers: int = 1) -> Meting:
    async with gespeeld(kweker, url, map_, omvang=omvang, workers=workers, met_kaal=workers == 1) as verslag:
        oordeel, kaal = keur(verslag), verslag.kaal
    aantal = sum(len(lijst) for lijst in oordeel.fouten().values())
    return Meting(
        id="storing_postgresql" if workers > 1 else "storing_sqlite",
        uitkomst=f"{aantal} fouten bij {getal(oordeel.cijfers['klappen'], 0)} keer SIGKILL",
        is_gehaald=aantal == 0,
        herhalingen=1,
        spreiding="–",
        bijzonder=tuple(_bijzonder(oordeel, kaal)),
        profiel="\n".join(f"{naam}: {regel}" for naam, lijst in oordeel.fouten().items() for regel in lijst),
        cijfers=oordeel.cijfers | {"fouten": aantal},
    )


def _bijzonder(oordeel: Oordeel, kaal: KaleUitslag | None) -> Iterator[str]:
    c = {naam: getal(waarde, 0) for naam, waarde in oordeel.cijfers.items()}
    yield (
        f"{c['updates']} berichten en tikken, {c['casussen']} casussen, {c['zendingen']} aanroepen naar Telegram, "
        f"{c['seconden']} seconden; {c['klappen_koud']} keer was het proces koud gestart, "
        f"{c['klappen_werker']} keer werd alleen een werker gestopt"
    )
    storingen = [f"{naam.removeprefix('storing ')} {c[naam]}" for naam in c if naam.startswith("storing ")]
    yield f"nagebootste storingen van Telegram: {', '.join(storingen)}"
    yield (
        "niets verloren, dubbel, gemengd of uit de volgorde" if not oordeel.fouten() else "zie onderaan wat er mis was"
    )
    yield _herhaald(oordeel.herhaald)
    if kaal is not None:
        yield (
            f"de gewone polling van python-telegram-bot ernaast, op dezelfde momenten gestopt: {kaal.verloren} van "
            f"{kaal.berichten} berichten verloren, {kaal.dubbel} dubbel beantwoord"
        )


def _herhaald(lijst: list[Herhaling]) -> str:
    uitval = [een for een in lijst if een.oorzaak == "uitval"]
    gat = max((een.gat for een in uitval), default=0.0)
    verloren = sum(een.oorzaak == "verloren antwoord" for een in lijst)
    meldingen = sum("Nieuwe casus" in een.tekst for een in lijst)
    return (
        f"{len(lijst)} berichten kwamen twee keer ({meldingen} meldingen van een nieuwe casus): {len(uitval)} door "
        f"uitval tussen Telegrams antwoord en de commit (hoogstens {getal(gat, 2)} s ertussen), {verloren} doordat "
        "Telegrams antwoord verloren ging"
    )
