"""News for the beheerder: activities that were not checked for too long, and activities that a practice calls wrong."""

from datetime import datetime

from sqlmodel import Session

from bot.domein.activiteit import Activiteit, ActiviteitStatus
from bot.domein.lijsten import Rol
from bot.domein.zoekvraag import CONTROLEER_EERST_NA, maanden_eerder
from bot.services.begriptelling import week_van
from bot.services.catalogus import activiteiten_van
from bot.services.omgeving import Omgeving
from bot.services.overdracht import NEDERLAND
from bot.services.teksten import Teksten
from bot.services.uitbak import zet_melding

KLOPT_NIET = "klopt_niet_"  # a button under a proposal asks this question, with the position after it
NOEM = 5  # names in one notice; the rest is a number


def meld_verouderde(
    session: Session, gemeente: str, *, teksten: Teksten, nu: datetime, link: str | None = None
) -> bool:
    """Tells the beheerders once a week which activities were not checked for over half a year; False when told."""
    vandaag = nu.astimezone(NEDERLAND).date()
    grens = maanden_eerder(vandaag, CONTROLEER_EERST_NA)
    oud = [
        a
        for a in activiteiten_van(session, gemeente)
        if a.status is ActiviteitStatus.ACTIEF and a.gecontroleerd_op < grens
    ]
    if not oud:
        return False
    oud.sort(key=lambda a: (a.gecontroleerd_op, a.id))
    regels = [
        teksten.vul("beheerder/verouderd_regel", naam=a.naam, datum=f"{a.gecontroleerd_op:%d-%m-%Y}") for a in oud
    ]
    if len(regels) > NOEM:
        regels[NOEM:] = [teksten.vul("beheerder/en_meer", aantal=len(oud) - NOEM)]
    tekst = teksten.vul("beheerder/verouderd", aantal=len(oud), regels="\n".join(regels))
    return zet_melding(
        session,
        sleutel=f"verouderd:{gemeente}:{week_van(nu)}",
        rol=Rol.BEHEERDER,
        ontvanger=gemeente,
        naam="beheerder/verouderd",
        tekst=_met_link(tekst, teksten, link),
        nu=nu,
    )


def meld_klopt_niet(omg: Omgeving, activiteit: Activiteit) -> None:
    """A practice says that what the catalogue tells of an activity is wrong; one notice a day for each activity."""
    nu = omg.klok.nu()
    tekst = omg.teksten.vul("beheerder/klopt_niet", naam=activiteit.naam, id=activiteit.id)
    zet_melding(
        omg.session,
        sleutel=f"klopt_niet:{omg.protocol.gemeente}:{activiteit.id}:{nu.astimezone(NEDERLAND):%Y-%m-%d}",
        rol=Rol.BEHEERDER,
        ontvanger=omg.protocol.gemeente,
        naam="beheerder/klopt_niet",
        tekst=tekst,
        nu=nu,
    )


def _met_link(tekst: str, teksten: Teksten, link: str | None) -> str:
    return f"{tekst}\n{teksten.vul('beheerder/link', link=link)}" if link else tekst
