"""Numbers in digits and in words ("82", "tweeëntachtig"), as ages are written."""

TIENTAL = {"twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80,
           "negentig": 90, "honderd": 100}  # fmt: skip
_EEN = {"een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9}
SAMENGESTELD = {f"{e}en{t}": w + v for e, w in _EEN.items() for t, v in TIENTAL.items() if v < 100}
TELWOORD = {
    **_EEN, "nul": 0, "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15,
    "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19, **TIENTAL, **SAMENGESTELD,
}  # fmt: skip
_WOORDEN = "|".join(sorted(TELWOORD, key=len, reverse=True))
# "7o": a letter o for a nought, as people type
GETAL = rf"(?:\d{{1,3}}|[2-9]o(?![a-z])|{_WOORDEN})"
KLEIN_TELWOORD = "(?:" + "|".join(w for w, n in TELWOORD.items() if 1 <= n <= 17) + ")"
TIEN = r"(?:[2-9]0|100|" + "|".join(TIENTAL) + ")"


def getal(woord: str) -> int:
    """A number in digits or words."""
    return TELWOORD[woord] if woord in TELWOORD else int(woord.replace("o", "0"))
