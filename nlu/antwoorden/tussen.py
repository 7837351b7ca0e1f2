"""Answer, or something in between (tussendoor)? With a question open an ordinary answer must stay an answer."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from nlu.antwoorden.basis import is_vraag
from nlu.bedoeling import TUSSEN
from nlu.feiten.leeftijd import leeftijden
from nlu.feiten.wijk import wijken_in
from nlu.labels import BUITEN_ONDERWERP, TUSSENDOOR, TUSSENVRAGEN
from nlu.leefgebiedterm import genoemd
from nlu.tekst import Tekst

# From cross-validation: chances from which a message is taken as something in between.
_ZONDER_ANTWOORD = 0.4  # that it is anything of the kind, when it answers nothing
_MEER_DAN_ANTWOORD = 0.05  # how much likelier than an ordinary answer it must then be
_ZELF = 0.2  # that it is this one: a chance spread thin over all of them says little
_NAAST_ANTWOORD = 0.6  # that the part which asks is, beside an answer
_IN_PLAATS = 0.8  # that the whole is, though it can be read as an answer
_ZELF_IN_PLAATS = 0.5
_VRAAGT_IN_PLAATS, _VRAAGT_ZELF = 0.5, 0.3  # the same for what is put as a question
_NOOIT_WEG = ("veilig", "toestemming", "bevestigen")  # what is read there is strict already, and a stop stays a stop
_ANDERS = re.compile(
    r"\b(?:klopt niet|niet|geen|moet|is (?:het )?\w+|verkeerd\w*|fout\w*|bedoel\w*|wijk|leeftijd)\b|\d"
)

_ZET_RECHT = re.compile(
    r"\bbedoel(?:de|t)?\b|\bniet \w+,? maar\b|\b(?:en )?niet (?:de |in )?\w+$|\bmoet (?:\w+ ){0,2}zijn\b|"
    r"\b(?:wijk|leeftijd) (?:klopt niet|is (?:fout|verkeerd))"
)

Kansen = Mapping[str, float]


def beste_tussendoor(kansen: Kansen) -> tuple[str, float]:
    """The likeliest thing in between, and the chance that the message is anything in between at all."""
    beste = max(TUSSENDOOR, key=lambda i: kansen.get(i, 0.0))
    return beste, kansen.get(BUITEN_ONDERWERP if beste == BUITEN_ONDERWERP else TUSSEN, 0.0)


def is_correctie(tekst: Tekst, vraag: str, *, wijken: tuple[str, ...]) -> bool:
    """True for a correction of wijk or age on the card of leefgebieden ("wijk klopt niet, is Meerzicht")."""
    if vraag != "leefgebieden" or genoemd(tekst.plat) or "?" in tekst.plat:
        return False
    anders = (
        re.search(r"\b(?:wijk|leeftijd)\b", tekst.plat)
        or leeftijden(tekst)
        or wijken_in(tekst, wijken=wijken, los=True)
    )
    return bool(anders and _ANDERS.search(tekst.plat))


def is_uitdrukkelijke_correctie(tekst: Tekst, vraag: str, *, wijken: tuple[str, ...]) -> bool:
    """True when an earlier wijk or age is put right in so many words ("nee, ik bedoelde Meerzicht", "72, niet 82").

    It goes before any reading as an answer; at the question of that fact itself it is the answer.
    """
    if vraag in ("wijk", "leeftijdsgroep") or "?" in tekst.plat or not _ZET_RECHT.search(tekst.plat):
        return False
    return bool(leeftijden(tekst) or wijken_in(tekst, wijken=wijken, los=True))


def tussendoor_naast(
    tekst: Tekst, antwoord: Any, kansen: Kansen, *, kansen_van: Callable[[str], Kansen] | None
) -> str | None:
    """What the message is instead of, or besides, `antwoord`.

    Args:
        tekst: the message.
        antwoord: the answer read, None when there is none.
        kansen: chances of the whole message.
        kansen_van: the chances of a part of the text; None when there is no model.
    """
    id_, deel = beste_tussendoor(kansen)
    if antwoord is None:
        if id_ == BUITEN_ONDERWERP:
            return id_ if deel >= _NAAST_ANTWOORD else None
        gewoon = kansen.get("antwoord", 0.0) + _MEER_DAN_ANTWOORD
        return id_ if deel >= max(_ZONDER_ANTWOORD, gewoon) and kansen.get(id_, 0.0) >= _ZELF else None
    if kansen_van is None or not is_vraag_ergens(tekst):
        return None
    staart = vraagdeel(tekst)
    if staart is None or len(staart.split()) < 2:
        return None
    id_, deel = beste_tussendoor(kansen_van(staart))
    return id_ if deel >= _NAAST_ANTWOORD and (id_ in TUSSENVRAGEN or id_ in ("waarom", "help")) else None


def in_plaats_van(tekst: Tekst, vraag: str, kansen: Kansen, *, lees: Callable[[str], bool]) -> str | None:
    """What the message is instead of the answer that was read in it, None when the answer stands.

    Args:
        tekst: the message.
        vraag: the open question.
        kansen: chances of the whole message.
        lees: whether a text, read alone, gives the same answer.
    """
    id_, deel = beste_tussendoor(kansen)
    vraagt = is_vraag_ergens(tekst)
    genoeg, zelf = (_VRAAGT_IN_PLAATS, _VRAAGT_ZELF) if vraagt else (_IN_PLAATS, _ZELF_IN_PLAATS)
    if vraag in _NOOIT_WEG or id_ == BUITEN_ONDERWERP or deel < genoeg or kansen.get(id_, 0.0) < zelf:
        return None
    staart = vraagdeel(tekst)
    rest = tekst.origineel.replace(staart, " ").strip(" ,.?!;:") if staart else ""
    return None if rest and lees(rest) else id_


def is_vraag_ergens(tekst: Tekst) -> bool:
    """True when some part of the text asks something."""
    return "?" in tekst.plat or any(is_vraag(d.tekst) for d in tekst.zinsdelen[:12])


def vraagdeel(tekst: Tekst) -> str | None:
    """The part of the text that asks, as typed; None when the whole is one clause."""
    delen = tekst.zinsdelen[:12]
    for deel in delen:
        rest = re.sub(r"^(?:maar|en|alleen|ja|ok|oke|prima)\s+", "", deel.tekst)
        if len(delen) > 1 and (is_vraag(rest) or tekst.plat[deel.eind : deel.eind + 2].strip().startswith("?")):
            return tekst.stuk(deel.eind - len(rest), deel.eind)
    return None
