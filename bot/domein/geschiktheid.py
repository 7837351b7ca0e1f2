"""The hard filters of the matching: why an activity cannot be proposed for a question (pure)."""

from enum import IntEnum

from bot.domein.activiteit import MAX_LEEFTIJD, Activiteit, ActiviteitStatus, Profiel
from bot.domein.lijsten import Belemmering
from bot.domein.zoekvraag import Reden, Zoekbeeld


class Grond(IntEnum):
    """ "Grond": why an activity falls out, the most useful to tell first."""

    VOL = 1
    BELEMMERING = 2
    WIJK = 3
    LEEFTIJD = 4
    NOG_NIET = 5
    VERLOPEN = 6
    VOORBIJ = 7
    GESTOPT = 8


def toets(profiel: Profiel, beeld: Zoekbeeld) -> Grond | None:
    """The first hard filter that an activity does not pass, leefgebied and werkgebied apart; None when it passes all.

    Does not test `concept`: what is no more than a draft is left out without a word.
    """
    if profiel.status is not ActiviteitStatus.ACTIEF:
        return Grond.GESTOPT
    if profiel.geldig_tot < beeld.peildatum:
        return Grond.VOORBIJ
    if profiel.geldig_van > beeld.peildatum:
        return Grond.NOG_NIET
    if profiel.gecontroleerd_op < beeld.bruikbaar_vanaf:
        return Grond.VERLOPEN
    if not beeld.leeftijd_past(profiel):
        return Grond.LEEFTIJD
    if beeld.belemmeringen and not beeld.belemmeringen.isdisjoint(beeld.sluit_uit(profiel)):
        return Grond.BELEMMERING
    return Grond.VOL if profiel.is_vol else None


def reden_niet(activiteit: Activiteit, beeld: Zoekbeeld, grond: Grond) -> Reden:
    """Why not, as a text key with its blanks."""
    match grond:
        case Grond.WIJK:
            return Reden("reden_niet/wijk", {"wijk": beeld.vraag.wijk})
        case Grond.LEEFTIJD:
            return leeftijd_reden("reden_niet", activiteit)
        case Grond.BELEMMERING:
            return _belemmering_reden(activiteit, beeld)
        case Grond.NOG_NIET:
            return Reden("reden_niet/nog_niet", {"datum": f"{activiteit.geldig_van:%d-%m-%Y}"})
        case Grond.VERLOPEN:
            return Reden("reden_niet/verlopen", {"datum": f"{activiteit.gecontroleerd_op:%d-%m-%Y}"})
        case Grond.VOORBIJ:
            return Reden("reden_niet/voorbij", {"datum": f"{activiteit.geldig_tot:%d-%m-%Y}"})
        case Grond.VOL | Grond.GESTOPT:
            return Reden(f"reden_niet/{grond.name.lower()}")


def _belemmering_reden(activiteit: Activiteit, beeld: Zoekbeeld) -> Reden:
    """The first belemmering, in the order of the closed list, that keeps somebody away."""
    geraakte = beeld.belemmeringen & beeld.sluit_uit(activiteit.profiel)
    geraakt = next(belemmering for belemmering in Belemmering if belemmering in geraakte)
    if geraakt in activiteit.niet_geschikt_voor:
        return Reden("reden_niet/niet_geschikt", {"belemmering": geraakt.value})
    if geraakt is Belemmering.GELD:
        return Reden("reden_niet/belemmering_geld", {"kosten": activiteit.kosten_tekst})
    return Reden(f"reden_niet/belemmering_{geraakt.value}")


def leeftijd_reden(soort: str, activiteit: Activiteit) -> Reden:
    """For which ages the activity is, as "vanaf", "tot en met" or "tussen"."""
    laag, hoog = activiteit.profiel.leeftijd_min, activiteit.profiel.leeftijd_max
    if hoog == MAX_LEEFTIJD:
        return Reden(f"{soort}/leeftijd_vanaf", {"van": str(laag)})
    if laag == 0:
        return Reden(f"{soort}/leeftijd_tot", {"tot": str(hoog)})
    return Reden(f"{soort}/leeftijd", {"van": str(laag), "tot": str(hoog)})
