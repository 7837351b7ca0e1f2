"""Made-up names, telephone numbers, BSNs and medicines, in the sentences in which people type them by mistake."""

import random
from dataclasses import dataclass

_VOOR = ("Zwaluw", "Kraan", "Lijster", "Specht", "Valken", "Reiger", "Kievit", "Merel", "Wulpen", "Sperwer", "Fazant")
_ACHTER = ("berg", "veld", "horst", "hoeve", "stein", "donk", "kamp", "woude", "laar", "rade")
_MIDDELEN = (
    "metoprolol",
    "oxazepam",
    "metformine",
    "sertraline",
    "omeprazol",
    "simvastatine",
    "diazepam",
    "amlodipine",
    "furosemide",
    "citalopram",
)
_EERSTE = (
    "{naam}, tel {tel}, bsn {bsn}, slikt {middel}, zit alleen sinds haar man stierf, {jaar} jr {wijk}",
    "{naam} uit {wijk}, {jaar} jaar, bereikbaar op {tel}, gebruikt {middel} en voelt zich eenzaam",
    "{jaar} jr {wijk}, {naam}, bsn {bsn}, werk kwijt en de rekeningen stapelen zich op, krijgt {middel}",
    "{naam} {jaar} {wijk} heeft ruzie met de buren, haar nummer is {tel}",
)
_ANTWOORD = (
    "nee, niets, maar {naam} slikt {middel}",
    "nee niets van dat alles, bel {naam} op {tel}",
    "{naam} met bsn {bsn} wil weer onder de mensen komen, tel {tel}",
    "ze wil weer koken met anderen, haar nummer is {tel}, ze heet {naam}",
)


@dataclass(frozen=True)
class Zin:
    """A sentence and what was planted in it."""

    tekst: str
    planten: tuple[str, ...]


def eerste_zin(dobbel: random.Random, wijk: str) -> Zin:
    """The first sentence of a case."""
    return _zin(dobbel, dobbel.choice(_EERSTE), wijk)


def antwoord(dobbel: random.Random, wijk: str) -> Zin:
    """An answer that says more than was asked."""
    return _zin(dobbel, dobbel.choice(_ANTWOORD), wijk)


def _zin(dobbel: random.Random, sjabloon: str, wijk: str) -> Zin:
    naam = f"{dobbel.choice(_VOOR)}{dobbel.choice(_ACHTER)}"
    waarden = {"tel": _telefoon(dobbel), "bsn": _bsn(dobbel), "middel": dobbel.choice(_MIDDELEN)}
    tekst = sjabloon.format(
        naam=f"{dobbel.choice(('mw.', 'mevrouw', 'dhr.'))} {naam}", wijk=wijk, jaar=dobbel.randint(25, 92), **waarden
    )
    return Zin(tekst, (naam, *(waarde for waarde in waarden.values() if waarde in tekst)))


def _telefoon(dobbel: random.Random) -> str:
    """A mobile number. None with a year in it: two moments side by side in a database file look like one."""
    while True:
        nummer = f"06{dobbel.randint(10_000_000, 59_999_999)}"
        if "20" not in nummer[4:]:
            return nummer


def _bsn(dobbel: random.Random) -> str:
    """Nine digits that pass the 11-proef."""
    while True:
        cijfers = [dobbel.randint(1, 9), *(dobbel.randint(0, 9) for _ in range(7))]
        rest = sum(cijfer * gewicht for cijfer, gewicht in zip(cijfers, range(9, 1, -1), strict=True)) % 11
        if rest < 10 and "20" not in "".join(map(str, cijfers)):
            return "".join(map(str, [*cijfers, rest]))
