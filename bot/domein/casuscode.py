""" "Casuscode": the short name of a case that is said on the phone, e.g. "K7X-4F9M".

Seven characters: a letter, five free ones, and a check character. The alphabet has 17 characters, a prime number, and
the weighted sum of a code is 0 modulo 17. The weights are 7 to 1: all different and not 0, so every single wrong
character and every swap of two characters, neighbours or not, changes the sum. No two weights add up to 17, so a
doubled character that is heard as another ("44" for "33") is found as well.

Left out of the alphabet: what looks alike in handwriting or on a screen (0 O D, 1 I L, 5 S, 8 B, 2 Z, U V), what sounds
alike on a Dutch telephone (of B D P T only P, of M N only M, Y for "ij"), and the vowels, so that no code is a word.
The first character is a letter: no code looks like a phone number.
"""

import re
from collections.abc import Callable

LETTERS = "CFGHJKMPQRWX"
ALFABET = "34679" + LETTERS
PRIEM = len(ALFABET)
GEWICHTEN = (7, 6, 5, 4, 3, 2, 1)
AANTAL = len(LETTERS) * PRIEM**5
"""How many codes there are: 17,038,284."""

_WAARDE = {teken: waarde for waarde, teken in enumerate(ALFABET)}
_VORM = re.compile(f"[{LETTERS}][{ALFABET}]{{2}}-[{ALFABET}]{{4}}")
_SCHEIDING = r"[\s\-\u2010-\u2015.]{0,3}"  # what people type or paste between the two halves, or between letters
_TEKEN = f"[{ALFABET}]"
_AANEEN = re.compile(rf"(?<!\w)(?=([{LETTERS}]{_TEKEN}{{2}}{_SCHEIDING}{_TEKEN}{{4}})(?!\w))", re.IGNORECASE)
_GESPELD = re.compile(rf"(?<!\w)(?=([{LETTERS}](?:{_SCHEIDING}{_TEKEN}){{6}})(?!\w))", re.IGNORECASE)


def nieuwe_code(getal: Callable[[int], int]) -> str:
    """Makes a code; whether it is still free is for the caller to see.

    Args:
        getal: Gives a number from 0 up to, not including, its argument, each with the same chance.
    """
    nummer = getal(AANTAL)
    tekens = []
    for _ in range(5):
        nummer, rest = divmod(nummer, PRIEM)
        tekens.append(ALFABET[rest])
    lijf = LETTERS[nummer] + "".join(reversed(tekens))
    return _met_streep(lijf + ALFABET[-_som(lijf) % PRIEM])


def controleer(code: str) -> bool:
    """Whether this is a code, written exactly as the product writes it, and its check character fits."""
    return _VORM.fullmatch(code) is not None and _som(code.replace("-", "")) % PRIEM == 0


def normaliseer(tekst: str) -> str | None:
    """The code as the product writes it, or None when this is no valid code.

    Lower case, spaces, points, other dashes and a missing dash are accepted; a character that is in no code is not
    guessed at.
    """
    kaal = re.sub(r"[\W_]", "", tekst).upper()
    code = _met_streep(kaal)
    return code if controleer(code) else None


def vind_code(tekst: str) -> str | None:
    """The first valid code inside a free text, as the product writes it, or None.

    A code written in one or two pieces comes before one that is spelled out ("k 7 x 4 f 9 m").
    """
    for patroon in (_AANEEN, _GESPELD):
        for hit in patroon.finditer(tekst):
            code = normaliseer(hit.group(1))
            if code is not None:
                return code
    return None


def _som(tekens: str) -> int:
    return sum(gewicht * _WAARDE[teken] for gewicht, teken in zip(GEWICHTEN, tekens, strict=False))


def _met_streep(kaal: str) -> str:
    return f"{kaal[:3]}-{kaal[3:]}"
