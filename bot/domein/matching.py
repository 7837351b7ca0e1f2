"""Matching a question with the catalogue: hard filters, then an explained rank (docs/specificatie.md, chapter 6).

Pure. The same input gives the same order, whatever the order of the activities: ties are broken by id.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from heapq import nsmallest
from itertools import chain

from bot.domein.activiteit import Activiteit, ActiviteitStatus
from bot.domein.geschiktheid import Grond, reden_niet, toets
from bot.domein.rangschikking import PUNTEN_LEEFGEBIED, PerDekking, Weegschaal, redenen, spreid
from bot.domein.zoekvraag import Reden, Zoekbeeld, Zoekvraag

__all__ = ["Afgevallen", "Kandidaat", "Reden", "Uitslag", "Zoekvraag", "zoek"]

MAX_AFGEVALLEN = 20
MAX_LAGER = 5


@dataclass(frozen=True)
class Kandidaat:
    """ "Kandidaat": an activity that is proposed, with why it fits."""

    activiteit: Activiteit
    redenen: tuple[Reden, ...]
    controleer_eerst: bool
    score: int


@dataclass(frozen=True)
class Afgevallen:
    """ "Afgevallen": an activity that touches the question and is not proposed, with why not."""

    activiteit: Activiteit
    reden: Reden


@dataclass(frozen=True)
class Uitslag:
    """ "Uitslag": what is proposed, best first, and what fell out, most relevant first.

    What fell out is worked out when it is asked for: most cases never ask "waarom niet".
    """

    voorstel: tuple[Kandidaat, ...]
    zoek_afgevallen: Callable[[], Iterator[Afgevallen]] = field(repr=False, compare=False)

    @cached_property
    def afgevallen(self) -> tuple[Afgevallen, ...]:
        """Activities that touch the question and are not proposed, each with why not."""
        return tuple(self.zoek_afgevallen())


def zoek(activiteiten: Sequence[Activiteit], vraag: Zoekvraag, *, peildatum: date, maximaal: int = 3) -> Uitslag:
    """The activities that fit a question, spread over its needs, and why others do not.

    Args:
        activiteiten: The catalogue, in any order.
        vraag: What is asked.
        peildatum: Today in the Netherlands.
        maximaal: How many proposals at most.
    """
    beeld = Zoekbeeld(vraag, peildatum)
    gekozen = list(spreid(_weeg(activiteiten, beeld), beeld, maximaal + MAX_LAGER))
    voorstel = tuple(_kandidaat(min_punten, activiteit, beeld) for min_punten, _, activiteit in gekozen[:maximaal])
    lager = [Afgevallen(activiteit, Reden("reden_niet/lager")) for _, _, activiteit in gekozen[maximaal:]]
    return Uitslag(voorstel, lambda: chain(_afgevallen(activiteiten, beeld), lager))


def _weeg(activiteiten: Sequence[Activiteit], beeld: Zoekbeeld) -> PerDekking:
    """All that may be proposed, with its points."""
    weegschaal, gevraagd, gebieden = Weegschaal(beeld), beeld.leefgebieden, beeld.gebieden
    gewogen: PerDekking = {}
    for activiteit in activiteiten:
        profiel = activiteit.profiel
        if gevraagd.isdisjoint(profiel.leefgebieden) or gebieden.isdisjoint(profiel.werkgebied):
            continue
        if toets(profiel, beeld) is None:
            regel = (-weegschaal.punten(profiel), activiteit.id, activiteit)
            gewogen.setdefault(gevraagd & profiel.leefgebieden, []).append(regel)
    return gewogen


def _afgevallen(activiteiten: Sequence[Activiteit], beeld: Zoekbeeld) -> Iterator[Afgevallen]:
    """What touches the question and nearly could be proposed.

    An activity that fails on its werkgebied and on something else as well is not near: it is left out silently, and
    so is a draft.
    """
    weg: dict[tuple[int, Grond], list[Activiteit]] = {}
    for activiteit in activiteiten:
        dekking = beeld.leefgebieden & activiteit.profiel.leefgebieden
        if not dekking or activiteit.status is ActiviteitStatus.CONCEPT:
            continue
        grond, is_ver = toets(activiteit.profiel, beeld), beeld.gebieden.isdisjoint(activiteit.werkgebied)
        if (grond is None) == is_ver:
            weg.setdefault((-len(dekking), grond or Grond.WIJK), []).append(activiteit)
    over = MAX_AFGEVALLEN
    for sleutel in sorted(weg):
        for activiteit in nsmallest(over, weg[sleutel], key=lambda a: (a.profiel.kern not in beeld.leefgebieden, a.id)):
            yield Afgevallen(activiteit, reden_niet(activiteit, beeld, sleutel[1]))
            over -= 1


def _kandidaat(min_punten: int, activiteit: Activiteit, beeld: Zoekbeeld) -> Kandidaat:
    dekt = len(beeld.leefgebieden & activiteit.profiel.leefgebieden)
    return Kandidaat(
        activiteit=activiteit,
        redenen=redenen(activiteit, beeld),
        controleer_eerst=activiteit.gecontroleerd_op < beeld.vers_vanaf,
        score=PUNTEN_LEEFGEBIED * dekt - min_punten,
    )
