"""The lists of the gate (`data/lijsten`), read once when first needed."""

from functools import lru_cache

from nlu.bestanden import LIJSTEN, lees_lijst
from nlu.privacy.frasen import Frasen
from nlu.tekst import Tekst

_TE_GEWOON = frozenset({"de hond", "de luca"})


def plat(woord: str) -> str:
    """A word as it stands in a flattened note: lower case, no accents."""
    return Tekst.van(woord).plat


@lru_cache(maxsize=32)
def regels(naam: str) -> tuple[str, ...]:
    """The entries of a one-a-line list (`<naam>.txt`), comments left out."""
    tekst = (LIJSTEN / f"{naam}.txt").read_text(encoding="utf-8")
    return tuple(r.strip() for r in tekst.split("\n") if r.strip() and not r.startswith("#"))


@lru_cache(maxsize=128)
def woorden(bestand: str, sleutel: str) -> frozenset[str]:
    """One entry of a YAML list as a set of flattened words."""
    return frozenset(plat(str(w)) for w in lees_lijst(f"{bestand}.yml")[sleutel])


@lru_cache(maxsize=32)
def reeks(bestand: str, sleutel: str) -> tuple[str, ...]:
    """One entry of a YAML list in its order."""
    return tuple(str(w) for w in lees_lijst(f"{bestand}.yml")[sleutel])


@lru_cache(maxsize=1)
def beschermde_frasen() -> Frasen:
    """Names that everyone knows and that may stay: wijken, places, organisations."""
    delen = ("wijken", "plaatsen", "organisaties")
    return Frasen.van({naam: deel for deel in delen for naam in reeks("beschermd", deel)})


@lru_cache(maxsize=1)
def medische_frasen() -> Frasen:
    """Every medical word and phrase, with the name of its list."""
    lijsten = ("onderzoek", "ziekten", "medicijnen")
    niet = frozenset(plat(r) for r in regels("niet_medisch"))
    alles = {r: naam for naam in lijsten for r in regels(naam) if plat(r) not in niet}
    extra = dict.fromkeys((*reeks("medisch_dubbelzinnig", "hoofdletters"),), "dubbelzinnig")
    extra |= dict.fromkeys(reeks("medisch_dubbelzinnig", "met_aanloop"), "dubbelzinnig")
    return Frasen.van({**extra, **alles})


@lru_cache(maxsize=1)
def beeldspraak() -> Frasen:
    """Figures of speech in which a medical word is none."""
    return Frasen.van(dict.fromkeys(reeks("medisch_dubbelzinnig", "beeldspraak"), "beeldspraak"))


@lru_cache(maxsize=1)
def voornamen() -> frozenset[str]:
    """Given names, flattened."""
    return frozenset(plat(r) for r in regels("voornamen"))


@lru_cache(maxsize=1)
def achternamen() -> frozenset[str]:
    """Surnames of one word, and the last word of the longer ones."""
    namen = {plat(r).split()[-1] for r in regels("achternamen")} | woorden("naam_of_woord", "met_de")
    return frozenset(namen - woorden("naam_of_woord", "tussenvoegsels"))


@lru_cache(maxsize=1)
def meerdelige_namen() -> Frasen:
    """Surnames of several words that are one name: "Tjin A Tsoi", "Wong Loi Sing"."""
    return Frasen.van({r: "achternamen" for r in regels("achternamen") if " " in r and plat(r) not in _TE_GEWOON})


@lru_cache(maxsize=1)
def gewone_woorden() -> frozenset[str]:
    """Ordinary words that the Dutch word list lacks: adverbs, short forms."""
    return frozenset(plat(r) for r in regels("gewone_woorden"))
